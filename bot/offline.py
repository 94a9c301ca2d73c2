"""The features without Discord, for the commands that read or write their data."""

from __future__ import annotations

import asyncio
import sqlite3
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from pathlib import Path

from bot.client import CommunityBot
from bot.clock import Clock
from bot.config import Config
from bot.errors import StartError, UserError
from bot.registry import Archive, CalendarSource, Forgetting, Reindex
from bot.schedule.scheduler import HandTurnedScheduler
from bot.storage import backup as backups
from bot.storage.erasures import NAME as ERASURES
from bot.storage.erasures import Erasure, Erasures, bring_erasures_along
from bot.storage.folder import DataFolder
from bot.storage.people import PeopleStorage

_NO_LIST = (
    f"No {ERASURES} was found beside the backup: whoever was forgotten since it was made is back. Keep that file with "
    "the backups; if you have it, put it beside this one, empty DATA_DIR and restore again."
)


@asynccontextmanager
async def offline(config: Config, *, writing: bool, finishes_restore: bool = False) -> AsyncGenerator[CommunityBot]:
    """No alarm rings and nothing is posted. Raises StartError; when writing, also while the bot runs."""
    clock = Clock()
    bot = CommunityBot(config, clock=clock, scheduler=HandTurnedScheduler(clock))
    bot.finishes_restore = finishes_restore
    try:
        await (bot.prepare() if writing else bot.look())
        await bot.setup_hook()
        yield bot
    finally:
        await bot.close()


async def back_up(config: Config, folder: Path | None) -> list[str]:
    """Beside a running bot, too. Raises StartError."""
    source = DataFolder(config.data_dir)
    if not source.database.exists():
        raise StartError(f"There is no database in {source.path.absolute()}: is DATA_DIR right?")
    into = folder or source.backups
    try:
        now = Clock().now()
        made = await asyncio.to_thread(backups.make_backup, source, into, now)
        await asyncio.to_thread(bring_erasures_along, source.backups, into)
        gone = await asyncio.to_thread(backups.rotate, into, now)
    except (OSError, sqlite3.Error) as error:
        raise StartError(
            f"No backup was made ({error}): is the database sound (`check`), is there room, may the folder be written?"
        ) from error
    return [
        f"Saved and read back: {made.path} ({made.size // 1024} KiB of database, {made.files} files).",
        *([f"{len(gone)} older ones went: seven days and four weeks are kept, here as everywhere."] if gone else []),
        "Ballots that are open now are left out on purpose; SECRET_KEY is not in it: keep it elsewhere.",
    ]


async def restore_from(config: Config, folder: Path) -> list[str]:
    """Into an empty DATA_DIR; whoever was forgotten since the backup is forgotten again. Raises StartError."""
    target = DataFolder(config.data_dir)
    erasures = _erasures_since(config, folder, target)
    made = await asyncio.to_thread(backups.restore, folder, target)
    async with offline(config, writing=True, finishes_restore=True) as bot:
        people = await PeopleStorage(bot.database).list_people()
        again = bot.erasures.find_people(erasures, people)
        for user_id, erasure in again:
            await bot.registry.service(Forgetting).forget_again(user_id, erasure.feature, texts=erasure.texts)
    await asyncio.to_thread(backups.finish_restore, target)
    known = any(place.exists() for place in _erasure_lists(folder, target))
    return [
        f"Restored: the database of {made.made_at:%Y-%m-%d %H:%M} UTC and {made.files} files.",
        f"{len(again)} erasures of members since then were done again." if known else _NO_LIST,
        "At its next start the bot posts nothing until a moderator presses “Reprendre”: what waits is shown first.",
        "Polls and surveys that were open are lost, and will be announced as such.",
    ]


def _erasures_since(config: Config, folder: Path, target: DataFolder) -> list[Erasure]:
    """Known beside the backup, or in the folder that is restored to."""
    made_at = backups.verify(folder).made_at
    return [
        erasure
        for place in _erasure_lists(folder, target)
        for erasure in Erasures(place, config.secret_key).list_since(made_at)
    ]


def _erasure_lists(folder: Path, target: DataFolder) -> list[Path]:
    return list(dict.fromkeys([folder.resolve().parent / ERASURES, target.backups.resolve() / ERASURES]))


async def export_to(config: Config, folder: Path) -> list[str]:
    """Beside a running bot, too; a name that ends in `.ics` gets the calendar. Raises StartError."""
    async with offline(config, writing=False) as bot:
        try:
            if folder.suffix == ".ics":
                return [await _write_calendar(source, folder) for source in bot.registry.all(CalendarSource)]
            return [await archive.export(folder) for archive in bot.registry.all(Archive)]
        except OSError as error:
            raise StartError(f"{folder} could not be written ({error.strerror}): choose another folder.") from error


async def import_from(config: Config, folder: Path) -> list[str]:
    """The bot must be stopped. Raises StartError."""
    async with offline(config, writing=True) as bot:
        try:
            return [await archive.bring_in(folder) for archive in bot.registry.all(Archive)]
        except UserError as error:
            sentence = bot.catalogue.text("en", error.key, error.params)
            raise StartError(sentence) from error


async def reindex(config: Config) -> list[str]:
    """The bot must be stopped; it does the same by itself, while it runs, after an update that asks for it."""
    done = 0

    async def progress(count: int) -> None:
        nonlocal done
        done = count
        print(f"\r{count} texts indexed", end="", flush=True)

    async with offline(config, writing=True) as bot:
        await bot.registry.service(Reindex).rebuild(progress)
    return [f"\rEverything is indexed again: {done} texts."]


async def _write_calendar(source: CalendarSource, path: Path) -> str:
    content = await source.calendar()
    await asyncio.to_thread(path.write_bytes, content)
    return f"Calendar: written to {path}."
