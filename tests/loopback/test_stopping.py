"""SIGTERM while people vote: what was begun is finished, and nothing acknowledged is lost."""

from __future__ import annotations

import asyncio
import os
import signal
from random import Random

from tests.loopback.crowd import Crowd
from tests.loopback.polls import Community, figures
from tests.loopback.process import BotProcess

ROUNDS, AT_ONCE = 4, 40


async def test_told_to_stop_among_votes_it_finishes_and_loses_none(community: Community, bot: BotProcess) -> None:
    people = community.loopback.town.everyone
    card = await community.open_poll(community.channel(), "Une mise à jour en plein vote ?")
    crowd = Crowd(community, card, Random(5))
    for number in range(ROUNDS):
        group = people[AT_ONCE * number : AT_ONCE * (number + 1)]
        voting = asyncio.create_task(crowd.vote(group, within=0.2))
        wanted = len(crowd.recorded) + AT_ONCE // 4
        while len(crowd.recorded) < wanted and not voting.done():  # noqa: ASYNC110 - a moment among votes, not a time
            await asyncio.sleep(0.001)
        assert await bot.terminate() == 0
        await asyncio.gather(voting, bot.start())
        await crowd.insist(group)
    result = await community.close_poll(card)
    crowd.check(figures(result))
    assert figures(result).turnout == ROUNDS * AT_ONCE


async def test_told_to_stop_twice_it_finishes_all_the_same(bot: BotProcess) -> None:
    os.kill(bot.pid, signal.SIGTERM)
    os.kill(bot.pid, signal.SIGINT)
    assert await asyncio.wait_for(bot.terminate(), 20) == 0
