"""Where to start: the home card and the help."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.registry import HomeAction, NothingPersonal, PersonalData, SettingsSection
from bot.screen.i18n import Speaker
from cogs.help.cog import HelpCog
from cogs.help.jobs import HomePost
from cogs.help.service import HelpService
from cogs.help.views import DYNAMICS, show_help, show_home_section, show_tour

if TYPE_CHECKING:
    from bot.client import CommunityBot


async def setup(bot: CommunityBot) -> None:
    bot.registry.provide(HelpService(bot.database, bot.outbox, bot.clock))
    bot.registry.offer(PersonalData, NothingPersonal("help"))
    bot.registry.offer(HomeAction, HomeAction("help", 90, show_help))
    bot.registry.offer(SettingsSection, SettingsSection("home", 50, _summary, show_home_section))
    bot.registry.offer(SettingsSection, SettingsSection("tour", 5, _tour_summary, show_tour))
    bot.outbox.register(HomePost(bot))
    bot.add_dynamics(*DYNAMICS)
    await bot.add_cog(HelpCog(bot))


def _summary(t: Speaker) -> str:
    return t("home-summary")


def _tour_summary(t: Speaker) -> str:
    return t("tour-summary")
