"""Rubbish, refusals and accidents: each ends in a clear sentence and loses nothing."""

from __future__ import annotations

from typing import Any

import discord
import pytest

from tests.flows.acts import PROPOSALS, answer, fill_form, open_poll, prepare, vote, words
from tests.world import World, parts, said

MARKS = "a" + "\u0301" * 4_000


async def test_a_word_typed_instead_of_chosen_is_not_told_to_be_gone(world: World) -> None:
    for command, option in (("library show", "entry"), ("link edit", "link")):
        answered = words(await world.moderator.slash(world.channel, command, **{option: "clause"}))
        assert "choisissez-le dans la liste" in answered


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ({"question": ""}, "Il manque la question"),
        ({"question": "\u200b \u0301"}, "Il manque la question"),
        ({"question": "x" * 201}, "La question fait 201 caractères"),
        ({"context": "x" * 801}, "Le contexte fait 801 caractères"),
        ({"proposals": []}, "Il manque les réponses possibles"),
        ({"proposals": ["Seule"]}, "ce n’est pas un choix"),
        ({"proposals": [f"Réponse {number}" for number in range(21)]}, "Cela fait 21 réponses possibles"),
        ({"proposals": ["Oui", "Non", "oui"]}, "figure deux fois"),
        ({"proposals": ["Oui", "x" * 81]}, "Une ligne fait 81 caractères"),
        ({"proposals": ["Oui", "\u0301\u0302"]}, "rien de lisible"),
    ],
)
async def test_a_form_to_correct_says_what_and_comes_back_filled(
    world: World, typed: dict[str, Any], sentence: str
) -> None:
    refused = await prepare(world, **typed)
    assert sentence in words(refused)
    form = await world.moderator.click(answer(refused), label="Corriger")
    assert form.modal is not None
    if "question" in typed or "context" in typed:
        assert PROPOSALS[2] in str(form.modal)
    preview = await fill_form(world.moderator, form)
    assert "Rien n’est encore publié" in words(preview)


@pytest.mark.parametrize(
    ("closing", "sentence"),
    [
        ("", "Je n’ai pas compris"),
        ("hier", "déjà passé"),
        ("le 1er janvier 2020", "déjà passé"),
        ("mañana por la tarde", "Je n’ai pas compris"),
        ("dans 6 mois", "jusqu’à 90 jours"),
        ("💥", "Je n’ai pas compris"),
        ("x" * 4_000, "Je n’ai pas compris"),
    ],
)
async def test_a_closing_not_understood_is_refused_with_examples(world: World, closing: str, sentence: str) -> None:
    assert sentence in words(await world.moderator.slash(world.channel, "poll create", closing=closing))


async def test_what_was_understood_of_a_closing_is_echoed(world: World) -> None:
    choices = await world.moderator.autocomplete(world.channel, "poll create", "closing", "vendredi 18h")
    assert choices[0]["name"] == "vendredi 27 novembre 2026 à 18:00, dans 3 jours"
    preview = await prepare(world, closing=choices[0]["value"])
    assert "<t:1795798800:F>" in words(preview)


async def test_a_maximum_makes_no_sense_for_a_single_choice(world: World) -> None:
    refused = await world.moderator.slash(world.channel, "poll create", closing="7j", maximum=2)
    assert "Le maximum ne sert qu’aux sondages à plusieurs choix" in words(refused)


async def test_a_maximum_larger_than_the_ballot_is_refused(world: World) -> None:
    assert "Le maximum est de 9 réponses" in words(await prepare(world, kind="several", maximum=9))


async def test_strangers_text_pings_nobody_and_hides_no_link(world: World) -> None:
    card = await open_poll(
        world,
        question="@everyone <@&1> [cliquez](https://example.org) **gras**",
        context="||caché|| `code` # titre\n> citation <#12>",
        proposals=["[lien](http://a.b)", "مرحبا", "😀", "*"],
    )
    text = said(card)
    assert "@everyone" not in text
    assert "<@&1>" not in text
    assert "\\[cliquez\\](https://example.org)" in text
    assert "\n\\> citation" in text
    assert "\\*\\*gras\\*\\*" in text
    assert "مرحبا" in text
    assert not card.mentions
    assert not card.mention_everyone
    assert "C’est enregistré" in words(await vote(world.members[0], card, 3))


async def test_towers_of_marks_and_turned_text_are_cut_down(world: World) -> None:
    card = await open_poll(world, question=f"Zalgo {MARKS} \u202eà l’envers", proposals=[MARKS, "Non"])
    assert len(said(card)) < 1000
    assert "\u202e" not in said(card)


async def test_the_fullest_poll_fits_every_message(world: World) -> None:
    full = [f"{number:02}" + "*" * 78 for number in range(20)]
    card = await open_poll(world, kind="several", question="*" * 200, context="_" * 800, proposals=full)
    for voter in world.everyone[:6]:
        assert "C’est enregistré" in words(await vote(voter, card, *range(20)))
    await world.advance(days=3)
    result = world.result()
    (gallery,) = [part for part in parts(result) if hasattr(part, "items")]
    assert len(gallery.items[0].description or "") <= 1024


@pytest.mark.parametrize("typed", ["", "abc", "99", "1.5", "-1", "9" * 40, "١"])
async def test_a_poll_that_is_not_there(world: World, typed: str) -> None:
    for command in ("poll results",):
        assert "Je ne trouve pas ce sondage" in words(
            await world.members[0].slash(world.channel, command, poll=typed or "?")
        )


async def test_a_channel_the_bot_cannot_write_in_is_said_with_what_is_missing(world: World) -> None:
    await world.deny(send_messages=False, attach_files=False)
    refused = await world.moderator.slash(world.channel, "poll create", closing="7j")
    assert "Il me manque\u00a0: envoyer des messages, joindre des fichiers" in words(refused)


async def test_permissions_lost_before_publishing_publish_nothing(world: World) -> None:
    preview = await prepare(world)
    await world.deny(send_messages=False)
    assert "Je ne peux pas publier" in words(await world.moderator.click(answer(preview), label="Publier"))
    assert not list((world.data_dir / "ballots").glob("*.box"))


async def test_a_role_deleted_before_publishing_is_said(world: World) -> None:
    for member in world.members[:10]:
        await world.grant(member)
    preview = await prepare(world, electorate=world.role)
    await world.delete_role()
    assert "Ce rôle n’existe plus" in words(await world.moderator.click(answer(preview), label="Publier"))


async def test_a_card_deleted_by_somebody_changes_nothing_to_the_result(world: World) -> None:
    card = await open_poll(world)
    for voter in world.everyone[:5]:
        await vote(voter, card, 0)
    await world.moderator.delete(card)
    await world.advance(days=3)
    assert "5 personnes sur" in said(world.result())


async def test_a_channel_deleted_before_the_end_is_told_to_the_moderators(world: World) -> None:
    await world.bot.settings.change(moderators_channel_id=world.moderation.id)
    card = await open_poll(world)
    for voter in world.everyone[:5]:
        await vote(voter, card, 0)
    await world.delete_channel()
    await world.advance(days=3)
    told = "\n".join(said(message) for message in world.posts(world.moderation))
    assert "les résultats d’un sondage" in told
    shown = await world.moderator.slash(world.moderation, "poll results", poll="1")
    assert "5 personnes sur" in words(shown)
    hidden = await world.members[0].slash(world.moderation, "poll results", poll="1")
    assert "Je ne trouve pas ce sondage" in words(hidden)


@pytest.mark.errors_expected
async def test_a_box_that_vanished_suspends_the_poll_and_tells_the_moderators(world: World) -> None:
    await world.bot.settings.change(moderators_channel_id=world.moderation.id)
    card = await open_poll(world)
    (box,) = (world.data_dir / "ballots").glob("*.box")
    kept = box.read_bytes()
    box.write_bytes(b"\0" * len(kept))
    await world.restart(crash=True)
    assert "est suspendu" in words(await world.members[0].click(card, label="Voter"))
    assert "**suspendu**" in said(world.posts(world.moderation)[-1])
    assert "Ce sondage est suspendu" in said(world.post_with("polls:vote:1"))
    assert box.read_bytes() == b"\0" * len(kept)

    box.write_bytes(kept)
    await world.restart()
    assert "C’est enregistré" in words(await vote(world.members[0], card, 0))


@pytest.mark.errors_expected
async def test_a_full_disk_at_publishing_keeps_the_draft(world: World) -> None:
    preview = await prepare(world)
    ballots = world.data_dir / "ballots"
    ballots.rename(world.data_dir / "elsewhere")
    refused = await world.moderator.click(answer(preview), label="Publier")
    assert "votre texte est conservé" in words(refused)
    (world.data_dir / "elsewhere").rename(ballots)
    await world.moderator.click(answer(preview), label="Publier")
    assert world.post_with("polls:vote:1")


@pytest.mark.errors_expected
async def test_a_full_disk_while_typing_hands_the_text_back(world: World) -> None:
    shown = await world.moderator.slash(world.channel, "poll create", closing="7j")
    async with world.bot.database.transaction() as transaction:
        found = await transaction.one("PRAGMA page_count")
        assert found is not None
        await transaction.execute(f"PRAGMA max_page_count = {found[0]}")
    long = "Une question qui prend de la place ? " * 5
    refused = answer(await fill_form(world.moderator, shown, question=long, context="y" * 3_900))
    assert "Le disque du serveur est plein" in said(refused)
    (file,) = refused.attachments
    assert "Une question qui prend de la place" in (await file.read()).decode()


async def test_a_button_nobody_knows_any_more_is_answered(world: World) -> None:
    view = discord.ui.View(timeout=None)
    view.add_item(discord.ui.Button(label="Vieux", custom_id="old:thing:1"))
    view.stop()
    channel = world.bot.get_channel(world.channel.id)
    assert isinstance(channel, discord.TextChannel)
    message = await world.simulator.as_bot(channel.send("…", view=view))
    assert "n’est plus actif" in words(await world.members[0].click(message, label="Vieux"))


async def test_a_form_nobody_knows_any_more_hands_its_text_back(world: World) -> None:
    world.bot._forms.clear()  # pyright: ignore[reportPrivateUsage] - as a later version that dropped the form
    shown = await world.moderator.slash(world.channel, "poll create", closing="7j")
    refused = await fill_form(world.moderator, shown, question="Ma longue question ?")
    assert "Ma longue question ?" in words(refused)


async def test_a_draft_discarded_on_another_device_is_not_published(world: World) -> None:
    await world.bot.settings.change(poll_openers="everyone")
    preview = await prepare(world)
    async with world.simulator.at_once():
        await world.moderator.click(answer(preview), label="Abandonner")
        late = await world.moderator.click(answer(preview), label="Publier")
    assert "n’existe plus" in words(late)


async def test_bots_are_not_in_the_electorate(world: World) -> None:
    before = words(await prepare(world))
    world.guild.add_member(world.simulator.env.create_user("Robot", bot=True))
    after = words(await prepare(world))
    assert "les 13 membres" in before
    assert "les 13 membres" in after
