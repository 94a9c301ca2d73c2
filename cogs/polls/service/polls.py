"""Opening, voting, ending and looking up."""

from __future__ import annotations

import logging
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta

from bot.anonymity.ballot_box import BallotBoxes, BoxSealed, BoxUnavailable, Tally
from bot.anonymity.box_format import Terms
from bot.anonymity.disclosure import may_publish
from bot.clock import Clock
from bot.posting.outbox import Outbox
from bot.schedule.scheduler import Scheduler
from bot.storage.database import Transaction
from bot.storage.settings import Settings
from bot.text.tidy import same_words
from cogs.polls.models import (
    BadDraft,
    ClosedPoll,
    Draft,
    DraftGone,
    Poll,
    PollNotFound,
    PollNotOpen,
    PollStillOpen,
    Result,
    Sheet,
    Status,
    read_draft,
    require_choices,
)
from cogs.polls.service.drafts import DraftService
from cogs.polls.storage import PollStorage

log = logging.getLogger(__name__)

SHORTEST = timedelta(minutes=5)
OPEN = (Status.OPEN, Status.SUSPENDED)
PAST = (Status.CLOSED, Status.CANCELLED)
SUGGESTIONS = 25

CARD, RESULT, UPDATE, SUSPENDED = "polls:card", "polls:result", "polls:update", "polls:suspended"


@dataclass(frozen=True, slots=True)
class Page:
    polls: list[Poll]
    number: int
    pages: int


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
        self._drafts = drafts
        self._boxes = boxes
        self._outbox = outbox
        self._scheduler = scheduler
        self._settings = settings
        self._clock = clock
        # What a vote needs to know, in memory: a thousand votes at once must not queue for the database.
        self._open: dict[int, Poll] = {}

    # Opening

    async def open_poll(self, draft_id: int, author_id: int, electorate: Collection[int]) -> Poll:
        """The box first, then the poll, its announcement and the end of the draft in one transaction.

        Raises DraftGone (published already, say), BadDraft, ElectorateTooSmall, BoxNotCreated.
        """
        draft = await self._drafts.get_draft(draft_id, author_id)
        sheet = read_draft(draft)
        if draft.closes_at < self._clock.now() + SHORTEST:
            raise BadDraft("polls-closing-too-soon")
        terms = self._drafts.require_electorate(draft, len(electorate))
        box_id = await self._boxes.create(electorate, counters=len(sheet.proposals), terms=terms)
        try:
            poll_id = await self._write_opening(draft, sheet, box_id, len(electorate), terms)
        except BaseException:
            await self._boxes.destroy(box_id)
            raise
        self._outbox.wake()
        poll = await self.get_poll(poll_id)
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

    async def cast_ballot(self, poll_id: int, user_id: int, choices: Sequence[int]) -> None:
        """Returns once it is durable. Raises PollNotOpen, NotInElectorate, AlreadyAnswered, BoxUnavailable."""
        poll = await self._get_open_poll(poll_id)
        require_choices(poll, choices)
        assert poll.box_id is not None
        await self._boxes.cast(poll.box_id, user_id, choices)

    # Ending

    async def close_poll(self, poll_id: int) -> ClosedPoll:
        """Publishes what may be, then destroys the box. Raises PollNotOpen when it is over or suspended."""
        poll = await self.get_poll(poll_id)
        if poll.status is not Status.OPEN or poll.box_id is None:
            raise PollNotOpen(poll.status)
        tally = await self._boxes.seal(poll.box_id)
        result = _publishable(tally)
        try:
            async with self._storage.transaction() as transaction:
                await self._write_closing(transaction, poll, result)
        except BaseException:
            self._boxes.unseal(poll.box_id)
            raise
        await self._after_end(poll)
        return ClosedPoll(await self.get_poll(poll_id), result)

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

    async def cancel_poll(self, poll_id: int) -> Poll:
        """The answers are destroyed unread. Raises PollNotOpen when it is over."""
        poll = await self.get_poll(poll_id)
        if poll.status.is_over:
            raise PollNotOpen(poll.status)
        now = self._clock.now()
        async with self._storage.transaction() as transaction:
            if not await self._storage.end_poll(transaction, poll_id, status=Status.CANCELLED, closed_at=now):
                raise PollNotOpen(Status.CLOSED)
            await self._announce(transaction, poll, UPDATE, "over")
        await self._after_end(poll)
        return await self.get_poll(poll_id)

    # What the outbox reports

    async def note_message(self, transaction: Transaction, poll_id: int, message_id: int) -> None:
        await self._storage.set_message(transaction, poll_id, message_id)

    async def note_result_message(self, transaction: Transaction, poll_id: int, message_id: int) -> None:
        await self._storage.set_result_message(transaction, poll_id, message_id)

    # Looking up

    async def get_poll(self, poll_id: int) -> Poll:
        poll = await self._storage.find_poll(poll_id)
        if poll is None:
            raise PollNotFound
        return poll

    async def get_closed(self, poll_id: int) -> ClosedPoll:
        """Raises PollStillOpen: before closing, nobody is told anything."""
        poll = await self.get_poll(poll_id)
        if poll.status in OPEN:
            raise PollStillOpen
        if poll.status is Status.CANCELLED:
            raise PollNotOpen(poll.status)
        return ClosedPoll(poll, await self._storage.find_result(poll_id))

    async def list_page(self, statuses: Collection[Status], number: int, size: int) -> Page:
        """Newest first; `number` from 0, brought back into range."""
        pages = max(1, -(-await self._storage.count_polls(statuses) // size))
        number = min(max(number, 0), pages - 1)
        polls = await self._storage.list_polls(statuses, limit=size, offset=number * size)
        return Page(polls, number, pages)

    async def suggest(self, typed: str, statuses: Collection[Status]) -> list[Poll]:
        """For autocompletion: the newest whose question or number holds what was typed."""
        wanted = same_words(typed)
        polls = await self._storage.list_polls(statuses, limit=200)
        return [poll for poll in polls if wanted in same_words(poll.question) or wanted == str(poll.poll_id)][
            :SUGGESTIONS
        ]

    # Starting again

    async def resume(self) -> None:
        """After a start: what a crash left half done is finished, what is due closes, the rest is armed."""
        for poll_id, box_id in await self._storage.list_leftover_boxes():
            await self._boxes.destroy(box_id)
            await self._storage.forget_box(poll_id)
        for poll in await self._storage.list_polls(OPEN, limit=10_000):
            await self._resume_poll(poll)

    async def _resume_poll(self, poll: Poll) -> None:
        usable = poll.box_id is not None and self._boxes.has(poll.box_id)
        if poll.status is Status.OPEN and not usable:
            await self._suspend(poll)
            return
        if poll.status is Status.SUSPENDED and usable:
            async with self._storage.transaction() as transaction:
                await self._storage.set_status(transaction, poll.poll_id, now=Status.OPEN, before=Status.SUSPENDED)
            log.info("poll %d is open again", poll.poll_id)
        if usable:
            self._arm(replace(poll, status=Status.OPEN))

    async def _get_open_poll(self, poll_id: int) -> Poll:
        poll = self._open.get(poll_id)
        if poll is None:
            raise PollNotOpen((await self.get_poll(poll_id)).status)
        if poll.closes_at <= self._clock.now():
            raise BoxSealed
        return poll

    def _arm(self, poll: Poll) -> None:
        """Open from here on, until its alarm."""

        async def ring() -> None:
            await self.close_due(poll.poll_id)

        self._open[poll.poll_id] = poll
        self._scheduler.set_alarm(f"polls:close:{poll.poll_id}", poll.closes_at, ring)

    def _disarm(self, poll: Poll) -> None:
        self._open.pop(poll.poll_id, None)
        self._scheduler.clear_alarm(f"polls:close:{poll.poll_id}")

    async def _write_opening(self, draft: Draft, sheet: Sheet, box_id: str, electorate: int, terms: Terms) -> int:
        opening = {
            "electorate": electorate,
            "minimum_answers": terms.minimum_answers,
            "box_id": box_id,
            "opened_at": self._clock.now(),
        }
        async with self._storage.transaction() as transaction:
            if not await self._storage.delete_draft(transaction, draft.draft_id):
                raise DraftGone
            poll_id = await self._storage.add_poll(transaction, draft, sheet, opening=opening)
            await self._outbox.add(
                transaction,
                key=f"{CARD}:{poll_id}",
                kind=CARD,
                ref={"poll_id": poll_id},
                channel_id=draft.channel_id,
            )
        return poll_id

    async def _write_closing(self, transaction: Transaction, poll: Poll, result: Result | None) -> None:
        now = self._clock.now()
        if not await self._storage.end_poll(transaction, poll.poll_id, status=Status.CLOSED, closed_at=now):
            raise PollNotOpen(Status.CLOSED)
        if result is not None:
            await self._storage.add_result(transaction, poll.poll_id, result)
        await self._announce(transaction, poll, RESULT, "result")
        await self._announce(transaction, poll, UPDATE, "over")

    async def _announce(self, transaction: Transaction, poll: Poll, kind: str, occasion: str) -> None:
        await self._outbox.add(
            transaction,
            key=f"{kind}:{poll.poll_id}:{occasion}",
            kind=kind,
            ref={"poll_id": poll.poll_id},
            channel_id=poll.channel_id,
        )

    async def _after_end(self, poll: Poll) -> None:
        self._disarm(poll)
        self._outbox.wake()
        if poll.box_id is not None:
            await self._boxes.destroy(poll.box_id)
            await self._storage.forget_box(poll.poll_id)
        log.info("poll %d is over", poll.poll_id)

    async def _suspend(self, poll: Poll) -> None:
        """Its box cannot be used: nobody can vote, and the moderators are told."""
        log.error("poll %d is suspended: its ballot box is missing, damaged or of another SECRET_KEY", poll.poll_id)
        self._disarm(poll)
        channel_id = self._settings.community.moderators_channel_id or poll.channel_id
        async with self._storage.transaction() as transaction:
            await self._storage.set_status(transaction, poll.poll_id, now=Status.SUSPENDED, before=Status.OPEN)
            await self._outbox.add(
                transaction,
                key=f"{SUSPENDED}:{poll.poll_id}:{self._clock.now():%Y%m%d}",
                kind=SUSPENDED,
                ref={"poll_id": poll.poll_id},
                channel_id=channel_id,
            )
        self._outbox.wake()


def _publishable(tally: Tally) -> Result | None:
    return Result(tally.turnout, tally.counts) if may_publish(tally) else None
