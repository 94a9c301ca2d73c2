"""Answers: who comes, who waits, who is reminded and how."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

# What members may choose for themselves, in minutes before the start.
LEADS = (10_080, 1440, 60, 15)
LONG_LEAD = 1440
LEAST_LEFT = timedelta(hours=2)
MENTIONS_AT_ONCE = 90


class Answer(StrEnum):
    YES = "yes"
    MAYBE = "maybe"
    NO = "no"


@dataclass(frozen=True, slots=True)
class Rsvp:
    """`waiting`: a yes beyond the capacity. `from_event`: by «interested» on Discord's event."""

    rsvp_id: int
    occurrence_id: int
    user_id: int
    answer: Answer
    waiting: bool
    from_event: bool = False


@dataclass(frozen=True, slots=True)
class Counts:
    yes: int = 0
    maybe: int = 0
    no: int = 0
    waiting: int = 0


@dataclass(frozen=True, slots=True)
class Preferences:
    """`leads` None: those of the meetup."""

    user_id: int
    mentioned: bool = False
    by_dm: bool = False
    hidden: bool = False
    leads: tuple[int, ...] | None = None

    def wants(self, lead: int, usual: Sequence[int]) -> bool:
        return lead in (usual if self.leads is None else self.leads)


def count(rsvps: Sequence[Rsvp]) -> Counts:
    return Counts(
        yes=sum(rsvp.answer is Answer.YES and not rsvp.waiting for rsvp in rsvps),
        maybe=sum(rsvp.answer is Answer.MAYBE for rsvp in rsvps),
        no=sum(rsvp.answer is Answer.NO for rsvp in rsvps),
        waiting=sum(rsvp.waiting for rsvp in rsvps),
    )


def must_wait(rsvps: Sequence[Rsvp], capacity: int | None) -> bool:
    """Whether one more yes finds no place. Nobody overtakes those who wait already."""
    counts = count(rsvps)
    return capacity is not None and (counts.yes >= capacity or counts.waiting > 0)


def promoted(rsvps: Sequence[Rsvp], capacity: int | None) -> list[Rsvp]:
    """Those who wait and now have a place, first come first."""
    queue = sorted((rsvp for rsvp in rsvps if rsvp.waiting), key=lambda rsvp: rsvp.rsvp_id)
    if capacity is None:
        return queue
    return queue[: max(0, capacity - count(rsvps).yes)]


def still_useful(lead: int, starts_at: datetime, now: datetime) -> bool:
    """Late, the day-before reminder still goes if two hours remain; the short ones until the start."""
    left = starts_at - now
    return left >= LEAST_LEFT if lead >= LONG_LEAD else left > timedelta()
