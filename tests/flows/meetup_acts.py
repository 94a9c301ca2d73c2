"""What people do with meetups, as one line each."""

from __future__ import annotations

from datetime import datetime
from typing import Any

import discord
import simcord

from tests.flows.acts import answer
from tests.world import World, custom_ids

TITLE = "Les jeudis de la Loge"
ABOUT = "Nos lignes rouges, une par une."
PLACE = "Théâtre de Papier, 3 rue des Masques"
TEXTS = {"title": TITLE, "about": ABOUT, "place": PLACE}


async def prepare(world: World, **options: Any) -> simcord.InteractionResult:
    """The preview, by the moderator."""
    texts = {name: options.pop(name) for name in TEXTS if name in options}
    shown = await world.moderator.slash(world.channel, "meetup plan", **({"when": "jeudi 3 décembre 18h30"} | options))
    return await world.moderator.submit_modal(shown, TEXTS | texts)


async def plan(world: World, **options: Any) -> discord.Message:
    """Published; the public card."""
    before = {message.id for message in world.posts()}
    preview = await prepare(world, **options)
    await world.moderator.click(answer(preview), label="Publier")
    return next(message for message in world.posts() if message.id not in before and custom_ids(message))


def card(world: World, meetup_id: int = 1) -> discord.Message:
    return world.post_with(f"meetups:dates:{meetup_id}:0")


def thread(world: World, card: discord.Message) -> simcord.ChannelHandle:
    return next(found for found in world.channel.threads if found.id == card.id)


def events(world: World) -> list[discord.ScheduledEvent]:
    """As the bot sees them, the soonest first; cancelled ones left out."""
    found = [event for event in world.bot.guild.scheduled_events if event.status is not discord.EventStatus.cancelled]
    return sorted(found, key=lambda event: event.start_time)


def starts(world: World) -> list[str]:
    """Paris time of every planned event."""
    return [f"{local(event.start_time):%d/%m %H:%M}" for event in events(world)]


def local(moment: datetime) -> datetime:
    from zoneinfo import ZoneInfo  # noqa: PLC0415 - only here

    return moment.astimezone(ZoneInfo("Europe/Paris"))


async def edit(world: World, occurrence_id: int = 1, **options: Any) -> simcord.InteractionResult:
    """The preview of a change, by the moderator."""
    texts = {name: options.pop(name) for name in TEXTS if name in options}
    shown = await world.moderator.slash(world.channel, "meetup edit", meetup=str(occurrence_id), **options)
    return await world.moderator.submit_modal(shown, TEXTS | texts)


async def change(world: World, occurrence_id: int = 1, **options: Any) -> simcord.InteractionResult:
    preview = await edit(world, occurrence_id, **options)
    return await world.moderator.click(answer(preview), label="Appliquer")


async def cancel(world: World, occurrence_id: int = 1, **options: Any) -> simcord.InteractionResult:
    sure = await world.moderator.slash(world.channel, "meetup cancel", meetup=str(occurrence_id), **options)
    return await world.moderator.click(answer(sure), label="Oui, annuler")


async def say(member: simcord.MemberActor, card: discord.Message, label: str) -> simcord.InteractionResult:
    return await member.click(card, label=label)


async def prefer(world: World, member: simcord.MemberActor, label: str) -> None:
    shown = await member.click(card(world), label="Me rappeler")
    await member.click(answer(shown), label=label)
