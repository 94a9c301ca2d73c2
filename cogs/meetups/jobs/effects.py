"""Threads and Discord's own events: neither has a nonce, so each is looked for before it is made."""

from __future__ import annotations

from typing import Any

import discord

from bot.posting.outbox_storage import OutboxRow
from bot.posting.posts import Effect
from bot.storage.database import Transaction
from cogs.meetups.jobs.job import MeetupJob
from cogs.meetups.models import EventFace, Occurrence, Status, face_of
from cogs.meetups.service import EVENT, THREAD, Standing, standing

THREAD_NAME = 100
A_WEEK = 10_080  # minutes
TOO_MANY_EVENTS = 30038
FINISHED_EVENT = 180_000


class ThreadEffect(MeetupJob, Effect):
    """A thread made from a message has that message's id: it is found by it."""

    kind = THREAD

    async def perform(self, row: OutboxRow) -> int | None:
        meetup = await self.plans.get(row.ref["meetup_id"])
        if meetup.message_id is None or meetup.thread_id is not None:
            return None
        try:
            return (await self.bot.find_channel(meetup.message_id)).id
        except discord.NotFound:
            pass
        channel = await self.bot.find_channel(meetup.channel_id)
        if isinstance(channel, discord.Thread):
            return None  # a thread holds no threads: reminders go where the card is
        message = channel.get_partial_message(meetup.message_id)
        thread = await message.create_thread(name=meetup.texts.title[:THREAD_NAME], auto_archive_duration=A_WEEK)
        return thread.id

    async def posted(self, row: OutboxRow, message_id: int, transaction: Transaction) -> None:
        await self.plans.note_thread(transaction, row.ref["meetup_id"], message_id)


class EventEffect(MeetupJob, Effect):
    """Always edited, never made again: found by its id, or by its reference in its description."""

    kind = EVENT

    async def perform(self, row: OutboxRow) -> int | None:
        found = await self.events.find(row.ref["occurrence_id"])
        if found is None:
            return None
        occurrence = found[1]
        try:
            event = await self._find(occurrence, thoroughly=row.attempts > 0)
            if event is None:
                return await self._create(occurrence)
            return await self._edit(occurrence, event)
        except discord.NotFound:
            await self.events.deleted_there(occurrence)
            return None
        except discord.HTTPException as error:
            if error.code == TOO_MANY_EVENTS:
                await self.events.note_problem(occurrence.occurrence_id, "full")
                return None
            if error.code == FINISHED_EVENT:
                return None
            raise

    async def refused(self, row: OutboxRow, transaction: Transaction) -> bool:
        await self.events.refused(transaction, row.ref["occurrence_id"])
        return False

    async def _find(self, occurrence: Occurrence, *, thoroughly: bool) -> discord.ScheduledEvent | None:
        guild = self.bot.guild
        if occurrence.event_id is not None:
            return await guild.fetch_scheduled_event(occurrence.event_id, with_counts=False)
        events = await guild.fetch_scheduled_events(with_counts=False) if thoroughly else guild.scheduled_events
        return next((event for event in events if has_reference(event, occurrence)), None)

    async def _create(self, occurrence: Occurrence) -> int | None:
        """Not for what was cancelled before it stood, nor for what has begun: Discord wants a start to come."""
        if occurrence.status is not Status.PLANNED or occurrence.starts_at <= self.bot.clock.now():
            return None
        face = face_of(occurrence)
        event = await self.bot.guild.create_scheduled_event(
            name=face.title,
            description=description_of(occurrence),
            location=face.place,
            start_time=face.starts_at,
            end_time=face.ends_at,
            entity_type=discord.EntityType.external,
            privacy_level=discord.PrivacyLevel.guild_only,
        )
        await self.events.note_event(occurrence, event.id, face)
        return event.id

    async def _edit(self, occurrence: Occurrence, event: discord.ScheduledEvent) -> int | None:
        if occurrence.status is Status.CANCELLED:
            if event.status is discord.EventStatus.scheduled:
                await event.cancel()
            elif event.status is discord.EventStatus.active:
                await event.end()
            return event.id
        seen, face = face_seen(event, occurrence), face_of(occurrence)
        how = standing(occurrence, seen)
        if how in {Standing.CHANGED_THERE, Standing.CHANGED_ON_BOTH_SIDES}:
            await self.events.seen(occurrence, seen)
            return event.id
        if how is Standing.BEHIND:
            await _rewrite(event, occurrence, seen)
        await self.events.note_event(occurrence, event.id, face)
        return event.id


async def _rewrite(event: discord.ScheduledEvent, occurrence: Occurrence, seen: EventFace) -> None:
    """Only what differs: the start of an event under way cannot be set any more."""
    face = face_of(occurrence)
    values: dict[str, Any] = {}
    if seen.title != face.title:
        values["name"] = face.title
    if seen.about != face.about:
        values["description"] = description_of(occurrence)
    if seen.place != face.place:
        values["location"] = face.place
    if seen.starts_at != face.starts_at:
        values["start_time"] = face.starts_at
    if seen.ends_at != face.ends_at or "location" in values or "start_time" in values:
        values["end_time"] = face.ends_at
    if "end_time" in values:
        values["entity_type"] = discord.EntityType.external
        values["location"] = face.place
    await event.edit(**values)


def description_of(occurrence: Occurrence) -> str:
    return "\n\n".join(filter(None, [face_of(occurrence).about, occurrence.reference]))


def has_reference(event: discord.ScheduledEvent, occurrence: Occurrence) -> bool:
    return occurrence.reference in (event.description or "").split()


def face_seen(event: discord.ScheduledEvent, occurrence: Occurrence) -> EventFace:
    """What the event shows, its reference left out."""
    about = (event.description or "").replace(occurrence.reference, "").strip()
    # An event in a voice channel has no place in words: the channel is it.
    place = event.location or (f"#{event.channel.name}" if event.channel else occurrence.texts.place)
    return EventFace(event.name, about, place, event.start_time, event.end_time or occurrence.ends_at)


EFFECTS = (ThreadEffect, EventEffect)
