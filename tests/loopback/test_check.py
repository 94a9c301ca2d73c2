"""`python -m bot check`, with a Discord to ask."""

from __future__ import annotations

import asyncio
import json
import os
import sqlite3
import sys
from contextlib import closing
from pathlib import Path

import discord

from bot.client import ROOT
from tests.loopback.process import SECRET_KEY, BotProcess
from tests.loopback.routes import TOKEN
from tests.loopback.server import Loopback

SCRIPT = (
    "import sys; from bot.__main__ import main; from tests.loopback.bot_process import go_to; "
    "go_to(sys.argv[1], sys.argv[2]); sys.exit(main(['check']))"
)


async def check(loopback: Loopback, data_dir: Path) -> tuple[int, list[str]]:
    """The code, and the lines."""
    environ = {"DISCORD_TOKEN": TOKEN, "SECRET_KEY": SECRET_KEY, "DATA_DIR": str(data_dir), "PYTHONPATH": str(ROOT)}
    process = await asyncio.create_subprocess_exec(
        sys.executable,
        "-c",
        SCRIPT,
        f"{loopback.address}/api/v10",
        loopback.gateway_address,
        env=os.environ | environ,
        cwd=data_dir.parent,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.PIPE,
    )
    out, err = await process.communicate()
    assert "Traceback" not in err.decode()
    return process.returncode or 0, out.decode().splitlines()


def choose(data_dir: Path, **channels: int) -> None:
    """As moderators do with `/settings open`, beside a bot that does not run."""
    with closing(sqlite3.connect(data_dir / "tmnlab.db", isolation_level=None)) as connection:
        for purpose, channel_id in channels.items():
            connection.execute(
                "INSERT OR REPLACE INTO settings VALUES (?, ?)", (f"{purpose}_channel_id", json.dumps(channel_id))
            )


async def test_it_finds_what_is_missing_in_each_chosen_channel(
    loopback: Loopback, stopped_bot: BotProcess, data_dir: Path
) -> None:
    town = loopback.town
    code, lines = await check(loopback, data_dir)  # before the first start
    assert "✓ the bot is in the server “Le Théâtre de la Boucle”" in lines
    await stopped_bot.start()
    await stopped_bot.terminate()
    choose(data_dir, announcements=town.channel_ids[0], moderators=town.channel_ids[1])
    code, lines = await check(loopback, data_dir)
    assert code == 0, lines
    assert {"✓ #salon-0 can be posted in", "✓ #salon-1 can be posted in"} <= set(lines)
    denied = discord.Permissions(send_messages=True, attach_files=True)
    town.denied[town.channel_ids[1]] = denied.value
    choose(data_dir, links=4711)
    code, lines = await check(loopback, data_dir)
    assert code == 2
    assert [line for line in lines if line.startswith("✗")] == [
        "✗ the channel 4711 is gone, or hidden: choose another, /settings open",
        "✗ #salon-1 lacks: send messages, attach files. Channel settings → Permissions → the bot's role",
    ]
