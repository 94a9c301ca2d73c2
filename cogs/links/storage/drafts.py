"""The rows of what is being shared."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from bot.storage.database import Database, Transaction
from cogs.links.models import Draft
from cogs.links.storage.rows import draft_json, draft_of


class LinkDraftStorage:
    def __init__(self, database: Database) -> None:
        self._database = database

    async def add(self, draft: Draft) -> Draft:
        async with self._database.transaction() as transaction:
            draft_id = await transaction.insert(
                "INSERT INTO link_drafts (user_id, link_id, content, touched_at) VALUES (?, ?, ?, ?)",
                (draft.user_id, draft.link_id, draft_json(draft), draft.touched_at.isoformat()),
            )
        return replace(draft, draft_id=draft_id)

    async def save(self, draft: Draft) -> None:
        async with self._database.transaction() as transaction:
            await transaction.execute(
                "UPDATE link_drafts SET link_id = ?, content = ?, touched_at = ? WHERE draft_id = ?",
                (draft.link_id, draft_json(draft), draft.touched_at.isoformat(), draft.draft_id),
            )

    async def find(self, draft_id: int) -> Draft | None:
        row = await self._database.one("SELECT * FROM link_drafts WHERE draft_id = ?", (draft_id,))
        return draft_of(row) if row else None

    async def delete(self, transaction: Transaction, draft_id: int) -> bool:
        """False when it is gone already."""
        return bool(await transaction.execute("DELETE FROM link_drafts WHERE draft_id = ?", (draft_id,)))

    async def discard(self, draft_id: int) -> None:
        async with self._database.transaction() as transaction:
            await self.delete(transaction, draft_id)

    async def delete_before(self, moment: datetime) -> None:
        async with self._database.transaction() as transaction:
            await transaction.execute("DELETE FROM link_drafts WHERE touched_at < ?", (moment.isoformat(),))
