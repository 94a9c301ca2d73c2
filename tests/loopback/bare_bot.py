"""The least a discord.py bot can do with a press: answer it. What the real bot is measured against.

With a file as third argument, one durable write comes before the answer.
"""

from __future__ import annotations

import asyncio
import logging
import os
import signal
import sys
from contextlib import suppress
from typing import Any

import discord

from tests.loopback.bot_process import go_to
from tests.loopback.process import READY
from tests.loopback.routes import TOKEN

RECORD = bytes(4096)


class BareBot(discord.Client):
    def __init__(self, file: int | None) -> None:
        super().__init__(intents=discord.Intents(guilds=True, members=True), max_messages=None)
        self._file = file

    async def on_ready(self) -> None:
        logging.getLogger(__name__).info("%s, says the bare bot", READY)

    async def on_interaction(self, interaction: discord.Interaction[Any]) -> None:
        if self._file is not None:
            await asyncio.to_thread(write_durably, self._file)
        await interaction.response.send_message("Noted.", ephemeral=True)


def write_durably(file: int) -> None:
    os.pwrite(file, RECORD, 0)
    os.fdatasync(file)


async def run(path: str | None) -> None:
    file = os.open(path, os.O_RDWR | os.O_CREAT, 0o600) if path else None
    task = asyncio.current_task()
    assert task is not None
    asyncio.get_running_loop().add_signal_handler(signal.SIGTERM, task.cancel)
    async with BareBot(file) as bot:
        with suppress(asyncio.CancelledError):
            await bot.start(TOKEN)


if __name__ == "__main__":
    logging.basicConfig(level=logging.INFO, stream=sys.stderr)
    go_to(sys.argv[1], sys.argv[2])
    asyncio.run(run(sys.argv[3] if len(sys.argv) > 3 else None))
