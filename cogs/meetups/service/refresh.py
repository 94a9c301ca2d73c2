"""The counts on the card: at most one edit every ten seconds, and the last state always gets there."""

from __future__ import annotations

from datetime import datetime, timedelta

from bot.clock import Clock
from bot.schedule.scheduler import Scheduler
from bot.storage.database import Transaction
from cogs.meetups.service.announcing import Announcer
from cogs.meetups.storage import MeetupStorage

EVERY = timedelta(seconds=10)


class CardRefresh:
    def __init__(self, storage: MeetupStorage, announcer: Announcer, *, scheduler: Scheduler, clock: Clock) -> None:
        self._storage = storage
        self._announcer = announcer
        self._scheduler = scheduler
        self._clock = clock
        self._last: dict[int, datetime] = {}

    async def mark(self, transaction: Transaction, meetup_id: int) -> None:
        """In the transaction of what the card must show; `request` follows the commit."""
        await self._storage.set_meetup(transaction, meetup_id, stale=1)

    async def request(self, meetup_id: int) -> None:
        """Now, or as soon as ten seconds have passed since the last."""
        last = self._last.get(meetup_id)
        if last is None or self._clock.now() - last >= EVERY:
            await self._refresh(meetup_id)
            return

        async def ring() -> None:
            await self._refresh(meetup_id)

        self._scheduler.set_alarm(f"meetups:refresh:{meetup_id}", last + EVERY, ring)

    async def resume(self) -> None:
        """What a crash kept from being shown."""
        for meetup_id in await self._storage.list_stale():
            await self.request(meetup_id)

    async def _refresh(self, meetup_id: int) -> None:
        self._last[meetup_id] = self._clock.now()
        async with self._storage.transaction() as transaction:
            meetup = await self._storage.find_meetup_in(transaction, meetup_id)
            if meetup is not None:
                await self._announcer.update(transaction, meetup)
        self._announcer.wake()
