"""`/status`."""

from __future__ import annotations

from discord import app_commands
from discord.ext import commands

from bot.screen.checks import moderator_only
from bot.screen.ui import Interaction
from cogs.operation.views import show_status


class OperationCog(commands.Cog):
    @moderator_only()
    @app_commands.command(name="status", description="status")
    async def status(self, interaction: Interaction) -> None:
        await show_status(interaction)
