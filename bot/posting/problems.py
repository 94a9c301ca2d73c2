"""What moderators read when something could not be posted, and the button that tries again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.posting.outbox import PROBLEM_KIND
from bot.posting.outbox_storage import OutboxRow
from bot.posting.posts import Post, PostKind
from bot.screen.checks import require_moderator
from bot.screen.ui import WARM, Dynamic, Interaction, Layout, button, redraw
from bot.screen.ui import row as button_row

if TYPE_CHECKING:
    from bot.client import CommunityBot


class ProblemPost(PostKind):
    kind = PROBLEM_KIND

    def __init__(self, bot: CommunityBot) -> None:
        self._bot = bot

    async def render(self, row: OutboxRow) -> Post | None:
        t, ref = self._bot.public_speaker, row.ref
        what = t.or_else(f"post-{ref['kind'].replace(':', '-')}", ref["kind"])
        text = t(f"problem-{ref['problem']}", what=what, channel=f"<#{ref['channel_id']}>")
        return Post(Layout(text, button_row(button(t("problem-retry"), self.mark(row))), accent=WARM))

    def mark(self, row: OutboxRow) -> str:
        return f"core:retry:{row.ref['outbox_id']}"


class RetryButton(Dynamic, template=r"core:retry:(?P<outbox_id>\d+)"):
    async def act(self, interaction: Interaction) -> None:
        require_moderator(interaction)
        await interaction.client.outbox.retry(int(self.ids["outbox_id"]))
        t = interaction.client.public_speaker
        await redraw(interaction, Layout(t("problem-retried", who=interaction.user.mention)))
