"""Digests, acted by moderators, in French, through restarts."""

from __future__ import annotations

import asyncio
import re
from typing import Any

import pytest

from bot.errors import UserError
from tests.flows.acts import answer, words
from tests.flows.digest_acts import (
    draft,
    draft_card,
    drafts,
    letters,
    prepare,
    publish_texts,
    schedule,
    states,
    told,
    withdraw,
)
from tests.world import World, custom_ids, said


async def approve(world: World) -> Any:
    return await world.moderator.click(draft_card(world), label="Approuver")


async def test_a_letter_from_its_schedule_to_its_posting_through_a_restart_at_each_step(world: World) -> None:
    await prepare(world)
    shown = await schedule(world, role=world.role)
    assert "Lettre du mardi" in words(shown)
    assert "Nouveau dans la bibliothèque" in words(shown)
    await publish_texts(world, 3)
    await world.restart(crash=True)
    await world.advance(days=4)
    card = draft_card(world)
    assert told([card]) == [0, 1, 2]
    assert "Brouillon" in said(card)
    await world.restart(crash=True)

    form = await world.moderator.click(card, label="Modifier l’introduction")
    await world.restart()
    await world.moderator.submit_modal(form, {"introduction": "Bonjour à toutes et tous."})
    assert "Bonjour à toutes" in said(draft_card(world))
    await world.restart()
    await approve(world)
    assert "Approuvé" in said(draft_card(world))
    assert not letters(world)
    await world.restart(crash=True)
    await world.advance(days=3)

    (letter,) = letters(world)
    assert told([letter]) == [0, 1, 2]
    assert "Bonjour à toutes" in said(letter)
    assert "sans IA" in said(letter)
    assert [role.id for role in letter.role_mentions] == [world.role.id]
    assert "Publié" in said(draft_card(world))
    await world.restart(crash=True)
    await world.advance(days=3)
    assert len(letters(world)) == 1
    assert (await states(world))[0] == "posted"


async def test_the_draft_is_what_goes_out_word_for_word(world: World) -> None:
    card = await draft(world, 3)
    await approve(world)
    await world.advance(days=3)
    (letter,) = letters(world)
    assert said(card).startswith(said(letter))


async def test_two_hundred_items_go_out_in_order_in_parts_and_go_on_where_a_crash_stopped_them(world: World) -> None:
    await draft(world, 200, role=world.role)
    await approve(world)
    world.simulator.env.inject_error(
        "POST", f"/channels/{world.channel.id}/messages", status=500, message="down", times=2
    )
    await world.advance(days=2, hours=23)
    await world.restart(crash=True)
    await world.advance(minutes=30)
    parts = letters(world)
    assert len(parts) > 5
    assert told(parts) == list(range(200))
    assert [bool(part.role_mentions) for part in parts] == [True] + [False] * (len(parts) - 1)
    assert ["sans IA" in said(part) for part in parts] == [False] * (len(parts) - 1) + [True]


async def test_a_crash_between_two_parts_repeats_none_and_forgets_none(world: World) -> None:
    await draft(world, 60)
    await approve(world)
    path = f"/channels/{world.channel.id}/messages"
    for _ in range(4):
        world.simulator.env.inject_error("POST", path, status=503, message="down", times=1)
        await world.advance(days=3 if not letters(world) else 0, minutes=1)
        await world.restart(crash=True)
    await world.advance(minutes=30)
    assert told(letters(world)) == list(range(60))


async def test_not_approved_in_time_it_is_not_posted_one_reminder_and_then_its_news_waits(world: World) -> None:
    await draft(world, 2)
    await world.advance(days=3)
    await world.restart()
    await world.advance(days=1)
    assert not letters(world)
    reminders = [message for message in world.posts(world.moderation) if "attend un accord" in said(message)]
    assert len(reminders) == 1
    await world.advance(days=1, hours=1)
    assert "Non publié" in said(drafts(world)[0])
    await world.advance(days=3)
    assert await states(world) == ["lapsed", "draft"]
    assert told([drafts(world)[-1]]) == [0, 1]


async def test_approved_late_it_goes_out_at_once_within_two_days(world: World) -> None:
    await draft(world, 2)
    await world.advance(days=4)
    await world.restart(crash=True)
    await world.moderator.click(drafts(world)[0], label="Approuver")
    await world.advance(minutes=1)
    assert told(letters(world)) == [0, 1]


async def test_whatever_changes_after_the_approval_asks_for_it_again(world: World) -> None:
    card = await draft(world, 3)
    await approve(world)
    listed = await world.moderator.click(card, label="Ôter ou déplacer")
    item = await world.moderator.select(answer(listed), ["1"])
    await world.restart()
    await world.moderator.click(answer(item), label="Ôter")
    await world.advance(days=3, hours=1)
    assert not letters(world)
    assert "Brouillon" in said(drafts(world)[0])
    assert told([drafts(world)[0]]) == [0, 2]
    await world.moderator.click(drafts(world)[0], label="Approuver")
    await world.advance(minutes=1)
    assert told(letters(world)) == [0, 2]


async def test_an_item_is_moved_removed_and_put_back(world: World) -> None:
    card = await draft(world, 3)
    listed = await world.moderator.click(card, label="Ôter ou déplacer")
    item = await world.moderator.select(answer(listed), ["2"])
    moved = await world.moderator.click(answer(item), label="Monter")
    removed = await world.moderator.click(answer(moved), label="Ôter")
    kept = await world.moderator.click(answer(removed), label="Remettre")
    shown = await world.moderator.click(
        answer(await world.moderator.click(answer(kept), label="Ôter ou déplacer")), label="Voir le numéro"
    )
    assert told([answer(shown)]) == [0, 2, 1]


async def test_who_approves_approves_what_they_read(world: World) -> None:
    card = await draft(world, 3)
    # A private copy stays as it was while the card changes.
    listed = await world.moderator.click(card, label="Ôter ou déplacer")
    copy = await world.moderator.click(answer(listed), label="Voir le numéro")
    form = await world.moderator.click(card, label="Modifier l’introduction")
    await world.moderator.submit_modal(form, {"introduction": "Autre chose."})
    await world.moderator.click(answer(copy), label="Approuver")
    assert await states(world) == ["draft"]
    assert "Brouillon" in said(draft_card(world))


async def test_news_published_after_the_draft_is_offered_not_slipped_in(world: World) -> None:
    card = await draft(world, 2)
    await publish_texts(world, 1, since=5)
    await world.advance(hours=1)
    assert told([draft_card(world)]) == [0, 1]
    await world.moderator.click(card, label="Ajouter les nouveautés")
    assert told([draft_card(world)]) == [0, 1, 5]


async def test_what_an_issue_told_is_told_no_more_and_what_it_did_not_comes_next(world: World) -> None:
    await draft(world, 2)
    await publish_texts(world, 2, since=7)
    await approve(world)
    await world.advance(days=3)
    assert told(letters(world)) == [0, 1]
    await world.advance(days=5)
    assert told([drafts(world)[-1]]) == [7, 8]


@pytest.mark.parametrize("count", [0, 1])
async def test_with_too_little_to_tell_it_proposes_to_skip(world: World, count: int) -> None:
    card = await draft(world, count)
    assert "mieux vaut sauter" in said(card)
    await world.restart()
    await world.moderator.click(card, label="Sauter ce numéro")
    await world.advance(days=3, hours=1)
    assert not letters(world)
    assert (await states(world))[0] == "skipped"
    await publish_texts(world, 1, since=5)
    await world.advance(days=5)
    assert told([drafts(world)[-1]]) == [*range(count), 5]


async def test_what_is_withdrawn_after_the_approval_is_taken_out_and_it_is_said(world: World) -> None:
    await draft(world, 3)
    await approve(world)
    await withdraw(world, 1)
    await world.advance(days=3)
    assert told(letters(world)) == [0, 2]
    assert "Retiré au moment de publier" in said(draft_card(world))
    assert "Texte n° 1" in said(draft_card(world)).replace("\u00a0", " ")


async def test_when_everything_was_withdrawn_nothing_empty_goes_out(world: World) -> None:
    await draft(world, 2)
    await approve(world)
    await withdraw(world, 0)
    await withdraw(world, 1)
    await world.advance(days=3)
    assert not letters(world)
    assert "Non publié" in said(draft_card(world))


async def test_a_channel_deleted_after_the_approval_is_replaced_and_the_letter_goes_on(world: World) -> None:
    await draft(world, 2)
    await approve(world)
    await world.delete_channel()
    await world.advance(days=3)
    (problem,) = [message for message in world.posts(world.moderation) if "core:retry" in str(custom_ids(message))]
    assert "une partie de la lettre" in said(problem)
    other = world.guild.create_text_channel("ailleurs")
    await world.moderator.slash(world.moderation, "digest edit", digest="1", channel=other)
    await world.moderator.click(problem, label="Réessayer")
    assert told(letters(world, other)) == [0, 1]


async def test_postponed_it_keeps_its_new_day(world: World) -> None:
    card = await draft(world, 2)
    form = await world.moderator.click(card, label="Reporter")
    await world.restart()
    await world.moderator.submit_modal(form, {"when": "jeudi 18h"})
    await approve(world)
    await world.advance(days=3)
    assert not letters(world)
    await world.advance(days=2, hours=12)
    assert told(letters(world)) == [0, 1]


async def test_paused_nothing_is_drafted_and_deleted_nothing_goes_out(world: World) -> None:
    await draft(world, 2)
    await approve(world)
    await world.moderator.slash(world.moderation, "digest pause", digest="1")
    await world.restart()
    await world.advance(days=3, hours=1)
    assert not letters(world)
    sure = await world.moderator.slash(world.moderation, "digest delete", digest="1")
    assert "rien ne" not in words(sure)
    await world.restart(crash=True)
    await world.moderator.click(answer(sure), label="Oui, supprimer")
    await world.advance(days=10)
    assert not letters(world)
    assert await states(world) == ["skipped"]
    assert "Aucune lettre" in words(await world.moderator.slash(world.moderation, "digest list"))


async def test_sections_are_chosen_and_ordered_through_restarts(world: World) -> None:
    await prepare(world)
    shown = await schedule(world)
    assert "1. Rencontres à venir\n2. Ce qu’il reste" in words(shown)
    await world.restart()
    raised = await world.moderator.select(answer(shown), ["notes"], custom_id="digests:raise:1")
    assert "1. Ce qu’il reste des rencontres\n2. Rencontres à venir\n3. Nouveau" in words(raised)
    await world.restart(crash=True)
    chosen = await world.moderator.select(answer(raised), ["open"], custom_id="digests:sections:1")
    assert "1. Encore ouverts" in words(chosen)
    assert "2." not in words(chosen)


async def test_only_moderators_decide_anything(world: World) -> None:
    card = await draft(world, 2)
    for custom_id in custom_ids(card):
        await world.members[0].click(card, custom_id=custom_id)
    assert await states(world) == ["draft"]
    refused = await world.members[0].slash(world.channel, "digest list")
    assert "modération" in words(refused)


async def test_without_a_moderators_channel_nothing_can_be_scheduled(world: World) -> None:
    assert "salon de la modération" in words(await schedule(world))


async def test_the_mail_export_and_the_archive(world: World) -> None:
    card = await draft(world, 2)
    await publish_texts(world, 1, leaves=False, since=5)
    await world.advance(minutes=1)
    await world.moderator.click(card, label="Ajouter les nouveautés")
    await approve(world)
    await world.advance(days=3)
    mail = await world.moderator.click(draft_card(world), label="Pour la liste de diffusion")
    message = mail.followups[0].message if mail.followups else answer(mail)
    assert "faute d’accord pour sortir de Discord" in said(message)
    bodies = {
        attachment.filename.split(".")[-1]: (await attachment.read()).decode() for attachment in message.attachments
    }
    assert set(bodies) == {"html", "txt", "md"}
    for body in bodies.values():
        assert "Texte n° 0" in body.replace("\u00a0", " ")
        assert "Texte n° 5" not in body.replace("\u00a0", " ")
        assert "Autrice" not in body
    found = await world.moderator.slash(world.moderation, "digest archive", words="confierons")
    await world.restart()
    read = await world.moderator.select(answer(found), ["1"])
    assert told([answer(read)]) == [0, 1, 5]
    assert "Aucun numéro" in words(await world.moderator.slash(world.moderation, "digest archive", words="zzz"))


async def test_two_rings_at_once_draft_once_and_post_each_part_once(world: World) -> None:
    await draft(world, 30)
    await world.simulator.as_bot(_twice(world))
    assert len(drafts(world)) == 1
    await approve(world)
    await world.advance(days=2, hours=23)
    world.simulator.env.backend.advance_clock(3600)
    await world.simulator.as_bot(_twice(world))
    assert told(letters(world)) == list(range(30))


async def _twice(world: World) -> None:
    from cogs.digests.service import PostingService  # noqa: PLC0415 - loading the extension makes it anew

    posting = world.bot.registry.service(PostingService)
    await asyncio.gather(posting.advance(), posting.advance())


async def test_a_title_from_a_stranger_pings_nobody_and_hides_no_link(world: World) -> None:
    await draft(world, 2)
    hostile = f"[Cliquez <@&{world.role.id}>](https://exemple.invalid) @everyone"

    async def work() -> None:
        async with world.bot.database.transaction() as transaction:
            await transaction.execute("UPDATE digest_items SET title = ? WHERE place = 0", (hostile,))

    await world.simulator.as_bot(work())
    await approve(world)
    await world.advance(days=3)
    (letter,) = letters(world)
    assert not letter.role_mentions
    assert not letter.mention_everyone
    assert f"<@&{world.role.id}>" not in said(letter)
    assert not re.search(r"(?<!\\)\]\(https://exemple", said(letter))


async def test_an_introduction_of_ten_thousand_characters_changes_nothing(world: World) -> None:
    await draft(world, 2)
    from cogs.digests.service import IssueService  # noqa: PLC0415 - loading the extension makes it anew

    issues = world.bot.registry.service(IssueService)
    with pytest.raises(UserError, match="digests-introduction-too-long"):
        await world.simulator.as_bot(issues.edit_introduction(1, "a" * 10_000))
    await world.simulator.as_bot(issues.edit_introduction(1, "*" * 1500))
    assert "\\*" in said(draft_card(world)) or "***" in said(draft_card(world))


async def test_in_an_announcement_channel_every_part_reaches_those_who_follow_it(world: World) -> None:
    news = world.guild.create_news_channel("annonces")
    await draft(world, 40, channel=news)
    await approve(world)
    await world.advance(days=3)
    parts = letters(world, news)
    assert len(parts) > 1
    assert all(part.flags.is_crossposted for part in parts)  # the flag that simcord gives it


async def test_permissions_lost_after_the_approval_are_told_and_the_letter_goes_on_once_they_are_back(
    world: World,
) -> None:
    await draft(world, 2)
    await approve(world)
    await world.deny(send_messages=False)
    await world.advance(days=3)
    assert not letters(world)
    (problem,) = [message for message in world.posts(world.moderation) if "core:retry" in str(custom_ids(message))]
    await world.deny(send_messages=True)
    await world.restart()
    await world.moderator.click(problem, label="Réessayer")
    assert told(letters(world)) == [0, 1]


async def test_everyone_is_never_called_and_choosing_it_is_calling_nobody(world: World) -> None:
    await prepare(world)
    await publish_texts(world, 2)
    await schedule(world, role=world.role)
    nobody = world.guild.default_role
    await world.moderator.slash(world.moderation, "digest edit", digest="1", role=nobody)
    await world.advance(days=4, hours=1)
    assert "<@&" not in said(draft_card(world))
