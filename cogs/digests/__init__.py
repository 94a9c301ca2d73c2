"""Digests that moderators schedule and approve, for Discord and for the mailing list; what is new, for oneself."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from bot.registry import (
    Agenda,
    DigestItem,
    DigestSource,
    HomeAction,
    PersonalData,
    PersonalSettings,
    PublishedTexts,
    Resume,
    Retention,
)
from bot.screen.sight import is_public
from cogs.digests.cog import DigestsCog
from cogs.digests.jobs import POSTS
from cogs.digests.service import Compiler, DigestService, IssueService, PostingService, ReadingService, WelcomeService
from cogs.digests.storage import DigestStorage, IssueStorage, ReaderStorage, WelcomeStorage
from cogs.digests.views import DYNAMICS, FORMS

if TYPE_CHECKING:
    from bot.client import CommunityBot
    from bot.storage.database import Transaction


@dataclass(frozen=True, slots=True)
class DigestPersonalData:
    """Who approved an issue, whom it names; a last look, themes followed and a welcome, for those who asked."""

    issues: IssueStorage
    readers: ReaderStorage
    welcomes: WelcomeStorage
    feature: str = "digests"
    tables: frozenset[str] = frozenset(
        {"digest_follows", "digest_issues", "digest_items", "digest_visits", "digest_welcomes"}
    )

    async def export(self, user_id: int) -> list[dict[str, object]]:
        return [
            *await self.issues.export_person(user_id),
            *await self.readers.export_person(user_id),
            *await self.welcomes.export_person(user_id),
        ]

    async def withdraw(self, user_id: int, transaction: Transaction) -> None:
        await self.issues.withdraw_of(transaction, user_id)

    async def erase(self, user_id: int, transaction: Transaction) -> None:
        await self.issues.erase_person(transaction, user_id)
        await self.readers.erase_person(transaction, user_id)
        await self.welcomes.erase_person(transaction, user_id)


async def setup(bot: CommunityBot) -> None:
    digests, issues, readers = DigestStorage(bot.database), IssueStorage(bot.database), ReaderStorage(bot.database)
    welcomes, compiler = WelcomeStorage(bot.database), _compiler(bot, digests)
    welcoming = WelcomeService(welcomes, bot.clock)
    bot.registry.offer(DigestSource, welcoming)
    service = DigestService(digests, issues, compiler, settings=bot.settings, clock=bot.clock)
    desk = IssueService(issues, digests, compiler, bot.outbox, settings=bot.settings, clock=bot.clock)
    posting = PostingService(
        issues,
        digests,
        desk,
        compiler,
        bot.outbox,
        scheduler=bot.scheduler,
        settings=bot.settings,
        clock=bot.clock,
    )
    service.changed = desk.changed = posting.advance
    for provided in (service, desk, posting, welcoming, ReadingService(readers, compiler, bot.thesaurus, bot.clock)):
        bot.registry.provide(provided)
    bot.registry.offer(Agenda, Agenda("digests", posting.list_due))
    bot.registry.offer(Resume, Resume("digests", posting.advance))
    bot.registry.offer(Retention, Retention("digests", welcoming.forget_old))
    people = DigestPersonalData(issues, readers, welcomes)
    bot.registry.offer(PersonalData, people)
    bot.registry.offer(PublishedTexts, people)
    bot.registry.offer(
        PersonalSettings, PersonalSettings("digests", ("digest_follows", "digest_visits", "digest_welcomes"))
    )
    for post in POSTS:
        bot.outbox.register(post(bot))
    bot.add_dynamics(*DYNAMICS)
    bot.add_forms(*FORMS)
    cog = DigestsCog(bot, service)
    bot.registry.offer(HomeAction, HomeAction("whatsnew", 70, cog.show_mine))
    await bot.add_cog(cog)


def _compiler(bot: CommunityBot, digests: DigestStorage) -> Compiler:
    def address(item: DigestItem) -> str:
        if item.url or item.message_id is None or bot.guild.get_channel_or_thread(item.channel_id or 0) is None:
            return item.url
        return f"https://discord.com/channels/{bot.guild.id}/{item.channel_id}/{item.message_id}"

    sources = partial(bot.registry.all, DigestSource)
    return Compiler(digests, sources=sources, is_public=partial(is_public, bot), address=address)
