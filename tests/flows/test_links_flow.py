"""Links, acted by members and moderators, in French; their pages are served on loopback."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import discord
import pytest

from bot.registry import PersonalData
from tests.flows.acts import answer, words
from tests.flows.library_acts import waiting_cards
from tests.flows.links_acts import ARTICLE, GUIDE, Web, connected_world, page, publish, running_web, share
from tests.web.hostile import answer as answer_of
from tests.world import World, parts, said


@pytest.fixture
async def web() -> AsyncIterator[Web]:
    async with running_web() as web:
        yield web


@pytest.fixture
async def town(data_dir: Path, web: Web) -> AsyncIterator[World]:
    async with connected_world(data_dir, web) as world:
        yield world


def option_of(message: discord.Message, label: str) -> str:
    options = [option for part in parts(message) for option in getattr(part, "options", [])]
    (found,) = [option.value for option in options if option.label == label]
    return str(found)


def labels(message: discord.Message) -> list[str]:
    return [part.label for part in parts(message) if getattr(part, "label", None)]


def urls(message: discord.Message) -> list[str]:
    return [part.url for part in parts(message) if getattr(part, "url", None)]


async def test_a_link_is_previewed_published_and_found_by_the_page_s_words(town: World) -> None:
    sharer, reader = town.members[0], town.members[1]
    preview = await share(town, sharer, note="À lire avant la réunion.")
    assert "L’IA entre en coulisses" in words(preview)
    assert "Jeanne Vautrin" in words(preview)
    assert "2 octobre 2026" in words(preview)
    assert "Reste sur Discord." in words(preview)
    done = await sharer.click(answer(preview), label="Publier")
    assert "C’est partagé" in words(done)
    (card,) = town.posts_with("links:useful:1")
    assert "À lire avant la réunion." in said(card)
    assert "Enquête auprès de trente régies" in said(card)
    for command, typed in (("search", "coulisse type:lien année:2026"), ("link search", "regie coulisses")):
        found = await reader.slash(town.channel, command, words=typed)
        assert "L’IA entre en coulisses" in words(found), command
        assert "Lien" in words(found)
    opened = await reader.click(answer(found), label="Lire")
    assert "À lire avant la réunion." in words(opened)


async def test_a_page_shared_again_becomes_one_more_voice_under_its_card(town: World) -> None:
    first, second = town.members[0], town.members[1]
    await publish(town, first, note="À lire.")
    preview = await share(town, second, "https://www.courrier.example/ia-et-plateaux/?utm_source=lettre")
    assert "Déjà partagé" in words(preview)
    assert f"<@{first.id}>" in words(preview)
    form = await second.click(answer(preview), label="Modifier")
    preview = await second.submit_modal(form, {"note": "Notre équipe l’a lu aussi.", "tags": "billetterie"})
    done = await second.click(answer(preview), label="Ajouter ma voix")
    assert "vous le partagez aussi" in words(done)
    assert len(town.posts_with("links:useful:1")) == 1
    again = town.posts()[-1]
    assert "partage aussi" in said(again)
    assert "Notre équipe l’a lu aussi." in said(again)
    card = town.post_with("links:useful:1")
    assert again.reference is not None
    assert again.reference.message_id == card.id
    assert f"<@{second.id}>" in said(card)
    found = await first.slash(town.channel, "link list")
    assert "Un lien" in words(found)


async def test_a_short_address_is_known_again_once_it_was_followed(town: World, web: Web) -> None:
    web.move("http://court.example/x1", ARTICLE)
    await publish(town, town.members[0], "http://court.example/x1")
    again = await share(town, town.members[1], ARTICLE)
    assert "Déjà partagé" in words(again)
    asked = web.asked("court.example")
    once_more = await share(town, town.members[2], "http://court.example/x1")
    assert "Déjà partagé" in words(once_more)
    assert web.asked("court.example") == asked


async def test_of_two_members_at_once_one_shares_and_the_other_adds_a_voice(town: World) -> None:
    one, other = town.members[0], town.members[1]
    previews = [answer(await share(town, member)) for member in (one, other)]
    async with town.simulator.at_once():
        for member, preview in zip((one, other), previews, strict=True):
            await member.click(preview, label="Publier")
    assert len(town.posts_with("links:useful:1")) == 1
    card = said(town.post_with("links:useful:1"))
    assert f"<@{one.id}>" in card
    assert f"<@{other.id}>" in card
    assert not town.posts_with("links:useful:2")


async def test_a_preview_outlives_a_restart_and_a_crash(town: World) -> None:
    sharer = town.members[0]
    preview = answer(await share(town, sharer, note="Gardée."))
    await town.restart(hours=2)
    form = await sharer.click(preview, label="Modifier")
    preview = answer(
        await sharer.submit_modal(
            form, {"title": "Un autre titre", "description": "Court.", "note": "Gardée.", "tags": "billetterie"}
        )
    )
    await town.restart(crash=True)
    form = await sharer.click(preview, label="Modifier")
    done = await sharer.click(preview, label="Publier")
    assert "C’est partagé" in words(done)
    card = said(town.post_with("links:useful:1"))
    assert "Un autre titre" in card
    assert "Gardée." in card
    # A form opened before the publication comes too late.
    late = await sharer.submit_modal(form, {"title": "", "description": "", "note": "", "tags": ""})
    assert "n’existe plus" in words(late)


async def test_a_page_that_does_not_answer_is_kept_and_completed_later(town: World, web: Web) -> None:
    address = "http://tardif.example/etude"
    preview = await share(town, town.members[0], address)
    assert "n’a pas pu être lue" in words(preview)
    assert "cette page n’existe pas" in words(preview)
    await town.members[0].click(answer(preview), label="Publier")
    assert "tardif.example" in said(town.post_with("links:useful:1"))
    web.put(address, page("Étude sur les métiers", "Cent entretiens."))
    await town.advance(hours=1)
    card = said(town.post_with("links:useful:1"))
    assert "Étude sur les métiers" in card
    found = await town.members[1].slash(town.channel, "link search", words="etude metier")
    assert "Étude sur les métiers" in words(found)


async def test_the_message_menu_keeps_a_link_and_offers_a_choice_of_several(town: World) -> None:
    author, keeper = town.members[0], town.members[1]
    message = await author.send(town.channel, f"Vu hier ({ARTICLE}), passionnant !")
    preview = await keeper.context_menu(town.channel, "keep-link", message)
    assert "L’IA entre en coulisses" in words(preview)
    await keeper.click(answer(preview), label="Publier")
    card = town.post_with("links:useful:1")
    assert card.reference is not None
    assert card.reference.message_id == message.id

    several = await author.send(town.channel, f"Et aussi {GUIDE}. Déjà vu : <{ARTICLE}>")
    choice = await keeper.context_menu(town.channel, "keep-link", several)
    assert "2 liens dans ce message" in words(choice)
    preview = await keeper.select(answer(choice), [option_of(answer(choice), "guides.example")])
    assert "Guide de la sobriété" in words(preview)

    empty = await author.send(town.channel, "Rien à voir.")
    refused = await keeper.context_menu(town.channel, "keep-link", empty)
    assert "pas de lien à garder" in words(refused)


async def test_useful_counts_once_a_member_and_read_later_is_private(town: World) -> None:
    await publish(town, town.members[0])
    card = town.post_with("links:useful:1")
    for member in town.members[1:3]:
        await member.click(card, custom_id="links:useful:1")
    assert "Utile (2)" in labels(town.post_with("links:useful:1"))
    await town.members[1].click(card, custom_id="links:useful:1")
    assert "Utile (1)" in labels(town.post_with("links:useful:1"))

    saved = await town.members[3].click(card, label="Lire plus tard")
    assert "vous seul·e voyez" in words(saved)
    mine = await town.members[3].slash(town.channel, "link later")
    assert "L’IA entre en coulisses" in words(mine)
    assert "Rien à lire plus tard" in words(await town.members[4].slash(town.channel, "link later"))
    read = await town.members[3].click(answer(mine), label="Lu")
    assert "Rien à lire plus tard" in words(read)


async def test_a_link_is_edited_and_removed_by_whoever_shared_it_or_a_moderator(town: World) -> None:
    sharer, other = town.members[0], town.members[1]
    await publish(town, sharer)
    assert "Seules les personnes" in words(await other.slash(town.channel, "link edit", link="1"))
    form = await sharer.slash(town.channel, "link edit", link="1")
    edited = await sharer.submit_modal(
        form, {"title": "Titre corrigé", "description": "", "note": "Pour mémoire", "tags": "billetterie"}
    )
    assert "Titre corrigé" in words(edited)
    assert "Titre corrigé" in said(town.post_with("links:useful:1"))
    switched = await sharer.click(answer(edited), label="Autoriser hors de Discord")
    assert "sans votre nom" in words(switched)

    sure = await sharer.slash(town.channel, "link remove", link="1")
    gone = await sharer.click(answer(sure), label="Oui, continuer")
    assert "C’est retiré" in words(gone)
    assert any("n’est plus là" in said(message) for message in town.posts())
    assert "Rien ne correspond" in words(await other.slash(town.channel, "search", words="titre corrige"))
    # The page may be shared anew.
    assert await publish(town, other) == 2
    sure = await town.moderator.slash(town.channel, "link remove", link="2")
    assert "C’est retiré" in words(await town.moderator.click(answer(sure), label="Oui, continuer"))


async def test_of_a_link_that_others_share_one_takes_back_one_s_own_share_only(town: World) -> None:
    first, second = town.members[0], town.members[1]
    await publish(town, first, note="Ma note.")
    preview = await share(town, second)
    await second.click(answer(preview), label="Ajouter ma voix")
    sure = await first.slash(town.channel, "link remove", link="1")
    assert "D’autres personnes" in words(sure)
    await first.click(answer(sure), label="Oui, continuer")
    shown = await second.slash(town.channel, "link show", link="1")
    assert "Ma note." not in words(shown)
    assert f"<@{second.id}>" in words(shown)


async def test_a_reported_page_that_became_something_else_is_taken_down(town: World) -> None:
    await town.simulator.as_bot(town.bot.settings.change(moderators_channel_id=town.moderation.id))
    await publish(town, town.members[0])
    shown = await town.members[2].slash(town.channel, "link show", link="1")
    form = await town.members[2].click(answer(shown), label="Signaler")
    await town.members[2].submit_modal(form, {"reason": "C’est devenu une page de publicité."})
    (card,) = waiting_cards(town)
    form = await town.moderator.click(card, label="Retirer")
    await town.moderator.submit_modal(form, {"words": "En effet."})
    assert "n’est plus là" in words(await town.members[1].slash(town.channel, "link show", link="1"))


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ("pas une adresse", "pas d’adresse de page"),
        ("javascript:alert(1)", "commence par javascript:"),
        ("file:///etc/passwd", "commence par file:"),
        ("http://127.0.0.1/", "par son numéro"),
        ("http://0x7f.1/", "par son numéro"),
        ("http://localhost/", "réseau privé"),
        ("http://moi:secret@courrier.example/", "nom ou un mot de passe"),
        ("http://courrier.example:8080/", "le port 8080"),
        ("https://courrier.example/" + "x" * 5_900, "trop longue"),
    ],
)
async def test_what_is_no_address_to_keep_is_refused_with_a_sentence(town: World, typed: str, sentence: str) -> None:
    refused = await share(town, town.members[0], typed)
    assert sentence in words(refused).replace("\u00a0", " ")


async def test_look_alike_letters_are_shown_in_punycode(town: World, web: Web) -> None:
    preview = await share(town, town.members[0], "http://c\u043eurrier.example/ia")  # a Cyrillic o
    assert "xn--" in words(preview)


async def test_what_a_page_says_pings_nobody_and_hides_no_link(town: World, web: Web) -> None:
    web.put("http://ruse.example/p", page("@everyone [cliquez](http://mal.example) **gros**", "&lt;@123&gt; # Titre"))
    preview = await share(town, town.members[0], "http://ruse.example/p")
    text = words(preview)
    assert "@everyone" not in text
    assert "](http" not in text.replace("\\]", "")
    assert "<@123>" not in text


async def test_thirty_links_in_a_message_are_offered_as_one_menu(town: World) -> None:
    text = " ".join(f"http://courrier.example/{number}" for number in range(30))
    message = await town.members[0].send(town.channel, text)
    choice = await town.members[1].context_menu(town.channel, "keep-link", message)
    assert "25 liens" in words(choice)
    assert "5 autres liens" in words(choice)


async def test_a_link_of_a_message_deleted_meanwhile_is_kept_all_the_same(town: World) -> None:
    message = await town.members[0].send(town.channel, ARTICLE)
    preview = await town.members[1].context_menu(town.channel, "keep-link", message)
    await town.members[0].delete(message)
    await town.members[1].click(answer(preview), label="Publier")
    assert "L’IA entre en coulisses" in said(town.post_with("links:useful:1"))


async def test_where_a_member_may_not_write_nothing_is_published(town: World) -> None:
    preview = await share(town, town.members[0])
    await town.silence_members()
    refused = await town.members[0].click(answer(preview), label="Publier")
    assert "ne pouvez pas écrire" in words(refused)
    assert not town.posts_with("links:useful:1")


async def test_a_dead_link_is_told_in_private_and_repaired_with_a_new_address(town: World, web: Web) -> None:
    sharer, reader = town.members[0], town.members[1]
    await publish(town, sharer)
    web.put(ARTICLE, answer_of(b"", status="404 Not Found"))
    await town.advance(days=12)
    shown = await sharer.slash(town.channel, "link show", link="1")
    assert not shown.followups
    assert "tenu pour mort qu’après deux semaines" in words(shown)
    await town.advance(days=12)
    occasion = await sharer.slash(town.channel, "help")
    (told,) = [followup.message for followup in occasion.followups]
    assert "Savez-vous où elle est passée" in said(told)
    assert any("web.archive.org/web/*/http://courrier.example" in url for url in urls(told))
    assert "Lien mort" in words(await reader.slash(town.channel, "link list"))

    web.put("http://courrier.example/archives/ia", page("L’IA entre en coulisses (archives)"))
    form = await sharer.click(told, label="Nouvelle adresse")
    repaired = await sharer.submit_modal(form, {"url": "http://courrier.example/archives/ia"})
    assert "Lien mort" not in words(repaired)
    assert "http://courrier.example/archives/ia" in urls(answer(repaired))
    assert "http://courrier.example/archives/ia" in urls(town.post_with("links:useful:1"))
    # Both addresses are the same link from now on.
    assert "Déjà partagé" in words(await share(town, reader, ARTICLE))
    assert "Déjà partagé" in words(await share(town, reader, "http://courrier.example/archives/ia"))


async def test_gone_for_good_is_dead_at_once_and_the_moderators_read_it_once_a_week(town: World, web: Web) -> None:
    await town.simulator.as_bot(town.bot.settings.change(moderators_channel_id=town.moderation.id))
    await publish(town, town.members[0])
    await publish(town, town.members[1], GUIDE)
    web.put(ARTICLE, answer_of(b"", status="410 Gone"))
    web.move(GUIDE, "http://ailleurs.example/")
    web.put("http://ailleurs.example/", page("Tout autre chose"))
    await town.advance(days=21)
    summaries = town.posts_with("links:sick:", town.moderation)
    assert 1 <= len(summaries) <= 3
    assert "2 liens à réparer" in said(summaries[-1])
    assert "Mène maintenant ailleurs" in said(summaries[-1])
    sheet = await town.moderator.select(summaries[-1], ["1"], custom_id="links:sick:")
    archived = await town.moderator.click(answer(sheet), label="Archiver")
    assert "C’est archivé" in words(archived)
    assert "n’est plus là" in words(await town.members[2].slash(town.channel, "link show", link="1"))
    # Sharing it again brings it back.
    web.put(ARTICLE, page("L’IA entre en coulisses"))
    preview = await share(town, town.members[2])
    await town.members[2].click(answer(preview), label="Ajouter ma voix")
    assert "L’IA entre en coulisses" in words(await town.members[3].slash(town.channel, "link show", link="1"))
    assert await refused_to_members(town)


async def refused_to_members(town: World) -> bool:
    (summary, *_) = town.posts_with("links:sick:", town.moderation)
    refused = await town.members[5].select(summary, ["2"], custom_id="links:sick:")
    return "réservé à l’équipe" in words(refused)


async def test_a_site_that_turns_robots_away_is_never_dead(town: World, web: Web) -> None:
    await publish(town, town.members[0])
    web.put(ARTICLE, answer_of(b"", status="403 Forbidden"))
    await town.advance(days=60)
    shown = await town.members[1].slash(town.channel, "link show", link="1")
    assert "n’ouvre pas aux robots" in words(shown)
    assert "Lien mort" not in words(shown)


async def test_a_site_whose_name_is_gone_for_two_weeks_is_dead_and_lives_again(town: World, web: Web) -> None:
    await publish(town, town.members[0])
    web.lost.add("courrier.example")
    await town.advance(days=30)
    assert "Lien mort" in words(await town.members[1].slash(town.channel, "link show", link="1"))
    web.lost.clear()
    await town.advance(days=40)
    assert "Lien mort" not in words(await town.members[1].slash(town.channel, "link show", link="1"))


async def test_the_checks_ask_a_site_once_a_minute_and_survive_a_restart(town: World, web: Web) -> None:
    for number in range(4):
        web.put(f"http://courrier.example/{number}", page(f"Page {number}"))
        await publish(town, town.members[0], f"http://courrier.example/{number}")
    before = web.asked("courrier.example")
    await town.restart(days=10)
    await town.advance(seconds=61)
    assert web.asked("courrier.example") == before + 1
    await town.advance(minutes=1)
    assert web.asked("courrier.example") == before + 2
    await town.advance(minutes=10)
    assert web.asked("courrier.example") == before + 4


async def test_a_watched_channel_keeps_links_by_itself_once_the_bot_may_read(town: World) -> None:
    panel = await town.moderator.slash(town.channel, "settings")
    section = await town.moderator.click(answer(panel), custom_id="settings:section:links")
    assert "Aucun salon n’est observé" in words(section)
    chosen = await town.moderator.select(answer(section), [town.channel], custom_id="links:watch:")
    assert "prochain démarrage" in words(chosen)
    await town.members[0].send(town.channel, f"À lire : {ARTICLE}")
    assert not town.posts_with("links:useful:1")
    await town.restart()
    message = await town.members[0].send(town.channel, f"À lire : {ARTICLE} et javascript:rien")
    card = town.post_with("links:useful:1")
    assert card.reference is not None
    assert card.reference.message_id == message.id
    assert f"<@{town.members[0].id}>" in said(card)
    await town.members[1].send(town.moderation, GUIDE)
    assert not town.posts_with("links:useful:2")


async def test_whoever_is_erased_leaves_the_pages_and_takes_the_rest(town: World) -> None:
    member = town.members[0]
    await publish(town, member, note="Ma phrase à moi.")
    await share(town, member, GUIDE)
    card = town.post_with("links:useful:1")
    await member.click(card, custom_id="links:useful:1")
    await member.click(card, label="Lire plus tard")
    offers = [offer for offer in town.bot.registry.all(PersonalData) if offer.feature == "links"]
    (offer,) = offers
    assert {entry["link"] for entry in await offer.export(member.id)} == {"shared", "useful", "later", "draft"}

    async def erase() -> None:
        async with town.bot.database.transaction() as transaction:
            await offer.erase(member.id, transaction)
        await town.bot.database.forget_deleted()

    await town.simulator.as_bot(erase())
    assert await offer.export(member.id) == []
    shown = words(await town.members[1].slash(town.channel, "link show", link="1"))
    assert "plus nommée" in shown
    assert "Ma phrase à moi." not in shown
    for path in town.data_dir.rglob("*"):
        if path.is_file():
            content = path.read_bytes()
            assert str(member.id).encode() not in content, path
            assert member.id.to_bytes(8, "big") not in content, path


async def test_the_home_message_shares_a_link_and_sites_are_told_whom_to_write_to(town: World, web: Web) -> None:
    panel = await town.moderator.slash(town.channel, "settings")
    section = await town.moderator.click(answer(panel), custom_id="settings:section:links")
    form = await town.moderator.click(answer(section), label="Changer le contact")
    await town.moderator.submit_modal(form, {"contact": "bot@tmnlab.example"})
    home = await town.members[0].slash(town.channel, "home")
    form = await town.members[0].click(answer(home), label="Partager un lien")
    preview = await town.members[0].submit_modal(form, {"url": ARTICLE, "note": "", "tags": ""})
    assert "L’IA entre en coulisses" in words(preview)
    assert web.site is not None
    assert "bot@tmnlab.example" in (web.site.requests[-1].header("user-agent") or "")
    thrown = await town.members[0].click(answer(preview), label="Jeter")
    assert "rien n’a été publié" in words(thrown)


async def test_bookmarks_are_imported_found_and_exported(town: World) -> None:
    bookmarks = (
        "<!DOCTYPE NETSCAPE-Bookmark-file-1>\n<DL><p>\n"
        f'<DT><A HREF="{GUIDE}" ADD_DATE="1700000000" TAGS="billetterie">Le guide</A>\n'
        '<DT><A HREF="javascript:void(0)">Rien</A>\n</DL><p>'
    )
    file = ("favoris.html", bookmarks.encode())
    done = await town.moderator.slash(town.channel, "link import", file=file)
    assert "Liens ajoutés\u00a0: 1" in words(done)
    assert "je ne garde pas\u00a0: 1" in words(done)
    again = await town.moderator.slash(town.channel, "link import", file=file)
    assert "déjà là\u00a0: 1" in words(again)
    assert not town.posts_with("links:useful:1")
    await town.advance(hours=1)
    found = await town.members[0].slash(town.channel, "search", words="gestes equipe")
    assert "Le guide" in words(found)
    assert "Dix gestes" in words(await town.members[0].slash(town.channel, "link show", link="1"))

    for kind, beginning in (("bookmarks", b"<!DOCTYPE NETSCAPE"), ("csv", b"\xef\xbb\xbfurl"), ("json", b"{")):
        exported = await town.moderator.slash(town.channel, "link export", kind=kind)
        messages = [exported.response.message] if exported.response else []
        messages += [followup.message for followup in exported.followups]
        (content,) = [await attachment.read() for message in messages for attachment in message.attachments]
        assert content.startswith(beginning)
        assert b"guides.example" in content
        assert str(town.moderator.id).encode() not in content
    assert "réservé" in words(await town.members[0].slash(town.channel, "link import", file=file))
    refused = await town.moderator.slash(town.channel, "link import", file=("x.html", b"<html></html>"))
    assert "pas de liens dans ce fichier" in words(refused)


async def test_the_longest_of_everything_fits_a_message(town: World, web: Web) -> None:
    address = "http://long.example/" + "a" * 1_990
    tail = address.removeprefix("http://long.example")
    web.put(f"http://long.example{tail}", page("*" * 400, "_" * 2_000, f'<meta name="author" content="{"N" * 300}">'))
    tags = ", ".join(f"mot-clé numéro {number} {'x' * 20}" for number in range(8))
    preview = await share(town, town.members[0], address, note="[" * 500, tags=tags)
    assert address in words(preview)
    await town.members[0].click(answer(preview), label="Publier")
    for member in town.members[1:8]:
        again = await share(town, member, address, note="]" * 500)
        await member.click(answer(again), label="Ajouter ma voix")
    assert address in said(town.post_with("links:useful:1"))
    assert address in words(await town.members[1].slash(town.channel, "link show", link="1"))
    for number in range(6):
        web.put(f"http://long.example/{number}", page("*" * 400, "_" * 2_000))
        await publish(town, town.members[0], f"http://long.example/{number}")
    assert "7 liens" in words(await town.members[1].slash(town.channel, "link list"))


async def test_a_link_shared_where_one_may_not_write_appears_in_the_channel_of_links(town: World) -> None:
    await town.silence_members()
    panel = await town.moderator.slash(town.channel, "settings")
    section = await town.moderator.click(answer(panel), custom_id="settings:section:links")
    await town.moderator.select(answer(section), [town.moderation], custom_id="links:channel:")
    preview = await share(town, town.members[0])
    await town.members[0].click(answer(preview), label="Publier")
    assert not town.posts_with("links:useful:1")
    assert "L’IA entre en coulisses" in said(town.post_with("links:useful:1", town.moderation))
    section = await town.moderator.select(answer(section), [], custom_id="links:channel:")
    preview = await share(town, town.members[0], GUIDE)
    done = await town.members[0].click(answer(preview), label="Publier")
    assert "/lien liste" in words(done)
    assert "Guide de la sobriété" in words(await town.members[1].slash(town.channel, "link list"))


async def test_a_link_removed_while_somebody_adds_a_voice_is_shared_anew(town: World) -> None:
    await publish(town, town.members[0])
    late = await share(town, town.members[1])
    sure = await town.members[0].slash(town.channel, "link remove", link="1")
    await town.members[0].click(answer(sure), label="Oui, continuer")
    done = await town.members[1].click(answer(late), label="Ajouter ma voix")
    assert "C’est partagé" in words(done)
    shown = words(await town.members[2].slash(town.channel, "link show", link="2"))
    assert f"<@{town.members[1].id}>" in shown
    assert f"<@{town.members[0].id}>" not in shown


async def test_a_page_that_turned_into_something_else_keeps_the_words_people_shared_it_under(
    town: World, web: Web
) -> None:
    await publish(town, town.members[0])
    web.put(ARTICLE, page("Gagnez un téléphone", "Cliquez vite", '<link rel="canonical" href="http://mal.example/x">'))
    await town.advance(days=20)
    shown = words(await town.members[1].slash(town.channel, "link show", link="1"))
    assert "L’IA entre en coulisses" in shown
    assert "téléphone" not in shown
    assert "mal.example" not in shown


async def test_titles_and_tags_are_suggested_while_typing(town: World) -> None:
    await publish(town, town.members[0])
    for command, option in (("link show", "link"), ("link search", "words"), ("link edit", "link")):
        suggested = await town.members[1].autocomplete(town.channel, command, option, "coul")
        assert "L’IA entre en coulisses" in [choice["name"] for choice in suggested], command
    tags = await town.members[1].autocomplete(town.channel, "link list", "tag", "billet")
    assert tags


async def test_tags_are_suggested_from_the_page_s_own_words(town: World, web: Web) -> None:
    web.put(
        "http://revue.example/a",
        b'<html lang="fr"><head><title>Numero 12</title><meta name="keywords" content="billetterie"></head><body>'
        b"<article><p>Les juniors et les stagiaires apprennent leur metier en relisant, disent les equipes.</p>"
        b"</article></body></html>",
    )
    preview = words(await share(town, town.members[0], "http://revue.example/a"))
    assert "billetterie" in preview.lower()
    assert "juniors" in preview.lower()


async def test_a_pdf_says_its_name_and_its_size(town: World, web: Web) -> None:
    address = "http://tutelle.example/rapport_2026-ia.pdf"
    web.put(address, answer_of(b"%PDF-1.7" + bytes(400_000), "Content-Type: application/pdf"))
    preview = words(await share(town, town.members[0], address)).replace("\u00a0", " ")
    assert "rapport 2026 ia" in preview
    assert "PDF · 400 ko" in preview


async def test_a_page_is_asked_again_only_whether_it_changed(town: World, web: Web) -> None:
    web.put(ARTICLE, answer_of(page("L’IA entre en coulisses"), 'ETag: "v1"'))
    await publish(town, town.members[0])
    web.put(ARTICLE, answer_of(b"", 'ETag: "v1"', status="304 Not Modified"))
    await town.advance(days=9)
    assert web.site is not None
    assert web.site.requests[-1].header("if-none-match") == '"v1"'
    shown = await town.members[0].slash(town.channel, "link show", link="1")
    assert "Vérifié" in words(shown)


async def test_a_page_behind_a_door_for_members_is_blocked_and_is_not_taken_for_the_door(town: World, web: Web) -> None:
    web.put("http://club.example/connexion", page("Connectez-vous"))
    for number in (1, 2):
        web.move(f"http://club.example/{number}", "http://club.example/connexion")
        preview = await share(town, town.members[0], f"http://club.example/{number}")
        assert "n’ouvre pas aux robots" in words(preview)
        await town.members[0].click(answer(preview), label="Publier")
    assert "2 liens" in words(await town.members[1].slash(town.channel, "link list"))
