"""Surveys, acted by their members, in French."""

from __future__ import annotations

import json

import pytest

from tests.flows.acts import answer, words
from tests.flows.survey_acts import (
    FIRST,
    FOURTH,
    QUESTIONNAIRE,
    SECOND,
    THIRD,
    answer_here,
    bring_in,
    fill,
    go_through,
    launch,
    number_of,
)
from tests.world import World, said

NO = {"famille": "0", "usage": "1", "temps": "0"}


@pytest.fixture
async def alone(world: World) -> World:
    """One moderator, so that a launch needs nobody else."""
    await world.make_sole_moderator()
    await world.simulator.as_bot(world.bot.settings.change(moderators_channel_id=world.moderation.id))
    return world


async def test_a_survey_from_the_launch_to_its_results(alone: World) -> None:
    card = await launch(alone)
    assert "6 questions" in said(card)
    for member in alone.members[:6]:
        done = await answer_here(alone, member, (FIRST, SECOND, THIRD, FOURTH))
        assert "C’est enregistré" in words(done)
    for member in alone.members[6:9]:
        await answer_here(alone, member, (NO, {"ordre.0": ["1"], "ordre.1": ["0"]}, {"mots": ""}))
    await alone.advance(days=5)

    (result,) = [message for message in alone.posts() if "Résultats : Essai" in said(message).replace("\u00a0", " ")]
    assert "9 personnes sur 13" in said(result)
    assert "Utilisez-vous une IA ? **Oui** (67 %)" in said(result).replace("\u00a0", " ").replace("\u202f", " ")
    names = [attachment.filename for attachment in result.attachments]
    assert names == ["survey.png", "survey-1.csv", "survey-1.json", "survey-1.xlsx"]
    figures = json.loads(await result.attachments[2].read())
    assert (figures["turnout"], figures["electorate"]) == (9, 13)
    usage = {row["answer"]: row["people"] for row in figures["results"] if row["question"] == "Utilisez-vous une IA ?"}
    assert usage == {"Oui": 6, "Non": 3}
    assert not [row for row in figures["results"] if row["band"]]
    # Fewer than ten written answers: none is kept.
    assert not [message for message in alone.posts(alone.moderation) if "écrites" in said(message)]

    reader = alone.members[0]
    seen = await reader.select(result, ["usage"])
    assert "Oui — **6** (67" in said(seen.followups[0].message if seen.followups else answer(seen))


async def test_the_private_way_through_a_direct_message(alone: World) -> None:
    card, member = await launch(alone), alone.members[0]
    told = await member.click(card, label="Répondre en privé")
    assert "Je vous ai écrit en privé" in words(told)
    (message,) = member.user.dm_channel.history()
    assert "Une enquête anonyme vous attend" in said(message)
    sheet = await member.user.click(message, label="Commencer")
    last = await go_through(member.user, sheet)
    done = await member.user.click(answer(last), label="Confirmer mes réponses")
    assert "C’est enregistré" in words(done)
    assert list(member.user.dm_channel.history()) == []  # nothing is left that would date it
    assert "Vous avez déjà répondu" in words(await member.click(card, label="Répondre en privé"))


async def test_closed_direct_messages_lead_to_the_same_questions_right_here(alone: World) -> None:
    card, member = await launch(alone), alone.members[0]
    alone.simulator.env.inject_error(
        "POST", "/users/@me/channels", status=403, code=50007, message="closed", times=None
    )
    sheet = await member.click(card, label="Répondre en privé")
    shown = [*sheet.followups, *([sheet.response] if sheet.response else [])]
    assert any("Avant de répondre" in said(part.message) for part in shown)


async def test_pages_can_be_gone_back_to_and_come_back_filled(alone: World) -> None:
    await launch(alone)
    member = alone.members[0]
    listed = await member.slash(alone.channel, "survey list")
    sheet = await member.click(answer(listed), custom_id="surveys:here:1")
    shown = await fill(member, sheet, "Commencer", FIRST)
    assert "1 page remplie sur 4" in words(shown)
    form = await member.click(answer(shown), label="Revoir la page 1")
    assert "'3'" in str(form.modal) or "3" in str(form.modal)
    # A changed mind: the branch is no longer asked.
    shown = await member.submit_modal(form, NO)
    assert "1 page remplie sur 3" in words(shown)
    missing = await member.click(answer(shown), label="Page 2")
    shown = await member.submit_modal(missing, {"ordre.0": [], "ordre.1": []})
    shown = await fill(member, shown, "Page 3", {"mots": ""})
    assert "Confirmer mes réponses" in str(answer(shown).components)


async def test_a_restart_between_pages_says_kindly_to_begin_again(alone: World) -> None:
    await launch(alone)
    member = alone.members[0]
    sheet = await member.click(answer(await member.slash(alone.channel, "survey list")), custom_id="surveys:here:1")
    shown = await fill(member, sheet, "Commencer", FIRST)
    await alone.restart(crash=True)
    again = await member.click(answer(shown), label="Page 2")
    assert "il suffit de recommencer" in words(again)
    sheet = await member.click(answer(again), label="Commencer")
    assert "Avant de répondre" in words(sheet)


async def test_a_crash_loses_no_answer_and_counts_none_twice(alone: World) -> None:
    await launch(alone)
    for member in alone.members[:5]:
        await answer_here(alone, member, (FIRST, SECOND, THIRD, FOURTH))
    await alone.restart(crash=True)
    listed = await alone.members[0].slash(alone.channel, "survey list")
    assert "Vous avez déjà répondu" in words(await alone.members[0].click(answer(listed), custom_id="surveys:here:1"))
    await alone.advance(days=5)
    assert any("5 personnes sur 13" in said(message) for message in alone.posts())


async def test_closed_while_somebody_answers_nothing_is_recorded_and_it_is_said(alone: World) -> None:
    await launch(alone)
    member = alone.members[0]
    sheet = await member.click(answer(await member.slash(alone.channel, "survey list")), custom_id="surveys:here:1")
    last = await go_through(member, sheet)
    await alone.advance(days=5)
    assert "est terminée" in words(await member.click(answer(last), label="Confirmer mes réponses"))
    assert any("Moins de 5 personnes" in said(message) for message in alone.posts())


async def test_two_devices_go_on_with_the_same_answer_and_record_it_once(alone: World) -> None:
    await launch(alone)
    member = alone.members[0]
    sheet = await member.click(answer(await member.slash(alone.channel, "survey list")), custom_id="surveys:here:1")
    first = await go_through(member, sheet)
    other = await member.click(answer(await member.slash(alone.channel, "survey list")), custom_id="surveys:here:1")
    assert "Tout est prêt" in words(other)
    assert "C’est enregistré" in words(await member.click(answer(other), label="Confirmer mes réponses"))
    assert "Vous avez déjà répondu" in words(await member.click(answer(first), label="Confirmer mes réponses"))


async def test_a_page_that_a_changed_mind_has_hidden_overwrites_nothing(alone: World) -> None:
    await launch(alone)
    member = alone.members[0]
    sheet = await member.click(answer(await member.slash(alone.channel, "survey list")), custom_id="surveys:here:1")
    shown = await fill(member, sheet, "Commencer", FIRST)
    form = await member.click(answer(shown), label="Page 2")
    back = await member.click(answer(shown), label="Revoir la page 1")
    await member.submit_modal(back, NO)
    late = await member.submit_modal(form, {"taches": ["0"]})
    assert "1 page remplie sur 3" in words(late)


async def test_a_ranking_of_five_can_be_opened(alone: World) -> None:
    five = ", ".join(
        f'{{ id = "r{place}", fr = "Une proposition assez longue pour dépasser, n° {place}" }}' for place in range(5)
    )
    toml = QUESTIONNAIRE.replace(
        'options = [{ id = "x", fr = "Une charte" }, { id = "y", fr = "Des ateliers" }]', f"options = [{five}]"
    )
    shown = await bring_in(alone, toml)
    tried = await alone.moderator.click(answer(shown), label="L’essayer comme un membre")
    tried = await fill(alone.moderator, tried, "Page 1", FIRST)
    tried = await fill(alone.moderator, tried, "Page 2", SECOND)
    tried = await fill(alone.moderator, tried, "Page 3", {f"ordre.{place}": [str(place)] for place in range(5)})
    assert "3 pages remplies sur 4" in words(tried)


async def test_launching_asks_another_moderator(world: World) -> None:
    await world.promote(world.members[5])
    await world.simulator.as_bot(world.bot.settings.change(moderators_channel_id=world.moderation.id))
    await bring_in(world)
    asked = await world.moderator.slash(
        world.channel, "survey launch", questionnaire=str(await number_of(world)), closing="dans 5 jours"
    )
    assert "C’est demandé" in words(asked)
    request = world.post_with("surveys:confirm-launch:1", world.moderation)
    assert "une autre personne" in words(await world.moderator.click(request, label="D’accord, lancer"))
    await world.restart()
    await world.members[5].click(request, label="D’accord, lancer")
    assert world.posts_with("surveys:dm:1")


async def test_subscribers_are_invited_once_and_reminded_alike_through_a_crash(alone: World) -> None:
    for member in alone.members[:4]:
        told = await member.slash(alone.channel, "survey subscribe")
        assert "je vous écrirai" in words(told)
    await launch(alone)
    await alone.restart(crash=True)
    await alone.advance(minutes=5)
    await answer_here(alone, alone.members[0], (FIRST, SECOND, THIRD, FOURTH))
    await alone.advance(days=4, hours=1)
    texts: list[str] = []
    for member in alone.members[:4]:
        messages = [said(message) for message in member.user.dm_channel.history()]
        assert sum("vous attend" in text for text in messages) == 1
        texts += [text for text in messages if "Si vous avez déjà répondu" in text]
    assert len(texts) == 4
    assert len(set(texts)) == 1
    assert alone.members[5].user.dm_channel is None or not alone.members[5].user.dm_channel.history()
    await alone.advance(days=1)
    rows = await alone.simulator.as_bot(alone.bot.database.all("SELECT key FROM outbox WHERE kind LIKE 'surveys:%'"))
    assert not [row["key"] for row in rows if "invite" in row["key"] or "remind" in row["key"]]


async def test_written_answers_are_read_struck_out_and_published_sorted(alone: World) -> None:
    await launch(alone)
    for place, member in enumerate(alone.everyone[:11]):
        last = {"mots": f"Réponse {10 - place:02}"}
        await answer_here(alone, member, (FIRST, SECOND, THIRD, last))
    await alone.advance(days=5)
    (card,) = [message for message in alone.posts(alone.moderation) if "réponses écrites attendent" in said(message)]
    reading = await alone.moderator.click(card, label="Lire les réponses")
    assert "Réponse 00" in words(reading)
    struck = await alone.moderator.click(answer(reading), custom_id="surveys:strike:1:0")
    assert "~~Réponse 00~~" in words(struck)
    form = await alone.moderator.click(answer(struck), custom_id="surveys:paraphrase:2:0")
    await alone.moderator.submit_modal(form, {"words": "Une réponse reformulée"})
    await alone.moderator.click(card, label="Publier")
    (result,) = [message for message in alone.posts() if "11 personnes sur 13" in said(message)]
    shown = words(await alone.members[0].click(result, label="Réponses écrites"))
    assert "Réponse 00" not in shown
    assert "Une réponse reformulée" in shown or "Réponse 02" in shown
    for path in alone.data_dir.rglob("*"):
        if path.is_file():
            assert "Réponse 00".encode() not in path.read_bytes(), path


async def test_cancelling_destroys_the_answers_unread(alone: World) -> None:
    await launch(alone)
    await answer_here(alone, alone.members[0], (FIRST, SECOND, THIRD, FOURTH))
    sure = await alone.moderator.slash(alone.channel, "survey cancel", survey="1")
    await alone.moderator.click(answer(sure), label="Oui, annuler")
    assert not list((alone.data_dir / "ballots").glob("*.box"))
    assert any("a été annulée" in said(message) for message in alone.posts())


async def test_a_rehearsal_records_nothing(alone: World) -> None:
    shown = await bring_in(alone)
    assert "Essai" in words(shown)
    tried = await alone.moderator.click(answer(shown), label="L’essayer comme un membre")
    tried = await fill(alone.moderator, tried, "Page 1", FIRST)
    for number, values in ((2, SECOND), (3, THIRD), (4, FOURTH)):
        tried = await fill(alone.moderator, tried, f"Page {number}", values)
    assert "C’était un essai" in words(await alone.moderator.click(answer(tried), label="Confirmer mes réponses"))


async def test_a_questionnaire_with_mistakes_says_where_they_are(alone: World) -> None:
    wrong = QUESTIONNAIRE.replace('kind = "agreement"', 'kind = "humeur"').replace('id = "mots"', 'id = "usage"')
    told = words(await bring_in(alone, wrong))
    assert "humeur" in told
    assert "usage" in told
    assert "Ligne" in told
    for rubbish in ("", "[", "\x00\x01", "a = 1"):
        assert words(await bring_in(alone, rubbish))


async def test_the_barometer_comes_back_and_shows_what_changed(alone: World) -> None:
    for wave in range(2):
        await launch(alone)
        for place, member in enumerate(alone.members[:8]):
            first = {"famille": "1", "usage": "0" if place < 3 + 3 * wave else "1", "temps": "3"}
            pages = (first, SECOND, THIRD, FOURTH) if first["usage"] == "0" else (first, THIRD, FOURTH)
            await answer_here(alone, member, pages)
        await alone.advance(days=6)
    shown = await alone.members[0].slash(alone.channel, "survey trend", survey="2")
    shown = shown.followups[0].message if shown.followups else answer(shown)
    assert "points" in said(shown)
    chosen = await alone.members[0].select(shown, ["usage"])
    chosen_message = chosen.followups[0].message if chosen.followups else answer(chosen)
    assert "Oui" in said(chosen_message)
    assert "38 points" in said(chosen_message)


async def test_no_log_and_no_table_knows_who_answered(alone: World, caplog: pytest.LogCaptureFixture) -> None:
    await launch(alone)
    member = alone.members[3]
    before = {path: path.read_bytes() for path in alone.data_dir.rglob("*") if path.is_file() and path.suffix != ".box"}
    await answer_here(alone, member, (FIRST, SECOND, THIRD, FOURTH))
    after = {path: path.read_bytes() for path in alone.data_dir.rglob("*") if path.is_file() and path.suffix != ".box"}
    assert before == after
    ours = [record.getMessage() for record in caplog.records if record.name.startswith(("bot", "cogs"))]
    assert not [line for line in ours if str(member.id) in line]


async def test_ending_early_asks_another_moderator_and_is_announced(alone: World) -> None:
    await launch(alone)
    for member in alone.members[:6]:
        await answer_here(alone, member, (FIRST, SECOND, THIRD, FOURTH))
    await alone.promote(alone.members[8])
    sure = await alone.moderator.slash(alone.channel, "survey close", survey="1")
    asked = await alone.moderator.click(answer(sure), label="Oui, terminer")
    assert "C’est demandé" in words(asked)
    request = alone.post_with("surveys:confirm-close:1", alone.moderation)
    assert "une autre personne" in words(await alone.moderator.click(request, label="Oui, terminer"))
    await alone.members[8].click(request, label="Oui, terminer")
    (result,) = [message for message in alone.posts() if "6 personnes sur" in said(message)]
    assert "avant l’heure" in said(result)


async def test_the_same_questionnaire_again_within_a_month_is_announced(alone: World) -> None:
    await launch(alone)
    await alone.advance(days=6)
    card = await launch(alone)
    assert "il y a moins de trente jours" in said(card)
