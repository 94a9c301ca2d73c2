"""What the rows of links say of a person: exported, and erased."""

from __future__ import annotations

from bot.storage.database import Database, Transaction


class LinkPeopleStorage:
    def __init__(self, database: Database) -> None:
        self._database = database

    async def export(self, user_id: int) -> list[dict[str, object]]:
        questions = {
            "shared": "SELECT canonical AS address, title, note, link_shares.shared_at AS at FROM link_shares "
            "JOIN links USING (link_id) WHERE user_id = ?",
            "useful": "SELECT canonical AS address, title FROM link_useful JOIN links USING (link_id) "
            "WHERE user_id = ?",
            "later": "SELECT canonical AS address, title, saved_at AS at FROM link_later JOIN links USING (link_id) "
            "WHERE user_id = ?",
            "draft": "SELECT content, touched_at AS at FROM link_drafts WHERE user_id = ?",
        }
        return [
            {"link": kind, **dict(zip(row.keys(), row, strict=True))}
            for kind, question in questions.items()
            for row in await self._database.all(question, (user_id,))
        ]

    async def list_shared(self, user_id: int) -> list[int]:
        """The numbers of the links, as they were before the transaction that runs."""
        rows = await self._database.all("SELECT link_id FROM link_shares WHERE user_id = ?", (user_id,))
        return [row["link_id"] for row in rows]

    async def erase(self, transaction: Transaction, user_id: int) -> None:
        """The pages stay; who shared them, the notes and the marks go."""
        await transaction.execute(
            "UPDATE link_shares SET user_id = NULL, note = '', leaves_with_name = 0 WHERE user_id = ?", (user_id,)
        )
        for table in ("link_drafts", "link_useful", "link_later"):
            await transaction.execute(f"DELETE FROM {table} WHERE user_id = ?", (user_id,))  # noqa: S608 - ours
