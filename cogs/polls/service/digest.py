"""Results of polls, and polls one may still vote in, for digests."""

from __future__ import annotations

from datetime import datetime

from bot.registry import DigestItem
from cogs.polls.models import Poll, Status
from cogs.polls.storage import PollStorage

MOST_OPEN = 100


class PollResults:
    """A `DigestSource`: each result once, when it is published."""

    section = "results"
    order = 30

    def __init__(self, storage: PollStorage) -> None:
        self._storage = storage

    async def items(self, since: datetime, until: datetime) -> list[DigestItem]:
        return [
            _item(poll, f"polls:result:{poll.poll_id}", poll.closed_at or poll.closes_at, poll.result_message_id)
            for poll in await self._storage.list_closed_between(since, until)
        ]

    def knows(self, ref: str) -> bool:
        return ref.startswith("polls:result:")

    async def stands(self, ref: str) -> bool:
        poll = await self._storage.find_poll(int(ref.removeprefix("polls:result:")))
        return poll is not None and poll.status is Status.CLOSED


class OpenPolls:
    """A `DigestSource`: each poll once, while it is open; never a word about who answers."""

    section = "open"
    order = 40

    def __init__(self, storage: PollStorage) -> None:
        self._storage = storage

    async def items(self, since: datetime, until: datetime) -> list[DigestItem]:
        polls = await self._storage.list_polls((Status.OPEN,), limit=MOST_OPEN)
        return [
            _item(poll, f"polls:open:{poll.poll_id}", poll.opened_at, poll.message_id)
            for poll in reversed(polls)
            if since <= poll.opened_at < until
        ]

    def knows(self, ref: str) -> bool:
        return ref.startswith("polls:open:")

    async def stands(self, ref: str) -> bool:
        poll = await self._storage.find_poll(int(ref.removeprefix("polls:open:")))
        return poll is not None and poll.status is Status.OPEN


def _item(poll: Poll, ref: str, published_at: datetime, message_id: int | None) -> DigestItem:
    """The community's own, in nobody's name: it may leave Discord."""
    return DigestItem(
        ref=ref,
        title=poll.sheet.question,
        summary=poll.sheet.context,
        published_at=published_at,
        channel_id=poll.channel_id,
        message_id=message_id,
        leaves_discord=True,
    )
