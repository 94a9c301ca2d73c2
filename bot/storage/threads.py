"""The threads in which something was posted, remembered for when they rest and Discord tells of them no more."""

from __future__ import annotations

from dataclasses import dataclass

from bot.storage.database import Database


@dataclass(frozen=True, slots=True)
class KnownThread:
    parent_id: int
    is_private: bool


class Threads:
    """In memory, since every list asks for them."""

    def __init__(self, database: Database, known: dict[int, KnownThread]) -> None:
        self._database = database
        self._known = known

    @classmethod
    async def load(cls, database: Database) -> Threads:
        rows = await database.all("SELECT thread_id, parent_id, is_private FROM threads")
        known = {row["thread_id"]: KnownThread(row["parent_id"], bool(row["is_private"])) for row in rows}
        return cls(database, known)

    def find(self, thread_id: int) -> KnownThread | None:
        return self._known.get(thread_id)

    def list_ids(self) -> list[int]:
        return list(self._known)

    async def note(self, thread_id: int, parent_id: int, *, is_private: bool) -> None:
        if thread_id in self._known:
            return
        async with self._database.transaction() as transaction:
            await transaction.execute(
                "INSERT OR IGNORE INTO threads (thread_id, parent_id, is_private) VALUES (?, ?, ?)",
                (thread_id, parent_id, is_private),
            )
        self._known[thread_id] = KnownThread(parent_id, is_private)
