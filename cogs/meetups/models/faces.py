"""What a card needs to know beside the rows themselves."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from cogs.meetups.models.meetups import Meetup, Occurrence
from cogs.meetups.models.rsvps import Counts, Rsvp


@dataclass(frozen=True, slots=True)
class MonthPlace:
    """«The second Thursday»: `nth` from 1 to 4, or -1 for the last; `weekday` from 0, Monday."""

    nth: int
    weekday: int


@dataclass(frozen=True, slots=True)
class DateFacts:
    """One date as it is shown. `change_at`: the clocks change within a week of it, then.

    `notes`: the entry of the library that tells of it, or of the last time.
    """

    meetup: Meetup
    occurrence: Occurrence
    counts: Counts
    place: MonthPlace | None = None
    change_at: datetime | None = None
    notes: int | None = None


@dataclass(frozen=True, slots=True)
class ComingDate:
    """A date to come of a preview. `turn`: `skipped` or `twice` where the clocks do that to its hour."""

    starts_at: datetime
    change_at: datetime | None = None
    turn: str | None = None


@dataclass(frozen=True, slots=True)
class Listed:
    """A line of a list: the date, and what the reader answered."""

    meetup: Meetup
    occurrence: Occurrence
    mine: Rsvp | None = None
