"""Looking for a date: proposed, answered by name, closed, planned, with a restart in the middle."""

from __future__ import annotations

import pytest

from tests.flows.acts import answer, words
from tests.flows.library_acts import starting
from tests.flows.meetup_acts import TITLE, card, starts
from tests.world import World, custom_ids, said

SLOTS = "jeudi 3 décembre 18h30\nvendredi 4 décembre 12h\nlundi 7 décembre 19h"


async def test_the_best_date_is_found_and_planned(world: World) -> None:
    form = await world.moderator.slash(world.channel, "meetup find-date", duration="2h")
    preview = await world.moderator.submit_modal(form, {"title": TITLE, "slots": SLOTS})
    assert "Rien n’est encore publié" in words(preview)
    await world.restart()
    await world.moderator.click(answer(preview), label="Publier")
    shown = world.post_with("meetups:dates-answer:1")
    assert "Les réponses portent vos noms" in said(shown)
    one, two, three = world.members[:3]
    for member, says in ((one, ("no", "yes", "yes")), (two, ("yes", "no", "maybe")), (three, ("no", "yes", "maybe"))):
        mine = answer(await member.click(shown, label="Répondre"))
        for slot_id, value in enumerate(says, start=1):
            await member.select(mine, [value], custom_id=f"meetups:slot:{slot_id}")
    await world.restart(crash=True)
    await world.advance(seconds=10)
    shown = world.post_with("meetups:dates-answer:1")
    assert f"oui (2) <@{one.id}> <@{three.id}>" in said(shown)
    assert f"oui (1) <@{one.id}> · si besoin (2)" in said(shown)
    again = answer(await one.click(shown, label="Répondre"))
    assert custom_ids(again)[-3:] == ["meetups:slot:1", "meetups:slot:2", "meetups:slot:3"]
    assert "Seule la personne qui organise" in words(await one.click(shown, label="Clore et choisir"))

    sure = await world.moderator.click(shown, label="Clore et choisir")
    assert "Plus personne ne pourra répondre" in words(sure)
    best = answer(await world.moderator.click(answer(sure), label="Clore et choisir"))
    await world.restart()
    form = await world.moderator.click(best, custom_id=custom_ids(best)[0])
    assert TITLE in str(form.modal)
    preview = await world.moderator.submit_modal(form, {"title": TITLE, "about": "", "place": "Ici"})
    await world.moderator.click(answer(preview), label="Publier")
    assert starts(world) == ["07/12 19:00"]  # three can, one of them gladly; the others suit two
    assert "2 h" in said(card(world))
    await world.advance(seconds=10)
    assert not world.posts_with("meetups:dates-answer:1")


async def test_answers_after_the_end_are_refused(world: World) -> None:
    form = await world.moderator.slash(world.channel, "meetup find-date")
    preview = await world.moderator.submit_modal(form, {"title": TITLE, "slots": SLOTS})
    await world.moderator.click(answer(preview), label="Publier")
    shown = world.post_with("meetups:dates-answer:1")
    mine = answer(await world.members[0].click(shown, label="Répondre"))
    sure = await world.moderator.click(shown, label="Clore et choisir")
    await world.moderator.click(answer(sure), label="Clore et choisir")
    late = await world.members[0].select(mine, ["yes"], custom_id=starting(mine, "meetups:slot:1"))
    assert "est close" in words(late)


@pytest.mark.parametrize(
    ("slots", "refusal"),
    [
        ("", "au moins 2 créneaux"),
        ("demain 18h\ndemain 18h", "au moins 2 créneaux"),
        ("hier 18h\ndemain 18h", "passé"),
        ("demain 18h\nun de ces jours", "pas compris"),
        ("\n".join(f"{day} décembre 18h" for day in range(1, 13)), "12 créneaux"),
    ],
)
async def test_slots_that_cannot_be_are_said_and_handed_back(world: World, slots: str, refusal: str) -> None:
    form = await world.moderator.slash(world.channel, "meetup find-date")
    wrong = await world.moderator.submit_modal(form, {"title": TITLE, "slots": slots})
    assert refusal in words(wrong)
    assert not slots or slots.splitlines()[0] in words(wrong)
