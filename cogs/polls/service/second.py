"""What one moderator asks and another confirms: closing early, and asking the same people the same question again.

Both can reveal: what changed between two results is the answers of those who came in between.
"""

from __future__ import annotations

from collections.abc import Collection

from bot.anonymity.disclosure import AGREEMENT_LAPSES_AFTER
from bot.clock import Clock
from bot.posting.outbox import Outbox
from bot.storage.settings import Settings
from cogs.polls.models import Action, Draft, Poll, Request, RequestGone, SecondModeratorNeeded
from cogs.polls.service.drafts import DraftService
from cogs.polls.service.polls import PollService
from cogs.polls.storage import PollStorage

ASKED = "polls:asked"


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

    async def ask(self, action: Action, subject_id: int, asked_by: int, *, channel_id: int) -> None:
        """Posted to the moderators, in their channel or else in this one. Asking twice posts once."""
        now = self._clock.now()
        request = Request(0, action, subject_id, asked_by, now)
        async with self._storage.transaction() as transaction:
            await self._storage.delete_requests_before(transaction, now - AGREEMENT_LAPSES_AFTER)
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
        """Raises RequestGone, after a day too: an agreement kept in reserve would choose the moment."""
        request = await self._storage.find_request(request_id)
        if request is None or request.asked_at < self._clock.now() - AGREEMENT_LAPSES_AFTER:
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
        poll = await self._polls.open_poll(draft.draft_id, draft.author_id, electorate, agreed=True)
        await self._settle(request)
        return poll

    async def refuse(self, request: Request) -> None:
        """Raises RequestGone."""
        await self._settle(request)

    async def _settle(self, request: Request) -> None:
        async with self._storage.transaction() as transaction:
            if not await self._storage.delete_request(transaction, request.request_id):
                raise RequestGone
