"""The alarm clock. Rows are the truth: what an alarm calls re-reads its row and decides what is left to do.

The only importer of APScheduler.
"""

from __future__ import annotations

import logging
from collections.abc import Awaitable, Callable
from datetime import datetime
from typing import Any, Protocol

from bot.clock import Clock

log = logging.getLogger(__name__)

Ring = Callable[[], Awaitable[None]]


class Scheduler(Protocol):
    """Alarms have a name, `feature:action:id`; setting one again moves it. One in the past rings at once."""

    def set_alarm(self, name: str, at: datetime, ring: Ring) -> None: ...

    def clear_alarm(self, name: str) -> None: ...

    def start(self) -> None: ...

    def close(self) -> None: ...


async def _ring_safely(name: str, ring: Ring) -> None:
    """One failing alarm must stop neither the others nor the clock."""
    try:
        await ring()
    except Exception:
        log.exception("the alarm %s failed", name)


class AlarmScheduler:
    """APScheduler in memory, date triggers only."""

    def __init__(self) -> None:
        from apscheduler.schedulers.asyncio import AsyncIOScheduler  # noqa: PLC0415 - untyped and heavy

        # misfire_grace_time=None: its default of one second silently drops what fell due during a busy moment.
        self._scheduler: Any = AsyncIOScheduler(
            timezone="UTC", job_defaults={"misfire_grace_time": None, "coalesce": True}
        )

    def set_alarm(self, name: str, at: datetime, ring: Ring) -> None:
        self._scheduler.add_job(_ring_safely, "date", run_date=at, args=(name, ring), id=name, replace_existing=True)

    def clear_alarm(self, name: str) -> None:
        if self._scheduler.get_job(name) is not None:
            self._scheduler.remove_job(name)

    def start(self) -> None:
        self._scheduler.start()

    def close(self) -> None:
        if self._scheduler.running:
            self._scheduler.shutdown(wait=False)


class HandTurnedScheduler:
    """For tests and the demo: alarms ring when `turn` is called, in their order, by the clock it is given."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._alarms: dict[str, tuple[datetime, Ring]] = {}
        self._started = False

    def set_alarm(self, name: str, at: datetime, ring: Ring) -> None:
        self._alarms[name] = (at, ring)

    def clear_alarm(self, name: str) -> None:
        self._alarms.pop(name, None)

    def start(self) -> None:
        self._started = True

    def close(self) -> None:
        self._started = False
        self._alarms.clear()

    def next_due(self) -> datetime | None:
        return min((at for at, _ in self._alarms.values()), default=None)

    async def turn(self) -> None:
        """Rings everything due, what the ringing sets included."""
        while self._started and (due := self._earliest_due()) is not None:
            _, ring = self._alarms.pop(due)
            await _ring_safely(due, ring)

    def _earliest_due(self) -> str | None:
        now = self._clock.now()
        due = [(at, name) for name, (at, _) in self._alarms.items() if at <= now]
        return min(due)[1] if due else None
