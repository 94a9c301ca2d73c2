"""Links and rubbish, races, restarts, rights and erasure: nothing is lost, nothing is said twice."""

from __future__ import annotations

import pytest

from bot.registry import PersonalData
from tests.flows.acts import answer, words
from tests.flows.library_acts import waiting_cards
from tests.flows.links_acts import ARTICLE, GUIDE, Web, page, publish, share
from tests.world import World, said


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
    panel = await town.moderator.slash(town.channel, "settings open")
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
