"""Both alarm clocks keep the same contract."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

import pytest

from bot.clock import Clock
from bot.schedule.scheduler import AlarmScheduler, HandTurnedScheduler, Scheduler

Pass = Callable[[timedelta], Awaitable[None]]


@dataclass
class Rig:
    """A scheduler, the time it lives in, and what rang."""

    scheduler: Scheduler
    now: Callable[[], datetime]
    pass_time: Pass
    rung: list[str] = field(default_factory=list[str])

    def alarm(self, name: str, after: timedelta) -> None:
        async def ring() -> None:
            self.rung.append(name)

        self.scheduler.set_alarm(name, self.now() + after, ring)


def hand_turned() -> Rig:
    current = [datetime(2026, 3, 1, tzinfo=UTC)]
    scheduler = HandTurnedScheduler(Clock(lambda: current[0]))

    async def pass_time(span: timedelta) -> None:
        current[0] += span
        await scheduler.turn()

    return Rig(scheduler, lambda: current[0], pass_time)


def real_time() -> Rig:
    async def pass_time(span: timedelta) -> None:
        await asyncio.sleep(span.total_seconds())

    return Rig(AlarmScheduler(), lambda: datetime.now(UTC), pass_time)


@pytest.fixture(params=[hand_turned, real_time])
async def rig(request: pytest.FixtureRequest) -> AsyncIterator[Rig]:
    rig: Rig = request.param()
    rig.scheduler.start()
    yield rig
    rig.scheduler.close()


def soon(count: int = 1) -> timedelta:
    return timedelta(milliseconds=60 * count)


async def test_an_alarm_rings_once_at_its_time(rig: Rig) -> None:
    rig.alarm("a", soon(2))
    await rig.pass_time(soon())
    assert rig.rung == []
    await rig.pass_time(soon(3))
    await rig.pass_time(soon(3))
    assert rig.rung == ["a"]


async def test_what_fell_due_before_rings_at_once(rig: Rig) -> None:
    rig.alarm("late", -timedelta(days=40))
    await rig.pass_time(soon())
    assert rig.rung == ["late"]


async def test_setting_an_alarm_again_moves_it(rig: Rig) -> None:
    rig.alarm("a", soon())
    rig.alarm("a", timedelta(hours=1))
    await rig.pass_time(soon(3))
    assert rig.rung == []


async def test_a_cleared_alarm_is_silent_and_clearing_an_unknown_one_does_nothing(rig: Rig) -> None:
    rig.alarm("a", soon())
    rig.scheduler.clear_alarm("a")
    rig.scheduler.clear_alarm("never set")
    await rig.pass_time(soon(3))
    assert rig.rung == []


@pytest.mark.errors_expected
async def test_one_that_fails_does_not_silence_the_others(rig: Rig) -> None:
    async def fail() -> None:
        raise RuntimeError

    rig.scheduler.set_alarm("bad", rig.now() + soon(), fail)
    rig.alarm("good", soon(2))
    await rig.pass_time(soon(4))
    assert rig.rung == ["good"]


async def test_the_hand_turned_one_rings_in_order_and_what_ringing_sets() -> None:
    rig = hand_turned()
    rig.scheduler.start()
    rig.alarm("second", timedelta(hours=2))
    rig.alarm("first", timedelta(hours=1))

    async def chain() -> None:
        rig.alarm("chained", timedelta(0))

    rig.scheduler.set_alarm("chain", rig.now() + timedelta(hours=3), chain)
    await rig.pass_time(timedelta(days=1))
    assert rig.rung == ["first", "second", "chained"]
