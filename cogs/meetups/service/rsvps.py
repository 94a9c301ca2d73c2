"""Answers: yes, maybe, no; the waiting list; what each member prefers; those interested on Discord's event."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace
from typing import Any

from bot.clock import Clock
from bot.posting.notices import Notices
from bot.storage.database import Transaction
from cogs.meetups.models import (
    LEADS,
    Answer,
    Counts,
    Meetup,
    MeetupGone,
    Occurrence,
    OccurrenceOver,
    Preferences,
    Rsvp,
    count,
    must_wait,
    promoted,
)
from cogs.meetups.service.announcing import PROMOTED, Announcer
from cogs.meetups.service.refresh import CardRefresh
from cogs.meetups.storage import MeetupStorage, RsvpStorage


@dataclass(frozen=True, slots=True)
class Attendance:
    """Who answered, in their order; `hidden`: whose names organisers only may see."""

    rsvps: tuple[Rsvp, ...]
    hidden: frozenset[int]

    @property
    def counts(self) -> Counts:
        return count(self.rsvps)


class RsvpService:
    def __init__(
        self,
        storage: MeetupStorage,
        rsvps: RsvpStorage,
        notices: Notices,
        *,
        refresh: CardRefresh,
        announcer: Announcer,
        clock: Clock,
    ) -> None:
        self._storage = storage
        self._rsvps = rsvps
        self._notices = notices
        self._refresh = refresh
        self._announcer = announcer
        self._clock = clock

    async def answer(self, occurrence_id: int, user_id: int, answer: Answer) -> Rsvp:
        """Raises MeetupGone, OccurrenceOver."""
        async with self._storage.transaction() as transaction:
            meetup, _ = await self._require_open(transaction, occurrence_id)
            others = await self._rsvps.list_in(transaction, occurrence_id)
            mine = next((rsvp for rsvp in others if rsvp.user_id == user_id), None)
            if mine is not None and mine.answer is answer and not mine.from_event:
                return mine
            held = await self._put(transaction, meetup, occurrence_id, replace(_blank(user_id), answer=answer))
            await self.promote(transaction, meetup, occurrence_id)
            await self._refresh.mark(transaction, meetup.meetup_id)
        await self._settle(meetup)
        return held

    async def promote(self, transaction: Transaction, meetup: Meetup, occurrence_id: int) -> None:
        """Places that became free go to those who waited longest, who are told."""
        for rsvp in promoted(await self._rsvps.list_in(transaction, occurrence_id), meetup.capacity):
            await self._rsvps.seat(transaction, rsvp.rsvp_id)
            await self._notices.add(
                transaction, user_id=rsvp.user_id, kind=PROMOTED, ref={"occurrence_id": occurrence_id}
            )

    async def forget(self, transaction: Transaction, user_id: int) -> None:
        """Every answer of a person; their places go to those who wait."""
        for occurrence_id in await self._rsvps.list_dates_in(transaction, user_id):
            await self._rsvps.remove(transaction, occurrence_id, user_id)
            try:
                meetup, _ = await self._require_open(transaction, occurrence_id)
            except OccurrenceOver:
                continue
            await self.promote(transaction, meetup, occurrence_id)
            await self._refresh.mark(transaction, meetup.meetup_id)
        self._refresh.soon()

    async def merge_interested(self, occurrence_id: int, interested: Collection[int]) -> None:
        """Those interested on Discord's event are a maybe, as long as they have not answered here."""
        wanted = set(interested)
        async with self._storage.transaction() as transaction:
            try:
                meetup, _ = await self._require_open(transaction, occurrence_id)
            except (MeetupGone, OccurrenceOver):
                return
            known = {rsvp.user_id: rsvp for rsvp in await self._rsvps.list_in(transaction, occurrence_id)}
            gone = [rsvp.user_id for rsvp in known.values() if rsvp.from_event and rsvp.user_id not in wanted]
            new = sorted(wanted - known.keys())
            for user_id in gone:
                await self._rsvps.remove(transaction, occurrence_id, user_id)
            for user_id in new:
                rsvp = replace(_blank(user_id), answer=Answer.MAYBE, from_event=True)
                await self._put(transaction, meetup, occurrence_id, rsvp)
            if not (gone or new):
                return
            await self._refresh.mark(transaction, meetup.meetup_id)
        await self._settle(meetup)

    async def attendance(self, occurrence_id: int) -> Attendance:
        rsvps = await self._rsvps.list_of(occurrence_id)
        preferences = await self._rsvps.preferences_of_all(occurrence_id)
        hidden = frozenset(user_id for user_id, held in preferences.items() if held.hidden)
        return Attendance(tuple(rsvps), hidden)

    async def mentioned(self, occurrence_id: int, first: int, last: int) -> list[int]:
        """Those who ticked it and still come, among the answers from `first` to `last`."""
        preferences = await self._rsvps.preferences_of_all(occurrence_id)
        return [
            rsvp.user_id
            for rsvp in await self._rsvps.list_of(occurrence_id)
            if first <= rsvp.rsvp_id <= last
            and rsvp.answer is not Answer.NO
            and not rsvp.waiting
            and rsvp.user_id in preferences
            and preferences[rsvp.user_id].mentioned
            and not preferences[rsvp.user_id].hidden
        ]

    async def answers_of(self, user_id: int) -> dict[int, Rsvp]:
        """By the number of the date."""
        return await self._rsvps.list_of_person(user_id)

    # Preferences

    async def preferences(self, user_id: int) -> Preferences:
        return await self._rsvps.find_preferences(user_id)

    async def prefer(self, user_id: int, **chosen: Any) -> Preferences:
        """Fields of `Preferences`."""
        held = replace(await self._rsvps.find_preferences(user_id), **chosen)
        if held.leads is not None:
            held = replace(held, leads=tuple(lead for lead in LEADS if lead in held.leads))
        await self._rsvps.save_preferences(held)
        return held

    async def _put(self, transaction: Transaction, meetup: Meetup, occurrence_id: int, rsvp: Rsvp) -> Rsvp:
        """Without the answer it replaces: a yes that was maybe comes after those who wait."""
        await self._rsvps.remove(transaction, occurrence_id, rsvp.user_id)
        others = await self._rsvps.list_in(transaction, occurrence_id)
        waits = rsvp.answer is Answer.YES and must_wait(others, meetup.capacity)
        rsvp = replace(rsvp, occurrence_id=occurrence_id, waiting=waits)
        return replace(rsvp, rsvp_id=await self._rsvps.put(transaction, rsvp, self._clock.now()))

    async def _require_open(self, transaction: Transaction, occurrence_id: int) -> tuple[Meetup, Occurrence]:
        occurrence = await self._storage.find_occurrence_in(transaction, occurrence_id)
        meetup = await self._storage.find_meetup_in(transaction, occurrence.meetup_id) if occurrence else None
        if occurrence is None or meetup is None:
            raise MeetupGone
        if not occurrence.is_to_come(self._clock.now()):
            raise OccurrenceOver(occurrence.status)
        return meetup, occurrence

    async def _settle(self, meetup: Meetup) -> None:
        await self._refresh.request(meetup.meetup_id)
        self._announcer.wake()


def _blank(user_id: int) -> Rsvp:
    return Rsvp(0, 0, user_id, Answer.NO, waiting=False)
