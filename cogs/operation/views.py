"""What moderators see of the bot itself, and the button that lets it go on."""

from __future__ import annotations

from collections.abc import Iterator

import discord

from bot.screen.checks import missing_permissions, require_moderator
from bot.screen.ui import Dynamic, Interaction, redraw, show
from cogs.operation import cards
from cogs.operation.models import Missing
from cogs.operation.service import StatusService


def _service(interaction: Interaction) -> StatusService:
    return interaction.client.registry.service(StatusService)


async def show_status(interaction: Interaction) -> None:
    require_moderator(interaction)
    status = await _service(interaction).look(interaction.client.started_at)
    community = interaction.client.settings.community
    chosen = (
        community.announcements_channel_id,
        community.moderators_channel_id,
        community.links_channel_id,
        *community.watched_channel_ids,
    )
    channels = dict.fromkeys([*filter(None, chosen), *await _service(interaction).list_channels()])
    missing = list(_missing(interaction.client.guild, channels))
    await show(interaction, cards.status_card(status, missing, interaction.client.speaker_for(interaction)))


def _missing(guild: discord.Guild, channels: dict[int, None]) -> Iterator[Missing]:
    for channel_id in channels:
        channel = guild.get_channel_or_thread(channel_id)
        if channel is None:
            if guild.get_thread(channel_id) is None and not _may_be_archived(channel_id, guild):
                yield Missing(channel_id, None)
        elif lacks := missing_permissions(channel):
            yield Missing(channel_id, tuple(lacks))


def _may_be_archived(channel_id: int, guild: discord.Guild) -> bool:
    """A thread that rests is in nobody's memory; a chosen channel is."""
    return channel_id not in {channel.id for channel in guild.channels}


class ResumeButton(Dynamic, template=r"operation:resume:"):
    async def act(self, interaction: Interaction) -> None:
        moderator = require_moderator(interaction)
        await _service(interaction).resume()
        await redraw(interaction, cards.resumed_card(moderator.mention, interaction.client.public_speaker))


DYNAMICS: tuple[type[Dynamic], ...] = (ResumeButton,)
