"""The community that the flows act in: the real bot, its real database, on the simulated Discord."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any, cast
from zoneinfo import ZoneInfo

import discord
import simcord

from bot.client import CommunityBot
from bot.clock import Clock
from bot.config import Config
from bot.demo.simulator import Simulator
from bot.schedule.scheduler import HandTurnedScheduler
from bot.web.policy import Policy

START = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)  # a Tuesday, 10:00 in Paris
SECRET = bytes(range(32))
PEOPLE = 12


@dataclass
class World:
    """A server with a moderator and eleven members, and the bot in it."""

    simulator: Simulator[CommunityBot]
    data_dir: Path
    guild: simcord.GuildHandle
    channel: simcord.ChannelHandle
    moderation: simcord.ChannelHandle
    role: simcord.RoleHandle
    moderator: simcord.MemberActor
    members: list[simcord.MemberActor]

    @property
    def bot(self) -> CommunityBot:
        return self.simulator.bot

    @property
    def everyone(self) -> list[simcord.MemberActor]:
        return [self.moderator, *self.members]

    async def advance(self, **span: float) -> None:
        await self.simulator.advance(timedelta(**span))

    async def restart(self, *, crash: bool = False, held: bool = False, **downtime: float) -> None:
        """Another process on the same folder; what fell due meanwhile rings.

        After more than a day the bot waits for a moderator's word, which is given unless it is to stay `held`.
        """
        await self.simulator.restart(downtime=timedelta(**downtime), crash=crash)
        if not held:
            await self.simulator.as_bot(self.bot.safe_mode.resume())
        await self.simulator.advance(timedelta(0))

    def join(self, name: str) -> simcord.MemberActor:
        return self.guild.add_member(self.simulator.env.create_user(name))

    async def grant(self, member: simcord.MemberActor) -> None:
        """Gives the role, as a server manager would."""
        guild = self.bot.guild
        found, role = guild.get_member(member.id), guild.get_role(self.role.id)
        assert found is not None
        assert role is not None
        await self.simulator.as_bot(found.add_roles(role))

    async def make_sole_moderator(self) -> None:
        """The moderators' role is hers alone: the server's owner no longer counts as one."""
        role = next(role for role in self.bot.guild.roles if role.name == "Modération")
        await self.simulator.as_bot(self.bot.settings.change(moderators_role_id=role.id))

    async def promote(self, member: simcord.MemberActor) -> None:
        """One more moderator."""
        guild = self.bot.guild
        role = next(role for role in guild.roles if role.name == "Modération")
        found = guild.get_member(member.id)
        assert found is not None
        await self.simulator.as_bot(found.add_roles(role))

    async def deny(self, **permissions: bool) -> None:
        """Takes permissions from the bot in the channel."""
        channel = self.bot.guild.get_channel(self.channel.id)
        assert channel is not None
        overwrite = discord.PermissionOverwrite(**permissions)
        await self.simulator.as_bot(channel.set_permissions(self.bot.guild.me, overwrite=overwrite))

    async def remove_roles(self, member: simcord.MemberActor) -> None:
        found = self.bot.guild.get_member(member.id)
        assert found is not None
        await self.simulator.as_bot(found.remove_roles(*found.roles[1:]))

    async def hide_channel(self) -> None:
        """From the members; the moderators' role and the bot still see it."""
        await self.deny(view_channel=True, send_messages=True)
        await self._overwrite_everyone(view_channel=False)

    async def silence_members(self) -> None:
        await self.deny(send_messages=True)
        await self._overwrite_everyone(send_messages=False)

    async def _overwrite_everyone(self, **permissions: bool) -> None:
        channel = self.bot.guild.get_channel(self.channel.id)
        assert channel is not None
        overwrite = discord.PermissionOverwrite(**permissions)
        await self.simulator.as_bot(channel.set_permissions(self.bot.guild.default_role, overwrite=overwrite))

    async def delete_role(self) -> None:
        role = self.bot.guild.get_role(self.role.id)
        assert role is not None
        await self.simulator.as_bot(role.delete())

    async def delete_channel(self) -> None:
        channel = self.bot.guild.get_channel(self.channel.id)
        assert channel is not None
        await self.simulator.as_bot(channel.delete())

    def posts(self, channel: simcord.ChannelHandle | None = None) -> list[discord.Message]:
        """The public messages of the bot, oldest first."""
        messages = [message for message in (channel or self.channel).history() if not message.flags.ephemeral]
        return sorted(messages, key=lambda message: message.id)

    def posts_with(self, custom_id: str, channel: simcord.ChannelHandle | None = None) -> list[discord.Message]:
        return [message for message in self.posts(channel) if custom_id in custom_ids(message)]

    def results(self, channel: simcord.ChannelHandle | None = None) -> list[discord.Message]:
        """The posts of results, published or withheld."""
        return [message for message in self.posts(channel) if "Sondage terminé" in said(message)]

    def result(self) -> discord.Message:
        (message,) = self.results()
        return message

    def post_with(self, custom_id: str, channel: simcord.ChannelHandle | None = None) -> discord.Message:
        (message,) = self.posts_with(custom_id, channel)
        return message


def make_config(data_dir: Path, **changes: Any) -> Config:
    values: dict[str, Any] = {
        "discord_token": "token",
        "secret_key": SECRET,
        "data_dir": data_dir,
        "timezone": ZoneInfo("Europe/Paris"),
        "daily_backup": False,
    }
    return Config(**values | changes)


def make_simulator(data_dir: Path, *, web_policy: Policy | None = None, **changes: Any) -> Simulator[CommunityBot]:
    """Its clock rings the bot's alarms. Without a policy of the test's own, the bot would ask the real web."""

    def make_bot(clock: Clock) -> CommunityBot:
        return CommunityBot(
            make_config(data_dir, **changes),
            clock=clock,
            scheduler=HandTurnedScheduler(clock),
            web_policy=web_policy,
        )

    simulator = Simulator(make_bot, start=START)

    async def turn(_now: datetime) -> None:
        await cast("HandTurnedScheduler", simulator.bot.scheduler).turn()

    simulator.on_advance.append(turn)
    simulator.next_due = lambda: cast("HandTurnedScheduler", simulator.bot.scheduler).next_due()
    return simulator


def make_world(data_dir: Path, *, web_policy: Policy | None = None, **changes: Any) -> World:
    simulator = make_simulator(data_dir, web_policy=web_policy, **changes)
    env = simulator.env
    guild = env.create_guild("Le Théâtre des Essais")
    boss = guild.create_role("Modération", permissions=discord.Permissions(manage_guild=True, manage_messages=True))
    role = guild.create_role("Communication")
    return World(
        simulator=simulator,
        data_dir=data_dir,
        guild=guild,
        channel=guild.create_text_channel("agora"),
        moderation=guild.create_text_channel("modération"),
        role=role,
        moderator=guild.add_member(env.create_user("Colombine"), roles=[boss]),
        members=[guild.add_member(env.create_user(f"Membre {number}")) for number in range(1, PEOPLE)],
    )


def parts(message: discord.Message) -> Iterator[Any]:
    """Every component of a message, at any depth."""
    pending: list[Any] = list(message.components)
    while pending:
        component = pending.pop(0)
        yield component
        pending = [*getattr(component, "children", []), *pending]


def custom_ids(message: discord.Message) -> list[str]:
    return [part.custom_id for part in parts(message) if getattr(part, "custom_id", None)]


def said(message: discord.Message | None) -> str:
    """Everything a message says in words."""
    assert message is not None
    return "\n".join(part.content for part in parts(message) if hasattr(part, "content"))
