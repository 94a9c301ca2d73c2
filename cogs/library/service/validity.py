"""Once a year somebody is asked whether a text is still valid. No answer is a mark on it, never a deletion."""

from __future__ import annotations

from datetime import timedelta

from bot.clock import Clock
from bot.posting.notices import Notices
from bot.posting.outbox import Outbox
from bot.registry import ReviewDesk
from bot.schedule.scheduler import Scheduler
from bot.storage.database import Transaction
from cogs.library.models import VERIFY_AFTER, Entry, NotYours
from cogs.library.service.entries import EntryService
from cogs.library.storage import EntryStorage

STILL_VALID = "library:still-valid"
VALIDITY = "library-validity"
ALARM = "library:verify"
SOONEST = timedelta(hours=1)
# A question without an answer for so long will not get one; one with it has been told.
QUESTIONS_KEPT = timedelta(days=30)


class ValidityService:
    def __init__(  # noqa: PLR0913 - whoever may be asked
        self,
        storage: EntryStorage,
        entries: EntryService,
        notices: Notices,
        desk: ReviewDesk,
        outbox: Outbox,
        *,
        scheduler: Scheduler,
        clock: Clock,
    ) -> None:
        self._storage = storage
        self._entries = entries
        self._notices = notices
        self._desk = desk
        self._outbox = outbox
        self._scheduler = scheduler
        self._clock = clock

    async def resume(self) -> None:
        """Asks about what is due, and arms the alarm for the next."""
        for entry in await self._storage.list_to_verify(self._clock.now() - VERIFY_AFTER):
            async with self._storage.transaction() as transaction:
                await self._ask(transaction, entry)
        await self._storage.delete_questions_before(self._clock.now() - QUESTIONS_KEPT)
        self._outbox.wake()
        await self.arm()

    async def arm(self) -> None:
        """For the next text that is due; at least once a month, for the questions."""
        now, first = self._clock.now(), await self._storage.find_next_verified_at()
        due_at = max(first + VERIFY_AFTER, now + SOONEST) if first is not None else now + QUESTIONS_KEPT
        self._scheduler.set_alarm(ALARM, min(due_at, now + QUESTIONS_KEPT), self.resume)

    async def confirm(self, entry_id: int, user_id: int) -> None:
        """By its author. Raises EntryGone, NotYours."""
        entry = await self._entries.get_entry(entry_id)
        if entry.author_id != user_id:
            raise NotYours
        async with self._storage.transaction() as transaction:
            await self.confirm_in(transaction, entry_id)
        await self.arm()

    async def confirm_in(self, transaction: Transaction, entry_id: int) -> None:
        now = self._clock.now().isoformat()
        await self._storage.set_entry(transaction, entry_id, verified_at=now, asked_at=None)

    async def _ask(self, transaction: Transaction, entry: Entry) -> None:
        await self._storage.set_entry(transaction, entry.entry_id, asked_at=self._clock.now().isoformat())
        if entry.author_id is None:
            await self._desk.submit(transaction, kind=VALIDITY, ref=f"{entry.entry_id}", author_id=None)
            return
        ref = {"entry_id": entry.entry_id}
        await self._notices.add(transaction, user_id=entry.author_id, kind=STILL_VALID, ref=ref)
