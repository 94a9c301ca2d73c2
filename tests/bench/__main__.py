"""`make bench`: figures beside their references, from one run. Asserts nothing about time."""

from __future__ import annotations

import argparse
import asyncio
import os
import platform
import sqlite3
import sys
from importlib.metadata import version

from tests.bench import ballots, digests, idle, links, meetups, pages, process, search, surveys


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description="Figures beside their references.")
    parser.add_argument("--idle", type=float, default=process.IDLE, help="seconds over which idling is measured")
    chosen = parser.parse_args()
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    print(f"machine: {os.cpu_count()} cores, {memory:.0f} GiB, {platform.system()} {platform.release()}")
    print(
        f"Python {sys.version.split()[0]}, SQLite {sqlite3.sqlite_version}, "
        f"discord.py {version('discord.py')}, aiosqlite {version('aiosqlite')}\n"
    )
    asyncio.run(ballots.run())
    print()
    asyncio.run(surveys.run())
    print()
    asyncio.run(digests.run())
    print()
    asyncio.run(search.run())
    print()
    asyncio.run(meetups.run())
    print()
    asyncio.run(process.run(chosen.idle))
    print()
    asyncio.run(idle.run(chosen.idle))
    print()
    asyncio.run(pages.run())
    print()
    asyncio.run(links.run())


if __name__ == "__main__":
    main()
