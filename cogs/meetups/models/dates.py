"""Looking for a date together: slots, and who can when. Answers bear names."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from bot.errors import UserError
from cogs.meetups.models.rsvps import Answer

MOST_SLOTS, LEAST_SLOTS = 10, 2


class DatePollStatus(StrEnum):
    DRAFT = "draft"
    OPEN = "open"
    CLOSED = "closed"


@dataclass(frozen=True, slots=True)
class DatePoll:
    date_poll_id: int
    author_id: int | None
    channel_id: int
    title: str
    minutes: int
    status: DatePollStatus
    opened_at: datetime
    message_id: int | None = None


@dataclass(frozen=True, slots=True)
class Slot:
    """`answers` by person, in no order that means anything."""

    slot_id: int
    date_poll_id: int
    starts_at: datetime
    answers: tuple[tuple[int, Answer], ...] = ()

    def people(self, answer: Answer) -> list[int]:
        return [user_id for user_id, held in self.answers if held is answer]


def best_first(slots: Sequence[Slot]) -> list[Slot]:
    """Where most can come at all; then where most come gladly; then the soonest."""

    def rank(slot: Slot) -> tuple[int, int, datetime]:
        yes, maybe = len(slot.people(Answer.YES)), len(slot.people(Answer.MAYBE))
        return (-(yes + maybe), -yes, slot.starts_at)

    return sorted(slots, key=rank)


class DatePollGone(UserError):
    def __init__(self) -> None:
        super().__init__("meetups-dates-gone")


class BadSlots(UserError):
    """Says what is wrong; what was typed is handed back."""
