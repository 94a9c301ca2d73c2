"""A small bot and a small community for the simulator's own tests."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from typing import Any

import discord
import simcord
from discord.ext import commands

from bot.clock import Clock
from bot.demo.simulator import Simulator

START = datetime(2027, 3, 1, 8, tzinfo=UTC)


class CountButton(discord.ui.DynamicItem[discord.ui.Button[discord.ui.View]], template=r"toy:count:(?P<step>\d+)"):
    """Counts with a pause between reading and writing, as a careless bot would."""

    count = 0

    def __init__(self, step: int) -> None:
        super().__init__(discord.ui.Button(label="Compter", custom_id=f"toy:count:{step}"))
        self.step = step

    @classmethod
    async def from_custom_id(cls, _interaction: Any, _item: Any, match: Any) -> CountButton:
        return cls(int(match["step"]))

    async def callback(self, interaction: discord.Interaction) -> None:
        seen = CountButton.count
        await asyncio.sleep(0)
        CountButton.count = seen + self.step
        await interaction.response.send_message(f"{CountButton.count}", ephemeral=True)


class ToyBot(commands.Bot):
    def __init__(self, clock: Clock) -> None:
        super().__init__("!", intents=discord.Intents.all())
        self.clock = clock
        self.closed_once = False
        self.joined: list[str] = []
        self.spoken: list[tuple[discord.Locale, discord.Locale | None]] = []

    async def setup_hook(self) -> None:
        self.add_dynamic_items(CountButton)

        @self.tree.command(name="compter", description="Un bouton")
        async def _(interaction: discord.Interaction) -> None:
            self.spoken.append((interaction.locale, interaction.guild_locale))
            view = discord.ui.View(timeout=None)
            view.add_item(CountButton(1))
            await interaction.response.send_message("Comptons", view=view)

        await self.tree.sync()

    async def on_guild_join(self, guild: discord.Guild) -> None:
        self.joined.append(guild.name)

    async def close(self) -> None:
        self.closed_once = True
        await super().close()


class Community:
    """A guild with one channel and two members."""

    def __init__(self, env: simcord.Env) -> None:
        self.guild = env.create_guild("Théâtre", preferred_locale="fr")
        self.channel = self.guild.create_text_channel("accueil")
        self.ana = self.guild.add_member(env.create_user("ana"))
        self.bo = self.guild.add_member(env.create_user("bo"))

    @property
    def discord_channel(self) -> discord.TextChannel:
        channel = self.ana.member and self.ana.member.guild.get_channel(self.channel.id)
        assert isinstance(channel, discord.TextChannel)
        return channel

    async def posted_button(self) -> discord.Message:
        await self.ana.slash(self.channel, "compter")
        message = self.channel.last_message
        assert message is not None
        return message


@asynccontextmanager
async def living(**options: Any) -> AsyncGenerator[tuple[Simulator[ToyBot], Community]]:
    simulator = Simulator(ToyBot, start=START, **options)
    community = Community(simulator.env)
    async with simulator:
        yield simulator, community
