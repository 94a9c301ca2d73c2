"""Polls, acted by their members, in French."""

from __future__ import annotations

import csv
import io
import json

from tests.flows.acts import answer, fill_form, open_poll, prepare, vote, words
from tests.world import World, custom_ids, parts, said

QUESTIONS = (
    "Où passe le temps gagné ?",
    "Qui décide chez vous ?",
    "Une charte, pour quoi faire ?",
    "L’affiche peut-elle être générée ?",
    "Traduire, mais comment ?",
    "Que devient l’apprentissage du métier ?",
    "Faut-il le dire au public ?",
)


async def test_a_single_choice_from_the_command_to_the_result(world: World) -> None:
    card = await open_poll(world, context="Soyons francs.")
    assert "Avez-vous utilisé une IA générative" in said(card)
    assert "les 13 membres" in said(card)
    for voter, place in zip(world.everyone, [0, 0, 1, 0, 2, 1], strict=False):
        assert "C’est enregistré" in words(await vote(voter, card, place))
    assert not world.results()

    await world.advance(days=3)

    result = world.result()
    assert result.reference is not None
    assert result.reference.message_id == card.id
    assert "6 personnes sur 13 ont répondu" in said(result)
    assert "Oui — **3 voix (50\u00a0%)**" in said(result).replace("\u202f", "\u00a0")
    assert [attachment.filename for attachment in result.attachments] == ["poll.png", "poll-1.csv", "poll-1.json"]
    (gallery,) = [part for part in parts(result) if hasattr(part, "items")]
    assert "Oui\u00a0: 3 voix\u202f; Non\u00a0: 2 voix" in gallery.items[0].description
    over = world.post_with("privacy:anonymity:")
    assert "Ce sondage est terminé" in said(over)
    assert "polls:vote:1" not in custom_ids(over)


async def test_the_attached_figures_say_what_the_table_says(world: World) -> None:
    card = await open_poll(world)
    for voter, place in zip(world.everyone, [0, 0, 1, 0, 2], strict=False):
        await vote(voter, card, place)
    await world.advance(days=3)
    _, table, structure = world.result().attachments
    rows = list(csv.reader(io.StringIO((await table.read()).decode("utf-8-sig"))))
    assert rows[1:4] == [["Oui", "3"], ["Non", "1"], ["Je ne sais pas", "1"]]
    figures = json.loads(await structure.read())
    assert (figures["turnout"], figures["electorate"]) == (5, 13)
    assert [row["counts"] for row in figures["results"]] == [[3], [1], [1]]


async def test_several_choices_with_a_maximum_and_a_restart_between_the_votes(world: World) -> None:
    card = await open_poll(world, kind="several", maximum=2, proposals=["Textes", "Images", "Budgets", "Traductions"])
    assert "jusqu’à 2 réponses" in said(card)
    for voter in world.everyone[:4]:
        await vote(voter, card, 0, 2)
    await world.restart(hours=1)
    for voter in world.everyone[4:7]:
        await vote(voter, card, 3)
    await world.advance(days=3)
    result = said(world.result())
    assert "7 personnes sur" in result
    assert "Textes — **4 voix" in result
    assert "Traductions — **3 voix" in result
    assert "leur total peut dépasser" in result


async def test_a_crash_in_the_middle_of_voting_loses_no_vote(world: World) -> None:
    card = await open_poll(world)
    for voter in world.everyone[:5]:
        await vote(voter, card, 0)
    await world.restart(crash=True)
    assert "Vous avez déjà répondu" in words(await world.everyone[0].click(card, label="Voter"))
    await vote(world.everyone[5], card, 1)
    await world.advance(days=3)
    assert "6 personnes sur" in said(world.result())


async def test_closes_when_the_bot_was_down_at_the_time(world: World) -> None:
    card = await open_poll(world, closing="2h")
    for voter in world.everyone[:5]:
        await vote(voter, card, 1)
    await world.restart(hours=30)
    assert "5 personnes sur" in said(world.result())


async def test_too_few_answers_publish_nothing(world: World) -> None:
    card = await open_poll(world)
    for voter in world.everyone[:4]:
        await vote(voter, card, 0)
    await world.advance(days=3)
    result = world.result()
    assert "Moins de 5 personnes ont répondu" in said(result)
    assert not result.attachments
    assert "4" not in said(result).split(">.")[1]


async def test_the_ballot_can_be_corrected_before_it_is_confirmed(world: World) -> None:
    card, voter = await open_poll(world), world.members[0]
    summary = await voter.select(answer(await voter.click(card, label="Voter")), ["0"])
    assert "**Oui**" in words(summary)
    ballot = await voter.click(answer(summary), label="Corriger")
    (select,) = [part for part in parts(answer(ballot)) if getattr(part, "options", None)]
    assert [option.default for option in select.options] == [True, False, False]
    summary = await voter.select(answer(ballot), ["1"])
    assert "**Non**" in words(summary)
    assert "C’est enregistré" in words(await voter.click(answer(summary), label="Confirmer mon vote"))


async def test_the_message_left_after_voting_holds_no_answer(world: World) -> None:
    card = await open_poll(world)
    done = answer(await vote(world.members[0], card, 1))
    assert "Non" not in said(done)
    assert not custom_ids(done)


async def test_nobody_votes_twice(world: World) -> None:
    card, voter = await open_poll(world), world.members[0]
    ballot = await voter.click(card, label="Voter")
    other_device = await voter.click(card, label="Voter")
    first = await voter.select(answer(ballot), ["0"])
    await voter.click(answer(first), label="Confirmer mon vote")
    assert "Vous avez déjà répondu" in words(await voter.select(answer(other_device), ["1"]))
    assert "Vous avez déjà répondu" in words(await voter.click(card, label="Voter"))


async def test_who_joined_after_the_opening_is_told_kindly(world: World) -> None:
    card = await open_poll(world)
    late = world.join("Retardataire")
    assert "étaient déjà là à son ouverture" in words(await late.click(card, label="Voter"))


async def test_only_the_role_consulted_votes(world: World) -> None:
    for member in world.members[:10]:
        await world.grant(member)
    card = await open_poll(world, electorate=world.role)
    assert "les 10 personnes qui ont le rôle" in said(card)
    assert "C’est enregistré" in words(await vote(world.members[0], card, 0))
    assert "le rôle consulté" in words(await world.members[10].click(card, label="Voter"))


async def test_a_role_of_nine_is_too_small_for_anonymity(world: World) -> None:
    for member in world.members[:9]:
        await world.grant(member)
    refused = await world.moderator.slash(world.channel, "poll create", closing="7j", electorate=world.role)
    assert "il en faut au moins 10" in words(refused)
    assert not world.posts_with("polls:vote:1")


async def test_a_restart_between_the_choice_and_the_confirmation_records_nothing(world: World) -> None:
    card, voter = await open_poll(world), world.members[0]
    summary = await voter.select(answer(await voter.click(card, label="Voter")), ["0"])
    await world.restart()
    again = await voter.click(answer(summary), label="Confirmer mon vote")
    assert "Rien n’a été enregistré" in words(again)
    assert "C’est enregistré" in words(await vote(voter, answer(again), 1))


async def test_a_restart_before_publishing_publishes_nothing_and_keeps_the_draft(world: World) -> None:
    preview = await prepare(world)
    await world.restart(crash=True)
    assert not world.posts_with("polls:vote:1")
    await world.moderator.click(answer(preview), label="Publier")
    assert len(world.posts_with("polls:vote:1")) == 1


async def test_a_form_sent_after_a_restart_is_read_all_the_same(world: World) -> None:
    shown = await world.moderator.slash(world.channel, "poll create", closing="dans 3 jours")
    await world.restart()
    preview = await fill_form(world.moderator, shown)
    assert "Rien n’est encore publié" in words(preview)


async def test_publishing_twice_opens_one_poll(world: World) -> None:
    preview = await prepare(world)
    async with world.simulator.at_once():
        first = await world.moderator.click(answer(preview), label="Publier")
        second = await world.moderator.click(answer(preview), label="Publier")
    assert first.acknowledged
    assert second.acknowledged
    assert len([message for message in world.posts() if "polls:vote:" in str(custom_ids(message))]) == 1
    assert len(list((world.data_dir / "ballots").glob("*.box"))) == 1


async def test_closing_early_asks_first_and_is_announced(world: World) -> None:
    await world.make_sole_moderator()
    card = await open_poll(world)
    for voter in world.everyone[:5]:
        await vote(voter, card, 0)
    late = await world.members[9].click(card, label="Voter")
    question = await world.moderator.slash(world.channel, "poll close", poll="1")
    assert "Terminer maintenant" in words(question)
    assert not world.results()
    await world.moderator.click(answer(question), label="Terminer et publier")
    assert "avant l’heure prévue" in said(world.result())
    assert "5 personnes sur" in said(world.result())
    assert "déjà terminé" in words(await world.members[9].select(answer(late), ["0"]))


async def test_cancelling_destroys_the_box_and_says_so_on_the_card(world: World) -> None:
    card = await open_poll(world)
    await vote(world.members[0], card, 0)
    ballot = await world.members[1].click(card, label="Voter")
    question = await world.moderator.slash(world.channel, "poll cancel", poll="1")
    await world.moderator.click(answer(question), label="Annuler et détruire")
    assert not list((world.data_dir / "ballots").glob("*.box"))
    assert "a été annulé" in said(world.post_with("privacy:anonymity:"))
    assert "annulé" in words(await world.members[1].select(answer(ballot), ["0"]))


async def test_members_can_neither_close_nor_cancel_nor_open(world: World) -> None:
    await open_poll(world)
    for command in ("poll close", "poll cancel"):
        assert "réservé à l’équipe de modération" in words(
            await world.members[0].slash(world.channel, command, poll="1")
        )
    refusal = await world.members[0].slash(world.channel, "poll create", closing="7j")
    assert "l’équipe de modération ouvre les sondages" in words(refusal)


async def test_results_are_shown_again_and_never_before_the_end(world: World) -> None:
    card = await open_poll(world)
    for voter in world.everyone[:6]:
        await vote(voter, card, 0)
    early = await world.members[0].slash(world.channel, "poll results", poll="1")
    assert "aucun chiffre n’est montré à personne avant la fin" in words(early)
    await world.advance(days=3)
    shown = await world.members[0].slash(world.channel, "poll results", poll="1")
    assert "6 personnes sur" in words(shown)


async def test_the_list_pages_filters_and_leads_to_the_ballot(world: World) -> None:
    for number in range(7):
        await open_poll(world, question=QUESTIONS[number], closing="2h" if number == 0 else "7j")
    await world.advance(hours=3)
    listing = await world.members[0].slash(world.channel, "poll list")
    assert words(listing).count("se termine") == 5
    page = await world.members[0].click(answer(listing), label="Suivants")
    assert QUESTIONS[1] in words(page)
    past = await world.members[0].select(answer(page), ["past"])
    assert QUESTIONS[0] in words(past)
    found = await world.members[0].autocomplete(world.channel, "poll results", "poll", "LE TEMPS")
    assert [choice["value"] for choice in found] == ["1"]


async def test_everything_a_member_does_starts_from_the_home_card(world: World) -> None:
    await open_poll(world)
    member = world.members[0]
    home = await member.slash(world.channel, "home")
    ballot = await member.click(answer(home), label="Voter")
    summary = await member.select(answer(ballot), ["0"])
    assert "C’est enregistré" in words(await member.click(answer(summary), label="Confirmer mon vote"))
    for label in ("Résultats des sondages", "Anonymat", "Aide"):
        assert (await member.click(answer(home), label=label)).acknowledged
    await world.moderator.click(answer(await world.moderator.slash(world.channel, "home")), label="Proposer un sondage")
