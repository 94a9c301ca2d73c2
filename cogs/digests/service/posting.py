"""What falls due: drafts, reminders, postings, ends. Rows decide; the alarm only rings."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Iterator
from datetime import datetime, timedelta

from bot.clock import Clock
from bot.posting.outbox import Outbox
from bot.registry import Due
from bot.schedule.scheduler import Scheduler
from bot.storage.database import Transaction
from bot.storage.settings import Settings
from cogs.digests.models import Digest, Issue, State
from cogs.digests.service.compiling import Compiler
from cogs.digests.service.issues import OPEN, IssueService
from cogs.digests.storage import DigestStorage, IssueStorage

log = logging.getLogger(__name__)

PART, REMINDER = "digests:part", "digests:reminder"
ALARM = "digests:wake"
AGAIN = timedelta(minutes=5)


class PostingService:
    def __init__(  # noqa: PLR0913 - all that an issue meets on its way out
        self,
        storage: IssueStorage,
        digests: DigestStorage,
        issues: IssueService,
        compiler: Compiler,
        outbox: Outbox,
        *,
        scheduler: Scheduler,
        settings: Settings,
        clock: Clock,
    ) -> None:
        self._storage = storage
        self._digests = digests
        self._issues = issues
        self._compiler = compiler
        self._outbox = outbox
        self._scheduler = scheduler
        self._settings = settings
        self._clock = clock
        self._working = asyncio.Lock()

    async def advance(self) -> None:
        """Does whatever is due, then sets the alarm for what comes next. At start, when it rings, after a change."""
        async with self._working:
            for digest in await self._digests.list_all():
                await self._tried(self._draft_if_due(digest), f"digest {digest.digest_id}")
            for issue in await self._storage.list_in(OPEN):
                await self._tried(self._advance_issue(issue), f"issue {issue.issue_id}")
            await self._arm()
        self._outbox.wake()

    async def _tried(self, work: Awaitable[None], what: str) -> None:
        """One that fails must not stop the others; it is tried again."""
        try:
            await work
        except Exception:
            log.exception("the %s could not go on", what)

    async def _draft_if_due(self, digest: Digest) -> None:
        occurs_at = await self._next_occurrence(digest)
        if not digest.paused and occurs_at - digest.lead <= self._clock.now():
            await self._issues.draft(digest, occurs_at)

    async def _next_occurrence(self, digest: Digest) -> datetime:
        """The next without an issue. One that passed while nobody ran the bot is not caught up with."""
        last = await self._storage.find_last(digest.digest_id)
        now = self._clock.now()
        return digest.schedule.next_after(max(now, last) if last else now)

    async def _advance_issue(self, issue: Issue) -> None:
        now = self._clock.now()
        if issue.due_at > now:
            return
        if issue.lapses_at <= now:
            await self._end(issue, State.LAPSED)
        elif issue.state is State.APPROVED and not await self._is_paused(issue):
            await self._begin(issue)
        elif issue.state is State.DRAFT and issue.reminded_at is None:
            await self._remind(issue)

    async def _is_paused(self, issue: Issue) -> bool:
        digest = await self._digests.find(issue.digest_id or 0)
        return digest is not None and digest.paused

    async def _begin(self, issue: Issue) -> None:
        """Withdraws what is public no more, and says so; then the first part. Nothing left: nothing is posted."""
        assert issue.letter is not None
        refs = [item.ref for item in issue.letter.items]
        gone = await self._compiler.list_gone(refs)
        over = {item.ref for item in issue.letter.items if item.happens_at and item.happens_at <= self._clock.now()}
        if not issue.letter.without(gone | over).items:
            await self._end(issue, State.LAPSED)
            return
        async with self._storage.transaction() as transaction:
            # As it is now: somebody may have been forgotten while it was asked what stands.
            letter = await self._storage.find_letter_in(transaction, issue.issue_id) or issue.letter
            letter = letter.without(gone | over)
            if not await self._storage.change(
                transaction,
                issue.issue_id,
                before=(State.APPROVED,),
                state=State.POSTING.value,
                snapshot=letter.to_json(),
            ):
                return
            if issue.digest_id is not None:
                await self._digests.note_told(transaction, issue.digest_id, refs)
            await self.add_part(transaction, issue, 0)
            await self._issues.redraw_card(transaction, issue, State.POSTING)

    async def add_part(self, transaction: Transaction, issue: Issue, number: int) -> None:
        """A part waits until the one before it stands."""
        ref = {"issue_id": issue.issue_id, "number": number}
        key = f"{PART}:{issue.issue_id}:{number}"
        await self._outbox.add(transaction, key=key, kind=PART, ref=ref, channel_id=issue.channel_id)

    async def note_part(self, transaction: Transaction, issue: Issue, number: int, parts: int) -> None:
        """That part stands: the next, or the end."""
        if number + 1 < parts:
            await self.add_part(transaction, issue, number + 1)
            return
        await self._note_posted(transaction, issue)

    async def end_short(self, issue: Issue) -> None:
        """There is no further part any more."""
        async with self._storage.transaction() as transaction:
            await self._note_posted(transaction, issue)

    async def _note_posted(self, transaction: Transaction, issue: Issue) -> None:
        await self._storage.change(
            transaction,
            issue.issue_id,
            before=(State.POSTING,),
            state=State.POSTED.value,
            posted_at=self._clock.now().isoformat(),
        )
        await self._issues.redraw_card(transaction, issue, State.POSTED)

    async def _end(self, issue: Issue, state: State) -> None:
        async with self._storage.transaction() as transaction:
            if await self._storage.change(transaction, issue.issue_id, before=(issue.state,), state=state.value):
                await self._issues.redraw_card(transaction, issue, state)

    async def _remind(self, issue: Issue) -> None:
        channel_id = self._settings.community.moderators_channel_id
        async with self._storage.transaction() as transaction:
            await self._storage.change(
                transaction, issue.issue_id, before=(State.DRAFT,), reminded_at=self._clock.now().isoformat()
            )
            if channel_id is not None:
                key = f"{REMINDER}:{issue.issue_id}:{issue.due_at.isoformat()}"
                ref = {"issue_id": issue.issue_id}
                await self._outbox.add(transaction, key=key, kind=REMINDER, ref=ref, channel_id=channel_id)

    async def list_due(self, most: int) -> list[Due]:
        """The next drafts and postings."""
        digests, waiting = await self._digests.list_all(), await self._storage.list_in(OPEN)
        running = [digest for digest in digests if not digest.paused]
        paused = {digest.digest_id for digest in digests if digest.paused}
        dues = [
            Due("digest-drafted", digest.name, await self._next_occurrence(digest) - digest.lead) for digest in running
        ]
        dues += [
            Due("digest-posted" if issue.state is State.APPROVED else "digest-to-approve", issue.name, issue.due_at)
            for issue in waiting
            if issue.digest_id not in paused and issue.due_at > self._clock.now()
        ]
        return sorted(dues, key=lambda due: due.at)[:most]

    # The alarm

    async def _arm(self) -> None:
        moments = await self._list_moments()
        if not moments:
            return
        now, first = self._clock.now(), min(moments)
        # What is due still although it was tried just now waits a little.
        self._scheduler.set_alarm(ALARM, first if first > now else now + AGAIN, self.advance)

    async def _list_moments(self) -> list[datetime]:
        digests, waiting = await self._digests.list_all(), await self._storage.list_in(OPEN)
        drafts = [await self._next_occurrence(digest) - digest.lead for digest in digests if not digest.paused]
        return [*drafts, *(moment for issue in waiting for moment in _turns(issue))]


def _turns(issue: Issue) -> Iterator[datetime]:
    """When this issue needs looking at."""
    if issue.state is State.APPROVED or issue.reminded_at is None:
        yield issue.due_at
    yield issue.lapses_at
