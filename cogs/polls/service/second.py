"""What one moderator asks and another confirms: closing early, and asking the same people the same question again.

Both can reveal: what changed between two results is the answers of those who came in between.
"""

from __future__ import annotations

from collections.abc import Collection
from datetime import timedelta
from difflib import SequenceMatcher

from bot.clock import Clock
from bot.posting.outbox import Outbox
from bot.storage.settings import Settings
from bot.text.tidy import same_words
from cogs.polls.models import Action, Draft, Poll, Request, RequestGone, SecondModeratorNeeded
from cogs.polls.service.drafts import DraftService
from cogs.polls.service.polls import PollService
from cogs.polls.storage import PollStorage

ASKED = "polls:asked"
WITHIN = timedelta(days=30)
ALIKE = 0.85


class SecondModerator:
    def __init__(
        self,
        storage: PollStorage,
        polls: PollService,
        drafts: DraftService,
        outbox: Outbox,
        *,
        settings: Settings,
        clock: Clock,
    ) -> None:
        self._storage = storage
        self._polls = polls
        self._drafts = drafts
        self._outbox = outbox
        self._settings = settings
        self._clock = clock

    async def find_alike(self, question: str) -> Poll | None:
        """The newest poll of the last thirty days that asks nearly the same.

        Electorates count as overlapping: who was asked then is known to nobody any more.
        """
        since = self._clock.now() - WITHIN
        wanted = same_words(question)
        polls = await self._storage.list_opened_since(since)
        alike = [poll for poll in polls if _likeness(wanted, same_words(poll.sheet.question)) >= ALIKE]
        return max(alike, key=lambda poll: poll.poll_id, default=None)

    async def ask(self, action: Action, subject_id: int, asked_by: int, *, channel_id: int) -> None:
        """Posted to the moderators, in their channel or else in this one. Asking twice posts once."""
        now = self._clock.now()
        request = Request(0, action, subject_id, asked_by, now)
        async with self._storage.transaction() as transaction:
            request_id = await self._storage.add_request(transaction, request)
            if not request_id:
                return
            await self._outbox.add(
                transaction,
                key=f"{ASKED}:{request_id}:{now.isoformat()}",
                kind=ASKED,
                ref={"request_id": request_id},
                channel_id=self._settings.community.moderators_channel_id or channel_id,
            )
        self._outbox.wake()

    async def get_request(self, request_id: int) -> Request:
        """Raises RequestGone."""
        request = await self._storage.find_request(request_id)
        if request is None:
            raise RequestGone
        return request

    async def get_for_decision(self, request_id: int, user_id: int) -> Request:
        """Raises RequestGone; SecondModeratorNeeded for whoever asked."""
        request = await self.get_request(request_id)
        if request.asked_by == user_id:
            raise SecondModeratorNeeded
        return request

    async def get_subject(self, request: Request) -> Poll | Draft:
        """The poll to close or the draft to open. Raises PollNotFound, DraftGone."""
        if request.action is Action.CLOSE:
            return await self._polls.lookup.get_poll(request.subject_id)
        return await self._drafts.get_any_draft(request.subject_id)

    async def close(self, request: Request) -> Poll:
        """Raises RequestGone when it was decided meanwhile, and what `close_poll` raises."""
        await self._settle(request)
        return (await self._polls.close_poll(request.subject_id)).poll

    async def open(self, request: Request, electorate: Collection[int]) -> Poll:
        """In the name of whoever prepared it. Raises RequestGone, and what `open_poll` raises."""
        draft = await self._drafts.get_any_draft(request.subject_id)
        alike = await self.find_alike(draft.question)
        poll = await self._polls.open_poll(
            draft.draft_id, draft.author_id, electorate, alike_id=alike.poll_id if alike else None
        )
        await self._settle(request)
        return poll

    async def refuse(self, request: Request) -> None:
        """Raises RequestGone."""
        await self._settle(request)

    async def _settle(self, request: Request) -> None:
        async with self._storage.transaction() as transaction:
            if not await self._storage.delete_request(transaction, request.request_id):
                raise RequestGone


def _likeness(one: str, other: str) -> float:
    return SequenceMatcher(None, one, other, autojunk=False).ratio()
