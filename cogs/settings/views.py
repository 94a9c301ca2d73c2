"""The controls of the panel. Everything is asked again at each press: a moderator may have lost the role meanwhile."""

from __future__ import annotations

import re
from collections.abc import Awaitable, Callable

from bot.errors import StaleButton, UserError
from bot.registry import SettingsSection
from bot.screen.checks import first_channel, require_configurer
from bot.screen.ui import Dynamic, Form, Interaction, picked, picked_ids, show, turn
from cogs.settings import cards
from cogs.settings.service import SettingsService


def _service(interaction: Interaction) -> SettingsService:
    return interaction.client.registry.service(SettingsService)


async def show_panel(interaction: Interaction, *, in_place: bool) -> None:
    require_configurer(interaction)
    t = interaction.client.speaker_for(interaction)
    sections = sorted(interaction.client.registry.all(SettingsSection), key=lambda section: section.order)
    layout = cards.panel_card([(section.key, section.summary(t)) for section in sections], t)
    await (turn if in_place else show)(interaction, layout)


async def show_language(interaction: Interaction) -> None:
    t = interaction.client.speaker_for(interaction)
    await turn(interaction, cards.language_card(_service(interaction).community, t))


async def show_zone(interaction: Interaction) -> None:
    t = interaction.client.speaker_for(interaction)
    await turn(interaction, cards.zone_card(_service(interaction).community, t))


async def show_moderators(interaction: Interaction) -> None:
    community, guild = _service(interaction).community, interaction.client.guild
    there = community.moderators_role_id is not None and guild.get_role(community.moderators_role_id) is not None
    t = interaction.client.speaker_for(interaction)
    await turn(interaction, cards.moderators_card(community, t, role_is_there=there))


async def show_channels(interaction: Interaction) -> None:
    there = frozenset(channel.id for channel in interaction.client.guild.channels)
    t = interaction.client.speaker_for(interaction)
    await turn(interaction, cards.channels_card(_service(interaction).community, t, there=there))


async def show_thresholds(interaction: Interaction) -> None:
    t = interaction.client.speaker_for(interaction)
    await turn(interaction, cards.thresholds_card(_service(interaction).community, t))


SECTIONS: tuple[tuple[str, int, Callable[[Interaction], Awaitable[None]]], ...] = (
    ("language", 10, show_language),
    ("zone", 20, show_zone),
    ("moderators", 25, show_moderators),
    ("channels", 28, show_channels),
    ("thresholds", 40, show_thresholds),
)


class OpenButton(Dynamic, template=r"settings:open:"):
    async def act(self, interaction: Interaction) -> None:
        await show_panel(interaction, in_place=False)


class PanelButton(Dynamic, template=r"settings:panel:"):
    async def act(self, interaction: Interaction) -> None:
        await show_panel(interaction, in_place=True)


class SectionButton(Dynamic, template=r"settings:section:(?P<key>[a-z-]+)"):
    async def act(self, interaction: Interaction) -> None:
        await open_section(interaction, self.ids["key"])


async def open_section(interaction: Interaction, key: str) -> None:
    """Raises StaleButton when no feature offers it any more."""
    require_configurer(interaction)
    for section in interaction.client.registry.all(SettingsSection):
        if section.key == key:
            await section.run(interaction)
            return
    raise StaleButton


class LanguageSelect(Dynamic, template=r"settings:language:"):
    async def act(self, interaction: Interaction) -> None:
        require_configurer(interaction)
        await _service(interaction).choose_language(picked(interaction)[0])
        await show_language(interaction)


class FollowSelect(Dynamic, template=r"settings:follow:"):
    async def act(self, interaction: Interaction) -> None:
        require_configurer(interaction)
        await _service(interaction).follow_members(follow=picked(interaction)[0] == "yes")
        await show_language(interaction)


class ZoneSelect(Dynamic, template=r"settings:zone:"):
    async def act(self, interaction: Interaction) -> None:
        require_configurer(interaction)
        await _service(interaction).choose_zone(picked(interaction)[0])
        await show_zone(interaction)


class ZoneFormButton(Dynamic, template=r"settings:zone-form:(?P<typed>.{0,60})"):
    async def act(self, interaction: Interaction) -> None:
        require_configurer(interaction)
        t = interaction.client.speaker_for(interaction)
        await interaction.response.send_modal(cards.zone_form(self.ids["typed"], t))


class ZoneForm(Form):
    template = re.compile(r"settings:zone-typed:")

    async def submitted(self, interaction: Interaction, _ids: dict[str, str], values: dict[str, str], /) -> None:
        require_configurer(interaction)
        typed = values.get("zone", "")
        try:
            await _service(interaction).choose_zone(typed)
        except UserError as problem:
            await _hand_back(interaction, problem, f"settings:zone-form:{typed[:60]}")
            return
        await show_zone(interaction)


class ModeratorsSelect(Dynamic, template=r"settings:moderators:"):
    async def act(self, interaction: Interaction) -> None:
        require_configurer(interaction)
        everyone = interaction.client.guild.default_role.id
        chosen = [role_id for role_id in picked_ids(interaction) if role_id != everyone]
        await _service(interaction).choose_moderators(chosen[0] if chosen else None)
        await show_moderators(interaction)


class ChannelSelect(Dynamic, template=r"settings:channel:(?P<purpose>announcements|moderators)"):
    async def act(self, interaction: Interaction) -> None:
        require_configurer(interaction)
        chosen = picked_ids(interaction)
        await _service(interaction).choose_channel(self.ids["purpose"], chosen[0] if chosen else None)
        await show_channels(interaction)


class ThresholdsFormButton(Dynamic, template=r"settings:thresholds-form:(?P<typed>.{0,30})"):
    async def act(self, interaction: Interaction) -> None:
        require_configurer(interaction)
        community = _service(interaction).community
        electorate, _, answers = self.ids["typed"].partition("/")
        t = interaction.client.speaker_for(interaction)
        await interaction.response.send_modal(
            cards.thresholds_form(
                electorate or str(community.minimum_electorate), answers or str(community.minimum_answers), t
            )
        )


class ThresholdsForm(Form):
    template = re.compile(r"settings:thresholds-typed:")

    async def submitted(self, interaction: Interaction, _ids: dict[str, str], values: dict[str, str], /) -> None:
        require_configurer(interaction)
        electorate, answers = values.get("electorate", ""), values.get("answers", "")
        try:
            guild = await interaction.client.whole_guild()
            channel = first_channel(guild)
            await _service(interaction).raise_thresholds(
                electorate,
                answers,
                members=sum(not member.bot for member in guild.members),
                public_channel_id=channel.id if channel else None,
            )
        except UserError as problem:
            await _hand_back(interaction, problem, f"settings:thresholds-form:{electorate[:10]}/{answers[:10]}")
            return
        await show_thresholds(interaction)


async def _hand_back(interaction: Interaction, problem: UserError, again: str) -> None:
    t = interaction.client.speaker_for(interaction)
    await turn(interaction, cards.to_correct_card(t(problem.key, **problem.params), again, t))


DYNAMICS: tuple[type[Dynamic], ...] = (
    OpenButton,
    PanelButton,
    SectionButton,
    LanguageSelect,
    FollowSelect,
    ZoneSelect,
    ZoneFormButton,
    ModeratorsSelect,
    ChannelSelect,
    ThresholdsFormButton,
)
FORMS = (ZoneForm(), ThresholdsForm())
