"""What cards show beside the rows: counts, the place in the month, a change of time nearby."""

from __future__ import annotations

from zoneinfo import ZoneInfo

from bot.clock import Clock
from bot.schedule import series
from cogs.meetups.models import (
    ComingDate,
    DateFacts,
    Listed,
    Meetup,
    MeetupGone,
    MonthPlace,
    Occurrence,
    Recurrence,
    Rhythm,
)
from cogs.meetups.service.drafts import Preview
from cogs.meetups.service.notes import NotesService
from cogs.meetups.service.plans import PlanService
from cogs.meetups.service.rsvps import RsvpService


def month_place(rhythm: Rhythm) -> MonthPlace | None:
    if rhythm.recurrence is not Recurrence.MONTHLY:
        return None
    place = series.monthly_place(rhythm.start)
    return MonthPlace(place.nth, place.weekday)


def coming_dates(preview: Preview) -> list[ComingDate]:
    return [
        ComingDate(found.starts_at, preview.changes.get(place), found.turn) for place, found in enumerate(preview.dates)
    ]


class FactsService:
    def __init__(self, plans: PlanService, rsvps: RsvpService, notes: NotesService, clock: Clock) -> None:
        self._plans = plans
        self._rsvps = rsvps
        self._notes = notes
        self._clock = clock

    async def of_meetup(self, meetup_id: int) -> DateFacts:
        """The date to come, or the last. Raises MeetupGone."""
        meetup, occurrence = await self._plans.get(meetup_id), await self._plans.next_of(meetup_id)
        if occurrence is None:
            raise MeetupGone
        return await self._of(meetup, occurrence)

    async def of_date(self, occurrence_id: int) -> DateFacts:
        """Raises MeetupGone."""
        occurrence = await self._plans.get_occurrence(occurrence_id)
        return await self._of(await self._plans.get(occurrence.meetup_id), occurrence)

    async def _of(self, meetup: Meetup, occurrence: Occurrence) -> DateFacts:
        zone, counts = ZoneInfo(meetup.rhythm.zone), (await self._rsvps.attendance(occurrence.occurrence_id)).counts
        to_come = occurrence.is_to_come(self._clock.now())
        change = series.change_near(occurrence.starts_at, zone) if to_come else None
        notes = occurrence.entry_id or await self._notes.last_of(meetup.meetup_id)
        return DateFacts(meetup, occurrence, counts, month_place(meetup.rhythm), change, notes)

    async def list_for(self, user_id: int, key: str) -> list[Listed]:
        """`key`: all, mine, or the number of a meetup."""
        if key == "mine":
            found = await self._plans.list_of_person(user_id)
        elif key == "all":
            found = await self._plans.list_to_come()
        else:
            found = await self._plans.dates_of(int(key))
        mine, meetups = await self._rsvps.answers_of(user_id), dict[int, Meetup]()
        for occurrence in found:
            if occurrence.meetup_id not in meetups:
                meetups[occurrence.meetup_id] = await self._plans.get(occurrence.meetup_id)
        return [Listed(meetups[row.meetup_id], row, mine.get(row.occurrence_id)) for row in found]
