"""A transport fault every second while people vote, for as long as one likes: nothing acknowledged is lost."""

from __future__ import annotations

import asyncio
from random import Random

import pytest

from tests.loopback.crowd import Crowd
from tests.loopback.faults import KINDS
from tests.loopback.gateway import Gateway
from tests.loopback.polls import Community, figures
from tests.loopback.process import BotProcess

SEED, VOTES_A_SECOND = 11, 3
ROUTES = ("POST .*/callback", "POST .*/channels/", "PATCH .*/channels/", "GET /api/", "PATCH .*/webhooks/")
DROPS = (Gateway.cut, Gateway.ask_to_reconnect)


@pytest.mark.parametrize("seconds", [pytest.param(600, marks=pytest.mark.soak), 8])
async def test_a_fault_every_second(community: Community, bot: BotProcess, seconds: int) -> None:
    chance, people = Random(SEED), list(community.loopback.town.everyone)
    card = await community.open_poll(community.channel(), "Une question dans la tempête ?")
    crowd, voting = Crowd(community, card, chance), set[asyncio.Task[None]]()
    chance.shuffle(people)
    for second in range(seconds):
        if second % 20 == 19 and community.loopback.gateway.ready.is_set():
            await chance.choice(DROPS)(community.loopback.gateway)
        else:
            community.loopback.faults.add(chance.choice(KINDS), chance.choice(ROUTES))
        group = people[VOTES_A_SECOND * second : VOTES_A_SECOND * (second + 1)]
        voting.add(asyncio.create_task(crowd.vote(group, within=0.9)))
        await asyncio.sleep(1)
    community.loopback.faults.clear()
    await asyncio.wait_for(asyncio.gather(*voting), 120)
    await asyncio.wait_for(community.loopback.gateway.ready.wait(), 60)
    await asyncio.sleep(1)
    asked = people[: VOTES_A_SECOND * seconds]
    for _ in range(3):
        await crowd.insist(asked)
    result = await community.close_poll(card)
    crowd.check(figures(result))
    assert figures(result).turnout == len(asked)
    assert len(community.posts(card.channel_id, "Une question dans la tempête ?", "polls:vote:")) == 1
    print(f"\n{seconds} s, a fault a second: {figures(result).turnout} votes, each counted once")  # noqa: T201 - figures
