"""Once a day: a backup, and what may be kept no longer goes."""

from __future__ import annotations

import asyncio
import ctypes
import logging
from collections.abc import Awaitable, Callable, Iterable
from contextlib import suppress
from datetime import datetime, timedelta
from pathlib import Path

from bot.clock import Clock
from bot.posting.outbox_storage import OutboxStorage
from bot.registry import Erased, PersonalSettings, Registry, Retention
from bot.schedule.scheduler import Scheduler
from bot.storage.backup import Backup, make_backup, rotate
from bot.storage.database import Database
from bot.storage.folder import DataFolder
from bot.storage.people import PeopleStorage
from bot.storage.settings import Settings

log = logging.getLogger(__name__)

DAY = timedelta(days=1)
SOON, AGAIN = timedelta(minutes=1), timedelta(hours=1)
POSTED_KEPT = timedelta(days=30)
DEPARTED_KEPT = timedelta(days=30)
ALARM = "core:daily"
_DONE, _BACKUP, _PROBLEM = "daily", "backup", "backup-problem"


class StillRead(Exception):
    """Somebody reads the database beside us: an export, or a backup by hand."""


class Housekeeping:
    """`members`: everybody in the community now; None while that is not known."""

    def __init__(  # noqa: PLR0913 - all that is kept
        self,
        database: Database,
        folder: DataFolder,
        registry: Registry,
        settings: Settings,
        *,
        scheduler: Scheduler,
        clock: Clock,
        members: Callable[[], Iterable[int] | None],
        backs_up: bool,
    ) -> None:
        self._database = database
        self._folder = folder
        self._registry = registry
        self._settings = settings
        self._scheduler = scheduler
        self._clock = clock
        self._members = members
        self._backs_up = backs_up
        self._people = PeopleStorage(database)

    async def resume(self) -> None:
        done = await self._settings.note(_DONE)
        now = self._clock.now()
        due_at = datetime.fromisoformat(done) + DAY if done else now
        # A clock that was wrong for a while must not put it off for longer than a day.
        self._scheduler.set_alarm(ALARM, min(max(due_at, now + SOON), now + DAY), self.run)

    async def run(self) -> None:
        """One part that fails must not stop the others; all are tried again in an hour."""
        # A backup comes last: what is to be forgotten must not live on in it.
        works = (self._forget_old, self._forget_departed, self._sweep, self._back_up)
        fine = all([await self._tried(work) for work in works])
        _give_memory_back()
        now = self._clock.now()
        if fine:
            await self._settings.write_note(_DONE, now.isoformat())
        self._scheduler.set_alarm(ALARM, now + (DAY if fine else AGAIN), self.run)

    async def last_backup(self) -> tuple[datetime | None, str]:
        """When, and what went wrong since; empty when nothing did."""
        at, problem = await self._settings.note(_BACKUP), await self._settings.note(_PROBLEM)
        return datetime.fromisoformat(at) if at else None, problem or ""

    async def _tried(self, work: Callable[[], Awaitable[None]]) -> bool:
        try:
            await work()
        except Exception:
            log.exception("the daily work could not be finished; next try in an hour")
            return False
        return True

    async def _back_up(self) -> None:
        now = self._clock.now()
        if not self._backs_up:
            await asyncio.to_thread(rotate, self._folder.backups, now)  # those from before updates go in their time
            return
        try:
            backup = await asyncio.to_thread(_back_up_and_rotate, self._folder, self._folder.backups, now)
        except Exception as error:
            await self._settings.write_note(_PROBLEM, f"{type(error).__name__}: {error}"[:200])
            raise
        await self._settings.write_note(_BACKUP, now.isoformat())
        await self._settings.write_note(_PROBLEM, "")
        log.info("backed up to %s", backup.path.name)

    async def _forget_old(self) -> None:
        now = self._clock.now()
        async with self._database.transaction() as transaction:
            await OutboxStorage(self._database).delete_settled(transaction, now - POSTED_KEPT)
        for retention in self._registry.all(Retention):
            await retention.run(now)

    async def _forget_departed(self) -> None:
        """A month after they left, what members had chosen for themselves goes; what they published stays."""
        members, settings = self._members(), self._registry.all(PersonalSettings)
        if members is None:
            return
        tables = [table for offer in settings for table in offer.tables]
        kept = await self._people.list_people_in(tables)
        now = self._clock.now()
        await self._people.note_departures(members, kept, now)
        departed = await self._people.list_departed_before(now - DEPARTED_KEPT)
        if not departed:
            return
        async with self._database.transaction() as transaction:
            await self._people.forget(transaction, [*tables, "departures"], departed)
        for erased in self._registry.all(Erased):
            await erased.run()

    async def _sweep(self) -> None:
        """Whatever was deleted since yesterday, by anybody, leaves the bytes too."""
        if not await self._database.forget_deleted(thoroughly=True):
            raise StillRead


def _give_memory_back() -> None:
    """What a day's work took and freed; glibc would keep it until the next one. Elsewhere nothing happens."""
    with suppress(OSError, AttributeError):
        ctypes.CDLL(None).malloc_trim(0)


def _back_up_and_rotate(folder: DataFolder, into: Path, now: datetime) -> Backup:
    backup = make_backup(folder, into, now)
    rotate(into, now)
    return backup
