"""Reading, marking, changing and removing what is kept."""

from __future__ import annotations

import re
from collections.abc import AsyncIterator

import discord

from bot.client import CommunityBot
from bot.screen.ui import Dynamic, Form, Interaction, conclude, redraw, show, take_time, told_card, turn
from bot.text.search_models import Document
from cogs.links import cards
from cogs.links.service import PREFIX, LinkService, Typed
from cogs.links.views.parts import links, moderates, show_link, tag_namer


async def show_list(interaction: Interaction, number: int = 0, tag: str = "", *, in_place: bool = False) -> None:
    page = await links(interaction).list_page(number, tag)
    t = interaction.client.speaker_for(interaction)
    await (turn if in_place else show)(interaction, cards.list_card(page, t, tag_namer(interaction), tag=tag))


async def show_later(interaction: Interaction, number: int = 0, *, in_place: bool = False) -> None:
    page = await links(interaction).list_later(interaction.user.id, number)
    await (turn if in_place else show)(interaction, cards.later_card(page, interaction.client.speaker_for(interaction)))


async def open_edit_form(interaction: Interaction, link_id: int) -> None:
    user_id, moderator = interaction.user.id, moderates(interaction)
    link = await links(interaction).require_may_edit(link_id, user_id, moderator=moderator)
    whole = moderator or link.is_first_sharer(user_id)
    t = interaction.client.speaker_for(interaction)
    await interaction.response.send_modal(cards.edit_form(link, user_id, t, tag_namer(interaction), whole=whole))


async def ask_removal(interaction: Interaction, link_id: int, *, in_place: bool) -> None:
    link = await links(interaction).require_may_edit(link_id, interaction.user.id, moderator=moderates(interaction))
    t = interaction.client.speaker_for(interaction)
    others = any(share.user_id != interaction.user.id for share in link.shares)
    mine = link.share_of(interaction.user.id) is not None
    layout = cards.removal_card(link, t, only_mine=mine and others)
    await (turn if in_place else show)(interaction, layout)


class LinkSource:
    """What search finds among links, and opens."""

    prefix = PREFIX

    def __init__(self, service: LinkService) -> None:
        self._service = service

    def documents(self) -> AsyncIterator[Document]:
        return self._service.documents()

    async def open(self, interaction: discord.Interaction[CommunityBot], ref: str) -> None:
        await show_link(interaction, await self._service.get_public(int(ref.partition(":")[2])), in_place=False)


class _LinkItem(Dynamic, template=r"never"):
    @property
    def link_id(self) -> int:
        return int(self.ids["link_id"])


class ShowButton(_LinkItem, template=r"links:show:(?P<link_id>\d+)"):
    async def act(self, interaction: Interaction) -> None:
        await show_link(interaction, await links(interaction).get_public(self.link_id), in_place=True)


class UsefulButton(_LinkItem, template=r"links:useful:(?P<link_id>\d+)"):
    """Counted once a member; a second press takes it back. The card shows the new number."""

    async def act(self, interaction: Interaction) -> None:
        link, marked = await links(interaction).toggle_useful(self.link_id, interaction.user.id)
        t = interaction.client.speaker_for(interaction)
        if interaction.message is not None and interaction.message.flags.ephemeral:
            await show_link(interaction, link, in_place=True)
        else:
            public = interaction.client.public_speaker
            name = interaction.client.thesaurus.name
            await redraw(interaction, cards.public_card(link, public, lambda key: name(key, public.language)))
        await show(interaction, told_card(t(f"links-useful-{'on' if marked else 'off'}")))


class LaterButton(_LinkItem, template=r"links:later:(?P<link_id>\d+)"):
    async def act(self, interaction: Interaction) -> None:
        saved = await links(interaction).toggle_later(self.link_id, interaction.user.id)
        t = interaction.client.speaker_for(interaction)
        await show(interaction, told_card(t(f"links-later-{'on' if saved else 'off'}")))


class DoneButton(_LinkItem, template=r"links:done:(?P<link_id>\d+)"):
    """Off the list; a second press on an old screen puts nothing back."""

    async def act(self, interaction: Interaction) -> None:
        await links(interaction).forget_later(self.link_id, interaction.user.id)
        await show_later(interaction, in_place=True)


class ListButton(Dynamic, template=r"links:list:(?P<number>-?\d+):(?P<tag>.{0,60})"):
    async def act(self, interaction: Interaction) -> None:
        await show_list(interaction, int(self.ids["number"]), self.ids["tag"], in_place=True)


class LaterListButton(Dynamic, template=r"links:later-list:(?P<number>-?\d+)"):
    async def act(self, interaction: Interaction) -> None:
        await show_later(interaction, int(self.ids["number"]), in_place=True)


class EditButton(_LinkItem, template=r"links:edit:(?P<link_id>\d+)"):
    async def act(self, interaction: Interaction) -> None:
        await open_edit_form(interaction, self.link_id)


class EditedForm(Form):
    template = re.compile(r"links:edited:(?P<link_id>\d+)")

    async def submitted(self, interaction: Interaction, ids: dict[str, str], values: dict[str, str], /) -> None:
        names = ("title", "description", "note", "tags")
        typed = Typed(**{name: values.get(name, "") for name in names})
        link = await links(interaction).edit(
            int(ids["link_id"]), interaction.user.id, typed, moderator=moderates(interaction)
        )
        await show_link(interaction, link, in_place=True)


class RemoveButton(_LinkItem, template=r"links:remove:(?P<link_id>\d+)"):
    """Asks first."""

    async def act(self, interaction: Interaction) -> None:
        await ask_removal(interaction, self.link_id, in_place=True)


class RemovedButton(_LinkItem, template=r"links:removed:(?P<link_id>\d+)"):
    async def act(self, interaction: Interaction) -> None:
        await take_time(interaction)
        gone = await links(interaction).remove(
            self.link_id, interaction.user.id, moderator=moderates(interaction)
        )  # fmt: skip
        t = interaction.client.speaker_for(interaction)
        await conclude(interaction, told_card(t("links-removed" if gone else "links-removed-mine")))


DYNAMICS: tuple[type[Dynamic], ...] = (
    ShowButton,
    UsefulButton,
    LaterButton,
    DoneButton,
    ListButton,
    LaterListButton,
    EditButton,
    RemoveButton,
    RemovedButton,
)
FORMS = (EditedForm(),)
