"""The buttons of the home card, and the help, built from the commands themselves."""

from __future__ import annotations

from typing import Any

import discord
from discord import app_commands

from bot.client import FEATURES, CommunityBot
from bot.errors import StaleButton
from bot.registry import HomeAction
from bot.screen.checks import (
    MODERATORS,
    is_moderator,
    member_of,
    require_can_post,
    require_configurer,
    require_moderator,
)
from bot.screen.commands import command_key
from bot.screen.errors import refuses_messages
from bot.screen.i18n import Speaker
from bot.screen.ui import Dynamic, Interaction, Layout, picked_ids, show, told_card, turn
from cogs.help import cards
from cogs.help.service import HelpService

MEMBERS = "members"


class HomeButton(Dynamic, template=r"home:do:(?P<key>[a-z-]+)"):
    async def act(self, interaction: Interaction) -> None:
        for action in interaction.client.registry.all(HomeAction):
            if action.key == self.ids["key"]:
                await action.run(interaction)
                return
        raise StaleButton


class PostHomeSelect(Dynamic, template=r"home:post:"):
    async def act(self, interaction: Interaction) -> None:
        require_configurer(interaction)
        channel_id = picked_ids(interaction)[0]
        require_can_post(interaction, channel_id)
        await interaction.client.registry.service(HelpService).post_home(channel_id)
        await turn(interaction, cards.home_posted_card(channel_id, interaction.client.speaker_for(interaction)))


class HelpButton(Dynamic, template=r"home:help:(?P<part>members|moderators)"):
    async def act(self, interaction: Interaction) -> None:
        part = self.ids["part"]
        if part == MODERATORS:
            require_moderator(interaction)
        await turn(interaction, _help(interaction, part))


class FirstStepsButton(Dynamic, template=r"home:first-steps:"):
    """By a direct message to whoever pressed, and to nobody else; shown here where those are closed."""

    async def act(self, interaction: Interaction) -> None:
        t = interaction.client.speaker_for(interaction)
        card = cards.first_steps_card(t)
        try:
            await interaction.user.send(view=card)
        except discord.HTTPException as error:
            if not refuses_messages(error):
                raise
            await show(interaction, card)
            return
        await show(interaction, told_card(t("first-steps-sent")))


class TourButton(Dynamic, template=r"home:tour:(?P<page>-?\d+)"):
    async def act(self, interaction: Interaction) -> None:
        require_configurer(interaction)
        await turn(interaction, cards.tour_card(int(self.ids["page"]), interaction.client.speaker_for(interaction)))


async def show_tour(interaction: Interaction) -> None:
    require_configurer(interaction)
    await turn(interaction, cards.tour_card(0, interaction.client.speaker_for(interaction)))


async def show_help(interaction: Interaction) -> None:
    await show(interaction, _help(interaction, MEMBERS))


def _help(interaction: Interaction, part: str) -> Layout:
    bot = interaction.client
    t = bot.speaker_for(interaction)
    parts = (MEMBERS, MODERATORS) if is_moderator(member_of(interaction), bot.settings.community) else (MEMBERS,)
    features = [cards.FeatureHelp(name, *_of_feature(bot, name, t)) for name in FEATURES]
    return cards.help_card(features, part, t, others=[other for other in parts if other != part])


def _of_feature(
    bot: CommunityBot, feature: str, t: Speaker
) -> tuple[tuple[cards.CommandHelp, ...], tuple[cards.CommandHelp, ...]]:
    audiences: dict[bool, list[cards.CommandHelp]] = {False: [], True: []}
    for command in bot.tree.walk_commands():
        if isinstance(command, app_commands.Command) and _feature_of(command) == feature:
            audiences[command.extras.get("audience") == MODERATORS].append(_describe(command, t))
    return tuple(audiences[False]), tuple(audiences[True])


def _feature_of(command: app_commands.Command[Any, Any, Any]) -> str:
    return command.module.split(".")[1] if command.module else ""


def _describe(command: app_commands.Command[Any, Any, Any], t: Speaker) -> cards.CommandHelp:
    """In the words Discord shows to a reader of that language."""
    parts = [command, *([command.parent] if command.parent else [])]
    name = " ".join(t(command_key(part)) for part in reversed(parts))
    return cards.CommandHelp(name, t(f"{command_key(command)}.description"), None)


async def show_home_section(interaction: Interaction) -> None:
    await turn(interaction, cards.choose_home_card(interaction.client.speaker_for(interaction)))


DYNAMICS: tuple[type[Dynamic], ...] = (HomeButton, HelpButton, FirstStepsButton, TourButton, PostHomeSelect)
