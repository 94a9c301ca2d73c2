"""The rows of answers and preferences."""

from __future__ import annotations

import json
from datetime import datetime

from bot.storage.database import Database, Transaction
from cogs.meetups.models import Preferences, Rsvp
from cogs.meetups.storage.rows import preferences_of, rsvp_of


class RsvpStorage:
    def __init__(self, database: Database) -> None:
        self._database = database

    async def put(self, transaction: Transaction, rsvp: Rsvp, now: datetime) -> int:
        """Anew, so that its id tells when it came."""
        await self.remove(transaction, rsvp.occurrence_id, rsvp.user_id)
        return await transaction.insert(
            "INSERT INTO meetup_rsvps (occurrence_id, user_id, answer, waiting, from_event, answered_at) "
            "VALUES (?, ?, ?, ?, ?, ?)",
            (
                rsvp.occurrence_id,
                rsvp.user_id,
                rsvp.answer.value,
                rsvp.waiting,
                rsvp.from_event,
                now.isoformat(),
            ),
        )

    async def remove(self, transaction: Transaction, occurrence_id: int, user_id: int) -> bool:
        return bool(
            await transaction.execute(
                "DELETE FROM meetup_rsvps WHERE occurrence_id = ? AND user_id = ?", (occurrence_id, user_id)
            )
        )

    async def seat(self, transaction: Transaction, rsvp_id: int) -> None:
        """From the waiting list to a place."""
        await transaction.execute("UPDATE meetup_rsvps SET waiting = 0 WHERE rsvp_id = ?", (rsvp_id,))

    async def list_of(self, occurrence_id: int) -> list[Rsvp]:
        """In the order they came."""
        rows = await self._database.all(
            "SELECT * FROM meetup_rsvps WHERE occurrence_id = ? ORDER BY rsvp_id", (occurrence_id,)
        )
        return [rsvp_of(row) for row in rows]

    async def list_in(self, transaction: Transaction, occurrence_id: int) -> list[Rsvp]:
        rows = await transaction.all(
            "SELECT * FROM meetup_rsvps WHERE occurrence_id = ? ORDER BY rsvp_id", (occurrence_id,)
        )
        return [rsvp_of(row) for row in rows]

    async def list_of_person(self, user_id: int) -> dict[int, Rsvp]:
        """By the date they are about."""
        rows = await self._database.all("SELECT * FROM meetup_rsvps WHERE user_id = ?", (user_id,))
        return {row["occurrence_id"]: rsvp_of(row) for row in rows}

    async def list_dates_in(self, transaction: Transaction, user_id: int) -> list[int]:
        rows = await transaction.all("SELECT occurrence_id FROM meetup_rsvps WHERE user_id = ?", (user_id,))
        return [row["occurrence_id"] for row in rows]

    async def find_preferences(self, user_id: int) -> Preferences:
        row = await self._database.one("SELECT * FROM meetup_preferences WHERE user_id = ?", (user_id,))
        return preferences_of(row) if row else Preferences(user_id)

    async def preferences_of_all(self, occurrence_id: int) -> dict[int, Preferences]:
        """Of those who answered about this date and have any."""
        rows = await self._database.all(
            "SELECT meetup_preferences.* FROM meetup_preferences JOIN meetup_rsvps USING (user_id) "
            "WHERE occurrence_id = ?",
            (occurrence_id,),
        )
        return {row["user_id"]: preferences_of(row) for row in rows}

    async def preferences_in(self, transaction: Transaction, occurrence_id: int) -> dict[int, Preferences]:
        rows = await transaction.all(
            "SELECT meetup_preferences.* FROM meetup_preferences JOIN meetup_rsvps USING (user_id) "
            "WHERE occurrence_id = ?",
            (occurrence_id,),
        )
        return {row["user_id"]: preferences_of(row) for row in rows}

    async def save_preferences(self, preferences: Preferences) -> None:
        async with self._database.transaction() as transaction:
            await transaction.execute(
                "INSERT INTO meetup_preferences (user_id, mentioned, by_dm, hidden, leads) VALUES (?, ?, ?, ?, ?) "
                "ON CONFLICT (user_id) DO UPDATE SET mentioned = excluded.mentioned, by_dm = excluded.by_dm, "
                "hidden = excluded.hidden, leads = excluded.leads",
                (
                    preferences.user_id,
                    preferences.mentioned,
                    preferences.by_dm,
                    preferences.hidden,
                    json.dumps(preferences.leads) if preferences.leads is not None else None,
                ),
            )
