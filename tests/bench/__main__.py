"""`make bench`: figures beside their references, from one run. Asserts nothing about time."""

from __future__ import annotations

import asyncio
import os
import platform
import sqlite3
import sys
from importlib.metadata import version

from tests.bench import ballots


def main() -> None:
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    print(f"machine: {os.cpu_count()} cores, {memory:.0f} GiB, {platform.system()} {platform.release()}")
    print(
        f"Python {sys.version.split()[0]}, SQLite {sqlite3.sqlite_version}, "
        f"discord.py {version('discord.py')}, aiosqlite {version('aiosqlite')}\n"
    )
    asyncio.run(ballots.run())


if __name__ == "__main__":
    main()
