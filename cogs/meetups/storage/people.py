"""What the rows of meetups say of a person: exported, and erased."""

from __future__ import annotations

from bot.storage.database import Database, Transaction


class MeetupPeopleStorage:
    def __init__(self, database: Database) -> None:
        self._database = database

    async def export(self, user_id: int) -> list[dict[str, object]]:
        return [
            {"kept": kept, **dict(zip(row.keys(), row, strict=True))}
            for kept, sql in _KEPT
            for row in await self._database.all(sql, (user_id,))
        ]

    async def erase(self, transaction: Transaction, user_id: int) -> None:
        """What they planned stays for those who come, without their name."""
        for table in ("meetup_rsvps", "meetup_preferences", "meetup_slot_answers"):
            await transaction.execute(f"DELETE FROM {table} WHERE user_id = ?", (user_id,))  # noqa: S608 - ours
        await transaction.execute("DELETE FROM meetup_drafts WHERE author_id = ?", (user_id,))
        await transaction.execute("UPDATE meetups SET organiser_id = NULL WHERE organiser_id = ?", (user_id,))
        await transaction.execute("UPDATE meetup_date_polls SET author_id = NULL WHERE author_id = ?", (user_id,))


_KEPT = (
    (
        "answer to a meetup",
        (
            "SELECT meetup_occurrences.title, starts_at, answer, waiting, answered_at FROM meetup_rsvps "
            "JOIN meetup_occurrences USING (occurrence_id) WHERE user_id = ?"
        ),
    ),
    (
        "preferences for meetups",
        "SELECT mentioned, by_dm, hidden, leads FROM meetup_preferences WHERE user_id = ?",
    ),
    (
        "answer to a date poll",
        (
            "SELECT title, starts_at, answer FROM meetup_slot_answers JOIN meetup_slots USING (slot_id) "
            "JOIN meetup_date_polls USING (date_poll_id) WHERE user_id = ?"
        ),
    ),
    ("meetup being planned", "SELECT content, touched_at FROM meetup_drafts WHERE author_id = ?"),
    ("meetup organised", "SELECT title, about, place, created_at FROM meetups WHERE organiser_id = ?"),
    ("date poll opened", "SELECT title, opened_at FROM meetup_date_polls WHERE author_id = ?"),
)
