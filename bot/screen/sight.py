"""Who sees which channel. A private thread is for those in it; one that rests is judged by its parent."""

from __future__ import annotations

from typing import TYPE_CHECKING

import discord

from bot.screen.checks import is_moderator, member_of

if TYPE_CHECKING:
    from bot.client import CommunityBot


def may_see(client: CommunityBot, channel_id: int, who: discord.Member | discord.Role) -> bool:
    """False for a channel that is gone."""
    channel = client.guild.get_channel_or_thread(channel_id)
    if isinstance(channel, discord.Thread):
        rights = channel.permissions_for(who)
        return rights.view_channel and (not channel.is_private() or rights.manage_threads or _is_in(channel, who))
    if channel is not None:
        return channel.permissions_for(who).view_channel
    known = client.threads.find(channel_id)
    parent = client.guild.get_channel(known.parent_id) if known is not None else None
    if known is None or parent is None:
        return False
    rights = parent.permissions_for(who)
    return rights.view_channel and (not known.is_private or rights.manage_threads)


def is_public(client: CommunityBot, channel_id: int) -> bool:
    """Whether every member sees this channel: what stands elsewhere must not be found by search."""
    return may_see(client, channel_id, client.guild.default_role)


def visible_channels(interaction: discord.Interaction[CommunityBot]) -> set[int] | None:
    """The channels that this member may read; None for moderators, who are told of all."""
    client, member = interaction.client, member_of(interaction)
    if is_moderator(member, client.settings.community):
        return None
    guild = client.guild
    ids = {*(channel.id for channel in [*guild.channels, *guild.threads]), *client.threads.list_ids()}
    return {channel_id for channel_id in ids if may_see(client, channel_id, member)}


def _is_in(thread: discord.Thread, who: discord.Member | discord.Role) -> bool:
    return any(member.id == who.id for member in thread.members)
