"""Fetchers on loopback, with the patience of a test."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest

from bot.web.fetch import Fetcher
from tests.web.hostile import open_policy


@pytest.fixture
async def fetcher() -> AsyncIterator[Fetcher]:
    fetcher = Fetcher(open_policy(), contact="https://tmnlab.example.org/bot", version="1.2")
    yield fetcher
    await fetcher.close()


@pytest.fixture
async def hurried() -> AsyncIterator[Fetcher]:
    """Gives up after 0.3 s in all."""
    fetcher = Fetcher(open_policy(patience=0.3))
    yield fetcher
    await fetcher.close()
