"""`/review`."""

from __future__ import annotations

from discord import app_commands
from discord.ext import commands

from bot.screen.checks import moderator_only
from bot.screen.ui import Interaction
from cogs.review.views import show_list


class ReviewCog(commands.Cog):
    @moderator_only()
    @app_commands.command(name="review", description="review")
    async def review(self, interaction: Interaction) -> None:
        await show_list(interaction, "waiting", 0, in_place=False)
