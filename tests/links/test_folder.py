"""Links written to a folder by the command line and read back elsewhere are the same links."""

from __future__ import annotations

from pathlib import Path

from bot.registry import Archive
from tests.flows.links_acts import ARTICLE, connected_world, publish, running_web
from tests.world import World


def folder_of(world: World) -> Archive:
    return next(archive for archive in world.bot.registry.all(Archive) if archive.feature == "links")


async def test_a_folder_read_elsewhere_brings_the_same_links(tmp_path: Path) -> None:
    async with running_web() as web:
        async with connected_world(tmp_path / "one", web) as world:
            await publish(world, world.members[0], ARTICLE, note="À lire.", tags="billetterie")
            said = await world.simulator.as_bot(folder_of(world).export(tmp_path / "export"))
            assert said.startswith("Links: 1 links")
            first = (tmp_path / "export/links/links.json").read_text(encoding="utf-8")
        async with connected_world(tmp_path / "other", web) as world:
            said = await world.simulator.as_bot(folder_of(world).bring_in(tmp_path / "export"))
            assert said.startswith("Links: 1 added")
            await world.simulator.as_bot(folder_of(world).export(tmp_path / "again"))
            assert (tmp_path / "again/links/links.json").read_text(encoding="utf-8") == first
            again = await world.simulator.as_bot(folder_of(world).bring_in(tmp_path / "export"))
            assert "0 added, 1 known already" in again
