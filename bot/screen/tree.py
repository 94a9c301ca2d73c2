"""Slash commands: whom they serve, and what becomes of their errors."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING, Any

import discord
from discord import app_commands

from bot.screen.errors import explain

if TYPE_CHECKING:
    from bot.screen.ui import Interaction

log = logging.getLogger(__name__)


class CommunityTree(app_commands.CommandTree[Any]):
    async def interaction_check(self, interaction: Interaction, /) -> bool:
        return await interaction.client.serves(interaction)


async def answer_command_error(interaction: Interaction, error: app_commands.AppCommandError) -> None:
    if interaction.type is discord.InteractionType.autocomplete:
        log.error("an autocompletion failed: %s", type(error).__name__)
        return
    cause = error.original if isinstance(error, app_commands.CommandInvokeError) else error
    await explain(interaction, cause)
