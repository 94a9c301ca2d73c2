"""What is kept about people is accounted for: every table, export and erasure, to the last byte."""

from __future__ import annotations

import re

from bot.client import FEATURES, ROOT
from bot.registry import PersonalData
from bot.storage.people import PeopleStorage
from tests.flows.acts import open_poll, prepare
from tests.world import World


async def tables_with_people(world: World) -> set[str]:
    return {table for table, _ in await PeopleStorage(world.bot.database).list_columns()}


async def test_every_feature_says_what_it_keeps(world: World) -> None:
    assert {offer.feature for offer in world.bot.registry.all(PersonalData)} == {*FEATURES, "core"}


async def test_every_table_with_a_person_is_exported_and_erased_by_somebody(world: World) -> None:
    accounted = {table for offer in world.bot.registry.all(PersonalData) for table in offer.tables}
    assert await tables_with_people(world) == accounted


async def test_an_erased_member_is_in_no_byte_of_the_database(world: World) -> None:
    user_id = world.moderator.id
    await open_poll(world)
    await prepare(world, question="Un brouillon ?")
    offers = world.bot.registry.all(PersonalData)
    exported = [entry for offer in offers for entry in await offer.export(user_id)]
    assert {"Un brouillon ?", "Avez-vous utilisé une IA générative ce mois-ci ?"} <= {
        str(value) for entry in exported for value in entry.values()
    }

    async def erase() -> None:
        async with world.bot.database.transaction() as transaction:
            for offer in offers:
                await offer.erase(user_id, transaction)
        await world.bot.database.forget_deleted()

    await world.simulator.as_bot(erase())
    left = [entry for offer in offers for entry in await offer.export(user_id)]
    assert [entry for entry in left if "open_poll" not in entry] == []  # the box's flag stays until it closes
    for path in world.data_dir.rglob("*"):
        if path.is_file():
            content = path.read_bytes()
            assert str(user_id).encode() not in content, path
            assert user_id.to_bytes(8, "big") not in content, path


async def test_every_table_and_no_other_is_told_in_the_privacy_document(world: World) -> None:
    document = (ROOT / "docs/PRIVACY.md").read_text(encoding="utf-8")
    told = set(re.findall(r"^\| `([a-z_]+)` \|", document, re.MULTILINE))
    rows = await world.bot.database.all("SELECT name FROM sqlite_master WHERE type = 'table'")
    kept = {row["name"] for row in rows if not _is_of_the_index(row["name"])}
    assert told == kept
    people, nobody = (
        set(re.findall(r"^\| `([a-z_]+)` \|", part, re.MULTILINE))
        for part in document.split("## Ce qui ne porte l’identifiant de personne")
    )
    assert people == await tables_with_people(world)
    assert not people & nobody


def _is_of_the_index(table: str) -> bool:
    """SQLite's own, and the inner tables of full-text search."""
    return table.startswith("sqlite_") or bool(
        re.fullmatch(r"search_(words|titles)_(config|content|data|docsize|idx)", table)
    )
