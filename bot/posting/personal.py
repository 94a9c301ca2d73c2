"""What the core itself keeps about people."""

from __future__ import annotations

from dataclasses import dataclass

from bot.posting.notices_storage import NoticeStorage
from bot.posting.outbox_storage import OutboxStorage
from bot.storage.database import Transaction
from bot.storage.people import PeopleStorage


@dataclass(frozen=True, slots=True)
class CorePersonalData:
    """The words that wait for somebody."""

    storage: NoticeStorage
    outbox: OutboxStorage
    people: PeopleStorage
    feature: str = "core"
    tables: frozenset[str] = frozenset({"departures", "dm_choices", "notices"})

    async def export(self, user_id: int) -> list[dict[str, object]]:
        left = await self.people.find_departure(user_id)
        departure: list[dict[str, object]] = [{"left_at": left.isoformat()}] if left else []
        return [*await self.storage.export_person(user_id), *departure]

    async def erase(self, user_id: int, transaction: Transaction) -> None:
        await self.storage.erase_person(transaction, user_id)
        await self.outbox.delete_person(transaction, user_id)
        await self.people.forget(transaction, ["departures"], [user_id])
