"""`/meetup`, and Discord's own events: Discord in, one call to the service, Discord out."""

from __future__ import annotations

from datetime import datetime, timedelta

import discord
from discord import app_commands
from discord.ext import commands

from bot.client import CommunityBot
from bot.schedule.when import describe_when, iso_local, suggest_whens
from bot.screen.checks import chosen_channel, here, number_of, require_can_post
from bot.screen.ui import Interaction
from cogs.meetups import cards
from cogs.meetups.jobs import Following
from cogs.meetups.models import FARTHEST, USUAL_LEADS, MeetupGone, Occurrence, Recurrence, Scope
from cogs.meetups.service import Alteration, MeetupDraftService, PlanService, Preparation
from cogs.meetups.views import ask_to_cancel, list_organised, require_may_plan, require_organiser, show_list

LEADS = {
    "usual": USUAL_LEADS,
    "week": (10_080, *USUAL_LEADS),
    "day": (1440,),
    "hour": (60,),
    "none": (),
}
USUAL_WHEN = timedelta(days=7)
RECURRENCES = [app_commands.Choice(name=f"every-{value}", value=value.value) for value in Recurrence]
SCOPES = [app_commands.Choice(name=f"scope-{value}", value=value.value) for value in Scope]
REMINDERS = [app_commands.Choice(name=f"reminders-{key}", value=key) for key in LEADS]


class MeetupsCog(commands.Cog):
    """The commands of meetups, and what happens to their events in Discord."""

    meetup = app_commands.Group(name="meetup", description="meetup")

    def __init__(self, bot: CommunityBot, drafts: MeetupDraftService, plans: PlanService, following: Following) -> None:
        self._bot = bot
        self._drafts = drafts
        self._plans = plans
        self._following = following

    # Planning

    @meetup.command(name="plan", description="plan")
    @app_commands.choices(recurrence=RECURRENCES, reminders=REMINDERS)
    async def plan(  # noqa: PLR0913 - the options of the command
        self,
        interaction: Interaction,
        *,
        when: str,
        duration: str = "",
        recurrence: str = Recurrence.NONE.value,
        until: str = "",
        capacity: app_commands.Range[int, 1, 5000] | None = None,
        channel: discord.TextChannel | None = None,
        reminders: str = "usual",
    ) -> None:
        await self._prepare(
            interaction,
            Preparation(
                author_id=interaction.user.id,
                channel_id=chosen_channel(interaction, channel),
                when=when,
                duration=duration,
                recurrence=Recurrence(recurrence),
                until=until,
                capacity=capacity,
                leads=LEADS[reminders],
            ),
        )

    async def plan_usual(self, interaction: Interaction) -> None:
        """From the home card: in a week at this hour, once; `/meetup plan` has the rest."""
        now = self._bot.clock.now()
        announcements = self._bot.settings.community.announcements_channel_id
        await self._prepare(
            interaction,
            Preparation(
                author_id=interaction.user.id,
                channel_id=announcements or here(interaction),
                when=iso_local(_next_hour(now) + USUAL_WHEN, self._bot.zone),
            ),
        )

    async def _prepare(self, interaction: Interaction, preparation: Preparation) -> None:
        require_may_plan(interaction)
        require_can_post(interaction, preparation.channel_id)
        draft = await self._drafts.start(preparation)
        await interaction.response.send_modal(cards.draft_form(draft, self._bot.speaker_for(interaction)))

    # Looking up

    @meetup.command(name="list", description="list")
    async def list_meetups(self, interaction: Interaction) -> None:
        await show_list(interaction, "all", 0, in_place=False)

    async def show_all(self, interaction: Interaction) -> None:
        """From the home card."""
        await show_list(interaction, "all", 0, in_place=False)

    @meetup.command(name="mine", description="mine")
    async def mine(self, interaction: Interaction) -> None:
        await show_list(interaction, "mine", 0, in_place=False)

    @meetup.command(name="find-date", description="find-date")
    async def find_date(
        self, interaction: Interaction, duration: str = "", channel: discord.TextChannel | None = None
    ) -> None:
        """Up to ten slots, answered by name."""
        require_may_plan(interaction)
        channel_id = chosen_channel(interaction, channel)
        require_can_post(interaction, channel_id)
        minutes = self._drafts.read_minutes(duration)
        await interaction.response.send_modal(cards.dates_form(channel_id, minutes, self._bot.speaker_for(interaction)))

    # Changing

    @meetup.command(name="edit", description="edit")
    @app_commands.choices(scope=SCOPES)
    async def edit(
        self,
        interaction: Interaction,
        *,
        meetup: str,
        scope: str = Scope.THIS.value,
        when: str = "",
        duration: str = "",
        capacity: app_commands.Range[int, 0, 5000] | None = None,
    ) -> None:
        held, occurrence = await require_organiser(interaction, number_of(meetup, MeetupGone))
        draft = await self._drafts.start_change(
            held, occurrence, interaction.user.id, Alteration(Scope(scope), when, duration, capacity)
        )
        await interaction.response.send_modal(cards.draft_form(draft, self._bot.speaker_for(interaction)))

    @meetup.command(name="cancel", description="cancel")
    @app_commands.choices(scope=SCOPES)
    async def cancel(self, interaction: Interaction, meetup: str, scope: str = Scope.THIS.value) -> None:
        await ask_to_cancel(interaction, number_of(meetup, MeetupGone), Scope(scope))

    @edit.autocomplete("meetup")
    @cancel.autocomplete("meetup")
    async def _suggest_date(self, interaction: Interaction, typed: str) -> list[app_commands.Choice[str]]:
        """Those that this person may change."""
        t, wanted = self._bot.speaker_for(interaction), typed.casefold()
        theirs = await list_organised(interaction)
        found: list[tuple[Occurrence, str]] = [(occurrence, cards.choice_name(occurrence, t)) for occurrence in theirs]
        return [
            app_commands.Choice(name=name, value=str(occurrence.occurrence_id))
            for occurrence, name in found
            if wanted in name.casefold()
        ][:25]

    @plan.autocomplete("when")
    @edit.autocomplete("when")
    async def _suggest_when(self, interaction: Interaction, typed: str) -> list[app_commands.Choice[str]]:
        now, zone = self._bot.clock.now(), self._bot.zone
        language = self._bot.speaker_for(interaction).language
        return [
            app_commands.Choice(
                name=describe_when(moment, now=now, zone=zone, language=language)[:100],
                value=iso_local(moment, zone),
            )
            for moment in suggest_whens(typed, now=now, zone=zone, language=language, most=FARTHEST)
        ]

    # Discord's own events

    @commands.Cog.listener()
    async def on_scheduled_event_update(self, _before: discord.ScheduledEvent, after: discord.ScheduledEvent) -> None:
        await self._following.updated(after)

    @commands.Cog.listener()
    async def on_scheduled_event_delete(self, event: discord.ScheduledEvent) -> None:
        await self._following.deleted(event.id)

    @commands.Cog.listener()
    async def on_scheduled_event_user_add(self, event: discord.ScheduledEvent, _user: discord.User) -> None:
        await self._following.interest_moved(event.id)

    @commands.Cog.listener()
    async def on_scheduled_event_user_remove(self, event: discord.ScheduledEvent, _user: discord.User) -> None:
        await self._following.interest_moved(event.id)


def _next_hour(now: datetime) -> datetime:
    return now.replace(minute=0, second=0, microsecond=0) + timedelta(hours=1)
