"""What moderators read when something could not be posted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.posting.outbox import PROBLEM_KIND, Post
from bot.posting.outbox_storage import OutboxRow
from bot.screen.ui import WARM, Layout
from bot.storage.database import Transaction

if TYPE_CHECKING:
    from bot.client import CommunityBot


class ProblemPost:
    kind = PROBLEM_KIND

    def __init__(self, bot: CommunityBot) -> None:
        self._bot = bot

    async def render(self, row: OutboxRow) -> Post | None:
        t = self._bot.public_speaker
        what = t(f"post-{row.ref['kind'].replace(':', '-')}")
        return Post(
            Layout(
                t(f"problem-{row.ref['problem']}", what=what, channel=f"<#{row.ref['channel_id']}>"),
                accent=WARM,
            )
        )

    async def posted(self, row: OutboxRow, message_id: int, transaction: Transaction) -> None: ...

    def mark(self, row: OutboxRow) -> str:  # noqa: ARG002 - the contract's signature
        return ""
