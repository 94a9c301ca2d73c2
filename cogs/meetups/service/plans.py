"""Planning a meetup, looking it up, and what the outbox reports of it."""

from __future__ import annotations

import logging
from secrets import token_hex

from bot.clock import Clock
from bot.registry import Due
from bot.schedule import series
from bot.storage.database import Transaction
from cogs.meetups.models import (
    Draft,
    Meetup,
    MeetupDraftGone,
    MeetupGone,
    Occurrence,
    OccurrenceOver,
    Status,
    check_texts,
    check_time,
)
from cogs.meetups.service.announcing import Announcer
from cogs.meetups.service.drafts import MeetupDraftService
from cogs.meetups.service.due import DueService
from cogs.meetups.service.horizon import Horizon, series_of
from cogs.meetups.storage import MeetupDraftStorage, MeetupStorage

log = logging.getLogger(__name__)

MOST_LISTED = 200


class PlanService:
    def __init__(  # noqa: PLR0913 - what it is wired with, once, in setup
        self,
        storage: MeetupStorage,
        drafts: MeetupDraftService,
        draft_storage: MeetupDraftStorage,
        *,
        horizon: Horizon,
        announcer: Announcer,
        dues: DueService,
        clock: Clock,
    ) -> None:
        self._storage = storage
        self._drafts = drafts
        self._draft_storage = draft_storage
        self._horizon = horizon
        self._announcer = announcer
        self._dues = dues
        self._clock = clock

    async def plan(self, draft_id: int, author_id: int) -> Meetup:
        """Raises MeetupDraftGone (planned already, say), BadMeetup."""
        draft = await self._drafts.get(draft_id, author_id)
        check_texts(draft.texts)
        check_time(draft, self._clock.now(), self._drafts.zone)
        async with self._storage.transaction() as transaction:
            if not await self._draft_storage.delete(transaction, draft_id):
                raise MeetupDraftGone
            meetup_id = await self._storage.add_meetup(transaction, self._meetup(draft))
            meetup = await self._storage.find_meetup_in(transaction, meetup_id)
            assert meetup is not None
            await self._announcer.card(transaction, meetup)
            await self._horizon.extend(transaction, meetup)
        self._announcer.wake()
        await self._dues.arm()
        log.info("meetup %d is planned", meetup_id)
        return meetup

    def _meetup(self, draft: Draft) -> Meetup:
        return Meetup(
            meetup_id=0,
            uid=f"{token_hex(12)}@tmnlab",
            organiser_id=draft.author_id,
            channel_id=draft.channel_id,
            texts=draft.texts,
            rhythm=self._drafts.rhythm_of(draft),
            minutes=draft.minutes,
            capacity=draft.capacity,
            leads=draft.leads,
            status=Status.PLANNED,
            sequence=0,
            created_at=self._clock.now(),
        )

    # Looking up

    async def get(self, meetup_id: int) -> Meetup:
        """Raises MeetupGone."""
        meetup = await self._storage.find_meetup(meetup_id)
        if meetup is None:
            raise MeetupGone
        return meetup

    async def get_occurrence(self, occurrence_id: int) -> Occurrence:
        """Raises MeetupGone."""
        occurrence = await self._storage.find_occurrence(occurrence_id)
        if occurrence is None:
            raise MeetupGone
        return occurrence

    async def get_to_come(self, occurrence_id: int) -> Occurrence:
        """Raises MeetupGone, OccurrenceOver."""
        occurrence = await self.get_occurrence(occurrence_id)
        if not occurrence.is_to_come(self._clock.now()):
            raise OccurrenceOver(occurrence.status)
        return occurrence

    async def dates_of(self, meetup_id: int) -> list[Occurrence]:
        return await self._storage.list_occurrences(meetup_id)

    async def next_of(self, meetup_id: int) -> Occurrence | None:
        """The one to come, or else the last there was."""
        now, dates = self._clock.now(), await self._storage.list_occurrences(meetup_id)
        to_come = [found for found in dates if found.is_to_come(now)]
        return to_come[0] if to_come else (dates[-1] if dates else None)

    async def list_to_come(self, organiser_id: int | None = None) -> list[Occurrence]:
        """Of every meetup, or of those that this person organises."""
        return await self._storage.list_to_come(self._clock.now(), limit=MOST_LISTED, organiser_id=organiser_id)

    async def list_due(self, most: int) -> list[Due]:
        """The dates that begin next."""
        now = self._clock.now()
        coming = [date for date in await self.list_to_come() if date.starts_at > now]
        return [Due("meetup-begins", date.texts.title, date.starts_at) for date in coming[:most]]

    async def list_of_person(self, user_id: int) -> list[Occurrence]:
        return await self._storage.list_upcoming_of(user_id, self._clock.now(), limit=MOST_LISTED)

    def later_dates(self, meetup: Meetup, count: int) -> list[series.Occurrence]:
        """As the rule gives them, whether they are made yet or not."""
        return series.occurrences(series_of(meetup.rhythm), after=self._clock.now(), limit=count)

    # What the outbox reports

    async def note_message(self, transaction: Transaction, meetup_id: int, message_id: int) -> None:
        """The card stands; its thread follows."""
        await self._storage.set_meetup(transaction, meetup_id, message_id=message_id)
        meetup = await self._storage.find_meetup_in(transaction, meetup_id)
        if meetup is not None:
            await self._announcer.thread(transaction, meetup)

    async def note_thread(self, transaction: Transaction, meetup_id: int, thread_id: int) -> None:
        await self._storage.set_meetup(transaction, meetup_id, thread_id=thread_id)

    async def mark_fresh(self, meetup_id: int) -> None:
        await self._storage.mark_fresh(meetup_id)

    # The horizon

    async def roll(self) -> None:
        """Each day and at each start: the horizon has moved."""
        for meetup in await self._storage.list_planned():
            async with self._storage.transaction() as transaction:
                if not await self._horizon.extend(transaction, meetup):
                    await self._storage.set_meetup(transaction, meetup.meetup_id, status=Status.OVER.value, stale=1)
        self._announcer.wake()
        await self._dues.arm()
