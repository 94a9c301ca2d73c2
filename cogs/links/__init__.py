"""Links to pages of the web: shared in a click, kept once, checked."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.registry import (
    Archive,
    DigestSource,
    FacetValues,
    HomeAction,
    PersonalData,
    PersonalSettings,
    PublishedTexts,
    Reportable,
    Resume,
    ReviewDesk,
    SearchSource,
    SettingsSection,
    SharedLinks,
)
from bot.screen.i18n import Speaker
from bot.web.page import PageReader
from cogs.links.cog import LinksCog
from cogs.links.jobs import POSTS, LinkReports, LinksFolder, Words
from cogs.links.service import (
    ExchangeService,
    HealthService,
    LinkService,
    LinksToRepair,
    NewLinks,
    Pages,
    RepairService,
    SharingService,
)
from cogs.links.storage import LinkDraftStorage, LinkPeopleStorage, LinkStorage
from cogs.links.views import DYNAMICS, FORMS, LinkSource, show_settings

if TYPE_CHECKING:
    from bot.client import CommunityBot
    from bot.storage.database import Transaction


@dataclass(frozen=True, slots=True)
class LinkPersonalData:
    """Who shares, who found useful, who wants to read later."""

    storage: LinkPeopleStorage
    links: LinkService
    feature: str = "links"
    tables: frozenset[str] = frozenset({"link_drafts", "link_later", "link_shares", "link_useful"})

    async def export(self, user_id: int) -> list[dict[str, object]]:
        return await self.storage.export(user_id)

    async def erase(self, user_id: int, transaction: Transaction) -> None:
        """The pages stay, shared by nobody."""
        await self.storage.erase(transaction, user_id)
        await self.links.show_unsigned(transaction, user_id, await self.storage.list_shared(user_id))

    async def withdraw(self, user_id: int, transaction: Transaction) -> None:
        await self.links.remove_all_of(transaction, user_id, await self.storage.list_shared(user_id))


async def setup(bot: CommunityBot) -> None:
    storage, reader = LinkStorage(bot.database), PageReader()
    pages = Pages(bot.fetcher, reader)
    links = LinkService(
        storage,
        bot.index,
        bot.outbox,
        bot.registry.service(ReviewDesk),
        thesaurus=bot.thesaurus,
        clock=bot.clock,
    )
    sharing = SharingService(
        LinkDraftStorage(bot.database),
        storage,
        links,
        pages,
        index=bot.index,
        outbox=bot.outbox,
        thesaurus=bot.thesaurus,
        clock=bot.clock,
    )
    health = HealthService(
        storage,
        links,
        pages,
        bot.notices,
        bot.outbox,
        settings=bot.settings,
        scheduler=bot.scheduler,
        clock=bot.clock,
    )
    exchange = ExchangeService(storage, links, pages, index=bot.index, thesaurus=bot.thesaurus, clock=bot.clock)
    for service in (links, sharing, health, exchange, RepairService(storage, links, pages, clock=bot.clock)):
        bot.registry.provide(service)
    bot.registry.offer(Archive, LinksFolder(exchange))
    bot.registry.offer(DigestSource, NewLinks(storage))
    bot.registry.provide(links, SharedLinks)
    bot.registry.offer(DigestSource, LinksToRepair(storage))
    cog = LinksCog(bot, links, reader)
    _offer(bot, links, health, cog)
    people = LinkPersonalData(LinkPeopleStorage(bot.database), links)
    bot.registry.offer(PersonalData, people)
    bot.registry.offer(PublishedTexts, people)
    bot.registry.offer(PersonalSettings, PersonalSettings("links", ("link_drafts", "link_later")))
    await bot.add_cog(cog)


def _offer(bot: CommunityBot, links: LinkService, health: HealthService, cog: LinksCog) -> None:
    """What links bring to the others."""
    bot.registry.offer(Resume, Resume("links", health.resume))
    bot.registry.offer(SearchSource, LinkSource(links))
    bot.registry.offer(Reportable, LinkReports(bot))
    bot.registry.offer(FacetValues, FacetValues("kind", ("link",)))
    bot.registry.offer(HomeAction, HomeAction("link-share", 70, cog.begin))
    bot.registry.offer(SettingsSection, SettingsSection("links", 45, _summary(bot), show_settings))
    for post in POSTS:
        bot.outbox.register(post(bot))
    Words(bot).register()
    bot.add_dynamics(*DYNAMICS)
    bot.add_forms(*FORMS)


def _summary(bot: CommunityBot) -> Callable[[Speaker], str]:
    def summary(t: Speaker) -> str:
        watched = bot.settings.community.watched_channel_ids
        return " ".join(f"<#{number}>" for number in watched) or t("links-watch-none")

    return summary
