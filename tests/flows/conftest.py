"""The community that shares links: its web is served on loopback."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.flows.links_acts import Web, connected_world, running_web
from tests.world import World


@pytest.fixture
async def web() -> AsyncIterator[Web]:
    async with running_web() as web:
        yield web


@pytest.fixture
async def town(data_dir: Path, web: Web) -> AsyncIterator[World]:
    async with connected_world(data_dir, web) as world:
        yield world
