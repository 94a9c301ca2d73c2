"""What happens to the events in Discord itself: changed, cancelled or deleted there, and who is interested."""

from __future__ import annotations

import logging
from collections.abc import Coroutine
from datetime import timedelta
from typing import Any

import discord

from bot.errors import UserError
from cogs.meetups.jobs.effects import face_seen
from cogs.meetups.jobs.job import MeetupJob
from cogs.meetups.models import Occurrence

log = logging.getLogger(__name__)

PAGE = 100
GATHERED_FOR = timedelta(seconds=10)
RECONCILE_EVERY = timedelta(hours=6)


class Following(MeetupJob):
    async def updated(self, event: discord.ScheduledEvent) -> None:
        occurrence = await self.events.find_by_event(event.id)
        if occurrence is None:
            return
        try:
            await self._take(occurrence, event)
        except UserError as refusal:
            log.info("a change of event %d is not followed (%s)", event.id, refusal.key)

    async def _take(self, occurrence: Occurrence, event: discord.ScheduledEvent) -> None:
        if event.status is discord.EventStatus.cancelled:
            await self.events.cancelled_there(occurrence)
        elif event.status is not discord.EventStatus.completed and occurrence.is_to_come(self.bot.clock.now()):
            await self.events.seen(occurrence, face_seen(event, occurrence))

    async def deleted(self, event_id: int) -> None:
        occurrence = await self.events.find_by_event(event_id)
        if occurrence is not None:
            await self.events.deleted_there(occurrence)

    async def interest_moved(self, event_id: int) -> None:
        """The gateway tells of members it knows only: it is a hint, and who is interested is asked."""

        async def ring() -> None:
            await self._guarded(self._merge_one(event_id))

        self.bot.scheduler.set_alarm(f"meetups:interest:{event_id}", self.bot.clock.now() + GATHERED_FOR, ring)

    async def reconcile(self) -> None:
        """At each start and every few hours: what was done there while nobody listened."""
        await self._guarded(self._reconcile())
        again = self.bot.clock.now() + RECONCILE_EVERY
        self.bot.scheduler.set_alarm("meetups:reconcile", again, self.reconcile)

    async def _reconcile(self) -> None:
        held = await self.events.list_with_event()
        if not held:
            return
        there = {event.id: event for event in await self.bot.guild.fetch_scheduled_events(with_counts=True)}
        for occurrence in held:
            event = there.get(occurrence.event_id or 0)
            if event is None:
                await self.events.deleted_there(occurrence)
                continue
            await self.updated(event)
            interested = await self._interested(event) if event.user_count else set[int]()
            await self.rsvps.merge_interested(occurrence.occurrence_id, interested)

    async def _merge_one(self, event_id: int) -> None:
        occurrence = await self.events.find_by_event(event_id)
        if occurrence is not None:
            event = await self.bot.guild.fetch_scheduled_event(event_id, with_counts=True)
            await self.rsvps.merge_interested(occurrence.occurrence_id, await self._interested(event))

    async def _interested(self, event: discord.ScheduledEvent) -> set[int]:
        """Page by page, and never the same page twice."""
        found, seen = set[int](), set[int]()
        after: Any = discord.utils.MISSING
        while True:
            page = {user.id: user.bot async for user in event.users(limit=PAGE, after=after)}
            new = page.keys() - seen
            seen |= new
            found |= {user_id for user_id in new if not page[user_id]}
            if len(page) < PAGE or not new:
                return found
            after = discord.Object(max(page))

    async def _guarded(self, work: Coroutine[Any, Any, None]) -> None:
        try:
            await work
        except discord.HTTPException as error:
            log.warning("Discord's events could not be read (%s)", type(error).__name__)
