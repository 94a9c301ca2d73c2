"""What the buttons of meetups need to find: the services, and who may do what."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

from bot.schedule.when import describe_when
from bot.screen.checks import is_moderator, member_of
from bot.screen.i18n import Speaker
from bot.screen.sight import may_see
from bot.screen.ui import Interaction
from cogs.meetups.models import Meetup, NotAllowedToPlan, NotYourMeetup, Occurrence
from cogs.meetups.service import (
    CalendarService,
    ChangeService,
    DueService,
    EventService,
    FactsService,
    MeetupDraftService,
    NotesService,
    PlanService,
    RsvpService,
)
from cogs.meetups.service.calendar import InWords


def drafts(interaction: Interaction) -> MeetupDraftService:
    return interaction.client.registry.service(MeetupDraftService)


def plans(interaction: Interaction) -> PlanService:
    return interaction.client.registry.service(PlanService)


def rsvps(interaction: Interaction) -> RsvpService:
    return interaction.client.registry.service(RsvpService)


def facts(interaction: Interaction) -> FactsService:
    return interaction.client.registry.service(FactsService)


def changes(interaction: Interaction) -> ChangeService:
    return interaction.client.registry.service(ChangeService)


def events(interaction: Interaction) -> EventService:
    return interaction.client.registry.service(EventService)


def calendars(interaction: Interaction) -> CalendarService:
    return interaction.client.registry.service(CalendarService)


def dues(interaction: Interaction) -> DueService:
    return interaction.client.registry.service(DueService)


def notes(interaction: Interaction) -> NotesService:
    return interaction.client.registry.service(NotesService)


def moderates(interaction: Interaction) -> bool:
    return is_moderator(member_of(interaction), interaction.client.settings.community)


def require_may_plan(interaction: Interaction) -> None:
    """At each step: the right may be lost between the form and the publication. Raises NotAllowedToPlan."""
    if interaction.client.settings.community.meetup_planners == "moderators" and not moderates(interaction):
        raise NotAllowedToPlan


async def require_organiser(interaction: Interaction, occurrence_id: int) -> tuple[Meetup, Occurrence]:
    """The organiser, or a moderator. Raises NotYourMeetup, MeetupGone, OccurrenceOver."""
    occurrence = await plans(interaction).get_to_come(occurrence_id)
    meetup = await plans(interaction).get(occurrence.meetup_id)
    if not organises(interaction, meetup):
        raise NotYourMeetup
    return meetup, occurrence


def organises(interaction: Interaction, meetup: Meetup) -> bool:
    return meetup.organiser_id == interaction.user.id or moderates(interaction)


async def list_organised(interaction: Interaction) -> list[Occurrence]:
    """The dates to come that this person may change; all of them for a moderator."""
    return await plans(interaction).list_to_come(None if moderates(interaction) else interaction.user.id)


def sees(interaction: Interaction, meetup: Meetup) -> bool:
    """Whether this member may read the channel of the card."""
    return may_see(interaction.client, meetup.channel_id, member_of(interaction)) or organises(interaction, meetup)


def in_words(t: Speaker, now: datetime) -> InWords:
    """«jeudi 14 janvier 2027 à 18:30 (Paris)»: for files, where Discord's own times do not show."""

    def words(moment: datetime, zone: ZoneInfo) -> str:
        when = describe_when(moment, now=now, zone=zone, language=t.language).rpartition(",")[0]
        return t("meetups-in-zone", when=when, city=zone.key.rpartition("/")[2].replace("_", " "))

    return words
