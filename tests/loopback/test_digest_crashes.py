"""kill -9 at each step of an issue: drafted once, approved once, each part posted once.

Without `--soak`, the steps at which most could go wrong.
"""

from __future__ import annotations

import asyncio
import json
import sqlite3
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from tests.loopback.faults import Fault, Kind
from tests.loopback.messages import custom_ids, words
from tests.loopback.payloads import Posted
from tests.loopback.polls import PATIENT, Community
from tests.loopback.process import BotProcess

POST, EDIT = r"POST .*/channels/\d+/messages$", r"PATCH .*/channels/\d+/messages/"
TEXTS = 30  # of three hundred characters each: four parts
ENTRY = (
    "INSERT INTO library_entries (entry_id, uid, status, created_at, published_at, verified_at) "
    "VALUES (?, ?, 'public', ?, ?, ?)"
)
VERSION = (
    "INSERT INTO library_versions (entry_id, number, state, kind, title, summary, text, venue, trade, licence, source, "
    "organisation, ai_use, author_name, leaves_discord, leaves_with_name, submitted_at, published_at) "
    "VALUES (?, 1, 'public', 'charter', ?, ?, 'Texte', '', '', 'cc0-1', '', '', 'none', '', 1, 0, ?, ?)"
)
DIGEST = (
    "INSERT INTO digests (name, cadence, first_local, zone, channel_id, lead_days, sections, created_at) "
    "VALUES ('La lettre de la Boucle', 'weekly', ?, 'Europe/Paris', ?, 3, '[\"library\"]', ?)"
)


class Letters:
    """One digest and thirty texts to tell, in a database written while no bot runs."""

    def __init__(self, community: Community, bot: BotProcess, data_dir: Path) -> None:
        self.community = community
        self.bot = bot
        self.channel_id, self.desk_id = community.channel(0), community.channel(1)
        self._database = data_dir / "tmnlab.db"

    def write(self, statement: str, *values: object) -> None:
        with sqlite3.connect(self._database) as connection:
            connection.execute(statement, values)
        connection.close()

    def read(self, question: str) -> list[tuple[object, ...]]:
        with sqlite3.connect(self._database) as connection:
            rows = connection.execute(question).fetchall()
        connection.close()
        return rows

    def prepare(self) -> None:
        now = datetime.now(UTC)
        moment = (now - timedelta(hours=1)).isoformat()
        for number in range(1, TEXTS + 1):
            self.write(ENTRY, number, f"uid-{number}", moment, moment, moment)
            self.write(VERSION, number, f"Texte n° {number:02}.", "Trois cents signes. " * 15, moment, moment)
        self.write("INSERT OR REPLACE INTO settings VALUES ('moderators_channel_id', ?)", json.dumps(self.desk_id))
        first = (now + timedelta(days=2)).replace(tzinfo=None, microsecond=0).isoformat()
        self.write(DIGEST, first, self.channel_id, (now - timedelta(days=1)).isoformat())

    def make_due(self) -> None:
        self.write("UPDATE digest_issues SET due_at = ?", (datetime.now(UTC) - timedelta(minutes=1)).isoformat())

    async def killed_by(self, trap: Fault, press: asyncio.Task[object]) -> None:
        """At the moment of the trap; then another life."""
        await asyncio.wait_for(trap.sprung.wait(), PATIENT)
        await self.bot.kill()
        await asyncio.gather(press, self.bot.start(), return_exceptions=True)

    def trap(self, kind: Kind, route: str, channel_id: int) -> Fault:
        return self.community.loopback.faults.add(kind, route, about=channel_id)

    @property
    def drafts(self) -> list[Posted]:
        found = self.community.loopback.messages.in_channel(self.desk_id)
        return [card for card in found if any(name.startswith("digests:") for name in custom_ids(card))]

    @property
    def told(self) -> list[int]:
        """The numbers of the texts, as they stand in the channel."""
        posted = self.community.loopback.messages.in_channel(self.channel_id)
        said = "\n".join(words(message) for message in posted)
        return [int(piece[:2]) for piece in said.split("Texte n° ")[1:]]

    async def until_posted(self) -> None:
        async with asyncio.timeout(PATIENT):
            while self.read("SELECT state FROM digest_issues") != [("posted",)]:  # noqa: ASYNC110 - another process
                await asyncio.sleep(0.05)
        await asyncio.sleep(0.5)  # whatever would come twice has the time to

    async def approve(self) -> None:
        async with asyncio.timeout(PATIENT):
            while not self.drafts:  # noqa: ASYNC110 - what Discord holds does not say when it changes
                await asyncio.sleep(0.05)
        await self.community.moderator.click(self.drafts[0], "digests:approve:1:1")


@pytest.fixture
async def letters(community: Community, bot: BotProcess, data_dir: Path) -> Letters:
    """The bot is down, its database made."""
    letters = Letters(community, bot, data_dir)
    await bot.kill()
    letters.prepare()
    return letters


def steps(*short: tuple[Kind, int]) -> pytest.MarkDecorator:
    """(when, at which part): `short` always, the others when there is time."""
    every: list[tuple[Kind, int]] = [(kind, part) for kind in ("trap before", "trap after") for part in range(4)]
    return pytest.mark.parametrize(
        ("kind", "part"), [pytest.param(*step, marks=() if step in short else pytest.mark.soak) for step in every]
    )


@pytest.mark.parametrize("kind", [pytest.param("trap before", marks=pytest.mark.soak), "trap after"])
async def test_killed_while_drafting(letters: Letters, kind: Kind) -> None:
    trap = letters.trap(kind, POST, letters.desk_id)
    await letters.killed_by(trap, asyncio.create_task(letters.bot.start()))
    await letters.approve()
    assert len(letters.drafts) == 1
    assert letters.read("SELECT count(*) FROM digest_issues") == [(1,)]


async def test_killed_while_approving(letters: Letters) -> None:
    await letters.bot.start()
    trap = letters.trap("trap before", EDIT, letters.desk_id)
    await letters.killed_by(trap, asyncio.create_task(letters.approve()))
    assert letters.read("SELECT state FROM digest_issues") == [("approved",)]
    assert letters.told == []


@steps(("trap after", 1))
async def test_killed_while_posting(letters: Letters, kind: Kind, part: int) -> None:
    await letters.bot.start()
    await letters.approve()
    await letters.bot.kill()
    letters.make_due()
    starting = asyncio.create_task(letters.bot.start())
    await reach(letters, part)
    trap = letters.trap(kind, POST, letters.channel_id)
    await letters.killed_by(trap, starting)
    await letters.until_posted()
    assert letters.told == list(range(1, TEXTS + 1))


async def reach(letters: Letters, part: int) -> None:
    """That many parts stand."""
    async with asyncio.timeout(PATIENT):
        while len(letters.community.loopback.messages.in_channel(letters.channel_id)) < part:  # noqa: ASYNC110
            await asyncio.sleep(0.001)
