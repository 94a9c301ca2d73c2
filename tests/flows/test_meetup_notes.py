"""A meetup becomes memory: asked for, written, reviewed, found by search, linked from the card."""

from __future__ import annotations

import json
from pathlib import Path

import simcord

from tests.flows import links_acts
from tests.flows.acts import answer, words
from tests.flows.library_acts import complete, set_up, waiting_cards
from tests.flows.links_acts import connected_world, running_web
from tests.flows.meetup_acts import card, plan, say, thread
from tests.world import World, said

NOTES = {
    "title": "Restitution : Les jeudis de la Loge",
    "summary": "",
    "text": "La trobairitz a lu sa charte. Décision : pas de casting par une machine.",
    "attendance": "Douze personnes.",
}


async def test_an_hour_after_the_end_notes_are_asked_written_published_and_linked(world: World) -> None:
    await set_up(world)
    shown = await plan(world, recurrence="weekly")
    await say(world.members[0], shown, "Oui")
    await world.advance(days=9, hours=10, minutes=30)  # 20:30 in Paris: it ended half an hour ago
    assert not world.posts_with("meetups:notes:1", thread(world, shown))
    await world.restart(minutes=30)
    asked = world.post_with("meetups:notes:1", thread(world, shown))
    assert [user.id for user in asked.mentions] == [world.moderator.id]
    assert "Seule la personne qui organise" in words(
        await world.members[1].click(asked, label="Écrire le compte rendu")
    )

    form = await world.moderator.click(asked, label="Écrire le compte rendu")
    await world.restart(crash=True)
    noted = await world.moderator.submit_modal(form, NOTES)
    sheet = answer(await world.moderator.click(answer(noted), label="Compléter et envoyer"))
    assert "trobairitz" in said(sheet)
    assert "Douze personnes." in said(sheet)
    await world.make_sole_moderator()
    await world.moderator.click(await complete(world.moderator, sheet), label="Envoyer à la relecture")
    await world.moderator.click(waiting_cards(world)[-1], label="Publier")
    await world.advance(seconds=10)

    found = await world.members[2].slash(world.channel, "search", words="trobairitz")
    assert "Un résultat" in words(found)
    read = await world.members[2].click(card(world), label="Lire le compte rendu")
    assert "pas de casting par une machine" in words(read)
    assert "<t:1796923800:F>" in said(card(world))  # the card is on the next date already


async def test_notes_without_a_name_are_not_traced_to_whoever_organises(world: World) -> None:
    await set_up(world)
    await world.make_sole_moderator()
    shown = await plan(world)
    await world.advance(days=10)
    asked = world.post_with("meetups:notes:1", thread(world, shown))
    form = await world.moderator.click(asked, label="Écrire le compte rendu")
    noted = await world.moderator.submit_modal(form, NOTES)
    sheet = answer(await world.moderator.click(answer(noted), label="Compléter et envoyer"))
    sheet = await complete(world.moderator, sheet, named=False)
    await world.moderator.click(sheet, label="Envoyer à la relecture")
    await world.moderator.click(waiting_cards(world)[-1], label="Publier")
    await world.advance(seconds=10)
    assert "library:show:" not in str(card(world).components)
    row = await world.bot.database.one("SELECT origin FROM library_entries")
    assert row is not None
    assert row["origin"] == ""


async def test_links_shared_in_the_thread_are_offered_for_the_notes(tmp_path: Path) -> None:
    async with running_web() as web, connected_world(tmp_path / "data", web) as world:
        shown = await plan(world, recurrence="weekly")
        inside = thread(world, shown)
        await share_in(world, world.channel, links_acts.GUIDE)
        await share_in(world, inside, links_acts.ARTICLE)
        await world.advance(days=10)
        first = await world.moderator.click(world.post_with("meetups:notes:1", inside), label="Écrire le compte rendu")
        assert first.modal is not None
        assert f"- L’IA entre en coulisses\u00a0: {links_acts.ARTICLE}" in prefilled(first)
        assert links_acts.GUIDE not in prefilled(first)
        await world.advance(days=7)
        second = await world.moderator.click(world.post_with("meetups:notes:2", inside), label="Écrire le compte rendu")
        assert links_acts.ARTICLE not in prefilled(second)


async def share_in(world: World, channel: simcord.ChannelHandle, url: str) -> None:
    preview = await world.members[0].slash(channel, "link share", url=url)
    await world.members[0].click(answer(preview), label="Publier")


def prefilled(form: simcord.InteractionResult) -> str:
    return json.dumps(form.modal, ensure_ascii=False)
