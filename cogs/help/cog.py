"""`/help` and `/home`."""

from __future__ import annotations

from discord import app_commands
from discord.ext import commands

from bot.client import CommunityBot
from bot.registry import HomeAction
from bot.screen.ui import Interaction, show
from cogs.help import cards
from cogs.help.views import show_help


class HelpCog(commands.Cog):
    def __init__(self, bot: CommunityBot) -> None:
        self._bot = bot

    @app_commands.command(name="help", description="help")
    async def help(self, interaction: Interaction) -> None:
        await show_help(interaction)

    @app_commands.command(name="home", description="home")
    async def home(self, interaction: Interaction) -> None:
        actions = sorted(self._bot.registry.all(HomeAction), key=lambda action: action.order)
        t = self._bot.speaker_for(interaction)
        await show(interaction, cards.home_card([action.key for action in actions], t))
