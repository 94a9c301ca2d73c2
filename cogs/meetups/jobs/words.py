"""Private words about meetups."""

from __future__ import annotations

from typing import Any

import discord

from bot.screen.i18n import Speaker
from cogs.meetups import cards
from cogs.meetups.jobs.job import MeetupJob
from cogs.meetups.models import MeetupGone
from cogs.meetups.service import PROMOTED, REMINDED, TOLD, ChangeService


class Words(MeetupJob):
    """Draws them; none is said once it is of no use."""

    def register(self) -> None:
        for kind, draw in ((PROMOTED, self._promoted), (REMINDED, self._reminded), (TOLD, self._told)):
            self.bot.notices.register(kind, draw)

    async def _promoted(self, ref: dict[str, Any], t: Speaker) -> discord.ui.LayoutView | None:
        found = await self.find_date(ref)
        if found is None or not found[1].is_to_come(self.bot.clock.now()):
            return None
        return cards.promoted_card(found[1], t)

    async def _reminded(self, ref: dict[str, Any], t: Speaker) -> discord.ui.LayoutView | None:
        """Told too late, it is told no more."""
        found = await self.find_date(ref)
        if found is None or found[1].starts_at <= self.bot.clock.now():
            return None
        meetup, occurrence = found
        place = meetup.thread_id or meetup.channel_id
        return cards.private_reminder_card(occurrence, t, jump=f"<#{place}>")

    async def _told(self, ref: dict[str, Any], t: Speaker) -> discord.ui.LayoutView | None:
        change = await self.bot.registry.service(ChangeService).find_change(ref["change_id"])
        if change is None:
            return None
        try:
            occurrence = await self.plans.get_occurrence(change.occurrence_id)
        except MeetupGone:
            return None
        return cards.change_card(change, t) if occurrence.ends_at > self.bot.clock.now() else None
