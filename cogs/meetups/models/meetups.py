"""A meetup, its dates, and how far each has come."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

from bot.errors import UserError

HORIZON = timedelta(weeks=8)
MOST_EVENTS = 40
USUAL_MINUTES = 90
USUAL_LEADS = (1440, 15)
NOTES_AFTER = timedelta(hours=1)

# Discord's own, for its events.
MOST_EVENT_TITLE, MOST_EVENT_PLACE, MOST_EVENT_ABOUT = 100, 100, 1000


class Recurrence(StrEnum):
    NONE = "none"
    WEEKLY = "weekly"
    FORTNIGHTLY = "fortnightly"
    MONTHLY = "monthly"


class Status(StrEnum):
    PLANNED = "planned"
    OVER = "over"
    CANCELLED = "cancelled"


class Scope(StrEnum):
    """How far a change reaches."""

    THIS = "this"
    FOLLOWING = "following"
    SERIES = "series"


@dataclass(frozen=True, slots=True)
class Texts:
    title: str
    about: str
    place: str


@dataclass(frozen=True, slots=True)
class Rhythm:
    """`start` is naive and local, in the zone of that key; `until` the last local day."""

    start: datetime
    zone: str
    recurrence: Recurrence = Recurrence.NONE
    until: date | None = None


@dataclass(frozen=True, slots=True)
class Meetup:
    """`organiser_id` is None once they asked to be forgotten. `leads`: minutes before the start, longest first."""

    meetup_id: int
    uid: str
    organiser_id: int | None
    channel_id: int
    texts: Texts
    rhythm: Rhythm
    minutes: int
    capacity: int | None
    leads: tuple[int, ...]
    status: Status
    sequence: int
    created_at: datetime
    message_id: int | None = None
    thread_id: int | None = None

    @property
    def recurs(self) -> bool:
        return self.rhythm.recurrence is not Recurrence.NONE


@dataclass(frozen=True, slots=True)
class EventFace:
    """What Discord's event shows, within its limits."""

    title: str
    about: str
    place: str
    starts_at: datetime
    ends_at: datetime


@dataclass(frozen=True, slots=True)
class Occurrence:
    """One date. `slot` is the naive local time the rule gave it; `revision` grows at each change."""

    occurrence_id: int
    meetup_id: int
    slot: datetime
    starts_at: datetime
    ends_at: datetime
    texts: Texts
    status: Status = Status.PLANNED
    revision: int = 0
    event_wanted: bool = False
    event_id: int | None = None
    event_sent: EventFace | None = None
    event_problem: str | None = None
    conflict: EventFace | None = None
    entry_id: int | None = None

    def is_to_come(self, now: datetime) -> bool:
        return self.status is Status.PLANNED and self.ends_at > now

    @property
    def reference(self) -> str:
        """By which its event is found again."""
        return f"tmnlab:{self.occurrence_id}"


def clip(text: str, most: int) -> str:
    return text if len(text) <= most else text[: most - 1].rstrip() + "…"


def face_of(occurrence: Occurrence) -> EventFace:
    room = MOST_EVENT_ABOUT - len(occurrence.reference) - 2
    texts = occurrence.texts
    return EventFace(
        clip(texts.title, MOST_EVENT_TITLE),
        clip(texts.about, room),
        clip(texts.place, MOST_EVENT_PLACE),
        occurrence.starts_at,
        occurrence.ends_at,
    )


class MeetupGone(UserError):
    def __init__(self) -> None:
        super().__init__("meetups-gone")


class OccurrenceOver(UserError):
    """Nothing more can be answered or changed."""

    def __init__(self, status: Status) -> None:
        super().__init__("meetups-date-cancelled" if status is Status.CANCELLED else "meetups-date-over")


class NotYourMeetup(UserError):
    def __init__(self) -> None:
        super().__init__("meetups-not-yours")


class NotAllowedToPlan(UserError):
    def __init__(self) -> None:
        super().__init__("meetups-not-allowed-to-plan")
