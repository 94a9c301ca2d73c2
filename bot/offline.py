"""The features without Discord, for the commands that read or write their data."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from pathlib import Path

from bot.client import CommunityBot
from bot.clock import Clock
from bot.config import Config
from bot.errors import StartError, UserError
from bot.registry import Archive, CalendarSource, Reindex
from bot.schedule.scheduler import HandTurnedScheduler


@asynccontextmanager
async def offline(config: Config, *, writing: bool) -> AsyncGenerator[CommunityBot]:
    """No alarm rings and nothing is posted. Raises StartError; when writing, also while the bot runs."""
    clock = Clock()
    bot = CommunityBot(config, clock=clock, scheduler=HandTurnedScheduler(clock))
    try:
        await (bot.prepare() if writing else bot.look())
        await bot.setup_hook()
        yield bot
    finally:
        await bot.close()


async def export_to(config: Config, folder: Path) -> list[str]:
    """Beside a running bot, too; a name that ends in `.ics` gets the calendar. Raises StartError."""
    async with offline(config, writing=False) as bot:
        if folder.suffix == ".ics":
            return [await _write_calendar(source, folder) for source in bot.registry.all(CalendarSource)]
        return [await archive.export(folder) for archive in bot.registry.all(Archive)]


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
