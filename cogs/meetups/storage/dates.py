"""The rows of date polls."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import AbstractAsyncContextManager
from datetime import datetime

from bot.storage.database import Database, Row, Transaction
from cogs.meetups.models import Answer, DatePoll, DatePollStatus, Slot


class DatePollStorage:
    def __init__(self, database: Database) -> None:
        self._database = database

    def transaction(self) -> AbstractAsyncContextManager[Transaction]:
        return self._database.transaction()

    async def add(self, transaction: Transaction, poll: DatePoll, starts: Iterable[datetime]) -> int:
        date_poll_id = await transaction.insert(
            "INSERT INTO meetup_date_polls (author_id, channel_id, title, minutes, status, opened_at) "
            "VALUES (?, ?, ?, ?, ?, ?)",
            (poll.author_id, poll.channel_id, poll.title, poll.minutes, poll.status.value, poll.opened_at.isoformat()),
        )
        for starts_at in starts:
            await transaction.insert(
                "INSERT INTO meetup_slots (date_poll_id, starts_at) VALUES (?, ?)",
                (date_poll_id, starts_at.isoformat()),
            )
        return date_poll_id

    async def delete_drafts_before(self, transaction: Transaction, moment: datetime) -> None:
        await transaction.execute(
            "DELETE FROM meetup_date_polls WHERE status = 'draft' AND opened_at < ?", (moment.isoformat(),)
        )

    async def find(self, date_poll_id: int) -> DatePoll | None:
        row = await self._database.one("SELECT * FROM meetup_date_polls WHERE date_poll_id = ?", (date_poll_id,))
        return _poll(row) if row else None

    async def find_by_slot(self, slot_id: int) -> DatePoll | None:
        row = await self._database.one(
            "SELECT meetup_date_polls.* FROM meetup_date_polls JOIN meetup_slots USING (date_poll_id) "
            "WHERE slot_id = ?",
            (slot_id,),
        )
        return _poll(row) if row else None

    async def list_slots(self, date_poll_id: int) -> list[Slot]:
        """In the order of time, with their answers."""
        slots = await self._database.all(
            "SELECT * FROM meetup_slots WHERE date_poll_id = ? ORDER BY starts_at", (date_poll_id,)
        )
        answers = await self._database.all(
            "SELECT meetup_slot_answers.* FROM meetup_slot_answers JOIN meetup_slots USING (slot_id) "
            "WHERE date_poll_id = ? ORDER BY user_id",
            (date_poll_id,),
        )
        return [
            Slot(
                row["slot_id"],
                date_poll_id,
                datetime.fromisoformat(row["starts_at"]),
                tuple(
                    (held["user_id"], Answer(held["answer"])) for held in answers if held["slot_id"] == row["slot_id"]
                ),
            )
            for row in slots
        ]

    async def set_answer(self, transaction: Transaction, slot_id: int, user_id: int, answer: Answer) -> None:
        await transaction.execute(
            "INSERT INTO meetup_slot_answers (slot_id, user_id, answer) VALUES (?, ?, ?) "
            "ON CONFLICT (slot_id, user_id) DO UPDATE SET answer = excluded.answer",
            (slot_id, user_id, answer.value),
        )

    async def set_status(
        self, transaction: Transaction, date_poll_id: int, *, now: DatePollStatus, before: DatePollStatus
    ) -> bool:
        """False when it was not `before` any more."""
        return bool(
            await transaction.execute(
                "UPDATE meetup_date_polls SET status = ? WHERE date_poll_id = ? AND status = ?",
                (now.value, date_poll_id, before.value),
            )
        )

    async def set_message(self, transaction: Transaction, date_poll_id: int, message_id: int) -> None:
        await transaction.execute(
            "UPDATE meetup_date_polls SET message_id = ? WHERE date_poll_id = ?", (message_id, date_poll_id)
        )

    async def set_stale(self, transaction: Transaction, date_poll_id: int, *, stale: bool) -> None:
        """Whether the card shows older answers than these tables."""
        await transaction.execute(
            "UPDATE meetup_date_polls SET stale = ? WHERE date_poll_id = ?", (stale, date_poll_id)
        )

    async def mark_fresh(self, date_poll_id: int) -> None:
        async with self._database.transaction() as transaction:
            await self.set_stale(transaction, date_poll_id, stale=False)

    async def list_stale(self) -> list[int]:
        rows = await self._database.all("SELECT date_poll_id FROM meetup_date_polls WHERE stale")
        return [row["date_poll_id"] for row in rows]


def _poll(row: Row) -> DatePoll:
    return DatePoll(
        row["date_poll_id"],
        row["author_id"],
        row["channel_id"],
        row["title"],
        row["minutes"],
        DatePollStatus(row["status"]),
        datetime.fromisoformat(row["opened_at"]),
        row["message_id"],
    )
