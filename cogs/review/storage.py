"""The rows of the review desk."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import AbstractAsyncContextManager
from datetime import datetime

from bot.storage.database import Database, Row, Transaction
from cogs.review.models import WITHDRAWN, Item


class ReviewStorage:
    def __init__(self, database: Database) -> None:
        self._database = database

    def transaction(self) -> AbstractAsyncContextManager[Transaction]:
        return self._database.transaction()

    async def add(self, transaction: Transaction, item: Item) -> int:
        """The item's id; 0 when the same waits already."""
        return await transaction.insert(
            "INSERT INTO review_items (kind, ref, author_id, note, submitted_at) VALUES (?, ?, ?, ?, ?) "
            "ON CONFLICT DO NOTHING",
            (item.kind, item.ref, item.author_id, item.note, item.submitted_at.isoformat()),
        )

    async def find(self, review_id: int) -> Item | None:
        row = await self._database.one("SELECT * FROM review_items WHERE review_id = ?", (review_id,))
        return _item(row) if row else None

    async def find_in(self, transaction: Transaction, review_id: int) -> Item | None:
        row = await transaction.one("SELECT * FROM review_items WHERE review_id = ?", (review_id,))
        return _item(row) if row else None

    async def find_waiting(self, transaction: Transaction, kind: str, ref: str) -> Item | None:
        row = await transaction.one(
            "SELECT * FROM review_items WHERE kind = ? AND ref = ? AND choice IS NULL", (kind, ref)
        )
        return _item(row) if row else None

    async def list_waiting(self, limit: int, offset: int) -> Sequence[Item]:
        """Oldest first."""
        rows = await self._database.all(
            "SELECT * FROM review_items WHERE choice IS NULL ORDER BY review_id LIMIT ? OFFSET ?", (limit, offset)
        )
        return [_item(row) for row in rows]

    async def list_decided(self, limit: int, offset: int) -> Sequence[Item]:
        """Latest first."""
        rows = await self._database.all(
            "SELECT * FROM review_items WHERE choice IS NOT NULL AND choice != ? "
            "ORDER BY decided_at DESC LIMIT ? OFFSET ?",
            (WITHDRAWN, limit, offset),
        )
        return [_item(row) for row in rows]

    async def count(self, *, waiting: bool) -> int:
        where = "choice IS NULL" if waiting else "choice IS NOT NULL AND choice != 'withdrawn'"
        row = await self._database.one(f"SELECT count(*) AS items FROM review_items WHERE {where}")  # noqa: S608
        return int(row["items"]) if row else 0

    async def count_waiting_of(self, transaction: Transaction, author_id: int, kind: str) -> int:
        row = await transaction.one(
            "SELECT count(*) AS items FROM review_items WHERE author_id = ? AND kind = ? AND choice IS NULL",
            (author_id, kind),
        )
        return int(row["items"]) if row else 0

    async def settle(
        self, transaction: Transaction, review_id: int, *, choice: str, words: str, by: int | None, now: datetime
    ) -> bool:
        """False when somebody else was first."""
        return bool(
            await transaction.execute(
                "UPDATE review_items SET choice = ?, words = ?, decided_by = ?, decided_at = ? "
                "WHERE review_id = ? AND choice IS NULL",
                (choice, words, by, now.isoformat(), review_id),
            )
        )

    async def forget_author(self, transaction: Transaction, kind: str, ref: str) -> None:
        await transaction.execute("UPDATE review_items SET author_id = NULL WHERE kind = ? AND ref = ?", (kind, ref))

    async def forget_author_of(self, transaction: Transaction, review_id: int) -> None:
        await transaction.execute("UPDATE review_items SET author_id = NULL WHERE review_id = ?", (review_id,))

    async def set_message(self, transaction: Transaction, review_id: int, channel_id: int, message_id: int) -> None:
        await transaction.execute(
            "UPDATE review_items SET channel_id = ?, message_id = ? WHERE review_id = ?",
            (channel_id, message_id, review_id),
        )

    async def delete_decided_before(self, moment: datetime) -> None:
        async with self._database.transaction() as transaction:
            await transaction.execute(
                "DELETE FROM review_items WHERE choice IS NOT NULL AND decided_at < ?", (moment.isoformat(),)
            )

    async def export_person(self, user_id: int) -> list[dict[str, object]]:
        submitted = await self._database.all(
            "SELECT kind, ref, note, submitted_at FROM review_items WHERE author_id = ?", (user_id,)
        )
        decided = await self._database.all(
            "SELECT kind, ref, choice, words, decided_at FROM review_items WHERE decided_by = ?", (user_id,)
        )
        return [
            *(
                {"submitted": f"{row['kind']} {row['ref']}", "note": row["note"], "at": row["submitted_at"]}
                for row in submitted
            ),
            *(
                {
                    "decided": f"{row['kind']} {row['ref']}",
                    "choice": row["choice"],
                    "words": row["words"],
                    "at": row["decided_at"],
                }
                for row in decided
            ),
        ]

    async def erase_person(self, transaction: Transaction, user_id: int) -> None:
        await transaction.execute("UPDATE review_items SET author_id = NULL WHERE author_id = ?", (user_id,))
        await transaction.execute("UPDATE review_items SET decided_by = NULL WHERE decided_by = ?", (user_id,))


def _item(row: Row) -> Item:
    return Item(
        review_id=row["review_id"],
        kind=row["kind"],
        ref=row["ref"],
        author_id=row["author_id"],
        note=row["note"],
        submitted_at=datetime.fromisoformat(row["submitted_at"]),
        choice=row["choice"],
        words=row["words"],
        decided_by=row["decided_by"],
        decided_at=datetime.fromisoformat(row["decided_at"]) if row["decided_at"] else None,
        channel_id=row["channel_id"],
        message_id=row["message_id"],
    )
