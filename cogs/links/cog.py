"""`/link`, the message menu and the watched channels: Discord in, one call to the service, Discord out."""

from __future__ import annotations

import io
import logging
from typing import cast

import discord
from discord import app_commands
from discord.ext import commands

from bot.client import CommunityBot
from bot.errors import UserError
from bot.registry import SearchScreen
from bot.screen.checks import moderator_only, number_of
from bot.screen.ui import Interaction, show, told_card
from bot.web.page import PageReader
from cogs.links import cards
from cogs.links.models import LinkUnknown, NoLink, Source, find_addresses
from cogs.links.models.exchange import (
    ENDINGS,
    FORMATS,
    LARGEST_FILE,
    ExportTooLarge,
    FileTooLarge,
    Format,
    NotLinks,
)
from cogs.links.service import PREFIX, Door, ExchangeService, HealthService, LinkService, SharingService
from cogs.links.views import (
    ask_removal,
    open_edit_form,
    open_share_form,
    share,
    share_message,
    show_later,
    show_link,
    show_list,
)

log = logging.getLogger(__name__)

MOST_WATCHED_LINKS = 3
# Room for what a message adds to its file.
FILE_MARGIN = 100_000


class LinksCog(commands.Cog):
    """The commands of links, and their button on the home card."""

    link = app_commands.Group(name="link", description="link")

    def __init__(self, bot: CommunityBot, service: LinkService, reader: PageReader) -> None:
        self._bot = bot
        self._service = service
        self._reader = reader
        self._menu: app_commands.ContextMenu = app_commands.ContextMenu(name="keep-link", callback=self.keep)

    async def cog_load(self) -> None:
        self._bot.tree.add_command(self._menu)

    async def cog_unload(self) -> None:
        self._bot.tree.remove_command(self._menu.name, type=self._menu.type)
        await self._bot.registry.service(HealthService).close()
        self._reader.close()

    # Sharing

    @link.command(name="share", description="share")
    async def share(self, interaction: Interaction, url: str, note: str = "", tags: str = "") -> None:
        await share(interaction, url, note, tags)

    async def keep(self, interaction: Interaction, message: discord.Message) -> None:
        """The message menu."""
        texts = [message.content, *(forwarded.content for forwarded in message.message_snapshots)]
        addresses = find_addresses("\n".join(texts))
        if not addresses:
            raise NoLink
        await share_message(interaction, Source(message.channel.id, message.id), addresses)

    async def begin(self, interaction: Interaction) -> None:
        """From the home card."""
        await open_share_form(interaction)

    @commands.Cog.listener()
    async def on_message(self, message: discord.Message) -> None:
        """In a watched channel: what members share there is kept as it is."""
        watched = self._bot.settings.community.watched_channel_ids
        if message.channel.id not in watched or message.author.bot or not self._bot.reads_messages:
            return
        sharing = self._bot.registry.service(SharingService)
        door = Door(message.author.id, message.channel.id, Source(message.channel.id, message.id))
        for address in find_addresses(message.content)[:MOST_WATCHED_LINKS]:
            try:
                draft = await sharing.begin(door, address)
                await sharing.read(draft.draft_id, door.user_id)
                await sharing.publish(draft.draft_id, door.user_id)
            except UserError as refusal:
                log.info("a link in a watched channel was not kept (%s)", refusal.key)
        await self._bot.registry.service(HealthService).arm()

    # Reading

    @link.command(name="search", description="search")
    async def search(self, interaction: Interaction, words: str = "") -> None:
        await self._bot.registry.service(SearchScreen).show(interaction, words, within=PREFIX)

    @search.autocomplete("words")
    async def _suggest_words(self, interaction: Interaction, typed: str) -> list[app_commands.Choice[str]]:
        """Titles, then tags."""
        language = self._bot.speaker_for(interaction).language
        titles = await self._bot.index.complete_titles(typed, within=PREFIX, limit=12)
        tags = self._bot.thesaurus.complete(typed, language, 8)
        return [
            *(
                app_commands.Choice(name=cards.list_choice(found.title), value=f'"{found.title}"'[:100])
                for found in titles
            ),
            *(app_commands.Choice(name=tag.name(language)[:100], value=f"tag:{tag.key}") for tag in tags),
        ]

    @link.command(name="list", description="list")
    async def list_links(self, interaction: Interaction, tag: str = "") -> None:
        found = self._bot.thesaurus.find(tag) if tag else None
        await show_list(interaction, 0, found.key if found else tag)

    @list_links.autocomplete("tag")
    async def _suggest_tag(self, interaction: Interaction, typed: str) -> list[app_commands.Choice[str]]:
        language = self._bot.speaker_for(interaction).language
        return [
            app_commands.Choice(name=tag.name(language), value=tag.key)
            for tag in self._bot.thesaurus.complete(typed, language)
        ]

    @link.command(name="show", description="show")
    async def show(self, interaction: Interaction, link: str) -> None:
        await show_link(interaction, await self._service.get_public(number_of(link, LinkUnknown)), in_place=False)

    @link.command(name="later", description="later")
    async def later(self, interaction: Interaction) -> None:
        await show_later(interaction)

    # Changing

    @link.command(name="edit", description="edit")
    async def edit(self, interaction: Interaction, link: str) -> None:
        await open_edit_form(interaction, number_of(link, LinkUnknown))

    @link.command(name="remove", description="remove")
    async def remove(self, interaction: Interaction, link: str) -> None:
        await ask_removal(interaction, number_of(link, LinkUnknown), in_place=False)

    @show.autocomplete("link")
    @edit.autocomplete("link")
    @remove.autocomplete("link")
    async def _suggest_link(self, _interaction: Interaction, typed: str) -> list[app_commands.Choice[str]]:
        found = await self._bot.index.complete_titles(typed, within=PREFIX)
        return [
            app_commands.Choice(name=cards.list_choice(completion.title), value=completion.ref.partition(":")[2])
            for completion in found
        ]

    # For moderators

    @moderator_only()
    @link.command(name="import", description="import")
    async def bring_in(self, interaction: Interaction, file: discord.Attachment) -> None:
        """Bookmarks, CSV or JSON; known pages are left as they are."""
        if file.size > LARGEST_FILE:
            raise FileTooLarge
        await interaction.response.defer(ephemeral=True, thinking=True)
        try:
            content = await file.read()
        except discord.HTTPException as error:
            raise NotLinks from error
        report = await self._bot.registry.service(ExchangeService).read(content, interaction.user.id)
        await self._bot.registry.service(HealthService).arm()
        t = self._bot.speaker_for(interaction)
        counts = {"added": report.added, "known": report.known, "refused": report.refused}
        await show(interaction, told_card(t("links-imported", **counts)))

    @moderator_only()
    @link.command(name="export", description="export")
    @app_commands.choices(file_format=[app_commands.Choice(name=kind, value=kind) for kind in FORMATS])
    async def export(self, interaction: Interaction, file_format: str = FORMATS[0]) -> None:
        """Without anybody's number; names of people are in their notes only, if at all."""
        await interaction.response.defer(ephemeral=True, thinking=True)
        chosen: Format = cast("Format", file_format)  # one of the choices
        content = await self._bot.registry.service(ExchangeService).write(chosen)
        if len(content) > self._bot.guild.filesize_limit - FILE_MARGIN:
            raise ExportTooLarge
        name = f"links.{ENDINGS[chosen]}"
        layout = cards.file_card(name, self._bot.speaker_for(interaction))
        await interaction.followup.send(view=layout, files=[discord.File(io.BytesIO(content), name)], ephemeral=True)
