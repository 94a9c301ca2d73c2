"""The hooks into simcord hold."""

from __future__ import annotations

import asyncio
import logging
import time
from collections.abc import AsyncGenerator
from datetime import datetime, timedelta

import discord
import pytest

from bot.demo.simulator import Simulator
from tests.demo.toy import START, Community, CountButton, ToyBot, living


async def test_the_world_starts_when_and_as_asked() -> None:
    async with living(bot_name="Ouvreuse") as (simulator, _):
        assert simulator.now() == START == simulator.bot.clock.now() == discord.utils.utcnow()
        assert simulator.bot.user is not None
        assert simulator.bot.user.name == "Ouvreuse"


async def test_a_guild_may_be_made_before_the_bot_starts_or_after() -> None:
    async with living() as (simulator, before):
        after = Community(simulator.env)
        await simulator.env.settle()
        assert {guild.id for guild in simulator.bot.guilds} == {before.guild.id, after.guild.id}


async def test_the_bot_is_closed_at_the_end() -> None:
    async with living() as (simulator, _):
        assert not simulator.bot.closed_once
    assert simulator.bot.closed_once


async def test_unhandled_errors_are_raised_at_the_end_unless_told_not_to(
    caplog: pytest.LogCaptureFixture,
) -> None:
    caplog.set_level(logging.CRITICAL, logger="discord.client")

    async def scene(*, check_errors: bool) -> None:
        async with living(check_errors=check_errors) as (simulator, community):

            @simulator.bot.event
            async def on_message(_: discord.Message) -> None:  # pyright: ignore[reportUnusedFunction] - registered
                raise ValueError("raté")

            await community.ana.send(community.channel, "bonjour")

    with pytest.raises(ExceptionGroup):
        await scene(check_errors=True)
    await scene(check_errors=False)


async def test_a_member_s_act_does_not_wait_for_the_idle_poll() -> None:
    async with living() as (_, community):
        began = time.perf_counter()
        for _ in range(10):
            await community.ana.send(community.channel, "vite")
        assert time.perf_counter() - began < 10 * 0.05


async def test_alarms_ring_every_hour_of_a_long_advance_and_at_its_end() -> None:
    rung: list[datetime] = []

    async def alarm(now: datetime) -> None:
        rung.append(now)

    async with living(on_advance=[alarm]) as (simulator, _):
        await simulator.advance(timedelta(hours=2, minutes=30))
        assert [moment - START for moment in rung] == [
            timedelta(hours=1),
            timedelta(hours=2),
            timedelta(hours=2, minutes=30),
        ]


async def test_an_advance_stops_where_something_is_due() -> None:
    due = [START + timedelta(minutes=10), START + timedelta(days=40)]
    rung: list[datetime] = []

    async def alarm(now: datetime) -> None:
        rung.append(now)
        while due and due[0] <= now:
            due.pop(0)

    async with living(on_advance=[alarm]) as (simulator, _):
        simulator.next_due = lambda: due[0] if due else None
        await simulator.advance(timedelta(days=365))
        assert rung == [
            START + timedelta(minutes=10),
            START + timedelta(days=40),
            START + timedelta(days=365),
        ]


async def test_what_is_overdue_rings_before_time_moves() -> None:
    due = [START - timedelta(minutes=1)]
    rung: list[datetime] = []

    async def alarm(now: datetime) -> None:
        rung.append(now)
        due.clear()

    async with living(on_advance=[alarm]) as (simulator, _):
        simulator.next_due = lambda: due[0] if due else None
        await simulator.advance(timedelta(days=1))
        assert rung == [START, START + timedelta(days=1)]


async def test_what_stays_overdue_does_not_hold_the_time_still() -> None:
    async with living() as (simulator, _):
        simulator.next_due = lambda: START
        await simulator.advance(timedelta(days=1))
        assert simulator.now() == START + timedelta(days=1)


async def test_what_an_alarm_starts_has_ended_when_the_advance_returns() -> None:
    async with living() as (simulator, community):
        background: set[asyncio.Task[None]] = set()

        async def post() -> None:
            for number in range(3):
                await asyncio.sleep(0.01)
                await community.discord_channel.send(f"rappel {number}")

        async def alarm(_: datetime) -> None:
            background.add(asyncio.create_task(post()))

        simulator.on_advance.append(alarm)
        await simulator.advance(timedelta(minutes=1))
        assert [message.content for message in community.channel.history()][-1] == "rappel 2"


async def test_what_an_alarm_raises_reaches_whoever_advanced() -> None:
    async def alarm(_: datetime) -> None:
        raise ValueError("raté")

    async with living(on_advance=[alarm]) as (simulator, _):
        with pytest.raises(ValueError, match="raté"):
            await simulator.advance(timedelta(minutes=1))


async def test_work_as_the_bot_gives_its_result() -> None:
    async def work() -> int:
        await asyncio.sleep(0)
        return 42

    async with living() as (simulator, _):
        assert await simulator.as_bot(work()) == 42


async def test_work_that_waits_for_later_says_so_instead_of_hanging() -> None:
    async with living() as (simulator, _):
        with pytest.raises(RuntimeError, match="simulated time"):
            await simulator.as_bot(asyncio.sleep(3600))


async def test_an_alarm_may_wait_for_a_later_time() -> None:
    rung: list[datetime] = []

    async with living() as (simulator, _):

        async def alarm(_: datetime) -> None:
            simulator.on_advance.clear()
            await asyncio.sleep(1800)
            rung.append(simulator.now())

        simulator.on_advance.append(alarm)
        await simulator.advance(timedelta(minutes=1))
        assert rung == []
        await simulator.advance(timedelta(hours=1))
        assert rung == [START + timedelta(minutes=31)]


@pytest.mark.parametrize("crash", [False, True])
async def test_a_new_bot_takes_over_the_buttons_of_the_old_one(crash: bool) -> None:  # noqa: FBT001 - a parameter
    async with living() as (simulator, community):
        message = await community.posted_button()
        old = simulator.bot
        new = await simulator.restart(downtime=timedelta(hours=3), crash=crash)
        assert old.closed_once
        assert new is simulator.bot is not old
        assert new.clock.now() == START + timedelta(hours=3)
        assert (await community.bo.click(message, label="Compter")).acknowledged


@pytest.mark.parametrize(("crash", "finished"), [(False, True), (True, False)])
async def test_a_crash_cancels_what_a_stop_lets_finish(crash: bool, finished: bool) -> None:  # noqa: FBT001 - parameters
    done: list[bool] = []
    async with living() as (simulator, community):

        @simulator.bot.event
        async def on_message(_: discord.Message) -> None:  # pyright: ignore[reportUnusedFunction] - registered
            await asyncio.sleep(0.02)
            done.append(True)

        simulator._holding = True  # pyright: ignore[reportPrivateUsage] - leaves the act under way
        await community.ana.send(community.channel, "bonjour")
        simulator._holding = False  # pyright: ignore[reportPrivateUsage] - as above
        await simulator.restart(crash=crash)
        assert bool(done) is finished


async def test_acts_at_once_race_as_they_would_outside() -> None:
    async with living() as (simulator, community):
        message = await community.posted_button()
        CountButton.count = 0
        await community.ana.click(message, label="Compter")
        await community.bo.click(message, label="Compter")
        assert CountButton.count == 2
        async with simulator.at_once():
            clicks = [await who.click(message, label="Compter") for who in (community.ana, community.bo)]
            assert not any(click.acknowledged for click in clicks)
        assert all(click.acknowledged for click in clicks)
        assert CountButton.count == 3, "the careless counter loses a click, which shows that they raced"


async def test_interactions_carry_the_language_of_the_person_and_of_the_guild() -> None:
    async with living() as (simulator, community):
        simulator.set_locale(community.bo, discord.Locale.german)
        await community.ana.slash(community.channel, "compter")
        await community.bo.slash(community.channel, "compter")
        await community.bo.user.slash("compter")
        assert simulator.bot.spoken == [
            (discord.Locale.french, discord.Locale.french),
            (discord.Locale.german, discord.Locale.french),
            (discord.Locale.german, None),
        ]


async def test_the_bot_can_be_left_few_permissions() -> None:
    async with living() as (simulator, community):
        channel = community.discord_channel
        simulator.limit_bot(community.guild, discord.Permissions(view_channel=True, read_message_history=True))
        await simulator.env.settle()
        assert not channel.permissions_for(channel.guild.me).manage_messages
        message = await community.ana.send(community.channel, "à garder")
        with pytest.raises(discord.Forbidden):
            await message.delete()


async def test_joining_a_guild_fires_on_guild_join() -> None:
    async with living() as (simulator, _):
        guild = await simulator.join(lambda env: env.create_guild("Nouvelle scène"))
        assert simulator.bot.joined == ["Nouvelle scène"]
        assert simulator.bot.get_guild(guild.id) is not None


async def test_closed_direct_messages_refuse_the_bot_until_opened() -> None:
    async with living() as (simulator, community):
        member = community.ana.member
        assert member is not None
        simulator.close_dms(community.ana)
        with pytest.raises(discord.Forbidden) as refusal:
            await member.send("psst")
        assert refusal.value.code == 50007
        simulator.open_dms(community.ana)
        assert (await member.send("psst")).content == "psst"


@pytest.fixture
async def simulator() -> AsyncGenerator[Simulator[ToyBot]]:
    async with Simulator(ToyBot, start=START) as simulator:
        yield simulator


@pytest.mark.parametrize("_round", [1, 2])
async def test_a_simulator_may_live_in_a_fixture(simulator: Simulator[ToyBot], _round: int) -> None:
    await simulator.advance(timedelta(hours=1))
    assert discord.utils.utcnow() == START + timedelta(hours=1)
