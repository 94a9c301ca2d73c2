"""`python -m bot run`: from the settings to a bot that serves, and stops when told to."""

from __future__ import annotations

import asyncio
import logging
import signal
from collections.abc import AsyncGenerator, Callable
from contextlib import suppress

import aiohttp
import discord

from bot.client import CommunityBot
from bot.clock import Clock
from bot.config import Config
from bot.errors import StartError
from bot.schedule.scheduler import AlarmScheduler
from bot.storage.database import DatabaseUnavailable

log = logging.getLogger(__name__)

FIRST_WAIT, LONGEST_WAIT = 5, 300  # seconds


async def run(config: Config) -> int:
    """Until it is told to stop. Raises StartError."""
    bot = CommunityBot(config, clock=Clock(), scheduler=AlarmScheduler())
    running = asyncio.current_task()
    assert running is not None
    stop = _once(running.cancel)
    for number in (signal.SIGTERM, signal.SIGINT):
        asyncio.get_running_loop().add_signal_handler(number, stop)
    try:
        with suppress(asyncio.CancelledError):
            await bot.prepare()
            await _log_in(bot, config.discord_token)
            await _connect(bot)
    except DatabaseUnavailable as error:
        raise StartError(
            "The disk is full, or cannot be written: make room, then start the bot again. Nothing was changed."
        ) from error
    except discord.LoginFailure as error:
        raise StartError(
            "Discord refuses DISCORD_TOKEN: reset it in the developer portal and paste it again."
        ) from error
    except discord.PrivilegedIntentsRequired as error:
        raise StartError(
            "Discord refuses the members intent: in the developer portal, Bot → Privileged Gateway Intents, "
            "switch on “Server Members Intent”"
            + (", and “Message Content Intent”, since channels are watched for links." if bot.reads_messages else ".")
        ) from error
    finally:
        await bot.close()
    return 0


def _once(act: Callable[[], object]) -> Callable[[], None]:
    """A second signal must not cut short what the first one began to finish."""
    done = False

    def first() -> None:
        nonlocal done
        if not done:
            done = True
            act()

    return first


async def _log_in(bot: discord.Client, token: str) -> None:
    """As long as it takes: after a power cut the network often comes back later than the machine."""
    async for _ in _patiently():
        try:
            await bot.login(token)
        except (aiohttp.ClientError, TimeoutError, OSError, discord.DiscordServerError) as error:
            log.warning("Discord cannot be reached (%s)", type(error).__name__)
            # Logging in again opens another session; this one must not be left behind.
            await bot.http.close()
            bot.http.connector = discord.utils.MISSING
        else:
            return


async def _connect(bot: discord.Client) -> None:
    """discord.py resumes by itself, but stumbles when the very first connection is refused."""
    async for _ in _patiently():
        try:
            await bot.connect()
        except AttributeError:
            if bot.ws is not None:  # pyright: ignore[reportUnnecessaryComparison] - it is None until a first success
                raise
            log.warning("Discord's gateway refused the first connection")
        else:
            return


async def _patiently() -> AsyncGenerator[None]:
    """Rounds with longer and longer waits in between."""
    wait = FIRST_WAIT
    while True:
        yield
        log.warning("next try in %d s", wait)
        await asyncio.sleep(wait)
        wait = min(wait * 2, LONGEST_WAIT)
