"""How the bot is, gathered from where it is known."""

from __future__ import annotations

from datetime import datetime, timedelta

from bot.clock import Clock
from bot.housekeeping import Housekeeping
from bot.posting.outbox import Outbox
from bot.posting.outbox_storage import OutboxStorage
from bot.posting.safe_mode import HELD_KIND, SafeMode
from bot.registry import Registry, list_due
from bot.storage.database import Database
from bot.storage.folder import DataFolder
from cogs.operation.models import Coming, Failure, Held, Status

LATELY = timedelta(days=30)
MOST_FAILURES = 5
MOST_COMING = 5


class StatusService:
    def __init__(  # noqa: PLR0913 - all whose state is told
        self,
        database: Database,
        folder: DataFolder,
        outbox: Outbox,
        safe_mode: SafeMode,
        housekeeping: Housekeeping,
        clock: Clock,
        *,
        registry: Registry,
    ) -> None:
        self._storage = OutboxStorage(database)
        self._folder = folder
        self._outbox = outbox
        self._safe_mode = safe_mode
        self._housekeeping = housekeeping
        self._clock = clock
        self._registry = registry
        self._told: set[tuple[int, Held]] = set()

    async def look(self, started_at: datetime) -> Status:
        last_backup, problem = await self._housekeeping.last_backup()
        failed = await self._storage.list_failed(self._clock.now() - LATELY, MOST_FAILURES)
        return Status(
            started_at=started_at,
            last_beat=self._safe_mode.last_beat,
            held=self.find_held(),
            waiting=await self.list_waiting(),
            coming=await self._list_coming(),
            failures=tuple(Failure(*row) for row in failed),
            database_bytes=self._folder.database_bytes,
            last_backup=last_backup,
            backup_problem=problem,
        )

    def find_held(self) -> Held | None:
        held = self._safe_mode.held
        return Held(held.why.value, held.since) if held is not None else None

    def find_untold(self, user_id: int) -> Held | None:
        """What is held, where this person was not told so since the start."""
        held = self.find_held()
        return None if (user_id, held) in self._told else held

    def note_told(self, user_id: int) -> None:
        if (held := self.find_held()) is not None:
            self._told.add((user_id, held))

    async def list_waiting(self) -> tuple[tuple[str, int], ...]:
        """Posts by kind, the announcement itself left out."""
        waiting = await self._outbox.count_waiting()
        return tuple((kind, count) for kind, count in waiting.items() if kind != HELD_KIND)

    async def _list_coming(self) -> tuple[Coming, ...]:
        """What the features will do next by themselves."""
        return tuple(Coming(due.what, due.title, due.at) for due in await list_due(self._registry, MOST_COMING))

    async def list_channels(self) -> list[int]:
        """Where something was posted lately."""
        return await self._storage.list_channels(self._clock.now() - LATELY)

    async def resume(self) -> bool:
        """False when nothing was held."""
        return await self._safe_mode.resume()
