"""Contracts: when one of these fails, simcord has mended a gap, and our way around it can go."""

from __future__ import annotations

import discord
import simcord

from bot.clock import Clock
from tests.demo.toy import Community, ToyBot, living


async def test_guilds_made_on_env_do_not_fire_on_guild_join() -> None:
    async with living() as (simulator, _):
        simulator.env.create_guild("Muette")
        await simulator.env.settle()
        assert simulator.bot.joined == []


async def test_history_after_gives_the_newest_messages_instead_of_the_next() -> None:
    async with living() as (_, community):
        channel = community.discord_channel
        first = await channel.send("0")
        for number in range(1, 6):
            await channel.send(str(number))
        found = [message.content async for message in channel.history(limit=2, after=first)]
        assert found == ["4", "5"], "Discord gives 1 and 2"


async def test_interactions_are_always_english_underneath() -> None:
    run = simcord.run(ToyBot(Clock()))
    async with run as env:
        community = Community(env)
        await community.ana.slash(community.channel, "compter")
        assert isinstance(env.bot, ToyBot)
        assert env.bot.spoken == [(discord.Locale.american_english, discord.Locale.american_english)]


async def test_a_bot_without_the_attach_files_permission_can_attach_files() -> None:
    async with living() as (simulator, community):
        allowed = discord.Permissions(view_channel=True, send_messages=True)
        simulator.limit_bot(community.guild, allowed)
        await simulator.env.settle()
        sent = await community.discord_channel.send(file=discord.File(__file__, "toy.txt"))
        assert sent.attachments
