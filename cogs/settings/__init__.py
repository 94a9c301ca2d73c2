"""The moderators' panel of the community's settings."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from bot.registry import NothingPersonal, PersonalData, Resume, SettingsSection
from cogs.settings.cog import SettingsCog
from cogs.settings.jobs import POSTS
from cogs.settings.service import SettingsService
from cogs.settings.views import DYNAMICS, FORMS, SECTIONS

if TYPE_CHECKING:
    from bot.client import CommunityBot


async def setup(bot: CommunityBot) -> None:
    service = SettingsService(bot.settings, bot.database, bot.outbox)
    cog = SettingsCog(bot, service)
    bot.registry.provide(service)
    bot.registry.offer(PersonalData, NothingPersonal("settings"))
    bot.registry.offer(Resume, Resume("settings", cog.resume))
    for key, order, run in SECTIONS:
        bot.registry.offer(SettingsSection, SettingsSection(key, order, partial(cog.summary, key), run))
    for post in POSTS:
        bot.outbox.register(post(bot))
    bot.add_dynamics(*DYNAMICS)
    bot.add_forms(*FORMS)
    await bot.add_cog(cog)
