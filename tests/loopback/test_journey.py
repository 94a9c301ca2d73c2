"""The real process from its start to SIGTERM, with many people voting at once."""

from __future__ import annotations

import asyncio

from tests.loopback.conftest import Length
from tests.loopback.interactions import PATIENCE
from tests.loopback.messages import custom_ids, words
from tests.loopback.polls import RECORDED, Community, figures, people_asked
from tests.loopback.process import BotProcess

QUESTION = "Qui décide d’employer une IA ?"


async def test_a_poll_from_the_command_to_the_result_with_a_crowd(
    community: Community, bot: BotProcess, length: Length
) -> None:
    channel_id = community.channel()
    card = await community.open_poll(channel_id, QUESTION)
    assert people_asked(card) == length.members + 1

    crowd = community.loopback.town.members[: length.votes_at_once]
    votes = await asyncio.gather(*(community.vote(person, card, place % 3) for place, person in enumerate(crowd)))
    assert [words(vote.message) for vote in votes if RECORDED not in words(vote.message)] == []
    assert max(vote.seconds or PATIENCE for vote in votes) < PATIENCE
    assert community.loopback.interactions.late == 0

    result = await community.close_poll(card)
    assert figures(result).turnout == len(crowd)
    assert sorted(figures(result).votes) == sorted(len(crowd[place::3]) for place in range(3))
    assert list(result.files) == ["poll.png", "poll-1.csv", "poll-1.json"]
    assert result.files["poll.png"].startswith(b"\x89PNG")
    assert result.answers_to == card.message_id
    await asyncio.sleep(0.5)  # whatever would be posted twice
    assert community.loopback.messages.in_channel(channel_id) == [card, result]
    assert "polls:vote:1" not in custom_ids(card)

    (choice,) = (await community.moderator.complete(channel_id, "poll results", poll="décide")).choices
    shown = await community.actor(crowd[0]).slash(channel_id, "poll results", poll=choice["value"])
    await asyncio.wait_for(shown.followed.wait(), 10)
    assert shown.message is not None
    assert shown.message.is_ephemeral
    assert f"{len(crowd)} personnes sur" in words(shown.message)

    assert await bot.terminate() == 0
