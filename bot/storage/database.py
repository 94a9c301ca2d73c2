"""The one SQLite file: a writing connection behind a lock, a reading one beside it."""

from __future__ import annotations

import asyncio
import logging
import sqlite3
from collections.abc import AsyncGenerator, Iterable
from contextlib import asynccontextmanager
from pathlib import Path

import aiosqlite

from bot.errors import UserError
from bot.storage.migrate import list_migrations, migrate
from bot.storage.soundness import require_sound, unusable

log = logging.getLogger(__name__)

Row = aiosqlite.Row
Value = str | int | float | bytes | None

MOST_IN_MEMORY = 128 << 20
PRAGMAS = (
    "PRAGMA journal_mode=WAL",
    "PRAGMA synchronous=FULL",
    "PRAGMA foreign_keys=ON",
    "PRAGMA secure_delete=ON",
    "PRAGMA busy_timeout=5000",
)


class DatabaseUnavailable(UserError):
    """The disk is full, read-only or failing: nothing was written."""

    def __init__(self) -> None:
        super().__init__("error-disk")


class Transaction:
    """What may be done inside `Database.transaction()`."""

    def __init__(self, connection: aiosqlite.Connection) -> None:
        self._connection = connection

    async def execute(self, sql: str, values: Iterable[Value] = ()) -> int:
        """The number of rows changed."""
        async with self._connection.execute(sql, tuple(values)) as cursor:
            return cursor.rowcount

    async def insert(self, sql: str, values: Iterable[Value] = ()) -> int:
        """The id of the row written; 0 where ON CONFLICT DO NOTHING wrote none."""
        async with self._connection.execute(sql, tuple(values)) as cursor:
            return (cursor.lastrowid or 0) if cursor.rowcount else 0

    async def one(self, sql: str, values: Iterable[Value] = ()) -> Row | None:
        async with self._connection.execute(sql, tuple(values)) as cursor:
            return await cursor.fetchone()

    async def all(self, sql: str, values: Iterable[Value] = ()) -> list[Row]:
        async with self._connection.execute(sql, tuple(values)) as cursor:
            return list(await cursor.fetchall())


class Database:
    """Opened by `open`, closed by `close`; storages ask it, nobody else writes SQL."""

    def __init__(self, writer: aiosqlite.Connection, reader: aiosqlite.Connection, path: Path) -> None:
        self._writer = writer
        self._reader = reader
        self._lock = asyncio.Lock()
        self.path = path

    @classmethod
    async def open(cls, path: Path, migrations: Path) -> Database:
        """Looks without touching first, then migrates forward.

        Raises StartError for a damaged, a foreign, a newer or a read-only database; it is then left as it was.
        """
        await asyncio.to_thread(require_sound, path, len(list_migrations(migrations)))
        connections: list[aiosqlite.Connection] = []
        try:
            connections.append(await _connect(path))
            await migrate(connections[0], migrations)
            connections.append(await _connect(path))
        except BaseException as error:
            for connection in connections:
                await connection.close()
            if isinstance(error, sqlite3.DatabaseError):
                raise unusable(path, error) from error
            raise
        return cls(connections[0], connections[1], path)

    async def close(self) -> None:
        async with self._lock:
            await self._reader.close()
            await self._writer.close()

    @asynccontextmanager
    async def transaction(self) -> AsyncGenerator[Transaction]:
        """All or nothing, one at a time. Raises DatabaseUnavailable when the disk refuses."""
        async with self._lock:
            try:
                await self._writer.execute("BEGIN IMMEDIATE")
                yield Transaction(self._writer)
                await self._writer.execute("COMMIT")
            except BaseException as error:  # a cancelled task must not leave it open either
                await asyncio.shield(self._writer.rollback())
                if isinstance(error, sqlite3.OperationalError) and _is_the_disk(error):
                    log.error("the database could not be written: %s", error)  # noqa: TRY400 - the place says nothing
                    raise DatabaseUnavailable from error
                raise

    async def one(self, sql: str, values: Iterable[Value] = ()) -> Row | None:
        async with self._reader.execute(sql, tuple(values)) as cursor:
            return await cursor.fetchone()

    async def all(self, sql: str, values: Iterable[Value] = ()) -> list[Row]:
        async with self._reader.execute(sql, tuple(values)) as cursor:
            return list(await cursor.fetchall())

    async def forget_deleted(self, *, thoroughly: bool = False) -> bool:
        """After an erasure: what was deleted also leaves the write-ahead log.

        `thoroughly`: and the pages. When pages are split or merged, cells that moved stay behind in the gap, where
        `secure_delete` does not reach them (measured); writing the database anew leaves none. False while somebody
        reads beside us, an export or a backup, and when the disk refuses: to be tried again later.
        """
        if thoroughly and not await self._write_anew():
            return False
        async with self._lock:
            await self._pragma("busy_timeout=100")
            try:
                rows = await self._pragma("wal_checkpoint(TRUNCATE)")
            finally:
                await self._pragma("busy_timeout=5000")
        return not rows[0][0]

    async def _write_anew(self) -> bool:
        size = (await asyncio.to_thread(self.path.stat)).st_size
        async with self._lock:
            # In memory where it fits: what is written aside, even for a moment, may be read back from a disk.
            await self._pragma(f"temp_store={'MEMORY' if size < MOST_IN_MEMORY else 'FILE'}")
            try:
                await self._writer.execute("VACUUM")
            except sqlite3.OperationalError as error:
                log.warning("the database could not be written anew (%s)", error)
                return False
        return True

    async def _pragma(self, text: str) -> list[Row]:
        """Read to the end: a statement left open would make a later COMMIT fail."""
        async with self._writer.execute(f"PRAGMA {text}") as cursor:
            return list(await cursor.fetchall())


async def _connect(path: Path) -> aiosqlite.Connection:
    connection: aiosqlite.Connection = await aiosqlite.connect(path, isolation_level=None)
    try:
        connection.row_factory = aiosqlite.Row
        for pragma in PRAGMAS:
            # Read to the end: a statement left open would make a later COMMIT fail.
            async with connection.execute(pragma) as cursor:
                await cursor.fetchall()
    except BaseException:
        await connection.close()
        raise
    return connection


def _is_the_disk(error: sqlite3.OperationalError) -> bool:
    primary = error.sqlite_errorcode & 0xFF
    return primary in {sqlite3.SQLITE_FULL, sqlite3.SQLITE_IOERR, sqlite3.SQLITE_READONLY, sqlite3.SQLITE_BUSY}
