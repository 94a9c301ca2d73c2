"""Lists, results, and who may open polls."""

from __future__ import annotations

from collections.abc import AsyncIterator

import discord

from bot.client import CommunityBot
from bot.screen.checks import require_configurer
from bot.screen.sight import is_public, visible_channels
from bot.screen.ui import Dynamic, Interaction, picked, show, turn
from bot.text.search_models import Document
from cogs.polls import cards
from cogs.polls.service import OPEN, PAST, PREFIX, PollService, document_of
from cogs.polls.views.parts import lookup, visible_poll

PAGE_SIZE = 5


async def show_list(interaction: Interaction, shown: str, number: int, *, in_place: bool) -> None:
    t = interaction.client.speaker_for(interaction)
    page = await lookup(interaction).list_page(
        OPEN if shown == "open" else PAST, number, PAGE_SIZE, channels=visible_channels(interaction)
    )
    layout = cards.list_card(
        page.polls,
        t,
        shown=shown,
        number=page.number,
        pages=page.pages,
        jump=f"https://discord.com/channels/{interaction.client.guild.id}",
    )
    await (turn if in_place else show)(interaction, layout)


async def show_result(interaction: Interaction, poll_id: int) -> None:
    """Deferred: painting takes a moment."""
    await visible_poll(interaction, poll_id)
    closed = await lookup(interaction).get_closed(poll_id)
    await interaction.response.defer(ephemeral=True, thinking=True)
    layout, files = await cards.draw_result(closed, interaction.client.speaker_for(interaction))
    await interaction.followup.send(view=layout, files=files, ephemeral=True)


class PollSource:
    """What search finds of polls: the results that every member may see."""

    prefix = PREFIX

    def __init__(self, bot: CommunityBot, service: PollService) -> None:
        self._bot = bot
        self._service = service

    async def documents(self) -> AsyncIterator[Document]:
        for closed in await self._service.lookup.list_closed():
            if is_public(self._bot, closed.poll.channel_id):
                yield document_of(closed.poll)

    async def open(self, interaction: discord.Interaction[CommunityBot], ref: str) -> None:
        await show_result(interaction, int(ref.partition(":")[2]))


class FilterSelect(Dynamic, template=r"polls:filter:"):
    async def act(self, interaction: Interaction) -> None:
        await show_list(interaction, picked(interaction)[0], 0, in_place=True)


class PageButton(Dynamic, template=r"polls:page:(?P<shown>open|past):(?P<number>-?\d+)"):
    async def act(self, interaction: Interaction) -> None:
        await show_list(interaction, self.ids["shown"], int(self.ids["number"]), in_place=True)


class ResultButton(Dynamic, template=r"polls:result:(?P<poll_id>\d+)"):
    async def act(self, interaction: Interaction) -> None:
        await show_result(interaction, int(self.ids["poll_id"]))


class OpenersSelect(Dynamic, template=r"polls:openers:"):
    """Who may open polls: a part of the settings panel."""

    async def act(self, interaction: Interaction) -> None:
        require_configurer(interaction)
        await interaction.client.settings.change(poll_openers=picked(interaction)[0])
        t = interaction.client.speaker_for(interaction)
        openers = interaction.client.settings.community.poll_openers
        await turn(interaction, cards.openers_card(openers, t, saved=True))


DYNAMICS: tuple[type[Dynamic], ...] = (FilterSelect, PageButton, ResultButton, OpenersSelect)
