"""What the outbox posts while it holds everything else back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.posting.outbox_storage import OutboxRow
from bot.posting.posts import Post, PostKind
from bot.posting.safe_mode import HELD_KIND
from cogs.operation import cards
from cogs.operation.service import StatusService

if TYPE_CHECKING:
    from bot.client import CommunityBot


class HeldPost(PostKind):
    """What waits, and the button to go on; nothing once somebody has pressed it."""

    kind = HELD_KIND

    def __init__(self, bot: CommunityBot) -> None:
        self._bot = bot

    async def render(self, row: OutboxRow) -> Post | None:  # noqa: ARG002
        service = self._bot.registry.service(StatusService)
        held = service.find_held()
        if held is None:
            return None
        return Post(cards.held_card(held, await service.list_waiting(), self._bot.public_speaker))
