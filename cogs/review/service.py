"""What waits for a person is decided once, by one moderator, in one transaction with what the decision changes."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

from bot.clock import Clock
from bot.posting.outbox import Outbox
from bot.registry import Registry, Reportable, ReviewKind, Verdict
from bot.storage.database import Transaction
from bot.storage.settings import Settings
from bot.text.tidy import tidy
from cogs.review.models import (
    MOST_REPORTS_WAITING,
    MOST_WAITING,
    WITHDRAWN,
    AlreadyDecided,
    AlreadyReported,
    Item,
    ItemGone,
    OwnSubmission,
    Page,
    TooManyWaiting,
    WordsNeeded,
)
from cogs.review.storage import ReviewStorage

CARD, DECIDED = "review:card", "review:decided"
REPORT = "report"
HISTORY_KEPT = timedelta(days=2 * 365)


class ReviewService:
    """The desk of `bot.registry.ReviewDesk`, and what moderators do at it."""

    def __init__(
        self, storage: ReviewStorage, outbox: Outbox, registry: Registry, *, settings: Settings, clock: Clock
    ) -> None:
        self._storage = storage
        self._outbox = outbox
        self._registry = registry
        self._settings = settings
        self._clock = clock

    async def forget_old(self, now: datetime) -> None:
        """What was decided long ago; what waits stays."""
        await self._storage.delete_decided_before(now - HISTORY_KEPT)

    # What features ask

    async def submit(
        self, transaction: Transaction, *, kind: str, ref: str, author_id: int | None, note: str = ""
    ) -> None:
        most = MOST_REPORTS_WAITING if kind == REPORT else MOST_WAITING
        if author_id is not None and await self._storage.count_waiting_of(transaction, author_id, kind) >= most:
            raise TooManyWaiting(most)
        item = Item(0, kind, ref, author_id, note, self._clock.now())
        review_id = await self._storage.add(transaction, item)
        channel_id = self._settings.community.moderators_channel_id
        if review_id and channel_id is not None:
            await self._outbox.add(
                transaction, key=f"review:{review_id}", kind=CARD, ref={"review_id": review_id}, channel_id=channel_id
            )

    async def withdraw(self, transaction: Transaction, kind: str, ref: str) -> None:
        item = await self._storage.find_waiting(transaction, kind, ref)
        if item is not None:
            await self._settle(transaction, item, WITHDRAWN, "", None)

    async def forget_author(self, transaction: Transaction, kind: str, ref: str) -> None:
        await self._storage.forget_author(transaction, kind, ref)

    def wake(self) -> None:
        self._outbox.wake()

    # What moderators do

    def kind(self, name: str) -> ReviewKind:
        """Raises ItemGone for a kind that no feature brings any more."""
        for kind in self._registry.all(ReviewKind):
            if kind.kind == name:
                return kind
        raise ItemGone

    def asks_for_words(self, item: Item, choice: str) -> bool:
        """Raises ItemGone for a choice that a later version no longer has."""
        for known in self.kind(item.kind).choices:
            if known.key == choice:
                return known.asks
        raise ItemGone

    async def find_subject(self, item: Item, t: Any) -> Any:
        """A Subject, or None when nothing is left of it. `t` is a Speaker, handed on to the feature that owns it."""
        try:
            return await self.kind(item.kind).show(item.ref, t)
        except ItemGone:
            return None

    async def get_item(self, review_id: int) -> Item:
        """Raises ItemGone."""
        item = await self._storage.find(review_id)
        if item is None:
            raise ItemGone
        return item

    async def require_may_decide(self, review_id: int, moderator_id: int, *, alone: bool) -> Item:
        """Raises ItemGone, AlreadyDecided, OwnSubmission. `alone`: there is no other moderator."""
        item = await self.get_item(review_id)
        if item.choice is not None:
            raise AlreadyDecided(item)
        concerned = item.author_id if item.kind != REPORT else await self._author_of(item.ref)
        if concerned == moderator_id and not alone:
            raise OwnSubmission
        return item

    async def _author_of(self, ref: str) -> int | None:
        """Of what was reported."""
        for reportable in self._registry.all(Reportable):
            if reportable.prefix == ref.partition(":")[0]:
                return await reportable.author_of(ref)
        return None

    async def drop(self, item: Item) -> None:
        """What waits and has nothing left to decide."""
        async with self._storage.transaction() as transaction:
            await self._settle(transaction, item, WITHDRAWN, "", None)
        self._outbox.wake()

    async def decide(self, review_id: int, verdict: Verdict, *, alone: bool) -> Item:
        """The item as it is now. Raises ItemGone, AlreadyDecided, OwnSubmission, WordsNeeded; then nothing changed."""
        item = await self.require_may_decide(review_id, verdict.moderator_id, alone=alone)
        kind = self.kind(item.kind)
        if self.asks_for_words(item, verdict.choice) and not tidy(verdict.words):
            raise WordsNeeded
        async with self._storage.transaction() as transaction:
            await self._settle(transaction, item, verdict.choice, verdict.words, verdict.moderator_id)
            await kind.decide(item.ref, verdict, transaction)
        self._outbox.wake()
        await kind.settled(item.ref, verdict)
        return await self.get_item(review_id)

    async def list_page(self, *, waiting: bool, number: int, size: int) -> Page:
        count = await self._storage.count(waiting=waiting)
        pages = max(1, -(-count // size))
        number = min(max(number, 0), pages - 1)
        listed = self._storage.list_waiting if waiting else self._storage.list_decided
        return Page(tuple(await listed(size, number * size)), number, pages)

    async def note_message(self, transaction: Transaction, review_id: int, channel_id: int, message_id: int) -> None:
        """Decided while its card was on its way: the card is brought up to date."""
        await self._storage.set_message(transaction, review_id, channel_id, message_id)
        item = await self._storage.find_in(transaction, review_id)
        if item is not None and item.choice is not None:
            await self._show_decided(transaction, item)

    # What members do

    async def report(self, ref: str, reporter_id: int, reason: str, t: Any) -> None:
        """Raises WordsNeeded, ItemGone, AlreadyReported, TooManyWaiting."""
        note = tidy(reason)
        if not note:
            raise WordsNeeded
        if await self.kind(REPORT).show(ref, t) is None:
            raise ItemGone
        async with self._storage.transaction() as transaction:
            if await self._storage.find_waiting(transaction, REPORT, ref) is not None:
                raise AlreadyReported
            await self.submit(transaction, kind=REPORT, ref=ref, author_id=reporter_id, note=note)
        self.wake()

    async def _settle(self, transaction: Transaction, item: Item, choice: str, words: str, by: int | None) -> None:
        now = self._clock.now()
        if not await self._storage.settle(transaction, item.review_id, choice=choice, words=words, by=by, now=now):
            decided = await self._storage.find_in(transaction, item.review_id)
            raise AlreadyDecided(decided or item)
        if item.kind == REPORT or choice == WITHDRAWN:
            await self._storage.forget_author_of(transaction, item.review_id)
        await self._show_decided(transaction, item)

    async def _show_decided(self, transaction: Transaction, item: Item) -> None:
        """On its card, where it has one."""
        if item.message_id is None or item.channel_id is None:
            return
        await self._outbox.add(
            transaction,
            key=f"review:{item.review_id}:over",
            kind=DECIDED,
            ref={"review_id": item.review_id},
            channel_id=item.channel_id,
        )
