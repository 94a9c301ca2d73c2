"""What features offer to digests: once each, in a half-open window, and no longer once it is gone."""

from __future__ import annotations

from datetime import datetime, timedelta
from pathlib import Path

import pytest
import simcord

from bot.registry import DigestItem, DigestSource
from tests.flows import links_acts, meetup_acts
from tests.flows.acts import answer, open_poll, vote, words
from tests.flows.digest_acts import draft_card, schedule
from tests.flows.library_acts import TITLE, publish, set_up
from tests.flows.links_acts import connected_world, running_web
from tests.flows.survey_acts import launch
from tests.web.hostile import answer as answer_of
from tests.world import START, World, said

LATER = START + timedelta(days=30)


async def offered(world: World, section: str, since: datetime = START, until: datetime = LATER) -> list[DigestItem]:
    sources = [source for source in world.bot.registry.all(DigestSource) if source.section == section]
    return [item for source in sources for item in await world.simulator.as_bot(source.items(since, until))]


async def stands(world: World, ref: str) -> bool:
    source = next(source for source in world.bot.registry.all(DigestSource) if source.knows(ref))
    return await world.simulator.as_bot(source.stands(ref))


@pytest.fixture
async def alone(world: World) -> World:
    await world.make_sole_moderator()
    await set_up(world)
    return world


async def test_an_entry_is_offered_in_the_window_of_its_publication_and_gone_once_archived(alone: World) -> None:
    author = alone.members[0]
    number = await publish(alone, author)
    (item,) = await offered(alone, "library")
    assert (item.title, item.author, item.ref) == (TITLE, author.user.name, f"library:{number}")
    assert not item.leaves_discord  # nobody said it may
    assert item.message_id is not None
    assert await offered(alone, "library", item.published_at, item.published_at) == []
    assert await offered(alone, "library", item.published_at) == [item]
    assert await stands(alone, item.ref)
    await archive(alone, number)
    assert not await stands(alone, item.ref)
    assert await offered(alone, "library") == []


async def archive(world: World, number: int) -> None:
    from cogs.library.service import EntryService  # noqa: PLC0415 - a shortcut for the test only

    entries = world.bot.registry.service(EntryService)
    await world.simulator.as_bot(entries.archive(number, 0, moderator=True))


async def test_polls_and_surveys_are_offered_while_open_and_again_with_their_results(alone: World) -> None:
    card = await open_poll(alone)
    await launch(alone)
    assert [item.ref for item in await offered(alone, "open")] == ["polls:open:1", "surveys:open:1"]
    assert await offered(alone, "results") == []
    for member in alone.members[:5]:
        await vote(member, card, 0)
    await alone.advance(days=6)
    assert await offered(alone, "open") == []
    # Nobody answered the survey: it has nothing to tell.
    assert [item.ref for item in await offered(alone, "results")] == ["polls:result:1"]
    assert not await stands(alone, "polls:open:1")
    assert await stands(alone, "polls:result:1")


async def test_a_poll_in_a_channel_that_not_everybody_sees_is_in_no_digest(alone: World) -> None:
    await open_poll(alone)
    number = await publish(alone, alone.members[0])
    await schedule(alone)
    await alone.hide_channel()
    await alone.advance(days=4, hours=1)
    assert await told_refs(alone) == [f"library:{number}"]


async def told_refs(world: World) -> list[str]:
    rows = await world.simulator.as_bot(world.bot.database.all("SELECT ref FROM digest_items ORDER BY place"))
    return [row["ref"] for row in rows]


async def test_a_date_is_told_once_it_is_near_and_not_once_it_is_cancelled(alone: World) -> None:
    await meetup_acts.plan(alone, recurrence="weekly", until="dans 6 semaines")
    window = (START, START + timedelta(days=3))
    (soon, later) = await offered(alone, "meetups", *window)
    assert soon.happens_at is not None
    assert later.happens_at == soon.happens_at + timedelta(weeks=1)
    # A month's issue looks a month ahead.
    assert len(await offered(alone, "meetups", START - timedelta(days=31), START)) == 4
    assert await stands(alone, soon.ref)
    await meetup_acts.cancel(alone, 1)
    assert not await stands(alone, soon.ref)
    assert [item.ref for item in await offered(alone, "meetups", *window)] == [later.ref]


async def test_what_is_over_before_the_letter_is_due_is_left_to_those_who_were_there(alone: World) -> None:
    await meetup_acts.plan(alone, when="lundi 30 novembre 18h30", title="Trop tôt pour la lettre")
    await meetup_acts.plan(alone, when="jeudi 3 décembre 18h30", title="Encore à venir")
    await schedule(alone)
    await alone.advance(days=4, hours=1)
    shown = said(draft_card(alone))
    assert "Encore à venir" in shown
    assert "<t:" in shown
    assert "Trop tôt" not in shown


async def test_notes_of_meetups_are_told_apart(alone: World) -> None:
    number = await publish(alone, alone.members[0], kind="notes")
    assert [item.ref for item in await offered(alone, "notes")] == [f"library:{number}"]
    assert await offered(alone, "library") == []


async def test_a_text_that_nobody_confirmed_asks_for_readers(alone: World) -> None:
    number = await publish(alone, alone.members[0])
    await alone.advance(days=366)
    (item,) = await offered(alone, "verify", START + timedelta(days=300), START + timedelta(days=400))
    assert item.ref.startswith(f"library:verify:{number}:")
    assert await stands(alone, item.ref)
    await archive(alone, number)
    assert not await stands(alone, item.ref)


async def test_links_are_ranked_by_those_who_share_and_thank(tmp_path: Path) -> None:
    async with running_web() as web, connected_world(tmp_path / "data", web) as world:
        await world.make_sole_moderator()
        await set_up(world)
        plain = await links_acts.publish(world, world.members[0], links_acts.GUIDE)
        praised = await links_acts.publish(world, world.members[0])
        await world.members[1].click(world.post_with(f"links:useful:{praised}"), custom_id=f"links:useful:{praised}")
        await schedule(world)
        await world.advance(days=4, hours=1)
        assert await told_refs(world) == [f"links:shared:{praised}", f"links:shared:{plain}"]
        web.put(links_acts.ARTICLE, answer_of(b"", status="404 Not Found"))
        await world.advance(days=30)
        sick = {item.ref for item in await offered(world, "repair", START, START + timedelta(days=60))}
        assert sick == {f"links:repair:{praised}"}
        assert await stands(world, f"links:repair:{praised}")
        assert await stands(world, f"links:shared:{praised}")


async def test_what_several_looked_for_in_vain_is_told_without_a_word_about_them(alone: World) -> None:
    for member in alone.members[:3]:
        await member.slash(alone.channel, "search", words="convention collective")
    await alone.members[0].slash(alone.channel, "search", words="une fois seulement")
    (item,) = await offered(alone, "misses", START, START + timedelta(days=2))
    assert (item.author, item.author_id) == ("", None)
    assert "convention" in item.title
    assert await stands(alone, item.ref)
    await publish(alone, alone.members[0], title="La convention collective et l’IA")
    assert not await stands(alone, item.ref)


async def ask_for_welcome(world: World, member: simcord.MemberActor, text: str) -> simcord.InteractionResult:
    news = await member.slash(world.channel, "whatsnew show")
    form = await member.click(answer(news), label="Être accueilli·e dans la prochaine lettre")
    await world.restart()
    return await member.submit_modal(form, {"words": text})


async def test_a_new_member_is_welcomed_if_they_ask(alone: World) -> None:
    await alone.advance(days=90)
    newcomer = alone.join("Silvia")
    old = await alone.members[0].slash(alone.channel, "whatsnew show")
    assert "accueilli" not in "".join(links_acts.labels(answer(old)))
    assert "C’est noté, **Silvia**" in words(await ask_for_welcome(alone, newcomer, "Régie à Brest"))
    now = alone.simulator.now()
    (item,) = await offered(alone, "welcome", START, now + timedelta(days=1))
    assert (item.title, item.summary, item.leaves_discord) == ("Silvia", "Régie à Brest", False)
    assert await stands(alone, item.ref)
    # Nobody reads it before a moderator has: it is told with the letter.
    assert "Brest" not in words(await alone.members[1].slash(alone.channel, "whatsnew show"))
    taken_back = await ask_for_welcome(alone, newcomer, "")
    assert "C’est retiré" in words(await newcomer.click(answer(taken_back), label="Finalement, non"))
    assert not await stands(alone, item.ref)


async def test_a_name_told_in_a_letter_goes_with_the_person_who_asks_to_be_forgotten(alone: World) -> None:
    author = alone.members[0]
    await publish(alone, author)
    await publish(alone, alone.members[1], title="Un autre texte")
    await schedule(alone)
    await alone.advance(days=4, hours=1)
    await alone.moderator.click(draft_card(alone), label="Approuver")
    await alone.advance(days=3)
    assert author.user.name in "".join(said(letter) for letter in alone.posts() if "sans IA" in said(letter))
    await erase(alone, author.id)
    rows = await alone.simulator.as_bot(
        alone.bot.database.all("SELECT author FROM digest_items UNION ALL SELECT snapshot AS author FROM digest_issues")
    )
    kept = " ".join(row["author"] for row in rows)
    assert author.user.name not in kept
    assert alone.members[1].user.name in kept
    assert TITLE in kept


async def erase(world: World, user_id: int) -> None:
    from bot.registry import PersonalData  # noqa: PLC0415 - a shortcut for the test only

    (digests,) = [offer for offer in world.bot.registry.all(PersonalData) if offer.feature == "digests"]

    async def work() -> None:
        async with world.bot.database.transaction() as transaction:
            await digests.erase(user_id, transaction)

    await world.simulator.as_bot(work())
