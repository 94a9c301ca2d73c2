"""The review desk: whatever waits for a person is decided in one place, once."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.registry import PersonalData, Retention, ReviewDesk, ReviewKind
from cogs.review.cog import ReviewCog
from cogs.review.jobs import POSTS, ReportReview
from cogs.review.service import ReviewService
from cogs.review.storage import ReviewStorage
from cogs.review.views import DYNAMICS, FORMS

if TYPE_CHECKING:
    from bot.client import CommunityBot
    from bot.storage.database import Transaction


@dataclass(frozen=True, slots=True)
class ReviewPersonalData:
    """Who submitted what, until its author is forgotten; who decided."""

    storage: ReviewStorage
    feature: str = "review"
    tables: frozenset[str] = frozenset({"review_items"})

    async def export(self, user_id: int) -> list[dict[str, object]]:
        return await self.storage.export_person(user_id)

    async def erase(self, user_id: int, transaction: Transaction) -> None:
        await self.storage.erase_person(transaction, user_id)


async def setup(bot: CommunityBot) -> None:
    storage = ReviewStorage(bot.database)
    service = ReviewService(storage, bot.outbox, bot.registry, settings=bot.settings, clock=bot.clock)
    bot.registry.provide(service)
    bot.registry.provide(service, ReviewDesk)
    bot.registry.offer(ReviewKind, ReportReview(bot))
    bot.registry.offer(PersonalData, ReviewPersonalData(storage))
    bot.registry.offer(Retention, Retention("review", service.forget_old))
    for post in POSTS:
        bot.outbox.register(post(bot, service))
    bot.add_dynamics(*DYNAMICS)
    bot.add_forms(*FORMS)
    await bot.add_cog(ReviewCog())
