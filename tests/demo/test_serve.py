"""`serve`, as a process of its own: its address, its port, its end."""

from __future__ import annotations

import asyncio
import os
import re
import signal
import socket
import sys
import textwrap
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


async def test_a_port_that_is_taken_gives_a_free_one() -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        address, _ = await _run_until_ready_then(signal.SIGTERM, _script(f"port={port}"))
    assert address != f"http://127.0.0.1:{port}/"


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
async def test_a_signal_stops_the_demo_cleanly(number: signal.Signals) -> None:
    _, output = await _run_until_ready_then(number, _script("port=0"))
    assert output == ["closed"]


def _script(options: str) -> str:
    """A process that serves a demo of an empty community, and says when its bot was closed."""
    return textwrap.dedent(
        f"""
        import asyncio, discord
        from discord.ext import commands
        from bot.demo.hub import serve
        from bot.demo.stage import Persona, Room, Stage, Words

        class Bot(commands.Bot):
            async def close(self):
                await super().close()
                print("closed", flush=True)

        async def populate(simulator):
            guild = simulator.env.create_guild("Vide")
            room = Room("accueil", guild.create_text_channel("accueil"), Words("", ""))
            member = guild.add_member(simulator.env.create_user("ines"))
            return Stage(guild=guild, rooms=(room,), personas=(Persona(member, Words("", "")),))

        def make_bot(clock):
            return Bot("!", intents=discord.Intents.all())

        asyncio.run(serve(make_bot, populate, {options}, open_browser=False))
        """
    )


async def _run_until_ready_then(number: signal.Signals, script: str) -> tuple[str, list[str]]:
    """The address it gave, and the lines it wrote after the signal."""
    process = await asyncio.create_subprocess_exec(
        sys.executable,
        "-c",
        script,
        cwd=ROOT,
        env={**os.environ, "PYTHONIOENCODING": "utf-8"},
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.STDOUT,
    )
    assert process.stdout is not None
    try:
        async with asyncio.timeout(30):
            first = (await process.stdout.readline()).decode()
            found = re.search(r"Démo prête\s: (http://127\.0\.0\.1:\d+/)", first)
            assert found, first
            process.send_signal(number)
            rest = (await process.stdout.read()).decode().splitlines()
            assert await process.wait() == 0
    finally:
        if process.returncode is None:
            process.kill()
    return found[1], rest
