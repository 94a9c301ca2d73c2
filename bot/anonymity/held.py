"""Answers between the choice and the confirmation: in memory only, for an hour, under a random ticket.

The ticket is what a button carries, so that no answer ever stands in a custom_id.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from secrets import token_urlsafe
from typing import Generic, TypeVar

from bot.clock import Clock
from bot.errors import UserError

HELD_FOR = timedelta(hours=1)
MOST_HELD = 20_000

T = TypeVar("T")


class NothingHeld(UserError):
    """The bot restarted, or an hour passed: nothing was recorded."""

    def __init__(self) -> None:
        super().__init__("ballot-nothing-held")


@dataclass(frozen=True, slots=True)
class _Held(Generic[T]):
    user_id: int
    answer: T
    until: datetime


class HeldAnswers(Generic[T]):
    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._held: dict[str, _Held[T]] = {}

    def hold(self, user_id: int, answer: T) -> str:
        """The ticket. One person holds one answer at a time: the newest."""
        self._drop(user_id)
        ticket = token_urlsafe(9)
        self._held[ticket] = _Held(user_id, answer, self._clock.now() + HELD_FOR)
        while len(self._held) > MOST_HELD:
            del self._held[next(iter(self._held))]
        return ticket

    def get(self, ticket: str, user_id: int) -> T:
        """Raises NothingHeld, also for somebody else's ticket."""
        held = self._held.get(ticket)
        if held is None or held.user_id != user_id or held.until <= self._clock.now():
            raise NothingHeld
        return held.answer

    def release(self, ticket: str) -> None:
        self._held.pop(ticket, None)

    def _drop(self, user_id: int) -> None:
        now = self._clock.now()
        for ticket in [key for key, held in self._held.items() if held.user_id == user_id or held.until <= now]:
            del self._held[ticket]
