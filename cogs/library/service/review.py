"""What moderators decide of a text: published, sent back with a word, declined. The author is told in private.

A text without a name keeps its author until it is published, for the dialogue; then nothing does.
"""

from __future__ import annotations

from datetime import timedelta

from bot.clock import Clock
from bot.posting.notices import Notices
from bot.registry import ReviewDesk
from bot.schedule.scheduler import Scheduler
from bot.storage.database import Transaction
from cogs.library.models import Entry, EntryGone, EntryStatus, Version, VersionState
from cogs.library.service.entries import EntryService
from cogs.library.storage import EntryStorage

SUBMISSION = "library"
ALARM, TRY_AGAIN = "library:forget", timedelta(minutes=1)
PUBLISHED, CHANGES, DECLINED = "library:published", "library:changes", "library:declined"


class ReviewedService:
    def __init__(
        self,
        storage: EntryStorage,
        entries: EntryService,
        notices: Notices,
        desk: ReviewDesk,
        *,
        scheduler: Scheduler,
        clock: Clock,
    ) -> None:
        self._storage = storage
        self._entries = entries
        self._notices = notices
        self._desk = desk
        self._scheduler = scheduler
        self._clock = clock

    async def find_waiting(self, version_id: int) -> Version | None:
        return await self._storage.find_version(version_id)

    async def publish(self, transaction: Transaction, version_id: int) -> None:
        """Raises EntryGone."""
        entry, version = await self._get(version_id)
        await self._entries.publish(transaction, entry, version)
        if version.author_name:
            await self._tell(transaction, entry, PUBLISHED, version_id)
        else:
            await self._storage.set_entry(transaction, entry.entry_id, origin="")
            await self._forget_author(transaction, entry)

    async def origin_of(self, version_id: int) -> tuple[str, int]:
        """Which feature gave it, by what; empty for none. And the entry's number. Raises EntryGone."""
        entry, version = await self._get(version_id)
        # Without a name, where it comes from may tell who wrote it.
        return entry.origin if version.author_name else "", entry.entry_id

    async def send_back(self, transaction: Transaction, version_id: int, reason: str) -> None:
        entry, version = await self._get(version_id)
        await self._leave(transaction, version, VersionState.CHANGES, reason)
        await self._tell(transaction, entry, CHANGES, version_id)

    async def decline(self, transaction: Transaction, version_id: int, reason: str) -> None:
        entry, version = await self._get(version_id)
        await self._leave(transaction, version, VersionState.DECLINED, reason)
        await self._tell(transaction, entry, DECLINED, version_id)

    async def settled(self) -> None:
        """What was forgotten also leaves the bytes of the database; as soon as nobody reads them beside us."""
        if not await self._storage.forget_deleted():
            self._scheduler.set_alarm(ALARM, self._clock.now() + TRY_AGAIN, self.settled)

    async def _get(self, version_id: int) -> tuple[Entry, Version]:
        version = await self._storage.find_version(version_id)
        entry = await self._storage.find_entry(version.entry_id) if version else None
        if version is None or entry is None or entry.status is EntryStatus.REMOVED:
            raise EntryGone
        return entry, version

    async def _leave(self, transaction: Transaction, version: Version, state: VersionState, reason: str) -> None:
        await self._storage.set_reason(transaction, version.version_id, reason)
        await self._storage.set_state(transaction, version.version_id, now=state, before=VersionState.WAITING)

    async def _tell(self, transaction: Transaction, entry: Entry, kind: str, version_id: int) -> None:
        if entry.author_id is not None:
            await self._notices.add(transaction, user_id=entry.author_id, kind=kind, ref={"version_id": version_id})

    async def _forget_author(self, transaction: Transaction, entry: Entry) -> None:
        await self._storage.forget_drafts_of(transaction, entry.entry_id)
        await self._storage.forget_names(transaction, entry.entry_id)
        for version in await self._storage.list_versions(entry.entry_id):
            await self._desk.forget_author(transaction, SUBMISSION, f"{version.version_id}")
            for kind in (PUBLISHED, CHANGES, DECLINED):
                await self._notices.forget(transaction, kind, {"version_id": version.version_id})
