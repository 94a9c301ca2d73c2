"""What was changed, as those who answered are told it: before and after."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from cogs.meetups.models.meetups import Scope


@dataclass(frozen=True, slots=True)
class Side:
    """One side of a change: the first date concerned, as it was or as it is."""

    title: str
    about: str
    place: str
    starts_at: datetime
    ends_at: datetime


@dataclass(frozen=True, slots=True)
class Change:
    change_id: int
    meetup_id: int
    occurrence_id: int
    scope: Scope
    cancelled: bool
    before: Side
    after: Side
    changed_at: datetime
