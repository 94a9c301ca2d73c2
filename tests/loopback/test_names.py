"""The network is there, and no name is known any more: nothing is lost, nothing is done twice."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.loopback.messages import words
from tests.loopback.polls import PROPOSALS, Community, figures
from tests.loopback.process import BotProcess
from tests.loopback.server import Loopback

GONE_FOR = 2.0  # seconds


@pytest.fixture
def known(tmp_path: Path) -> Path:
    """While this file is there, names are known."""
    file = tmp_path / "known"
    file.touch()
    return file


@pytest.fixture
async def naming_bot(loopback: Loopback, data_dir: Path, known: Path) -> AsyncIterator[BotProcess]:
    """It calls Discord by a name, and asks for its address each time."""
    loopback.keeps_connections = False
    process = BotProcess(loopback, data_dir, arguments=[str(known)], host="discord.test")
    try:
        yield process
    finally:
        await process.stop()


async def test_what_was_done_while_no_name_was_known_is_there_once_afterwards(
    community: Community, naming_bot: BotProcess, known: Path
) -> None:
    known.unlink()
    await naming_bot.launch()  # after a power cut, the network is often back later than the machine
    await asyncio.sleep(1.5)
    known.touch()
    await naming_bot.wait_until_ready()
    people, gateway = community.loopback.town.everyone, community.loopback.gateway
    card = await community.open_poll(community.channel(), "Un nom ?")
    preview = await community.prepare(community.channel(), "Et celui-ci ?", PROPOSALS)

    known.unlink()
    published, *votes = await asyncio.gather(
        community.moderator.click(preview, "polls:publish"),  # it is done, and cannot be said
        *(community.vote(person, card, 0) for person in people[:3]),
    )
    assert not any(act.is_acknowledged for act in (published, *votes))
    await gateway.cut()
    await asyncio.sleep(GONE_FOR)
    known.touch()

    await asyncio.wait_for(gateway.ready.wait(), 30)
    second = await community.wait_for_card(community.channel(), "Et celui-ci ?")
    for person in people[:6]:
        assert "enregistr" in words((await community.vote(person, card, 1)).message)
        await community.vote(person, second, 0)
    assert figures(await community.close_poll(card)).turnout == len(people[:6])
    assert figures(await community.close_poll(second)).turnout == len(people[:6])
    assert len(community.posts(community.channel(), "Et celui-ci ?", "")) == 1
    assert [line for line in naming_bot.complaints() if "Attempting a reconnect" not in line] == []
