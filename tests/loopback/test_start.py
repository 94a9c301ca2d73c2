"""Discord failing while the bot starts: it starts all the same."""

from __future__ import annotations

import asyncio

import pytest

from tests.loopback.faults import KINDS, Kind
from tests.loopback.polls import Community
from tests.loopback.process import BotProcess

ME, APPLICATION, COMMANDS = "GET .*/users/@me", "GET .*/applications/@me", "PUT .*/commands"
Failures = dict[str, Kind]
SHORT: list[Failures] = [
    {ME: "limited", APPLICATION: "502", COMMANDS: "limited everywhere"},
    {ME: "cut"},
    {COMMANDS: "cut"},
]
LONG: list[Failures] = SHORT + [{route: kind} for route in (ME, APPLICATION, COMMANDS) for kind in KINDS]


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    cases = LONG if metafunc.config.getoption("--soak", default=False) else SHORT
    metafunc.parametrize(
        "failures", cases, ids=[", ".join(f"{kind} at {route}" for route, kind in case.items()) for case in cases]
    )


async def test_starts_through_faults(community: Community, stopped_bot: BotProcess, failures: Failures) -> None:
    for route, kind in failures.items():
        community.loopback.faults.add(kind, route)
    await stopped_bot.start()
    await asyncio.sleep(0.5)  # what would go wrong just after
    assert (await community.moderator.slash(community.channel(), "poll list")).is_acknowledged
