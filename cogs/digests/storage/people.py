"""What members who want it let us remember: when they last looked, which themes they follow."""

from __future__ import annotations

from datetime import datetime

from bot.storage.database import Database, Transaction


class ReaderStorage:
    def __init__(self, database: Database) -> None:
        self._database = database

    async def find_visit(self, user_id: int) -> datetime | None:
        row = await self._database.one("SELECT seen_at FROM digest_visits WHERE user_id = ?", (user_id,))
        return datetime.fromisoformat(row["seen_at"]) if row else None

    async def remember(self, user_id: int, moment: datetime) -> None:
        async with self._database.transaction() as transaction:
            await transaction.execute(
                "INSERT INTO digest_visits (user_id, seen_at) VALUES (?, ?) "
                "ON CONFLICT (user_id) DO UPDATE SET seen_at = excluded.seen_at",
                (user_id, moment.isoformat()),
            )

    async def list_followed(self, user_id: int) -> tuple[str, ...]:
        rows = await self._database.all("SELECT tag FROM digest_follows WHERE user_id = ? ORDER BY tag", (user_id,))
        return tuple(row["tag"] for row in rows)

    async def follow(self, user_id: int, tag: str) -> bool:
        """False when it was followed: then it is no longer."""
        async with self._database.transaction() as transaction:
            removed = await transaction.execute(
                "DELETE FROM digest_follows WHERE user_id = ? AND tag = ?", (user_id, tag)
            )
            if not removed:
                await transaction.execute("INSERT INTO digest_follows (user_id, tag) VALUES (?, ?)", (user_id, tag))
        return not removed

    async def forget(self, user_id: int) -> None:
        async with self._database.transaction() as transaction:
            await self.erase_person(transaction, user_id)
        await self._database.forget_deleted()

    async def export_person(self, user_id: int) -> list[dict[str, object]]:
        seen, followed = await self.find_visit(user_id), await self.list_followed(user_id)
        visits: list[dict[str, object]] = [{"looked_at_what_is_new": seen.isoformat()}] if seen else []
        return [*visits, *({"follows": tag} for tag in followed)]

    async def erase_person(self, transaction: Transaction, user_id: int) -> None:
        await transaction.execute("DELETE FROM digest_visits WHERE user_id = ?", (user_id,))
        await transaction.execute("DELETE FROM digest_follows WHERE user_id = ?", (user_id,))
