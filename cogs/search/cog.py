"""`/search`: everything public at once."""

from __future__ import annotations

from discord import app_commands
from discord.ext import commands

from bot.client import CommunityBot
from bot.registry import SearchScreen
from bot.screen.ui import Interaction
from cogs.search.service import SearchService


class SearchCog(commands.Cog):
    def __init__(self, bot: CommunityBot, service: SearchService) -> None:
        self._bot = bot
        self._service = service

    async def cog_unload(self) -> None:
        await self._service.close()

    @app_commands.command(name="search", description="search")
    async def search(self, interaction: Interaction, words: str = "") -> None:
        await self._bot.registry.service(SearchScreen).show(interaction, words, within=None)

    @search.autocomplete("words")
    async def _suggest(self, interaction: Interaction, typed: str) -> list[app_commands.Choice[str]]:
        language = self._bot.speaker_for(interaction).language
        titles = await self._bot.index.complete_titles(typed, limit=12)
        tags = self._bot.thesaurus.complete(typed, language, 8)
        return [
            *(app_commands.Choice(name=found.title[:100], value=f'"{found.title}"'[:100]) for found in titles),
            *(app_commands.Choice(name=tag.name(language)[:100], value=f"tag:{tag.key}") for tag in tags),
        ]
