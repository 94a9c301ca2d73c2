"""The counts on the card: at most one edit every ten seconds, and the last state always gets there."""

from __future__ import annotations

from bot.clock import Clock
from bot.schedule.scheduler import Scheduler
from bot.storage.database import Transaction
from cogs.meetups.service.announcing import Announcer
from cogs.meetups.service.paced import Paced
from cogs.meetups.storage import MeetupStorage


class CardRefresh:
    def __init__(self, storage: MeetupStorage, announcer: Announcer, *, scheduler: Scheduler, clock: Clock) -> None:
        self._storage = storage
        self._announcer = announcer
        self._scheduler = scheduler
        self._clock = clock
        self._paced = Paced("meetups:refresh", self._refresh, scheduler=scheduler, clock=clock)

    async def mark(self, transaction: Transaction, meetup_id: int) -> None:
        """In the transaction of what the card must show; `request` follows the commit."""
        await self._storage.set_meetup(transaction, meetup_id, stale=1)

    async def request(self, meetup_id: int) -> None:
        await self._paced.request(meetup_id)

    def soon(self) -> None:
        """For whoever is still inside a transaction."""
        self._scheduler.set_alarm("meetups:stale", self._clock.now(), self.resume)

    async def resume(self) -> None:
        """What a crash kept from being shown."""
        for meetup_id in await self._storage.list_stale():
            await self.request(meetup_id)

    async def _refresh(self, meetup_id: int) -> None:
        async with self._storage.transaction() as transaction:
            meetup = await self._storage.find_meetup_in(transaction, meetup_id)
            if meetup is not None:
                await self._announcer.update(transaction, meetup)
        self._announcer.wake()
