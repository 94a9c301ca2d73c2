"""The dates of a series, made one by one over the eight weeks to come; with each, what is due and Discord's event."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from bot.clock import Clock
from bot.schedule import series
from bot.schedule.series import Rule, Series
from bot.storage.database import Transaction
from cogs.meetups.models import (
    HORIZON,
    LEADS,
    MOST_EVENTS,
    NOTES_AFTER,
    DueKind,
    Meetup,
    Occurrence,
    Rhythm,
    Status,
)
from cogs.meetups.service.announcing import Announcer
from cogs.meetups.storage import MeetupStorage

# Beyond the horizon, how far a date is looked for that is not cancelled.
_LOOK_AHEAD = 12


def series_of(rhythm: Rhythm) -> Series:
    return Series(rhythm.start, ZoneInfo(rhythm.zone), Rule(rhythm.recurrence.value), rhythm.until)


def dues_of(meetup: Meetup, occurrence: Occurrence, now: datetime) -> list[tuple[DueKind, int, datetime]]:
    """Reminders whose time has passed already are none: planning or moving is news enough."""
    leads = {*meetup.leads, *LEADS}
    reminders = [(DueKind.REMIND, lead, occurrence.starts_at - timedelta(minutes=lead)) for lead in sorted(leads)]
    return [
        *(due for due in reminders if due[2] > now),
        (DueKind.END, 0, occurrence.ends_at),
        (DueKind.NOTES, 0, occurrence.ends_at + NOTES_AFTER),
    ]


class Horizon:
    def __init__(self, storage: MeetupStorage, announcer: Announcer, clock: Clock) -> None:
        self._storage = storage
        self._announcer = announcer
        self._clock = clock

    async def extend(self, transaction: Transaction, meetup: Meetup) -> bool:
        """The dates that lack, and their events. False when none is to come any more."""
        now = self._clock.now()
        known = {found.slot: found for found in await self._storage.list_occurrences_in(transaction, meetup.meetup_id)}
        for found in self._wanted(meetup, known.values(), now):
            if found.slot not in known:
                await self._add(transaction, meetup, found, now)
        await self.fill_events(transaction)
        rows = await self._storage.list_occurrences_in(transaction, meetup.meetup_id)
        return any(row.is_to_come(now) for row in rows)

    async def fill_events(self, transaction: Transaction) -> None:
        """The soonest dates first, as many as Discord's events may be at a time."""
        now = self._clock.now()
        room = MOST_EVENTS - await self._storage.count_events(transaction)
        waiting = await self._storage.list_wanting_event(transaction, now, now + HORIZON)
        for occurrence in waiting[: max(0, room)]:
            meetup = await self._storage.find_meetup_in(transaction, occurrence.meetup_id)
            if meetup is not None:
                await self._storage.set_occurrence(transaction, occurrence.occurrence_id, event_wanted=1)
                await self._announcer.event(transaction, meetup, occurrence)

    def _wanted(self, meetup: Meetup, known: Iterable[Occurrence], now: datetime) -> list[series.Occurrence]:
        """Those within the horizon; beyond it, the first that is not cancelled."""
        rule = series_of(meetup.rhythm)
        soon = series.occurrences_until(rule, after=now, until=now + HORIZON)
        dropped = {row.slot for row in known if row.status is not Status.PLANNED}
        if any(found.slot not in dropped for found in soon):
            return soon
        later = series.occurrences(rule, after=now + HORIZON, limit=_LOOK_AHEAD)
        return [*soon, *[found for found in later if found.slot not in dropped][:1]]

    async def _add(self, transaction: Transaction, meetup: Meetup, found: series.Occurrence, now: datetime) -> None:
        ends_at = found.starts_at + timedelta(minutes=meetup.minutes)
        occurrence = Occurrence(0, meetup.meetup_id, found.slot, found.starts_at, ends_at, meetup.texts)
        occurrence_id = await self._storage.add_occurrence(transaction, occurrence)
        await self._storage.add_dues(transaction, occurrence_id, dues_of(meetup, occurrence, now))
