"""What may go wrong around the bot: none of it loses data, repeats a post, or stops the bot."""

from __future__ import annotations

import json
import socket
import sqlite3
from contextlib import closing
from datetime import datetime, timedelta
from typing import Any

import aiohttp
import pytest
from aiohttp.client_reqrep import ConnectionKey

from bot.screen import charts
from tests.flows import digest_acts, meetup_acts
from tests.flows.acts import answer, open_poll, prepare, vote, words
from tests.flows.digest_acts import draft_card, letters, publish_texts, told
from tests.flows.library_acts import set_up
from tests.world import World, custom_ids, said

NOWHERE = ConnectionKey("discord.test", 443, True, True, None, None, None)


@pytest.fixture
async def town(world: World) -> World:
    await world.make_sole_moderator()
    await set_up(world)
    return world


async def pragma(world: World, text: str) -> None:
    async def work() -> None:
        async with world.bot.database.transaction() as transaction:
            await transaction.all(f"PRAGMA {text}")

    await world.simulator.as_bot(work())


async def impatient(world: World) -> None:
    """It waits for somebody else's lock a moment instead of five seconds."""
    await world.simulator.as_bot(world.bot.database._pragma("busy_timeout=50"))  # pyright: ignore[reportPrivateUsage]


@pytest.mark.errors_expected
async def test_a_foreign_process_that_locks_the_database_refuses_with_a_sentence_and_loses_nothing(
    town: World,
) -> None:
    member = town.members[0]
    await impatient(town)
    with closing(sqlite3.connect(town.data_dir / "tmnlab.db", isolation_level=None)) as foreign:
        foreign.execute("BEGIN IMMEDIATE")
        told_ = words(await member.slash(town.channel, "whatsnew follow", tag="lignes rouges"))
        assert "rien n’a été enregistré" in told_.lower() or "disque" in told_.lower()
        foreign.execute("ROLLBACK")
    assert "Vous suivez" in words(await member.slash(town.channel, "whatsnew follow", tag="lignes rouges"))


@pytest.mark.errors_expected
async def test_a_full_disk_refuses_what_is_new_and_keeps_what_was(town: World) -> None:
    await publish_texts(town, 2)
    card = await open_poll(town)
    row = await town.simulator.as_bot(town.bot.database.one("PRAGMA page_count"))
    assert row is not None
    await pragma(town, f"max_page_count={row[0]}")
    refused = 0
    for number in range(40):
        shown = await town.moderator.slash(town.channel, "library add", kind="charter")
        values: dict[str, Any] = {"title": f"Charte {number}", "summary": "", "text": "Un texte. " * 300, "tags": ""}
        refused += "disque" in words(await town.moderator.submit_modal(shown, values))
    assert refused
    await vote(town.members[0], card, 0)  # the box has its room since the opening
    await pragma(town, "max_page_count=1000000")
    await town.advance(days=4)
    assert len(town.results()) == 1


@pytest.mark.errors_expected
async def test_a_row_that_nothing_can_draw_in_every_kind_stops_no_post(town: World) -> None:
    kinds = sorted(town.bot.outbox._kinds)  # pyright: ignore[reportPrivateUsage]
    assert len(kinds) > 30

    async def work() -> None:
        async with town.bot.database.transaction() as transaction:
            for kind in kinds:
                ref = {"number": "nonsense"}
                await town.bot.outbox.add(
                    transaction, key=f"junk:{kind}", kind=kind, ref=ref, channel_id=town.channel.id
                )
        town.bot.outbox.wake()

    await town.simulator.as_bot(work())
    card = await open_poll(town)
    for _ in range(12):
        await town.advance(minutes=1)
    rows = await town.simulator.as_bot(
        town.bot.database.all("SELECT kind FROM outbox WHERE key LIKE 'junk:%' AND state = 'waiting'")
    )
    assert [row["kind"] for row in rows] == []
    for member in town.members[:6]:
        await vote(member, card, 0)
    await town.advance(days=4)
    assert len(town.results()) == 1


@pytest.mark.errors_expected
async def test_an_alarm_that_fails_in_every_job_leaves_the_bot_serving(
    town: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    card = await open_poll(town, closing="dans 9 jours")
    await meetup_acts.plan(town)
    await digest_acts.schedule(town)
    await publish_texts(town, 2)
    database = town.bot.database
    real = database.all
    failing = True

    async def refuse(*arguments: Any) -> Any:
        if failing:
            raise sqlite3.OperationalError("the disk is away")
        return await real(*arguments)

    monkeypatch.setattr(database, "all", refuse)
    await town.advance(hours=30)
    failing = False
    await town.advance(days=3)
    await vote(town.members[0], card, 0)
    assert "Brouillon" in said(draft_card(town))


async def test_an_hour_without_names_loses_nothing_and_repeats_nothing(
    town: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A poll ends and another one is published, and neither can be posted meanwhile."""
    card = await open_poll(town, closing="dans 3 heures")
    for member in town.members[:6]:
        await vote(member, card, 0)
    preview = await prepare(town, question="Publié sans réseau ?", closing="dans 3 jours")
    await town.advance(hours=2, minutes=30)
    tries = 0

    async def unknown_name(*_: Any) -> Any:
        nonlocal tries
        tries += 1
        raise aiohttp.ClientConnectorDNSError(NOWHERE, socket.gaierror(socket.EAI_AGAIN, "no such name"))

    before = town.posts()
    with monkeypatch.context() as gone:
        gone.setattr(town.bot.outbox, "_find_channel", unknown_name)
        await town.moderator.click(answer(preview), label="Publier")
        await town.advance(hours=1)
        assert town.posts() == before
    assert 8 <= tries <= 40  # it goes on trying, and does not hammer
    assert town.bot.safe_mode.held is None
    await town.advance(minutes=20)
    assert len(town.results()) == 1
    assert len([post for post in town.posts() if "Publié sans réseau" in said(post)]) == 1


@pytest.mark.errors_expected
async def test_too_little_memory_for_a_chart_waits_and_posts_once(town: World, monkeypatch: pytest.MonkeyPatch) -> None:
    card = await open_poll(town)
    for member in town.members[:6]:
        await vote(member, card, 0)
    painted = charts._paint  # pyright: ignore[reportPrivateUsage]
    left = 3

    def short_of_memory(chart: Any) -> bytes:
        nonlocal left
        left -= 1
        if left >= 0:
            raise MemoryError
        return painted(chart)

    monkeypatch.setattr(charts, "_paint", short_of_memory)
    await town.advance(days=3)
    await town.advance(hours=2)
    assert left < 0
    assert len(town.results()) == 1


async def test_a_clock_that_jumps_ahead_posts_nothing_at_once_and_one_that_goes_back_repeats_nothing(
    town: World,
) -> None:
    await digest_acts.schedule(town)
    await publish_texts(town, 2)
    await town.advance(days=4, hours=1)
    await town.moderator.click(draft_card(town), label="Approuver")
    town.simulator.env.backend.advance_clock(timedelta(days=4).total_seconds())
    await town.restart(held=True)
    assert letters(town) == []
    await town.advance(minutes=2)
    waits = next(card for card in town.posts(town.moderation) if "operation:resume:" in custom_ids(card))
    await town.moderator.click(waits, label="Reprendre")
    assert told(letters(town)) == [0, 1]
    # It was wrong, and is put right: as far as the bot knows, it lived in the future.
    await set_back(town, timedelta(days=5))
    await town.restart(held=True)
    assert town.bot.safe_mode.held is None
    await town.advance(days=6)
    assert told(letters(town)) == [0, 1]


async def set_back(world: World, span: timedelta) -> None:
    """Every note of the bot to itself was written in the future."""
    rows = await world.simulator.as_bot(world.bot.database.all("SELECT * FROM settings WHERE name LIKE 'note:%'"))

    async def work() -> None:
        async with world.bot.database.transaction() as transaction:
            for row in rows:
                text = json.loads(row["value"])
                try:
                    later = (datetime.fromisoformat(text) + span).isoformat()
                except ValueError:
                    continue
                await transaction.execute(
                    "UPDATE settings SET value = ? WHERE name = ?", (json.dumps(later), row["name"])
                )

    await world.simulator.as_bot(work())


async def test_answers_of_a_bot_that_stops_say_so(town: World) -> None:
    shown = await town.members[0].slash(town.channel, "whatsnew show")
    town.bot._stopping = True  # pyright: ignore[reportPrivateUsage]
    told_ = await town.members[0].click(answer(shown), label="Retenir ma dernière visite")
    assert "Je m’arrête un instant" in words(told_)
    town.bot._stopping = False  # pyright: ignore[reportPrivateUsage]
