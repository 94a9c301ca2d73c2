"""What the outbox calls for the desk, and the desk's own kind: what members report."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.posting.outbox_storage import OutboxRow
from bot.posting.posts import Post, PostKind
from bot.registry import Reportable, Verdict
from bot.screen.desk import Choice, Subject
from bot.screen.i18n import Speaker
from bot.storage.database import Transaction
from cogs.review import cards
from cogs.review.models import ItemGone
from cogs.review.service import CARD, DECIDED, REPORT, ReviewService

if TYPE_CHECKING:
    from bot.client import CommunityBot


class CardPost(PostKind):
    kind = CARD

    def __init__(self, bot: CommunityBot, service: ReviewService) -> None:
        self._bot = bot
        self._service = service

    async def render(self, row: OutboxRow) -> Post | None:
        t, item = self._bot.public_speaker, await self._service.get_item(row.ref["review_id"])
        subject = await self._service.find_subject(item, t)
        if item.choice is not None or subject is None:
            return None
        return Post(cards.waiting_card(item, subject, self._service.kind(item.kind).choices, t))

    async def posted(self, row: OutboxRow, message_id: int, transaction: Transaction) -> None:
        await self._service.note_message(transaction, row.ref["review_id"], row.channel_id, message_id)


class DecidedPost(CardPost):
    """The card once more, now that it is decided."""

    kind = DECIDED

    async def render(self, row: OutboxRow) -> Post | None:
        t, item = self._bot.public_speaker, await self._service.get_item(row.ref["review_id"])
        subject = await self._service.find_subject(item, t)
        if item.message_id is None:
            return None
        return Post(cards.decided_card(item, subject.title if subject else "", t), edits=item.message_id)

    async def posted(self, row: OutboxRow, message_id: int, transaction: Transaction) -> None: ...


class ReportReview:
    """Something public that a member reported: it stays, or goes."""

    kind = REPORT
    choices = (Choice("keep", "good"), Choice("remove", "bad", asks=True))

    def __init__(self, bot: CommunityBot) -> None:
        self._bot = bot

    async def show(self, ref: str, t: Speaker) -> Subject | None:
        return await self._reportable(ref).show(ref, t)

    async def decide(self, ref: str, verdict: Verdict, transaction: Transaction) -> None:
        if verdict.choice == "remove":
            await self._reportable(ref).withdraw(ref, transaction)

    async def settled(self, ref: str, verdict: Verdict) -> None:
        if verdict.choice == "remove":
            await self._reportable(ref).withdrawn()

    def _reportable(self, ref: str) -> Reportable:
        for reportable in self._bot.registry.all(Reportable):
            if reportable.prefix == ref.partition(":")[0]:
                return reportable
        raise ItemGone


POSTS = (CardPost, DecidedPost)
