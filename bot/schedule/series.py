"""Series of dates by the wall clock: «every second Thursday at 18:30 in Paris», whatever the offset is that day.

Occurrences are counted in naive local time, then get the zone, then become UTC: no hour is lost or won when the
clocks change. No clock of its own.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from enum import StrEnum
from itertools import islice
from zoneinfo import ZoneInfo

from dateutil.rrule import MONTHLY, WEEKLY, rrule, weekday

_NEAR = timedelta(days=7)
_WIDEST_OFFSET = timedelta(days=1)
_FIFTH = 5
_MONTHS = 12


class Rule(StrEnum):
    NONE = "none"
    WEEKLY = "weekly"
    FORTNIGHTLY = "fortnightly"
    MONTHLY = "monthly"


class Turn(StrEnum):
    """What the clocks do to a local time: jump over it, or show it twice."""

    SKIPPED = "skipped"
    TWICE = "twice"


@dataclass(frozen=True, slots=True)
class Series:
    """`start` is naive and local; `until` the last local day on which it may fall."""

    start: datetime
    zone: ZoneInfo
    rule: Rule = Rule.NONE
    until: date | None = None


@dataclass(frozen=True, slots=True)
class Occurrence:
    """`slot` is the naive local time that the rule gives; `starts_at` is aware, in UTC."""

    slot: datetime
    starts_at: datetime
    turn: Turn | None = None


@dataclass(frozen=True, slots=True)
class MonthlyPlace:
    """«The second Thursday»: `nth` from 1 to 4, or -1 for the last; `weekday` from 0, Monday."""

    nth: int
    weekday: int


def monthly_place(start: datetime) -> MonthlyPlace:
    """A fifth one would skip months, as the 31st would: it is the last."""
    nth = (start.day - 1) // 7 + 1
    return MonthlyPlace(-1 if nth == _FIFTH else nth, start.weekday())


def occurrences(series: Series, *, after: datetime, limit: int) -> list[Occurrence]:
    """Those that begin later than `after` (aware), at most `limit`, in their order."""
    return list(islice(_later(series, after), limit))


def rank(rule: Rule, first: datetime, slot: datetime) -> int:
    """Which one of a series `slot` is, counted from the slot `first`, which is 0."""
    if rule is Rule.NONE:
        return 0
    if rule is Rule.MONTHLY:
        return (slot.year - first.year) * _MONTHS + slot.month - first.month
    return (slot.date() - first.date()) // (_NEAR * (2 if rule is Rule.FORTNIGHTLY else 1))


def at_rank(series: Series, number: int) -> Occurrence:
    """The one of that rank, counted from the series' start; its last day is not asked."""
    if series.rule is Rule.NONE:
        return at_wall_time(series.start, series.zone)
    return at_wall_time(next(islice(_rrule(replace(series, until=None)), number, None)), series.zone)


def occurrences_until(series: Series, *, after: datetime, until: datetime) -> list[Occurrence]:
    """Those that begin later than `after` and not later than `until`, both aware."""
    found: list[Occurrence] = []
    for occurrence in _later(series, after):
        if occurrence.starts_at > until:
            break
        found.append(occurrence)
    return found


def at_wall_time(slot: datetime, zone: ZoneInfo) -> Occurrence:
    """The first of the two where the clocks show `slot` twice; where they jump over it, as much later."""
    # PEP 495: the offset before the change, as RFC 5545 (3.3.5) also has it.
    starts_at = slot.replace(tzinfo=zone, fold=0).astimezone(UTC)
    if starts_at.astimezone(zone).replace(tzinfo=None) != slot:
        return Occurrence(slot, starts_at, Turn.SKIPPED)
    again = slot.replace(tzinfo=zone, fold=1).astimezone(UTC)
    return Occurrence(slot, starts_at, Turn.TWICE if again != starts_at else None)


def change_near(moment: datetime, zone: ZoneInfo) -> datetime | None:
    """When the clocks change within a week of `moment`: that instant in UTC, to the minute; None when they do not."""
    for first, last in ((moment - _NEAR, moment), (moment, moment + _NEAR)):
        if first.astimezone(zone).utcoffset() != last.astimezone(zone).utcoffset():
            return _change_between(first.astimezone(UTC), last.astimezone(UTC), zone)
    return None


def _change_between(first: datetime, last: datetime, zone: ZoneInfo) -> datetime:
    """By halves; clocks do not change twice in a week."""
    before = first.astimezone(zone).utcoffset()
    while last - first > timedelta(minutes=1):
        middle = first + (last - first) / 2
        if middle.astimezone(zone).utcoffset() == before:
            first = middle
        else:
            last = middle
    return last.replace(second=0, microsecond=0)


def _later(series: Series, after: datetime) -> Iterator[Occurrence]:
    for slot in _slots(series, after):
        occurrence = at_wall_time(slot, series.zone)
        if occurrence.starts_at > after:
            yield occurrence


def _slots(series: Series, after: datetime) -> Iterator[datetime]:
    """Naive local times from about `after` on; a day too many costs nothing, a missing one would."""
    if series.rule is Rule.NONE:
        return iter([series.start])
    from_here = after.astimezone(series.zone).replace(tzinfo=None) - _WIDEST_OFFSET
    return _rrule(series).xafter(from_here, inc=True)


def _rrule(series: Series) -> rrule:
    until = datetime.combine(series.until, time.max) if series.until else None
    if series.rule is Rule.MONTHLY:
        place = monthly_place(series.start)
        return rrule(
            MONTHLY, dtstart=series.start, until=until, byweekday=weekday(place.weekday, place.nth), cache=False
        )
    interval = 2 if series.rule is Rule.FORTNIGHTLY else 1
    return rrule(WEEKLY, dtstart=series.start, until=until, interval=interval, cache=False)
