"""The bot's process as its host sees it: started, killed, started again by itself on the same folder."""

from __future__ import annotations

import asyncio
import os
import signal
import sys
from base64 import urlsafe_b64encode
from collections.abc import Sequence
from pathlib import Path
from time import perf_counter

from bot.client import ROOT
from tests.loopback.routes import TOKEN
from tests.loopback.server import Loopback

READY = "serving the community"
STARTS_WITHIN = 30.0  # seconds, on a busy machine
SECRET_KEY = urlsafe_b64encode(bytes(range(32))).decode()
REAL = "tests.loopback.bot_process"
BARE = "tests.loopback.bare_bot"
_TICKS = os.sysconf("SC_CLK_TCK")


class BotProcess:
    def __init__(
        self,
        loopback: Loopback,
        data_dir: Path,
        *,
        module: str = REAL,
        arguments: Sequence[str] = (),
        host: str = "127.0.0.1",
    ) -> None:
        """`host`: the name by which it calls Discord."""
        self._loopback = loopback
        self._data_dir = data_dir
        self._module = module
        self._arguments = arguments
        self._host = host
        self._process: asyncio.subprocess.Process | None = None
        self._listening: asyncio.Task[None] | None = None
        self._ready = asyncio.Event()
        self.log: list[str] = []  # what it wrote to stderr, in all its lives
        self.starts = 0

    @property
    def pid(self) -> int:
        return self._running.pid

    async def start(self) -> float:
        """Until it serves the community; the seconds this took."""
        began = perf_counter()
        await self.launch()
        await self.wait_until_ready()
        return perf_counter() - began

    async def launch(self) -> None:
        assert self._process is None
        self._ready.clear()
        self.starts += 1
        self._process = await asyncio.create_subprocess_exec(
            sys.executable,
            "-m",
            self._module,
            self._named(f"{self._loopback.address}/api/v10"),
            self._named(self._loopback.gateway_address),
            *self._arguments,
            env=self._environment(),
            cwd=self._data_dir.parent,
            stderr=asyncio.subprocess.PIPE,
        )
        self._listening = asyncio.create_task(self._listen(self._process))

    async def wait_until_ready(self) -> None:
        ended = asyncio.create_task(self._running.wait())
        ready = asyncio.create_task(self._ready.wait())
        done, rest = await asyncio.wait({ended, ready}, timeout=STARTS_WITHIN, return_when=asyncio.FIRST_COMPLETED)
        for task in rest:
            task.cancel()
        if ready not in done:
            raise AssertionError("the bot did not start:\n" + "\n".join(self.log[-20:]))

    async def kill(self) -> None:
        """With -9: it is told nothing."""
        self._running.kill()
        await self._gone()

    async def terminate(self) -> int:
        """SIGTERM; the exit code."""
        self._running.send_signal(signal.SIGTERM)
        return await self._gone()

    async def stop(self) -> None:
        """At the end of a test, whatever state it is in."""
        if self._process is not None:
            if self._process.returncode is None:
                self._process.kill()
            await self._gone()

    def complaints(self) -> list[str]:
        """Tracebacks and ERROR lines."""
        return [line for line in self.log if "Traceback" in line or " ERROR " in line or " CRITICAL " in line]

    # What the kernel knows of it

    def cpu_seconds(self) -> float:
        fields = Path(f"/proc/{self.pid}/stat").read_text(encoding="ascii").rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / _TICKS

    def resident_bytes(self) -> int:
        lines = Path(f"/proc/{self.pid}/status").read_text(encoding="ascii").splitlines()
        (resident,) = [line for line in lines if line.startswith("VmRSS")]
        return int(resident.split()[1]) * 1024

    @property
    def _running(self) -> asyncio.subprocess.Process:
        assert self._process is not None
        return self._process

    def _named(self, address: str) -> str:
        return address.replace("127.0.0.1", self._host)

    async def _gone(self) -> int:
        code = await self._running.wait()
        assert self._listening is not None
        await self._listening
        self._process = None
        return code

    async def _listen(self, process: asyncio.subprocess.Process) -> None:
        assert process.stderr is not None
        async for line in process.stderr:
            text = line.decode(errors="replace").rstrip()
            self.log.append(text)
            if READY in text:
                self._ready.set()

    def _environment(self) -> dict[str, str]:
        ours = {
            "PYTHONPATH": str(ROOT),
            "DISCORD_TOKEN": TOKEN,
            "SECRET_KEY": SECRET_KEY,
            "DATA_DIR": str(self._data_dir),
            "GUILD_ID": "",
            "LOG_LEVEL": "INFO",
            "TIMEZONE": "Europe/Paris",
        }
        unproxied = {name: value for name, value in os.environ.items() if not name.lower().endswith("_proxy")}
        return unproxied | ours
