"""A member's rights: everything is said, taken along, forgotten; to the last byte."""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import AsyncIterator
from pathlib import Path
from random import Random
from typing import Any

import pytest
import simcord

from bot.registry import Forgetting
from tests.flows import digest_acts, links_acts, meetup_acts
from tests.flows.acts import answer, open_poll, prepare, vote, words
from tests.flows.library_acts import TITLE, complete, set_up, waiting_cards, write
from tests.flows.library_acts import publish as publish_text
from tests.flows.links_acts import connected_world, running_web
from tests.flows.survey_acts import launch
from tests.flows.test_no_trace import every_byte, traces_of
from tests.world import START, World, said


@pytest.fixture
async def town(tmp_path: Path) -> AsyncIterator[World]:
    """The moderator has done something in every feature."""
    async with running_web() as web, connected_world(tmp_path / "data", web) as world:
        await world.make_sole_moderator()
        await set_up(world)
        await live(world)
        yield world


async def live(world: World) -> None:
    person = world.moderator
    card = await open_poll(world)
    await vote(person, card, 0)
    await prepare(world, question="Un brouillon de sondage ?")
    await launch(world)
    await write(world, person, title="Un brouillon de charte")
    await publish_own_text(world)
    await publish_text(world, world.members[0], title="La charte d’une autre personne")
    await links_acts.publish(world, person)
    link = world.post_with("links:useful:1")
    await person.click(link, custom_id="links:useful:1")
    await person.click(link, custom_id="links:later:1")
    await links_acts.share(world, person, links_acts.GUIDE)
    await meetup_acts.plan(world, recurrence="weekly")
    await meetup_acts.say(person, meetup_acts.card(world), "Oui")
    await meetup_acts.prefer(world, person, "Me mentionner dans le fil")
    await digest_acts.schedule(world)
    news = await person.slash(world.channel, "whatsnew show")
    await person.click(answer(news), label="Retenir ma dernière visite")
    await person.slash(world.channel, "whatsnew follow", tag="lignes rouges")
    await world.advance(days=4, hours=1)
    await person.click(digest_acts.draft_card(world), label="Approuver")


async def publish_own_text(world: World) -> None:
    """Reviewed by somebody else, since nobody decides about their own."""
    person, second = world.moderator, world.members[1]
    await world.promote(second)
    sheet = await complete(person, answer(await write(world, person)))
    await person.click(sheet, label="Envoyer à la relecture")
    await second.click(waiting_cards(world)[-1], label="Publier")


async def export(world: World, person: simcord.MemberActor) -> dict[str, bytes]:
    """The files of the zips, by name."""
    shown = await person.slash(world.channel, "privacy")
    sent = await person.click(answer(shown), label="Tout emporter")
    messages = [followup.message for followup in sent.followups] or [answer(sent)]
    files: dict[str, bytes] = {}
    for message in messages:
        for attachment in message.attachments:
            with zipfile.ZipFile(io.BytesIO(await attachment.read())) as archive:
                files |= {name: archive.read(name) for name in archive.namelist()}
    return files


async def forget(
    world: World, person: simcord.MemberActor, feature: str, label: str, *, restart: bool = False
) -> simcord.InteractionResult:
    shown = await person.slash(world.channel, "privacy")
    what = await person.click(answer(shown), label="Faire oublier…")
    if restart:
        await world.restart()
    sure = await person.select(answer(what), [feature], custom_id="privacy:what:")
    if restart:
        await world.restart(crash=True)
    return await person.click(answer(sure), label=label)


def features_of(files: dict[str, bytes]) -> dict[str, list[dict[str, Any]]]:
    held: dict[str, list[dict[str, Any]]] = json.loads(files["donnees.json"])["features"]
    return held


async def test_everything_kept_is_said_and_taken_along(town: World) -> None:
    shown = words(await town.moderator.slash(town.channel, "privacy"))
    assert "réponses anonymes ne sont pas dans cette liste" in shown
    files = await export(town, town.moderator)
    kept = features_of(files)
    assert {feature for feature, entries in kept.items() if entries} == {
        "core",
        "digests",
        "library",
        "links",
        "meetups",
        "polls",
        "review",
        "surveys",
    } - ({"core"} if not kept["core"] else set())
    page = files["a-lire.html"].decode()
    assert TITLE in page
    assert "<dt>sondage ouvert par vous, n°" in page
    assert "Un brouillon de sondage" in page


async def test_whether_one_answered_is_said_while_it_is_open_and_to_nobody_else(world: World) -> None:
    card = await open_poll(world)
    await vote(world.members[0], card, 0)
    page = (await export(world, world.members[0]))["a-lire.html"].decode()
    assert "<dt>sondage ouvert</dt>" in page
    assert "<dt>vous avez répondu</dt><dd>oui</dd>" in page
    assert features_of(await export(world, world.members[1]))["polls"][0]["answered"] is False
    await world.advance(days=4)
    assert features_of(await export(world, world.members[0]))["polls"] == []


async def test_whoever_did_nothing_has_nothing(town: World) -> None:
    kept = features_of(await export(town, town.members[5]))
    flags = [entry for entries in kept.values() for entry in entries]
    assert {tuple(entry) for entry in flags} <= {("open_poll", "answered"), ("open_survey", "answered")}
    assert not any(entry["answered"] for entry in flags)


async def test_forgotten_everywhere_no_byte_remains_and_texts_stay_unsigned(town: World) -> None:
    person = town.moderator
    told = await forget(town, person, "all", "Oublier, laisser mes textes sans mon nom", restart=True)
    assert "C’est oublié" in words(told)
    await town.advance(minutes=5)
    read = await town.members[2].slash(town.channel, "library show", entry="1")
    assert "Ancien·ne membre" in words(read)
    assert TITLE in words(read)
    assert person.user.name not in words(read)
    kept = features_of(await export(town, person))
    left = [entry for entries in kept.values() for entry in entries if "answered" not in entry]
    assert left == []
    require_no_byte_of(town, person.id)


async def test_texts_leave_with_whoever_wants_it(town: World) -> None:
    await forget(town, town.moderator, "all", "Oublier, et retirer mes textes")
    await town.advance(minutes=5)
    found = await town.members[2].slash(town.channel, "search", words="rouges")
    assert TITLE not in words(found)
    other = await town.members[2].slash(town.channel, "library show", entry="2")
    assert "La charte d’une autre personne" in words(other)
    assert "coulisses" not in words(await town.members[2].slash(town.channel, "link list"))
    require_no_byte_of(town, town.moderator.id)


async def test_one_feature_alone_is_forgotten(town: World) -> None:
    person = town.moderator
    before = features_of(await export(town, person))
    await forget(town, person, "meetups", "Oui, faire oublier")
    after = features_of(await export(town, person))
    assert after["meetups"] == []
    assert after["library"] == before["library"]
    await town.advance(minutes=1)
    assert "0 oui" in said(meetup_acts.card(town))


def require_no_byte_of(world: World, user_id: int) -> None:
    for path in world.data_dir.rglob("*"):
        if path.is_file():
            content = path.read_bytes()
            assert not any(trace in content for trace in traces_of(user_id)), path


async def test_nothing_of_the_forgotten_stays_in_the_pages_of_a_database_that_was_much_written_to(world: World) -> None:
    """Cells that moved when pages were split lie in the gaps, where `secure_delete` does not reach."""
    chance = Random(1)
    people = [1_200_000_000_000_000_000 + chance.randrange(10**18) for _ in range(200)]

    async def live() -> None:
        moment = START.isoformat()
        async with world.bot.database.transaction() as transaction:
            for number in range(1, 101):
                await transaction.execute(
                    "INSERT INTO links (link_id, state, given, final, canonical, host, title, description, site, "
                    "author, kind, is_read, added_at) "
                    "VALUES (?, 'public', ?, '', ?, 'a.example', '', '', '', '', 'html', 1, ?)",
                    (number, f"http://a.example/{number}", f"http://a.example/{number}", moment),
                )
            for _ in range(6000):
                mark = chance.choice(people), chance.randint(1, 100)
                if not await transaction.execute("DELETE FROM link_useful WHERE user_id = ? AND link_id = ?", mark):
                    await transaction.execute("INSERT INTO link_useful (user_id, link_id) VALUES (?, ?)", mark)
            for user_id in people:
                await transaction.execute("INSERT INTO dm_choices (user_id) VALUES (?)", (user_id,))
        for user_id in people[:50]:
            await world.bot.registry.service(Forgetting).forget_again(user_id, None, texts=True)

    await world.simulator.as_bot(live())
    for user_id in people[:50]:
        require_no_byte_of(world, user_id)
    assert any(trace in (world.data_dir / "tmnlab.db").read_bytes() for trace in traces_of(people[-1]))


async def test_the_words_of_a_link_leave_the_index_with_whoever_wrote_them(tmp_path: Path) -> None:
    async with running_web() as web, connected_world(tmp_path / "data", web) as town:
        person = town.members[0]
        await links_acts.publish(town, person, note="Ma directrice zygomatique")
        assert b"zygomatique" in b"".join(every_byte(town.data_dir).values())
        await forget(town, person, "all", "Oublier, laisser mes textes sans mon nom")
        assert b"zygomatique" not in b"".join(every_byte(town.data_dir).values())
