"""What meetups ask of the outbox: which kinds there are, under which keys, so that each happens once."""

from __future__ import annotations

from secrets import token_hex
from typing import Any

from bot.clock import Clock
from bot.posting.outbox import Outbox
from bot.storage.database import Transaction
from cogs.meetups.models import Change, Meetup, Occurrence

CARD, UPDATE, THREAD, EVENT = "meetups:card", "meetups:update", "meetups:thread", "meetups:event"
REMINDER, CHANGED, NOTES = "meetups:reminder", "meetups:changed", "meetups:notes"
CONFLICT, DELETED, FULL = "meetups:conflict", "meetups:deleted", "meetups:full"
# Private words.
REMINDED, PROMOTED, TOLD = "meetups:reminded", "meetups:promoted", "meetups:told"


class Announcer:
    def __init__(self, outbox: Outbox, clock: Clock) -> None:
        self._outbox = outbox
        self._clock = clock

    def wake(self) -> None:
        self._outbox.wake()

    async def card(self, transaction: Transaction, meetup: Meetup) -> None:
        await self._add(transaction, meetup, CARD, f"{meetup.meetup_id}", meetup_id=meetup.meetup_id)

    async def thread(self, transaction: Transaction, meetup: Meetup) -> None:
        await self._add(transaction, meetup, THREAD, f"{meetup.meetup_id}", meetup_id=meetup.meetup_id)

    async def update(self, transaction: Transaction, meetup: Meetup) -> None:
        """The card once more, as things are when it is drawn."""
        key = f"{meetup.meetup_id}:{self._clock.now().isoformat()}:{token_hex(3)}"
        await self._add(transaction, meetup, UPDATE, key, meetup_id=meetup.meetup_id)

    async def event(self, transaction: Transaction, meetup: Meetup, occurrence: Occurrence, *, again: str = "") -> None:
        """`again`: once more for the same revision."""
        key = f"{occurrence.occurrence_id}:{occurrence.revision}{again and ':' + again}"
        await self._add(transaction, meetup, EVENT, key, occurrence_id=occurrence.occurrence_id)

    async def reminder(
        self, transaction: Transaction, meetup: Meetup, occurrence: Occurrence, lead: int, batch: tuple[int, int]
    ) -> None:
        """`batch`: the first and the last answer whose authors are mentioned; (0, 0) for nobody."""
        first, last = batch
        key = f"{occurrence.occurrence_id}:{occurrence.revision}:{lead}:{first}"
        await self._add(
            transaction,
            meetup,
            REMINDER,
            key,
            occurrence_id=occurrence.occurrence_id,
            starts_at=occurrence.starts_at.isoformat(),
            lead=lead,
            first=first,
            last=last,
        )

    async def changed(self, transaction: Transaction, meetup: Meetup, change: Change) -> None:
        await self._add(transaction, meetup, CHANGED, f"{change.change_id}", change_id=change.change_id)

    async def about(
        self,
        transaction: Transaction,
        meetup: Meetup,
        kind: str,
        occurrence: Occurrence,
        *,
        channel_id: int = 0,
        again: str = "",
    ) -> None:
        """Once for each revision of a date; `again`: once more for the same."""
        key = f"{occurrence.occurrence_id}:{occurrence.revision}{again and ':' + again}"
        await self._add(transaction, meetup, kind, key, channel_id=channel_id, occurrence_id=occurrence.occurrence_id)

    async def _add(
        self, transaction: Transaction, meetup: Meetup, kind: str, key: str, *, channel_id: int = 0, **ref: Any
    ) -> None:
        await self._outbox.add(
            transaction, key=f"{kind}:{key}", kind=kind, ref=ref, channel_id=channel_id or meetup.channel_id
        )
