"""What the outbox calls for polls."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.posting.outbox_storage import OutboxRow
from bot.posting.posts import Post, PostKind
from bot.screen.i18n import Speaker
from bot.screen.sight import is_public
from bot.storage.database import Transaction
from cogs.polls import cards
from cogs.polls.models import DraftGone, RequestGone
from cogs.polls.service import (
    ASKED,
    CARD,
    REMINDED,
    REMINDER,
    RESULT,
    SUSPENDED,
    UPDATE,
    PollService,
    SecondModerator,
    document_of,
)

if TYPE_CHECKING:
    from bot.client import CommunityBot


class _PollPost(PostKind):
    def __init__(self, bot: CommunityBot, service: PollService) -> None:
        self._bot = bot
        self._service = service

    @property
    def _t(self) -> Speaker:
        return self._bot.public_speaker


class CardPost(_PollPost):
    """The public card, once."""

    kind = CARD

    async def render(self, row: OutboxRow) -> Post | None:
        poll = await self._service.lookup.get_poll(row.ref["poll_id"])
        return None if poll.status.is_over else Post(cards.poll_card(poll, self._t))

    async def posted(self, row: OutboxRow, message_id: int, transaction: Transaction) -> None:
        await self._service.note_message(transaction, row.ref["poll_id"], message_id)

    def mark(self, row: OutboxRow) -> str:
        return f"polls:vote:{row.ref['poll_id']}"


class UpdatePost(_PollPost):
    """The card once more, now that the poll is over: an edit, which may be repeated."""

    kind = UPDATE

    async def render(self, row: OutboxRow) -> Post | None:
        poll = await self._service.lookup.get_poll(row.ref["poll_id"])
        if poll.message_id is None:
            return None
        return Post(cards.poll_card(poll, self._t), edits=poll.message_id)


class ResultPost(_PollPost):
    kind = RESULT

    async def render(self, row: OutboxRow) -> Post | None:
        closed = await self._service.lookup.get_closed(row.ref["poll_id"])
        layout, files = await cards.draw_result(closed, self._t)
        return Post(layout, files, reply_to=closed.poll.message_id)

    async def posted(self, row: OutboxRow, message_id: int, transaction: Transaction) -> None:
        await self._service.note_result_message(transaction, row.ref["poll_id"], message_id)
        closed = await self._service.lookup.get_closed(row.ref["poll_id"])
        if closed.result is not None and is_public(self._bot, row.channel_id):
            await self._bot.index.put(transaction, document_of(closed.poll))


class SuspendedPost(_PollPost):
    kind = SUSPENDED

    async def render(self, row: OutboxRow) -> Post | None:
        poll = await self._service.lookup.get_poll(row.ref["poll_id"])
        return Post(cards.suspended_card(poll, self._t))


class ReminderPost(_PollPost):
    kind = REMINDER

    async def render(self, row: OutboxRow) -> Post | None:
        poll = await self._service.lookup.get_poll(row.ref["poll_id"])
        if poll.status.is_over:
            return None
        return Post(cards.reminder_card(poll, self._t), reply_to=poll.message_id)


class RemindedPost(_PollPost):
    """The reminder, once the poll is over: nobody is hurried to a vote that has ended."""

    kind = REMINDED

    async def render(self, row: OutboxRow) -> Post | None:
        message_id = await self._service.find_reminder(row.ref["poll_id"])
        if message_id is None:
            return None
        poll = await self._service.lookup.get_poll(row.ref["poll_id"])
        return Post(cards.reminded_card(poll, self._t), edits=message_id)


class AskedPost(_PollPost):
    """One moderator asks, another confirms; nothing is left to ask once it is decided."""

    kind = ASKED

    async def render(self, row: OutboxRow) -> Post | None:
        second = self._bot.registry.service(SecondModerator)
        try:
            request = await second.get_request(row.ref["request_id"])
            subject = await second.get_subject(request)
        except (RequestGone, DraftGone):
            return None
        return Post(cards.asked_card(request, subject, self._t))

    def mark(self, row: OutboxRow) -> str:
        return f"polls:second:{row.ref['request_id']}"


POSTS = (CardPost, UpdatePost, ResultPost, SuspendedPost, ReminderPost, RemindedPost, AskedPost)
