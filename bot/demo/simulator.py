"""The simulated Discord, on simcord 3.2.1: the only module that reaches into its private parts.

Each hook says what it is for and has a test in tests/demo/test_simulator.py, so that an upgrade of simcord
that moves one of them fails there and nowhere else.
"""

# simcord has no public way to do what is done here; elsewhere the rule holds.
# pyright: reportPrivateUsage=false

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator, Awaitable, Callable, Coroutine, Generator, Mapping, Sequence
from contextlib import AbstractContextManager, asynccontextmanager, contextmanager, nullcontext, suppress
from datetime import datetime, timedelta
from types import TracebackType
from typing import Any, Generic, Self, TypeVar, cast

import discord
import simcord
from simcord.backend import serializers

from bot.clock import Clock

BotT = TypeVar("BotT", bound=discord.Client)
T = TypeVar("T")
Alarm = Callable[[datetime], Awaitable[None]]
Person = simcord.MemberActor | simcord.UserHandle

_STRIDE = timedelta(hours=1)
# simcord looks every 50 ms whether the bot is done; a simulated interaction takes 1 ms.
_IDLE_SECONDS = 0.001
_CANNOT_MESSAGE = 50007


class Simulator(Generic[BotT]):
    """One bot in one simulated Discord, from `async with` until its end; `env` is simcord's own face.

    Guilds, channels and members may be made on `env` before `async with` (the bot finds them at its start) or
    after (it sees them come). Only one simulator at a time can run in an event loop.
    """

    def __init__(
        self,
        make_bot: Callable[[Clock], BotT],
        *,
        start: datetime,
        bot_name: str = "TMNlab",
        locale: discord.Locale = discord.Locale.french,
        check_errors: bool = True,
        on_advance: Sequence[Alarm] = (),
    ) -> None:
        """`start` is aware. With `check_errors`, what the bot raised unhandled is raised again at the end."""
        self.clock = Clock(self.now)
        self.on_advance = list(on_advance)
        self.next_due: Callable[[], datetime | None] | None = None
        self._locale = locale
        self._locales: dict[int, discord.Locale] = {}
        self._holding = False
        self._driver: AbstractContextManager[None] = nullcontext()
        self._make_bot = make_bot
        self._epoch = start
        self._env = None
        self._bot = make_bot(self.clock)
        self._env = simcord.Env(self._bot, check_errors=check_errors)
        self.env.backend.clock._epoch = start  # simcord always begins on 2026-01-01
        self.env.backend.bot_user.name = bot_name  # and calls every bot TestBot
        self._settle_fast()
        self._speak_locales()

    @property
    def bot(self) -> BotT:
        """The running bot: another object after `restart`."""
        return self._bot

    @property
    def env(self) -> simcord.Env:
        assert self._env is not None, "the bot's factory may not use the simulated Discord yet"
        return self._env

    def now(self) -> datetime:
        """Simulated, aware, in UTC."""
        return self._epoch if self._env is None else self.env.now()

    async def __aenter__(self) -> Self:
        try:
            await self.env.start()
        except BaseException:
            await self._bot.close()  # or its database's thread keeps the process alive
            raise
        self._driver = self.env.time_context()
        self._driver.__enter__()
        await self.env.settle()  # the start ends at READY, while the bot still works on it
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        try:
            # simcord never closes the bot, whose database thread would then keep the process alive.
            with self.env._bot_scope():
                await self._bot.close()
        finally:
            await self.env.shutdown()
            # A fixture of pytest-asyncio ends in a context of its own, where nothing is to undo.
            with suppress(ValueError):
                self._driver.__exit__(kind, error, trace)
        if kind is None and self.env.check_errors:
            self.env._raise_errors_since(self.env._errors_acknowledged)

    # ------------------------------------------------------------------------------------------- time

    async def advance(self, span: timedelta) -> None:
        """Move simulated time, stopping where something is due: `next_due` says when, else every hour.

        At each stop every callable of `on_advance` is awaited as the bot's own work; what one raises ends the
        advance, with the time already moved.
        """
        target = self.now() + span
        if self._is_overdue():
            await self._ring()
        while True:
            await self.env.advance_time(max(0.0, (self._next_stop(target) - self.now()).total_seconds()))
            await self._ring()
            if self.now() >= target:
                return

    async def _ring(self) -> None:
        for alarm in list(self.on_advance):
            task = await self._start(_awaited(alarm(self.now())))
            # An alarm that waits for later (a retry) is woken by the time that moves on.
            if task.done():
                _result(task)

    def _is_overdue(self) -> bool:
        due = self.next_due() if self.next_due is not None else None
        return due is not None and due <= self.now()

    def _next_stop(self, target: datetime) -> datetime:
        stop = self.now() + _STRIDE
        if self.next_due is not None:
            due = self.next_due()
            # What stays due although it was rung must not hold the time still.
            stop = target if due is None else due if due > self.now() else stop
        return min(target, stop)

    # -------------------------------------------------------------------------------------- the bot's life

    async def as_bot(self, work: Coroutine[Any, Any, T]) -> T:
        """Run a coroutine as the bot's: simcord then waits for the tasks and timers it leaves behind.

        Raises RuntimeError if it waits for a later time: only `advance` could let it end.
        """
        task = await self._start(work)
        if not task.done():
            task.cancel()
            raise RuntimeError("this work waits for simulated time to pass")
        return _result(task)

    async def _start(self, work: Coroutine[Any, Any, T]) -> asyncio.Task[T | Exception]:
        async def outcome() -> T | Exception:
            try:
                return await work
            except Exception as error:  # noqa: BLE001 - handed to whoever asked, not to simcord's error list
                return error

        with self.env._bot_scope():
            task = asyncio.get_running_loop().create_task(outcome())
        await self.env.settle()
        return task

    async def restart(
        self,
        make_bot: Callable[[Clock], BotT] | None = None,
        *,
        downtime: timedelta = timedelta(0),
        crash: bool = False,
    ) -> BotT:
        """End the bot and start another object in the same world, `downtime` later.

        A crash cancels the work under way instead of letting it finish. `close()` is awaited in both cases,
        for what holds the database's file belongs to this process.
        """
        if not crash:
            await self.as_bot(self._bot.close())
        await self.env._detach_bot()  # restart_bot would let the old bot's timers ring during the downtime
        if crash:
            await self._bot.close()
        self.env.backend.advance_clock(downtime.total_seconds())
        self._make_bot = make_bot or self._make_bot
        self._bot = self._make_bot(self.clock)
        await self.env.restart_bot(self._bot)
        await self.env.settle()
        return self._bot

    @asynccontextmanager
    async def at_once(self) -> AsyncGenerator[None]:
        """What members do inside reaches the bot at one instant; its answers are there when the block ends.

        simcord waits for the bot after each act, so that races would never show.
        """
        self._holding = True
        try:
            yield
        finally:
            self._holding = False
            await self.env.settle()

    # --------------------------------------------------------------------------------------------- the world

    def set_locale(self, person: Person, locale: discord.Locale) -> None:
        """The language of this person's Discord, which their interactions carry."""
        self._locales[person.id] = locale

    def limit_bot(self, guild: simcord.GuildHandle, permissions: discord.Permissions) -> None:
        """Leave the bot these permissions only; simcord gives it all but administrator."""
        backend = self.env.backend
        stored = backend.get_guild(guild.id)
        for role_id in stored.members[backend.bot_user.id].role_ids:
            backend.edit_role(guild.id, role_id, {"permissions": permissions.value})

    async def join(self, build: Callable[[simcord.Env], simcord.GuildHandle]) -> simcord.GuildHandle:
        """The guild that `build` makes, unseen by the bot, invites it: `on_guild_join` fires.

        Guilds made on `env` only ever give `on_guild_available`, for simcord says `unavailable` about all.
        """
        with self._unseen():
            guild = build(self.env)
        payload = dict(serializers.guild_create_payload(self.env.backend, guild._guild))
        payload.pop("unavailable")
        self.env.backend.emit("GUILD_CREATE", payload)
        await self.env.settle()
        return guild

    def close_dms(self, person: Person) -> None:
        """Make this person refuse direct messages: the bot gets Discord's 50007."""
        self.env.inject_error(
            "POST",
            f"/channels/{self._dm_channel_id(person)}/messages",
            status=403,
            code=_CANNOT_MESSAGE,
            message="Cannot send messages to this user",
            times=None,
        )

    def open_dms(self, person: Person) -> None:
        """Undo `close_dms`."""
        path = f"/channels/{self._dm_channel_id(person)}/messages"
        faults = self.env.backend.faults
        faults[:] = [fault for fault in faults if (fault["path"], fault["code"]) != (path, _CANNOT_MESSAGE)]

    def _dm_channel_id(self, person: Person) -> int:
        user = person.user if isinstance(person, simcord.MemberActor) else person
        return user.dm_channel.id

    @contextmanager
    def _unseen(self) -> Generator[None]:
        subscribers = self.env.backend.subscribers
        kept = list(subscribers)
        subscribers.clear()
        try:
            yield
        finally:
            subscribers.extend(kept)

    # -------------------------------------------------------------- hooks set once, on this world's objects

    def _settle_fast(self) -> None:
        """Every act of a member ends in Env._settle_internal: make it quick, and skip it inside `at_once`."""
        settle = self.env._settle_internal

        async def settle_internal(**options: Any) -> None:
            if not self._holding:
                options["idle"] = _IDLE_SECONDS
                await settle(**options)

        vars(self.env)["_settle_internal"] = settle_internal

    def _speak_locales(self) -> None:
        """Say what they chose, where simcord says `en-US` for everyone and every guild."""
        backend = self.env.backend
        emit = backend.emit

        def speaking_emit(event: str, payload: Mapping[str, Any]) -> None:
            if event == "INTERACTION_CREATE":
                payload = {**payload, **self._locale_fields(payload)}
            emit(event, payload)

        vars(backend)["emit"] = speaking_emit

    def _locale_fields(self, payload: Mapping[str, Any]) -> dict[str, str]:
        person = cast("dict[str, Any]", payload["member"]["user"] if "member" in payload else payload["user"])
        fields = {"locale": self._locales.get(int(person["id"]), self._locale).value}
        if "guild_id" in payload:
            fields["guild_locale"] = self.env.backend.get_guild(int(payload["guild_id"])).preferred_locale
        return fields


async def _awaited(work: Awaitable[None]) -> None:
    await work


def _result(task: asyncio.Task[T | Exception]) -> T:
    result = task.result()
    if isinstance(result, Exception):
        raise result
    return result
