"""The rows of meetups, their dates and what is due."""

from __future__ import annotations

import json
from collections.abc import Iterable
from contextlib import AbstractAsyncContextManager
from datetime import datetime
from typing import Any

from bot.storage.database import Database, Transaction, Value
from cogs.meetups.models import Change, Due, DueKind, Meetup, Occurrence, Status
from cogs.meetups.storage.rows import change_of, due_of, face_json, meetup_of, occurrence_of

_OCCURRENCES = "SELECT * FROM meetup_occurrences"


class MeetupStorage:
    def __init__(self, database: Database) -> None:
        self._database = database

    def transaction(self) -> AbstractAsyncContextManager[Transaction]:
        return self._database.transaction()

    # Meetups

    async def add_meetup(self, transaction: Transaction, meetup: Meetup) -> int:
        rhythm = meetup.rhythm
        return await transaction.insert(
            "INSERT INTO meetups (uid, organiser_id, channel_id, title, about, place, zone, start_local, recurrence, "
            "until_local, minutes, capacity, leads, status, created_at) "
            "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (
                meetup.uid,
                meetup.organiser_id,
                meetup.channel_id,
                meetup.texts.title,
                meetup.texts.about,
                meetup.texts.place,
                rhythm.zone,
                rhythm.start.isoformat(),
                rhythm.recurrence.value,
                rhythm.until.isoformat() if rhythm.until else None,
                meetup.minutes,
                meetup.capacity,
                json.dumps(meetup.leads),
                meetup.status.value,
                meetup.created_at.isoformat(),
            ),
        )

    async def find_meetup(self, meetup_id: int) -> Meetup | None:
        row = await self._database.one("SELECT * FROM meetups WHERE meetup_id = ?", (meetup_id,))
        return meetup_of(row) if row else None

    async def find_meetup_in(self, transaction: Transaction, meetup_id: int) -> Meetup | None:
        row = await transaction.one("SELECT * FROM meetups WHERE meetup_id = ?", (meetup_id,))
        return meetup_of(row) if row else None

    async def list_planned(self) -> list[Meetup]:
        rows = await self._database.all("SELECT * FROM meetups WHERE status = 'planned' ORDER BY meetup_id")
        return [meetup_of(row) for row in rows]

    async def list_stale(self) -> list[int]:
        rows = await self._database.all("SELECT meetup_id FROM meetups WHERE stale")
        return [row["meetup_id"] for row in rows]

    async def set_meetup(self, transaction: Transaction, meetup_id: int, **values: Value) -> None:
        await _set(transaction, "meetups", "meetup_id", meetup_id, values)

    async def mark_fresh(self, meetup_id: int) -> None:
        """Before the card is drawn: what comes meanwhile makes it stale again."""
        async with self._database.transaction() as transaction:
            await self.set_meetup(transaction, meetup_id, stale=0)

    # Dates

    async def add_occurrence(self, transaction: Transaction, occurrence: Occurrence) -> int:
        """0 when that slot has one already."""
        return await transaction.insert(
            "INSERT INTO meetup_occurrences (meetup_id, slot_local, starts_at, ends_at, title, about, place, status) "
            "VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (meetup_id, slot_local) DO NOTHING",
            (
                occurrence.meetup_id,
                occurrence.slot.isoformat(),
                occurrence.starts_at.isoformat(),
                occurrence.ends_at.isoformat(),
                occurrence.texts.title,
                occurrence.texts.about,
                occurrence.texts.place,
                occurrence.status.value,
            ),
        )

    async def find_occurrence(self, occurrence_id: int) -> Occurrence | None:
        row = await self._database.one(f"{_OCCURRENCES} WHERE occurrence_id = ?", (occurrence_id,))
        return occurrence_of(row) if row else None

    async def find_occurrence_in(self, transaction: Transaction, occurrence_id: int) -> Occurrence | None:
        row = await transaction.one(f"{_OCCURRENCES} WHERE occurrence_id = ?", (occurrence_id,))
        return occurrence_of(row) if row else None

    async def find_by_event(self, event_id: int) -> Occurrence | None:
        row = await self._database.one(f"{_OCCURRENCES} WHERE event_id = ?", (event_id,))
        return occurrence_of(row) if row else None

    async def list_occurrences(self, meetup_id: int) -> list[Occurrence]:
        """In their order."""
        rows = await self._database.all(f"{_OCCURRENCES} WHERE meetup_id = ? ORDER BY starts_at", (meetup_id,))
        return [occurrence_of(row) for row in rows]

    async def list_occurrences_in(self, transaction: Transaction, meetup_id: int) -> list[Occurrence]:
        rows = await transaction.all(f"{_OCCURRENCES} WHERE meetup_id = ? ORDER BY starts_at", (meetup_id,))
        return [occurrence_of(row) for row in rows]

    async def list_slots_in(self, transaction: Transaction, meetup_id: int) -> set[datetime]:
        """Those that dates stand at; none of those set aside."""
        rows = await transaction.all(
            "SELECT slot_local FROM meetup_occurrences WHERE meetup_id = ? AND slot_local NOT LIKE '~%'", (meetup_id,)
        )
        return {datetime.fromisoformat(row["slot_local"]) for row in rows}

    async def list_to_come(
        self, now: datetime, *, limit: int = 500, organiser_id: int | None = None
    ) -> list[Occurrence]:
        """Of every meetup, or of those that this person organises, the soonest first; the one under way too."""
        rows = await self._database.all(
            f"{_OCCURRENCES} WHERE status = 'planned' AND ends_at > ?1 AND (?2 IS NULL OR meetup_id IN "  # noqa: S608 - our own words
            "(SELECT meetup_id FROM meetups WHERE organiser_id = ?2)) ORDER BY starts_at LIMIT ?3",
            (now.isoformat(), organiser_id, limit),
        )
        return [occurrence_of(row) for row in rows]

    async def list_with_event(self, now: datetime) -> list[Occurrence]:
        rows = await self._database.all(
            f"{_OCCURRENCES} WHERE status = 'planned' AND ends_at > ? AND event_id IS NOT NULL", (now.isoformat(),)
        )
        return [occurrence_of(row) for row in rows]

    async def count_events(self, transaction: Transaction) -> int:
        row = await transaction.one(
            "SELECT count(*) AS events FROM meetup_occurrences WHERE status = 'planned' AND event_wanted"
        )
        return int(row["events"]) if row else 0

    async def list_wanting_event(self, transaction: Transaction, now: datetime, until: datetime) -> list[Occurrence]:
        """Within the horizon, without one asked for or refused for good, the soonest first."""
        rows = await transaction.all(
            f"{_OCCURRENCES} WHERE status = 'planned' AND NOT event_wanted AND event_problem IS NOT 'unwanted' "
            "AND starts_at > ? AND starts_at <= ? ORDER BY starts_at",
            (now.isoformat(), until.isoformat()),
        )
        return [occurrence_of(row) for row in rows]

    async def set_occurrence(self, transaction: Transaction, occurrence_id: int, **values: Any) -> None:
        """Columns; a face becomes the JSON of its column."""
        plain = {
            name: face_json(value) if name in {"event_sent", "conflict"} else value for name, value in values.items()
        }
        await _set(transaction, "meetup_occurrences", "occurrence_id", occurrence_id, plain)

    # What is due

    async def add_dues(
        self, transaction: Transaction, occurrence_id: int, dues: Iterable[tuple[DueKind, int, datetime]]
    ) -> None:
        for kind, lead, due_at in dues:
            await transaction.execute(
                "INSERT INTO meetup_dues (occurrence_id, kind, lead, due_at) VALUES (?, ?, ?, ?) "
                "ON CONFLICT (occurrence_id, kind, lead) DO UPDATE SET due_at = excluded.due_at",
                (occurrence_id, kind.value, lead, due_at.isoformat()),
            )

    async def delete_dues(self, transaction: Transaction, occurrence_id: int) -> None:
        await transaction.execute("DELETE FROM meetup_dues WHERE occurrence_id = ?", (occurrence_id,))

    async def delete_due(self, transaction: Transaction, due_id: int) -> bool:
        """False when it was dealt with already."""
        return bool(await transaction.execute("DELETE FROM meetup_dues WHERE due_id = ?", (due_id,)))

    async def find_next_due_at(self) -> datetime | None:
        row = await self._database.one("SELECT min(due_at) AS due_at FROM meetup_dues")
        return datetime.fromisoformat(row["due_at"]) if row and row["due_at"] else None

    async def list_due(self, now: datetime, limit: int) -> list[Due]:
        """The earliest first; for the same moment, the shortest lead first."""
        rows = await self._database.all(
            "SELECT * FROM meetup_dues WHERE due_at <= ? ORDER BY due_at, lead LIMIT ?", (now.isoformat(), limit)
        )
        return [due_of(row) for row in rows]

    async def list_shorter_due(self, transaction: Transaction, due: Due, now: datetime) -> list[int]:
        """The leads of the reminders nearer to the start that are due as well."""
        rows = await transaction.all(
            "SELECT lead FROM meetup_dues WHERE occurrence_id = ? AND kind = 'remind' AND lead < ? AND due_at <= ?",
            (due.occurrence_id, due.lead, now.isoformat()),
        )
        return [row["lead"] for row in rows]

    # Changes

    async def add_change(self, transaction: Transaction, change: Change) -> int:
        return await transaction.insert(
            "INSERT INTO meetup_changes (meetup_id, occurrence_id, scope, cancelled, before, after, changed_at) "
            "VALUES (?, ?, ?, ?, ?, ?, ?)",
            (
                change.meetup_id,
                change.occurrence_id,
                change.scope.value,
                change.cancelled,
                face_json(change.before),
                face_json(change.after),
                change.changed_at.isoformat(),
            ),
        )

    async def find_change(self, change_id: int) -> Change | None:
        row = await self._database.one("SELECT * FROM meetup_changes WHERE change_id = ?", (change_id,))
        return change_of(row) if row else None

    async def list_upcoming_of(self, user_id: int, now: datetime, *, limit: int) -> list[Occurrence]:
        """Those to which this person said yes or maybe."""
        rows = await self._database.all(
            "SELECT meetup_occurrences.* FROM meetup_occurrences JOIN meetup_rsvps USING (occurrence_id) "
            "WHERE user_id = ? AND answer != 'no' AND status = ? AND ends_at > ? ORDER BY starts_at LIMIT ?",
            (user_id, Status.PLANNED.value, now.isoformat(), limit),
        )
        return [occurrence_of(row) for row in rows]


async def _set(transaction: Transaction, table: str, key: str, number: int, values: dict[str, Any]) -> None:
    """The names of columns are ours."""
    columns = ", ".join(f"{name} = ?" for name in values)
    await transaction.execute(
        f"UPDATE {table} SET {columns} WHERE {key} = ?",  # noqa: S608
        (*values.values(), number),
    )
