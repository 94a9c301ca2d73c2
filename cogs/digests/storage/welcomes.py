"""Who asked to be welcomed."""

from __future__ import annotations

from datetime import datetime

from bot.storage.database import Database, Row, Transaction
from cogs.digests.models import Welcome


class WelcomeStorage:
    def __init__(self, database: Database) -> None:
        self._database = database

    async def ask(self, user_id: int, name: str, words: str, now: datetime) -> None:
        """Once a member: asked again, the words are replaced."""
        async with self._database.transaction() as transaction:
            await transaction.execute(
                "INSERT INTO digest_welcomes (user_id, name, words, asked_at) VALUES (?, ?, ?, ?) "
                "ON CONFLICT (user_id) DO UPDATE SET name = excluded.name, words = excluded.words",
                (user_id, name, words, now.isoformat()),
            )

    async def find(self, welcome_id: int) -> Welcome | None:
        row = await self._database.one("SELECT * FROM digest_welcomes WHERE welcome_id = ?", (welcome_id,))
        return _welcome(row) if row else None

    async def find_of(self, user_id: int) -> Welcome | None:
        row = await self._database.one("SELECT * FROM digest_welcomes WHERE user_id = ?", (user_id,))
        return _welcome(row) if row else None

    async def list_asked(self, since: datetime, until: datetime) -> list[Welcome]:
        """Half-open, oldest first."""
        rows = await self._database.all(
            "SELECT * FROM digest_welcomes WHERE asked_at >= ? AND asked_at < ? ORDER BY asked_at, welcome_id",
            (since.isoformat(), until.isoformat()),
        )
        return [_welcome(row) for row in rows]

    async def withdraw(self, user_id: int) -> None:
        async with self._database.transaction() as transaction:
            await self.erase_person(transaction, user_id)
        await self._database.forget_deleted()

    async def forget_before(self, moment: datetime) -> None:
        async with self._database.transaction() as transaction:
            await transaction.execute("DELETE FROM digest_welcomes WHERE asked_at < ?", (moment.isoformat(),))

    async def export_person(self, user_id: int) -> list[dict[str, object]]:
        welcome = await self.find_of(user_id)
        if welcome is None:
            return []
        return [{"welcome": welcome.name, "words": welcome.words, "asked_at": welcome.asked_at.isoformat()}]

    async def erase_person(self, transaction: Transaction, user_id: int) -> None:
        await transaction.execute("DELETE FROM digest_welcomes WHERE user_id = ?", (user_id,))


def _welcome(row: Row) -> Welcome:
    return Welcome(
        row["welcome_id"], row["user_id"], row["name"], row["words"], datetime.fromisoformat(row["asked_at"])
    )
