"""Finding polls again: by number, by words, by page; and what the others may know of their results."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Collection
from dataclasses import dataclass
from datetime import datetime, timedelta
from difflib import SequenceMatcher

from bot.registry import AskedBefore, Due, PublishedResult
from bot.text.search_models import Document
from bot.text.tidy import same_words
from cogs.polls.models import Alike, ClosedPoll, Poll, PollNotFound, PollNotOpen, PollStillOpen, Status
from cogs.polls.storage import PollStorage

OPEN = (Status.OPEN, Status.SUSPENDED)
PAST = (Status.CLOSED, Status.CANCELLED)
SUGGESTIONS = 25
SEARCHED = 200
MOST_INDEXED = 10_000
PREFIX = "poll"
ALIKE_WITHIN = timedelta(days=30)
ALIKE = 0.85


def document_of(poll: Poll) -> Document:
    """What search keeps of a result: the question and what could be answered."""
    return Document(
        ref=f"{PREFIX}:{poll.poll_id}",
        kind=PREFIX,
        title=poll.sheet.question,
        summary=poll.sheet.context,
        body="\n".join(poll.sheet.proposals),
        facets={},
        published_at=poll.closed_at or poll.closes_at,
    )


@dataclass(frozen=True, slots=True)
class Page:
    polls: list[Poll]
    number: int
    pages: int


class PollLookup:
    """Also the `ResultSource` of polls."""

    feature = "polls"

    def __init__(self, storage: PollStorage) -> None:
        self._storage = storage
        self.asked_elsewhere: Callable[[datetime], Awaitable[list[AskedBefore]]] = _nothing

    async def get_poll(self, poll_id: int) -> Poll:
        """Raises PollNotFound."""
        poll = await self._storage.find_poll(poll_id)
        if poll is None:
            raise PollNotFound
        return poll

    async def get_closed(self, poll_id: int) -> ClosedPoll:
        """Raises PollStillOpen: before closing, nobody is told anything."""
        poll = await self.get_poll(poll_id)
        if poll.status in OPEN:
            raise PollStillOpen
        if poll.status is Status.CANCELLED:
            raise PollNotOpen(poll.status)
        return ClosedPoll(poll, await self._storage.find_result(poll_id))

    async def list_page(
        self, statuses: Collection[Status], number: int, size: int, *, channels: Collection[int] | None = None
    ) -> Page:
        """Newest first, of these channels only; `number` from 0, brought back into range."""
        pages = max(1, -(-await self._storage.count_polls(statuses, channels) // size))
        number = min(max(number, 0), pages - 1)
        polls = await self._storage.list_polls(statuses, limit=size, offset=number * size, channels=channels)
        return Page(polls, number, pages)

    async def suggest(
        self, typed: str, statuses: Collection[Status], *, channels: Collection[int] | None = None
    ) -> list[Poll]:
        """For autocompletion: the newest whose question or number holds what was typed."""
        wanted = same_words(typed)
        polls = await self._storage.list_polls(statuses, limit=SEARCHED, channels=channels)
        return [poll for poll in polls if wanted in same_words(poll.sheet.question) or wanted == str(poll.poll_id)][
            :SUGGESTIONS
        ]

    async def find_alike(self, question: str, now: datetime) -> Alike | None:
        """The newest poll, or else survey, of the last thirty days that asks nearly the same.

        Electorates count as overlapping: who was asked then is known to nobody any more.
        """
        since, wanted = now - ALIKE_WITHIN, same_words(question)
        asked = [Alike(poll.poll_id, poll.sheet.question) for poll in await self._storage.list_opened_since(since)]
        if not (alike := [one for one in asked if _likeness(wanted, one.question) >= ALIKE]):
            elsewhere = [Alike(one.number, one.question, is_survey=True) for one in await self.asked_elsewhere(since)]
            alike = [one for one in elsewhere if _likeness(wanted, one.question) >= ALIKE]
        return max(alike, key=lambda one: one.number, default=None)

    async def list_due(self, most: int) -> list[Due]:
        """The polls that close next."""
        polls = await self._storage.list_polls((Status.OPEN,), limit=SEARCHED)
        soonest = sorted(polls, key=lambda poll: poll.closes_at)
        return [Due("poll-closes", poll.sheet.question, poll.closes_at) for poll in soonest[:most]]

    async def list_closed(self) -> list[ClosedPoll]:
        """Those with a result, for search."""
        polls = await self._storage.list_polls((Status.CLOSED,), limit=MOST_INDEXED)
        closed = [ClosedPoll(poll, await self._storage.find_result(poll.poll_id)) for poll in polls]
        return [each for each in closed if each.result is not None]

    async def published(self, since: datetime, until: datetime) -> list[PublishedResult]:
        return [
            PublishedResult(
                feature=self.feature,
                number=poll.poll_id,
                title=poll.sheet.question,
                published_at=poll.closed_at or poll.closes_at,
                channel_id=poll.channel_id,
                message_id=poll.result_message_id,
            )
            for poll in await self._storage.list_closed_between(since, until)
        ]


async def _nothing(_since: datetime) -> list[AskedBefore]:
    return []


def _likeness(wanted: str, question: str) -> float:
    return SequenceMatcher(None, wanted, same_words(question), autojunk=False).ratio()
