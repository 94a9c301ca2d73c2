"""What becomes of links whose pages do not answer, move or die; acted in French, their pages on loopback."""

from __future__ import annotations

from tests.flows.acts import answer, words
from tests.flows.links_acts import ARTICLE, GUIDE, Web, page, publish, share, urls
from tests.web.hostile import answer as answer_of
from tests.world import World, said


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
