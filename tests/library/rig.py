"""The library's services on a real database, without Discord."""

from __future__ import annotations

from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from bot.client import MIGRATIONS
from bot.clock import Clock
from bot.posting.outbox import Outbox
from bot.registry import Registry
from bot.schedule.scheduler import HandTurnedScheduler
from bot.storage.database import Database
from bot.storage.files import KeptFiles
from bot.storage.settings import Settings
from bot.text.extract import TextExtractor
from bot.text.search import SearchIndex
from bot.text.thesaurus import Thesaurus
from cogs.library.service import DraftService, EntryService, LibraryArchive, LibraryIntake
from cogs.library.storage import DraftStorage, EntryStorage
from cogs.review.service import ReviewService
from cogs.review.storage import ReviewStorage

NOW = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Library:
    database: Database
    storage: EntryStorage
    drafts: DraftService
    entries: EntryService
    archive: LibraryArchive
    intake: LibraryIntake
    index: SearchIndex
    thesaurus: Thesaurus
    files: KeptFiles


@asynccontextmanager
async def library(folder: Path) -> AsyncGenerator[Library]:
    folder.mkdir(parents=True, exist_ok=True)
    database, clock = await Database.open(folder / "tmnlab.db", MIGRATIONS), Clock(lambda: NOW)
    settings = await Settings.load(database, timezone="Europe/Paris")
    thesaurus, files = await Thesaurus.load(database), KeptFiles(folder / "files")
    index = SearchIndex(database, thesaurus, clock)
    outbox = Outbox(
        database, clock, HandTurnedScheduler(clock), find_channel=_nowhere, moderators_channel_id=lambda: None
    )
    desk = ReviewService(ReviewStorage(database), outbox, Registry(), settings=settings, clock=clock)
    storage, extractor = EntryStorage(database), TextExtractor()
    entries = EntryService(
        storage, index, outbox, desk, files=files, thesaurus=thesaurus, settings=settings, clock=clock
    )
    parts: dict[str, Any] = {"files": files, "extractor": extractor, "thesaurus": thesaurus, "clock": clock}
    try:
        yield Library(
            database,
            storage,
            DraftService(DraftStorage(database), storage, desk, **parts),
            entries,
            LibraryArchive(storage, files, thesaurus),
            LibraryIntake(storage, entries, desk, **parts),
            index,
            thesaurus,
            files,
        )
    finally:
        await database.close()


async def _nowhere(_channel_id: int) -> None:
    return None
