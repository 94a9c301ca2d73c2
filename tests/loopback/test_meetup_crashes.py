"""kill -9 at each step of planning, reminding, editing and cancelling: everything is there once.

Without `--soak`, the two or three steps at which most could go wrong.
"""

from __future__ import annotations

import asyncio
import sqlite3
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from tests.loopback.faults import Fault, Kind
from tests.loopback.messages import words
from tests.loopback.payloads import Posted
from tests.loopback.polls import PATIENT, Community
from tests.loopback.process import BotProcess

CARD, THREAD = r"POST .*/channels/\d+/messages$", r"POST .*/threads$"
MAKE, CHANGE, EDIT = "POST .*/scheduled-events$", "PATCH .*/scheduled-events/", r"PATCH .*/channels/\d+/messages/"
TEXTS = {"title": "La rencontre de la Boucle", "about": "Entre nous.", "place": "Ici"}
BOTH: tuple[Kind, Kind] = ("trap before", "trap after")


def steps(*short: tuple[Kind, str], soak: tuple[str, ...]) -> pytest.MarkDecorator:
    """When to kill: `short` always, every moment of the routes of `soak` when there is time."""
    every = [(kind, route) for route in soak for kind in BOTH]
    return pytest.mark.parametrize(
        ("kind", "route"),
        [pytest.param(*step, marks=() if step in short else pytest.mark.soak) for step in every],
    )


def in_days(days: int) -> str:
    return f"{datetime.now(UTC) + timedelta(days=days):%Y-%m-%d} 18:30"


class Meetups:
    """One meetup of a channel, and what Discord holds of it."""

    def __init__(self, community: Community, bot: BotProcess, data_dir: Path) -> None:
        self.community = community
        self.bot = bot
        self.planned = community.loopback.routes.planned
        self.channel_id = community.channel(0)
        self._database = data_dir / "tmnlab.db"

    async def preview(self) -> Posted:
        form = await self.community.moderator.slash(self.channel_id, "meetup plan", when=in_days(5))
        assert form.modal is not None, words(form.message)
        shown = await self.community.moderator.submit(form, TEXTS)
        assert shown.message is not None
        return shown.message

    async def plan(self) -> None:
        await self.community.moderator.click(await self.preview(), "meetups:publish")
        await self.until(lambda: bool(self.cards and self.planned.threads and self.planned.standing))

    async def killed_in(self, press: asyncio.Task[object], trap: Fault) -> None:
        """At the moment of the trap; then another life."""
        await asyncio.wait_for(trap.sprung.wait(), PATIENT)
        await self.bot.kill()
        await asyncio.gather(press, self.bot.start(), return_exceptions=True)

    def trap(self, kind: Kind, route: str) -> Fault:
        return self.community.loopback.faults.add(kind, route)

    @property
    def cards(self) -> list[Posted]:
        return [card for card in self._in(self.channel_id) if "Réponses" in words(card)]

    def in_thread(self, text: str) -> list[Posted]:
        return [posted for thread in self.planned.threads for posted in self._in(thread) if text in words(posted)]

    def _in(self, channel_id: int) -> list[Posted]:
        return self.community.loopback.messages.in_channel(channel_id)

    async def until(self, holds: Callable[[], bool]) -> None:
        async with asyncio.timeout(PATIENT):
            while not holds():  # noqa: ASYNC110 - what Discord holds does not say when it changes
                await asyncio.sleep(0.05)

    async def let_it_rest(self) -> None:
        """Whatever would come twice has the time to."""
        await asyncio.sleep(0.5)
        assert len(self.cards) == 1
        assert len(self.planned.threads) == 1
        assert self.planned.made == 1

    def make_due(self, lead: int) -> None:
        """While no bot runs: its reminder is due now."""
        with sqlite3.connect(self._database) as connection:
            connection.execute(
                "UPDATE meetup_dues SET due_at = ? WHERE kind = 'remind' AND lead = ?",
                (datetime.now(UTC).isoformat(), lead),
            )
        connection.close()


@pytest.fixture
def meetups(community: Community, bot: BotProcess, data_dir: Path) -> Meetups:
    return Meetups(community, bot, data_dir)


@steps(("trap after", THREAD), ("trap after", MAKE), soak=(CARD, THREAD, MAKE))
async def test_killed_while_planning(meetups: Meetups, kind: Kind, route: str) -> None:
    preview, trap = await meetups.preview(), meetups.trap(kind, route)
    press = asyncio.create_task(meetups.community.moderator.click(preview, "meetups:publish"))
    await meetups.killed_in(press, trap)
    await meetups.until(lambda: bool(meetups.cards and meetups.planned.threads and meetups.planned.standing))
    await meetups.let_it_rest()


@steps(("trap after", CARD), soak=(CARD,))
async def test_killed_while_reminding(meetups: Meetups, kind: Kind, route: str) -> None:
    await meetups.plan()
    await meetups.bot.kill()
    meetups.make_due(1440)
    trap = meetups.trap(kind, route)
    await meetups.killed_in(asyncio.create_task(meetups.bot.start()), trap)
    await meetups.until(lambda: bool(meetups.in_thread("Rappel")))
    await meetups.let_it_rest()
    assert len(meetups.in_thread("Rappel")) == 1


@steps(("trap before", CHANGE), soak=(CHANGE, EDIT, CARD))
async def test_killed_while_editing(meetups: Meetups, kind: Kind, route: str) -> None:
    await meetups.plan()
    moderator = meetups.community.moderator
    form = await moderator.slash(meetups.channel_id, "meetup edit", meetup="1", when=in_days(6))
    shown = await moderator.submit(form, TEXTS)
    assert shown.message is not None
    trap = meetups.trap(kind, route)
    await meetups.killed_in(asyncio.create_task(moderator.click(shown.message, "meetups:apply")), trap)
    day = in_days(6)[:10]
    await meetups.until(
        lambda: (
            bool(meetups.in_thread("Changement"))
            and meetups.planned.standing[0]["scheduled_start_time"].startswith(day)
        )
    )
    await meetups.let_it_rest()
    assert len(meetups.in_thread("Changement")) == 1


@steps(("trap after", CHANGE), soak=(CHANGE, EDIT, CARD))
async def test_killed_while_cancelling(meetups: Meetups, kind: Kind, route: str) -> None:
    await meetups.plan()
    moderator = meetups.community.moderator
    asked = await moderator.slash(meetups.channel_id, "meetup cancel", meetup="1")
    assert asked.message is not None
    trap = meetups.trap(kind, route)
    await meetups.killed_in(asyncio.create_task(moderator.click(asked.message, "meetups:cancelled")), trap)
    await meetups.until(lambda: not meetups.planned.standing and "Annulée" in words(meetups.cards[0]))
    await meetups.let_it_rest()
    assert len(meetups.in_thread("Annulation")) == 1
