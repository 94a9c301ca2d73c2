"""Casting a ballot leaves no id of its member anywhere: no log at any level, no page, no other file."""

from __future__ import annotations

import logging
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest

from tests.flows.acts import answer, open_poll, vote
from tests.world import World

SECRET_ANSWERS = ["Jamais au grand jamais", "Souvent en cachette", "Parfois le lundi"]


def traces_of(user_id: int) -> list[bytes]:
    """As text, as integers, and as SQLite writes a key: seven bits a byte, then eight."""
    sevens = [user_id >> shift & 0x7F | 0x80 for shift in range(57, 0, -7)]
    return [
        str(user_id).encode(),
        bytes([*sevens[:8], user_id & 0xFF]),
        user_id.to_bytes(8, "big"),
        user_id.to_bytes(8, "little"),
        f"{user_id:x}".encode(),
    ]


def every_byte(folder: Path) -> dict[Path, bytes]:
    return {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}


async def test_voting_leaves_the_voters_ids_in_no_file(world: World) -> None:
    card = await open_poll(world, proposals=SECRET_ANSWERS)
    for place, voter in enumerate(world.members):
        await vote(voter, card, place % 3)
    during = every_byte(world.data_dir)
    await world.advance(days=3)
    after = every_byte(world.data_dir)
    assert any(path.suffix == ".box" for path in during)
    assert not any(path.suffix == ".box" for path in after)
    for content in [*during.values(), *after.values()]:
        for voter in world.members:
            assert not any(trace in content for trace in traces_of(voter.id))


async def test_voting_writes_to_the_box_and_to_nothing_else(world: World) -> None:
    card = await open_poll(world, proposals=SECRET_ANSWERS)
    before = every_byte(world.data_dir)
    await vote(world.members[0], card, 1)
    changed = {path for path, content in every_byte(world.data_dir).items() if before.get(path) != content}
    assert {path.suffix for path in changed} == {".box"}
    assert set(before) == set(every_byte(world.data_dir))


async def test_voting_edits_no_message_and_tells_no_count(world: World) -> None:
    card = await open_poll(world, proposals=SECRET_ANSWERS)
    before = [str(message.components) for message in world.posts()]
    for voter in world.members[:6]:
        await vote(voter, card, 1)
    assert [str(message.components) for message in world.posts()] == before


async def test_no_log_of_ours_speaks_of_a_ballot_even_at_debug(world: World, caplog: pytest.LogCaptureFixture) -> None:
    card = await open_poll(world, proposals=SECRET_ANSWERS)
    caplog.clear()
    caplog.set_level(logging.DEBUG)
    for name in ("bot", "cogs", "aiosqlite"):
        caplog.set_level(logging.DEBUG, logger=name)
    for place, voter in enumerate(world.members):
        await vote(voter, card, place % 3)
    ours = [record for record in caplog.records if record.name.split(".")[0] in {"bot", "cogs"}]
    assert [record.getMessage() for record in ours] == []
    others = "\n".join(
        record.getMessage() for record in caplog.records if not record.name.startswith(("discord", "simcord"))
    )
    assert not any(str(voter.id) in others for voter in world.members)
    assert not any(proposal in others for proposal in SECRET_ANSWERS)


async def test_a_refused_second_answer_leaves_no_trace_either(world: World) -> None:
    card, voter = await open_poll(world), world.members[0]
    await vote(voter, card, 0)
    before = every_byte(world.data_dir)
    await voter.click(card, label="Voter")
    assert every_byte(world.data_dir) == before


class BrokenMemory:
    """The accident that no code foresees; its message holds the answer."""

    def hold(self, user_id: int, about: int, answer: tuple[int, ...]) -> str:
        raise ValueError(user_id, answer, SECRET_ANSWERS[answer[0]])


@pytest.mark.errors_expected
async def test_an_accident_while_voting_logs_its_place_and_not_its_words(
    world: World, caplog: pytest.LogCaptureFixture
) -> None:
    card, voter = await open_poll(world, proposals=SECRET_ANSWERS), world.members[0]
    ballot = await voter.click(card, label="Voter")
    # Each bot loads its features anew, so the class is this bot's, not the one of an import above.
    service: Any = world.bot.registry.service(import_module("cogs.polls.service").PollService)
    service.held = BrokenMemory()
    caplog.clear()
    refused = await voter.select(answer(ballot), ["1"])
    assert refused.acknowledged
    logged = "\n".join(record.getMessage() + (record.exc_text or "") for record in caplog.records)
    assert "unexpected, reference" in logged
    assert str(voter.id) not in logged
    assert not any(proposal in logged for proposal in SECRET_ANSWERS)
