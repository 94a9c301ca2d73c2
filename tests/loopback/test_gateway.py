"""The gateway failing while people vote: everybody is answered, or can press again."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from random import Random

import pytest

from tests.loopback.crowd import Crowd
from tests.loopback.gateway import Gateway
from tests.loopback.messages import words
from tests.loopback.polls import Community, figures, people_asked
from tests.loopback.process import BotProcess

ALL_IN_BY = 0.3  # seconds over which a group votes


async def _invalidate_for_good(gateway: Gateway) -> None:
    await gateway.invalidate(resumable=False)


async def _invalidate_a_moment(gateway: Gateway) -> None:
    await gateway.invalidate(resumable=True)


async def _close_4000(gateway: Gateway) -> None:
    await gateway.close(4000)


async def _close_1001(gateway: Gateway) -> None:
    await gateway.close(1001)


RESUMED: tuple[Callable[[Gateway], Awaitable[None]], ...] = (
    Gateway.cut,
    Gateway.ask_to_reconnect,
    _close_4000,
    _close_1001,
    _invalidate_a_moment,
)


async def test_votes_go_on_through_drops_and_resumes(community: Community, bot: BotProcess) -> None:
    gateway, people = community.loopback.gateway, community.loopback.town.everyone
    card = await community.open_poll(community.channel(), "Une ligne coupée ?")
    crowd = Crowd(community, card, Random(7))
    for number, accident in enumerate(RESUMED, start=1):
        group = people[20 * number : 20 * (number + 1)]
        voting = asyncio.create_task(crowd.vote(group, within=ALL_IN_BY))
        await asyncio.sleep(ALL_IN_BY / 2)
        await accident(gateway)
        await asyncio.wait_for(gateway.ready.wait(), 10)
        await voting
        assert gateway.resumed == number
        await crowd.insist(group)
        assert {person.user_id for person in group} <= crowd.counted
    assert gateway.identified == 1
    # What came while the line was cut is replayed, so that nobody had to press again.
    assert crowd.recorded == crowd.counted
    result = await community.close_poll(card)
    crowd.check(figures(result))
    assert figures(result).turnout == 20 * len(RESUMED)


async def test_votes_go_on_after_an_invalid_session(community: Community, bot: BotProcess) -> None:
    gateway, people = community.loopback.gateway, community.loopback.town.everyone
    card = await community.open_poll(community.channel(), "Une session perdue ?")
    crowd = Crowd(community, card, Random(7))
    voting = asyncio.create_task(crowd.vote(people[:40], within=ALL_IN_BY))
    await asyncio.sleep(ALL_IN_BY / 2)
    await _invalidate_for_good(gateway)
    await asyncio.wait_for(gateway.ready.wait(), 10)
    await voting
    await asyncio.sleep(0.2)  # for the members to be known again
    await crowd.insist(people[:40])
    assert (gateway.identified, gateway.resumed) == (2, 0)
    assert len(crowd.counted) == 40
    result = await community.close_poll(card)
    crowd.check(figures(result))
    assert community.loopback.messages.in_channel(card.channel_id) == [card, result]


async def test_members_stay_known_while_they_are_read_again(community: Community, bot: BotProcess) -> None:
    """After a new session a large server comes with the bot alone; the others follow in chunks, which takes a while."""
    gateway, question, people = community.loopback.gateway, "Combien sommes-nous ?", community.loopback.town.everyone
    card = await community.open_poll(community.channel(), "Qui êtes-vous ?")
    preview = await community.prepare(community.channel(1), question)
    gateway.chunk_size, gateway.chunk_wait = len(people) // 2, 1.0
    await _invalidate_for_good(gateway)
    await asyncio.wait_for(gateway.ready.wait(), 10)

    await asyncio.sleep(0.5)  # none has come yet
    ballot = await community.actor(people[1]).click(card, "polls:vote")
    await asyncio.sleep(1.0)  # half of them
    published = await community.moderator.click(preview, "polls:publish")
    if "C’est publié" not in words(published.message):
        await asyncio.sleep(1.0)
        await community.moderator.click(preview, "polls:publish")

    new = await community.wait_for_card(community.channel(1), question)
    assert people_asked(new) == len(people)  # not the half
    assert "Je ne vous trouve pas" not in words(ballot.message)


@pytest.mark.errors_expected  # discord.py logs each failed connection as an ERROR with its traceback
async def test_a_gateway_that_refuses_is_tried_again(community: Community, stopped_bot: BotProcess) -> None:
    gateway = community.loopback.gateway
    gateway.refused = 1
    await stopped_bot.start()
    card = await community.open_poll(community.channel(), "Enfin là ?")
    gateway.refused = 1
    await gateway.cut()
    await asyncio.wait_for(gateway.ready.wait(), 15)
    assert (await community.moderator.click(card, "polls:vote")).is_acknowledged
    assert [line for line in stopped_bot.complaints() if "Attempting a reconnect" not in line] == []
