"""The rows of notices."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from bot.storage.database import Database, Row, Transaction


@dataclass(frozen=True, slots=True)
class Notice:
    """`ref` holds ids only; what is said is drawn from them when it is said."""

    notice_id: int
    user_id: int
    kind: str
    ref: dict[str, Any]
    by_dm: bool


class NoticeStorage:
    def __init__(self, database: Database) -> None:
        self._database = database

    async def add(self, transaction: Transaction, notice: Notice, now: datetime) -> int:
        return await transaction.insert(
            "INSERT INTO notices (user_id, kind, ref, by_dm, created_at) VALUES (?, ?, ?, ?, ?)",
            (notice.user_id, notice.kind, _as_json(notice.ref), notice.by_dm, now.isoformat()),
        )

    async def find(self, notice_id: int) -> Notice | None:
        row = await self._database.one("SELECT * FROM notices WHERE notice_id = ?", (notice_id,))
        return _notice(row) if row else None

    async def list_people(self) -> set[int]:
        """Those for whom a word waits until they come by."""
        rows = await self._database.all("SELECT DISTINCT user_id FROM notices WHERE NOT by_dm")
        return {row["user_id"] for row in rows}

    async def list_dm_people(self) -> set[int]:
        """Those who chose to be written to."""
        rows = await self._database.all("SELECT user_id FROM dm_choices")
        return {row["user_id"] for row in rows}

    async def set_dm(self, user_id: int, *, wanted: bool) -> None:
        async with self._database.transaction() as transaction:
            if wanted:
                await transaction.insert(
                    "INSERT INTO dm_choices (user_id) VALUES (?) ON CONFLICT DO NOTHING", (user_id,)
                )
            else:
                await transaction.execute("DELETE FROM dm_choices WHERE user_id = ?", (user_id,))

    async def list_waiting(self, user_id: int, limit: int) -> list[Notice]:
        """Oldest first."""
        rows = await self._database.all(
            "SELECT * FROM notices WHERE user_id = ? AND NOT by_dm ORDER BY notice_id LIMIT ?", (user_id, limit)
        )
        return [_notice(row) for row in rows]

    async def turn_to_waiting(self, transaction: Transaction, notice_id: int) -> int | None:
        """Whom it is for; None when it is gone."""
        row = await transaction.one("SELECT user_id FROM notices WHERE notice_id = ?", (notice_id,))
        await transaction.execute("UPDATE notices SET by_dm = 0 WHERE notice_id = ?", (notice_id,))
        return row["user_id"] if row else None

    async def delete(self, notice_id: int) -> None:
        async with self._database.transaction() as transaction:
            await self.delete_in(transaction, notice_id)

    async def delete_in(self, transaction: Transaction, notice_id: int) -> None:
        await transaction.execute("DELETE FROM notices WHERE notice_id = ?", (notice_id,))

    async def delete_about(self, transaction: Transaction, kind: str, ref: dict[str, Any]) -> None:
        await transaction.execute("DELETE FROM notices WHERE kind = ? AND ref = ?", (kind, _as_json(ref)))

    async def export_person(self, user_id: int) -> list[dict[str, object]]:
        rows = await self._database.all("SELECT kind, created_at FROM notices WHERE user_id = ?", (user_id,))
        chosen = await self._database.all("SELECT user_id FROM dm_choices WHERE user_id = ?", (user_id,))
        return [
            *({"word_waiting": row["kind"], "at": row["created_at"]} for row in rows),
            *({"direct_messages": "chosen"} for _ in chosen),
        ]

    async def erase_person(self, transaction: Transaction, user_id: int) -> None:
        await transaction.execute("DELETE FROM notices WHERE user_id = ?", (user_id,))
        await transaction.execute("DELETE FROM dm_choices WHERE user_id = ?", (user_id,))


def _as_json(ref: dict[str, Any]) -> str:
    return json.dumps(ref, sort_keys=True)


def _notice(row: Row) -> Notice:
    return Notice(row["notice_id"], row["user_id"], row["kind"], json.loads(row["ref"]), by_dm=bool(row["by_dm"]))
