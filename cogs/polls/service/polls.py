"""Opening, voting, ending and looking up."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable, Collection
from dataclasses import replace
from datetime import timedelta

from bot.anonymity.ballot_box import BallotBoxes, BoxSealed, BoxUnavailable
from bot.anonymity.held import HeldAnswers
from bot.clock import Clock
from bot.errors import UserError
from bot.posting.outbox import Outbox
from bot.schedule.scheduler import Scheduler
from bot.storage.database import Transaction
from bot.storage.settings import Settings
from cogs.polls.models import (
    AskedAlready,
    BadDraft,
    Ballot,
    ClosedPoll,
    Draft,
    DraftGone,
    Opening,
    Poll,
    PollNotOpen,
    Result,
    Sheet,
    Status,
    Withheld,
    marks,
    read_draft,
)
from cogs.polls.service.drafts import DraftService
from cogs.polls.service.lookup import OPEN, PollLookup
from cogs.polls.service.publication import result_of
from cogs.polls.storage import PollStorage

log = logging.getLogger(__name__)

SHORTEST = timedelta(minutes=5)
AGAIN = timedelta(minutes=10)
MOST_OPEN = 10_000
REMIND_BEFORE = timedelta(hours=24)
REMIND_FROM = timedelta(hours=72)
REMIND_AT_LEAST = timedelta(hours=1)

CARD, RESULT, UPDATE, SUSPENDED = "polls:card", "polls:result", "polls:update", "polls:suspended"
REMINDER, REMINDED = "polls:reminder", "polls:reminded"


class PollService:
    def __init__(  # noqa: PLR0913 - what it is wired with, once, in setup
        self,
        storage: PollStorage,
        drafts: DraftService,
        boxes: BallotBoxes,
        outbox: Outbox,
        *,
        scheduler: Scheduler,
        settings: Settings,
        clock: Clock,
    ) -> None:
        self._storage = storage
        self.lookup = PollLookup(storage)
        self._drafts = drafts
        self._boxes = boxes
        self._outbox = outbox
        self._scheduler = scheduler
        self._settings = settings
        self._clock = clock
        # What a vote needs to know, in memory: a thousand votes at once must not queue for the database.
        self._open: dict[int, Poll] = {}
        self.is_restored: Callable[[], bool] = lambda: False
        # One ending at a time: closing, cancelling and the alarm must not undo one another's sealing.
        self._ending = asyncio.Lock()
        # And one opening: two drafts that ask nearly the same must see one another.
        self._opening = asyncio.Lock()
        self.held: HeldAnswers[Ballot] = HeldAnswers("polls", clock, scheduler)

    # Opening

    async def open_poll(
        self, draft_id: int, author_id: int, electorate: Collection[int], *, agreed: bool = False
    ) -> Poll:
        """The box first, then the poll, its announcement and the end of the draft in one transaction.

        `agreed`: though nearly the same was asked shortly before. Raises DraftGone (published already, say), BadDraft,
        ElectorateTooSmall, BoxNotCreated, AskedAlready.
        """
        async with self._opening:
            return await self._open_one(draft_id, author_id, electorate, agreed=agreed)

    async def _open_one(self, draft_id: int, author_id: int, electorate: Collection[int], *, agreed: bool) -> Poll:
        draft = await self._drafts.get_draft(draft_id, author_id)
        sheet = read_draft(draft)
        if draft.closes_at < self._clock.now() + SHORTEST:
            raise BadDraft("polls-closing-too-soon")
        alike = await self.lookup.find_alike(draft.question, self._clock.now())
        if alike is not None and not agreed:
            raise AskedAlready(alike)
        terms = self._drafts.require_electorate(draft, len(electorate))
        box_id = await self._boxes.create(electorate, counters=sheet.counters, terms=terms)
        try:
            opening = Opening(box_id, len(electorate), terms.minimum_answers, terms.rounding, self._clock.now(), alike)
            poll_id = await self._write_opening(draft, sheet, opening)
        except BaseException:
            await self._boxes.destroy(box_id)
            raise
        self._outbox.wake()
        poll = await self.lookup.get_poll(poll_id)
        self._arm(poll)
        log.info("poll %d is open", poll_id)
        return poll

    # Voting. Nothing here is logged, stored or counted outside the box.

    async def require_may_vote(self, poll_id: int, user_id: int) -> Poll:
        """Raises what `cast_ballot` would."""
        poll = await self._get_open_poll(poll_id)
        assert poll.box_id is not None
        self._boxes.require_may_answer(poll.box_id, user_id)
        return poll

    async def cast_ballot(self, poll_id: int, user_id: int, ballot: Ballot) -> None:
        """Returns once it is durable. Raises PollNotOpen, NotInElectorate, AlreadyAnswered, BoxUnavailable."""
        poll = await self._get_open_poll(poll_id)
        assert poll.box_id is not None
        await self._boxes.cast(poll.box_id, user_id, marks(poll.sheet, ballot))

    # Ending

    async def close_poll(self, poll_id: int) -> ClosedPoll:
        """Publishes what may be, then destroys the box. Raises PollNotOpen when it is over or suspended."""
        async with self._ending:
            return await self._close(poll_id)

    async def _close(self, poll_id: int) -> ClosedPoll:
        poll = await self.lookup.get_poll(poll_id)
        if poll.status is not Status.OPEN or poll.box_id is None:
            raise PollNotOpen(poll.status)
        tally = await self._boxes.seal(poll.box_id)
        result = result_of(poll.sheet, tally)
        try:
            async with self._storage.transaction() as transaction:
                await self._write_closing(transaction, poll, result)
        except BaseException:
            self._boxes.unseal(poll.box_id)
            raise
        await self._after_end(poll)
        return await self.lookup.get_closed(poll_id)

    async def close_due(self, poll_id: int) -> None:
        """What the alarm calls: re-reads, and does nothing when there is nothing left to do."""
        poll = await self._storage.find_poll(poll_id)
        if poll is None or poll.status is not Status.OPEN:
            return
        if poll.closes_at > self._clock.now():
            self._arm(poll)
            return
        try:
            await self.close_poll(poll_id)
        except PollNotOpen:
            return
        except BoxUnavailable:
            await self._suspend(poll)
        except Exception:
            # The disk refuses, say: what is due stays due.
            self._scheduler.set_alarm(f"polls:close:{poll_id}", self._clock.now() + AGAIN, self._closing_of(poll_id))
            raise

    async def remind(self, poll_id: int) -> None:
        """The same for all, in the channel, once; not when less than an hour is left."""
        poll = self._open.get(poll_id)
        if poll is None or poll.closes_at - self._clock.now() < REMIND_AT_LEAST:
            return
        async with self._storage.transaction() as transaction:
            await self._announce(transaction, poll, REMINDER, "once")
        self._outbox.wake()

    async def cancel_poll(self, poll_id: int) -> Poll:
        """The answers are destroyed unread. Raises PollNotOpen when it is over."""
        async with self._ending:
            return await self._cancel(poll_id)

    async def _cancel(self, poll_id: int) -> Poll:
        poll = await self.lookup.get_poll(poll_id)
        if poll.status.is_over:
            raise PollNotOpen(poll.status)
        now = self._clock.now()
        async with self._storage.transaction() as transaction:
            if not await self._storage.end_poll(transaction, poll_id, status=Status.CANCELLED, closed_at=now):
                raise PollNotOpen(Status.CLOSED)
            await self._announce(transaction, poll, UPDATE, "over")
            await self._end_reminder(transaction, poll)
        await self._after_end(poll)
        return await self.lookup.get_poll(poll_id)

    # What the outbox reports

    async def find_reminder(self, poll_id: int) -> int | None:
        """The message of the reminder, where there was one."""
        return await self._outbox.find_message(f"{REMINDER}:{poll_id}:once")

    async def note_message(self, transaction: Transaction, poll_id: int, message_id: int) -> None:
        await self._storage.set_message(transaction, poll_id, message_id)

    async def note_result_message(self, transaction: Transaction, poll_id: int, message_id: int) -> None:
        await self._storage.set_result_message(transaction, poll_id, message_id)

    # Starting again

    async def resume(self) -> None:
        """After a start: what a crash left half done is finished, what is due closes, the rest is armed."""
        for poll_id, box_id in await self._storage.list_leftover_boxes():
            await self._destroy_box(poll_id, box_id)
        polls = await self._storage.list_polls(OPEN, limit=MOST_OPEN)
        for poll in polls:
            try:
                await self._resume_poll(poll)
            except Exception:
                log.exception("poll %d could not be taken up again", poll.poll_id)

    async def _resume_poll(self, poll: Poll) -> None:
        usable = poll.box_id is not None and self._boxes.claim(poll.box_id)
        if poll.status is Status.OPEN and not usable:
            # Boxes are in no backup: after a restore, what was answered is lost, and nobody waits for it.
            await (self._cancel(poll.poll_id) if self.is_restored() else self._suspend(poll))
            return
        if poll.status is Status.SUSPENDED and usable:
            async with self._storage.transaction() as transaction:
                await self._storage.set_status(transaction, poll.poll_id, now=Status.OPEN, before=Status.SUSPENDED)
                await self._announce(transaction, poll, UPDATE, f"open-again:{self._clock.now().isoformat()}")
            log.info("poll %d is open again", poll.poll_id)
        if usable:
            self._arm(replace(poll, status=Status.OPEN))

    async def _get_open_poll(self, poll_id: int) -> Poll:
        poll = self._open.get(poll_id)
        if poll is None:
            raise PollNotOpen((await self.lookup.get_poll(poll_id)).status)
        if poll.closes_at <= self._clock.now():
            raise BoxSealed
        return poll

    def _arm(self, poll: Poll) -> None:
        """Open from here on, until its alarm."""
        self._open[poll.poll_id] = poll
        self._scheduler.set_alarm(f"polls:close:{poll.poll_id}", poll.closes_at, self._closing_of(poll.poll_id))
        if poll.reminder and poll.closes_at - poll.opened_at >= REMIND_FROM:
            self._arm_reminder(poll)

    def _closing_of(self, poll_id: int) -> Callable[[], Awaitable[None]]:
        async def ring() -> None:
            await self.close_due(poll_id)

        return ring

    def _arm_reminder(self, poll: Poll) -> None:
        async def ring() -> None:
            await self.remind(poll.poll_id)

        self._scheduler.set_alarm(f"polls:remind:{poll.poll_id}", poll.closes_at - REMIND_BEFORE, ring)

    def _disarm(self, poll: Poll) -> None:
        self._open.pop(poll.poll_id, None)
        for alarm in ("close", "remind"):
            self._scheduler.clear_alarm(f"polls:{alarm}:{poll.poll_id}")

    async def _write_opening(self, draft: Draft, sheet: Sheet, opening: Opening) -> int:
        async with self._storage.transaction() as transaction:
            if not await self._storage.delete_draft(transaction, draft.draft_id):
                raise DraftGone
            poll_id = await self._storage.add_poll(transaction, draft, sheet, opening)
            await self._outbox.add(
                transaction,
                key=f"{CARD}:{poll_id}",
                kind=CARD,
                ref={"poll_id": poll_id},
                channel_id=draft.channel_id,
            )
        return poll_id

    async def _write_closing(self, transaction: Transaction, poll: Poll, result: Result | Withheld) -> None:
        withheld = result if isinstance(result, Withheld) else None
        if not await self._storage.end_poll(
            transaction, poll.poll_id, status=Status.CLOSED, closed_at=self._clock.now(), withheld=withheld
        ):
            raise PollNotOpen(Status.CLOSED)
        if isinstance(result, Result):
            await self._storage.add_result(transaction, poll.poll_id, result)
        await self._announce(transaction, poll, RESULT, "result")
        await self._announce(transaction, poll, UPDATE, "over")
        await self._end_reminder(transaction, poll)

    async def _end_reminder(self, transaction: Transaction, poll: Poll) -> None:
        if poll.reminder:
            await self._announce(transaction, poll, REMINDED, "over")

    async def _announce(self, transaction: Transaction, poll: Poll, kind: str, occasion: str) -> None:
        await self._outbox.add(
            transaction,
            key=f"{kind}:{poll.poll_id}:{occasion}",
            kind=kind,
            ref={"poll_id": poll.poll_id},
            channel_id=poll.channel_id,
        )

    async def _after_end(self, poll: Poll) -> None:
        """It is over and said to be; what is left to do here may fail and be done later."""
        self._disarm(poll)
        self.held.forget(poll.poll_id)
        self._outbox.wake()
        log.info("poll %d is over", poll.poll_id)
        if poll.box_id is not None:
            await self._destroy_box(poll.poll_id, poll.box_id)

    async def _destroy_box(self, poll_id: int, box_id: str) -> None:
        """Again and again until it is gone: its flags and counts must not outlive the poll."""

        async def again() -> None:
            await self._destroy_box(poll_id, box_id)

        try:
            await self._boxes.destroy(box_id)
            await self._storage.forget_box(poll_id)
        except (OSError, UserError):
            log.error("the ballot box of poll %d could not be destroyed yet", poll_id)  # noqa: TRY400
            self._scheduler.set_alarm(f"polls:destroy:{poll_id}", self._clock.now() + AGAIN, again)

    async def _suspend(self, poll: Poll) -> None:
        """Its box cannot be used: nobody can vote, and the moderators are told."""
        self._disarm(poll)
        now = self._clock.now()
        channel_id = self._settings.community.moderators_channel_id
        async with self._storage.transaction() as transaction:
            suspended = await self._storage.set_status(
                transaction, poll.poll_id, now=Status.SUSPENDED, before=Status.OPEN
            )
            if suspended and channel_id is not None:
                await self._outbox.add(
                    transaction,
                    key=f"{SUSPENDED}:{poll.poll_id}:{now.isoformat()}",
                    kind=SUSPENDED,
                    ref={"poll_id": poll.poll_id},
                    channel_id=channel_id,
                )
            if suspended:
                await self._announce(transaction, poll, UPDATE, f"suspended:{now.isoformat()}")
        if suspended:
            log.error("poll %d is suspended: its box is missing, damaged or of another SECRET_KEY", poll.poll_id)
        self._outbox.wake()
