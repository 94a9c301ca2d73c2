"""`/digest` and `/whatsnew`: Discord in, one call to the service, Discord out."""

from __future__ import annotations

import discord
from discord import app_commands
from discord.ext import commands

from bot.client import CommunityBot
from bot.schedule.when import describe_when, iso_local, suggest_whens
from bot.screen.checks import moderator_only, number_of, require_can_post
from bot.screen.neutral import neutral
from bot.screen.ui import Interaction, show
from bot.text.tidy import same_words
from cogs.digests import cards
from cogs.digests.models import Cadence, DigestNotFound
from cogs.digests.service import DigestService, Wishes
from cogs.digests.views import show_archive, show_digest, show_followed, show_list, show_news

CADENCES = [
    app_commands.Choice(name=app_commands.locale_str(cadence.value), value=cadence.value) for cadence in Cadence
]
LEAD = app_commands.Range[int, 1, 5]
DAYS = app_commands.Range[int, 1, 90]


class DigestsCog(commands.Cog):
    """The commands of digests, and what is new for oneself."""

    digest = app_commands.Group(name="digest", description="digest")
    whatsnew = app_commands.Group(name="whatsnew", description="whatsnew")

    def __init__(self, bot: CommunityBot, service: DigestService) -> None:
        self._bot = bot
        self._service = service

    # For moderators

    @moderator_only()
    @digest.command(name="schedule", description="schedule")
    @app_commands.choices(cadence=CADENCES)
    async def schedule(  # noqa: PLR0913, PLR0917 - the options of the command
        self,
        interaction: Interaction,
        name: str,
        cadence: str,
        first: str,
        channel: discord.TextChannel,
        role: discord.Role | None = None,
        lead: LEAD | None = None,
    ) -> None:
        require_can_post(interaction, channel.id)
        digest = await self._service.schedule(Wishes(name, Cadence(cadence), first, channel.id, _called(role), lead))
        await show_digest(interaction, digest)

    @moderator_only()
    @digest.command(name="edit", description="edit")
    @app_commands.choices(cadence=CADENCES)
    async def edit(  # noqa: PLR0913, PLR0917 - the options of the command
        self,
        interaction: Interaction,
        digest: str,
        name: str | None = None,
        cadence: str | None = None,
        first: str | None = None,
        channel: discord.TextChannel | None = None,
        role: discord.Role | None = None,
        lead: LEAD | None = None,
    ) -> None:
        if channel is not None:
            require_can_post(interaction, channel.id)
        wishes = Wishes(
            name,
            Cadence(cadence) if cadence else None,
            first,
            channel.id if channel else None,
            _called(role),
            lead,
        )
        await show_digest(interaction, await self._service.edit(number_of(digest, DigestNotFound), wishes))

    @moderator_only()
    @digest.command(name="list", description="list")
    async def list_digests(self, interaction: Interaction) -> None:
        await show_list(interaction)

    @moderator_only()
    @digest.command(name="pause", description="pause")
    async def pause(self, interaction: Interaction, digest: str) -> None:
        await show_digest(interaction, await self._service.pause(number_of(digest, DigestNotFound)))

    @moderator_only()
    @digest.command(name="delete", description="delete")
    async def delete(self, interaction: Interaction, digest: str) -> None:
        found, t = await self._service.get(number_of(digest, DigestNotFound)), self._bot.speaker_for(interaction)
        question = t("digests-delete-question", name=neutral(found.name, 150))
        custom_id = f"digests:delete:{found.digest_id}"
        await show(interaction, cards.sure_card(question, t("digests-delete-yes"), custom_id))

    @moderator_only()
    @digest.command(name="archive", description="archive")
    async def archive(self, interaction: Interaction, words: str = "") -> None:
        await show_archive(interaction, 0, words)

    @edit.autocomplete("digest")
    @pause.autocomplete("digest")
    @delete.autocomplete("digest")
    async def _suggest_digest(self, _interaction: Interaction, typed: str) -> list[app_commands.Choice[str]]:
        wanted = same_words(typed)
        return [
            app_commands.Choice(name=digest.name[:100], value=str(digest.digest_id))
            for digest in await self._service.list_all()
            if wanted in same_words(digest.name)
        ][:25]

    @schedule.autocomplete("first")
    @edit.autocomplete("first")
    async def _suggest_first(self, interaction: Interaction, typed: str) -> list[app_commands.Choice[str]]:
        now, zone = self._bot.clock.now(), self._bot.zone
        language = self._bot.speaker_for(interaction).language
        return [
            app_commands.Choice(
                name=describe_when(moment, now=now, zone=zone, language=language)[:100], value=iso_local(moment, zone)
            )
            for moment in suggest_whens(typed, now=now, zone=zone, language=language)
        ]

    # For everybody

    @whatsnew.command(name="show", description="show")
    async def show_new(self, interaction: Interaction, days: DAYS | None = None) -> None:
        await show_news(interaction, days)

    async def show_mine(self, interaction: Interaction) -> None:
        """From the home card."""
        await show_news(interaction, None)

    @whatsnew.command(name="follow", description="follow")
    async def follow(self, interaction: Interaction, tag: str) -> None:
        await show_followed(interaction, tag)

    @follow.autocomplete("tag")
    async def _suggest_tag(self, interaction: Interaction, typed: str) -> list[app_commands.Choice[str]]:
        wanted, language = same_words(typed), self._bot.speaker_for(interaction).language
        names = [self._bot.thesaurus.name(tag.key, language) for tag in self._bot.thesaurus.list_tags()]
        return [app_commands.Choice(name=name[:100], value=name[:100]) for name in names if wanted in same_words(name)][
            :25
        ]


def _called(role: discord.Role | None) -> int | None:
    """@everyone is never called: choosing it is choosing nobody."""
    return None if role is None else 0 if role.is_default() else role.id
