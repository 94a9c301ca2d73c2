"""Looking for a date: proposed, answered by name, closed; the best one is planned as any meetup is."""

from __future__ import annotations

from datetime import datetime
from secrets import token_hex

from bot.clock import Clock
from bot.errors import UserError
from bot.posting.outbox import Outbox
from bot.schedule.scheduler import Scheduler
from bot.schedule.when import parse_when
from bot.storage.database import Transaction
from bot.text.tidy import tidy_lines
from cogs.meetups.models import (
    DRAFTS_KEPT,
    FARTHEST,
    LEAST_SLOTS,
    MOST_SLOTS,
    MOST_TITLE,
    Answer,
    BadSlots,
    DatePoll,
    DatePollGone,
    DatePollStatus,
    Slot,
)
from cogs.meetups.service.drafts import MeetupDraftService
from cogs.meetups.service.paced import Paced
from cogs.meetups.storage import DatePollStorage

DATES, DATES_UPDATE = "meetups:dates", "meetups:dates-update"


class DatePollService:
    def __init__(
        self,
        storage: DatePollStorage,
        drafts: MeetupDraftService,
        outbox: Outbox,
        *,
        scheduler: Scheduler,
        clock: Clock,
    ) -> None:
        self._storage = storage
        self._drafts = drafts
        self._outbox = outbox
        self._clock = clock
        self._paced = Paced("meetups:dates", self._refresh, scheduler=scheduler, clock=clock)

    async def prepare(self, author_id: int, channel_id: int, *, title: str, slots: str, minutes: int) -> DatePoll:
        """Not public yet. Raises BadSlots, and the refusals of `parse_when`."""
        named = " ".join(tidy_lines(title))
        if not named:
            raise BadSlots("meetups-needs-title")
        if len(named) > MOST_TITLE:
            raise BadSlots("meetups-too-long-title", length=len(named), most=MOST_TITLE)
        starts = self._read(slots)
        now = self._clock.now()
        poll = DatePoll(0, author_id, channel_id, named, minutes, DatePollStatus.DRAFT, now)
        async with self._storage.transaction() as transaction:
            await self._storage.delete_drafts_before(transaction, now - DRAFTS_KEPT)
            date_poll_id = await self._storage.add(transaction, poll, starts)
        return await self.get(date_poll_id)

    def _read(self, lines: str) -> list[datetime]:
        now, zone = self._clock.now(), self._drafts.zone
        typed = tidy_lines(lines)
        if len(typed) > MOST_SLOTS:
            raise BadSlots("meetups-too-many-slots", most=MOST_SLOTS, count=len(typed))
        starts = sorted({parse_when(line, now=now, zone=zone, most=FARTHEST) for line in typed})
        if len(starts) < LEAST_SLOTS:
            raise BadSlots("meetups-too-few-slots", least=LEAST_SLOTS)
        return starts

    async def get(self, date_poll_id: int) -> DatePoll:
        """Raises DatePollGone."""
        poll = await self._storage.find(date_poll_id)
        if poll is None:
            raise DatePollGone
        return poll

    async def of_slot(self, slot_id: int) -> tuple[DatePoll, Slot]:
        """Raises DatePollGone."""
        poll = await self._storage.find_by_slot(slot_id)
        if poll is None:
            raise DatePollGone
        slots = await self._storage.list_slots(poll.date_poll_id)
        return poll, next(slot for slot in slots if slot.slot_id == slot_id)

    async def slots(self, date_poll_id: int) -> list[Slot]:
        return await self._storage.list_slots(date_poll_id)

    async def publish(self, date_poll_id: int) -> DatePoll:
        """Raises DatePollGone when it is public already."""
        poll = await self.get(date_poll_id)
        async with self._storage.transaction() as transaction:
            if not await self._storage.set_status(
                transaction, date_poll_id, now=DatePollStatus.OPEN, before=DatePollStatus.DRAFT
            ):
                raise DatePollGone
            await self._announce(transaction, poll, DATES, f"{date_poll_id}")
        self._outbox.wake()
        return poll

    async def answer(self, slot_id: int, user_id: int, answer: Answer) -> None:
        """Raises DatePollGone, also when it is closed."""
        poll = await self._storage.find_by_slot(slot_id)
        if poll is None or poll.status is not DatePollStatus.OPEN:
            raise DatePollGone
        async with self._storage.transaction() as transaction:
            await self._storage.set_answer(transaction, slot_id, user_id, answer)
            await self._storage.set_stale(transaction, poll.date_poll_id, stale=True)
        await self._paced.request(poll.date_poll_id)

    async def close(self, date_poll_id: int) -> DatePoll:
        """Closed twice is closed."""
        async with self._storage.transaction() as transaction:
            await self._storage.set_status(
                transaction, date_poll_id, now=DatePollStatus.CLOSED, before=DatePollStatus.OPEN
            )
            await self._storage.set_stale(transaction, date_poll_id, stale=True)
        await self._paced.request(date_poll_id)
        return await self.get(date_poll_id)

    async def resume(self) -> None:
        """What a crash kept from being shown."""
        for date_poll_id in await self._storage.list_stale():
            await self._paced.request(date_poll_id)

    # What the outbox reports

    async def note_message(self, transaction: Transaction, date_poll_id: int, message_id: int) -> None:
        await self._storage.set_message(transaction, date_poll_id, message_id)

    async def mark_fresh(self, date_poll_id: int) -> None:
        await self._storage.mark_fresh(date_poll_id)

    async def _refresh(self, date_poll_id: int) -> None:
        try:
            poll = await self.get(date_poll_id)
        except UserError:
            return
        async with self._storage.transaction() as transaction:
            key = f"{date_poll_id}:{self._clock.now().isoformat()}:{token_hex(3)}"
            await self._announce(transaction, poll, DATES_UPDATE, key)
        self._outbox.wake()

    async def _announce(self, transaction: Transaction, poll: DatePoll, kind: str, key: str) -> None:
        ref = {"date_poll_id": poll.date_poll_id}
        await self._outbox.add(transaction, key=f"{kind}:{key}", kind=kind, ref=ref, channel_id=poll.channel_id)
