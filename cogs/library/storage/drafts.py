"""The rows of drafts."""

from __future__ import annotations

from datetime import datetime

from bot.storage.database import Database, Row, Transaction
from cogs.library.models import Draft
from cogs.library.storage.rows import add_files, draft_json, draft_of, file_of


class DraftStorage:
    def __init__(self, database: Database) -> None:
        self._database = database

    async def add(self, draft: Draft) -> int:
        async with self._database.transaction() as transaction:
            draft_id = await transaction.insert(
                "INSERT INTO library_drafts (author_id, entry_id, adapted_from, content, touched_at, origin) "
                "VALUES (?, ?, ?, ?, ?, ?)",
                (
                    draft.author_id,
                    draft.entry_id,
                    draft.adapted_from,
                    draft_json(draft),
                    draft.touched_at.isoformat(),
                    draft.origin,
                ),
            )
            await add_files(transaction, "library_draft_files", "draft_id", draft_id, draft.content.files)
            return draft_id

    async def save(self, draft: Draft) -> None:
        async with self._database.transaction() as transaction:
            await transaction.execute(
                "UPDATE library_drafts SET content = ?, touched_at = ? WHERE draft_id = ?",
                (draft_json(draft), draft.touched_at.isoformat(), draft.draft_id),
            )
            await transaction.execute("DELETE FROM library_draft_files WHERE draft_id = ?", (draft.draft_id,))
            await add_files(transaction, "library_draft_files", "draft_id", draft.draft_id, draft.content.files)

    async def find(self, draft_id: int) -> Draft | None:
        row = await self._database.one("SELECT * FROM library_drafts WHERE draft_id = ?", (draft_id,))
        return await self._draft(row) if row else None

    async def list_of(self, author_id: int) -> list[Draft]:
        """The latest touched first."""
        rows = await self._database.all(
            "SELECT * FROM library_drafts WHERE author_id = ? ORDER BY touched_at DESC, draft_id DESC", (author_id,)
        )
        return [await self._draft(row) for row in rows]

    async def delete(self, transaction: Transaction, draft_id: int) -> bool:
        """False when it is gone already."""
        return bool(await transaction.execute("DELETE FROM library_drafts WHERE draft_id = ?", (draft_id,)))

    async def discard(self, draft_id: int) -> None:
        async with self._database.transaction() as transaction:
            await self.delete(transaction, draft_id)

    async def delete_before(self, moment: datetime) -> None:
        async with self._database.transaction() as transaction:
            await transaction.execute("DELETE FROM library_drafts WHERE touched_at < ?", (moment.isoformat(),))

    async def _draft(self, row: Row) -> Draft:
        files = await self._database.all(
            "SELECT * FROM library_draft_files WHERE draft_id = ? ORDER BY place", (row["draft_id"],)
        )
        return draft_of(row, [file_of(file) for file in files])
