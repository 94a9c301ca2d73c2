"""The messages of meetups."""

from __future__ import annotations

from typing import Any

import discord

from bot.posting.outbox_storage import OutboxRow
from bot.posting.posts import Post, PostKind
from bot.storage.database import Transaction
from cogs.meetups import cards
from cogs.meetups.jobs.job import MeetupJob
from cogs.meetups.models import Meetup
from cogs.meetups.service import (
    CARD,
    CHANGED,
    CONFLICT,
    DATES,
    DATES_UPDATE,
    DELETED,
    FULL,
    NOTES,
    REMINDER,
    UPDATE,
    ChangeService,
)

# In the channel.


class CardPost(MeetupJob, PostKind):
    """The public card, once."""

    kind = CARD

    async def render(self, row: OutboxRow) -> Post | None:
        return Post(cards.meetup_card(await self.facts.of_meetup(row.ref["meetup_id"]), self.t))

    async def posted(self, row: OutboxRow, message_id: int, transaction: Transaction) -> None:
        await self.plans.note_message(transaction, row.ref["meetup_id"], message_id)

    def mark(self, row: OutboxRow) -> str:
        return f"meetups:dates:{row.ref['meetup_id']}:0"


class UpdatePost(MeetupJob, PostKind):
    """The card once more, as things are now."""

    kind = UPDATE

    async def render(self, row: OutboxRow) -> Post | None:
        meetup = await self.plans.get(row.ref["meetup_id"])
        if meetup.message_id is None:
            return None
        await self.plans.mark_fresh(meetup.meetup_id)
        facts = await self.facts.of_meetup(meetup.meetup_id)
        return Post(cards.meetup_card(facts, self.t), edits=meetup.message_id)


# In the thread, or else in the channel.


class _ThreadPost(MeetupJob, PostKind):
    async def find_channel(self, row: OutboxRow) -> Any:
        """Somebody may have deleted the thread."""
        meetup = await self._meetup(row)
        if meetup is None or meetup.thread_id is None:
            return None
        try:
            return await self.bot.find_channel(meetup.thread_id)
        except (discord.NotFound, discord.Forbidden):
            return None

    async def _meetup(self, row: OutboxRow) -> Meetup | None:
        found = await self.events.find(row.ref["occurrence_id"])
        return found[0] if found else None


class ReminderPost(_ThreadPost):
    kind = REMINDER

    async def render(self, row: OutboxRow) -> Post | None:
        """Nothing once it has begun, or once the date was changed."""
        found = await self.find_date(row)
        if found is None or found[1].starts_at <= self.bot.clock.now():
            return None
        ref, occurrence = row.ref, found[1]
        mentions = await self.rsvps.mentioned(occurrence.occurrence_id, ref["first"], ref["last"])
        return Post(cards.reminder_card(occurrence, mentions, self.t), mentions=tuple(mentions))


class ChangedPost(_ThreadPost):
    kind = CHANGED

    async def render(self, row: OutboxRow) -> Post | None:
        change = await self.bot.registry.service(ChangeService).find_change(row.ref["change_id"])
        return Post(cards.change_card(change, self.t)) if change else None

    async def _meetup(self, row: OutboxRow) -> Meetup | None:
        change = await self.bot.registry.service(ChangeService).find_change(row.ref["change_id"])
        return await self.plans.get(change.meetup_id) if change else None


class DatesPost(MeetupJob, PostKind):
    """The card of a date poll, once."""

    kind = DATES

    async def render(self, row: OutboxRow) -> Post | None:
        poll = await self.dates.get(row.ref["date_poll_id"])
        return Post(cards.dates_card(poll, await self.dates.slots(poll.date_poll_id), self.t))

    async def posted(self, row: OutboxRow, message_id: int, transaction: Transaction) -> None:
        await self.dates.note_message(transaction, row.ref["date_poll_id"], message_id)

    def mark(self, row: OutboxRow) -> str:
        return f"meetups:dates-close:{row.ref['date_poll_id']}"


class DatesUpdatePost(MeetupJob, PostKind):
    kind = DATES_UPDATE

    async def render(self, row: OutboxRow) -> Post | None:
        poll = await self.dates.get(row.ref["date_poll_id"])
        if poll.message_id is None:
            return None
        await self.dates.mark_fresh(poll.date_poll_id)
        slots = await self.dates.slots(poll.date_poll_id)
        return Post(cards.dates_card(poll, slots, self.t), edits=poll.message_id)


class NotesPost(_ThreadPost):
    kind = NOTES

    async def render(self, row: OutboxRow) -> Post | None:
        found = await self.find_date(row)
        if found is None or found[1].entry_id is not None:
            return None
        organiser = found[0].organiser_id
        return Post(cards.notes_card(*found, self.t), mentions=(organiser,) if organiser else ())

    def mark(self, row: OutboxRow) -> str:
        return f"meetups:notes:{row.ref['occurrence_id']}"


# To the moderators.


class ConflictPost(MeetupJob, PostKind):
    kind = CONFLICT

    async def render(self, row: OutboxRow) -> Post | None:
        found = await self.find_date(row)
        if found is None or found[1].conflict is None:
            return None
        return Post(cards.conflict_card(found[1], found[1].conflict, self.t))

    def mark(self, row: OutboxRow) -> str:
        return f"meetups:theirs:{row.ref['occurrence_id']}"


class DeletedPost(MeetupJob, PostKind):
    kind = DELETED

    async def render(self, row: OutboxRow) -> Post | None:
        found = await self.find_date(row)
        if found is None or found[1].event_problem != "deleted":
            return None
        return Post(cards.deleted_card(found[1], self.t))

    def mark(self, row: OutboxRow) -> str:
        return f"meetups:event-again:{row.ref['occurrence_id']}"


class FullPost(MeetupJob, PostKind):
    kind = FULL

    async def render(self, row: OutboxRow) -> Post | None:
        found = await self.find_date(row)
        return Post(cards.full_card(found[1], self.t)) if found and found[1].event_problem == "full" else None


POSTS = (
    CardPost,
    UpdatePost,
    ReminderPost,
    ChangedPost,
    NotesPost,
    ConflictPost,
    DeletedPost,
    FullPost,
    DatesPost,
    DatesUpdatePost,
)
