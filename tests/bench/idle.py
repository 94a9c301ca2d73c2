"""Idling with ten thousand rows of each kind, beside a bare discord.py bot: processor and memory."""

from __future__ import annotations

import asyncio
import sqlite3
from collections.abc import Sequence
from contextlib import AsyncExitStack, closing
from datetime import UTC, datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.loopback.process import BARE, BotProcess
from tests.loopback.server import run_loopback

ROWS, MEMBERS = 10_000, 800
THEN = (datetime.now(UTC) - timedelta(days=20)).isoformat()
SETTLING = 5.0  # seconds
Values = dict[str, str | int]


def rows_of(number: int) -> dict[str, Values]:
    """One row of each kind, by table."""
    page = f"http://a.example/{number}"
    texts = dict.fromkeys(("venue", "trade", "source", "organisation"), "")
    nothing = dict.fromkeys(("final", "description", "site", "author"), "")
    moments = {"starts_at": THEN, "ends_at": THEN}
    return {
        "library_entries": {"entry_id": number, "uid": f"u{number}", "author_id": number, "status": "public",
                            "created_at": THEN, "published_at": THEN, "verified_at": THEN},
        "library_versions": {"entry_id": number, "number": 1, "state": "public", "kind": "charter", "title": page,
                             "summary": "Un résumé.", "text": "Un texte.", "licence": "cc0-1", "ai_use": "none",
                             "author_name": "A", "leaves_discord": 1, "leaves_with_name": 0, "submitted_at": THEN,
                             "published_at": THEN, **texts},
        "links": {"link_id": number, "state": "public", "given": page, "canonical": page, "host": "a.example",
                  "title": "Une page", "kind": "html", "is_read": 1, "added_at": THEN, **nothing},
        "link_shares": {"link_id": number, "user_id": number, "note": "", "shared_at": THEN, "leaves_discord": 0,
                        "leaves_with_name": 0},
        "link_later": {"user_id": number, "link_id": number, "saved_at": THEN},
        "meetup_occurrences": {"occurrence_id": number, "meetup_id": 1, "slot_local": f"{number}", "title": "Rencontre",
                               "about": "", "place": "", "status": "over", **moments},
        "meetup_rsvps": {"occurrence_id": number, "user_id": number, "answer": "yes", "answered_at": THEN},
        "outbox": {"key": f"k{number}", "kind": "polls:card", "ref": "{}", "channel_id": 1, "state": "sent",
                   "created_at": THEN, "due_at": THEN, "sent_at": THEN},
        "review_items": {"kind": "library", "ref": f"{number}", "note": "", "submitted_at": THEN, "choice": "x",
                         "decided_at": THEN},
        "digest_follows": {"user_id": number, "tag": "charte"},
        "search_misses": {"words": f"mot {number}", "searches": 1, "last_day": "2026-01-01"},
    }  # fmt: skip


MEETUP: Values = {
    "meetup_id": 1, "uid": "u", "channel_id": 1, "title": "Rencontre", "about": "", "place": "", "zone": "Europe/Paris",
    "start_local": "2026-01-01T18:00:00", "recurrence": "none", "minutes": 90, "leads": "[]", "status": "over",
    "created_at": THEN,
}  # fmt: skip


async def run(seconds: float) -> None:
    with TemporaryDirectory(prefix="bench-", dir=Path.cwd()) as folder:
        async with AsyncExitStack() as stack:
            bots: list[BotProcess] = []
            for name, module in (("bot", None), ("bare", BARE)):
                data = Path(folder) / name
                data.mkdir()
                loopback = await stack.enter_async_context(run_loopback(MEMBERS))
                process = BotProcess(loopback, data / "data", **({"module": module} if module else {}))
                stack.push_async_callback(process.stop)
                await process.start()
                bots.append(process)
            await bots[0].terminate()
            await asyncio.to_thread(_fill, Path(folder) / "bot" / "data" / "tmnlab.db")
            await bots[0].start()
            await _until_indexed(bots[0])
            await bots[0].terminate()
            await bots[0].start()
            await asyncio.sleep(SETTLING)
            before = [bot.cpu_seconds() for bot in bots]
            await asyncio.sleep(seconds)
            spent = [bot.cpu_seconds() - already for bot, already in zip(bots, before, strict=True)]
            memory = [bot.resident_bytes() / 2**20 for bot in bots]
    print(f"Idling for {seconds:,.0f} s with {ROWS:,} rows of each kind, beside a bare discord.py bot\n")
    share = 100 * (spent[0] - spent[1]) / seconds
    print(
        f"processor   {1000 * spent[0]:.0f} ms and {1000 * spent[1]:.0f}: {share:.3f} % of a core above (to reach: 0.2)"
    )
    print(f"resident    {memory[0]:.0f} MiB and {memory[1]:.0f}: {memory[0] / memory[1]:.2f} times (to reach: 1.5)")


async def _until_indexed(bot: BotProcess) -> None:
    """Texts and links: it was told that its index is of another version."""
    wanted = f"indexed {2 * ROWS}"
    async with asyncio.timeout(300):
        while not any(wanted in line for line in bot.log):  # noqa: ASYNC110 - another process
            await asyncio.sleep(0.5)
    await asyncio.sleep(1)  # it notes that it is done


def _fill(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        _insert(connection, "meetups", [MEETUP])
        every = [rows_of(number) for number in range(1, ROWS + 1)]
        for table in every[0]:
            _insert(connection, table, [rows[table] for rows in every])
        connection.execute("DELETE FROM settings WHERE name = 'note:search-index'")
        connection.commit()


def _insert(connection: sqlite3.Connection, table: str, rows: Sequence[Values]) -> None:
    columns = ", ".join(rows[0])
    marks = ", ".join("?" * len(rows[0]))
    statement = f"INSERT INTO {table} ({columns}) VALUES ({marks})"  # noqa: S608 - ours
    connection.executemany(statement, (tuple(row.values()) for row in rows))
