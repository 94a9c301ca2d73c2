"""The cost of a digest at the service: an issue of 200 items from a library of 100,000, compiled, approved, drawn."""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from datetime import datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from zoneinfo import ZoneInfo

from bot.client import MIGRATIONS, load_catalogue
from bot.clock import Clock
from bot.posting.outbox import Outbox
from bot.registry import DigestItem
from bot.schedule.scheduler import HandTurnedScheduler
from bot.storage.database import Database
from bot.storage.folder import DataFolder
from bot.storage.settings import Settings
from cogs.digests.cards import letter_parts, mail_of
from cogs.digests.models import Cadence, Digest, Schedule
from cogs.digests.service import Compiler, IssueService
from cogs.digests.storage import DigestStorage, IssueStorage
from cogs.library.models import News
from cogs.library.storage import NewsStorage

ENTRIES, ITEMS = 100_000, 200
ZONE = "Europe/Paris"


class Library:
    """As the library offers it, on the same question to the database."""

    section, order = "library", 20

    def __init__(self, storage: NewsStorage) -> None:
        self._storage = storage

    async def items(self, since: datetime, until: datetime) -> list[DigestItem]:
        return [_item(news) for news in await self._storage.list_news(since, until)]

    def knows(self, ref: str) -> bool:
        return bool(ref)

    async def stands(self, ref: str) -> bool:
        return bool(ref)


async def run() -> None:
    with TemporaryDirectory(prefix="bench-", dir=Path.cwd()) as folder:
        async with _rig(Path(folder)) as (issues, digest):
            await _measure(issues, digest)


async def _measure(issues: IssueService, digest: Digest) -> None:
    lags: list[float] = []
    watching = asyncio.create_task(_watch(lags))
    began = time.perf_counter()
    await issues.draft(digest, Clock().now() + timedelta(days=1))
    compiled = time.perf_counter() - began
    began = time.perf_counter()
    await issues.approve(1, 1, 1)
    approved = time.perf_counter() - began
    watching.cancel()
    sheet = await issues.get_sheet(1)
    t = load_catalogue().speaker("fr", ZoneInfo(ZONE))
    began = time.perf_counter()
    parts = letter_parts(sheet.letter, t)
    drawn = time.perf_counter() - began
    began = time.perf_counter()
    mail = mail_of(sheet.letter, t)
    mailed = time.perf_counter() - began
    print(f"A digest of {len(sheet.letter.items)} items from a library of {ENTRIES:,} entries\n")
    print(f"compiling the draft      {compiled:.2f} s, event loop late by {1000 * max(lags):.0f} ms   (to reach: 1 s)")
    print(f"approving                {1000 * approved:.0f} ms")
    print(f"drawing                  {1000 * drawn:.0f} ms for {len(parts)} messages")
    print(f"mail, three forms        {1000 * mailed:.0f} ms, {len(mail.html) / 1024:.0f} KiB of HTML")


async def _watch(lags: list[float]) -> None:
    while True:
        began = time.perf_counter()
        await asyncio.sleep(0.005)
        lags.append(time.perf_counter() - began - 0.005)


@asynccontextmanager
async def _rig(path: Path) -> AsyncGenerator[tuple[IssueService, Digest]]:
    folder, clock = DataFolder(path), Clock()
    folder.claim()
    database = await Database.open(folder.database, MIGRATIONS)
    try:
        await _fill(database, clock.now())
        settings = await Settings.load(database, timezone=ZONE)
        outbox = Outbox(
            database, clock, HandTurnedScheduler(clock), find_channel=_nowhere, moderators_channel_id=lambda: None
        )
        storage, library = DigestStorage(database), Library(NewsStorage(database))
        compiler = Compiler(storage, sources=lambda: [library], is_public=lambda _: True, address=lambda _: "")
        issues = IssueService(IssueStorage(database), storage, compiler, outbox, settings=settings, clock=clock)
        yield issues, await _scheduled(storage, clock.now())
    finally:
        await database.close()
        folder.release()


async def _scheduled(storage: DigestStorage, now: datetime) -> Digest:
    schedule = Schedule(Cadence.WEEKLY, now.astimezone(ZoneInfo(ZONE)).replace(tzinfo=None), ZONE)
    digest = Digest(1, "Mesure", schedule, 1, None, 3, ("library",), paused=False, created_at=now)
    await storage.add(digest)
    return digest


async def _fill(database: Database, now: datetime) -> None:
    """All but the last 200 are older than the week that is told."""
    old, new = (now - timedelta(days=300)).isoformat(), (now - timedelta(days=1)).isoformat()
    numbers = "WITH RECURSIVE numbers(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM numbers WHERE n < ?)"
    async with database.transaction() as transaction:
        await transaction.execute(
            f"{numbers} INSERT INTO library_entries (uid, status, created_at, published_at) "  # noqa: S608
            "SELECT 'uid-' || n, 'public', ?, CASE WHEN n > ? THEN ? ELSE ? END FROM numbers",
            (ENTRIES, old, ENTRIES - ITEMS, new, old),
        )
        await transaction.execute(
            "INSERT INTO library_versions (entry_id, number, state, kind, title, summary, text, venue, trade, licence, "
            "source, organisation, ai_use, author_name, leaves_discord, leaves_with_name, submitted_at) "
            "SELECT entry_id, 1, 'public', 'charter', 'Charte ' || entry_id, ?, ?, '', '', 'cc0-1', '', '', 'none', "
            "'Autrice', 1, 1, ? FROM library_entries",
            ("Ce que nous ne confierons jamais. " * 8, "Texte. " * 100, old),
        )


def _item(news: News) -> DigestItem:
    return DigestItem(
        f"library:{news.entry_id}",
        news.title,
        news.summary,
        news.published_at,
        author=news.author_name,
        leaves_discord=news.leaves_discord,
        leaves_with_name=news.leaves_with_name,
    )


async def _nowhere(_channel_id: int) -> None:
    return None


if __name__ == "__main__":
    asyncio.run(run())
