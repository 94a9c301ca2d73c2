"""Running the bot: safe mode, a backup put back, how it is; acted by moderators, and by whoever hosts."""

from __future__ import annotations

import asyncio
import os
import shutil
import sqlite3
import subprocess
import sys
from base64 import urlsafe_b64encode
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import discord
import pytest

from bot import __version__
from bot.client import MIGRATIONS, ROOT, CommunityBot
from bot.clock import Clock
from bot.errors import StartError
from bot.storage.backup import NUMBERS_LEFT_OUT, is_unfinished, list_backups, make_backup, restore, rotate
from bot.storage.erasures import Erasures, bring_erasures_along
from bot.storage.folder import DataFolder
from bot.storage.migrate import list_migrations
from cogs.operation import cards
from cogs.operation.models import Held
from tests.flows import digest_acts
from tests.flows.acts import open_poll, vote, words
from tests.flows.digest_acts import draft_card, letters, publish_texts, told
from tests.flows.library_acts import publish, set_up, submit, waiting_cards
from tests.flows.meetup_acts import plan
from tests.flows.test_privacy_flow import forget, require_no_byte_of
from tests.flows.test_retention import database_of_version
from tests.world import SECRET, World, custom_ids, make_config, said


@pytest.fixture
async def town(world: World) -> World:
    await world.make_sole_moderator()
    await set_up(world)
    return world


def held_cards(world: World) -> list[discord.Message]:
    return [card for card in world.posts(world.moderation) if "operation:resume:" in custom_ids(card)]


# Silence


async def test_after_two_days_of_silence_nothing_overdue_is_posted_until_a_moderator_says_so(town: World) -> None:
    card = await open_poll(town)
    for member in town.members[:6]:
        await vote(member, card, 0)
    await town.restart(held=True, days=4)
    assert town.results() == []
    row = await town.simulator.as_bot(town.bot.database.one("SELECT status FROM polls"))
    assert row is not None
    assert row["status"] == "closed"  # on time, for what is no post
    await town.advance(minutes=2)
    (waits,) = held_cards(town)
    assert "Je n’ai pas pu parler à Discord" in said(waits)
    assert "les résultats d’un sondage : 1" in said(waits).replace("\u00a0", " ")
    await town.restart(held=True)
    assert town.results() == []
    assert len(held_cards(town)) == 1
    assert "modération" in words(await town.members[0].click(waits, label="Reprendre"))
    await town.moderator.click(waits, label="Reprendre")
    assert len(town.results()) == 1
    await town.restart(held=True, hours=3)
    await town.advance(days=2)
    assert len(town.results()) == 1
    assert held_cards(town) == []


async def test_a_short_absence_or_a_calm_week_is_no_silence(town: World) -> None:
    await town.restart(held=True, hours=10)
    assert town.bot.safe_mode.held is None
    await town.advance(days=7)
    await town.restart(held=True, crash=True, hours=3)
    assert town.bot.safe_mode.held is None


async def test_without_a_moderators_channel_moderators_are_told_when_they_come_by(world: World) -> None:
    await world.make_sole_moderator()
    await world.restart(held=True, days=3)
    member, moderator = world.members[0], world.moderator
    assert (await member.slash(world.channel, "help")).followups == []
    (aside,) = (await moderator.slash(world.channel, "help")).followups
    assert "Je n’ai pas pu parler à Discord" in said(aside.message)
    assert (await moderator.slash(world.channel, "help")).followups == []
    await world.promote(member)
    assert (await member.slash(world.channel, "status")).followups == []  # it is there already
    await moderator.click(aside.message, label="Reprendre")
    assert world.bot.safe_mode.held is None


async def test_without_a_moderators_channel_the_button_is_in_the_state_of_the_bot(world: World) -> None:
    await world.make_sole_moderator()
    await world.restart(held=True, days=3)
    shown = await world.moderator.slash(world.channel, "status")
    assert "Je n’ai pas pu parler à Discord" in words(shown)
    assert shown.response is not None
    await world.moderator.click(shown.response.message, label="Reprendre")
    assert world.bot.safe_mode.held is None


async def test_a_network_that_comes_back_after_two_days_posts_nothing_by_itself(town: World) -> None:
    """The process went on all the time; only Discord was away."""
    card = await open_poll(town)
    for member in town.members[:6]:
        await vote(member, card, 0)
    await town.simulator.as_bot(town.bot.on_disconnect())
    await town.advance(days=4)
    assert town.results() == []
    await town.simulator.as_bot(town.bot.on_resumed())
    await town.advance(minutes=2)
    (waits,) = held_cards(town)
    await town.moderator.click(waits, label="Reprendre")
    assert len(town.results()) == 1


# How it is


async def test_the_state_of_the_bot_tells_what_is_missing_and_what_failed(town: World) -> None:
    await town.deny(send_messages=False, attach_files=False)
    shown = words(await town.moderator.slash(town.moderation, "status"))
    assert "Version" in shown
    assert "envoyer des messages, joindre des fichiers" in shown
    assert "Aucune sauvegarde quotidienne" in shown
    await town.deny(send_messages=True, attach_files=True)
    assert "Toutes les permissions" in words(await town.moderator.slash(town.moderation, "status"))
    await digest_acts.schedule(town)
    await publish_texts(town, 2)
    await town.advance(days=4, hours=1)
    await town.moderator.click(draft_card(town), label="Approuver")
    await town.delete_channel()
    await town.advance(days=3)
    shown = words(await town.moderator.slash(town.moderation, "status"))
    assert "une partie de la lettre" in shown
    assert f"- <#{town.channel.id}> n’existe plus" in shown  # chosen for announcements
    refused = await town.members[0].slash(town.moderation, "status")
    assert "modération" in words(refused)


async def test_the_state_of_the_bot_tells_what_comes_next(town: World) -> None:
    assert "Rien n’est prévu" in words(await town.moderator.slash(town.moderation, "status"))
    await digest_acts.schedule(town)
    await plan(town, when="vendredi 27 novembre 18h30")
    await open_poll(town, closing="dans 2 jours")
    shown = words(await town.moderator.slash(town.moderation, "status")).replace("\u00a0", " ")
    coming = [line.partition(" : ")[2] for line in shown.splitlines() if line.startswith("- <t:")]
    assert coming == [
        "clôture du sondage « Avez-vous utilisé une IA générative ce mois-ci ? »",
        "rencontre « Les jeudis de la Loge »",
        "brouillon de la lettre « Lettre du mardi », à relire ici",
    ]
    await town.advance(days=5)
    shown = words(await town.moderator.slash(town.moderation, "status"))
    assert "son brouillon n’est pas encore approuvé" in shown


async def test_the_check_of_whoever_hosts_tells_it_too_beside_the_running_bot(town: World) -> None:
    await open_poll(town, closing="dans 20 jours")
    await town.delete_channel()
    await town.advance(days=20, hours=1)
    lines = (await run_command(town, "check")).splitlines()
    assert f"✓ version {__version__}" in lines
    assert any(line.startswith("✓ last sign of life: 2026-12-14") for line in lines)
    assert any(line.startswith("✗ a post was given up lately (polls:result, gone") for line in lines)
    with closing(sqlite3.connect(town.data_dir / "tmnlab.db")) as connection:
        connection.execute(f"PRAGMA user_version = {len(list_migrations(MIGRATIONS)) - 1}")
    assert "waits for an update" in await run_command(town, "check")
    assert "waits for an update" in await run_command(town, "export", str(town.data_dir.parent / "exported"))


# Backups


async def run_command(world: World, *arguments: str, data_dir: Path | None = None) -> str:
    """As whoever hosts would, on the command line."""
    environ = {
        "DISCORD_TOKEN": "not.a.token",
        "SECRET_KEY": urlsafe_b64encode(SECRET).decode(),
        "DATA_DIR": str(data_dir or world.data_dir),
        "PYTHONPATH": str(ROOT),
    }
    done = await asyncio.to_thread(
        subprocess.run,
        [sys.executable, "-m", "bot", *arguments],
        env=os.environ | environ,
        cwd=world.data_dir.parent,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert "Traceback" not in done.stderr, done.stderr
    return done.stdout + done.stderr


async def restored(world: World, backup: Path) -> None:
    """The disk dies; the backup is put back in its place, and the bot starts."""

    def make_bot(clock: Clock) -> CommunityBot:
        from bot.schedule.scheduler import HandTurnedScheduler  # noqa: PLC0415 - as the world makes its own

        return CommunityBot(make_config(world.data_dir), clock=clock, scheduler=HandTurnedScheduler(clock))

    def destroy_and_restore(clock: Clock) -> CommunityBot:
        shutil.rmtree(world.data_dir)
        environ = {
            "DISCORD_TOKEN": "not.a.token",
            "SECRET_KEY": urlsafe_b64encode(SECRET).decode(),
            "DATA_DIR": str(world.data_dir),
        }
        subprocess.run(  # noqa: S603 - our own command
            [sys.executable, "-m", "bot", "restore", str(backup)],
            env=os.environ | environ | {"PYTHONPATH": str(ROOT)},
            cwd=world.data_dir.parent,
            capture_output=True,
            timeout=60,
            check=True,
        )
        return make_bot(clock)

    await world.simulator.restart(destroy_and_restore, crash=True)
    await world.simulator.advance(timedelta(minutes=2))


async def back_up(world: World) -> Path:
    """To another disk, while the bot runs, at the world's own time."""
    into = world.data_dir.parent / "elsewhere"
    made = await asyncio.to_thread(make_backup, world.bot.folder, into, world.simulator.now())
    bring_erasures_along(world.bot.folder.backups, into)
    return made.path


async def test_backed_up_destroyed_restored_and_gone_on_with(town: World) -> None:
    """Yesterday's backup: what was posted since is not posted twice, and the open poll is lost, and said to be."""
    card = await open_poll(town)
    await digest_acts.schedule(town)
    await publish_texts(town, 2)
    await town.advance(days=1)
    await open_poll(town, question="Ouvert au moment de la sauvegarde ?", closing="dans 9 jours")
    await town.advance(days=3, hours=1)
    await town.moderator.click(draft_card(town), label="Approuver")
    backup = await back_up(town)
    await town.advance(days=3)
    assert told(letters(town)) == [0, 1]
    before = [message.id for message in town.posts()]
    await restored(town, backup)
    (waits,) = held_cards(town)
    assert "à partir d’une sauvegarde" in said(waits)
    assert [message.id for message in town.posts()] == before
    await town.moderator.click(waits, label="Reprendre")
    await town.advance(hours=1)
    assert [message.id for message in town.posts()] == before
    assert told(letters(town)) == [0, 1]
    assert await digest_acts.states(town) == ["posted"]
    lost = next(message for message in town.posts() if "Ouvert au moment" in said(message))
    assert "a été annulé" in said(lost)
    assert card.id in before


async def test_whoever_was_forgotten_since_the_backup_is_forgotten_again(town: World) -> None:
    person = town.members[0]
    await person.slash(town.channel, "whatsnew follow", tag="lignes rouges")
    backup = await back_up(town)
    shutil.copytree(backup.parent, town.data_dir.parent / "kept", dirs_exist_ok=True)
    await forget(town, person, "all", "Oublier, laisser mes textes sans mon nom")
    await back_up(town)  # a later one: from then on, it is known there too
    await restored(town, backup)
    row = await town.simulator.as_bot(town.bot.database.one("SELECT count(*) AS n FROM digest_follows"))
    assert row is not None
    assert row["n"] == 0
    require_no_byte_of(town, person.id)


async def test_a_backup_is_never_restored_over_what_lives_nor_when_damaged(town: World) -> None:
    into = town.data_dir.parent / "commanded"
    assert "Saved and read back" in await run_command(town, "backup", str(into))
    backup = list_backups(into)[0][1]
    assert "is not empty" in await run_command(town, "restore", str(backup))
    empty = town.data_dir.parent / "new"
    with (backup / "tmnlab.db").open("r+b") as file:
        file.seek(5000)
        file.write(b"damage")
    assert "damaged" in await run_command(town, "restore", str(backup), data_dir=empty)
    assert not (empty / "tmnlab.db").exists()
    assert "not a backup" in await run_command(town, "restore", str(town.data_dir), data_dir=empty)


async def test_a_day_a_backup_seven_days_and_four_weeks_of_them(town: World) -> None:
    folder, start = town.bot.folder, town.simulator.now()
    into = town.data_dir / "backups"
    for day in range(40):
        make_backup(folder, into, start + timedelta(days=day))
        rotate(into, start + timedelta(days=day))
    kept = [(moment - start).days for moment, _ in list_backups(into)]
    assert kept[:7] == [39, 38, 37, 36, 35, 34, 33]
    assert len(kept) <= 7 + 4
    assert kept[-1] <= 39 - 15  # the fourth week back is there
    assert (into / list_backups(into)[0][1].name / "tmnlab.db").exists()
    assert not any(path.name.endswith(".box") for path in into.rglob("*"))


# What a hostile reading found


async def test_every_kind_that_may_wait_has_its_words(town: World) -> None:
    """Or the announcement could not be drawn, and nothing would ever be posted again."""
    for kind in town.bot.outbox._kinds:  # pyright: ignore[reportPrivateUsage]
        for language in ("fr", "en"):
            assert town.bot.catalogue.has(language, f"post-{kind.replace(':', '-')}"), kind
    card = cards.held_card(Held("silence", town.simulator.now()), [("gone:kind", 1)], town.bot.public_speaker)
    assert "gone:kind" in str(card.to_components())


async def test_a_restore_beside_its_own_backups_takes_the_files_that_are_there(town: World) -> None:
    """Moved aside, as the guide says: the files of the backup are links to those of the folder."""
    kept = await town.simulator.as_bot(town.bot.files.keep(b"%PDF-1.4 une charte", "charte.pdf"))
    made = make_backup(town.bot.folder, town.bot.folder.backups, town.simulator.now())
    here = town.data_dir.parent / "here"
    shutil.copytree(town.data_dir, here)
    for path in (here / "files").iterdir():
        path.unlink()
        (here / "files" / path.name).hardlink_to(here / "backups" / made.path.name / "files" / path.name)
    for path in (*here.glob("tmnlab.db*"), *here.glob("ballots/*.box")):
        path.unlink()
    told_ = await run_command(town, "restore", str(here / "backups" / made.path.name), data_dir=here)
    assert "Restored" in told_
    assert (here / "files" / kept.sha256).read_bytes() == b"%PDF-1.4 une charte"


async def test_a_restore_cut_short_is_not_run_on_and_can_be_done_again(town: World) -> None:
    await open_poll(town)
    backup = await back_up(town)
    target = DataFolder(town.data_dir.parent / "new")
    restore(backup, target)  # and killed before whoever was forgotten since is forgotten again
    assert "cut short" in await run_command(town, "run", data_dir=target.path)
    assert "Restored" in await run_command(town, "restore", str(backup), data_dir=target.path)
    assert "is not empty" in await run_command(town, "restore", str(backup), data_dir=target.path)
    assert not is_unfinished(target)
    with closing(sqlite3.connect(target.database)) as connection:
        (number,) = connection.execute("SELECT seq FROM sqlite_sequence WHERE name = 'polls'").fetchone() or (0,)
    assert number == 0 or number > NUMBERS_LEFT_OUT


async def test_a_restore_cut_short_before_the_database_was_there_starts_no_empty_bot(
    town: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Its start would sweep away the files that had come back."""
    await town.simulator.as_bot(town.bot.files.keep(b"%PDF-1.4 une charte", "charte.pdf"))
    backup = await back_up(town)
    target = DataFolder(town.data_dir.parent / "new")

    class Killed(BaseException):
        pass

    def dies(*_: object) -> None:
        raise Killed

    with monkeypatch.context() as cut:
        cut.setattr("bot.storage.backup._prepare_restored", dies)
        with pytest.raises(Killed):
            restore(backup, target)
    assert not target.database.exists()
    assert "cut short" in await run_command(town, "run", data_dir=target.path)
    assert len(list(target.files.iterdir())) == 1
    assert "Restored" in await run_command(town, "restore", str(backup), data_dir=target.path)
    assert not list(target.path.glob(".partial*"))


async def test_a_restore_says_when_it_knows_of_no_erasures(town: World) -> None:
    """Or whoever was forgotten since would be back without a word."""
    backup = await back_up(town)
    said_ = await run_command(town, "restore", str(backup), data_dir=town.data_dir.parent / "before")
    assert "0 erasures" in said_  # nobody asked
    (backup.parent / "erasures.jsonl").unlink()
    said_ = await run_command(town, "restore", str(backup), data_dir=town.data_dir.parent / "new")
    assert "whoever was forgotten since it was made is back" in said_


def test_backups_wait_for_one_another_and_one_dated_ahead_pushes_out_none(tmp_path: Path) -> None:
    now = datetime(2026, 12, 1, 3, tzinfo=UTC)
    source = database_of_version(tmp_path / "data", len(list_migrations(MIGRATIONS)))
    (tmp_path / "data").chmod(0o755)
    source.claim()

    def made_on(day: int) -> Path:
        return make_backup(source, tmp_path / "b", now - timedelta(days=day)).path

    with ThreadPoolExecutor() as pool:
        made = list(pool.map(made_on, range(6)))
    assert all((path / "tmnlab.db").exists() for path in made)
    make_backup(source, tmp_path / "b", now + timedelta(days=400))
    rotate(tmp_path / "b", now)
    assert len(list_backups(tmp_path / "b")) == 7
    assert (tmp_path / "data").stat().st_mode & 0o777 == 0o700


async def test_texts_that_left_with_their_author_do_not_come_back_with_a_backup(town: World) -> None:
    author = town.members[0]
    await publish(town, author)
    backup = await back_up(town)
    await forget(town, author, "all", "Oublier, et retirer mes textes")
    await back_up(town)
    await restored(town, backup)
    row = await town.simulator.as_bot(town.bot.database.one("SELECT status FROM library_entries"))
    assert row is not None
    assert row["status"] == "removed"
    require_no_byte_of(town, author.id)


async def test_what_waits_for_review_leaves_the_desk_with_its_author(town: World) -> None:
    author = town.members[0]
    await submit(town, author)
    (waiting,) = waiting_cards(town)
    await forget(town, author, "all", "Oublier, laisser mes textes sans mon nom")
    assert waiting_cards(town) == []
    assert author.user.name not in said(await fetched(town, waiting))


async def fetched(world: World, message: discord.Message) -> discord.Message:
    return next(found for found in world.posts(world.moderation) if found.id == message.id)


def test_an_erasure_after_a_line_cut_short_is_read_and_one_just_before_a_backup_too(tmp_path: Path) -> None:
    erasures, now = Erasures(tmp_path / "erasures.jsonl", SECRET), datetime(2026, 12, 1, tzinfo=UTC)
    erasures.note(1, None, now, texts=False)
    with erasures.path.open("a") as file:
        file.write('{"mark": "cut sh')
    erasures.note(2, "library", now, texts=True)
    found = erasures.find_people(erasures.list_since(now + timedelta(minutes=5)), [1, 2, 3])
    assert [(who, erasure.feature, erasure.texts) for who, erasure in found] == [(1, None, False), (2, "library", True)]
    with pytest.raises(StartError, match="another SECRET_KEY"):
        Erasures(erasures.path, bytes(32)).list_since(now)


def test_no_backup_outlives_four_weeks_but_the_last(tmp_path: Path) -> None:
    now = datetime(2026, 12, 1, 3, tzinfo=UTC)
    for name in ("2019-01-01T000000Z", "2026-11-02T030000Z", "before-update-of-0003-2020-01-01T000000Z"):
        (tmp_path / name).mkdir()
    rotate(tmp_path, now)
    assert [path.name for path in tmp_path.iterdir()] == ["2026-11-02T030000Z"]
    rotate(tmp_path, now + timedelta(days=300))
    assert [path.name for path in tmp_path.iterdir()] == ["2026-11-02T030000Z"]


async def test_the_look_back_after_a_restore_ends_by_itself(town: World) -> None:
    """Eight days after the moderators' word, posts are no longer looked for in the channel first."""
    await restored(town, await back_up(town))
    outbox = town.bot.outbox
    since = outbox._perhaps_sent_since  # pyright: ignore[reportPrivateUsage]
    assert since(town.simulator.now() + timedelta(days=30)) is not None  # held: for as long as it takes
    (waits,) = held_cards(town)
    await town.moderator.click(waits, label="Reprendre")
    assert since(town.simulator.now() + timedelta(days=7)) is not None
    assert since(town.simulator.now() + timedelta(days=9)) is None
    await town.restart()
    since = town.bot.outbox._perhaps_sent_since  # pyright: ignore[reportPrivateUsage]
    assert since(town.simulator.now() + timedelta(days=7)) is not None
