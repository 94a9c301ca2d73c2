"""The database: transactions that hold, migrations that are whole, refusals that change nothing."""

from __future__ import annotations

import asyncio
import sqlite3
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.client import MIGRATIONS
from bot.errors import StartError
from bot.storage.database import Database
from bot.storage.folder import DataFolder
from bot.storage.migrate import list_migrations

FIRST = "CREATE TABLE plays (title TEXT NOT NULL) STRICT;"


@pytest.fixture
def migrations(tmp_path: Path) -> Path:
    folder = tmp_path / "migrations"
    folder.mkdir()
    (folder / "0001_plays.sql").write_text(FIRST)
    return folder


@pytest.fixture
async def database(tmp_path: Path, migrations: Path) -> AsyncIterator[Database]:
    database = await Database.open(tmp_path / "test.db", migrations)
    yield database
    await database.close()


async def titles(database: Database) -> list[str]:
    return [row["title"] for row in await database.all("SELECT title FROM plays ORDER BY title")]


async def add(database: Database, title: str) -> None:
    async with database.transaction() as transaction:
        await transaction.execute("INSERT INTO plays VALUES (?)", (title,))


async def test_a_transaction_is_all_or_nothing(database: Database) -> None:
    async def write_and_fail() -> None:
        async with database.transaction() as transaction:
            await transaction.execute("INSERT INTO plays VALUES ('Phèdre')")
            raise RuntimeError

    with pytest.raises(RuntimeError):
        await write_and_fail()
    assert await titles(database) == []


async def test_a_cancelled_task_leaves_no_transaction_open(database: Database) -> None:
    entered = asyncio.Event()

    async def hang() -> None:
        async with database.transaction() as transaction:
            await transaction.execute("INSERT INTO plays VALUES ('Phèdre')")
            entered.set()
            await asyncio.Event().wait()

    task = asyncio.create_task(hang())
    await entered.wait()
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    await add(database, "Le Cid")
    assert await titles(database) == ["Le Cid"]


async def test_one_rollback_takes_no_other_task_along(database: Database) -> None:
    async def fail() -> None:
        async with database.transaction() as transaction:
            await transaction.execute("INSERT INTO plays VALUES ('à oublier')")
            await asyncio.sleep(0)
            raise RuntimeError

    await asyncio.gather(fail(), *(add(database, str(number)) for number in range(5)), return_exceptions=True)
    assert await titles(database) == ["0", "1", "2", "3", "4"]


async def test_a_broken_migration_leaves_the_version_before(tmp_path: Path, migrations: Path) -> None:
    (migrations / "0002_wrong.sql").write_text("CREATE TABLE good (a TEXT) STRICT; CREATE TABLE wrong (;")
    with pytest.raises(StartError):
        await Database.open(tmp_path / "broken.db", migrations)
    connection = sqlite3.connect(tmp_path / "broken.db")
    assert connection.execute("PRAGMA user_version").fetchone()[0] == 1
    assert connection.execute("SELECT name FROM sqlite_master").fetchall() == [("plays",)]
    connection.close()


async def test_a_newer_database_is_refused_untouched(tmp_path: Path, migrations: Path) -> None:
    path = tmp_path / "newer.db"
    connection = sqlite3.connect(path)
    connection.execute("PRAGMA user_version = 7")
    connection.commit()
    connection.close()
    with pytest.raises(StartError, match="newer"):
        await Database.open(path, migrations)
    assert sqlite3.connect(path).execute("PRAGMA user_version").fetchone()[0] == 7


async def test_a_damaged_database_is_refused_with_its_path_and_left_as_it_is(tmp_path: Path, migrations: Path) -> None:
    path = tmp_path / "damaged.db"
    rubbish = b"not a database " * 500
    path.write_bytes(rubbish)
    with pytest.raises(StartError, match=r"damaged\.db"):
        await Database.open(path, migrations)
    assert path.read_bytes() == rubbish


async def test_what_is_erased_leaves_the_bytes(database: Database, tmp_path: Path) -> None:
    await add(database, "un-nom-à-oublier")
    async with database.transaction() as transaction:
        await transaction.execute("DELETE FROM plays")
    await database.forget_deleted()
    content = b"".join(path.read_bytes() for path in tmp_path.glob("test.db*"))
    assert "un-nom-à-oublier".encode() not in content


def test_the_product_s_migrations_are_numbered_and_say_why() -> None:
    for migration in list_migrations(MIGRATIONS):
        assert migration.sql.startswith("-- ")


def test_a_gap_in_the_numbers_is_refused(migrations: Path) -> None:
    (migrations / "0003_gap.sql").write_text(FIRST)
    with pytest.raises(StartError):
        list_migrations(migrations)


def test_one_process_holds_a_folder_at_a_time(tmp_path: Path) -> None:
    first, second = DataFolder(tmp_path / "data"), DataFolder(tmp_path / "data")
    first.claim()
    with pytest.raises(StartError, match="already running"):
        second.claim()
    first.release()
    second.claim()
    second.release()


def test_a_folder_that_cannot_be_made_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(StartError, match="file"):
        DataFolder(tmp_path / "file" / "data").claim()


async def test_the_keys_of_tables_without_rowids_come_first(tmp_path: Path) -> None:
    """Where they do not, SQLite 3.40 finds damage in a sound database («NULL value in …»), and no bot starts on it."""
    database = await Database.open(tmp_path / "tmnlab.db", MIGRATIONS)
    try:
        tables = await database.all("SELECT name, sql FROM sqlite_master WHERE sql LIKE '%WITHOUT ROWID%'")
        assert tables
        for table in tables:
            columns = await database.all(f"PRAGMA table_info({table['name']})")
            places = [column["pk"] for column in columns if column["pk"]]
            assert [column["pk"] for column in columns][: len(places)] == list(range(1, len(places) + 1)), table["name"]
    finally:
        await database.close()
