"""Answers between the choice and the confirmation: in memory only, for an hour, under a random ticket.

The ticket is what a button carries, so that no answer ever stands in a custom_id.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from secrets import token_urlsafe
from typing import Generic, TypeVar

from bot.clock import Clock
from bot.errors import UserError
from bot.schedule.scheduler import Scheduler

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
    about: int
    answer: T
    until: datetime


class HeldAnswers(Generic[T]):
    """`about` is the poll or survey: one person holds one answer to each, the newest."""

    def __init__(self, name: str, clock: Clock, scheduler: Scheduler) -> None:
        self._alarm = f"{name}:held"
        self._clock = clock
        self._scheduler = scheduler
        self._held: dict[str, _Held[T]] = {}

    def hold(self, user_id: int, about: int, answer: T) -> str:
        """The ticket."""
        self._drop(lambda held: (held.user_id, held.about) == (user_id, about))
        ticket = token_urlsafe(9)
        self._held[ticket] = _Held(user_id, about, answer, self._clock.now() + HELD_FOR)
        while len(self._held) > MOST_HELD:
            del self._held[next(iter(self._held))]
        if len(self._held) == 1:
            self._arm()
        return ticket

    def find(self, user_id: int, about: int) -> str | None:
        """The ticket of what this person holds about it."""
        now = self._clock.now()
        return next(
            (
                ticket
                for ticket, held in self._held.items()
                if (held.user_id, held.about) == (user_id, about) and held.until > now
            ),
            None,
        )

    def get(self, ticket: str, user_id: int) -> T:
        """Raises NothingHeld, also for somebody else's ticket."""
        held = self._held.get(ticket)
        if held is None or held.user_id != user_id or held.until <= self._clock.now():
            raise NothingHeld
        return held.answer

    def replace(self, ticket: str, user_id: int, answer: T) -> None:
        """Under the same ticket, for another hour. Raises NothingHeld."""
        self.get(ticket, user_id)
        held = self._held[ticket]
        self._held[ticket] = _Held(user_id, held.about, answer, self._clock.now() + HELD_FOR)

    def release(self, ticket: str) -> None:
        self._held.pop(ticket, None)

    def forget(self, about: int) -> None:
        """When nothing can be confirmed any more."""
        self._drop(lambda held: held.about == about)

    async def _purge(self) -> None:
        now = self._clock.now()
        self._drop(lambda held: held.until <= now)
        self._arm()

    def _arm(self) -> None:
        """At the time of the oldest, as long as anything is held."""
        first = min((held.until for held in self._held.values()), default=None)
        if first is not None:
            self._scheduler.set_alarm(self._alarm, first, self._purge)

    def _drop(self, condition: Callable[[_Held[T]], bool]) -> None:
        for ticket in [ticket for ticket, held in self._held.items() if condition(held)]:
            del self._held[ticket]
