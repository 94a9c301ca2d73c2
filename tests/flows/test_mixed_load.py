"""Days of a community's life, with faults of the disk, of the network and of our own code at every minute.

What was acknowledged is there once, every post is there once, and who only answered anonymously is nowhere.
A few hours of it in `make test`, seventy-two in `make soak`.
"""

from __future__ import annotations

import gc
import logging
import sqlite3
import time
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from types import SimpleNamespace
from typing import Any

import aiohttp
import discord
import pytest
import simcord

from bot.posting.posts import PostKind
from tests.flows import digest_acts, links_acts, meetup_acts, survey_acts
from tests.flows.acts import answer, prepare, words
from tests.flows.library_acts import set_up
from tests.flows.links_acts import Web, connected_world, page, running_web
from tests.loopback.polls import make_question
from tests.world import World, custom_ids

SEED, CROWD = 2026, 150
RECORDED = "C’est enregistré"
DRAWN_OFTEN = {"polls:card", "polls:result", "links:card", "meetups:update", "digests:draft", "digests:part"}


class Accident(Exception):
    """Thrown on purpose."""


@dataclass
class Faults:
    """One accident waits at a time, and happens at the next occasion."""

    world: World
    chance: Random
    happened: Counter[str] = field(default_factory=Counter[str])

    def arrange(self) -> None:
        kind = self.chance.choice(("disk", "box", "network", "refusal", "code"))
        getattr(self, f"_{kind}")()

    def _once(self, owner: Any, name: str, kind: str, error: Exception) -> None:
        real = getattr(owner, name)

        async def failing(*arguments: Any, **options: Any) -> Any:
            setattr(owner, name, real)
            self.happened[kind] += 1
            raise error

        setattr(owner, name, failing)

    def _disk(self) -> None:
        error = sqlite3.OperationalError("database or disk is full")
        error.sqlite_errorcode = sqlite3.SQLITE_FULL
        storage = self.world.bot.outbox._storage  # pyright: ignore[reportPrivateUsage]
        self._once(storage, "mark_sending", "disk", error)

    def _box(self) -> None:
        """The write of a ballot fails; the member is told, and may press again."""
        self._once(self.world.bot.boxes, "cast", "box", OSError("no space left"))

    def _network(self) -> None:
        self._once(self.world.bot.outbox, "_find_channel", "network", aiohttp.ClientConnectionError())

    def _refusal(self) -> None:
        response: Any = SimpleNamespace(status=502, reason="Bad Gateway")
        self._once(self.world.bot.outbox, "_find_channel", "refusal", discord.DiscordServerError(response, "upstream"))

    def _code(self) -> None:
        kinds = list(self.world.bot.outbox._kinds.values())  # pyright: ignore[reportPrivateUsage]
        posts = [kind for kind in kinds if isinstance(kind, PostKind) and kind.kind in DRAWN_OFTEN]
        self._once(self.chance.choice(posts), "render", "code", Accident("a fault of our own"))


@dataclass
class Life:
    """Who did what, as they were told. `voters` do nothing but answer."""

    world: World
    web: Web
    chance: Random
    voters: list[simcord.MemberActor]
    voted: dict[int, set[int]] = field(default_factory=dict[int, set[int]])
    shared: set[str] = field(default_factory=set[str])
    coming: set[int] = field(default_factory=set[int])
    done: Counter[str] = field(default_factory=Counter[str])

    @property
    def others(self) -> list[simcord.MemberActor]:
        return self.world.members[:5]

    async def one_act(self) -> None:
        act = self.chance.choice(
            (self.vote, self.vote, self.search, self.share, self.answer_meetup, self.look, self.write)
        )
        try:
            await act()
        except simcord.SetupError:
            self.done["nothing to press"] += 1

    async def ask(self, number: int) -> None:
        """A poll; its card follows as soon as the accidents let it."""
        preview = await prepare(self.world, question=make_question(number))
        await self.world.moderator.click(answer(preview), label="Publier")

    async def vote(self) -> None:
        cards = [
            card for card in self.world.posts() if any(name.startswith("polls:vote:") for name in custom_ids(card))
        ]
        if not cards:
            return
        card, voter = self.chance.choice(cards), self.chance.choice(self.voters)
        ballot = answer(await voter.click(card, label="Voter"))
        summary = answer(await voter.select(ballot, [str(self.chance.randrange(2))]))
        recorded = await voter.click(summary, label="Confirmer mon vote")
        if RECORDED in words(recorded):
            self.voted.setdefault(poll_of(card), set()).add(voter.id)
            self.done["votes"] += 1

    async def search(self) -> None:
        member = self.chance.choice(self.others)
        await member.slash(
            self.world.channel, "search", words=self.chance.choice(("charte", "billeterie", "l’ia", "zzz"))
        )
        self.done["searches"] += 1

    async def share(self) -> None:
        url = f"http://courrier.example/{self.chance.randrange(10**9)}"
        self.web.put(url, page(f"Page {url[-6:]}"))
        member = self.chance.choice(self.others)
        preview = await links_acts.share(self.world, member, url)
        published = await member.click(answer(preview), label="Publier")
        if "C’est partagé" in words(published):
            self.shared.add(url)
            self.done["links"] += 1

    async def answer_meetup(self) -> None:
        member = self.chance.choice(self.others)
        cards = [
            card for card in self.world.posts() if any(name.startswith("meetups:dates:") for name in custom_ids(card))
        ]
        if cards:
            told = await member.click(cards[-1], label="Oui")
            if "C’est noté" in words(told):
                self.coming.add(member.id)
                self.done["answers to meetups"] += 1

    async def look(self) -> None:
        await self.chance.choice(self.others).slash(self.world.channel, "whatsnew show")
        self.done["looks"] += 1

    async def write(self) -> None:
        await digest_acts.publish_texts(self.world, 1, since=10_000 + self.done["texts"])
        self.done["texts"] += 1


def crowd(world: World) -> list[simcord.MemberActor]:
    return [world.join(f"Foule {number}") for number in range(CROWD)]


@pytest.mark.errors_expected
@pytest.mark.parametrize("hours", [pytest.param(72, marks=pytest.mark.soak), 3])
async def test_days_of_life_with_a_fault_every_minute(
    tmp_path: Path, caplog: pytest.LogCaptureFixture, hours: int
) -> None:
    caplog.set_level(logging.INFO)
    chance, began = Random(SEED), time.monotonic()
    async with running_web() as web, connected_world(tmp_path / "data", web) as world:
        await world.make_sole_moderator()
        await set_up(world)
        life, faults = Life(world, web, chance, crowd(world)), Faults(world, chance)
        await meetup_acts.plan(world)
        await digest_acts.schedule(world, first="2026-11-26 09:00", lead=1)
        await survey_acts.launch(world)
        descriptors = open_descriptors()
        for minute in range(hours * 60):
            if minute % 720 == 0:
                await life.ask(minute // 720)
            faults.arrange()
            await life.one_act()
            await world.advance(minutes=1)
            if minute % 120 == 119:
                await world.restart(crash=chance.random() < 0.5)
        await world.restart()  # without any accident that still waits
        for _ in range(10):
            await world.advance(days=1)
        await check(life, world)
        gc.collect()
        assert open_descriptors() <= descriptors + 8
        require_nowhere(world, [voter.id for voter in life.voters])
    unhandled = [
        record.getMessage()
        for record in caplog.records
        if record.levelno >= logging.ERROR and not record.name.startswith(("bot.", "cogs."))
    ]
    assert unhandled == []
    spent = time.monotonic() - began
    told = ", ".join(f"{count} {what}" for what, count in sorted((life.done + faults.happened).items()))
    print(f"\n{hours} simulated hours in {spent:.0f} s: {told}; no error unhandled")  # noqa: T201 - figures


async def check(life: Life, world: World) -> None:
    """Each vote counted, each link, each answer there, and no post twice."""
    rows = await world.simulator.as_bot(world.bot.database.all("SELECT poll_id, turnout FROM poll_results"))
    turnout = {row["poll_id"]: row["turnout"] for row in rows}
    for poll_id, people in life.voted.items():
        if len(people) >= 5:
            assert turnout[poll_id] == len(people)
    links = await world.simulator.as_bot(world.bot.database.all("SELECT given FROM links"))
    given = Counter(row["given"] for row in links)
    assert {url: given[url] for url in life.shared} == dict.fromkeys(life.shared, 1)
    signs = Counter(
        (channel.id, sign)
        for channel in (world.channel, world.moderation)
        for message in world.posts(channel)
        if (sign := sign_of(message)) >= 1 << 20
    )
    assert [sign for sign, count in signs.items() if count > 1] == []
    waiting = await world.simulator.as_bot(world.bot.database.all("SELECT key FROM outbox WHERE state = 'waiting'"))
    assert [row["key"] for row in waiting] == []


def poll_of(card: discord.Message) -> int:
    """A reminder has the card's button too."""
    return next(int(name.rpartition(":")[2]) for name in custom_ids(card) if name.startswith("polls:vote:"))


def sign_of(message: discord.Message) -> int:
    """0 for a message without components."""
    first: Any = message.components[0] if message.components else None
    return int(getattr(first, "id", 0) or 0)


def require_nowhere(world: World, people: list[int]) -> None:
    for path in world.data_dir.rglob("*"):
        content = path.read_bytes() if path.is_file() else b""
        for user_id in people:
            assert str(user_id).encode() not in content, path
            assert user_id.to_bytes(8, "big") not in content, path


@pytest.mark.soak
async def test_a_year_leaves_memory_and_descriptors_flat(tmp_path: Path) -> None:
    async with running_web() as web, connected_world(tmp_path / "data", web) as world:
        await world.make_sole_moderator()
        await set_up(world)
        life = Life(world, web, Random(SEED), crowd(world))
        await meetup_acts.plan(world, recurrence="weekly")
        await digest_acts.schedule(world)
        figures: list[tuple[int, int]] = []
        for week in range(52):
            await life.ask(week)
            for _ in range(10):
                await life.one_act()
            await world.advance(days=7)
            gc.collect()
            if week % 13 == 12:
                figures.append((resident_kibibytes(), open_descriptors()))
    said_ = "; ".join(f"{memory // 1024} MiB, {files} descriptors" for memory, files in figures)
    print(f"\nA simulated year, quarter by quarter: {said_}")  # noqa: T201 - figures
    assert figures[-1][1] <= figures[0][1] + 4


def open_descriptors() -> int:
    return sum(1 for _ in Path("/proc/self/fd").iterdir())


def resident_kibibytes() -> int:
    lines = Path("/proc/self/status").read_text(encoding="ascii").splitlines()
    return int(next(line for line in lines if line.startswith("VmRSS")).split()[1])
