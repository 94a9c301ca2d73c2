"""What the outbox calls for the home card."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.posting.outbox_storage import OutboxRow
from bot.posting.posts import Post, PostKind
from bot.registry import HomeAction
from cogs.help import cards
from cogs.help.service import HOME

if TYPE_CHECKING:
    from bot.client import CommunityBot


class HomePost(PostKind):
    kind = HOME

    def __init__(self, bot: CommunityBot) -> None:
        self._bot = bot

    async def render(self, row: OutboxRow) -> Post | None:  # noqa: ARG002 - the contract's signature
        actions = sorted(self._bot.registry.all(HomeAction), key=lambda action: action.order)
        return Post(cards.home_card([action.key for action in actions], self._bot.public_speaker))

    def mark(self, row: OutboxRow) -> str:  # noqa: ARG002 - the contract's signature
        return "home:do:help"
