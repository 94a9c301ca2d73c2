"""What the bot posts by itself: once, and only once, whatever breaks in between.

A row is written in the transaction of the change it announces; the outbox renders, sends under a nonce derived from
the key, and stores the message's id. It keeps no task when there is nothing to send.
"""

from __future__ import annotations

import asyncio
import logging
import sqlite3
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

import aiohttp
import discord

from bot.clock import Clock
from bot.posting.outbox_storage import OutboxRow, OutboxStorage
from bot.posting.posts import Effect, PostKind
from bot.posting.sending import crosspost, edit, marks_of, send, sign, signature
from bot.schedule.scheduler import Scheduler
from bot.screen.errors import TOO_MANY_CONVERSATIONS
from bot.storage.database import Database, DatabaseUnavailable, Transaction

log = logging.getLogger(__name__)

NONCE_TRUSTED_FOR = timedelta(minutes=2)
FIRST_WAIT = timedelta(seconds=5)
LONGEST_WAIT = timedelta(minutes=15)
MOST_ATTEMPTS_AT_A_FAULT = 5
MOST_DOUBLINGS = 10
# Longer than a nonce is trusted, so that what may have been sent is looked for.
STUMBLE_WAIT = NONCE_TRUSTED_FOR + timedelta(minutes=1)
LOOK_BACK = 2000
SETTLING = timedelta(minutes=1)
PROBLEM_KIND = "core:problem"
# Refused for good, and dealt with by its feature.
SETTLED = "settled"
# A message more than an hour old takes only so many edits.
EDITED_TOO_OFTEN = 30046


@dataclass(frozen=True, slots=True)
class LookBack:
    since: datetime
    until: datetime


Settle = Callable[[OutboxRow, Transaction], Awaitable[bool]]


class Outbox:
    def __init__(
        self,
        database: Database,
        clock: Clock,
        scheduler: Scheduler,
        *,
        find_channel: Callable[[int], Awaitable[Any]],
        moderators_channel_id: Callable[[], int | None],
    ) -> None:
        self._database = database
        self._storage = OutboxStorage(database)
        self._clock = clock
        self._scheduler = scheduler
        self._find_channel = find_channel
        self._moderators_channel_id = moderators_channel_id
        self._kinds: dict[str, PostKind | Effect] = {}
        self._task: asyncio.Task[None] | None = None
        self._wanted = False
        self._open = self._closed = False
        self._only: str | None = None
        self._looks_back: LookBack | None = None
        self.before_sending: Callable[[], Awaitable[None]] = _nothing

    def register(self, kind: PostKind | Effect) -> None:
        self._kinds[kind.kind] = kind

    async def add(
        self,
        transaction: Transaction,
        *,
        key: str,
        kind: str,
        ref: dict[str, Any],
        channel_id: int,
        due_at: datetime | None = None,
    ) -> bool:
        """In the caller's transaction; `wake` follows the commit. False when the key was used before.

        `due_at`: not before; at once without it.
        """
        now = self._clock.now()
        return await self._storage.add(
            transaction,
            key=key,
            kind=kind,
            ref=ref,
            channel_id=channel_id,
            now=now,
            due_at=due_at or now,
            sending_at=self._perhaps_sent_since(now),
        )

    async def forget(self, transaction: Transaction, beginning: str) -> None:
        """Every row whose key begins so: sent, failed, or never to be sent."""
        await self._storage.delete_beginning(transaction, beginning)

    async def forget_person(self, transaction: Transaction, user_id: int) -> None:
        """What is on its way to somebody, and what was."""
        await self._storage.delete_person(transaction, user_id)

    async def resume(self) -> None:
        """After connecting: what a crash left half done, and what waits. Nothing once it was closed."""
        self._open = not self._closed
        self.wake()

    def hold(self, kind: str) -> None:
        """Nothing is sent but this kind, until `release`."""
        self._only = kind

    def release(self) -> None:
        self._only = None
        self.wake()

    def look_back(self, since: datetime, until: datetime) -> None:
        """What is added before `until`, or while posts are held, may have been sent since: it is looked for first."""
        self._looks_back = LookBack(since, until)

    def _perhaps_sent_since(self, now: datetime) -> datetime | None:
        looks_back = self._looks_back
        if looks_back is None or (self._only is None and now >= looks_back.until):
            return None
        return looks_back.since

    async def announce_held(self, key: str, kind: str) -> None:
        """To the moderators, once for each key, in their channel if they chose one.

        A little later: what fell due meanwhile has been dealt with by then, and is counted.
        """
        channel_id = self._moderators_channel_id()
        if channel_id is None:
            log.warning(
                "posts are held, and there is no moderators' channel to say so: see /status; who comes by is told"
            )
            return
        async with self._database.transaction() as transaction:
            due_at = self._clock.now() + SETTLING
            await self.add(transaction, key=key, kind=kind, ref={}, channel_id=channel_id, due_at=due_at)
        self.wake()

    async def count_waiting(self) -> dict[str, int]:
        """By kind."""
        return await self._storage.count_waiting()

    async def find_message(self, key: str) -> int | None:
        """The message that was posted under that key within the last weeks."""
        return await self._storage.find_message(key)

    async def retry(self, outbox_id: int) -> None:
        """A post that was given up: once more, from the beginning. Nothing for one that was not."""
        await self._storage.requeue_failed(outbox_id, self._clock.now())
        self.wake()

    def wake(self) -> None:
        self._wanted = True
        if self._open and (self._task is None or self._task.done()):
            self._task = asyncio.create_task(self._drain(), name="outbox")

    async def close(self) -> None:
        """Lets the post under way finish."""
        self._open, self._closed = False, True
        if self._task is not None and not self._task.done():
            await asyncio.wait([self._task], timeout=10)

    async def _drain(self) -> None:
        try:
            due_at = await self._send_all()
        except Exception:
            # The database refuses, say: the rows are still there, and so must the will to send them be.
            log.exception("the outbox stumbled; next try in %d s", STUMBLE_WAIT.seconds)
            due_at = self._clock.now() + STUMBLE_WAIT
        if self._open and due_at is not None:
            self._scheduler.set_alarm("outbox:wake", due_at, self._ring)

    async def _send_all(self) -> datetime | None:
        """When the next row falls due."""
        # One drain at a time: a row that is being sent now is one whose sending was cut short.
        await self._storage.requeue_interrupted(self._clock.now())
        await self.before_sending()
        due_at = None
        while self._open:
            self._wanted = False
            while self._open and (row := await self._storage.find_due(self._clock.now(), self._only)) is not None:
                await self._deliver(row)
            due_at = await self._storage.find_next_due_at(self._only)
            if not self._wanted:  # nothing is awaited from here to the end, so no wake falls in between
                break
        return due_at

    async def _ring(self) -> None:
        self.wake()

    async def _deliver(self, row: OutboxRow) -> None:
        await self._storage.mark_sending(row.outbox_id, self._clock.now())
        try:
            message_id = await self._perform(row)
        except discord.Forbidden as error:
            if error.code == TOO_MANY_CONVERSATIONS:
                await self._hold_back(row)
            else:
                await self._fail(row, "forbidden")
        except discord.NotFound:
            await self._fail(row, "gone")
        except discord.HTTPException as error:
            if error.code == TOO_MANY_CONVERSATIONS:
                await self._hold_back(row)
            else:
                await self._retry_or_fail(row, error, passing=_passes(error))
        except (aiohttp.ClientError, TimeoutError, OSError, MemoryError) as error:
            await self._retry_or_fail(row, error, passing=True)
        except Exception as error:  # noqa: BLE001 - one post that cannot be drawn must not stop the others
            await self._retry_or_fail(row, error, passing=False)
        else:
            await self._settle_or_retry(row, message_id)

    async def _perform(self, row: OutboxRow) -> int | None:
        """The message's id; None when there was nothing left to do."""
        kind = self._kinds[row.kind]
        if isinstance(kind, Effect):
            return await kind.perform(row)
        post = await kind.render(row)
        if post is None:
            return None
        channel = await kind.find_channel(row) or await self._find_channel(row.channel_id)
        if post.edits is not None:
            return await edit(channel, post)
        sign(post.layout, row.key)
        found = await self._find_earlier(row, kind.mark(row), channel)
        message_id = await send(channel, row, post) if found is None else found
        if post.crossposts:
            await crosspost(channel, message_id)
        return message_id

    async def _find_earlier(self, row: OutboxRow, mark: str, channel: Any) -> int | None:
        """A message that an earlier attempt sent without our knowing.

        Discord answers a repeated nonce with the first message, for a few minutes; later it must be looked for.
        """
        first = row.sending_at
        if first is None or self._clock.now() - first < NONCE_TRUSTED_FOR:
            return None
        async for message in channel.history(limit=LOOK_BACK, after=first - NONCE_TRUSTED_FOR):
            if signature(row.key) in {part.id for part in message.components} or (mark and mark in marks_of(message)):
                return message.id
        return None

    async def _settle_or_retry(self, row: OutboxRow, message_id: int | None) -> None:
        """What was sent and cannot be noted by its feature is found again, not sent again."""
        try:
            await self._settle(row, message_id)
        except (sqlite3.Error, OSError, DatabaseUnavailable):
            raise
        except Exception as error:
            if row.attempts + 1 >= MOST_ATTEMPTS_AT_A_FAULT:
                await self._retry_or_fail(row, error, passing=False)
                return
            log.exception(
                "the post %s was sent, and could not be noted; next try in %d s", row.key, STUMBLE_WAIT.seconds
            )
            await self._storage.mark_waiting(row.outbox_id, self._clock.now() + STUMBLE_WAIT)

    async def _settle(self, row: OutboxRow, message_id: int | None) -> None:
        async with self._database.transaction() as transaction:
            kept = message_id if self._kinds[row.kind].keeps_message_id else None
            await self._storage.mark_sent(transaction, row.outbox_id, self._clock.now(), kept)
            if message_id is not None:
                await self._kinds[row.kind].posted(row, message_id, transaction)

    async def _hold_back(self, row: OutboxRow) -> None:
        """Too many conversations: this one waits, and all of its kind with it."""
        log.warning("Discord asks to open direct messages more slowly; the next in %d min", LONGEST_WAIT.seconds // 60)
        await self._storage.hold_back(row, self._clock.now() + LONGEST_WAIT)

    async def _retry_or_fail(self, row: OutboxRow, error: Exception, *, passing: bool) -> None:
        if not passing and row.attempts + 1 >= MOST_ATTEMPTS_AT_A_FAULT:
            log.error("the post %s failed for good", row.key, exc_info=error)
            await self._fail(row, "fault")
            return
        log.warning("the post %s will be tried again (%s)", row.key, type(error).__name__)
        if not passing:
            log.error("the post %s could not be drawn or sent", row.key, exc_info=error)
        wait = min(FIRST_WAIT * 2 ** min(row.attempts, MOST_DOUBLINGS), LONGEST_WAIT)
        await self._storage.mark_waiting(row.outbox_id, self._clock.now() + wait)

    async def _fail(self, row: OutboxRow, problem: str) -> None:
        """For good; the moderators are told, unless it is their own channel that refuses."""
        log.warning("the post %s was refused: %s", row.key, problem)
        try:
            await self._give_up(row, problem, self._kinds[row.kind].refused)
        except (sqlite3.Error, DatabaseUnavailable):
            raise
        except Exception:
            log.exception("the refusal of the post %s could not be dealt with by its feature", row.key)
            await self._give_up(row, problem, _nobody_settles)

    async def _give_up(self, row: OutboxRow, problem: str, settle: Settle) -> None:
        channel_id = self._moderators_channel_id()
        async with self._database.transaction() as transaction:
            await self._storage.mark_failed(transaction, row.outbox_id, problem)
            settled = await settle(row, transaction)
            if settled:
                await self._storage.mark_failed(transaction, row.outbox_id, SETTLED)
            if not settled and channel_id is not None and row.kind != PROBLEM_KIND:
                ref = {"outbox_id": row.outbox_id, "kind": row.kind, "channel_id": row.channel_id, "problem": problem}
                await self.add(
                    transaction,
                    key=f"problem:{row.outbox_id}:{self._clock.now().isoformat()}",
                    kind=PROBLEM_KIND,
                    ref=ref,
                    channel_id=channel_id,
                )


async def _nothing() -> None:
    return None


async def _nobody_settles(_row: OutboxRow, _transaction: Transaction) -> bool:
    return False


def _passes(error: discord.HTTPException) -> bool:
    """Whether trying again later may do."""
    return error.status == 429 or error.status >= 500 or error.code in {EDITED_TOO_OFTEN, TOO_MANY_CONVERSATIONS}  # noqa: PLR2004
