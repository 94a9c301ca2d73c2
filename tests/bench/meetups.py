"""Reminders in numbers: ten thousand pending at a start, a thousand due in the same minute while somebody votes."""

from __future__ import annotations

import asyncio
import time
import tracemalloc
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from statistics import median, quantiles
from tempfile import TemporaryDirectory

from bot.anonymity.ballot_box import BallotBoxes, Terms
from bot.client import MIGRATIONS
from bot.clock import Clock
from bot.posting.notices import Notices
from bot.posting.outbox import Outbox
from bot.schedule.scheduler import AlarmScheduler
from bot.storage.database import Database
from bot.storage.folder import DataFolder
from cogs.meetups.models import DueKind, Meetup, Occurrence, Rhythm, Status, Texts
from cogs.meetups.service import Announcer, CardRefresh, DueService, Horizon
from cogs.meetups.storage import MeetupStorage, RsvpStorage

PENDING, AT_ONCE, SPREAD = 10_000, 1_000, 60
FIRST_ID = 10**17
START = datetime(2027, 1, 14, 18, 30)  # noqa: DTZ001 - a wall clock's


@dataclass(frozen=True, slots=True)
class _Rig:
    database: Database
    storage: MeetupStorage
    dues: DueService
    boxes: BallotBoxes
    scheduler: AlarmScheduler


async def run() -> None:
    # Beside the checkout, not in a memory file system: a sync must reach a disk.
    with TemporaryDirectory(prefix="bench-", dir=Path.cwd()) as folder:
        async with _rig(Path(folder)) as rig:
            await _start_up(rig)
            await _spread(rig)
            await _crowd(rig)


async def _start_up(rig: _Rig) -> None:
    later = datetime.now(UTC) + timedelta(days=30)
    await _fill(rig, [later + timedelta(seconds=number) for number in range(PENDING)])
    tracemalloc.start()
    began = time.perf_counter()
    await rig.dues.arm()
    spent = 1000 * (time.perf_counter() - began)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    print(f"{PENDING:,} reminders pending: armed at start in {spent:.1f} ms, {peak / 1024:.0f} KiB at most")
    print("To reach: under 1 s; memory that does not grow with them.\n")


async def _spread(rig: _Rig) -> None:
    """One at a time, as reminders usually come: from the moment each is due to its row in the outbox."""
    now = datetime.now(UTC)
    due = [now + timedelta(milliseconds=300 + 50 * number) for number in range(SPREAD)]
    await _fill(rig, due)
    await rig.dues.arm()
    await asyncio.sleep(0.05 * SPREAD + 1.0)
    _lateness(f"{SPREAD} reminders, 20 a second", await _late(rig))


async def _crowd(rig: _Rig) -> None:
    soon = datetime.now(UTC) + timedelta(seconds=4)
    await _fill(rig, [soon] * AT_ONCE)
    box_id = await rig.boxes.create(range(FIRST_ID, FIRST_ID + 2_000), counters=4, terms=Terms(5, 5))
    quiet = await _votes(rig, box_id, 0, 100)
    await rig.dues.arm()
    await asyncio.sleep(max(0.0, (soon - datetime.now(UTC)).total_seconds()))
    busy = await _votes(rig, box_id, 100, 700)
    await asyncio.sleep(3)
    _lateness(f"{AT_ONCE:,} reminders due at the same instant", await _late(rig))
    print(f"\n{'':44}{'median':>10}{'p99':>10}{'worst':>10}  ms")
    for what, spent in (("a vote, nothing else going on", quiet), (f"a vote, {AT_ONCE:,} reminders due", busy)):
        print(f"{what:<44}{1000 * median(spent):>10.2f}{1000 * _p99(spent):>10.2f}{1000 * max(spent):>10.2f}")
    print("To reach: p99 of lateness under 1 s; a vote at most 50 ms later.")


async def _votes(rig: _Rig, box_id: str, first: int, last: int) -> list[float]:
    spent: list[float] = []
    for number in range(first, last):
        began = time.perf_counter()
        await rig.boxes.cast(box_id, FIRST_ID + number, (number % 4,))
        spent.append(time.perf_counter() - began)
    return spent


async def _fill(rig: _Rig, due: list[datetime]) -> None:
    """Dates whose fifteen-minute reminder is due then, ten to a meetup."""
    async with rig.storage.transaction() as transaction:
        await transaction.execute("DELETE FROM outbox")
        meetup_id = 0
        for number, due_at in enumerate(due):
            if number % 10 == 0:
                meetup_id = await rig.storage.add_meetup(transaction, _meetup(f"{due_at}-{number}"))
            starts_at = due_at + timedelta(minutes=15)
            occurrence = Occurrence(
                0, meetup_id, START + timedelta(days=number), starts_at, starts_at + timedelta(hours=1), _TEXTS
            )
            occurrence_id = await rig.storage.add_occurrence(transaction, occurrence)
            await rig.storage.add_dues(transaction, occurrence_id, [(DueKind.REMIND, 15, due_at)])


async def _late(rig: _Rig) -> list[float]:
    """Seconds, from when each reminder was due to when its row was written."""
    rows = await rig.database.all(
        "SELECT outbox.created_at, starts_at FROM outbox JOIN meetup_occurrences "
        "ON occurrence_id = json_extract(ref, '$.occurrence_id')"
    )
    return [
        (
            datetime.fromisoformat(row["created_at"])
            - (datetime.fromisoformat(row["starts_at"]) - timedelta(minutes=15))
        ).total_seconds()
        for row in rows
    ]


def _lateness(what: str, seconds: list[float]) -> None:
    print(
        f"{what}: {len(seconds):,} in the outbox; late by {1000 * median(seconds):.0f} ms median, "
        f"{1000 * _p99(seconds):.0f} ms p99"
    )


def _p99(values: list[float]) -> float:
    return quantiles(values, n=100)[98]


_TEXTS = Texts("Un banc d'essai", "", "Ici")


def _meetup(uid: str) -> Meetup:
    rhythm = Rhythm(START, "Europe/Paris")
    return Meetup(0, uid, 1, 1, _TEXTS, rhythm, 60, None, (15,), Status.PLANNED, 0, datetime.now(UTC))


@asynccontextmanager
async def _rig(path: Path) -> AsyncGenerator[_Rig]:
    folder = DataFolder(path)
    folder.claim()
    database = await Database.open(folder.database, MIGRATIONS)
    clock, scheduler = Clock(), AlarmScheduler()
    outbox = Outbox(database, clock, scheduler, find_channel=_nowhere, moderators_channel_id=lambda: None)
    storage, rsvps = MeetupStorage(database), RsvpStorage(database)
    announcer = Announcer(outbox, clock)
    dues = DueService(
        storage,
        rsvps,
        Notices(database, clock, outbox),
        horizon=Horizon(storage, announcer, clock),
        refresh=CardRefresh(storage, announcer, scheduler=scheduler, clock=clock),
        announcer=announcer,
        scheduler=scheduler,
        clock=clock,
    )
    scheduler.start()
    try:
        yield _Rig(database, storage, dues, BallotBoxes(folder.ballots, bytes(32)), scheduler)
    finally:
        scheduler.close()
        await database.close()
        folder.release()


async def _nowhere(_channel_id: int) -> None:
    return None


if __name__ == "__main__":
    asyncio.run(run())
