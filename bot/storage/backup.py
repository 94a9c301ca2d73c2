"""Backups: the database and the kept files, verified once written; the ballot boxes are left out on purpose.

A copy of an open box, compared with a later one, would show what was answered in between: see docs/ANONYMITY.md.
"""

from __future__ import annotations

import fcntl
import hashlib
import json
import logging
import os
import shutil
import sqlite3
from collections.abc import Callable, Generator, Iterable
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from bot.errors import StartError
from bot.storage.erasures import NAME as ERASURES
from bot.storage.folder import DataFolder, sync_folder
from bot.storage.soundness import LITTLE_MEMORY, require_sound, version_of

log = logging.getLogger(__name__)

DAILY, WEEKLY, BEFORE_UPDATES = 7, 4, 3
DATABASE, FILES, MANIFEST = "tmnlab.db", "files", "backup.json"
BEFORE_UPDATE = "before-update-"
RESTORED, MARK = "restored", "restore.unfinished"
# More than a community gives out in the weeks that a backup is kept.
NUMBERS_LEFT_OUT = 10_000
OLDEST, AHEAD = timedelta(days=28), timedelta(days=1)
_STAMP = "%Y-%m-%dT%H%M%SZ"
_PARTIAL = ".partial-"


@dataclass(frozen=True, slots=True)
class Backup:
    """`schema`: the version of the database."""

    path: Path
    made_at: datetime
    schema: int
    size: int
    files: int


def make_backup(source: DataFolder, into: Path, now: datetime, *, prefix: str = "") -> Backup:
    """Beside a running bot, too. Blocks; complete and verified, or not there at all.

    Raises OSError, sqlite3.Error, and StartError for one that does not read back.
    """
    into.mkdir(parents=True, exist_ok=True, mode=0o700)
    (into / ERASURES).touch(mode=0o600)  # nobody asked to be forgotten, or the list is missing: not the same
    with _alone(into):
        return _make_backup(source, into, now, f"{prefix}{now.astimezone(UTC):{_STAMP}}")


def _make_backup(source: DataFolder, into: Path, now: datetime, name: str) -> Backup:
    _clear_partial(into)
    unfinished, finished = into / f"{_PARTIAL}{name}", into / name
    unfinished.mkdir(mode=0o700)
    try:
        _copy_database(source.database, unfinished / DATABASE)
        files = _copy_files(source.files, unfinished / FILES)
        _write_manifest(unfinished, now, files)
        backup = verify(unfinished)
        if finished.exists():
            shutil.rmtree(finished)
        unfinished.rename(finished)
    except BaseException:
        shutil.rmtree(unfinished, ignore_errors=True)
        raise
    sync_folder(into)
    return Backup(finished, backup.made_at, backup.schema, backup.size, backup.files)


@contextmanager
def _alone(folder: Path) -> Generator[None]:
    """One backup at a time in a folder; the next one waits."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX)
        yield
    finally:
        os.close(handle)


def verify(path: Path) -> Backup:
    """Reads it back, to the last byte. Raises StartError with what is wrong."""
    try:
        manifest = json.loads((path / MANIFEST).read_text(encoding="utf-8"))
        made_at, digest = datetime.fromisoformat(manifest["made_at"]), manifest["database_sha256"]
        names: list[str] = manifest["files"]
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise StartError(f"{path} is not a backup of this bot ({type(error).__name__}).") from error
    database = path / DATABASE
    if not database.exists() or _digest(database) != digest:
        raise StartError(f"The backup {path} is damaged: its database is not the one that was saved. Take another.")
    for name in names:
        file = path / FILES / name
        if not file.exists() or _digest(file) != name:
            raise StartError(f"The backup {path} is damaged: the file {name} is missing or changed. Take another.")
    with closing(sqlite3.connect(f"file:{database}?mode=ro&immutable=1", uri=True)) as connection:
        connection.execute(LITTLE_MEMORY)
        state = connection.execute("PRAGMA integrity_check(1)").fetchone()[0]
        schema = connection.execute("PRAGMA user_version").fetchone()[0]
    if state != "ok":
        raise StartError(f"The backup {path} is damaged ({state}). Take another.")
    return Backup(path, made_at, int(schema), database.stat().st_size, len(names))


def list_backups(folder: Path) -> list[tuple[datetime, Path]]:
    """By their names, the latest first; those made before updates left out. Nothing is verified."""
    if not folder.exists():
        return []
    found = [(moment, path) for path in folder.iterdir() if (moment := _moment_of(path.name)) is not None]
    return sorted(found, reverse=True)


def rotate(folder: Path, now: datetime) -> list[Path]:
    """Keeps the last of each of the latest seven days, and of each of the latest four weeks; what went.

    Nothing older than four weeks but the very last: whoever was forgotten since is still in it.
    """
    # One dated ahead, by a clock that was wrong, must not push out those that are not.
    backups = [(moment, path) for moment, path in list_backups(folder) if moment <= now + AHEAD]
    kept = {
        *_last_of_each(backups, lambda moment: moment.date().isoformat(), DAILY),
        *_last_of_each(backups, lambda moment: "{}-{}".format(*moment.isocalendar()[:2]), WEEKLY),
    }
    kept = {path for moment, path in backups if path in kept and moment > now - OLDEST} | {
        path for _, path in backups[:1]
    }
    gone = [path for _, path in backups if path not in kept]
    before = sorted(folder.glob(f"{BEFORE_UPDATE}*"), reverse=True)
    gone += [path for place, path in enumerate(before) if place >= BEFORE_UPDATES or _is_old(path, now)]
    return [path for path in gone if _removed(path)]


def _removed(path: Path) -> bool:
    """One that may not be removed, made by somebody else say, stands in nobody's way."""
    try:
        shutil.rmtree(path)
    except OSError as error:
        log.warning("the backup %s could not be removed (%s)", path.name, error.strerror)
        return False
    return True


def _is_old(path: Path, now: datetime) -> bool:
    made_at = _moment_of(path.name[-len("2026-01-01T000000Z") :])
    return made_at is not None and made_at <= now - OLDEST


def restore(backup: Path, target: DataFolder) -> Backup:
    """Verified, then copied whole. Raises StartError for a folder that holds a database or ballots already.

    One that was cut short may be begun again.
    """
    found = verify(backup)
    live = [*target.path.glob("tmnlab.db*"), *target.ballots.glob("*.box")]
    if live and not is_unfinished(target):
        raise StartError(
            f"{target.path.absolute()} is not empty ({live[0].name} is there): a backup is never restored over what "
            "lives. Move it aside, or set DATA_DIR to another folder, then try again. Nothing was changed."
        )
    target.claim()
    try:
        (target.path / MARK).touch()
        sync_folder(target.path)
        for leftover in target.path.glob("tmnlab.db*"):
            leftover.unlink()
        for name in sorted(path.name for path in (backup / FILES).iterdir()) if (backup / FILES).exists() else ():
            _put_back(backup / FILES / name, target.files / name)
        sync_folder(target.files)
        unfinished = target.path / f"{_PARTIAL}{DATABASE}"
        unfinished.unlink(missing_ok=True)
        shutil.copy2(backup / DATABASE, unfinished)
        _prepare_restored(unfinished, found.made_at)
        with unfinished.open("rb") as copied:
            os.fsync(copied.fileno())
        unfinished.rename(target.database)
        sync_folder(target.path)
    except OSError as error:
        raise StartError(
            f"The backup could not be put back ({error}): is there room? Nothing is in use yet."
        ) from error
    finally:
        target.release()
    return found


def is_unfinished(folder: DataFolder) -> bool:
    """A restore was begun, and neither the files nor the erasures since need be all there."""
    return (folder.path / MARK).exists()


def finish_restore(folder: DataFolder) -> None:
    """Everything is there, and whoever was to be forgotten again is."""
    (folder.path / MARK).unlink(missing_ok=True)
    sync_folder(folder.path)


def _put_back(source: Path, target: Path) -> None:
    """Under its hash; what is there already is the same file, perhaps linked to the backup's."""
    if target.exists() and _digest(target) == target.name:
        return
    unfinished = target.with_name(f"{_PARTIAL}{target.name}")
    shutil.copy2(source, unfinished)
    with unfinished.open("rb") as copied:
        os.fsync(copied.fileno())
    unfinished.rename(target)


def _prepare_restored(database: Path, made_at: datetime) -> None:
    """Before it can be taken for a live one: what it does not know of what came after it.

    Whatever waits may have been sent since. The numbers given since are not given again: Discord still shows buttons
    that bear them.
    """
    with closing(sqlite3.connect(database)) as connection:
        tables = {row[0] for row in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
        if "outbox" in tables:
            connection.execute(
                "UPDATE outbox SET sending_at = coalesce(sending_at, ?) WHERE state = 'waiting'", (made_at.isoformat(),)
            )
        if "sqlite_sequence" in tables:
            connection.execute("UPDATE sqlite_sequence SET seq = seq + ?", (NUMBERS_LEFT_OUT,))
        if "settings" in tables:
            connection.execute("DELETE FROM settings WHERE name = ?", (f"note:{RESTORED}",))
            note = (f"note:{RESTORED}", json.dumps(made_at.isoformat()))
            connection.execute("INSERT INTO settings VALUES (?, ?)", note)
        connection.commit()


def _copy_database(source: Path, target: Path) -> None:
    """By SQLite's own means, in one read: whoever writes meanwhile is not held up. One file, nothing beside it."""
    with (
        closing(sqlite3.connect(f"file:{source}?mode=ro", uri=True, timeout=30)) as reading,
        closing(sqlite3.connect(target)) as writing,
    ):
        for connection in (reading, writing):
            connection.execute(LITTLE_MEMORY)
        reading.backup(writing)
        writing.execute("PRAGMA journal_mode=DELETE").fetchall()
    require_sound(target, version_of(target))


def _copy_files(source: Path, target: Path) -> list[str]:
    """Linked where the file system can: their names are their hashes, so they never change."""
    target.mkdir(mode=0o700)
    names = sorted(path.name for path in source.iterdir() if len(path.name) == 64) if source.exists() else []  # noqa: PLR2004 - a SHA-256
    kept: list[str] = []
    for name in names:
        try:
            os.link(source / name, target / name)
        except FileNotFoundError:
            continue  # swept away meanwhile
        except OSError:
            shutil.copy2(source / name, target / name)
        kept.append(name)
    return kept


def _write_manifest(folder: Path, now: datetime, files: list[str]) -> None:
    manifest = {"made_at": now.isoformat(), "database_sha256": _digest(folder / DATABASE), "files": files}
    (folder / MANIFEST).write_text(json.dumps(manifest, indent=1), encoding="utf-8")
    for path in (folder / DATABASE, folder / MANIFEST):
        with path.open("rb") as written:
            os.fsync(written.fileno())
    sync_folder(folder)


def _digest(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _last_of_each(backups: Iterable[tuple[datetime, Path]], period: Callable[[datetime], str], most: int) -> set[Path]:
    """`backups` the latest first; `period` names a day or a week."""
    found: dict[str, Path] = {}
    for moment, path in backups:
        found.setdefault(period(moment), path)
    return set(list(found.values())[:most])


def _moment_of(name: str) -> datetime | None:
    try:
        return datetime.strptime(name, _STAMP).replace(tzinfo=UTC)
    except ValueError:
        return None


def _clear_partial(folder: Path) -> None:
    """What a crash in the middle of a backup left."""
    for path in folder.glob(f"{_PARTIAL}*"):
        shutil.rmtree(path, ignore_errors=True)
