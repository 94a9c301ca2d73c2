"""Finding: one index of everything public, one grammar, one screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.registry import DigestSource, NothingPersonal, PersonalData, Reindex, Resume, SearchScreen
from cogs.search.cog import SearchCog
from cogs.search.service import Misses, SearchService
from cogs.search.views import DYNAMICS, FORMS, Screen

if TYPE_CHECKING:
    from bot.client import CommunityBot


async def setup(bot: CommunityBot) -> None:
    service = SearchService(bot.index, bot.thesaurus, bot.registry, settings=bot.settings)
    bot.registry.provide(service)
    bot.registry.provide(service, Reindex)
    bot.registry.offer(Resume, Resume("search", service.resume))
    bot.registry.provide(Screen(), SearchScreen)
    bot.registry.offer(DigestSource, Misses(bot.index))
    bot.registry.offer(PersonalData, NothingPersonal("search"))
    bot.add_dynamics(*DYNAMICS)
    bot.add_forms(*FORMS)
    await bot.add_cog(SearchCog(bot, service))
