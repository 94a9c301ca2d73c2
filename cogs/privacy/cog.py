"""`/anonymity`."""

from __future__ import annotations

from discord import app_commands
from discord.ext import commands

from bot.screen.ui import Interaction
from cogs.privacy.views import show_anonymity


class PrivacyCog(commands.Cog):
    @app_commands.command(name="anonymity", description="anonymity")
    async def anonymity(self, interaction: Interaction) -> None:
        await show_anonymity(interaction)
