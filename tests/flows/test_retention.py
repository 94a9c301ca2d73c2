"""What is kept for a time only goes when its time is over; a backup a day; updates that keep what was before."""

from __future__ import annotations

import json
import shutil
import sqlite3
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest
import simcord

from bot.client import MIGRATIONS
from bot.registry import Retention
from bot.storage.backup import list_backups, make_backup, restore, verify
from bot.storage.database import Database
from bot.storage.folder import DataFolder
from bot.storage.migrate import list_migrations
from tests.flows.acts import open_poll, words
from tests.flows.library_acts import publish, set_up
from tests.world import START, World, make_world

LATEST = len(list_migrations(MIGRATIONS))


async def count(world: World, question: str) -> int:
    row = await world.simulator.as_bot(world.bot.database.one(question))
    assert row is not None
    return int(row[0])


async def leave(world: World, member: simcord.MemberActor) -> None:
    found = world.bot.guild.get_member(member.id)
    assert found is not None
    await world.simulator.as_bot(world.bot.guild.kick(found))


async def test_posts_are_forgotten_after_a_month_and_decisions_after_two_years(world: World) -> None:
    await world.make_sole_moderator()
    await set_up(world)
    await open_poll(world)
    await publish(world, world.members[0])
    await world.advance(days=20)
    sent = await count(world, "SELECT count(*) FROM outbox WHERE state = 'sent' AND kind LIKE 'polls:%'")
    assert sent
    assert await count(world, "SELECT count(*) FROM review_items WHERE choice IS NOT NULL") == 1
    await world.advance(days=20)
    assert await count(world, "SELECT count(*) FROM outbox WHERE state = 'sent' AND kind LIKE 'polls:%'") == 0
    assert await count(world, "SELECT count(*) FROM polls") == 1

    async def age() -> None:
        async with world.bot.database.transaction() as transaction:
            await transaction.execute("UPDATE review_items SET decided_at = '2024-01-01T00:00:00+00:00'")

    await world.simulator.as_bot(age())
    await world.advance(days=2)
    assert await count(world, "SELECT count(*) FROM review_items WHERE choice IS NOT NULL") == 0


async def test_whoever_left_a_month_ago_leaves_no_settings_and_who_comes_back_keeps_them(world: World) -> None:
    gone, back = world.members[0], world.members[1]
    for member in (gone, back):
        await member.slash(world.channel, "whatsnew follow", tag="lignes rouges")
    await leave(world, gone)
    await leave(world, back)
    await world.advance(days=10)
    assert await count(world, "SELECT count(*) FROM departures") == 2
    returned = world.guild.add_member(back.user)
    assert returned.id == back.id
    await world.advance(days=25)
    assert await count(world, "SELECT count(*) FROM digest_follows") == 1
    assert await count(world, f"SELECT count(*) FROM digest_follows WHERE user_id = {back.id}") == 1  # noqa: S608
    assert await count(world, "SELECT count(*) FROM departures") == 0


async def test_a_backup_is_made_each_day_and_read_back(tmp_path: Path) -> None:
    world = make_world(tmp_path / "data", daily_backup=True)
    async with world.simulator:
        await world.make_sole_moderator()
        await world.advance(days=3, hours=1)
        backups = list_backups(world.data_dir / "backups")
        assert len(backups) == 4  # one soon after the start, then one a day
        assert verify(backups[0][1]).schema == LATEST
        last, problem = await world.simulator.as_bot(world.bot.housekeeping.last_backup())
        assert last is not None
        assert last > START
        assert problem == ""


@pytest.mark.errors_expected
async def test_a_backup_that_fails_is_told_and_tried_again(tmp_path: Path) -> None:
    world = make_world(tmp_path / "data", daily_backup=True)
    async with world.simulator:
        await world.make_sole_moderator()
        in_the_way = world.data_dir / "backups"
        in_the_way.write_text("a file where the folder should be")
        await world.advance(minutes=5)
        shown = await world.moderator.slash(world.moderation, "status")
        assert "La dernière sauvegarde a échoué" in words(shown)
        in_the_way.unlink()
        await world.advance(hours=2)
        assert list_backups(in_the_way)


def database_of_version(folder: Path, version: int) -> DataFolder:
    """As a bot of then would have left it, with an entry of the library in it."""
    folder.mkdir()
    with closing(sqlite3.connect(folder / "tmnlab.db", isolation_level=None)) as connection:
        connection.execute("PRAGMA journal_mode=WAL").fetchall()
        for migration in list_migrations(MIGRATIONS)[:version]:
            connection.executescript(f"BEGIN;\n{migration.sql}\nPRAGMA user_version = {migration.version};\nCOMMIT;")
        connection.execute(
            "INSERT INTO library_entries (uid, status, created_at) VALUES ('a', 'archived', ?)", (START.isoformat(),)
        )
    return DataFolder(folder)


@pytest.mark.parametrize("version", range(LATEST - 3, LATEST + 1))
async def test_a_backup_of_each_of_the_last_versions_is_restored_and_updated(tmp_path: Path, version: int) -> None:
    backup = make_backup(database_of_version(tmp_path / "then", version), tmp_path / "backups", START)
    assert backup.schema == version
    target = DataFolder(tmp_path / "now")
    restore(backup.path, target)
    database = await Database.open(target.database, MIGRATIONS)
    try:
        rows = await database.all("SELECT uid FROM library_entries")
        assert [row["uid"] for row in rows] == ["a"]
        version_row = await database.one("PRAGMA user_version")
        assert version_row is not None
        assert version_row[0] == LATEST
    finally:
        await database.close()


async def test_what_was_before_an_update_is_kept_aside(tmp_path: Path) -> None:
    database_of_version(tmp_path / "data", LATEST - 1)
    world = make_world(tmp_path / "data")
    async with world.simulator:
        (aside,) = (world.data_dir / "backups").glob("before-*")
        assert aside.name.startswith(f"before-update-of-{LATEST - 1:04}-")
        assert verify(aside).schema == LATEST - 1
        assert await count(world, "SELECT count(*) FROM library_entries") == 1


def test_a_backup_cut_short_is_no_backup(tmp_path: Path) -> None:
    source = database_of_version(tmp_path / "data", LATEST)
    into = tmp_path / "backups"
    made = make_backup(source, into, START)
    shutil.copytree(made.path, into / ".partial-2026-11-25T000000Z")
    later = make_backup(source, into, START + timedelta(days=1))
    assert [path for _, path in list_backups(into)] == [later.path, made.path]
    assert not list(into.glob(".partial-*"))


async def test_titles_withdrawn_before_they_kept_their_reference_are_still_told(tmp_path: Path) -> None:
    folder = database_of_version(tmp_path / "then", 14)
    then = START.isoformat()
    snapshots = ('{"sections": [], "withdrawn": ["Une charte « à part »", "Autre"]}', '{"withdrawn": []}', None)
    with closing(sqlite3.connect(folder.database, isolation_level=None)) as connection:
        for number, snapshot in enumerate(snapshots):
            connection.execute(
                "INSERT INTO digest_issues (name, channel_id, sections, state, occurs_at, due_at, since_at, until_at, "
                "snapshot) VALUES ('Lettre', 1, '[]', 'posted', ?, ?, ?, ?, ?)",
                (f"{then}{number}", then, then, then, snapshot),
            )
    database = await Database.open(folder.database, MIGRATIONS)
    try:
        rows = await database.all("SELECT snapshot FROM digest_issues ORDER BY issue_id")
    finally:
        await database.close()
    assert [json.loads(row["snapshot"])["withdrawn"] if row["snapshot"] else None for row in rows] == [
        [["", "Une charte « à part »"], ["", "Autre"]],
        [],
        None,
    ]


async def test_who_wrote_what_was_never_published_is_forgotten_after_two_years(world: World) -> None:
    moment = START.isoformat()
    rows = (("waiting", "declined"), ("waiting", "waiting"), ("public", "public"), ("waiting", "changes"))

    async def work() -> list[int | None]:
        async with world.bot.database.transaction() as transaction:
            for number, (status, state) in enumerate(rows, start=1):
                await transaction.execute(
                    "INSERT INTO library_entries (entry_id, uid, author_id, status, created_at) VALUES (?, ?, 7, ?, ?)",
                    (number, f"u{number}", status, moment),
                )
                await transaction.execute(
                    "INSERT INTO library_versions (entry_id, number, state, kind, title, summary, text, venue, trade, "
                    "licence, source, organisation, ai_use, author_name, leaves_discord, leaves_with_name, "
                    "submitted_at) "
                    "VALUES (?, 1, ?, 'charter', 'T', '', '', '', '', 'cc0-1', '', '', 'none', '', 0, 0, ?)",
                    (number, state, moment),
                )
        (retention,) = [one for one in world.bot.registry.all(Retention) if one.feature == "library"]
        await retention.run(START + timedelta(days=729))
        before = await world.bot.database.all("SELECT author_id FROM library_entries WHERE author_id = 7")
        assert len(before) == len(rows)
        await retention.run(START + timedelta(days=731))
        left = await world.bot.database.all("SELECT author_id FROM library_entries ORDER BY entry_id")
        return [row["author_id"] for row in left]

    assert await world.simulator.as_bot(work()) == [None, 7, 7, None]
