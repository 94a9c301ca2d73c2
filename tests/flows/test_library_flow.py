"""The library and its review desk, acted by members and moderators, in French."""

from __future__ import annotations

import discord
import pytest

from tests.flows.acts import answer, open_poll, vote, words
from tests.flows.library_acts import (
    TEXT,
    TITLE,
    complete,
    publish,
    set_up,
    starting,
    submit,
    waiting_cards,
    write,
)
from tests.world import World, custom_ids, said


@pytest.fixture
async def library(world: World) -> World:
    await set_up(world)
    return world


async def test_a_text_is_written_reviewed_announced_and_found_without_its_accents(library: World) -> None:
    author, moderator, reader = library.members[0], library.moderator, library.members[1]
    sheet = await write(library, author)
    assert "Brouillon" in words(sheet)
    assert "lignes rouges" in words(sheet)
    sent = await author.click(await complete(author, answer(sheet)), label="Envoyer à la relecture")
    assert "C’est envoyé" in words(sent)

    (card,) = waiting_cards(library)
    assert "Charte d’usage" in said(card)
    assert "par Membre 1" in said(card)
    await moderator.click(card, label="Publier")
    (card,) = [message for message in library.posts(library.moderation) if message.id == card.id]
    assert "Publié par" in said(card)

    announcement = library.post_with("library:show:1")
    assert "Nouveau dans la bibliothèque" in said(announcement)
    for typed in ("charte ia", "mediatrice", "regisseuse", 'tag:"lignes rouges"', "type:charte"):
        found = await reader.slash(library.channel, "library search", words=typed)
        assert "Un résultat" in words(found), typed
    opened = await reader.click(answer(found), label="Lire")
    assert TEXT[:30] in words(opened)
    assert "écrit avec l’aide d’une IA" in words(opened)


async def test_changes_are_asked_answered_and_published_across_restarts(library: World) -> None:
    author, moderator = library.members[0], library.moderator
    await submit(library, author)
    await library.restart(hours=2)
    (card,) = waiting_cards(library)
    form = await moderator.click(card, label="Demander des modifications")
    await moderator.submit_modal(form, {"words": "Dites aussi qui décide."})
    await library.restart(crash=True)

    # Told at the next occasion, since no direct message was chosen.
    result = await author.slash(library.channel, "library mine")
    assert "vous demande des modifications" in words(result)
    assert "Dites aussi qui décide." in words(result)
    told = [said(followup.message) for followup in result.followups]
    assert any("vous demande des modifications" in text for text in told)
    again = await author.slash(library.channel, "help")
    assert not again.followups

    sheet = answer(await author.click(answer(result), label="Modifier et renvoyer"))
    assert "Nouvelle version" in said(sheet)
    form = await author.click(sheet, label="Modifier le texte")
    sheet = answer(
        await author.submit_modal(
            form, {"title": TITLE, "summary": "", "text": f"{TEXT} La direction tranche.", "tags": "lignes rouges"}
        )
    )
    await author.click(sheet, label="Envoyer à la relecture")
    (card,) = waiting_cards(library)
    assert "Version 2" in said(card)
    await moderator.click(card, label="Publier")
    shown = await author.slash(library.channel, "library show", entry="1")
    assert "La direction tranche" in words(shown)


async def test_a_word_comes_by_direct_message_to_whoever_chose_so(library: World) -> None:
    author = library.members[0]
    sheet = answer(await write(library, author))
    sheet = answer(await author.click(await complete(author, sheet), label="Me prévenir en message privé"))
    await author.click(sheet, label="Envoyer à la relecture")
    await library.moderator.click(waiting_cards(library)[0], label="Publier")
    assert any("est en ligne" in said(message) for message in author.user.dm_channel.history())
    again = await author.slash(library.channel, "help")
    assert not again.followups


async def test_two_moderators_at_once_one_decides_and_the_other_is_told_who(library: World) -> None:
    other = library.members[5]
    await library.promote(other)
    await submit(library, library.members[0])
    (card,) = waiting_cards(library)
    form = await other.click(card, label="Refuser")
    await library.moderator.click(card, label="Publier")
    late = await other.submit_modal(form, {"words": "Trop long."})
    assert f"<@{library.moderator.id}>" in words(late)
    assert "Trop long." in words(late)
    assert not waiting_cards(library)
    listed = await library.moderator.slash(library.channel, "review")
    assert "Rien n’attend" in words(listed)
    decided = await library.moderator.select(answer(listed), ["decided"])
    assert "Publié par" in words(decided)


async def test_nobody_approves_their_own_text_while_another_moderator_exists(library: World) -> None:
    await library.promote(library.members[5])
    await submit(library, library.moderator)
    (card,) = waiting_cards(library)
    assert "votre propre texte" in words(await library.moderator.click(card, label="Publier"))
    await library.members[5].click(card, label="Publier")
    assert not waiting_cards(library)


async def test_alone_a_moderator_may(library: World) -> None:
    await library.make_sole_moderator()
    await submit(library, library.moderator)
    await library.moderator.click(waiting_cards(library)[0], label="Publier")
    assert not waiting_cards(library)


async def test_a_text_without_a_name_forgets_its_author_at_publication(library: World) -> None:
    author = library.members[0]
    await submit(library, author, named=False)
    (card,) = waiting_cards(library)
    assert "Membre 1" not in said(card)
    assert str(author.id) not in said(card)
    form = await library.moderator.click(card, label="Demander des modifications")
    await library.moderator.submit_modal(form, {"words": "Un exemple ?"})
    mine = await author.slash(library.channel, "library mine")
    assert "Un exemple ?" in words(mine)
    sheet = answer(await author.click(answer(mine), label="Modifier et renvoyer"))
    await author.click(sheet, label="Envoyer à la relecture")
    await library.moderator.click(waiting_cards(library)[0], label="Publier")

    assert "Rien pour l’instant" in words(await author.slash(library.channel, "library mine"))
    # The person's id is in no byte that is kept.
    for path in library.data_dir.rglob("*"):
        if path.is_file():
            content = path.read_bytes()
            assert str(author.id).encode() not in content, path
            assert author.id.to_bytes(8, "big") not in content, path


async def test_a_question_is_carried_to_the_author_and_the_answer_back(library: World) -> None:
    author, reader = library.members[0], library.members[1]
    number = await publish(library, author)
    shown = await reader.slash(library.channel, "library show", entry=str(number))
    form = await reader.click(answer(shown), label="Poser une question")
    sent = await reader.submit_modal(form, {"question": "Avez-vous associé l’équipe technique ?"})
    assert "C’est transmis" in words(sent)

    occasion = await author.slash(library.channel, "library mine")
    texts = [followup.message for followup in occasion.followups]
    (asked,) = [message for message in texts if "a une question" in said(message)]
    assert "Membre 2" not in said(asked)
    form = await author.click(asked, label="Répondre")
    await author.submit_modal(form, {"answer": "Oui, dès le début."})

    occasion = await reader.slash(library.channel, "help")
    assert "Oui, dès le début." in said(occasion.followups[0].message)


async def test_the_moderators_answer_for_a_text_without_a_name(library: World) -> None:
    reader = library.members[1]
    number = await publish(library, library.members[0], named=False)
    shown = await reader.slash(library.channel, "library show", entry=str(number))
    form = await reader.click(answer(shown), label="Poser une question")
    await reader.submit_modal(form, {"question": "Qui peut relire ?"})
    (card,) = waiting_cards(library)
    assert "Qui peut relire" in said(card)
    form = await library.moderator.click(card, label="Répondre")
    await library.moderator.submit_modal(form, {"words": "Toute l’équipe."})
    occasion = await reader.slash(library.channel, "help")
    assert "Toute l’équipe." in said(occasion.followups[0].message)


async def test_a_report_brings_it_to_the_desk_and_takes_it_down(library: World) -> None:
    number = await publish(library, library.members[0])
    announcement = library.post_with(f"library:show:{number}")
    form = await library.members[3].click(announcement, label="Signaler")
    await library.members[3].submit_modal(form, {"reason": "Des données personnelles y sont."})
    (card,) = waiting_cards(library)
    assert "Des données personnelles" in said(card)
    assert "Membre 4" not in said(card)
    form = await library.moderator.click(card, label="Retirer")
    await library.moderator.submit_modal(form, {"words": "En effet."})
    assert "n’est plus dans la bibliothèque" in words(
        await library.members[1].slash(library.channel, "library show", entry=str(number))
    )
    assert "Rien ne correspond" in words(
        await library.members[1].slash(library.channel, "library search", words="charte")
    )
    down = [message for message in library.posts() if message.id == announcement.id]
    assert "n’est plus en ligne" in said(down[0])


async def test_adapting_credits_the_source_and_versions_can_be_compared(library: World) -> None:
    author, other = library.members[0], library.members[1]
    number = await publish(library, author)
    shown = await other.slash(library.channel, "library show", entry=str(number))
    sheet = answer(await other.click(answer(shown), label="Adapter"))
    sheet = await complete(other, sheet)
    await other.click(sheet, label="Envoyer à la relecture")
    await library.moderator.click(waiting_cards(library)[0], label="Publier")
    adapted = await other.slash(library.channel, "library show", entry="2")
    assert "Adapté de « Charte d’usage" in words(adapted).replace("\u00a0", " ")

    mine = await author.slash(library.channel, "library show", entry="1")
    sheet = answer(await author.click(answer(mine), label="Nouvelle version"))
    form = await author.click(sheet, label="Modifier le texte")
    sheet = answer(
        await author.submit_modal(form, {"title": TITLE, "summary": "", "text": "Tout autre chose.", "tags": "juniors"})
    )
    await author.click(sheet, label="Envoyer à la relecture")
    assert TEXT[:20] in words(await other.slash(library.channel, "library show", entry="1"))
    await library.moderator.click(waiting_cards(library)[0], label="Publier")
    history = await other.slash(library.channel, "library history", entry="1")
    assert "Version 2" in words(history)
    versions = await other.select(answer(history), [select_value(answer(history))])
    assert "+Tout autre chose." in words(versions)
    assert "Mots-clés" in words(versions)


def select_value(message: discord.Message) -> str:
    from tests.world import parts  # noqa: PLC0415 - only here

    (select,) = [part for part in parts(message) if getattr(part, "options", None)]
    return str(select.options[0].value)


async def test_a_year_later_the_author_is_asked_and_silence_is_a_mark(library: World) -> None:
    author, reader = library.members[0], library.members[1]
    await publish(library, author)
    await library.advance(days=366)
    occasion = await author.slash(library.channel, "help")
    (asked,) = [followup.message for followup in occasion.followups if "L’est-il toujours" in said(followup.message)]
    await library.advance(days=31)
    assert "À vérifier" in words(await reader.slash(library.channel, "library show", entry="1"))
    assert "C’est noté pour un an" in words(await author.click(asked, label="Toujours valable"))
    assert "À vérifier" not in words(await reader.slash(library.channel, "library show", entry="1"))


async def test_the_moderators_are_asked_about_an_old_text_without_a_name(library: World) -> None:
    await publish(library, library.members[0], named=False)
    await library.advance(days=366)
    (card,) = waiting_cards(library)
    await library.moderator.click(card, label="Archiver")
    assert "n’est plus dans la bibliothèque" in words(
        await library.members[1].slash(library.channel, "library show", entry="1")
    )


async def test_files_are_kept_searched_and_downloaded(library: World) -> None:
    author, reader = library.members[0], library.members[1]
    sheet = await write(
        library, author, text="", files=[("notes.txt", "La scénographe a parlé d’un hippogriffe.".encode())]
    )
    assert "notes.txt" in words(sheet)
    await author.click(await complete(author, answer(sheet)), label="Envoyer à la relecture")
    await library.moderator.click(waiting_cards(library)[0], label="Publier")
    found = await reader.slash(library.channel, "library search", words="hippogriffes")
    assert "Un résultat" in words(found)
    shown = await reader.slash(library.channel, "library show", entry="1")
    files = await reader.click(answer(shown), label="Fichiers")
    sent = [*([files.response.message] if files.response else []), *(followup.message for followup in files.followups)]
    contents = [await attachment.read() for message in sent for attachment in message.attachments]
    assert any(b"hippogriffe" in content for content in contents)


async def test_what_is_wrong_is_said_on_the_sheet_and_nothing_is_lost(library: World) -> None:
    author = library.members[0]
    sheet = await write(library, author, tags=", ".join(f"mot {number}" for number in range(20)))
    assert "C’est beaucoup de mots-clés" in words(sheet)
    assert TEXT[:30] in words(sheet)
    early = await author.click(answer(sheet), label="Envoyer à la relecture")
    assert "Dites comment l’IA a servi" in words(early)
    form = await author.click(answer(early), label="Structure, lien, année")
    wrong = await author.submit_modal(
        form, {"organisation": "La Lune", "source": "javascript:alert(1)", "year": "3000"}
    )
    assert "Je n’ai pas compris ce lien" in words(wrong)
    refused = await write(library, author, files=[("affiche.pdf", b"MZ" + bytes(2000))])
    assert TEXT[:30] in words(refused)
    assert not waiting_cards(library)
    mine = await author.slash(library.channel, "library mine")
    assert words(mine).count("Brouillon") == 2


async def test_a_draft_waits_a_week_through_a_restart_and_can_be_thrown_away(library: World) -> None:
    author = library.members[0]
    await write(library, author)
    await library.restart(days=3)
    mine = await author.slash(library.channel, "library mine")
    sheet = answer(await author.click(answer(mine), custom_id=starting(answer(mine), "library:resume:")))
    assert TEXT[:30] in said(sheet)
    sure = await author.click(sheet, label="Jeter")
    await author.click(answer(sure), label="Oui, continuer")
    await write(library, author)
    await library.advance(days=8)
    assert "Rien pour l’instant" in words(await author.slash(library.channel, "library mine"))


async def test_closed_direct_messages_leave_the_word_for_the_next_occasion(library: World) -> None:
    author = library.members[0]
    sheet = answer(await write(library, author))
    sheet = answer(await author.click(await complete(author, sheet), label="Me prévenir en message privé"))
    await author.click(sheet, label="Envoyer à la relecture")
    env = library.simulator.env
    env.inject_error("POST", "/users/@me/channels", status=403, code=50007, message="closed", times=None)
    await library.moderator.click(waiting_cards(library)[0], label="Publier")
    occasion = await author.slash(library.channel, "help")
    assert "est en ligne" in said(occasion.followups[0].message)


async def test_a_lost_role_decides_nothing(library: World) -> None:
    other = library.members[5]
    await library.promote(other)
    await submit(library, library.members[0])
    (card,) = waiting_cards(library)
    form = await other.click(card, label="Refuser")
    await library.remove_roles(other)
    refused = await other.submit_modal(form, {"words": "Non."})
    assert "réservé à l’équipe de modération" in words(refused)
    assert "Non." in words(refused)
    assert waiting_cards(library)


async def test_moderators_set_tags_and_look_after_the_thesaurus(library: World) -> None:
    await submit(library, library.members[0], tags="ligne rouge, licorne")
    (card,) = waiting_cards(library)
    form = await library.moderator.click(card, label="Modifier les mots-clés")
    saved = await library.moderator.submit_modal(form, {"tags": "lignes rouges, licorne, juniors"})
    assert "licorne" in words(saved)
    await library.moderator.click(card, label="Publier")
    reader = library.members[1]
    assert "Un résultat" in words(await reader.slash(library.channel, "library search", words="tag:licorne"))
    panel = await library.moderator.slash(library.channel, "library tags", tag="licorne")
    assert "Un texte en ligne le porte" in words(panel)
    form = await library.moderator.click(answer(panel), label="Ajouter un synonyme")
    await library.moderator.submit_modal(form, {"name": "cheval cornu"})
    assert "Un résultat" in words(await reader.slash(library.channel, "library search", words='tag:"cheval cornu"'))
    panel = await library.moderator.slash(library.channel, "library tags", tag="licorne")
    form = await library.moderator.click(answer(panel), label="Fusionner")
    merged = await library.moderator.submit_modal(form, {"name": "écologie"})
    assert "C’est fusionné" in words(merged)
    assert "Un résultat" in words(await reader.slash(library.channel, "library search", words="tag:ecologie"))


async def test_a_search_narrows_pages_and_counts_what_is_missing(library: World) -> None:
    reader = library.members[1]
    for number in range(7):
        kind = "charter" if number % 2 else "experience"
        await publish(
            library, library.members[0], kind=kind, title=f"Texte {number}", text=f"La sobriété, n° {number}."
        )
    found = await reader.slash(library.channel, "library search", words="sobriete")
    assert "7 résultats" in words(found)
    second = await reader.click(answer(found), label="Suivants")
    assert said(answer(second)).count("**Texte") == 2
    narrowed = await reader.select(answer(found), ["charter"], custom_id=starting(answer(found), "search:refine-kind:"))
    assert "3 résultats" in words(narrowed)
    for _ in range(3):
        assert "Rien ne correspond" in words(
            await reader.slash(library.channel, "library search", words="xylophoniste")
        )
    missed = await library.moderator.slash(library.channel, "library missed")
    assert "xylophoniste" in words(missed)
    assert "3 fois" in words(missed)


@pytest.mark.parametrize(
    "typed",
    [
        "",
        " ",
        '"',
        "AND OR NOT",
        "a* (b",
        "tag:",
        'tag:"',
        "-",
        "C++",
        "'; DROP TABLE",
        "é" * 300,
        "NEAR(",
        "^x",
        "col:y",
    ],
)
async def test_whatever_is_typed_is_answered(library: World, typed: str) -> None:
    await publish(library, library.members[0])
    result = await library.members[1].slash(library.channel, "library search", words=typed)
    assert "résultat" in words(result) or "correspond" in words(result)


async def test_a_long_search_goes_on_until_a_restart_and_then_says_so(library: World) -> None:
    reader = library.members[1]
    for number in range(7):
        await publish(library, library.members[0], title=f"Sobriété {number}", text="La sobriété numérique.")
    long = "sobriété " + " ".join(f'-"mot interdit {number}"' for number in range(8))
    found = await reader.slash(library.channel, "library search", words=long)
    assert "7 résultats" in words(found)
    assert "7 résultats" in words(await reader.click(answer(found), label="Suivants"))
    await library.restart()
    assert "J’ai redémarré entre-temps" in words(await reader.click(answer(found), label="Précédents"))


async def test_an_entry_archived_while_it_is_open_says_so(library: World) -> None:
    author, reader = library.members[0], library.members[1]
    await publish(library, author)
    opened = answer(await reader.slash(library.channel, "library show", entry="1"))
    mine = answer(await author.slash(library.channel, "library show", entry="1"))
    sure = answer(await author.click(mine, label="Archiver"))
    await author.click(sure, label="Oui, continuer")
    assert "n’est plus dans la bibliothèque" in words(await reader.click(opened, label="Adapter"))
    assert "library:renew:1" not in custom_ids(opened)


# What a hostile reading found.


async def test_taking_back_gives_a_draft_and_never_touches_what_was_decided(library: World) -> None:
    author = library.members[0]
    await submit(library, author)
    mine = answer(await author.slash(library.channel, "library mine"))
    back = await author.click(mine, label="Retirer de la relecture")
    assert "de nouveau un brouillon" in words(back)
    assert TEXT[:30] in words(back)
    assert not waiting_cards(library)
    await author.click(answer(back), label="Envoyer à la relecture")

    mine = answer(await author.slash(library.channel, "library mine"))
    await library.moderator.click(waiting_cards(library)[0], label="Publier")
    late = await author.click(mine, label="Retirer de la relecture")
    assert "vient d’être relu" in words(late)
    assert TEXT[:20] in words(await author.slash(library.channel, "library show", entry="2"))


async def test_what_was_declined_can_be_taken_up_again(library: World) -> None:
    author = library.members[0]
    await submit(library, author)
    form = await library.moderator.click(waiting_cards(library)[0], label="Refuser")
    await library.moderator.submit_modal(form, {"words": "Hors sujet."})
    mine = await author.slash(library.channel, "library mine")
    assert "Hors sujet." in words(mine)
    sheet = await author.click(answer(mine), label="Modifier et renvoyer")
    assert TEXT[:30] in words(sheet)


async def test_a_name_that_was_on_an_earlier_version_goes_too(library: World) -> None:
    author = library.members[0]
    await submit(library, author)
    form = await library.moderator.click(waiting_cards(library)[0], label="Demander des modifications")
    await library.moderator.submit_modal(form, {"words": "Plus court ?"})
    mine = answer(await author.slash(library.channel, "library mine"))
    sheet = answer(await author.click(mine, label="Modifier et renvoyer"))
    sheet = answer(await author.click(sheet, label="Publier sans mon nom"))
    await author.click(sheet, label="Envoyer à la relecture")
    await library.moderator.click(waiting_cards(library)[0], label="Publier")
    for path in library.data_dir.rglob("*"):
        if path.is_file():
            assert b"Membre 1" not in path.read_bytes(), path


async def test_the_longest_text_with_everything_opens_and_can_be_reported(library: World) -> None:
    author = library.members[0]
    sheet = answer(
        await write(
            library,
            author,
            title="T" * 120,
            summary="*" * 300,
            text="_x_ " * 990,
            tags=", ".join(f"un mot-clé assez long, le numéro {number}".replace(",", "") for number in range(8)),
            files=[(f"{'f' * 80}{number}.txt", f"texte {number}".encode()) for number in range(3)],
        )
    )
    form = await author.click(sheet, label="Structure, lien, année")
    link = "https://example.org/" + "a_" * 220
    sheet = answer(await author.submit_modal(form, {"organisation": "[" * 120, "source": link, "year": "2026"}))
    form = await author.click(sheet, label="Modifier le texte")
    assert form.modal is not None
    await author.click(await complete(author, sheet), label="Envoyer à la relecture")
    await library.moderator.click(waiting_cards(library)[0], label="Publier")
    reader = library.members[1]
    opened = answer(await reader.slash(library.channel, "library show", entry="1"))
    assert "TTT" in said(opened)
    assert "_x_" in words(await reader.click(opened, label="Suivants"))
    form = await reader.click(opened, label="Signaler")
    await reader.submit_modal(form, {"reason": "_" * 900})
    assert waiting_cards(library)


async def test_archiving_ends_what_waits_and_the_text_can_come_back(library: World) -> None:
    author = library.members[0]
    await publish(library, author)
    mine = answer(await author.slash(library.channel, "library show", entry="1"))
    sheet = answer(await author.click(mine, label="Nouvelle version"))
    await author.click(sheet, label="Envoyer à la relecture")
    assert waiting_cards(library)
    mine = answer(await author.slash(library.channel, "library show", entry="1"))
    await author.click(answer(await author.click(mine, label="Archiver")), label="Oui, continuer")
    assert not waiting_cards(library)
    mine = answer(await author.slash(library.channel, "library mine"))
    sheet = answer(await author.click(mine, label="Remettre en ligne"))
    await author.click(sheet, label="Envoyer à la relecture")
    await library.moderator.click(waiting_cards(library)[0], label="Publier")
    assert TEXT[:20] in words(await author.slash(library.channel, "library show", entry="1"))


async def test_a_removed_text_is_in_no_byte_that_is_kept(library: World) -> None:
    await publish(library, library.members[0], files=[("adresses.txt", b"Le numero secret est le 4242-zz.")])
    announcement = library.post_with("library:show:1")
    late = await library.members[4].click(announcement, label="Signaler")
    form = await library.members[3].click(announcement, label="Signaler")
    await library.members[3].submit_modal(form, {"reason": "Un secret."})
    form = await library.moderator.click(waiting_cards(library)[0], label="Retirer")
    await library.moderator.submit_modal(form, {"words": "En effet."})
    for path in library.data_dir.rglob("*"):
        if path.is_file():
            content = path.read_bytes()
            assert b"4242-zz" not in content, path
            assert TEXT[:20].encode() not in content, path
    gone = await library.members[4].submit_modal(late, {"reason": "Moi aussi."})
    assert "n’existe plus" in words(gone)
    assert "Moi aussi." in words(gone)


async def test_nobody_judges_a_report_on_their_own_text_while_another_moderator_exists(library: World) -> None:
    await library.promote(library.members[5])
    await submit(library, library.moderator)
    await library.members[5].click(waiting_cards(library)[0], label="Publier")
    form = await library.members[3].click(library.post_with("library:show:1"), label="Signaler")
    await library.members[3].submit_modal(form, {"reason": "Faux."})
    (card,) = waiting_cards(library)
    assert "votre propre texte" in words(await library.moderator.click(card, label="Laisser en ligne"))
    await library.members[5].click(card, label="Laisser en ligne")
    assert not waiting_cards(library)


async def test_refused_tags_are_handed_back_and_the_files_are_in(library: World) -> None:
    tags = ", ".join(f"mot {number}" for number in range(9))
    sheet = await write(library, library.members[0], tags=tags, files=[("notes.txt", b"Une note.")])
    assert "mot 8" in words(sheet)
    assert "notes.txt" in words(sheet)


async def test_a_form_that_is_never_sent_leaves_no_draft(library: World) -> None:
    author = library.members[0]
    for _ in range(3):
        await author.slash(library.channel, "library add", kind="charter")
    assert "Rien pour l’instant" in words(await author.slash(library.channel, "library mine"))


async def test_a_reserved_text_is_not_adapted(library: World) -> None:
    author, reader = library.members[0], library.members[1]
    sheet = await complete(author, answer(await write(library, author)))
    licence = starting(sheet, "library:choose:", ":licence")
    sheet = answer(await author.select(sheet, ["all-rights-reserved"], custom_id=licence))
    await author.click(sheet, label="Envoyer à la relecture")
    await library.moderator.click(waiting_cards(library)[0], label="Publier")
    shown = answer(await reader.slash(library.channel, "library show", entry="1"))
    assert "library:adapt:1" not in custom_ids(shown)


async def test_search_finds_texts_and_results_together_but_none_of_a_hidden_channel(library: World) -> None:
    await publish(library, library.members[0])
    card = await open_poll(library, question="Une charte pour qui ?")
    for voter in library.everyone[:5]:
        await vote(voter, card, 0)
    await library.advance(days=3)
    found = await library.members[1].slash(library.channel, "search", words="charte")
    assert "2 résultats" in words(found)
    narrowed = await library.members[1].slash(library.channel, "search", words="charte type:sondage")
    assert "Sondage (résultat)" in words(narrowed)
    opened = await library.members[1].click(answer(narrowed), label="Lire")
    assert any("5 personnes sur" in said(part.message) for part in opened.followups) or "5 personnes" in words(opened)
    hidden = await open_poll(library, question="Un secret sur la charte ?")
    for voter in library.everyone[:5]:
        await vote(voter, hidden, 0)
    await library.hide_channel()
    await library.advance(days=3)
    found = await library.moderator.slash(library.moderation, "search", words="secret")
    assert "Un secret" not in words(found)
