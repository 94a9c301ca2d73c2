"""A look at the database before anything is written to it: sound, ours, not newer than we are."""

from __future__ import annotations

import json
import os
import sqlite3
from contextlib import closing
from pathlib import Path

from bot.errors import StartError

# «TMNB»: so that no other program's database is taken for ours. Set by the first migration.
APPLICATION_ID = 0x544D4E42

# A look or a copy passes each page once: the usual two megabytes of cache a connection would serve nothing.
LITTLE_MEMORY = "PRAGMA cache_size=-256"


def require_sound(path: Path, known_version: int) -> None:
    """Raises StartError. Nothing to see where there is no file yet."""
    if not path.exists() or path.stat().st_size == 0:
        return
    if not os.access(path, os.W_OK):
        raise StartError(f"The database {path} cannot be written: give it to the user that runs the bot.")
    try:
        with closing(sqlite3.connect(f"file:{path}?mode=ro", uri=True)) as connection:
            version, application_id, tables, state = _look(connection)
    except sqlite3.DatabaseError as error:
        raise unusable(path, error) from error
    if state != "ok":
        raise _damaged(path, state)
    if version > known_version:
        raise StartError(
            f"The database {path} is at version {version} and this bot knows {known_version}: it was written by a "
            "newer bot. Update the bot (git pull); nothing was changed."
        )
    if tables and application_id != APPLICATION_ID:
        raise StartError(f"The database {path} belongs to another program. Set DATA_DIR to another folder.")


def version_of(path: Path) -> int:
    """0 where there is no database, or none that can be read: `require_sound` says why."""
    if not path.exists():
        return 0
    try:
        with closing(sqlite3.connect(f"file:{path}?mode=ro", uri=True)) as connection:
            return int(connection.execute("PRAGMA user_version").fetchone()[0])
    except sqlite3.DatabaseError:
        return 0


def note_of(path: Path, name: str) -> str | None:
    """A note of a running bot to itself (`Settings.note`), read beside it. Raises sqlite3.Error."""
    with closing(sqlite3.connect(f"file:{path}?mode=ro", uri=True, timeout=10)) as connection:
        row = connection.execute("SELECT value FROM settings WHERE name = ?", (f"note:{name}",)).fetchone()
    return json.loads(row[0]) if row else None


def unusable(path: Path, error: sqlite3.DatabaseError) -> StartError:
    """What SQLite says, as what to do: a full disk is no damage."""
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF
    if code in {sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB}:
        return _damaged(path, str(error))
    return StartError(
        f"The database {path} cannot be opened ({error}). It may be in perfect order: check the disk's free space and "
        "the folder's rights first. Nothing was changed."
    )


def _look(connection: sqlite3.Connection) -> tuple[int, int, int, str]:
    """Schema version, application id, number of tables, «ok» or what is damaged."""
    connection.execute(LITTLE_MEMORY)
    version, application_id, tables, state = (
        connection.execute(question).fetchone()[0]
        for question in (
            "PRAGMA user_version",
            "PRAGMA application_id",
            "SELECT count(*) FROM sqlite_master",
            "PRAGMA quick_check(1)",
        )
    )
    return int(version), int(application_id), int(tables), str(state)


def _damaged(path: Path, why: str) -> StartError:
    return StartError(
        f"The database {path} is damaged ({why}). Nothing was changed. Put a backup in its place; keep this file aside "
        "until the backup is seen to work."
    )
