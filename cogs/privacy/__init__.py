"""What members may know and ask about what is kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.registry import Forgetting, HomeAction, NothingPersonal, PersonalData, Resume
from cogs.privacy.cog import PrivacyCog
from cogs.privacy.service import PrivacyService
from cogs.privacy.views import DYNAMICS, show_anonymity, show_privacy

if TYPE_CHECKING:
    from bot.client import CommunityBot


async def setup(bot: CommunityBot) -> None:
    service = PrivacyService(
        bot.registry, bot.database, bot.files, bot.erasures, bot.outbox, scheduler=bot.scheduler, clock=bot.clock
    )
    bot.registry.provide(service)
    bot.registry.provide(service, Forgetting)
    bot.registry.offer(PersonalData, NothingPersonal("privacy"))
    bot.registry.offer(Resume, Resume("privacy", service.resume))
    bot.registry.offer(HomeAction, HomeAction("anonymity", 80, show_anonymity))
    bot.registry.offer(HomeAction, HomeAction("privacy", 90, show_privacy))
    bot.add_dynamics(*DYNAMICS)
    await bot.add_cog(PrivacyCog())
