"""What members may know and ask about what is kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.registry import HomeAction, NothingPersonal, PersonalData
from cogs.privacy.cog import PrivacyCog
from cogs.privacy.views import DYNAMICS, show_anonymity

if TYPE_CHECKING:
    from bot.client import CommunityBot


async def setup(bot: CommunityBot) -> None:
    bot.registry.offer(PersonalData, NothingPersonal("privacy"))
    bot.registry.offer(HomeAction, HomeAction("anonymity", 80, show_anonymity))
    bot.add_dynamics(*DYNAMICS)
    await bot.add_cog(PrivacyCog())
