"""What moderators see of the bot itself, and the button that lets it go on."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

import discord

from bot.screen.checks import is_moderator, missing_permissions, require_moderator
from bot.screen.ui import Dynamic, Interaction, Layout, redraw, show
from cogs.operation import cards
from cogs.operation.models import Missing
from cogs.operation.service import StatusService


def _service(interaction: Interaction) -> StatusService:
    return interaction.client.registry.service(StatusService)


async def show_status(interaction: Interaction) -> None:
    require_moderator(interaction)
    status = await _service(interaction).look(interaction.client.started_at)
    chosen = interaction.client.settings.community.channel_ids
    used = await _service(interaction).list_channels()
    missing = list(_missing(interaction.client.guild, chosen, used))
    _service(interaction).note_told(interaction.user.id)
    await show(interaction, cards.status_card(status, missing, interaction.client.speaker_for(interaction)))


def _missing(guild: discord.Guild, chosen: Collection[int], used: Sequence[int]) -> Iterator[Missing]:
    """A chosen channel that is not there is gone; one in which something was posted may be a thread that rests."""
    for channel_id in dict.fromkeys([*sorted(chosen), *used]):
        channel = guild.get_channel_or_thread(channel_id)
        if channel is None:
            if channel_id in chosen:
                yield Missing(channel_id, None)
        elif lacks := missing_permissions(channel):
            yield Missing(channel_id, tuple(lacks))


class ResumeButton(Dynamic, template=r"operation:resume:"):
    async def act(self, interaction: Interaction) -> None:
        moderator = require_moderator(interaction)
        await _service(interaction).resume()
        await redraw(interaction, cards.resumed_card(moderator.mention, interaction.client.public_speaker))


async def tell_held(interaction: Interaction) -> Layout | None:
    """Where no moderators' channel was chosen: to each moderator who comes by."""
    bot = interaction.client
    community, user = bot.settings.community, interaction.user
    held = _service(interaction).find_untold(user.id)
    if held is None or community.moderators_channel_id is not None:
        return None
    member = user if isinstance(user, discord.Member) else bot.guild.get_member(user.id)
    if member is None or not is_moderator(member, community):
        return None
    _service(interaction).note_told(user.id)
    return cards.held_card(held, await _service(interaction).list_waiting(), bot.speaker_for(interaction))


DYNAMICS: tuple[type[Dynamic], ...] = (ResumeButton,)
