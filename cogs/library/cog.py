"""`/library`: Discord in, one call to the service, Discord out."""

from __future__ import annotations

from discord import app_commands
from discord.ext import commands

from bot.client import CommunityBot
from bot.registry import SearchScreen
from bot.screen.checks import moderator_only, number_of
from bot.screen.parcels import room_of, send_parcels
from bot.screen.ui import Interaction, show
from cogs.library import cards
from cogs.library.models import EntryUnknown, Kind
from cogs.library.service import LibraryArchive
from cogs.library.service.entries import PREFIX
from cogs.library.views import open_new_form, show_entry, show_history, show_mine, show_tag


class LibraryCog(commands.Cog):
    """The commands of the library, and its buttons on the home card."""

    library = app_commands.Group(name="library", description="library")

    def __init__(self, bot: CommunityBot, archive: LibraryArchive) -> None:
        self._bot = bot
        self._archive = archive

    # Writing

    @library.command(name="add", description="add")
    @app_commands.choices(kind=[app_commands.Choice(name=kind.value, value=kind.value) for kind in Kind])
    async def add(self, interaction: Interaction, kind: str) -> None:
        await open_new_form(interaction, Kind(kind))

    @library.command(name="mine", description="mine")
    async def mine(self, interaction: Interaction) -> None:
        await show_mine(interaction)

    async def show_mine(self, interaction: Interaction) -> None:
        """From the home card."""
        await show_mine(interaction)

    async def begin(self, interaction: Interaction) -> None:
        """From the home card."""
        await show(interaction, cards.kinds_card(self._bot.speaker_for(interaction)))

    # Reading

    async def look(self, interaction: Interaction) -> None:
        """From the home card: what is asked for, in a form."""
        await self._bot.registry.service(SearchScreen).ask(interaction, within=PREFIX)

    @library.command(name="search", description="search")
    async def search(self, interaction: Interaction, words: str = "") -> None:
        await self._bot.registry.service(SearchScreen).show(interaction, words, within=PREFIX)

    @search.autocomplete("words")
    async def _suggest_words(self, interaction: Interaction, typed: str) -> list[app_commands.Choice[str]]:
        """Titles, then tags."""
        language = self._bot.speaker_for(interaction).language
        titles = await self._bot.index.complete_titles(typed, within=PREFIX, limit=8)
        tags = self._bot.thesaurus.complete(typed, language, 8)
        return [
            *(
                app_commands.Choice(name=cards.list_choice(found.title), value=f'"{found.title}"'[:100])
                for found in titles
            ),
            *(app_commands.Choice(name=f"tag : {tag.name(language)}"[:100], value=f"tag:{tag.key}") for tag in tags),
        ]

    @library.command(name="show", description="show")
    async def show(self, interaction: Interaction, entry: str) -> None:
        await show_entry(interaction, number_of(entry, EntryUnknown))

    @library.command(name="history", description="history")
    async def history(self, interaction: Interaction, entry: str) -> None:
        await show_history(interaction, number_of(entry, EntryUnknown), in_place=False)

    @show.autocomplete("entry")
    @history.autocomplete("entry")
    async def _suggest_entry(self, _interaction: Interaction, typed: str) -> list[app_commands.Choice[str]]:
        found = await self._bot.index.complete_titles(typed, within=PREFIX)
        return [
            app_commands.Choice(name=cards.list_choice(completion.title), value=completion.ref.partition(":")[2])
            for completion in found
        ]

    # For moderators

    @moderator_only()
    @library.command(name="tags", description="tags")
    async def tags(self, interaction: Interaction, tag: str) -> None:
        await show_tag(interaction, tag)

    @tags.autocomplete("tag")
    async def _suggest_tag(self, interaction: Interaction, typed: str) -> list[app_commands.Choice[str]]:
        language = self._bot.speaker_for(interaction).language
        return [
            app_commands.Choice(name=tag.name(language), value=tag.key)
            for tag in self._bot.thesaurus.complete(typed, language)
        ]

    @moderator_only()
    @library.command(name="export", description="export")
    async def export(self, interaction: Interaction) -> None:
        """In as many zips as Discord's limit asks for."""
        await interaction.response.defer(ephemeral=True, thinking=True)
        t, packed = self._bot.speaker_for(interaction), await self._archive.packed(room_of(self._bot.guild))
        await send_parcels(interaction, packed, "library", lambda _, of: t("library-exported", count=of), t)

    @moderator_only()
    @library.command(name="missed", description="missed")
    async def missed(self, interaction: Interaction) -> None:
        """What people look for and the library lacks."""
        misses = [(miss.words, miss.searches) for miss in await self._bot.index.list_misses()]
        await show(interaction, cards.misses_card(misses, self._bot.speaker_for(interaction)))
