"""Links shared, found, marked and changed by members and moderators, in French; their pages are on loopback."""

from __future__ import annotations

from tests.flows.acts import answer, words
from tests.flows.links_acts import ARTICLE, GUIDE, Web, labels, option_of, publish, share
from tests.web.hostile import answer as answer_of
from tests.world import World, said


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


async def test_a_watched_channel_keeps_links_by_itself_once_the_bot_may_read(town: World) -> None:
    panel = await town.moderator.slash(town.channel, "settings open")
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


async def test_the_home_message_shares_a_link_and_sites_are_told_whom_to_write_to(town: World, web: Web) -> None:
    panel = await town.moderator.slash(town.channel, "settings open")
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
        exported = await town.moderator.slash(town.channel, "link export", file_format=kind)
        messages = [exported.response.message] if exported.response else []
        messages += [followup.message for followup in exported.followups]
        (content,) = [await attachment.read() for message in messages for attachment in message.attachments]
        assert content.startswith(beginning)
        assert b"guides.example" in content
        assert str(town.moderator.id).encode() not in content
    assert "réservé" in words(await town.members[0].slash(town.channel, "link import", file=file))
    refused = await town.moderator.slash(town.channel, "link import", file=("x.html", b"<html></html>"))
    assert "pas de liens dans ce fichier" in words(refused)


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
