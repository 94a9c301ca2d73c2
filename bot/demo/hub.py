"""Runs the demo: the simulated community, its clock, and the page around it, until it is told to stop."""

from __future__ import annotations

import asyncio
import signal
import webbrowser
from collections.abc import AsyncGenerator, Awaitable, Callable
from contextlib import asynccontextmanager, suppress
from datetime import UTC, datetime
from typing import TypeVar

import discord

from bot.clock import Clock
from bot.demo.play import Play
from bot.demo.previews import Previews
from bot.demo.simulator import Simulator
from bot.demo.site import Site, catalogue
from bot.demo.stage import Stage, Words

BotT = TypeVar("BotT", bound=discord.Client)
DEFAULT_PORT = 8765


@asynccontextmanager
async def running(
    make_bot: Callable[[Clock], BotT],
    populate: Callable[[Simulator[BotT]], Awaitable[Stage]],
    *,
    start: datetime | None = None,
    guide: Words | None = None,
    port: int = DEFAULT_PORT,
) -> AsyncGenerator[tuple[str, Play]]:
    """The demo's address and what runs behind it, while the block lasts. If `port` is taken, a free one."""
    simulator = Simulator(make_bot, start=start or datetime.now(UTC), check_errors=False)
    async with simulator:
        stage = await populate(simulator)
        previews = Previews(simulator.env, zone=stage.zone.key)
        play = Play(simulator, stage, previews)
        site = Site(play, guide)
        address = await site.start(port)
        clock = asyncio.create_task(play.follow_real_time())
        try:
            yield address, play
        finally:
            clock.cancel()
            with suppress(asyncio.CancelledError):
                await clock
            await site.close()
            await previews.close()


async def serve(
    make_bot: Callable[[Clock], BotT],
    populate: Callable[[Simulator[BotT]], Awaitable[Stage]],
    *,
    start: datetime | None = None,
    guide: Words | None = None,
    port: int = DEFAULT_PORT,
    open_browser: bool = True,
) -> None:
    """Show the demo until SIGINT or SIGTERM, then close the bot and return.

    `populate` makes the community in the running simulator, sets its `on_advance` and `next_due`, and says
    what there is to see. `start` is now by default. `guide` replaces the page's introduction.
    """

    async def show() -> None:
        async with running(make_bot, populate, start=start, guide=guide, port=port) as (address, _):
            print(catalogue().text("fr", "demo-ready", {"address": address}), flush=True)
            if open_browser and _has_graphical_browser():
                await asyncio.to_thread(webbrowser.open, address)
            await asyncio.Event().wait()

    task = asyncio.create_task(show())
    loop = asyncio.get_running_loop()
    for number in (signal.SIGINT, signal.SIGTERM):
        loop.add_signal_handler(number, task.cancel)
    try:
        with suppress(asyncio.CancelledError):
            await task
    finally:
        for number in (signal.SIGINT, signal.SIGTERM):
            loop.remove_signal_handler(number)


def _has_graphical_browser() -> bool:
    """False where only lynx and its kin would take over the terminal."""
    try:
        browser = webbrowser.get()
    except webbrowser.Error:
        return False
    return type(browser) is not webbrowser.GenericBrowser
