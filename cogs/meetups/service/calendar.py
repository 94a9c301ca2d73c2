"""Calendar files: one date, a series with what was moved or cancelled in it, or everything."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from bot.clock import Clock
from bot.schedule.calendar_file import CalendarEvent, google_link, write_calendar
from bot.schedule.series import at_wall_time
from bot.storage.settings import Settings
from cogs.meetups.models import Meetup, Occurrence, Status
from cogs.meetups.service.horizon import series_of
from cogs.meetups.storage import MeetupStorage

# Draws a moment in words, in one zone: «jeudi 14 janvier 2027, 18:30 (Paris)».
InWords = Callable[[datetime, ZoneInfo], str]


class CalendarService:
    def __init__(self, storage: MeetupStorage, *, settings: Settings, clock: Clock) -> None:
        self._storage = storage
        self._settings = settings
        self._clock = clock

    def hours_in_words(self, occurrence: Occurrence, in_words: InWords) -> str:
        """In the community's zone, then in those that the settings list; one a line."""
        community = self._settings.community
        keys = dict.fromkeys([community.timezone, *filter(None, community.meetup_zones.split(","))])
        return "\n".join(in_words(occurrence.starts_at, ZoneInfo(key)) for key in keys)

    def one(self, meetup: Meetup, occurrence: Occurrence, in_words: InWords) -> bytes:
        event = self._event(meetup, occurrence, in_words, alone=True)
        return write_calendar(event.title, [event], now=self._clock.now())

    async def whole(self, meetup: Meetup, in_words: InWords) -> bytes:
        return write_calendar(meetup.texts.title, await self._series(meetup, in_words), now=self._clock.now())

    async def everything(self, name: str, in_words: InWords) -> bytes:
        """Every meetup that is not over."""
        events: list[CalendarEvent] = []
        for meetup in await self._storage.list_planned():
            events += await self._series(meetup, in_words)
        return write_calendar(name, events, now=self._clock.now())

    def google(self, meetup: Meetup, occurrence: Occurrence, in_words: InWords) -> str | None:
        return google_link(self._event(meetup, occurrence, in_words, alone=True))

    async def _series(self, meetup: Meetup, in_words: InWords) -> list[CalendarEvent]:
        rows = await self._storage.list_occurrences(meetup.meetup_id)
        if not meetup.recurs:
            return [self._event(meetup, row, in_words, alone=True) for row in rows]
        master = self._master(meetup)
        apart = [
            self._event(meetup, row, in_words, alone=False)
            for row in rows
            if row.slot >= meetup.rhythm.start and self._differs(meetup, row)
        ]
        return [master, *apart]

    def _master(self, meetup: Meetup) -> CalendarEvent:
        series = series_of(meetup.rhythm)
        starts_at = at_wall_time(series.start, series.zone).starts_at
        return CalendarEvent(
            uid=meetup.uid,
            starts_at=starts_at,
            ends_at=starts_at + timedelta(minutes=meetup.minutes),
            zone=series.zone,
            title=meetup.texts.title,
            about=meetup.texts.about,
            place=meetup.texts.place,
            sequence=meetup.sequence,
            cancelled=meetup.status is Status.CANCELLED,
            series=series,
        )

    def _differs(self, meetup: Meetup, row: Occurrence) -> bool:
        usual = at_wall_time(row.slot, ZoneInfo(meetup.rhythm.zone)).starts_at
        same_time = row.starts_at == usual and row.ends_at == usual + timedelta(minutes=meetup.minutes)
        return row.status is Status.CANCELLED or row.texts != meetup.texts or not same_time

    def _event(self, meetup: Meetup, row: Occurrence, in_words: InWords, *, alone: bool) -> CalendarEvent:
        """`alone`: under an identity of its own, unless the meetup is this one date."""
        local, _, host = meetup.uid.partition("@")
        return CalendarEvent(
            uid=f"{local}-{row.occurrence_id}@{host}" if alone and meetup.recurs else meetup.uid,
            starts_at=row.starts_at,
            ends_at=row.ends_at,
            zone=ZoneInfo(meetup.rhythm.zone),
            title=row.texts.title,
            about="\n\n".join(filter(None, [row.texts.about, self.hours_in_words(row, in_words)])),
            place=row.texts.place,
            sequence=meetup.sequence,
            cancelled=row.status is Status.CANCELLED,
            slot=None if alone else row.slot,
        )
