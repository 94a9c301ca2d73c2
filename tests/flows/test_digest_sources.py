"""What features offer to digests: once each, in a half-open window, and no longer once it is gone."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from bot.registry import DigestItem, DigestSource
from tests.flows.acts import open_poll, vote
from tests.flows.digest_acts import schedule
from tests.flows.library_acts import TITLE, publish, set_up
from tests.flows.survey_acts import launch
from tests.world import START, World

LATER = START + timedelta(days=30)


async def offered(world: World, section: str, since: datetime = START, until: datetime = LATER) -> list[DigestItem]:
    sources = [source for source in world.bot.registry.all(DigestSource) if source.section == section]
    return [item for source in sources for item in await world.simulator.as_bot(source.items(since, until))]


async def stands(world: World, ref: str) -> bool:
    (source,) = [source for source in world.bot.registry.all(DigestSource) if source.knows(ref)]
    return await world.simulator.as_bot(source.stands(ref))


@pytest.fixture
async def alone(world: World) -> World:
    await world.make_sole_moderator()
    await set_up(world)
    return world


async def test_an_entry_is_offered_in_the_window_of_its_publication_and_gone_once_archived(alone: World) -> None:
    author = alone.members[0]
    number = await publish(alone, author)
    (item,) = await offered(alone, "library")
    assert (item.title, item.author, item.ref) == (TITLE, author.user.name, f"library:{number}")
    assert not item.leaves_discord  # nobody said it may
    assert item.message_id is not None
    assert await offered(alone, "library", item.published_at, item.published_at) == []
    assert await offered(alone, "library", item.published_at) == [item]
    assert await stands(alone, item.ref)
    await archive(alone, number)
    assert not await stands(alone, item.ref)
    assert await offered(alone, "library") == []


async def archive(world: World, number: int) -> None:
    from cogs.library.service import EntryService  # noqa: PLC0415 - a shortcut for the test only

    entries = world.bot.registry.service(EntryService)
    await world.simulator.as_bot(entries.archive(number, 0, moderator=True))


async def test_polls_and_surveys_are_offered_while_open_and_again_with_their_results(alone: World) -> None:
    card = await open_poll(alone)
    await launch(alone)
    assert [item.ref for item in await offered(alone, "open")] == ["polls:open:1", "surveys:open:1"]
    assert await offered(alone, "results") == []
    for member in alone.members[:5]:
        await vote(member, card, 0)
    await alone.advance(days=6)
    assert await offered(alone, "open") == []
    # Nobody answered the survey: it has nothing to tell.
    assert [item.ref for item in await offered(alone, "results")] == ["polls:result:1"]
    assert not await stands(alone, "polls:open:1")
    assert await stands(alone, "polls:result:1")


async def test_a_poll_in_a_channel_that_not_everybody_sees_is_in_no_digest(alone: World) -> None:
    await open_poll(alone)
    number = await publish(alone, alone.members[0])
    await schedule(alone)
    await alone.hide_channel()
    await alone.advance(days=4, hours=1)
    assert await told_refs(alone) == [f"library:{number}"]


async def told_refs(world: World) -> list[str]:
    rows = await world.simulator.as_bot(world.bot.database.all("SELECT ref FROM digest_items ORDER BY place"))
    return [row["ref"] for row in rows]
