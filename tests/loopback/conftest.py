"""Fixtures of the loopback. `--soak` makes the crash and fault tests long."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.loopback.polls import Community
from tests.loopback.process import BotProcess
from tests.loopback.server import Loopback, run_loopback


@dataclass(frozen=True, slots=True)
class Length:
    """How long the tests of crashes and faults are, and how large their town: always over 250 members, more than
    Discord sends unasked.
    """

    members: int
    kills: int
    rounds_of_faults: int
    votes_at_once: int


@pytest.fixture
def length(request: pytest.FixtureRequest) -> Length:
    if request.config.getoption("--soak", default=False):
        return Length(members=2100, kills=50, rounds_of_faults=5, votes_at_once=250)
    return Length(members=260, kills=4, rounds_of_faults=1, votes_at_once=200)


@pytest.fixture
async def loopback(length: Length) -> AsyncIterator[Loopback]:
    """Fails the test for every route it does not know and every request Discord would find malformed."""
    async with run_loopback(length.members) as loopback:
        yield loopback
    assert not loopback.routes.unknown
    assert not loopback.routes.refused


@pytest.fixture
def community(loopback: Loopback) -> Community:
    return Community(loopback)


@pytest.fixture
async def stopped_bot(request: pytest.FixtureRequest, loopback: Loopback, data_dir: Path) -> AsyncIterator[BotProcess]:
    """Not started yet. Whatever it complains of in its log fails the test."""
    process = BotProcess(loopback, data_dir)
    try:
        yield process
    finally:
        await process.stop()
    if request.node.get_closest_marker("errors_expected") is None:
        assert process.complaints() == []


@pytest.fixture
async def bot(stopped_bot: BotProcess) -> BotProcess:
    await stopped_bot.start()
    return stopped_bot
