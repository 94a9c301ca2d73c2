"""What moderators read when something could not be posted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.posting.outbox import PROBLEM_KIND, Post, PostKind
from bot.posting.outbox_storage import OutboxRow
from bot.screen.ui import WARM, Layout

if TYPE_CHECKING:
    from bot.client import CommunityBot


class ProblemPost(PostKind):
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
