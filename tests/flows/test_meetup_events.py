"""What is done to Discord's own events by moderators, by members and by Discord itself."""

from __future__ import annotations

from typing import Any

import discord
import pytest

from tests.flows.acts import answer, words
from tests.flows.meetup_acts import TITLE, cancel, card, change, events, plan, say, starts, thread
from tests.world import World, custom_ids, said

EVENTS = "/guilds/*/scheduled-events*"


@pytest.fixture
async def community(world: World) -> World:
    await world.simulator.as_bot(world.bot.settings.change(moderators_channel_id=world.moderation.id))
    return world


async def edit_there(world: World, event: discord.ScheduledEvent, **changes: Any) -> None:
    """As a moderator does, in Discord's own window."""
    world.simulator.env.backend.edit_scheduled_event(event.guild_id, event.id, changes)
    await world.simulator.env.settle()


async def test_a_moderator_s_edit_of_the_event_is_followed_and_told(community: World) -> None:
    shown = await plan(community)
    member = community.members[0]
    await say(member, shown, "Oui")
    (event,) = events(community)
    await edit_there(
        community,
        event,
        name="Les vendredis de la Loge",
        scheduled_start_time="2026-12-04T18:00:00+00:00",
        scheduled_end_time="2026-12-04T20:00:00+00:00",
    )
    await community.advance(seconds=10)
    assert "Les vendredis de la Loge" in said(card(community))
    assert "<t:1796407200:F>" in said(card(community))
    assert "2 h" in said(card(community))
    occasion = await member.slash(community.channel, "help")
    assert "**Changement**" in said(occasion.followups[0].message)
    assert len(events(community)) == 1
    await community.restart(crash=True)
    assert not (await member.slash(community.channel, "help")).followups


async def test_what_was_edited_while_the_bot_slept_is_followed_at_its_start(community: World) -> None:
    await plan(community)
    (event,) = events(community)
    backend = community.simulator.env.backend
    stored = backend.get_scheduled_event(event.guild_id, event.id)
    stored.entity_metadata = {"location": "Au Salon d’Orgon"}  # nobody is told
    await community.restart(hours=2)
    assert "Au Salon d’Orgon" in said(card(community))


async def test_a_description_edited_there_keeps_its_reference(community: World) -> None:
    await plan(community)
    (event,) = events(community)
    await edit_there(community, event, description="Tout autre chose.")
    await community.advance(seconds=10)
    assert "Tout autre chose." in said(card(community))
    await change(community, about="Encore autre chose.")
    (event,) = events(community)
    assert event.description == "Encore autre chose.\n\ntmnlab:1"


async def test_a_cancellation_there_is_one_here(community: World) -> None:
    shown = await plan(community, recurrence="weekly")
    await say(community.members[0], shown, "Oui")
    await edit_there(community, events(community)[0], status=4)
    await community.advance(seconds=10)
    assert starts(community)[0] == "10/12 18:30"
    assert "<t:1796923800:F>" in said(card(community))
    occasion = await community.members[0].slash(community.channel, "help")
    assert "**Annulation**" in said(occasion.followups[0].message)


@pytest.mark.parametrize("keep", ["Garder ce que dit Discord", "Garder ce qui est ici"])
async def test_changed_on_both_sides_somebody_is_asked(community: World, keep: str) -> None:
    await plan(community)
    (event,) = events(community)
    community.simulator.env.inject_error("PATCH", EVENTS, status=503, code=0, message="later", times=1)
    await change(community, title="Ici")
    await edit_there(community, event, name="Là-bas")
    await community.restart(crash=True)
    await community.advance(minutes=5)
    asked = community.post_with("meetups:theirs:1", community.moderation)
    assert "Là-bas" in said(asked)
    assert "Ici" in said(asked)
    await community.restart()
    await community.moderator.click(asked, label=keep)
    await community.advance(minutes=1)
    kept = "Là-bas" if "Discord" in keep else "Ici"
    assert events(community)[0].name == kept
    assert kept in said(card(community))


async def test_a_deleted_event_is_asked_about_and_can_come_again(community: World) -> None:
    shown = await plan(community)
    (event,) = events(community)
    community.simulator.env.backend.delete_scheduled_event(event.guild_id, event.id)
    await community.simulator.env.settle()
    asked = community.post_with("meetups:event-again:1", community.moderation)
    assert "a été supprimé" in said(card(community))
    assert "vous venez" in words(await say(community.members[0], shown, "Oui"))
    await community.restart(crash=True)
    await community.moderator.click(asked, label="Refaire l’événement")
    assert len(events(community)) == 1
    assert "refait" in said(community.posts(community.moderation)[-1])
    (event,) = events(community)
    community.simulator.env.backend.delete_scheduled_event(event.guild_id, event.id)
    await community.simulator.env.settle()
    assert custom_ids(community.posts(community.moderation)[-1])  # asked once more


async def test_a_deleted_event_can_be_done_without(community: World) -> None:
    await plan(community)
    (event,) = events(community)
    community.simulator.env.backend.delete_scheduled_event(event.guild_id, event.id)
    await community.simulator.env.settle()
    asked = community.post_with("meetups:event-again:1", community.moderation)
    await community.moderator.click(asked, label="Continuer sans")
    await community.restart(hours=30)
    await community.advance(days=2)
    await change(community, title="Sans événement")
    assert events(community) == []
    assert "Sans événement Discord." in said(card(community))


async def test_an_event_moved_to_a_voice_channel_gives_the_meetup_its_place(community: World) -> None:
    await plan(community)
    (event,) = events(community)
    voice: Any = await community.simulator.as_bot(community.bot.guild.create_voice_channel("Loge"))
    await edit_there(community, event, entity_type=2, channel_id=voice.id, entity_metadata=None)
    await community.advance(seconds=10)
    assert "#Loge" in said(card(community))


async def test_those_interested_on_the_event_are_a_maybe_until_they_answer(community: World) -> None:
    shown = await plan(community)
    (event,) = events(community)
    backend, guild_id = community.simulator.env.backend, event.guild_id
    one, other = community.members[:2]
    for member in (one, other):
        backend.set_scheduled_event_subscription(guild_id, event.id, member.id, subscribed=True)
    await community.simulator.env.settle()
    await community.advance(seconds=20)
    assert "0 oui · 2 peut-être" in said(card(community))
    await say(one, shown, "Oui")
    backend.set_scheduled_event_subscription(guild_id, event.id, other.id, subscribed=False)
    await community.advance(seconds=30)
    assert "1 oui · 0 peut-être" in said(card(community))
    # Nobody listened: the start asks.
    backend.get_scheduled_event(guild_id, event.id).user_ids.add(community.members[2].id)
    await community.restart(hours=1)
    await community.advance(seconds=20)
    assert "1 oui · 1 peut-être" in said(card(community))


async def test_the_hundredth_event_is_refused_said_and_the_meetup_lives_on(community: World) -> None:
    env = community.simulator.env
    env.inject_error("POST", EVENTS, status=400, code=30038, message="Maximum number of events", times=1)
    shown = await plan(community)
    await community.advance(seconds=10)
    assert "le serveur en a déjà 100" in said(card(community))
    assert "déjà 100 événements" in said(community.posts(community.moderation)[-1])
    assert "vous venez" in words(await say(community.members[0], shown, "Oui"))
    await community.restart(hours=25)
    assert starts(community) == ["03/12 18:30"]
    await community.advance(seconds=10)
    assert "déjà 100" not in said(card(community))


async def test_a_completed_event_is_left_alone(community: World) -> None:
    await plan(community)
    community.simulator.env.inject_error(
        "PATCH", EVENTS, status=400, code=180000, message="Cannot update a finished event", times=None
    )
    assert "C’est modifié" in words(await change(community, title="Trop tard"))
    assert "Trop tard" in said(card(community))


async def test_a_permission_that_lacks_is_said_to_the_moderators(community: World) -> None:
    env = community.simulator.env
    env.inject_error("POST", EVENTS, status=403, code=50013, message="Missing Permissions", times=1)
    await plan(community)
    told = community.posts(community.moderation)[-1]
    assert "créer des événements" in said(told)
    await community.moderator.click(told, label="Réessayer")
    assert starts(community) == ["03/12 18:30"]


async def test_forty_events_at_most_and_the_soonest_first(community: World) -> None:
    for number in range(6):
        await plan(community, title=f"Série {number}", recurrence="weekly", when=f"{number + 1} décembre 18h")
    assert len(events(community)) == 40
    latest = max(event.start_time for event in events(community))
    assert f"{latest:%m/%d}" < "01/19"
    await community.advance(days=8)
    assert len([event for event in events(community) if event.status is discord.EventStatus.scheduled]) == 40


async def test_a_deleted_thread_sends_its_reminders_to_the_channel(community: World) -> None:
    shown = await plan(community)
    found = community.bot.guild.get_thread(shown.id)
    assert found is not None
    await community.simulator.as_bot(found.delete())
    await community.advance(days=9)
    assert len([message for message in community.posts() if "Rappel" in said(message)]) == 1


async def test_a_deleted_card_stops_nothing(community: World) -> None:
    shown = await plan(community, recurrence="weekly")
    channel = community.bot.guild.get_channel(community.channel.id)
    assert isinstance(channel, discord.TextChannel)
    await community.simulator.as_bot(channel.get_partial_message(shown.id).delete())
    await cancel(community)
    assert starts(community)[0] == "10/12 18:30"


async def test_a_card_edited_too_often_is_tried_again_later(community: World) -> None:
    shown = await plan(community)
    community.simulator.env.inject_error(
        "PATCH", f"/channels/{community.channel.id}/messages/*", status=400, code=30046, message="later", times=2
    )
    await say(community.members[0], shown, "Oui")
    assert "0 oui" in said(card(community))
    await community.advance(minutes=1)
    assert "1 oui" in said(card(community))


async def test_a_deleted_channel_is_reported_once(community: World) -> None:
    await plan(community)
    await community.delete_channel()
    await community.advance(days=10)
    told = [message for message in community.posts(community.moderation) if "n’existe plus" in said(message)]
    assert told
    assert TITLE in events(community)[0].name


async def test_an_organiser_who_left_leaves_the_meetup_to_the_moderators(community: World) -> None:
    await community.simulator.as_bot(community.bot.settings.change(meetup_planners="everyone"))
    organiser = community.members[0]
    form = await organiser.slash(community.channel, "meetup plan", when="3 décembre 18h30")
    preview = await organiser.submit_modal(form, {"title": TITLE, "about": "", "place": "Ici"})
    await organiser.click(answer(preview), label="Publier")
    refused = await community.members[1].slash(community.channel, "meetup cancel", meetup="1")
    assert "Seule la personne qui organise" in words(refused)
    member = community.bot.guild.get_member(organiser.id)
    assert member is not None
    await community.simulator.as_bot(member.kick())
    assert "C’est annulé" in words(await cancel(community))
    assert thread(community, card(community))
    assert "meetups:yes:1" not in custom_ids(card(community))
