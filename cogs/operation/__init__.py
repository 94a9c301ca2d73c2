"""Running the bot: how it is, what it holds back, and the word to go on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.registry import NothingPersonal, PersonalData, SettingsSection
from bot.screen.i18n import Speaker
from cogs.operation.cog import OperationCog
from cogs.operation.jobs import HeldPost
from cogs.operation.service import StatusService
from cogs.operation.views import DYNAMICS, show_status, tell_held

if TYPE_CHECKING:
    from bot.client import CommunityBot


async def setup(bot: CommunityBot) -> None:
    bot.registry.provide(
        StatusService(
            bot.database,
            bot.folder,
            bot.outbox,
            bot.safe_mode,
            bot.housekeeping,
            bot.clock,
            registry=bot.registry,
        )
    )
    bot.registry.offer(PersonalData, NothingPersonal("operation"))
    bot.registry.offer(SettingsSection, SettingsSection("status", 60, _summary, show_status))
    bot.outbox.register(HeldPost(bot))
    bot.notices.add_aside(tell_held)
    bot.add_dynamics(*DYNAMICS)
    await bot.add_cog(OperationCog())


def _summary(t: Speaker) -> str:
    return t("operation-summary")
