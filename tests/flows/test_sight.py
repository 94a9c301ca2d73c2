"""What stands where not everybody looks is not shown, found or suggested elsewhere."""

from __future__ import annotations

from typing import Any

import discord
import pytest

from bot.screen.sight import is_public, may_see
from tests.flows.acts import answer, open_poll, prepare, words
from tests.flows.meetup_acts import plan
from tests.flows.survey_acts import launch
from tests.world import World, said

HIDDEN = "À part ?"


@pytest.fixture
async def town(world: World) -> World:
    await world.make_sole_moderator()
    return world


async def thread_with_poll(world: World, *, private: bool) -> discord.Thread:
    """A poll whose card stands in a thread."""
    channel = world.bot.guild.get_channel(world.channel.id)
    assert isinstance(channel, discord.TextChannel)
    kind = discord.ChannelType.private_thread if private else discord.ChannelType.public_thread
    thread: Any = await world.simulator.as_bot(channel.create_thread(name="À part", type=kind))
    await open_poll(world, question=HIDDEN)

    async def move() -> None:
        assert await world.bot.find_channel(thread.id) is not None
        async with world.bot.database.transaction() as transaction:
            await transaction.execute("UPDATE polls SET channel_id = ?", (thread.id,))

    await world.simulator.as_bot(move())
    await world.restart()
    return thread


async def listed(world: World, place: int | None = None) -> str:
    who = world.moderator if place is None else world.members[place]
    return words(await who.slash(world.moderation, "poll list"))


async def test_a_private_thread_is_for_those_in_it(town: World) -> None:
    thread = await thread_with_poll(town, private=True)
    member = town.bot.guild.get_member(town.members[0].id)
    assert member is not None
    assert not is_public(town.bot, thread.id)
    assert not may_see(town.bot, thread.id, member)
    assert HIDDEN not in await listed(town, 0)
    assert HIDDEN in await listed(town)


async def test_what_stands_in_a_thread_that_rests_is_found_by_those_who_may_read_it(town: World) -> None:
    thread = await thread_with_poll(town, private=False)
    found = town.bot.guild.get_thread(thread.id)
    assert found is not None
    await town.simulator.as_bot(found.edit(archived=True))
    assert town.bot.guild.get_thread(thread.id) is None
    assert HIDDEN in await listed(town, 0)
    await town.hide_channel()
    assert HIDDEN not in await listed(town, 0)


async def test_surveys_of_a_hidden_channel_are_not_shown_elsewhere(town: World) -> None:
    await launch(town)
    reader = town.members[3]
    assert "Essai" in words(await reader.slash(town.moderation, "survey list"))
    await town.hide_channel()
    assert "Essai" not in words(await reader.slash(town.moderation, "survey list"))
    for command in ("survey results", "survey trend"):
        assert "Essai" not in words(await reader.slash(town.moderation, command, survey="1"))


async def test_only_those_who_may_change_a_meetup_are_offered_it(town: World) -> None:
    await plan(town)
    assert list(await town.members[0].autocomplete(town.channel, "meetup edit", "meetup", "")) == []
    assert len(list(await town.moderator.autocomplete(town.channel, "meetup edit", "meetup", ""))) == 1


@pytest.mark.parametrize("refusals", [1, 9])
async def test_an_edit_in_a_thread_that_rests_wakes_it_or_is_let_be(town: World, refusals: int) -> None:
    """And is no problem that the moderators should hear of: trying again would end the same."""
    channel = town.bot.guild.get_channel(town.channel.id)
    assert isinstance(channel, discord.TextChannel)
    made: Any = await town.simulator.as_bot(
        channel.create_thread(name="À part", type=discord.ChannelType.public_thread)
    )
    thread = next(found for found in town.channel.threads if found.id == made.id)
    preview = await prepare(town, question=HIDDEN, channel=thread)
    await town.moderator.click(answer(preview), label="Publier")
    (card,) = town.posts(thread)
    place = f"/channels/{thread.id}/messages/*"
    town.simulator.env.inject_error("PATCH", place, status=400, code=50083, message="archived", times=refusals)
    question = await town.moderator.slash(town.moderation, "poll cancel", poll="1")
    await town.moderator.click(answer(question), custom_id="polls:destroy:1")
    await town.advance(minutes=30)
    (card,) = town.posts(thread)
    assert ("annulé" in said(card)) == (refusals == 1)
    assert town.posts(town.moderation) == []
