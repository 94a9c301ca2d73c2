"""Majority judgment, rankings, sensitive polls, templates, reminders and the second moderator, in French."""

from __future__ import annotations

import csv
import io
from datetime import timedelta
from typing import Any

import discord
import pytest
import simcord

from bot.registry import QuestionsAsked, ResultSource
from tests.flows.acts import answer, fill_form, open_poll, prepare, vote, words
from tests.flows.survey_acts import launch
from tests.world import START, World, custom_ids, parts, said

TASKS = ["Écrire une subvention", "Créer l’affiche", "Trier des candidatures"]


async def fill_levels(
    voter: simcord.MemberActor, card: discord.Message, levels: list[int | None]
) -> simcord.InteractionResult:
    """Opens the ballot, chooses each level that is given, asks for the summary."""
    ballot = answer(await voter.click(card, label="Voter"))
    selects = [custom_id for custom_id in custom_ids(ballot) if custom_id.startswith("polls:level:")]
    for custom_id, level in zip(selects, levels, strict=True):
        if level is not None:
            assert (await voter.select(ballot, [str(level)], custom_id=custom_id)).acknowledged
    return await voter.click(ballot, label="Relire mon bulletin")


async def vote_levels(
    voter: simcord.MemberActor, card: discord.Message, levels: list[int | None]
) -> simcord.InteractionResult:
    summary = await fill_levels(voter, card, levels)
    return await voter.click(answer(summary), label="Confirmer mon vote")


async def test_a_majority_judgment_from_the_form_to_the_profile(world: World) -> None:
    card = await open_poll(world, kind="judgment", proposals=TASKS, grades=["Excellent", "Bien", "À rejeter"])
    assert "de «\u00a0Excellent\u00a0» à «\u00a0À rejeter\u00a0»" in said(card)
    for voter, levels in zip(world.everyone, [[0, 1, 2], [0, 2, 2], [1, 1, 2]], strict=False):
        assert "C’est enregistré" in words(await vote_levels(voter, card, list(levels)))
    await world.restart(crash=True)
    for voter, levels in zip(world.everyone[3:], [[0, 0, 2], [1, 2, 1]], strict=False):
        await vote_levels(voter, card, list(levels))
    await world.advance(days=3)
    result = said(world.result())
    assert "1. Écrire une subvention — **Excellent**" in result
    assert "2. Créer l’affiche — **Bien**" in result
    assert "3. Trier des candidatures — **À rejeter**" in result
    (gallery,) = [part for part in parts(world.result()) if hasattr(part, "items")]
    assert "Écrire une subvention\u00a0: Excellent 3, Bien 2" in str(gallery.items[0].description)
    table = list(csv.reader(io.StringIO((await world.result().attachments[1].read()).decode("utf-8-sig"))))
    assert table[:2] == [["proposal", "Excellent", "Bien", "À rejeter"], ["Écrire une subvention", "3", "2", "0"]]


async def test_an_unfinished_judgment_says_what_is_missing_and_keeps_the_rest(world: World) -> None:
    card = await open_poll(world, kind="judgment", proposals=TASKS)
    unfinished = answer(await fill_levels(world.members[0], card, [0, None, None]))
    assert "Il reste 2 propositions sans mention" in said(unfinished)
    (first, *_) = [part for part in parts(unfinished) if getattr(part, "options", None)]
    assert [option.label for option in first.options if option.default] == ["Excellent"]


async def test_a_restart_in_the_middle_of_a_ballot_says_to_begin_again(world: World) -> None:
    card, voter = await open_poll(world, kind="judgment", proposals=TASKS), world.members[0]
    ballot = answer(await voter.click(card, label="Voter"))
    await world.restart()
    custom_id = next(item for item in custom_ids(ballot) if item.startswith("polls:level:"))
    again = await voter.select(ballot, ["0"], custom_id=custom_id)
    assert "Rien n’a été enregistré" in words(again)


@pytest.mark.parametrize("grades", [["Bien", "Mal"], [f"m{number}" for number in range(8)], ["a", "b", "a"]])
async def test_wrong_mentions_are_handed_back(world: World, grades: list[str]) -> None:
    refused = words(await prepare(world, kind="judgment", proposals=TASKS, grades=grades))
    assert "mentions" in refused or "deux fois" in refused


async def test_a_ranking_names_the_condorcet_winner_and_shows_the_duels(world: World) -> None:
    card = await open_poll(world, kind="ranking", proposals=TASKS)
    for voter, levels in zip(
        world.everyone, [[0, 1, 2], [0, 0, 1], [1, 0, None], [0, None, None], [0, 1, 1]], strict=False
    ):
        assert "C’est enregistré" in words(await vote_levels(voter, card, list(levels)))
    await world.advance(days=3)
    result = said(world.result())
    assert "**Écrire une subvention** gagne tous ses duels" in result
    assert "1. **A** Écrire une subvention — 2 duels gagnés, 0 perdu" in result
    assert "A    ·   3   5" in result
    assert world.result().attachments[0].filename == "poll.png"


async def test_an_empty_ranking_is_not_a_ballot(world: World) -> None:
    card = await open_poll(world, kind="ranking", proposals=TASKS)
    assert "Classez au moins une proposition" in words(await fill_levels(world.members[0], card, [None] * 3))


async def test_eleven_proposals_do_not_fit_a_judgment(world: World) -> None:
    refused = await prepare(world, kind="judgment", proposals=[f"Proposition {number}" for number in range(11)])
    assert "en contient 10 au plus" in words(refused)


async def test_the_fullest_ballot_with_levels_fits_a_message(world: World) -> None:
    full = [f"{number}" + "*" * 79 for number in range(10)]
    card = await open_poll(
        world, kind="ranking", proposals=full, question="*" * 200, context="_" * 800, sensitive=False
    )
    assert "C’est enregistré" in words(await vote_levels(world.members[0], card, list(range(10))))
    unfinished = await fill_levels(world.members[1], card, [None] * 10)
    assert "Classez" in words(unfinished)


# Sensitive


async def test_a_sensitive_poll_needs_twenty_people(world: World) -> None:
    refused = await world.moderator.slash(world.channel, "poll create", closing="7j", sensitive=True)
    assert "il en faut au moins 20" in words(refused)


async def test_a_sensitive_poll_publishes_multiples_of_five_and_keeps_nothing_exact(world: World) -> None:
    crowd = [*world.everyone, *(world.join(f"Autre {number}") for number in range(20))]
    card = await open_poll(world, sensitive=True)
    assert "Sondage sensible" in said(card)
    assert "Sondage sensible" in words(await crowd[0].click(card, label="Voter"))
    for number, voter in enumerate(crowd[:23]):
        await vote(voter, card, 0 if number < 13 else 1 if number < 20 else 2)
    await world.advance(days=3)
    result = said(world.result())
    assert "25 personnes sur 33 ont répondu" in result
    assert "Oui — **15 voix" in result
    assert "Non — **5 voix" in result
    assert "arrondis à 5 personnes près" in result
    rows = await world.bot.database.all("SELECT people FROM poll_result_counts ORDER BY counter")
    assert [row["people"] for row in rows] == [15, 5, 5]


async def test_a_sensitive_result_that_would_give_itself_away_is_withheld(world: World) -> None:
    crowd = [*world.everyone, *(world.join(f"Autre {number}") for number in range(7))]
    card = await open_poll(world, sensitive=True, proposals=[f"Réponse {number}" for number in range(9)])
    for number, voter in enumerate(crowd[:18]):
        await vote(voter, card, number // 2)
    await world.advance(days=3)
    assert "deviner" in said(world.result()) or "Même arrondis" in said(world.result())
    assert not world.result().attachments
    assert await world.bot.database.all("SELECT * FROM poll_results") == []


# Ready-made


async def test_every_template_opens_as_a_poll_that_fits(world: World) -> None:
    themes = await world.moderator.autocomplete(world.channel, "poll template", "theme", "")
    assert len(themes) >= 8
    for _ in range(10):
        world.join("Membre de plus")
    for theme in themes:
        shown = await world.moderator.slash(world.channel, "poll template", theme=theme["value"], closing="7j")
        form: Any = shown.modal
        fields: list[Any] = [label["component"] for label in form["components"]]
        values = {str(field["custom_id"]): str(field.get("value") or "") for field in fields}
        preview = await world.moderator.submit_modal(shown, values)
        assert "Rien n’est encore publié" in words(preview), theme
    found = await world.moderator.autocomplete(world.channel, "poll template", "theme", "lignes")
    assert [choice["value"] for choice in found] == ["red-lines"]
    refused = await world.moderator.slash(world.channel, "poll template", theme="rien", closing="7j")
    assert "Je ne connais pas ce modèle" in words(refused)


# Reminder


async def test_a_reminder_comes_once_a_day_before_the_end_the_same_for_all(world: World) -> None:
    card = await open_poll(world, closing="7j")
    await vote(world.members[0], card, 0)
    await world.advance(days=6, hours=-1)
    assert len(world.posts_with("polls:vote:1")) == 1
    await world.restart(hours=3)
    reminders = [post for post in world.posts() if "heures pour voter" in said(post)]
    assert len(reminders) == 1
    assert "<@" not in said(reminders[0])
    await world.restart()
    assert len([post for post in world.posts() if "heures pour voter" in said(post)]) == 1


@pytest.mark.parametrize("options", [{"closing": "2j"}, {"closing": "7j", "reminder": False}])
async def test_no_reminder_for_a_short_poll_or_when_switched_off(world: World, options: dict[str, Any]) -> None:
    await open_poll(world, **options)
    await world.advance(days=7)
    assert not [post for post in world.posts() if "heures pour voter" in said(post)]


# A second moderator


async def test_closing_early_takes_two_moderators(world: World) -> None:
    second = world.members[0]
    await world.make_sole_moderator()
    await world.promote(second)
    card = await open_poll(world)
    for voter in world.everyone[:5]:
        await vote(voter, card, 0)
    question = await world.moderator.slash(world.channel, "poll close", poll="1")
    asked = await world.moderator.click(answer(question), label="Terminer et publier")
    assert "l’accord d’un·e deuxième" in words(asked)
    assert not world.results()
    request = world.post_with("polls:second:1")
    assert "quelqu’un d’autre" in words(await world.moderator.click(request, label="Terminer et publier"))
    assert "réservé" in words(await world.members[3].click(request, label="Terminer et publier"))
    await world.restart()
    await second.click(request, label="Terminer et publier")
    assert "avant l’heure prévue" in said(world.result())


async def test_an_agreement_kept_in_reserve_lapses_after_a_day(world: World) -> None:
    """Or one moderator would choose the moment at which a vote ends."""
    await world.make_sole_moderator()
    await world.promote(world.members[0])
    card = await open_poll(world, closing="dans 9 jours")
    for voter in world.everyone[:6]:
        await vote(voter, card, 0)
    await world.moderator.click(
        answer(await world.moderator.slash(world.channel, "poll close", poll="1")), label="Terminer et publier"
    )
    request = world.post_with("polls:second:1")
    await world.advance(days=1, minutes=1)
    await world.members[0].click(request, label="Terminer et publier")
    assert not world.results()
    await world.moderator.click(
        answer(await world.moderator.slash(world.channel, "poll close", poll="1")), label="Terminer et publier"
    )
    await world.members[0].click(world.post_with("polls:second:2"), label="Terminer et publier")
    assert len(world.results()) == 1


async def test_what_was_agreed_to_is_what_was_read(world: World) -> None:
    """A question changed after the second moderator was asked needs another agreement."""
    second = world.members[0]
    await world.make_sole_moderator()
    await world.promote(second)
    await open_poll(world)
    preview = await prepare(world, question="Avez-vous utilisé une IA générative, ce mois-ci ?")
    form = await world.moderator.click(answer(preview), label="Corriger")
    await world.moderator.click(answer(preview), label="Publier")
    await fill_form(world.moderator, form, question="Avez-vous subi un propos sexiste cette saison ?")
    await second.click(world.post_with("polls:second:1"), label="Publier")
    assert not world.posts_with("polls:vote:2")


async def test_what_a_survey_asked_shortly_before_counts_as_asked(world: World) -> None:
    await world.make_sole_moderator()
    await launch(world)
    (asked,) = world.bot.registry.all(QuestionsAsked)

    async def first() -> str:
        return (await asked.list_since(START))[0].question

    preview = await prepare(world, question=await world.simulator.as_bot(first()), proposals=("Oui", "Non"))
    warned = await world.moderator.click(answer(preview), label="Publier")
    assert "enquête n° 1" in words(warned).replace("\u00a0", " ")
    await world.moderator.click(answer(warned), label="Publier quand même")
    assert "enquête n° 1" in said(world.post_with("polls:vote:1")).replace("\u00a0", " ")


async def test_a_request_can_be_set_aside(world: World) -> None:
    await world.make_sole_moderator()
    await world.promote(world.members[0])
    await open_poll(world)
    question = await world.moderator.slash(world.channel, "poll close", poll="1")
    await world.moderator.click(answer(question), label="Terminer et publier")
    request = world.post_with("polls:second:1")
    await world.members[0].click(request, label="Ne rien faire")
    assert "écartée" in "\n".join(said(post) for post in world.posts())
    await world.advance(days=1)
    assert not world.results()


async def test_asking_nearly_the_same_again_takes_two_moderators_and_is_announced(world: World) -> None:
    second = world.members[0]
    await world.make_sole_moderator()
    await world.promote(second)
    await open_poll(world)
    preview = await prepare(world, question="Avez-vous utilisé une IA générative, ce mois-ci ?")
    asked = await world.moderator.click(answer(preview), label="Publier")
    assert "moins de trente jours" in words(asked)
    await second.click(world.post_with("polls:second:1"), label="Publier")
    assert "Une question très proche" in said(world.post_with("polls:vote:2"))


async def test_a_moderator_alone_may_ask_again_and_the_card_says_so(world: World) -> None:
    await world.make_sole_moderator()
    await open_poll(world)
    warned = await world.moderator.click(answer(await prepare(world)), label="Publier")
    assert "peut révéler qui a changé d’avis" in words(warned)
    await world.moderator.click(answer(warned), label="Publier quand même")
    assert "Une question très proche" in said(world.post_with("polls:vote:2"))


async def test_published_results_can_be_found_by_others(world: World) -> None:
    card = await open_poll(world)
    for voter in world.everyone[:5]:
        await vote(voter, card, 0)
    await world.advance(days=3)
    (source,) = (source for source in world.bot.registry.all(ResultSource) if source.feature == "polls")
    (found,) = await source.published(START, world.simulator.now() + timedelta(seconds=1))
    assert (found.feature, found.number, found.message_id) == ("polls", 1, world.result().id)
