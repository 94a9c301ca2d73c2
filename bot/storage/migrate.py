"""Forward migrations: SQL files named `0001_what.sql`, each applied whole or not at all."""

from __future__ import annotations

import re
import sqlite3
from dataclasses import dataclass
from pathlib import Path

import aiosqlite

from bot.errors import StartError

_NAME = re.compile(r"(\d{4})_[a-z0-9_]+\.sql")


@dataclass(frozen=True, slots=True)
class Migration:
    version: int
    sql: str


def list_migrations(folder: Path) -> list[Migration]:
    """In order; raises StartError when a number is missing or given twice."""
    found = [
        Migration(int(match[1]), path.read_text(encoding="utf-8"))
        for path in sorted(folder.glob("*.sql"))
        if (match := _NAME.fullmatch(path.name))
    ]
    if [migration.version for migration in found] != list(range(1, len(found) + 1)):
        raise StartError(f"The migrations in {folder} are not numbered 0001, 0002, … : reinstall the bot.")
    return found


async def schema_version(connection: aiosqlite.Connection) -> int:
    async with connection.execute("PRAGMA user_version") as cursor:
        row = await cursor.fetchone()
    return int(row[0]) if row else 0


async def migrate(connection: aiosqlite.Connection, folder: Path) -> int:
    """The version reached. Raises StartError for a database written by a newer bot."""
    migrations = list_migrations(folder)
    current = await schema_version(connection)
    if current > len(migrations):
        raise StartError(
            f"The database is at version {current} and this bot knows {len(migrations)}: it was written by a newer "
            "bot. Update the bot (git pull); nothing was changed."
        )
    for migration in migrations[current:]:
        await _apply(connection, migration)
    return len(migrations)


async def _apply(connection: aiosqlite.Connection, migration: Migration) -> None:
    # executescript commits what is open first, so the script carries its own BEGIN, version and COMMIT.
    script = f"BEGIN IMMEDIATE;\n{migration.sql}\nPRAGMA user_version = {migration.version};\nCOMMIT;"
    try:
        await connection.executescript(script)
    except sqlite3.Error:
        if connection.in_transaction:
            await connection.rollback()
        raise
