"""A meetup becomes memory: its notes are a draft of the library's, and once published are found on its card."""

from __future__ import annotations

from dataclasses import dataclass

from bot.registry import DraftIntake, SharedLink, SharedLinks
from bot.storage.database import Transaction
from cogs.meetups.models import Meetup, Occurrence
from cogs.meetups.service.refresh import CardRefresh
from cogs.meetups.storage import MeetupStorage

ORIGIN = "meetups:"
KIND = "notes"


@dataclass(frozen=True, slots=True)
class Notes:
    """As typed."""

    title: str
    summary: str
    text: str
    attendance: str


class NotesService:
    def __init__(self, storage: MeetupStorage, refresh: CardRefresh) -> None:
        self._storage = storage
        self._refresh = refresh

    async def give(self, intake: DraftIntake, occurrence: Occurrence, author_id: int, notes: Notes) -> int:
        """The number of the library's draft."""
        text = "\n\n".join(filter(None, [notes.text.strip(), notes.attendance.strip()]))
        return await intake.intake(
            author_id=author_id,
            kind=KIND,
            title=notes.title,
            summary=notes.summary,
            text=text,
            tags="",
            origin=f"{ORIGIN}{occurrence.occurrence_id}",
        )

    async def list_links(self, known: SharedLinks, meetup: Meetup, occurrence: Occurrence) -> list[SharedLink]:
        """Shared in the meetup's thread since the date before this one, or since it was planned."""
        if meetup.thread_id is None:
            return []
        dates = await self._storage.list_occurrences(meetup.meetup_id)
        earlier = [date.ends_at for date in dates if date.ends_at <= occurrence.starts_at]
        return await known.shared_in(meetup.thread_id, max(earlier, default=meetup.created_at))

    async def last_of(self, meetup_id: int) -> int | None:
        """The entry of the latest date that has one."""
        dates = await self._storage.list_occurrences(meetup_id)
        return next((found.entry_id for found in reversed(dates) if found.entry_id is not None), None)

    # `bot.registry.Follow`

    async def published(self, origin: str, entry_id: int, transaction: Transaction) -> None:
        if (occurrence := await self._of(origin)) is not None:
            await self._storage.set_occurrence(transaction, occurrence.occurrence_id, entry_id=entry_id)
            await self._refresh.mark(transaction, occurrence.meetup_id)

    async def settled(self, origin: str) -> None:
        if (occurrence := await self._of(origin)) is not None:
            await self._refresh.request(occurrence.meetup_id)

    async def _of(self, origin: str) -> Occurrence | None:
        number = origin.removeprefix(ORIGIN)
        if not origin.startswith(ORIGIN) or not number.isdigit():
            return None
        return await self._storage.find_occurrence(int(number))
