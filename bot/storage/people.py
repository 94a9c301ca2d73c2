"""People in the database as a whole: who stands in it, and who is a member no more."""

from __future__ import annotations

import json
import re
from collections.abc import Collection, Iterable
from datetime import datetime

from bot.storage.database import Database, Transaction

# The columns in which a person's Discord id may stand; a table that has one is somebody's to export and erase.
PERSON = re.compile(r"(author|user|member|person|voter|owner|moderator|organiser)_id|\w+_by")


class PeopleStorage:
    def __init__(self, database: Database) -> None:
        self._database = database

    async def list_columns(self) -> list[tuple[str, str]]:
        """(table, column) of every column that may hold a person."""
        tables = await self._database.all("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name")
        found: list[tuple[str, str]] = []
        for table in tables:
            columns = await self._database.all(f"PRAGMA table_info({table['name']})")
            found += [(table["name"], column["name"]) for column in columns if PERSON.fullmatch(column["name"])]
        return found

    async def list_people(self) -> set[int]:
        """Everybody who stands anywhere."""
        people: set[int] = set()
        for table, column in await self.list_columns():
            people |= await self._people_in(table, column)
        rows = await self._database.all("SELECT DISTINCT json_extract(ref, '$.user_id') AS person FROM outbox")
        return people | {row["person"] for row in rows if row["person"] is not None}

    async def list_people_in(self, tables: Iterable[str]) -> set[int]:
        """Of tables with a `user_id`."""
        people: set[int] = set()
        for table in tables:
            people |= await self._people_in(table, "user_id")
        return people

    async def forget(self, transaction: Transaction, tables: Iterable[str], people: Collection[int]) -> None:
        """Thousands at once if need be."""
        listed = json.dumps(list(people))
        for table in tables:
            await transaction.execute(
                f"DELETE FROM {table} WHERE user_id IN (SELECT value FROM json_each(?))",  # noqa: S608 - ours
                (listed,),
            )

    # Who left

    async def note_departures(self, present: Iterable[int], kept: Iterable[int], now: datetime) -> None:
        """Of those about whom something is kept, who is no member from now on; who came back is forgotten here."""
        members, people = set(present), set(kept)
        gone = people - members
        known = await self._people_in("departures", "user_id")
        async with self._database.transaction() as transaction:
            await self.forget(transaction, ["departures"], known - gone)
            await transaction.execute(
                "INSERT INTO departures (user_id, noticed_at) SELECT value, ? FROM json_each(?)",
                (now.isoformat(), json.dumps(list(gone - known))),
            )

    async def list_departed_before(self, moment: datetime) -> list[int]:
        rows = await self._database.all(
            "SELECT user_id FROM departures WHERE noticed_at <= ? ORDER BY user_id", (moment.isoformat(),)
        )
        return [row["user_id"] for row in rows]

    async def find_departure(self, user_id: int) -> datetime | None:
        row = await self._database.one("SELECT noticed_at FROM departures WHERE user_id = ?", (user_id,))
        return datetime.fromisoformat(row["noticed_at"]) if row else None

    async def _people_in(self, table: str, column: str) -> set[int]:
        rows = await self._database.all(
            f"SELECT DISTINCT {column} AS person FROM {table} WHERE {column} IS NOT NULL"  # noqa: S608 - from the schema
        )
        return {row["person"] for row in rows}
