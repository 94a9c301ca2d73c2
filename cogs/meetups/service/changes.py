"""Changing and cancelling: one date, this one and those after it, or the series; those who answered are told once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from bot.clock import Clock
from bot.posting.notices import Notices
from bot.schedule import series
from bot.storage.database import Transaction
from cogs.meetups.models import (
    Answer,
    BadMeetup,
    Change,
    Draft,
    EventFace,
    Meetup,
    MeetupDraftGone,
    MeetupGone,
    Occurrence,
    OccurrenceOver,
    Scope,
    Side,
    Status,
    Texts,
    check_texts,
    check_time,
    face_of,
)
from cogs.meetups.service.announcing import TOLD, Announcer
from cogs.meetups.service.due import DueService
from cogs.meetups.service.horizon import Horizon, dues_of, series_of
from cogs.meetups.service.refresh import CardRefresh
from cogs.meetups.service.rsvps import RsvpService
from cogs.meetups.storage import MeetupDraftStorage, MeetupStorage, RsvpStorage


@dataclass(frozen=True, slots=True)
class _Target:
    """`rows`: the dates concerned, in their order; `first`: the slot of the first; `now`: when it is decided."""

    meetup: Meetup
    occurrence: Occurrence
    scope: Scope
    rows: tuple[Occurrence, ...]
    first: datetime
    now: datetime


class ChangeService:
    def __init__(  # noqa: PLR0913 - what it is wired with, once, in setup
        self,
        storage: MeetupStorage,
        draft_storage: MeetupDraftStorage,
        rsvp_storage: RsvpStorage,
        rsvps: RsvpService,
        notices: Notices,
        *,
        horizon: Horizon,
        refresh: CardRefresh,
        announcer: Announcer,
        dues: DueService,
        clock: Clock,
    ) -> None:
        self._storage = storage
        self._drafts = draft_storage
        self._rsvp_storage = rsvp_storage
        self._rsvps = rsvps
        self._notices = notices
        self._horizon = horizon
        self._refresh = refresh
        self._announcer = announcer
        self._dues = dues
        self._clock = clock

    async def change(self, draft: Draft) -> bool:
        """False when nothing differs. Raises MeetupDraftGone, MeetupGone, OccurrenceOver, BadMeetup."""
        check_texts(draft.texts)
        check_time(draft, self._clock.now())
        assert draft.occurrence_id is not None
        async with self._storage.transaction() as transaction:
            if not await self._drafts.delete(transaction, draft.draft_id):
                raise MeetupDraftGone
            target = await self._target(transaction, draft.occurrence_id, draft.scope)
            changed = await self._change(transaction, target, draft)
        await self._settle(target.meetup)
        return changed

    async def _change(self, transaction: Transaction, target: _Target, draft: Draft) -> bool:
        if draft.moves and target.scope is not Scope.THIS:
            target, after = self._shifted(target, draft)
            await self._reslot(transaction, target, after, draft)
        else:
            after = tuple(
                replace(row, texts=draft.texts, **(_times(draft) if draft.moves else {})) for row in target.rows
            )
        if target.scope is not Scope.THIS or draft.capacity != target.meetup.capacity:
            await self._change_series(transaction, target, draft)
        if after == target.rows:
            return draft.capacity != target.meetup.capacity
        for before, row in zip(target.rows, after, strict=True):
            if row != before:
                await self._write(transaction, target, row)
        await self._tell(transaction, target, after[0], cancelled=False)
        return True

    async def follow(self, occurrence_id: int, seen: EventFace) -> None:
        """A moderator changed Discord's event: so does this date. Raises MeetupGone, OccurrenceOver."""
        async with self._storage.transaction() as transaction:
            target = await self._target(transaction, occurrence_id, Scope.THIS)
            row = target.occurrence
            after = _followed(row, seen)
            await self._storage.set_occurrence(transaction, occurrence_id, event_sent=seen, conflict=None)
            if after == row:
                return
            await self._write(transaction, target, after)
            await self._tell(transaction, target, after, cancelled=False)
        await self._settle(target.meetup)

    async def cancel(self, occurrence_id: int, scope: Scope) -> Meetup:
        """Raises MeetupGone, OccurrenceOver."""
        async with self._storage.transaction() as transaction:
            target = await self._target(transaction, occurrence_id, scope)
            for row in target.rows:
                await self._write(transaction, target, replace(row, status=Status.CANCELLED))
            await self._tell(transaction, target, target.rows[0], cancelled=True)
            await self._end_series(transaction, target)
        await self._settle(target.meetup)
        return target.meetup

    async def _end_series(self, transaction: Transaction, target: _Target) -> None:
        meetup_id, scope = target.meetup.meetup_id, target.scope
        if scope is Scope.SERIES:
            await self._storage.set_meetup(transaction, meetup_id, status=Status.CANCELLED.value)
            return
        if scope is Scope.FOLLOWING:
            last_day = target.occurrence.slot.date() - timedelta(days=1)
            await self._storage.set_meetup(transaction, meetup_id, until_local=last_day.isoformat())
        meetup = await self._storage.find_meetup_in(transaction, meetup_id)
        assert meetup is not None
        if not await self._horizon.extend(transaction, meetup):
            await self._storage.set_meetup(transaction, meetup_id, status=Status.OVER.value)

    async def _target(self, transaction: Transaction, occurrence_id: int, scope: Scope) -> _Target:
        """Raises MeetupGone, OccurrenceOver."""
        now = self._clock.now()
        occurrence = await self._storage.find_occurrence_in(transaction, occurrence_id)
        meetup = await self._storage.find_meetup_in(transaction, occurrence.meetup_id) if occurrence else None
        if occurrence is None or meetup is None:
            raise MeetupGone
        if not occurrence.is_to_come(now):
            raise OccurrenceOver(occurrence.status)
        scope = scope if meetup.recurs else Scope.SERIES
        to_come = [
            row for row in await self._storage.list_occurrences_in(transaction, meetup.meetup_id) if row.is_to_come(now)
        ]
        rows = {
            Scope.THIS: [occurrence],
            Scope.FOLLOWING: [row for row in to_come if row.starts_at >= occurrence.starts_at],
            Scope.SERIES: to_come,
        }[scope]
        return _Target(meetup, occurrence, scope, tuple(rows), min(row.slot for row in rows), now)

    # The times of a whole series

    def _shifted(self, target: _Target, draft: Draft) -> tuple[_Target, tuple[Occurrence, ...]]:
        """Each date at its own place in the rule that begins at the new time, whatever was cancelled in between.

        What has begun stays where it is, and so does what would be over. Raises BadMeetup when nothing is left.
        """
        length = timedelta(minutes=draft.minutes)
        pairs = [
            (row, replace(row, slot=found.slot, starts_at=found.starts_at, ends_at=found.starts_at + length))
            for row in target.rows
            if row.starts_at > target.now and (found := _place(target, draft, row.slot)).starts_at > target.now
        ]
        if not pairs:
            raise BadMeetup("meetups-already-past")
        moved = replace(target, rows=tuple(row for row, _ in pairs))
        return moved, tuple(replace(after, texts=draft.texts) for _, after in pairs)

    async def _reslot(
        self, transaction: Transaction, target: _Target, after: Sequence[Occurrence], draft: Draft
    ) -> None:
        """Aside first: two dates may trade places. The cancelled ones follow, or the rule would make them again."""
        every = await self._storage.list_occurrences_in(transaction, target.meetup.meetup_id)
        dropped = [row for row in every if row.status is Status.CANCELLED and row.slot >= target.first]
        for row in (*target.rows, *dropped):
            await self._storage.set_occurrence(transaction, row.occurrence_id, slot_local=f"~{row.occurrence_id}")
        taken = await self._storage.list_slots_in(transaction, target.meetup.meetup_id)
        if any(row.slot in taken for row in after):
            raise BadMeetup("meetups-date-taken")
        taken |= {row.slot for row in after}
        for row in dropped:
            slot = _place(target, draft, row.slot).slot
            while slot in taken:  # by a date that stays where it is: any other place will do
                slot += timedelta(seconds=1)
            taken.add(slot)
            await self._storage.set_occurrence(transaction, row.occurrence_id, slot_local=slot.isoformat())

    async def _change_series(self, transaction: Transaction, target: _Target, draft: Draft) -> None:
        """What dates made later will be like."""
        values: dict[str, str | int | None] = {"capacity": draft.capacity}
        if target.scope is not Scope.THIS:
            values |= {"title": draft.texts.title, "about": draft.texts.about, "place": draft.texts.place}
        if target.scope is not Scope.THIS and draft.moves:
            values |= {"minutes": draft.minutes, "start_local": _anchor(target, draft).isoformat()}
        await self._storage.set_meetup(transaction, target.meetup.meetup_id, **values)
        if draft.capacity != target.meetup.capacity:
            changed = replace(target.meetup, capacity=draft.capacity)
            for row in await self._storage.list_occurrences_in(transaction, changed.meetup_id):
                if row.is_to_come(target.now):
                    await self._rsvps.promote(transaction, changed, row.occurrence_id)

    # Writing, and telling

    async def _write(self, transaction: Transaction, target: _Target, row: Occurrence) -> None:
        """One date as it is from now on; its pending reminders are superseded, Discord's event follows."""
        row, meetup = replace(row, revision=row.revision + 1), target.meetup
        await self._storage.set_occurrence(
            transaction,
            row.occurrence_id,
            slot_local=row.slot.isoformat(),
            starts_at=row.starts_at.isoformat(),
            ends_at=row.ends_at.isoformat(),
            title=row.texts.title,
            about=row.texts.about,
            place=row.texts.place,
            status=row.status.value,
            revision=row.revision,
            conflict=None,
        )
        await self._storage.delete_dues(transaction, row.occurrence_id)
        if row.status is Status.PLANNED:
            await self._storage.add_dues(transaction, row.occurrence_id, dues_of(meetup, row, target.now))
        if row.event_wanted or row.event_id is not None:
            await self._announcer.event(transaction, meetup, row)

    async def _tell(self, transaction: Transaction, target: _Target, first: Occurrence, *, cancelled: bool) -> None:
        """Once each, however many of their dates are concerned; and in the thread."""
        change = Change(
            0, target.meetup.meetup_id, first.occurrence_id, target.scope, cancelled,
            before=_side(target.rows[0]), after=_side(first), changed_at=target.now,
        )  # fmt: skip
        change = replace(change, change_id=await self._storage.add_change(transaction, change))
        people = {
            rsvp.user_id
            for row in target.rows
            for rsvp in await self._rsvp_storage.list_in(transaction, row.occurrence_id)
            if rsvp.answer is not Answer.NO
        }
        for user_id in sorted(people):
            await self._notices.add(transaction, user_id=user_id, kind=TOLD, ref={"change_id": change.change_id})
        await self._announcer.changed(transaction, target.meetup, change)
        sequence = target.meetup.sequence + 1
        await self._storage.set_meetup(transaction, target.meetup.meetup_id, sequence=sequence, stale=1)

    async def find_change(self, change_id: int) -> Change | None:
        return await self._storage.find_change(change_id)

    async def _settle(self, meetup: Meetup) -> None:
        await self._refresh.request(meetup.meetup_id)
        self._announcer.wake()
        await self._dues.arm()


def _anchor(target: _Target, draft: Draft) -> datetime:
    """Where the rule begins to count: as far from the first date's slot as the new hour is from the old one."""
    zone = series_of(target.meetup.rhythm).zone
    new, old = (
        moment.astimezone(zone).replace(tzinfo=None) for moment in (draft.starts_at, target.occurrence.starts_at)
    )
    return target.first + (new - old)


def _place(target: _Target, draft: Draft, slot: datetime) -> series.Occurrence:
    """Where the rule that begins at the new time puts the date of that slot."""
    rule = series_of(replace(target.meetup.rhythm, start=_anchor(target, draft)))
    return series.at_rank(rule, series.rank(rule.rule, target.first, slot))


def _times(draft: Draft) -> dict[str, datetime]:
    return {"starts_at": draft.starts_at, "ends_at": draft.starts_at + timedelta(minutes=draft.minutes)}


def _side(row: Occurrence) -> Side:
    return Side(row.texts.title, row.texts.about, row.texts.place, row.starts_at, row.ends_at)


def _followed(row: Occurrence, seen: EventFace) -> Occurrence:
    """Only what differs: what Discord had to clip is not lost."""
    ours = face_of(row)
    texts = Texts(
        row.texts.title if seen.title == ours.title else seen.title,
        row.texts.about if seen.about == ours.about else seen.about,
        row.texts.place if seen.place == ours.place else seen.place,
    )
    return replace(row, texts=texts, starts_at=seen.starts_at, ends_at=seen.ends_at)
