"""The cost of a ballot at the service, beside one durable SQLite commit on the same disk in the same run."""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncGenerator, Awaitable, Sequence
from contextlib import asynccontextmanager
from pathlib import Path
from statistics import median, quantiles
from tempfile import TemporaryDirectory

from bot.anonymity.ballot_box import BallotBoxes
from bot.client import MIGRATIONS
from bot.clock import Clock
from bot.posting.outbox import Outbox
from bot.schedule.scheduler import HandTurnedScheduler
from bot.storage.database import Database
from bot.storage.folder import DataFolder
from bot.storage.settings import Settings
from cogs.polls.models import Kind, Poll
from cogs.polls.service import DraftService, PollService, Preparation, Texts
from cogs.polls.storage import PollStorage

ELECTORATES = (100, 1_000, 10_000, 100_000)
ALONE = 200
AT_ONCE = 1_000
FIRST_ID = 10**17


async def run() -> None:
    # Beside the checkout, not in a memory file system: a sync must reach a disk.
    with TemporaryDirectory(prefix="bench-", dir=Path.cwd()) as folder:
        async with _rig(Path(folder)) as (service, drafts, database):
            reference = await _commits(database)
            print("A ballot at the service, in milliseconds (each durable before it returns)\n")
            print(f"{'':34}{'median':>9}{'p99':>9}{'per second':>13}")
            _row("one durable SQLite commit", reference, sum(reference))
            for size in ELECTORATES:
                await _electorate(service, drafts, size)
    print(f"\nTo reach: under 50 ms median at {ELECTORATES[-1]:,} electors.")


async def _electorate(service: PollService, drafts: DraftService, size: int) -> None:
    began = time.perf_counter()
    poll = await _open(service, drafts, size)
    opening = time.perf_counter() - began
    alone = min(ALONE, size // 2)
    spent = [
        await _timed(service.cast_ballot(poll.poll_id, FIRST_ID + number, (number % 4,))) for number in range(alone)
    ]
    _row(f"{size:>7,} electors, alone", spent, sum(spent))
    crowd = range(alone, min(size, alone + AT_ONCE))
    began = time.perf_counter()
    waits = await asyncio.gather(
        *(_timed(service.cast_ballot(poll.poll_id, FIRST_ID + number, (number % 4,))) for number in crowd)
    )
    _row(f"{size:>7,} electors, {len(crowd):>5,} at once", waits, time.perf_counter() - began)
    began = time.perf_counter()
    await service.close_poll(poll.poll_id)
    print(f"{'':12}opening {1000 * opening:,.0f} ms, closing {1000 * (time.perf_counter() - began):,.0f} ms")


def _row(what: str, seconds: Sequence[float], wall: float) -> None:
    p99 = quantiles(seconds, n=100)[98]
    print(f"{what:<34}{1000 * median(seconds):>9.2f}{1000 * p99:>9.2f}{len(seconds) / wall:>13,.0f}")


async def _timed(work: Awaitable[None]) -> float:
    began = time.perf_counter()
    await work
    return time.perf_counter() - began


async def _commits(database: Database) -> list[float]:
    async def commit() -> None:
        async with database.transaction() as transaction:
            await transaction.execute(
                "INSERT INTO settings VALUES ('bench', '1') ON CONFLICT (name) DO UPDATE SET value = value || '1'"
            )

    return [await _timed(commit()) for _ in range(ALONE)]


async def _open(service: PollService, drafts: DraftService, size: int) -> Poll:
    draft = await drafts.start_draft(
        Preparation(author_id=1, kind=Kind.SINGLE, maximum=None, closing="7j", channel_id=1, role_id=None)
    )
    await drafts.fill_draft(draft.draft_id, 1, Texts("Un banc d'essai ?", "", "a\nb\nc\nd"))
    return await service.open_poll(draft.draft_id, 1, range(FIRST_ID, FIRST_ID + size))


@asynccontextmanager
async def _rig(path: Path) -> AsyncGenerator[tuple[PollService, DraftService, Database]]:
    folder = DataFolder(path)
    folder.claim()
    database = await Database.open(folder.database, MIGRATIONS)
    clock = Clock()
    scheduler = HandTurnedScheduler(clock)
    storage, settings = PollStorage(database), await Settings.load(database, timezone="Europe/Paris")
    drafts = DraftService(storage, settings=settings, clock=clock)
    service = PollService(
        storage,
        drafts,
        BallotBoxes(folder.ballots, bytes(32)),
        Outbox(database, clock, scheduler, find_channel=_nowhere, moderators_channel_id=lambda: None),
        scheduler=scheduler,
        settings=settings,
        clock=clock,
    )
    try:
        yield service, drafts, database
    finally:
        await database.close()
        folder.release()


async def _nowhere(_channel_id: int) -> None:
    return None
