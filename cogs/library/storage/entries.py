"""The rows of entries, versions and questions."""

from __future__ import annotations

import json
from collections.abc import Iterable
from contextlib import AbstractAsyncContextManager
from datetime import datetime

from bot.storage.database import Database, Row, Transaction, Value
from cogs.library.models import Entry, EntryStatus, Question, Version, VersionState
from cogs.library.storage.rows import add_files, content_values, entry_of, file_of, question_of, version_of


class EntryStorage:
    def __init__(self, database: Database) -> None:
        self._database = database

    def transaction(self) -> AbstractAsyncContextManager[Transaction]:
        return self._database.transaction()

    async def forget_deleted(self) -> bool:
        """False while somebody reads beside us."""
        return await self._database.forget_deleted()

    # Entries

    async def add_entry(self, transaction: Transaction, entry: Entry) -> int:
        return await transaction.insert(
            "INSERT INTO library_entries (uid, author_id, status, adapted_from, created_at, published_at, verified_at, "
            "origin) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            (
                entry.uid,
                entry.author_id,
                entry.status,
                entry.adapted_from,
                entry.created_at.isoformat(),
                _iso(entry.published_at),
                _iso(entry.verified_at),
                entry.origin,
            ),
        )

    async def find_entry(self, entry_id: int) -> Entry | None:
        row = await self._database.one("SELECT * FROM library_entries WHERE entry_id = ?", (entry_id,))
        return entry_of(row) if row else None

    async def find_entry_in(self, transaction: Transaction, entry_id: int) -> Entry | None:
        row = await transaction.one("SELECT * FROM library_entries WHERE entry_id = ?", (entry_id,))
        return entry_of(row) if row else None

    async def find_by_uid(self, uid: str) -> Entry | None:
        row = await self._database.one("SELECT * FROM library_entries WHERE uid = ?", (uid,))
        return entry_of(row) if row else None

    async def list_entries(self, statuses: Iterable[EntryStatus]) -> list[Entry]:
        """In the order of their numbers."""
        wanted = [status.value for status in statuses]
        rows = await self._database.all(
            f"SELECT * FROM library_entries WHERE status IN ({', '.join('?' * len(wanted))}) ORDER BY entry_id",  # noqa: S608
            wanted,
        )
        return [entry_of(row) for row in rows]

    async def list_of(self, author_id: int) -> list[Entry]:
        """The latest first."""
        rows = await self._database.all(
            "SELECT * FROM library_entries WHERE author_id = ? ORDER BY entry_id DESC", (author_id,)
        )
        return [entry_of(row) for row in rows]

    async def list_to_verify(self, before: datetime) -> list[Entry]:
        """Public, last verified before that moment, and nobody asked since."""
        rows = await self._database.all(
            "SELECT * FROM library_entries WHERE status = 'public' AND asked_at IS NULL AND verified_at <= ? "
            "ORDER BY verified_at",
            (before.isoformat(),),
        )
        return [entry_of(row) for row in rows]

    async def find_next_verified_at(self) -> datetime | None:
        """Of the public entries about which nobody is asked, the one verified longest ago."""
        row = await self._database.one(
            "SELECT min(verified_at) AS first FROM library_entries WHERE status = 'public' AND asked_at IS NULL"
        )
        return datetime.fromisoformat(row["first"]) if row and row["first"] else None

    async def set_entry(self, transaction: Transaction, entry_id: int, **values: Value) -> None:
        """By column."""
        changes = ", ".join(f"{name} = ?" for name in values)
        await transaction.execute(
            f"UPDATE library_entries SET {changes} WHERE entry_id = ?",  # noqa: S608 - columns named by our own code
            (*values.values(), entry_id),
        )

    async def delete_entry(self, transaction: Transaction, entry_id: int) -> None:
        await transaction.execute("DELETE FROM library_entries WHERE entry_id = ?", (entry_id,))

    # Versions

    async def add_version(self, transaction: Transaction, version: Version) -> int:
        values: dict[str, Value] = {
            "entry_id": version.entry_id,
            "number": version.number,
            "state": version.state.value,
            "author_name": version.author_name,
            "submitted_at": version.submitted_at.isoformat(),
            "published_at": _iso(version.published_at),
            **content_values(version.content),
        }
        version_id = await transaction.insert(
            f"INSERT INTO library_versions ({', '.join(values)}) VALUES ({', '.join('?' * len(values))})",  # noqa: S608
            values.values(),
        )
        await self.set_tags(transaction, version_id, version.content.tags)
        await add_files(transaction, "library_files", "version_id", version_id, version.content.files)
        return version_id

    async def find_version(self, version_id: int) -> Version | None:
        row = await self._database.one("SELECT * FROM library_versions WHERE version_id = ?", (version_id,))
        return await self._version(row) if row else None

    async def find_public(self, entry_id: int) -> Version | None:
        row = await self._database.one(
            "SELECT * FROM library_versions WHERE entry_id = ? AND state = 'public'", (entry_id,)
        )
        return await self._version(row) if row else None

    async def list_versions(self, entry_id: int) -> list[Version]:
        """The first first."""
        rows = await self._database.all(
            "SELECT * FROM library_versions WHERE entry_id = ? ORDER BY number", (entry_id,)
        )
        return [await self._version(row) for row in rows]

    async def find_last_number(self, transaction: Transaction, entry_id: int) -> int:
        row = await transaction.one("SELECT max(number) AS last FROM library_versions WHERE entry_id = ?", (entry_id,))
        return int(row["last"] or 0) if row else 0

    async def has_waiting(self, transaction: Transaction, entry_id: int) -> bool:
        row = await transaction.one(
            "SELECT 1 FROM library_versions WHERE entry_id = ? AND state = 'waiting'", (entry_id,)
        )
        return row is not None

    async def set_state(
        self, transaction: Transaction, version_id: int, *, now: VersionState, before: VersionState
    ) -> bool:
        """False when it was not in the state expected."""
        return bool(
            await transaction.execute(
                "UPDATE library_versions SET state = ? WHERE version_id = ? AND state = ?", (now, version_id, before)
            )
        )

    async def set_reason(self, transaction: Transaction, version_id: int, reason: str) -> None:
        await transaction.execute("UPDATE library_versions SET reason = ? WHERE version_id = ?", (reason, version_id))

    async def supersede(self, transaction: Transaction, entry_id: int) -> None:
        await transaction.execute(
            "UPDATE library_versions SET state = 'superseded' WHERE entry_id = ? AND state = 'public'", (entry_id,)
        )

    async def note_published(self, transaction: Transaction, version_id: int, moment: datetime) -> None:
        await transaction.execute(
            "UPDATE library_versions SET published_at = ? WHERE version_id = ?", (moment.isoformat(), version_id)
        )

    async def delete_waiting(self, transaction: Transaction, version_id: int) -> bool:
        """False when it was decided meanwhile."""
        return bool(
            await transaction.execute(
                "DELETE FROM library_versions WHERE version_id = ? AND state = 'waiting'", (version_id,)
            )
        )

    async def list_waiting(self, transaction: Transaction, entry_id: int) -> list[int]:
        """The versions that wait, by id."""
        row = await transaction.one(
            "SELECT json_group_array(version_id) AS ids FROM library_versions WHERE entry_id = ? AND state = 'waiting'",
            (entry_id,),
        )
        return json.loads(row["ids"]) if row else []

    async def forget_names(self, transaction: Transaction, entry_id: int) -> None:
        """Of the versions that were to bear one."""
        await transaction.execute(
            "UPDATE library_versions SET author_name = '', leaves_with_name = 0 WHERE entry_id = ?", (entry_id,)
        )

    async def forget_unpublished(self, transaction: Transaction, before: datetime) -> None:
        """Who wrote what was never published, once it has rested since then, sent back or declined."""
        resting = (
            "SELECT entry_id FROM library_entries WHERE status = 'waiting' AND NOT EXISTS (SELECT 1 FROM "
            "library_versions WHERE library_versions.entry_id = library_entries.entry_id "
            "AND (state NOT IN ('changes', 'declined') OR submitted_at >= ?))"
        )
        moment = before.isoformat()
        await transaction.execute(
            f"UPDATE library_versions SET author_name = '', leaves_with_name = 0 WHERE entry_id IN ({resting})",  # noqa: S608 - ours
            (moment,),
        )
        await transaction.execute(
            f"UPDATE library_entries SET author_id = NULL WHERE entry_id IN ({resting})",  # noqa: S608 - ours
            (moment,),
        )

    async def blank(self, transaction: Transaction, entry_id: int) -> None:
        """What was removed is gone: its words, its files, its author."""
        await transaction.execute(
            "DELETE FROM library_files WHERE version_id IN "
            "(SELECT version_id FROM library_versions WHERE entry_id = ?)",
            (entry_id,),
        )
        await transaction.execute(
            "UPDATE library_versions SET title = '', summary = '', text = '', source = '', organisation = '', "
            "author_name = '', reason = '' WHERE entry_id = ?",
            (entry_id,),
        )
        await self.set_entry(transaction, entry_id, author_id=None)

    async def forget_drafts_of(self, transaction: Transaction, entry_id: int) -> None:
        """A draft holds who writes it: none may point to an entry without a name."""
        await transaction.execute("DELETE FROM library_drafts WHERE entry_id = ?", (entry_id,))

    async def set_tags(self, transaction: Transaction, version_id: int, tags: Iterable[str]) -> None:
        await transaction.execute("DELETE FROM library_tags WHERE version_id = ?", (version_id,))
        for place, tag in enumerate(tags):
            await transaction.execute(
                "INSERT INTO library_tags (version_id, place, tag) VALUES (?, ?, ?)", (version_id, place, tag)
            )

    async def count_tagged(self, tags: Iterable[str]) -> int:
        """The public entries that bear one of these."""
        wanted = list(tags)
        row = await self._database.one(
            "SELECT count(DISTINCT entry_id) AS entries FROM library_versions JOIN library_tags USING (version_id) "  # noqa: S608
            f"WHERE state = 'public' AND tag IN ({', '.join('?' * len(wanted))})",
            wanted,
        )
        return int(row["entries"]) if row else 0

    async def list_tagged(self, tags: Iterable[str]) -> list[int]:
        """The public entries that bear one of these, by number."""
        wanted = list(tags)
        rows = await self._database.all(
            "SELECT DISTINCT entry_id FROM library_versions JOIN library_tags USING (version_id) "  # noqa: S608
            f"WHERE state = 'public' AND tag IN ({', '.join('?' * len(wanted))})",
            wanted,
        )
        return [row["entry_id"] for row in rows]

    async def list_hashes(self) -> set[str]:
        """Every file that something refers to."""
        rows = await self._database.all("SELECT sha256 FROM library_files UNION SELECT sha256 FROM library_draft_files")
        return {row["sha256"] for row in rows}

    # Questions

    async def add_question(self, transaction: Transaction, question: Question) -> int:
        return await transaction.insert(
            "INSERT INTO library_questions (entry_id, asked_by, text, asked_at) VALUES (?, ?, ?, ?)",
            (question.entry_id, question.asked_by, question.text, question.asked_at.isoformat()),
        )

    async def find_question(self, question_id: int) -> Question | None:
        row = await self._database.one("SELECT * FROM library_questions WHERE question_id = ?", (question_id,))
        return question_of(row) if row else None

    async def count_questions_of(self, transaction: Transaction, asked_by: int) -> int:
        """Those still without an answer."""
        row = await transaction.one(
            "SELECT count(*) AS questions FROM library_questions WHERE asked_by = ? AND answer IS NULL", (asked_by,)
        )
        return int(row["questions"]) if row else 0

    async def list_open_questions(self, entry_ids: Iterable[int]) -> list[Question]:
        """Without an answer yet, the oldest first."""
        wanted = list(entry_ids)
        rows = await self._database.all(
            f"SELECT * FROM library_questions WHERE answer IS NULL AND entry_id IN ({', '.join('?' * len(wanted))}) "  # noqa: S608
            "ORDER BY question_id",
            wanted,
        )
        return [question_of(row) for row in rows]

    async def delete_questions_before(self, moment: datetime) -> None:
        async with self._database.transaction() as transaction:
            await transaction.execute("DELETE FROM library_questions WHERE asked_at < ?", (moment.isoformat(),))

    async def set_answer(self, transaction: Transaction, question_id: int, answer: str) -> bool:
        """False when it was answered already."""
        return bool(
            await transaction.execute(
                "UPDATE library_questions SET answer = ? WHERE question_id = ? AND answer IS NULL",
                (answer, question_id),
            )
        )

    async def _version(self, row: Row) -> Version:
        version_id = row["version_id"]
        tags = await self._database.all(
            "SELECT tag FROM library_tags WHERE version_id = ? ORDER BY place", (version_id,)
        )
        files = await self._database.all(
            "SELECT * FROM library_files WHERE version_id = ? ORDER BY place", (version_id,)
        )
        return version_of(row, [tag["tag"] for tag in tags], [file_of(file) for file in files])


def _iso(moment: datetime | None) -> str | None:
    return moment.isoformat() if moment else None
