"""What a hostile reader broke once, and must not break again."""

from __future__ import annotations

import asyncio
import logging
from pathlib import Path
from typing import Any

import pytest

from bot.anonymity.ballot_box import BallotBoxes, BoxUnavailable
from bot.anonymity.box_format import Live, Terms
from bot.errors import StartError
from bot.storage.database import Database
from tests.flows.acts import answer, fill_form, open_poll, prepare, vote, words
from tests.world import SECRET, World, custom_ids, said

TERMS = Terms(5, 5)
CROWD = range(10**17, 10**17 + 20)


async def test_a_poll_proposed_from_the_public_home_card_leaves_the_card_alone(world: World) -> None:
    await world.bot.settings.change(poll_openers="everyone")
    panel = await world.moderator.slash(world.channel, "settings open")
    section = await world.moderator.click(answer(panel), custom_id="settings:section:home")
    await world.moderator.select(answer(section), [world.channel], custom_id="home:post:")
    home = world.post_with("home:do:help")
    form = await world.members[0].click(home, label="Proposer un sondage")
    preview = await fill_form(world.members[0], form)
    assert answer(preview).flags.ephemeral
    assert "home:do:vote" in custom_ids(world.post_with("home:do:help"))


async def test_the_electorate_is_read_from_the_whole_list(world: World) -> None:
    guild = world.bot.guild
    for member in world.members[:6]:
        guild._members.pop(member.id)  # pyright: ignore[reportPrivateUsage] - as after a new session
    assert "les 13 membres" in words(await prepare(world))


async def test_the_right_to_open_is_asked_again_when_publishing(world: World) -> None:
    await world.bot.settings.change(poll_openers="everyone")
    member = world.members[0]
    preview = await fill_form(member, await member.slash(world.channel, "poll create", closing="7j"))
    await world.bot.settings.change(poll_openers="moderators")
    refused = await member.click(answer(preview), label="Publier")
    assert "l’équipe de modération ouvre les sondages" in words(refused)
    assert not world.posts_with("polls:vote:1")


async def test_a_vote_that_is_recorded_is_never_told_as_lost(world: World) -> None:
    card, voter = await open_poll(world), world.members[0]
    summary = await voter.select(answer(await voter.click(card, label="Voter")), ["0"])
    send = world.bot.http.request
    world.simulator.env.inject_error("POST", "/interactions/*/callback", status=500, code=0, message="later", times=1)
    done = await voter.click(answer(summary), label="Confirmer mon vote")
    assert send is not None
    shown = words(done) if done.response else ""
    assert "rien n’a été enregistré" not in shown
    assert "Vous avez déjà répondu" in words(await voter.click(card, label="Voter"))


@pytest.mark.errors_expected
async def test_an_accident_whose_sentence_cannot_be_said_leaves_no_answer_in_the_log(
    world: World, caplog: pytest.LogCaptureFixture
) -> None:
    card, voter = await open_poll(world, proposals=["Souvent en cachette", "Non"]), world.members[0]
    ballot = await voter.click(card, label="Voter")

    class Broken:
        def hold(self, *_values: Any) -> str:
            raise ValueError("Souvent en cachette")

    service: Any = world.bot.registry._services  # pyright: ignore[reportPrivateUsage] - the accident
    next(found for kind, found in service.items() if kind.__name__ == "PollService").held = Broken()
    world.simulator.env.inject_error("POST", "/interactions/*/callback", status=500, code=0, message="x", times=None)
    caplog.set_level(logging.DEBUG, logger="bot")
    await voter.select(answer(ballot), ["0"])
    world.simulator.env.backend.faults.clear()
    logged = "\n".join(record.getMessage() + str(record.exc_info or "") for record in caplog.records)
    assert "unexpected, reference" in logged
    assert "Souvent en cachette" not in logged


async def test_thresholds_raised_at_once_keep_the_higher(world: World) -> None:
    service: Any = next(
        found
        for kind, found in world.bot.registry._services.items()  # pyright: ignore[reportPrivateUsage]
        if kind.__name__ == "SettingsService"
    )

    async def raise_to(answers: str) -> None:
        await service.raise_thresholds("5", answers, members=13, public_channel_id=world.channel.id)

    outcomes = await asyncio.gather(raise_to("10"), raise_to("8"), return_exceptions=True)
    assert [type(outcome).__name__ for outcome in outcomes] == ["NoneType", "ThresholdLowered"]
    assert world.bot.settings.community.minimum_answers == 10


@pytest.mark.errors_expected
async def test_one_poll_that_cannot_be_taken_up_stops_no_other(world: World) -> None:
    await open_poll(world, question="Une première question ?", closing="3h")
    card = await open_poll(world, question="Tout autre chose ici ?", closing="2h")
    for voter in world.everyone[:5]:
        await vote(voter, card, 0)
    async with world.bot.database.transaction() as transaction:
        await transaction.execute("UPDATE polls SET box_id = 'gone' WHERE poll_id = 1")
    await world.restart(crash=True)
    await world.advance(hours=4)
    assert "5 personnes sur" in said(world.result())


@pytest.mark.errors_expected
async def test_a_box_that_cannot_be_destroyed_yet_is_destroyed_later(world: World) -> None:
    card = await open_poll(world, closing="2h")
    for voter in world.everyone[:5]:
        await vote(voter, card, 0)
    ballots = world.data_dir / "ballots"
    (box,) = ballots.glob("*.box")
    destroy = world.bot.boxes.destroy
    failures = [OSError("busy"), OSError("busy")]

    async def failing(box_id: str) -> None:
        if failures:
            raise failures.pop()
        await destroy(box_id)

    world.bot.boxes.destroy = failing
    await world.advance(hours=2)
    assert "5 personnes sur" in said(world.result())
    assert box.exists()
    await world.advance(hours=1)
    assert not box.exists()


@pytest.mark.errors_expected
async def test_a_box_of_no_poll_is_reported_and_kept(world: World, caplog: pytest.LogCaptureFixture) -> None:
    box_id = await world.bot.boxes.create(CROWD, counters=2, terms=TERMS)
    await world.restart()
    assert f"the ballot box {box_id} belongs to nothing that is open" in caplog.text
    assert (world.data_dir / "ballots" / f"{box_id}.box").exists()


async def test_a_torn_box_of_another_key_is_not_touched(tmp_path: Path) -> None:
    boxes = BallotBoxes(tmp_path, SECRET)
    await boxes.create(CROWD, counters=2, terms=TERMS)
    (path,) = tmp_path.glob("*.box")
    torn = bytearray(path.read_bytes())
    torn[-100:] = bytes(100)
    path.write_bytes(torn)
    assert not (await BallotBoxes(tmp_path, bytes(32)).recover()).usable
    assert path.read_bytes() == torn


async def test_a_writer_that_dies_leaves_nobody_waiting(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    boxes = BallotBoxes(tmp_path, SECRET)
    box_id = await boxes.create(CROWD, counters=2, terms=TERMS)

    def out_of_memory(*_values: Any) -> Live:
        raise MemoryError

    monkeypatch.setattr(Live, "with_ballots", out_of_memory)
    asyncio.get_running_loop().set_exception_handler(_ignore)
    with pytest.raises(BoxUnavailable):
        await asyncio.wait_for(boxes.cast(box_id, CROWD[0], [0]), 5)


def _ignore(_loop: asyncio.AbstractEventLoop, _context: dict[str, Any]) -> None: ...


@pytest.mark.parametrize(
    ("damage", "sentence"),
    [("late page", "is damaged"), ("foreign", "belongs to another program")],
)
async def test_a_database_is_looked_at_before_it_is_touched(
    world: World, tmp_path: Path, damage: str, sentence: str
) -> None:
    import sqlite3  # noqa: PLC0415

    path = tmp_path / "other.db"
    connection = sqlite3.connect(path)
    connection.execute("CREATE TABLE plays (title TEXT)")
    connection.executemany("INSERT INTO plays VALUES (?)", [("x" * 500,) for _ in range(200)])
    connection.commit()
    connection.close()
    if damage == "late page":
        content = bytearray(path.read_bytes())
        content[8192:12288] = b"\xff" * 4096
        path.write_bytes(content)
    before = path.read_bytes()
    with pytest.raises(StartError, match=sentence):
        await Database.open(path, Path(__file__).parents[2] / "migrations")
    assert path.read_bytes() == before


async def test_members_read_only_about_polls_they_can_see(world: World) -> None:
    await open_poll(world)
    await world.hide_channel()
    member = world.members[0]
    assert "Aucun sondage en cours" in words(await member.slash(world.moderation, "poll list"))
    assert await member.autocomplete(world.moderation, "poll results", "poll", "") == []
    assert "se termine" in words(await world.moderator.slash(world.moderation, "poll list"))


async def test_the_bot_lends_nobody_its_right_to_write(world: World) -> None:
    await world.bot.settings.change(poll_openers="everyone")
    await world.silence_members()
    refused = await world.members[0].slash(world.channel, "poll create", closing="7j")
    assert "Vous ne pouvez pas écrire" in words(refused)
