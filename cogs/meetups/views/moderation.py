"""Decisions about Discord's own events, and the settings."""

from __future__ import annotations

from bot.screen.checks import require_configurer
from bot.screen.ui import Dynamic, Interaction, picked, redraw, told_card, turn
from cogs.meetups import cards
from cogs.meetups.views.parts import events, require_organiser

ZONES = (
    "America/Martinique",
    "America/Guadeloupe",
    "America/Cayenne",
    "Indian/Reunion",
    "Indian/Mayotte",
    "Pacific/Noumea",
    "Pacific/Tahiti",
    "Europe/Paris",
    "Europe/Brussels",
    "Europe/Zurich",
    "America/Montreal",
)


async def show_settings(interaction: Interaction) -> None:
    community = interaction.client.settings.community
    zones = [key for key in community.meetup_zones.split(",") if key]
    t = interaction.client.speaker_for(interaction)
    await turn(interaction, cards.settings_card(community.meetup_planners, zones, ZONES, t))


class _Decision(Dynamic, template=r"never"):
    said = ""

    async def act(self, interaction: Interaction) -> None:
        occurrence_id = int(self.ids["occurrence_id"])
        await require_organiser(interaction, occurrence_id)
        await self.decide(interaction, occurrence_id)
        t = interaction.client.public_speaker
        await redraw(interaction, told_card(t(self.said, who=interaction.user.mention)))

    async def decide(self, interaction: Interaction, occurrence_id: int) -> None:
        raise NotImplementedError


class TheirsButton(_Decision, template=r"meetups:theirs:(?P<occurrence_id>\d+)"):
    said = "meetups-kept-theirs"

    async def decide(self, interaction: Interaction, occurrence_id: int) -> None:
        await events(interaction).keep_theirs(occurrence_id)


class OursButton(_Decision, template=r"meetups:ours:(?P<occurrence_id>\d+)"):
    said = "meetups-kept-ours"

    async def decide(self, interaction: Interaction, occurrence_id: int) -> None:
        await events(interaction).keep_ours(occurrence_id)


class EventAgainButton(_Decision, template=r"meetups:event-again:(?P<occurrence_id>\d+)"):
    said = "meetups-event-again-done"

    async def decide(self, interaction: Interaction, occurrence_id: int) -> None:
        await events(interaction).want_again(occurrence_id)


class EventWithoutButton(_Decision, template=r"meetups:event-without:(?P<occurrence_id>\d+)"):
    said = "meetups-event-without-done"

    async def decide(self, interaction: Interaction, occurrence_id: int) -> None:
        await events(interaction).go_without(occurrence_id)


class PlannersSelect(Dynamic, template=r"meetups:planners:"):
    async def act(self, interaction: Interaction) -> None:
        require_configurer(interaction)
        await interaction.client.settings.change(meetup_planners=picked(interaction)[0])
        await show_settings(interaction)


class ZonesSelect(Dynamic, template=r"meetups:zones:"):
    async def act(self, interaction: Interaction) -> None:
        require_configurer(interaction)
        await interaction.client.settings.change(meetup_zones=",".join(picked(interaction)))
        await show_settings(interaction)


DYNAMICS: tuple[type[Dynamic], ...] = (
    TheirsButton,
    OursButton,
    EventAgainButton,
    EventWithoutButton,
    PlannersSelect,
    ZonesSelect,
)
