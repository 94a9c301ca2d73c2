"""What the rows of the library say of a person: exported, and erased."""

from __future__ import annotations

from bot.storage.database import Database, Transaction


class PeopleStorage:
    def __init__(self, database: Database) -> None:
        self._database = database

    async def export(self, user_id: int) -> list[dict[str, object]]:
        drafts = await self._database.all(
            "SELECT content, touched_at FROM library_drafts WHERE author_id = ?", (user_id,)
        )
        versions = await self._database.all(
            "SELECT title, summary, text, state, submitted_at FROM library_versions JOIN library_entries "
            "USING (entry_id) WHERE author_id = ?",
            (user_id,),
        )
        asked = await self._database.all(
            "SELECT text, answer, asked_at FROM library_questions WHERE asked_by = ?", (user_id,)
        )
        return [
            *({"draft": row["content"], "at": row["touched_at"]} for row in drafts),
            *({**dict(zip(row.keys(), row, strict=True)), "kept": "library"} for row in versions),
            *({"asked": row["text"], "answer": row["answer"], "at": row["asked_at"]} for row in asked),
        ]

    async def list_files(self, user_id: int) -> list[tuple[str, str]]:
        """(name, hash) of whatever they attached, once each."""
        rows = await self._database.all(
            "SELECT DISTINCT name, sha256 FROM library_files JOIN library_versions USING (version_id) "
            "JOIN library_entries USING (entry_id) WHERE author_id = ?1 UNION SELECT name, sha256 "
            "FROM library_draft_files JOIN library_drafts USING (draft_id) WHERE author_id = ?1",
            (user_id,),
        )
        return [(row["name"], row["sha256"]) for row in rows]

    async def erase(self, transaction: Transaction, user_id: int, former: str) -> None:
        """What is public stays, under its licence, signed `former` where it bore a name; what waits goes."""
        await transaction.execute("DELETE FROM library_drafts WHERE author_id = ?", (user_id,))
        await transaction.execute("DELETE FROM library_questions WHERE asked_by = ?", (user_id,))
        await transaction.execute("DELETE FROM library_entries WHERE author_id = ? AND status = 'waiting'", (user_id,))
        await transaction.execute(
            "UPDATE library_versions SET author_name = ? WHERE author_name != '' AND entry_id IN "
            "(SELECT entry_id FROM library_entries WHERE author_id = ?)",
            (former, user_id),
        )
        await transaction.execute("UPDATE library_entries SET author_id = NULL WHERE author_id = ?", (user_id,))
