"""`/anonymity` and `/privacy`."""

from __future__ import annotations

from discord import app_commands
from discord.ext import commands

from bot.screen.ui import Interaction
from cogs.privacy.views import show_anonymity, show_privacy


class PrivacyCog(commands.Cog):
    @app_commands.command(name="anonymity", description="anonymity")
    async def anonymity(self, interaction: Interaction) -> None:
        await show_anonymity(interaction)

    @app_commands.command(name="privacy", description="privacy")
    async def privacy(self, interaction: Interaction) -> None:
        await show_privacy(interaction)
