"""`/help`, built from the commands themselves, and `/home`."""

from __future__ import annotations

from typing import Any

from discord import app_commands
from discord.ext import commands

from bot.client import FEATURES, CommunityBot
from bot.registry import HomeAction
from bot.screen.checks import MODERATORS, is_moderator, member_of
from bot.screen.commands import command_key
from bot.screen.i18n import Speaker
from bot.screen.ui import Interaction, show
from cogs.help import cards


class HelpCog(commands.Cog):
    def __init__(self, bot: CommunityBot) -> None:
        self._bot = bot

    @app_commands.command(name="help", description="help")
    async def help(self, interaction: Interaction) -> None:
        await self.show_help(interaction)

    @app_commands.command(name="home", description="home")
    async def home(self, interaction: Interaction) -> None:
        actions = sorted(self._bot.registry.all(HomeAction), key=lambda action: action.order)
        t = self._bot.speaker_for(interaction)
        await show(interaction, cards.home_card([action.key for action in actions], t))

    async def show_help(self, interaction: Interaction) -> None:
        t = self._bot.speaker_for(interaction)
        moderator = is_moderator(member_of(interaction), self._bot.settings.community)
        await show(interaction, cards.help_card(self._features(t), t, moderator=moderator))

    def _features(self, t: Speaker) -> list[cards.FeatureHelp]:
        return [cards.FeatureHelp(name, *self._of_feature(name, t)) for name in FEATURES]

    def _of_feature(
        self, feature: str, t: Speaker
    ) -> tuple[tuple[cards.CommandHelp, ...], tuple[cards.CommandHelp, ...]]:
        audiences: dict[bool, list[cards.CommandHelp]] = {False: [], True: []}
        for command in self._bot.tree.walk_commands():
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
