"""Repairing a dead link, by whoever shared it or a moderator."""

from __future__ import annotations

import re

from bot.errors import UserError
from bot.screen.checks import require_moderator
from bot.screen.ui import Dynamic, Form, Interaction, conclude, picked, show, take_time, told_card, turn
from cogs.links import cards
from cogs.links.service import archive_search
from cogs.links.views.parts import health, links, moderates, repairs, show_link


async def show_repair(interaction: Interaction, link_id: int, *, problem: str = "", in_place: bool = True) -> None:
    link = await links(interaction).require_may_edit(link_id, interaction.user.id, moderator=moderates(interaction))
    t = interaction.client.speaker_for(interaction)
    layout = cards.repair_card(link, archive_search(link.addresses.canonical), t, problem=problem)
    await (turn if in_place else show)(interaction, layout)


class RepairButton(Dynamic, template=r"links:repair:(?P<link_id>\d+)"):
    async def act(self, interaction: Interaction) -> None:
        await show_repair(interaction, int(self.ids["link_id"]))


class SickSelect(Dynamic, template=r"links:sick:"):
    """On the moderators' weekly message."""

    async def act(self, interaction: Interaction) -> None:
        require_moderator(interaction)
        await show_repair(interaction, int(picked(interaction)[0]), in_place=False)


class AddressButton(Dynamic, template=r"links:address:(?P<link_id>\d+)"):
    async def act(self, interaction: Interaction) -> None:
        link = await links(interaction).require_may_edit(
            int(self.ids["link_id"]), interaction.user.id, moderator=moderates(interaction)
        )
        await interaction.response.send_modal(cards.address_form(link, interaction.client.speaker_for(interaction)))


class AddressedForm(Form):
    template = re.compile(r"links:addressed:(?P<link_id>\d+)")

    async def submitted(self, interaction: Interaction, ids: dict[str, str], values: dict[str, str], /) -> None:
        link_id, typed = int(ids["link_id"]), values.get("url", "")
        await take_time(interaction)
        try:
            link = await repairs(interaction).give_address(
                link_id, interaction.user.id, typed, moderator=moderates(interaction)
            )
        except UserError as error:
            t = interaction.client.speaker_for(interaction)
            await show_repair(interaction, link_id, problem=t(error.key, **error.params))
            return
        await health(interaction).arm()
        await show_link(interaction, link, in_place=True)


class ArchiveButton(Dynamic, template=r"links:archive:(?P<link_id>\d+)"):
    """Sharing the link again brings it back, so nothing is asked first."""

    async def act(self, interaction: Interaction) -> None:
        await links(interaction).archive(
            int(self.ids["link_id"]), interaction.user.id, moderator=moderates(interaction)
        )
        t = interaction.client.speaker_for(interaction)
        await conclude(interaction, told_card(t("links-archived")))


DYNAMICS: tuple[type[Dynamic], ...] = (RepairButton, SickSelect, AddressButton, ArchiveButton)
FORMS = (AddressedForm(),)
