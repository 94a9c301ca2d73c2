"""The buttons of the home card."""

from __future__ import annotations

from bot.errors import StaleButton
from bot.registry import HomeAction
from bot.screen.checks import require_can_post, require_configurer
from bot.screen.ui import Dynamic, Interaction, picked_ids, turn
from cogs.help import cards
from cogs.help.service import HelpService


class HomeButton(Dynamic, template=r"home:do:(?P<key>[a-z-]+)"):
    async def act(self, interaction: Interaction) -> None:
        for action in interaction.client.registry.all(HomeAction):
            if action.key == self.ids["key"]:
                await action.run(interaction)
                return
        raise StaleButton


class PostHomeSelect(Dynamic, template=r"home:post:"):
    async def act(self, interaction: Interaction) -> None:
        require_configurer(interaction)
        channel_id = picked_ids(interaction)[0]
        require_can_post(interaction, channel_id)
        await interaction.client.registry.service(HelpService).post_home(channel_id)
        await turn(interaction, cards.home_posted_card(channel_id, interaction.client.speaker_for(interaction)))


async def show_home_section(interaction: Interaction) -> None:
    await turn(interaction, cards.choose_home_card(interaction.client.speaker_for(interaction)))


DYNAMICS: tuple[type[Dynamic], ...] = (HomeButton, PostHomeSelect)
