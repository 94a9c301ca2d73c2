"""What moderators choose about links."""

from __future__ import annotations

import re

from bot.screen.checks import require_configurer
from bot.screen.ui import Dynamic, Form, Interaction, picked_ids, turn
from cogs.links import cards


async def show_settings(interaction: Interaction) -> None:
    require_configurer(interaction)
    bot = interaction.client
    community = bot.settings.community
    there = {channel.id for channel in bot.guild.channels}
    watched = [number for number in community.watched_channel_ids if number in there]
    chosen = community.links_channel_id if community.links_channel_id in there else None
    layout = cards.settings_card(
        watched, chosen, community.web_contact, bot.speaker_for(interaction), reads=bot.reads_messages
    )
    await turn(interaction, layout)


class WatchSelect(Dynamic, template=r"links:watch:"):
    async def act(self, interaction: Interaction) -> None:
        require_configurer(interaction)
        chosen = tuple(picked_ids(interaction))[: cards.MOST_WATCHED]
        await interaction.client.settings.change(watched_channel_ids=chosen)
        await show_settings(interaction)


class ChannelSelect(Dynamic, template=r"links:channel:"):
    async def act(self, interaction: Interaction) -> None:
        require_configurer(interaction)
        chosen = picked_ids(interaction)
        await interaction.client.settings.change(links_channel_id=chosen[0] if chosen else None)
        await show_settings(interaction)


class ContactButton(Dynamic, template=r"links:contact:"):
    async def act(self, interaction: Interaction) -> None:
        require_configurer(interaction)
        contact = interaction.client.settings.community.web_contact
        await interaction.response.send_modal(cards.contact_form(contact, interaction.client.speaker_for(interaction)))


class ContactForm(Form):
    template = re.compile(r"links:contact-typed:")

    async def submitted(self, interaction: Interaction, ids: dict[str, str], values: dict[str, str], /) -> None:  # noqa: ARG002
        require_configurer(interaction)
        contact = " ".join(values.get("contact", "").split())[:200]
        await interaction.client.settings.change(web_contact=contact)
        interaction.client.fetcher.introduce(contact)
        await show_settings(interaction)


DYNAMICS: tuple[type[Dynamic], ...] = (WatchSelect, ChannelSelect, ContactButton)
FORMS = (ContactForm(),)
