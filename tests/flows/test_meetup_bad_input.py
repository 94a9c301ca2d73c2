"""What people type, press and break around meetups."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest

from tests.flows.acts import answer, words
from tests.flows.meetup_acts import TEXTS, card, change, edit, events, plan, prepare, say, starts
from tests.world import World, said


@pytest.mark.parametrize(
    ("options", "refusal"),
    [
        ({"when": "hier 18h"}, "passé"),
        ({"when": "un jour prochain"}, "pas compris"),
        ({"when": "28 mars 2027 2h30"}, "n’existe pas"),
        ({"when": "3 décembre 18h", "duration": "jusqu’à 17h"}, "tombe avant le début"),
        ({"when": "3 décembre 18h", "duration": "longtemps"}, "pas compris cette durée"),
        ({"when": "3 décembre 18h", "until": "10 décembre"}, "ne sert qu’à une rencontre récurrente"),
        ({"when": "10 décembre 18h", "recurrence": "weekly", "until": "3 décembre"}, "avant la première"),
        ({"when": "dans 400 jours"}, "un peu loin"),
    ],
)
async def test_a_time_that_cannot_be_is_refused_before_anybody_types(
    world: World, options: dict[str, str], refusal: str
) -> None:
    assert refusal in words(await world.moderator.slash(world.channel, "meetup plan", **options))
    assert events(world) == []


async def test_a_place_of_three_hundred_characters_is_whole_on_the_card_and_cut_in_the_event(world: World) -> None:
    place = "Théâtre " * 37 + "fin."
    assert len(place) == 300
    await plan(world, place=place)
    assert place in said(card(world))
    (event,) = events(world)
    assert event.location is not None
    assert len(event.location) <= 100
    await change(world, about="Autre chose.", place=place)
    assert place in said(card(world))


@pytest.mark.parametrize(
    ("texts", "refusal"),
    [
        ({"title": ""}, "Il manque le titre"),
        ({"title": "T" * 101}, "Le titre fait 101"),
        ({"about": "a" * 1201}, "La présentation fait 1\u202f201"),
        ({"place": "p" * 301}, "Le lieu fait 301"),
    ],
)
async def test_texts_that_do_not_fit_are_said_and_kept(world: World, texts: dict[str, str], refusal: str) -> None:
    wrong = await prepare(world, **texts)
    assert refusal in words(wrong)
    form = await world.moderator.click(answer(wrong), label="Corriger")
    assert str(next(iter(texts.values())))[:50] in str(form.modal)


async def test_from_the_31st_each_month_has_its_last_such_day(world: World) -> None:
    preview = await prepare(world, when="jeudi 31 décembre 18h30", recurrence="monthly")
    assert "chaque mois, le dernier jeudi" in words(preview)
    assert words(preview).count("- <t:") == 6


async def test_a_series_over_the_night_of_the_change_says_what_happens(world: World) -> None:
    preview = await prepare(world, when="28 février 2027 2h30", recurrence="fortnightly")
    assert "cette nuit-là, l’heure choisie n’existe pas" in words(preview)
    preview = await prepare(world, when="24 octobre 2027 2h30", recurrence="weekly")
    assert "cette nuit-là, l’heure choisie existe deux fois" in words(preview)
    preview = await prepare(world, when="25 mars 2027 18h30")
    assert "on change d’heure le" in words(preview)


async def test_markup_and_mentions_in_texts_ping_nobody(world: World) -> None:
    await plan(world, title="@everyone [clic](https://x.fr)", about="<@&1> **gras**", place="# ici")
    shown = card(world)
    assert "@everyone" not in said(shown)
    assert not shown.mention_everyone
    assert "[clic](https://x.fr)" not in said(shown)


async def test_members_may_not_plan_unless_the_setting_says_so(world: World) -> None:
    member = world.members[0]
    assert "l’équipe de modération prévoit" in words(
        await member.slash(world.channel, "meetup plan", when="demain 18h")
    )
    panel = await world.moderator.slash(world.channel, "settings open")
    section = await world.moderator.click(answer(panel), custom_id="settings:section:meetups")
    await world.moderator.select(answer(section), ["everyone"], custom_id="meetups:planners:")
    form = await member.slash(world.channel, "meetup plan", when="demain 18h")
    assert "Rien n’est encore publié" in words(await member.submit_modal(form, TEXTS))


async def test_a_date_that_is_over_takes_no_answer_and_no_change(world: World) -> None:
    shown = await plan(world)
    late = await edit(world, title="Autre")
    opened = await world.members[0].slash(world.channel, "meetup list")
    date = await world.members[0].click(answer(opened), custom_id="meetups:open:1")
    await world.advance(days=20)
    assert "est passée" in words(await world.members[0].click(answer(date), label="Oui"))
    assert "passée" in words(await world.moderator.click(answer(late), label="Appliquer"))
    assert "a eu lieu" in said(card(world))
    assert shown.id == card(world).id


@pytest.mark.parametrize("typed", ["", "999", "abc", "-1", "٣", "1" * 30])
async def test_a_date_that_is_none_is_said(world: World, typed: str) -> None:
    await plan(world)
    assert "Je ne trouve pas cette rencontre" in words(
        await world.moderator.slash(world.channel, "meetup cancel", meetup=typed)
    )


async def test_where_the_bot_may_not_write_it_says_what_it_lacks(world: World) -> None:
    await world.deny(send_messages=False)
    refused = await world.moderator.slash(world.channel, "meetup plan", when="demain 18h")
    assert "Il me manque" in words(refused)


async def test_a_crowd_at_once_has_its_places_and_its_queue_in_order(world: World) -> None:
    shown = await plan(world, capacity=5)
    async with world.simulator.at_once():
        for member in world.members:
            await member.click(shown, label="Oui")
    await world.advance(seconds=10)
    assert "5 oui · 0 peut-être · 6 en liste d’attente" in said(card(world))
    await change(world, capacity=8)
    await world.advance(seconds=10)
    assert "8 oui · 0 peut-être · 3 en liste d’attente" in said(card(world))


async def test_five_hundred_answers_in_a_minute_cost_a_handful_of_edits(world: World) -> None:
    shown = await plan(world, capacity=100)
    people = [world.join(f"Foule {number}") for number in range(500)]
    await world.simulator.env.settle()
    requests: list[str] = []
    send = world.bot.http.request

    async def counting(route: Any, **options: Any) -> Any:
        if route.method == "PATCH" and str(shown.id) in route.url:
            requests.append(route.url)
        return await send(route, **options)

    world.bot.http.request = counting
    for start in range(0, 500, 50):
        async with world.simulator.at_once():
            await asyncio.gather(*(person.click(shown, label="Oui") for person in people[start : start + 50]))
        await world.advance(seconds=6)
    await world.advance(seconds=10)
    assert "100 oui · 0 peut-être · 400 en liste d’attente" in said(card(world))
    assert len(requests) <= 8


async def test_the_same_press_twice_changes_nothing(world: World) -> None:
    shown = await plan(world)
    for _ in range(3):
        await say(world.members[0], shown, "Oui")
    await world.advance(seconds=10)
    assert "1 oui" in said(card(world))


async def test_what_changes_nothing_tells_nobody(world: World) -> None:
    shown = await plan(world)
    await say(world.members[0], shown, "Oui")
    assert "Rien n’a changé" in words(await change(world))
    assert not (await world.members[0].slash(world.channel, "help")).followups
    assert starts(world) == ["03/12 18:30"]
