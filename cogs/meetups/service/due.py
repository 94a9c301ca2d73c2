"""What is due: reminders, the end of a date, the request for notes. One alarm, for the earliest; rows are the truth."""

from __future__ import annotations

import logging
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta

from bot.clock import Clock
from bot.posting.notices import Notices
from bot.schedule.scheduler import Scheduler
from bot.storage.database import Transaction
from cogs.meetups.models import (
    MENTIONS_AT_ONCE,
    Answer,
    Due,
    DueKind,
    Meetup,
    Occurrence,
    Preferences,
    Rsvp,
    Status,
    still_useful,
)
from cogs.meetups.service.announcing import NOTES, REMINDED, Announcer
from cogs.meetups.service.horizon import Horizon
from cogs.meetups.service.refresh import CardRefresh
from cogs.meetups.storage import MeetupStorage, RsvpStorage

log = logging.getLogger(__name__)

ALARM = "meetups:due"
AT_ONCE = 25
AGAIN = timedelta(minutes=10)
# A reminder drawn long after it was due tells nothing that the card does not.
NOTES_LATE = timedelta(days=14)


@dataclass(frozen=True, slots=True)
class _Matter:
    due: Due
    occurrence: Occurrence
    meetup: Meetup


class DueService:
    def __init__(  # noqa: PLR0913 - what it is wired with, once, in setup
        self,
        storage: MeetupStorage,
        rsvps: RsvpStorage,
        notices: Notices,
        *,
        horizon: Horizon,
        refresh: CardRefresh,
        announcer: Announcer,
        scheduler: Scheduler,
        clock: Clock,
    ) -> None:
        self._storage = storage
        self._rsvps = rsvps
        self._notices = notices
        self._horizon = horizon
        self._refresh = refresh
        self._announcer = announcer
        self._scheduler = scheduler
        self._clock = clock

    async def arm(self) -> None:
        """After every change of what is due."""
        due_at = await self._storage.find_next_due_at()
        if due_at is None:
            self._scheduler.clear_alarm(ALARM)
        else:
            self._scheduler.set_alarm(ALARM, due_at, self.ring)

    async def ring(self) -> None:
        """A few at a time, so that answers never wait behind a crowd of reminders."""
        while dues := await self._storage.list_due(self._clock.now(), AT_ONCE):
            try:
                await self._handle_all(dues)
            except Exception:
                log.exception("what was due could not be done at once; now one by one")
                try:
                    await self._one_by_one(dues)
                except Exception:
                    # The disk refuses, say: what is due stays due.
                    self._scheduler.set_alarm(ALARM, self._clock.now() + AGAIN, self.ring)
                    raise
            self._announcer.wake()
        await self.arm()

    async def _handle_all(self, dues: Sequence[Due]) -> None:
        touched: set[int] = set()
        async with self._storage.transaction() as transaction:
            for due in dues:
                if (meetup_id := await self._handle(transaction, due)) is not None:
                    touched.add(meetup_id)
        for meetup_id in touched:
            await self._refresh.request(meetup_id)

    async def _one_by_one(self, dues: Sequence[Due]) -> None:
        """One that fails must not hold up the others: it comes again later."""
        for due in dues:
            try:
                await self._handle_all([due])
            except Exception:
                log.exception("the %s of date %d failed", due.kind, due.occurrence_id)
                async with self._storage.transaction() as transaction:
                    again = (due.kind, due.lead, self._clock.now() + AGAIN)
                    await self._storage.add_dues(transaction, due.occurrence_id, [again])

    async def _handle(self, transaction: Transaction, due: Due) -> int | None:
        """The meetup whose card must change."""
        now = self._clock.now()
        shorter = await self._storage.list_shorter_due(transaction, due, now) if due.kind is DueKind.REMIND else []
        if not await self._storage.delete_due(transaction, due.due_id):
            return None
        occurrence = await self._storage.find_occurrence_in(transaction, due.occurrence_id)
        meetup = await self._storage.find_meetup_in(transaction, occurrence.meetup_id) if occurrence else None
        if occurrence is None or meetup is None or occurrence.status is Status.CANCELLED:
            return None
        matter = _Matter(due, occurrence, meetup)
        if due.kind is DueKind.REMIND:
            if still_useful(due.lead, occurrence.starts_at, now):
                await self._remind(transaction, matter, shorter)
            return None
        if due.kind is DueKind.NOTES:
            if now - occurrence.ends_at < NOTES_LATE:
                await self._announcer.about(transaction, meetup, NOTES, occurrence)
            return None
        return await self._end(transaction, matter)

    async def _end(self, transaction: Transaction, matter: _Matter) -> int:
        meetup = matter.meetup
        await self._storage.set_occurrence(transaction, matter.occurrence.occurrence_id, status=Status.OVER.value)
        if not await self._horizon.extend(transaction, meetup) and meetup.status is Status.PLANNED:
            await self._storage.set_meetup(transaction, meetup.meetup_id, status=Status.OVER.value)
        await self._refresh.mark(transaction, meetup.meetup_id)
        return meetup.meetup_id

    async def _remind(self, transaction: Transaction, matter: _Matter, shorter: Sequence[int]) -> None:
        """In the thread at the meetup's own times; privately to those who asked, at theirs.

        After a downtime, whoever has a nearer reminder due as well (`shorter`) gets that one only.
        """
        meetup, occurrence, lead = matter.meetup, matter.occurrence, matter.due.lead
        preferences = await self._rsvps.preferences_in(transaction, occurrence.occurrence_id)
        coming = [
            (rsvp, preferences[rsvp.user_id])
            for rsvp in await self._rsvps.list_in(transaction, occurrence.occurrence_id)
            if rsvp.answer is not Answer.NO and rsvp.user_id in preferences
        ]
        wanting = [(rsvp, held) for rsvp, held in coming if held.wants(lead, meetup.leads)]
        if lead in meetup.leads and not set(shorter) & set(meetup.leads):
            for batch in batches(wanting):
                await self._announcer.reminder(transaction, meetup, occurrence, lead, batch)
        for rsvp, held in wanting:
            if held.by_dm and not any(held.wants(other, meetup.leads) for other in shorter):
                ref = {"occurrence_id": occurrence.occurrence_id, "starts_at": occurrence.starts_at.isoformat()}
                await self._notices.add(transaction, user_id=rsvp.user_id, kind=REMINDED, ref=ref, chosen=True)


def batches(wanting: Sequence[tuple[Rsvp, Preferences]]) -> list[tuple[int, int]]:
    """Whom each message mentions: from which answer to which. At least one message, which may mention nobody."""
    numbers = [rsvp.rsvp_id for rsvp, held in wanting if held.mentioned and not held.hidden and not rsvp.waiting]
    if not numbers:
        return [(0, 0)]
    pieces = [numbers[start : start + MENTIONS_AT_ONCE] for start in range(0, len(numbers), MENTIONS_AT_ONCE)]
    return [(piece[0], piece[-1]) for piece in pieces]
