"""Something done again and again, at most once every ten seconds, whose last time always comes."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from datetime import datetime, timedelta

from bot.clock import Clock
from bot.schedule.scheduler import Scheduler

EVERY = timedelta(seconds=10)


class Paced:
    """`name` begins the names of its alarms; `act` is given the number asked for."""

    def __init__(self, name: str, act: Callable[[int], Awaitable[None]], *, scheduler: Scheduler, clock: Clock) -> None:
        self._name = name
        self._act = act
        self._scheduler = scheduler
        self._clock = clock
        self._last: dict[int, datetime] = {}

    async def request(self, number: int) -> None:
        """Now, or as soon as ten seconds have passed since the last."""
        last = self._last.get(number)
        if last is None or self._clock.now() - last >= EVERY:
            await self._do(number)
            return

        async def ring() -> None:
            await self._do(number)

        self._scheduler.set_alarm(f"{self._name}:{number}", last + EVERY, ring)

    async def _do(self, number: int) -> None:
        self._last[number] = self._clock.now()
        await self._act(number)
