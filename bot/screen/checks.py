"""Who may do what. Discord knows no permission on a subcommand, so the bot asks here."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, TypeAlias, TypeVar

import discord
from discord import app_commands

from bot.errors import UserError

if TYPE_CHECKING:
    from bot.client import CommunityBot
    from bot.storage.settings import Community

MODERATORS = "moderators"

_Place: TypeAlias = discord.TextChannel | discord.Thread
C = TypeVar("C", bound=app_commands.Command[Any, ..., Any])


class ModeratorsOnly(UserError, app_commands.CheckFailure):
    def __init__(self) -> None:
        super().__init__("error-moderators-only")


class NotAMember(UserError, app_commands.CheckFailure):
    def __init__(self) -> None:
        super().__init__("error-not-a-member")


def is_moderator(member: discord.Member, community: Community) -> bool:
    """The moderators' role; Manage Server until one is set, or once it is deleted."""
    role_id = community.moderators_role_id
    if role_id is not None and member.guild.get_role(role_id) is not None:
        return member.get_role(role_id) is not None
    return member.guild_permissions.manage_guild


def may_configure(member: discord.Member, community: Community) -> bool:
    """Moderators, and whoever manages the server: a wrong role must not lock everybody out of the settings."""
    return is_moderator(member, community) or member.guild_permissions.manage_guild


def member_of(interaction: discord.Interaction[CommunityBot]) -> discord.Member:
    """The person as a member of the community, in a direct message too. Raises NotAMember."""
    user = interaction.user
    member = user if isinstance(user, discord.Member) else interaction.client.guild.get_member(user.id)
    if member is None:
        raise NotAMember
    return member


def require_moderator(interaction: discord.Interaction[CommunityBot]) -> discord.Member:
    member = member_of(interaction)
    if not is_moderator(member, interaction.client.settings.community):
        raise ModeratorsOnly
    return member


def require_configurer(interaction: discord.Interaction[CommunityBot]) -> discord.Member:
    member = member_of(interaction)
    if not may_configure(member, interaction.client.settings.community):
        raise ModeratorsOnly
    return member


async def has_other_moderator(interaction: discord.Interaction[CommunityBot]) -> bool:
    """Whether somebody else than whoever acts could decide."""
    community = interaction.client.settings.community
    return any(
        is_moderator(member, community)
        for member in (await interaction.client.whole_guild()).members
        if not member.bot and member.id != interaction.user.id
    )


def moderator_only() -> Callable[[C], C]:
    """On a command: refused to others, and shown under the moderators' part of /help."""

    def check(interaction: discord.Interaction[Any]) -> bool:
        require_moderator(interaction)
        return True

    def mark(command: C) -> C:
        command.add_check(check)
        command.extras["audience"] = MODERATORS
        return command

    return mark


class CannotPost(UserError):
    """What the bot lacks in a channel, as the permissions are named in Discord's settings."""

    def __init__(self, channel: str, missing: str) -> None:
        super().__init__("error-cannot-post", channel=channel, missing=missing)


class RoleGone(UserError):
    def __init__(self) -> None:
        super().__init__("error-role-gone")


class ChannelGone(UserError):
    def __init__(self) -> None:
        super().__init__("error-channel-gone")


def missing_permissions(
    channel: discord.abc.GuildChannel | discord.Thread, me: discord.Member | None = None
) -> list[str]:
    """What the bot lacks to post there. `me`: the bot, where no gateway has told who that is."""
    has = channel.permissions_for(me or channel.guild.me)
    write = "send_messages_in_threads" if isinstance(channel, discord.Thread) else "send_messages"
    needed = ("view_channel", write, "attach_files", "read_message_history")
    return [name for name in needed if not getattr(has, name)]


def require_can_post(interaction: discord.Interaction[CommunityBot], channel_id: int) -> None:
    """Raises ChannelGone, or CannotPost with everything that is missing at once."""
    guild = interaction.client.guild
    channel = guild.get_channel_or_thread(channel_id)
    if channel is None:
        raise ChannelGone
    if missing := missing_permissions(channel):
        t = interaction.client.speaker_for(interaction)
        raise CannotPost(channel.mention, ", ".join(t(f"permission-{name.replace('_', '-')}") for name in missing))


def first_channel(guild: discord.Guild) -> discord.TextChannel | None:
    """The server's own channel for such messages, or the first in which the bot may write."""
    candidates = [*filter(None, [guild.system_channel]), *guild.text_channels]
    for channel in candidates:
        rights = channel.permissions_for(guild.me)
        if rights.view_channel and rights.send_messages:
            return channel
    return None


class CannotWrite(UserError):
    def __init__(self, channel: str) -> None:
        super().__init__("error-cannot-write", channel=channel)


def require_may_write(interaction: discord.Interaction[CommunityBot], channel_id: int) -> None:
    """Raises ChannelGone; CannotWrite where the member could not write themselves."""
    channel = interaction.client.guild.get_channel_or_thread(channel_id)
    if channel is None:
        raise ChannelGone
    rights = channel.permissions_for(member_of(interaction))
    may = rights.send_messages_in_threads if isinstance(channel, discord.Thread) else rights.send_messages
    if not (rights.view_channel and may):
        raise CannotWrite(channel.mention)


def chosen_channel(interaction: discord.Interaction[CommunityBot], channel: _Place | None) -> int:
    """The one that was named, or else the one of the command; where this member may write too.

    The bot lends nobody its own rights. Raises CannotWrite, ChannelGone.
    """
    channel_id = channel.id if channel else here(interaction)
    require_may_write(interaction, channel_id)
    return channel_id


def here(interaction: discord.Interaction[CommunityBot]) -> int:
    """The channel of the command; from a direct message, the one for announcements. Raises ChannelGone."""
    if interaction.guild_id is not None and interaction.channel_id is not None:
        return interaction.channel_id
    if (channel_id := interaction.client.settings.community.announcements_channel_id) is not None:
        return channel_id
    raise ChannelGone


async def electorate_of(interaction: discord.Interaction[CommunityBot], role_id: int | None) -> list[int]:
    """The members who may answer if it opened now: people, no bots. Raises RoleGone."""
    guild = await interaction.client.whole_guild()
    if role_id is not None and guild.get_role(role_id) is None:
        raise RoleGone
    return [
        member.id
        for member in guild.members
        if not member.bot and (role_id is None or member.get_role(role_id) is not None)
    ]


def number_of(typed: str, unknown: Callable[[], UserError]) -> int:
    """Autocompletion gives the number; a person may type «12», «#12» or «12. Its title». Raises `unknown`."""
    digits = typed.strip().lstrip("#").split(".")[0].strip()
    if not (digits.isascii() and digits.isdigit() and len(digits) < 10):  # noqa: PLR2004 - nothing has ten digits
        raise unknown()
    return int(digits)
