"""Anonymous polls: opened by a few words, answered in private, published when they close."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from bot.anonymity.ballot_box import BallotBoxes
from bot.registry import (
    Agenda,
    AskedBefore,
    DigestSource,
    FacetValues,
    HomeAction,
    PersonalData,
    QuestionsAsked,
    ResultSource,
    Resume,
    SearchSource,
    SettingsSection,
)
from bot.screen.i18n import Speaker
from cogs.polls.cog import PollsCog
from cogs.polls.jobs import POSTS
from cogs.polls.models import Status
from cogs.polls.service import DraftService, OpenPolls, PollResults, PollService, SecondModerator
from cogs.polls.storage import PollStorage
from cogs.polls.views import DYNAMICS, DraftForm, PollSource

if TYPE_CHECKING:
    from bot.client import CommunityBot
    from bot.storage.database import Transaction


MOST_OPEN = 100


@dataclass(frozen=True, slots=True)
class PollPersonalData:
    """Who prepared a poll, who opened it, who asks a second moderator. Who voted stands in no table."""

    storage: PollStorage
    boxes: BallotBoxes
    feature: str = "polls"
    tables: frozenset[str] = frozenset({"poll_drafts", "poll_requests", "polls"})

    async def export(self, user_id: int) -> list[dict[str, object]]:
        """Whether they answered what is open, too: it is kept until it closes."""
        polls = await self.storage.list_polls((Status.OPEN,), limit=MOST_OPEN)
        answered = [(poll, self.boxes.has_answered(poll.box_id, user_id)) for poll in polls if poll.box_id]
        return [
            *await self.storage.export_person(user_id),
            *({"open_poll": poll.sheet.question, "answered": flag} for poll, flag in answered if flag is not None),
        ]

    async def erase(self, user_id: int, transaction: Transaction) -> None:
        await self.storage.erase_person(transaction, user_id)


async def setup(bot: CommunityBot) -> None:
    storage = PollStorage(bot.database)
    drafts = DraftService(storage, settings=bot.settings, clock=bot.clock)
    service = PollService(
        storage,
        drafts,
        bot.boxes,
        bot.outbox,
        scheduler=bot.scheduler,
        settings=bot.settings,
        clock=bot.clock,
    )
    second = SecondModerator(storage, service, drafts, bot.outbox, settings=bot.settings, clock=bot.clock)
    cog = PollsCog(bot, service, drafts)
    bot.registry.provide(drafts)
    bot.registry.provide(service)
    bot.registry.provide(second)
    bot.registry.offer(ResultSource, service.lookup)
    bot.registry.offer(SearchSource, PollSource(bot, service))
    bot.registry.offer(FacetValues, FacetValues("kind", (PollSource.prefix,)))
    bot.registry.offer(DigestSource, PollResults(storage))
    bot.registry.offer(DigestSource, OpenPolls(storage))
    service.lookup.asked_elsewhere = _asked_elsewhere(bot)
    service.is_restored = lambda: bot.safe_mode.is_restored
    bot.registry.offer(Agenda, Agenda("polls", service.lookup.list_due))
    bot.registry.offer(Resume, Resume("polls", service.resume))
    bot.registry.offer(PersonalData, PollPersonalData(storage, bot.boxes))
    bot.registry.offer(HomeAction, HomeAction("vote", 10, cog.show_open))
    bot.registry.offer(HomeAction, HomeAction("poll-results", 20, cog.show_past))
    bot.registry.offer(HomeAction, HomeAction("poll-create", 30, cog.prepare_usual))
    bot.registry.offer(SettingsSection, SettingsSection("polls", 30, _openers(bot), cog.show_openers))
    for post in POSTS:
        bot.outbox.register(post(bot, service))
    bot.add_dynamics(*DYNAMICS)
    bot.add_forms(DraftForm())
    await bot.add_cog(cog)


def _openers(bot: CommunityBot) -> Callable[[Speaker], str]:
    def summary(t: Speaker) -> str:
        return t(f"polls-openers-{bot.settings.community.poll_openers}")

    return summary


def _asked_elsewhere(bot: CommunityBot) -> Callable[[datetime], Awaitable[list[AskedBefore]]]:
    async def asked(since: datetime) -> list[AskedBefore]:
        return [one for offer in bot.registry.all(QuestionsAsked) for one in await offer.list_since(since)]

    return asked
