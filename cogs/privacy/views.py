"""The button that explains anonymity, on every ballot and card."""

from __future__ import annotations

from bot.screen.ui import Dynamic, Interaction, show
from cogs.privacy import cards


async def show_anonymity(interaction: Interaction) -> None:
    await show(interaction, cards.anonymity_card(interaction.client.speaker_for(interaction)))


class AnonymityButton(Dynamic, template=r"privacy:anonymity:"):
    async def act(self, interaction: Interaction) -> None:
        await show_anonymity(interaction)


DYNAMICS: tuple[type[Dynamic], ...] = (AnonymityButton,)
