"""Discord's own events: what they should show, and what is done when a moderator changes them there."""

from __future__ import annotations

from enum import StrEnum

from bot.clock import Clock
from bot.storage.database import Transaction
from bot.storage.settings import Settings
from cogs.meetups.models import EventFace, Meetup, MeetupGone, Occurrence, OccurrenceOver, Scope, face_of
from cogs.meetups.service.announcing import CONFLICT, DELETED, FULL, Announcer
from cogs.meetups.service.changes import ChangeService
from cogs.meetups.service.refresh import CardRefresh
from cogs.meetups.storage import MeetupStorage


class Standing(StrEnum):
    """How Discord's event stands to this date."""

    SAME = "same"
    BEHIND = "behind"
    CHANGED_THERE = "changed there"
    CHANGED_ON_BOTH_SIDES = "changed on both sides"


def standing(occurrence: Occurrence, seen: EventFace) -> Standing:
    ours, sent = face_of(occurrence), occurrence.event_sent
    if seen == ours:
        return Standing.SAME
    if sent is None or seen == sent:
        return Standing.BEHIND
    return Standing.CHANGED_THERE if ours == sent else Standing.CHANGED_ON_BOTH_SIDES


class EventService:
    def __init__(
        self,
        storage: MeetupStorage,
        changes: ChangeService,
        announcer: Announcer,
        *,
        refresh: CardRefresh,
        settings: Settings,
        clock: Clock,
    ) -> None:
        self._storage = storage
        self._changes = changes
        self._announcer = announcer
        self._refresh = refresh
        self._settings = settings
        self._clock = clock

    async def find(self, occurrence_id: int) -> tuple[Meetup, Occurrence] | None:
        """None when there is nothing left to show."""
        occurrence = await self._storage.find_occurrence(occurrence_id)
        meetup = await self._storage.find_meetup(occurrence.meetup_id) if occurrence else None
        return (meetup, occurrence) if meetup and occurrence else None

    async def find_by_event(self, event_id: int) -> Occurrence | None:
        return await self._storage.find_by_event(event_id)

    async def list_with_event(self) -> list[Occurrence]:
        return await self._storage.list_with_event(self._clock.now())

    async def note_event(self, occurrence: Occurrence, event_id: int, face: EventFace) -> None:
        """It stands, and shows this; the card no longer says that it does not."""
        async with self._storage.transaction() as transaction:
            await self._storage.set_occurrence(
                transaction, occurrence.occurrence_id, event_id=event_id, event_sent=face, event_problem=None
            )
            if occurrence.event_problem is not None:
                await self._refresh.mark(transaction, occurrence.meetup_id)
        if occurrence.event_problem is not None:
            await self._refresh.request(occurrence.meetup_id)

    async def note_problem(self, occurrence_id: int, problem: str) -> None:
        """The meetup lives on without the event; the card and the moderators are told, once."""
        found = await self.find(occurrence_id)
        if found is None or found[1].event_problem == problem:
            return
        meetup, occurrence = found
        async with self._storage.transaction() as transaction:
            await self._storage.set_occurrence(transaction, occurrence_id, event_problem=problem, event_id=None)
            await self._refresh.mark(transaction, meetup.meetup_id)
            kind = FULL if problem == "full" else DELETED
            again, where = f"{occurrence.event_id or ''}", self._where(meetup)
            await self._announcer.about(transaction, meetup, kind, occurrence, channel_id=where, again=again)
        await self._refresh.request(meetup.meetup_id)
        self._announcer.wake()

    async def refused(self, transaction: Transaction, occurrence_id: int) -> None:
        await self._storage.set_occurrence(transaction, occurrence_id, event_problem="refused")
        occurrence = await self._storage.find_occurrence_in(transaction, occurrence_id)
        if occurrence is not None:
            await self._refresh.mark(transaction, occurrence.meetup_id)

    async def want_again(self, occurrence_id: int) -> None:
        """Somebody decided so, after it was deleted. Raises MeetupGone, OccurrenceOver."""
        meetup, occurrence = await self._require(occurrence_id)
        async with self._storage.transaction() as transaction:
            await self._storage.set_occurrence(transaction, occurrence_id, event_sent=None)
            again = self._clock.now().isoformat()
            await self._announcer.event(transaction, meetup, occurrence, again=again)
        self._announcer.wake()

    async def go_without(self, occurrence_id: int) -> None:
        meetup, _ = await self._require(occurrence_id)
        async with self._storage.transaction() as transaction:
            await self._storage.set_occurrence(
                transaction, occurrence_id, event_wanted=0, event_problem="unwanted", event_id=None
            )
            await self._refresh.mark(transaction, meetup.meetup_id)
        await self._refresh.request(meetup.meetup_id)

    async def try_full_ones(self) -> None:
        """Each day: room may have come since Discord refused the hundredth."""
        for occurrence in await self._storage.list_to_come(self._clock.now()):
            if occurrence.event_problem == "full":
                await self.want_again(occurrence.occurrence_id)

    # Followed

    async def seen(self, occurrence: Occurrence, face: EventFace) -> None:
        """What Discord's event shows now. What only a moderator changed is followed; more than that is asked."""
        how = standing(occurrence, face)
        if how is Standing.CHANGED_THERE:
            await self._changes.follow(occurrence.occurrence_id, face)
        elif how is Standing.CHANGED_ON_BOTH_SIDES and occurrence.conflict != face:
            await self._ask(occurrence, face)

    async def cancelled_there(self, occurrence: Occurrence) -> None:
        if occurrence.is_to_come(self._clock.now()):
            await self._changes.cancel(occurrence.occurrence_id, Scope.THIS)

    async def deleted_there(self, occurrence: Occurrence) -> None:
        """It may have been a mistake: whoever organises is asked."""
        if occurrence.is_to_come(self._clock.now()):
            await self.note_problem(occurrence.occurrence_id, "deleted")

    async def _ask(self, occurrence: Occurrence, face: EventFace) -> None:
        meetup = await self._storage.find_meetup(occurrence.meetup_id)
        assert meetup is not None
        async with self._storage.transaction() as transaction:
            await self._storage.set_occurrence(transaction, occurrence.occurrence_id, conflict=face)
            await self._announcer.about(
                transaction,
                meetup,
                CONFLICT,
                occurrence,
                channel_id=self._where(meetup),
                again=self._clock.now().isoformat(),
            )
        self._announcer.wake()

    async def keep_theirs(self, occurrence_id: int) -> None:
        """What Discord shows. Raises MeetupGone, OccurrenceOver."""
        _, occurrence = await self._require(occurrence_id)
        if occurrence.conflict is not None:
            await self._changes.follow(occurrence_id, occurrence.conflict)

    async def keep_ours(self, occurrence_id: int) -> None:
        """Discord is told again. Raises MeetupGone, OccurrenceOver."""
        meetup, occurrence = await self._require(occurrence_id)
        if occurrence.conflict is None:
            return
        async with self._storage.transaction() as transaction:
            await self._storage.set_occurrence(
                transaction, occurrence_id, event_sent=occurrence.conflict, conflict=None
            )
            again = self._clock.now().isoformat()
            await self._announcer.event(transaction, meetup, occurrence, again=again)
        self._announcer.wake()

    async def _require(self, occurrence_id: int) -> tuple[Meetup, Occurrence]:
        found = await self.find(occurrence_id)
        if found is None:
            raise MeetupGone
        if not found[1].is_to_come(self._clock.now()):
            raise OccurrenceOver(found[1].status)
        return found

    def _where(self, meetup: Meetup) -> int:
        return self._settings.community.moderators_channel_id or meetup.channel_id
