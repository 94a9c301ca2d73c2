"""The rows of what is being planned or changed."""

from __future__ import annotations

from datetime import datetime

from bot.storage.database import Database, Transaction
from cogs.meetups.models import Draft
from cogs.meetups.storage.rows import draft_json, draft_of


class MeetupDraftStorage:
    def __init__(self, database: Database) -> None:
        self._database = database

    async def add(self, draft: Draft, now: datetime) -> int:
        async with self._database.transaction() as transaction:
            return await transaction.insert(
                "INSERT INTO meetup_drafts (author_id, content, touched_at) VALUES (?, ?, ?)",
                (draft.author_id, draft_json(draft), now.isoformat()),
            )

    async def save(self, draft: Draft, now: datetime) -> None:
        async with self._database.transaction() as transaction:
            await transaction.execute(
                "UPDATE meetup_drafts SET content = ?, touched_at = ? WHERE draft_id = ?",
                (draft_json(draft), now.isoformat(), draft.draft_id),
            )

    async def find(self, draft_id: int) -> Draft | None:
        row = await self._database.one("SELECT * FROM meetup_drafts WHERE draft_id = ?", (draft_id,))
        return draft_of(row) if row else None

    async def delete(self, transaction: Transaction, draft_id: int) -> bool:
        """False when it is gone already."""
        return bool(await transaction.execute("DELETE FROM meetup_drafts WHERE draft_id = ?", (draft_id,)))

    async def discard(self, draft_id: int) -> None:
        async with self._database.transaction() as transaction:
            await self.delete(transaction, draft_id)

    async def delete_before(self, moment: datetime) -> None:
        async with self._database.transaction() as transaction:
            await transaction.execute("DELETE FROM meetup_drafts WHERE touched_at < ?", (moment.isoformat(),))
