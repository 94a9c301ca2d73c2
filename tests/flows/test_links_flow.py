"""Links, acted by members and moderators, in French; their pages are served on loopback."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.flows.acts import answer, words
from tests.flows.links_acts import Web, connected_world, running_web, share
from tests.world import World, said


@pytest.fixture
async def web() -> AsyncIterator[Web]:
    async with running_web() as web:
        yield web


@pytest.fixture
async def town(data_dir: Path, web: Web) -> AsyncIterator[World]:
    async with connected_world(data_dir, web) as world:
        yield world


async def test_a_link_is_previewed_published_and_found_by_the_page_s_words(town: World) -> None:
    sharer, reader = town.members[0], town.members[1]
    preview = await share(town, sharer, note="À lire avant la réunion.")
    assert "L’IA entre en coulisses" in words(preview)
    assert "Jeanne Vautrin" in words(preview)
    assert "2 octobre 2026" in words(preview)
    assert "Reste sur Discord." in words(preview)
    done = await sharer.click(answer(preview), label="Publier")
    assert "C’est partagé" in words(done)
    (card,) = town.posts_with("links:useful:1")
    assert "À lire avant la réunion." in said(card)
    assert "Enquête auprès de trente régies" in said(card)
    for command in ("search", "link search"):
        found = await reader.slash(town.channel, command, words="regisseur coulisse")
        assert "L’IA entre en coulisses" in words(found), command
        assert "Lien" in words(found)
    opened = await reader.click(answer(found), label="Lire")
    assert "À lire avant la réunion." in words(opened)
