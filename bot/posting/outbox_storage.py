"""The rows of the outbox."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from bot.storage.database import Database, Row, Transaction


@dataclass(frozen=True, slots=True)
class OutboxRow:
    """`ref` holds ids only; what is shown is rendered from them at each attempt."""

    outbox_id: int
    key: str
    kind: str
    ref: dict[str, Any]
    channel_id: int
    attempts: int
    sending_at: datetime | None


class OutboxStorage:
    def __init__(self, database: Database) -> None:
        self._database = database

    async def add(  # noqa: PLR0913 - the columns of a row
        self,
        transaction: Transaction,
        *,
        key: str,
        kind: str,
        ref: dict[str, Any],
        channel_id: int,
        now: datetime,
        due_at: datetime,
        sending_at: datetime | None = None,
    ) -> bool:
        """False when the key is known: its effect happens, or happened, once.

        `sending_at`: since when it may have been sent without our knowing.
        """
        added = await transaction.insert(
            "INSERT INTO outbox (key, kind, ref, channel_id, created_at, due_at, sending_at) "
            "VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT (key) DO NOTHING",
            (
                key,
                kind,
                json.dumps(ref),
                channel_id,
                now.isoformat(),
                due_at.isoformat(),
                sending_at.isoformat() if sending_at else None,
            ),
        )
        return bool(added)

    async def count_waiting(self) -> dict[str, int]:
        """By kind."""
        rows = await self._database.all(
            "SELECT kind, count(*) AS posts FROM outbox WHERE state = 'waiting' GROUP BY kind ORDER BY kind"
        )
        return {row["kind"]: row["posts"] for row in rows}

    async def find_message(self, key: str) -> int | None:
        """Where the post of that key stands; None when it was not sent, or longer ago than such rows are kept."""
        row = await self._database.one("SELECT message_id FROM outbox WHERE key = ? AND state = 'sent'", (key,))
        return row["message_id"] if row else None

    async def list_failed(self, since: datetime, limit: int) -> list[tuple[str, str, int]]:
        """(kind, problem, channel), the latest first."""
        rows = await self._database.all(
            "SELECT kind, problem, channel_id FROM outbox WHERE state = 'failed' AND problem != 'settled' "
            "AND created_at >= ? ORDER BY outbox_id DESC LIMIT ?",
            (since.isoformat(), limit),
        )
        return [(row["kind"], row["problem"] or "", row["channel_id"]) for row in rows]

    async def list_channels(self, since: datetime) -> list[int]:
        """In which something was to be posted lately; private conversations left out."""
        rows = await self._database.all(
            "SELECT DISTINCT channel_id FROM outbox WHERE channel_id > 0 AND created_at >= ? ORDER BY channel_id",
            (since.isoformat(),),
        )
        return [row["channel_id"] for row in rows]

    async def delete_settled(self, transaction: Transaction, before: datetime) -> None:
        """Sent, or given up, before that moment."""
        await transaction.execute(
            "DELETE FROM outbox WHERE state IN ('sent', 'failed') AND coalesce(sent_at, created_at) < ?",
            (before.isoformat(),),
        )

    async def delete_beginning(self, transaction: Transaction, beginning: str) -> None:
        await transaction.execute("DELETE FROM outbox WHERE substr(key, 1, ?) = ?", (len(beginning), beginning))

    async def find_due(self, now: datetime, only: str | None = None) -> OutboxRow | None:
        """`only`: of this kind."""
        row = await self._database.one(
            "SELECT * FROM outbox WHERE state = 'waiting' AND due_at <= ?1 AND (?2 IS NULL OR kind = ?2) "
            "ORDER BY outbox_id LIMIT 1",
            (now.isoformat(), only),
        )
        return _row(row) if row else None

    async def find_next_due_at(self, only: str | None = None) -> datetime | None:
        row = await self._database.one(
            "SELECT min(due_at) AS due_at FROM outbox WHERE state = 'waiting' AND (?1 IS NULL OR kind = ?1)", (only,)
        )
        return datetime.fromisoformat(row["due_at"]) if row and row["due_at"] else None

    async def requeue_interrupted(self, now: datetime) -> None:
        """What was being sent when the sending was cut short waits again; `sending_at` tells since when."""
        async with self._database.transaction() as transaction:
            await transaction.execute(
                "UPDATE outbox SET state = 'waiting', due_at = ? WHERE state = 'sending'", (now.isoformat(),)
            )

    async def mark_sending(self, outbox_id: int, now: datetime) -> None:
        """`sending_at` is the time of the first attempt."""
        async with self._database.transaction() as transaction:
            await transaction.execute(
                "UPDATE outbox SET state = 'sending', sending_at = coalesce(sending_at, ?), attempts = attempts + 1 "
                "WHERE outbox_id = ?",
                (now.isoformat(), outbox_id),
            )

    async def requeue_failed(self, outbox_id: int, now: datetime) -> None:
        """Only what failed: a second press must not send again what the first has sent."""
        async with self._database.transaction() as transaction:
            await transaction.execute(
                "UPDATE outbox SET state = 'waiting', due_at = ?, attempts = 0 "
                "WHERE outbox_id = ? AND state = 'failed'",
                (now.isoformat(), outbox_id),
            )

    async def mark_waiting(self, outbox_id: int, due_at: datetime) -> None:
        async with self._database.transaction() as transaction:
            await transaction.execute(
                "UPDATE outbox SET state = 'waiting', due_at = ? WHERE outbox_id = ?",
                (due_at.isoformat(), outbox_id),
            )

    async def hold_back(self, row: OutboxRow, due_at: datetime) -> None:
        """The row, and those of its kind that wait."""
        async with self._database.transaction() as transaction:
            await transaction.execute(
                "UPDATE outbox SET state = 'waiting', due_at = max(due_at, ?) "
                "WHERE outbox_id = ? OR (kind = ? AND state = 'waiting')",
                (due_at.isoformat(), row.outbox_id, row.kind),
            )

    async def delete_person(self, transaction: Transaction, user_id: int) -> None:
        """What was on its way to somebody."""
        await transaction.execute("DELETE FROM outbox WHERE json_extract(ref, '$.user_id') = ?", (user_id,))

    async def mark_sent(self, transaction: Transaction, outbox_id: int, now: datetime, message_id: int | None) -> None:
        await transaction.execute(
            "UPDATE outbox SET state = 'sent', sent_at = ?, message_id = ? WHERE outbox_id = ?",
            (now.isoformat(), message_id, outbox_id),
        )

    async def mark_failed(self, transaction: Transaction, outbox_id: int, problem: str) -> None:
        await transaction.execute(
            "UPDATE outbox SET state = 'failed', problem = ? WHERE outbox_id = ?", (problem, outbox_id)
        )


def _row(row: Row) -> OutboxRow:
    return OutboxRow(
        outbox_id=row["outbox_id"],
        key=row["key"],
        kind=row["kind"],
        ref=json.loads(row["ref"]),
        channel_id=row["channel_id"],
        attempts=row["attempts"],
        sending_at=datetime.fromisoformat(row["sending_at"]) if row["sending_at"] else None,
    )
