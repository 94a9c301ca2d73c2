"""The rows of digests as they were scheduled, and of what each has told."""

from __future__ import annotations

import json
from collections.abc import Iterable
from contextlib import AbstractAsyncContextManager
from datetime import datetime

from bot.storage.database import Database, Row, Transaction
from cogs.digests.models import Cadence, Digest, Schedule


class DigestStorage:
    def __init__(self, database: Database) -> None:
        self._database = database

    def transaction(self) -> AbstractAsyncContextManager[Transaction]:
        return self._database.transaction()

    async def add(self, digest: Digest) -> int:
        async with self._database.transaction() as transaction:
            return await transaction.insert(
                "INSERT INTO digests (name, cadence, first_local, zone, channel_id, role_id, lead_days, sections, "
                "created_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                (*_values(digest), digest.created_at.isoformat()),
            )

    async def save(self, transaction: Transaction, digest: Digest) -> None:
        await transaction.execute(
            "UPDATE digests SET name = ?, cadence = ?, first_local = ?, zone = ?, channel_id = ?, role_id = ?, "
            "lead_days = ?, sections = ?, paused = ? WHERE digest_id = ?",
            (*_values(digest), digest.paused, digest.digest_id),
        )

    async def delete(self, transaction: Transaction, digest_id: int) -> None:
        await transaction.execute("DELETE FROM digests WHERE digest_id = ?", (digest_id,))

    async def find(self, digest_id: int) -> Digest | None:
        row = await self._database.one("SELECT * FROM digests WHERE digest_id = ?", (digest_id,))
        return _digest(row) if row else None

    async def list_all(self) -> list[Digest]:
        return [_digest(row) for row in await self._database.all("SELECT * FROM digests ORDER BY digest_id")]

    # What was told

    async def list_told(self, digest_id: int, refs: Iterable[str]) -> frozenset[str]:
        """Of these, the ones that this digest told, or is about to tell in an issue that waits."""
        rows = await self._database.all(
            "SELECT value AS ref FROM json_each(?) WHERE value IN (SELECT ref FROM digest_uses WHERE digest_id = ?) "
            "OR value IN (SELECT ref FROM digest_items JOIN digest_issues USING (issue_id) WHERE digest_id = ? "
            "AND state IN ('draft', 'approved', 'posting'))",
            (json.dumps(list(refs)), digest_id, digest_id),
        )
        return frozenset(row["ref"] for row in rows)

    async def note_told(self, transaction: Transaction, digest_id: int, refs: Iterable[str]) -> None:
        await transaction.execute(
            "INSERT OR IGNORE INTO digest_uses (digest_id, ref) SELECT ?, value FROM json_each(?)",
            (digest_id, json.dumps(list(refs))),
        )


def _values(digest: Digest) -> tuple[str | int | None, ...]:
    schedule = digest.schedule
    return (
        digest.name,
        schedule.cadence.value,
        schedule.first.isoformat(),
        schedule.zone,
        digest.channel_id,
        digest.role_id,
        digest.lead_days,
        json.dumps(digest.sections),
    )


def _digest(row: Row) -> Digest:
    return Digest(
        digest_id=row["digest_id"],
        name=row["name"],
        schedule=Schedule(Cadence(row["cadence"]), datetime.fromisoformat(row["first_local"]), row["zone"]),
        channel_id=row["channel_id"],
        role_id=row["role_id"],
        lead_days=row["lead_days"],
        sections=tuple(json.loads(row["sections"])),
        paused=bool(row["paused"]),
        created_at=datetime.fromisoformat(row["created_at"]),
    )
