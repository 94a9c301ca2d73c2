"""What the outbox calls for digests: the draft, its changes, a reminder, the letter part after part."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from bot.posting.outbox_storage import OutboxRow
from bot.posting.posts import Post, PostKind
from bot.screen.i18n import Speaker, as_language
from bot.storage.database import Transaction
from cogs.digests import cards
from cogs.digests.models import Issue, State
from cogs.digests.service import DRAFT, PART, REMINDER, UPDATE, IssueService, PostingService

if TYPE_CHECKING:
    from bot.client import CommunityBot


class _DigestJob:
    def __init__(self, bot: CommunityBot) -> None:
        self._bot = bot

    @property
    def _issues(self) -> IssueService:
        return self._bot.registry.service(IssueService)

    @property
    def _t(self) -> Speaker:
        return self._bot.public_speaker


class DraftPost(_DigestJob, PostKind):
    """In the moderators' channel, with its buttons."""

    kind = DRAFT

    async def render(self, row: OutboxRow) -> Post | None:
        sheet = await self._issues.get_sheet(row.ref["issue_id"])
        return Post(cards.draft_card(sheet.issue, sheet.letter, self._t))

    async def posted(self, row: OutboxRow, message_id: int, transaction: Transaction) -> None:
        await self._issues.note_card(transaction, row.ref["issue_id"], row.channel_id, message_id)

    def mark(self, row: OutboxRow) -> str:
        return f"digests:items:{row.ref['issue_id']}:0"


class UpdatePost(_DigestJob, PostKind):
    """The draft's card once more, as the issue is now."""

    kind = UPDATE

    async def render(self, row: OutboxRow) -> Post | None:
        sheet = await self._issues.get_sheet(row.ref["issue_id"])
        if sheet.issue.card_message_id is None:
            return None
        return Post(cards.draft_card(sheet.issue, sheet.letter, self._t), edits=sheet.issue.card_message_id)


class ReminderPost(_DigestJob, PostKind):
    """Once; nothing for what was decided meanwhile."""

    kind = REMINDER

    async def render(self, row: OutboxRow) -> Post | None:
        issue = await self._issues.get(row.ref["issue_id"])
        return Post(cards.reminder_card(issue, self._t)) if issue.state is State.DRAFT else None

    def mark(self, row: OutboxRow) -> str:
        return f"digests:show:{row.ref['issue_id']}"


class PartPost(_DigestJob, PostKind):
    """One message of a letter, from its snapshot and in its language. Once it stands, the next."""

    kind = PART

    async def render(self, row: OutboxRow) -> Post | None:
        issue = await self._issues.get(row.ref["issue_id"])
        number: int = row.ref["number"]
        parts = self._parts(issue)
        if number >= len(parts):
            # Somebody was forgotten meanwhile, and the letter is shorter: it stands whole already.
            await self._bot.registry.service(PostingService).end_short(issue)
            return None
        return Post(
            cards.part_card(parts[number]), mentions_role=issue.role_id if number == 0 else None, crossposts=True
        )

    async def posted(self, row: OutboxRow, message_id: int, transaction: Transaction) -> None:  # noqa: ARG002
        issue = await self._issues.get(row.ref["issue_id"])
        posting = self._bot.registry.service(PostingService)
        await posting.note_part(transaction, issue, row.ref["number"], len(self._parts(issue)))

    async def find_channel(self, row: OutboxRow) -> Any:
        """Where the digest goes now: a channel that was deleted can be replaced, and the post tried again."""
        issue = await self._issues.get(row.ref["issue_id"])
        return await self._bot.find_channel(issue.channel_id)

    def _parts(self, issue: Issue) -> tuple[tuple[str, ...], ...]:
        assert issue.letter is not None
        t = self._bot.catalogue.speaker(as_language(issue.letter.language), self._bot.zone)
        return cards.letter_parts(issue.letter, t, role_id=issue.role_id)


POSTS = (DraftPost, UpdatePost, ReminderPost, PartPost)
