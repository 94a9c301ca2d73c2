"""The loopback holds Discord's rules; a rule it forgot would make the other tests pass for nothing."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from typing import Any

import aiohttp
import pytest

from tests.loopback.interactions import COMPONENT, PATIENCE, Interaction
from tests.loopback.messages import words
from tests.loopback.routes import TOKEN
from tests.loopback.server import Loopback, run_loopback

ASKED = {"content": "Bonjour", "nonce": "abc", "enforce_nonce": True}


@pytest.fixture
async def small() -> AsyncIterator[Loopback]:
    async with run_loopback(3) as loopback:
        yield loopback


@pytest.fixture
async def client(small: Loopback) -> AsyncIterator[aiohttp.ClientSession]:
    async with aiohttp.ClientSession(small.address, headers={"Authorization": f"Bot {TOKEN}"}) as session:
        yield session


async def call(client: aiohttp.ClientSession, method: str, path: str, body: Any = None) -> tuple[int, Any]:
    async with client.request(method, f"/api/v10{path}", json=body) as response:
        return response.status, await response.json()


async def test_an_unknown_route_is_kept_and_fails(small: Loopback, client: aiohttp.ClientSession) -> None:
    status, _ = await call(client, "GET", "/guilds/1/bans")
    assert (status, small.routes.unknown) == (500, ["GET /api/v10/guilds/1/bans"])


async def test_a_repeated_nonce_is_answered_with_the_first_message(
    small: Loopback, client: aiohttp.ClientSession
) -> None:
    path = f"/channels/{small.town.channel_ids[0]}/messages"
    (_, first), (_, second) = await call(client, "POST", path, ASKED), await call(client, "POST", path, ASKED)
    _, other = await call(client, "POST", path, ASKED | {"nonce": "def"})
    assert first["id"] == second["id"] != other["id"]
    _, history = await call(client, "GET", path)
    assert [message["id"] for message in history] == [other["id"], first["id"]]


async def press(small: Loopback) -> Interaction:
    """By a member; there is no bot to answer."""
    data = {"component_type": 2, "custom_id": "a:b:"}
    return await small.interactions.act(small.town.members[0], small.town.channel_ids[0], COMPONENT, data)


async def test_an_answer_after_three_seconds_or_a_second_one_is_refused(
    small: Loopback, client: aiohttp.ClientSession
) -> None:
    started = asyncio.create_task(press(small))
    await asyncio.sleep(0.05)
    (interaction,) = small.interactions.all()
    path, answer = f"/interactions/1/{interaction.token}/callback", {"type": 4, "data": {"content": "Oui"}}
    assert (await call(client, "POST", path, answer))[0] == 200
    assert (await call(client, "POST", path, answer))[1]["code"] == 40060
    assert words((await started).message) == "Oui"

    late = await press(small)
    assert late.seconds is None
    status, body = await call(client, "POST", f"/interactions/1/{late.token}/callback", answer)
    assert (status, body["code"]) == (404, 10062)
    assert PATIENCE == 3.0


async def test_what_discord_would_find_malformed_is_refused_and_kept(
    small: Loopback, client: aiohttp.ClientSession
) -> None:
    path = f"/channels/{small.town.channel_ids[0]}/messages"
    button = {"type": 2, "style": 2, "label": "Un", "custom_id": "x" * 101}
    for components in ([{"type": 1, "components": [button]}], [{"type": 10, "content": "x" * 4001}]):
        status, _ = await call(client, "POST", path, {"flags": 1 << 15, "components": components})
        assert status == 400
    assert len(small.routes.refused) == 2
