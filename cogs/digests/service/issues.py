"""An issue while it is prepared: drafted, changed, approved. Whatever changes it asks for approval again."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from bot.clock import Clock
from bot.posting.outbox import Outbox
from bot.schedule.when import parse_when
from bot.storage.database import Transaction
from bot.storage.settings import Settings
from bot.text.tidy import same_words, tidy
from cogs.digests.models import (
    MOST_INTRODUCTION,
    Digest,
    IntroductionTooLong,
    Issue,
    IssueChanged,
    IssueNotFound,
    IssueSettled,
    Item,
    Letter,
    NothingToTell,
    State,
    draw_letter,
)
from cogs.digests.service.compiling import Compiler, Fresh
from cogs.digests.storage import DigestStorage, IssueStorage

DRAFT, UPDATE = "digests:draft", "digests:update"
OPEN = (State.DRAFT, State.APPROVED)
FIRST_REVISION = 1
Change = Callable[[Transaction], Awaitable[None]]


@dataclass(frozen=True, slots=True)
class Sheet:
    """An issue as moderators see it: the letter as it would be posted, or as it was."""

    issue: Issue
    letter: Letter


class IssueService:
    def __init__(
        self,
        storage: IssueStorage,
        digests: DigestStorage,
        compiler: Compiler,
        outbox: Outbox,
        *,
        settings: Settings,
        clock: Clock,
    ) -> None:
        self._storage = storage
        self._digests = digests
        self._compiler = compiler
        self._outbox = outbox
        self._settings = settings
        self._clock = clock
        self.changed: Callable[[], Awaitable[None]] = _nothing

    # Reading

    async def get(self, issue_id: int) -> Issue:
        """Raises IssueNotFound."""
        issue = await self._storage.find(issue_id)
        if issue is None:
            raise IssueNotFound
        return issue

    async def get_sheet(self, issue_id: int) -> Sheet:
        """Raises IssueNotFound."""
        issue = await self.get(issue_id)
        return Sheet(issue, issue.letter or await self._draw(issue))

    async def list_items(self, issue_id: int) -> list[Item]:
        """The removed ones too, in their order."""
        return await self._storage.list_items(issue_id)

    async def list_past(self, typed: str = "") -> list[Issue]:
        """Posted, the latest first, whose name or words hold what was typed."""
        wanted = same_words(typed)
        posted = await self._storage.list_in((State.POSTED, State.POSTING))
        return [issue for issue in reversed(posted) if wanted in _said(issue)]

    async def find_open(self, digest_id: int) -> Issue | None:
        waiting = await self._storage.list_in(OPEN)
        return next((issue for issue in waiting if issue.digest_id == digest_id), None)

    # Drafting

    async def draft(self, digest: Digest, occurs_at: datetime) -> None:
        """Once for each occurrence, whoever asks."""
        now = self._clock.now()
        since = await self._storage.find_told_until(digest.digest_id)
        since = since or digest.created_at - timedelta(days=digest.schedule.cadence.days)
        # Nobody can be forgotten between the look and the writing: erasing waits for its turn to write.
        async with self._storage.transaction() as transaction:
            fresh = await self._compiler.compile(digest, since, now, told_at=occurs_at)
            issue = Issue(
                0, digest.digest_id, digest.name, digest.channel_id, digest.role_id, digest.sections, State.DRAFT,
                occurs_at, occurs_at, since, fresh.until,
            )  # fmt: skip
            issue_id = await self._storage.add(transaction, issue)
            if not issue_id:
                return
            await self._storage.add_items(transaction, issue_id, fresh.items, 0)
            await self._post_card(transaction, issue_id)
        self._outbox.wake()

    async def note_card(self, transaction: Transaction, issue_id: int, channel_id: int, message_id: int) -> None:
        """Where the card stands; drawn again when the issue went on between its posting and this note."""
        await self._storage.change(
            transaction, issue_id, before=tuple(State), card_channel_id=channel_id, card_message_id=message_id
        )
        issue = await self.get(issue_id)
        if issue.state is not State.DRAFT or issue.revision > FIRST_REVISION:
            await self.redraw_card(transaction, issue, "caught-up")

    async def redraw_card(self, transaction: Transaction, issue: Issue, why: str) -> None:
        """The moderators' card as the issue is now; `wake` follows the commit."""
        # As it is now: the card may have been posted since this issue was read.
        channel_id = await self._storage.find_card_channel_in(transaction, issue.issue_id)
        if channel_id is not None:
            ref = {"issue_id": issue.issue_id}
            key = f"{UPDATE}:{issue.issue_id}:{issue.revision}:{why}"
            await self._outbox.add(transaction, key=key, kind=UPDATE, ref=ref, channel_id=channel_id)

    # Changing

    async def edit_introduction(self, issue_id: int, typed: str) -> None:
        """Raises IssueNotFound, IssueSettled, IntroductionTooLong."""
        text = tidy(typed)
        if len(text) > MOST_INTRODUCTION:
            raise IntroductionTooLong

        async def change(transaction: Transaction) -> None:
            await self._storage.change(transaction, issue_id, before=OPEN, introduction=text)

        await self._change(issue_id, change)

    async def set_removed(self, issue_id: int, place: int, *, removed: bool) -> None:
        """By its place in `list_items`. Raises IssueNotFound, IssueSettled."""
        items = await self._storage.list_items(issue_id)
        if place >= len(items):
            raise IssueChanged
        ref = items[place].ref

        async def change(transaction: Transaction) -> None:
            await self._storage.set_removed(transaction, issue_id, ref, removed=removed)

        await self._change(issue_id, change)

    async def move(self, issue_id: int, place: int, step: int) -> int:
        """Up (-1) or down (1) past its neighbour of the same section; where it is then.

        Raises IssueNotFound, IssueSettled.
        """
        items = await self._storage.list_items(issue_id)
        if place >= len(items):
            raise IssueChanged
        same = [other for other, item in enumerate(items) if item.section == items[place].section]
        rank = min(max(same.index(place) + step, 0), len(same) - 1)
        other = same[rank]
        items[place], items[other] = items[other], items[place]

        async def change(transaction: Transaction) -> None:
            await self._storage.set_order(transaction, issue_id, (item.ref for item in items))

        await self._change(issue_id, change)
        return other

    async def add_fresh(self, issue_id: int) -> int:
        """What was published since the draft; how many. Raises IssueNotFound, IssueSettled, DigestNotFound."""
        issue = await self.get(issue_id)
        if not issue.state.may_change:
            raise IssueSettled
        if not await self.count_fresh(issue):
            return 0
        added = 0

        async def change(transaction: Transaction) -> None:
            nonlocal added
            fresh = await self._list_fresh(issue)  # now that nobody else writes: as in `draft`
            if fresh is None:
                return
            held = await self._storage.list_items(issue_id)
            await self._storage.add_items(transaction, issue_id, fresh.items, len(held))
            await self._storage.change(transaction, issue_id, before=OPEN, until_at=fresh.until.isoformat())
            added = len(fresh.items)

        await self._change(issue_id, change)
        return added

    async def count_fresh(self, issue: Issue) -> int:
        """Offered, not slipped in."""
        fresh = await self._list_fresh(issue) if issue.state.may_change else None
        return len(fresh.items) if fresh else 0

    async def postpone(self, issue_id: int, typed: str) -> None:
        """Raises IssueNotFound, IssueSettled, and what parse_when does."""
        zone = ZoneInfo(self._settings.community.timezone)
        due_at = parse_when(typed, now=self._clock.now(), zone=zone)

        async def change(transaction: Transaction) -> None:
            await self._storage.change(transaction, issue_id, before=OPEN, due_at=due_at.isoformat(), reminded_at=None)

        await self._change(issue_id, change)

    async def skip(self, issue_id: int) -> None:
        """What it would have told goes to the next issue. Raises IssueNotFound, IssueSettled."""
        issue = await self.get(issue_id)
        async with self._storage.transaction() as transaction:
            if not await self._storage.change(transaction, issue_id, before=OPEN, state=State.SKIPPED.value):
                raise IssueSettled
            await self.redraw_card(transaction, issue, State.SKIPPED)
        await self.changed()

    async def approve(self, issue_id: int, revision: int, moderator_id: int) -> None:
        """Freezes what was read. Raises IssueNotFound, IssueSettled, IssueChanged, NothingToTell."""
        issue = await self.get(issue_id)
        if issue.state is not State.DRAFT:
            raise IssueSettled
        if issue.revision != revision:
            raise IssueChanged
        letter = await self._draw(issue)
        if not letter.items:
            raise NothingToTell
        async with self._storage.transaction() as transaction:
            # Somebody may have been forgotten since it was drawn.
            if await self._storage.find_revision_in(transaction, issue_id) != revision:
                raise IssueChanged
            await self._freeze(transaction, issue, letter, moderator_id)
            await self.redraw_card(transaction, issue, State.APPROVED)
        await self.changed()

    async def _freeze(self, transaction: Transaction, issue: Issue, letter: Letter, moderator_id: int) -> None:
        if not await self._storage.change(
            transaction,
            issue.issue_id,
            before=(State.DRAFT,),
            state=State.APPROVED.value,
            snapshot=letter.to_json(),
            approved_by=moderator_id,
            approved_at=self._clock.now().isoformat(),
            revision=issue.revision + 1,
        ):
            raise IssueSettled

    async def _change(self, issue_id: int, change: Change) -> None:
        issue = await self.get(issue_id)
        async with self._storage.transaction() as transaction:
            revision = await self._storage.touch(transaction, issue_id)
            if not revision:
                raise IssueSettled
            await change(transaction)
            # It may have been changed from a private answer: the card that everybody sees follows.
            await self.redraw_card(transaction, replace(issue, revision=revision), "changed")
        await self.changed()

    async def _list_fresh(self, issue: Issue) -> Fresh | None:
        digest = await self._digests.find(issue.digest_id or 0)
        if digest is None:
            return None
        # Only what the issue has sections for: the digest's may have changed since.
        digest = replace(digest, sections=issue.sections)
        return await self._compiler.compile(digest, issue.until, self._clock.now(), told_at=issue.due_at)

    async def _draw(self, issue: Issue) -> Letter:
        items = await self._storage.list_items(issue.issue_id)
        return draw_letter(issue, items, self._settings.community.language)

    async def _post_card(self, transaction: Transaction, issue_id: int) -> None:
        channel_id = self._settings.community.moderators_channel_id
        if channel_id is not None:
            await self._outbox.add(
                transaction, key=f"{DRAFT}:{issue_id}", kind=DRAFT, ref={"issue_id": issue_id}, channel_id=channel_id
            )


def _said(issue: Issue) -> str:
    letter = issue.letter
    if letter is None:
        return same_words(issue.name)
    titles = (f"{item.title} {item.summary}" for item in letter.items)
    return same_words(" ".join((issue.name, letter.introduction, *titles)))


async def _nothing() -> None:
    return None
