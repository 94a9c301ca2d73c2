"""From an address to its publication: the preview and its buttons."""

from __future__ import annotations

import re
from collections.abc import Sequence

import discord

from bot.errors import UserError
from bot.screen.sight import may_see
from bot.screen.ui import Dynamic, Form, Interaction, conclude, picked, show, take_time, told_card, turn
from cogs.links import cards
from cogs.links.models import NO_SOURCE, Draft, Source, TooManyTags
from cogs.links.service import Door, Typed
from cogs.links.views.parts import (
    draft_layout,
    health,
    links,
    require_channel,
    sharing,
    show_link,
    tag_namer,
)

MOST_IN_A_MESSAGE = 25
_FIELDS = {"leaves": "leaves_discord", "name": "leaves_with_name"}


def door_of(interaction: Interaction, source: Source = NO_SOURCE) -> Door:
    """Published where it is asked for by a command, or else in the channel of links; without one, it is only found.

    A form was opened from the home message: its channel is for welcoming, not for links.
    """
    asked_here = interaction.guild_id is not None and interaction.type is discord.InteractionType.application_command
    here = interaction.channel_id if asked_here else None
    elsewhere = interaction.client.settings.community.links_channel_id
    for channel_id in filter(None, (here, elsewhere)):
        try:
            require_channel(interaction, channel_id)
        except UserError:
            continue
        return Door(interaction.user.id, channel_id, source if channel_id == here else NO_SOURCE)
    return Door(interaction.user.id)


async def share(interaction: Interaction, url: str, note: str = "", tags: str = "") -> None:
    """The link is kept before its page is asked."""
    await take_time(interaction)
    draft = await sharing(interaction).begin(door_of(interaction), url, note=note, tags=tags)
    await _preview(interaction, draft)


async def share_message(interaction: Interaction, source: Source, addresses: Sequence[str]) -> None:
    await take_time(interaction)
    drafts = await sharing(interaction).begin_all(door_of(interaction, source), addresses, MOST_IN_A_MESSAGE)
    if len(drafts) == 1:
        await _preview(interaction, drafts[0])
        return
    t = interaction.client.speaker_for(interaction)
    await show(interaction, cards.pick_card(drafts, t, more=len(addresses) - len(drafts)))


async def _preview(interaction: Interaction, draft: Draft) -> None:
    draft = await sharing(interaction).read(draft.draft_id, interaction.user.id)
    await turn(interaction, await draft_layout(interaction, draft))


async def open_share_form(interaction: Interaction) -> None:
    """From the home card."""
    await interaction.response.send_modal(cards.share_form(interaction.client.speaker_for(interaction)))


class NewForm(Form):
    template = re.compile(r"links:new:")

    async def submitted(self, interaction: Interaction, ids: dict[str, str], values: dict[str, str], /) -> None:  # noqa: ARG002
        await share(interaction, values.get("url", ""), values.get("note", ""), values.get("tags", ""))


class PickSelect(Dynamic, template=r"links:pick:"):
    async def act(self, interaction: Interaction) -> None:
        draft = await sharing(interaction).get(int(picked(interaction)[0]), interaction.user.id)
        await take_time(interaction)
        await _preview(interaction, draft)


class _DraftItem(Dynamic, template=r"never"):
    @property
    def draft_id(self) -> int:
        return int(self.ids["draft_id"])

    async def draft(self, interaction: Interaction) -> Draft:
        return await sharing(interaction).get(self.draft_id, interaction.user.id)


class WriteButton(_DraftItem, template=r"links:write:(?P<draft_id>\d+)"):
    async def act(self, interaction: Interaction) -> None:
        draft, t = await self.draft(interaction), interaction.client.speaker_for(interaction)
        await interaction.response.send_modal(cards.draft_form(draft, t, tag_namer(interaction)))


class WrittenForm(Form):
    template = re.compile(r"links:written:(?P<draft_id>\d+)")

    async def submitted(self, interaction: Interaction, ids: dict[str, str], values: dict[str, str], /) -> None:
        draft_id, user_id, problem = int(ids["draft_id"]), interaction.user.id, ""
        draft = await sharing(interaction).get(draft_id, user_id)
        typed = Typed(
            values.get("title", draft.about.title),
            values.get("description", draft.about.description),
            values.get("note", ""),
            values.get("tags", ""),
        )
        try:
            draft = await sharing(interaction).write(draft_id, user_id, typed)
        except TooManyTags as error:
            draft = await sharing(interaction).get(draft_id, user_id)
            problem = _said(interaction, error)
        await turn(interaction, await draft_layout(interaction, draft, problem))


class SwitchButton(_DraftItem, template=r"links:switch:(?P<draft_id>\d+):(?P<what>leaves|name)"):
    async def act(self, interaction: Interaction) -> None:
        field = _FIELDS[self.ids["what"]]
        draft = await sharing(interaction).permit(self.draft_id, interaction.user.id, field=field)
        await turn(interaction, await draft_layout(interaction, draft))


class RetryButton(_DraftItem, template=r"links:retry:(?P<draft_id>\d+)"):
    async def act(self, interaction: Interaction) -> None:
        draft = await self.draft(interaction)
        await take_time(interaction)
        await _preview(interaction, draft)


class PublishButton(_DraftItem, template=r"links:publish:(?P<draft_id>\d+)"):
    async def act(self, interaction: Interaction) -> None:
        draft = await self.draft(interaction)
        try:
            require_channel(interaction, draft.channel_id)
        except UserError as error:
            await turn(interaction, await draft_layout(interaction, draft, _said(interaction, error)))
            return
        known = await sharing(interaction).find_known(draft)
        quietly = known is not None and not _sees(interaction, known.channel_id)
        await take_time(interaction)
        published = await sharing(interaction).publish(draft.draft_id, interaction.user.id, quietly=quietly)
        await health(interaction).arm()
        t = interaction.client.speaker_for(interaction)
        where = None if published.again else draft.channel_id
        layout = cards.published_card(published.link, t, again=published.again, channel_id=where)
        await conclude(interaction, layout)


class DiscardButton(_DraftItem, template=r"links:discard:(?P<draft_id>\d+)"):
    async def act(self, interaction: Interaction) -> None:
        await sharing(interaction).discard(self.draft_id, interaction.user.id)
        t = interaction.client.speaker_for(interaction)
        await conclude(interaction, told_card(t("links-discarded")))


class PermitButton(Dynamic, template=r"links:permit:(?P<link_id>\d+):(?P<what>leaves|name)"):
    """Of what is published already."""

    async def act(self, interaction: Interaction) -> None:
        field = _FIELDS[self.ids["what"]]
        link = await links(interaction).permit(int(self.ids["link_id"]), interaction.user.id, field=field)
        await show_link(interaction, link, in_place=True)


def _sees(interaction: Interaction, channel_id: int | None) -> bool:
    """Whether this member may read where the link stands: nobody's name is put where they cannot look."""
    member = interaction.client.guild.get_member(interaction.user.id)
    return member is not None and may_see(interaction.client, channel_id or 0, member)


def _said(interaction: Interaction, error: UserError) -> str:
    return interaction.client.speaker_for(interaction)(error.key, **error.params)


DYNAMICS: tuple[type[Dynamic], ...] = (
    PickSelect,
    WriteButton,
    SwitchButton,
    RetryButton,
    PublishButton,
    DiscardButton,
    PermitButton,
)
FORMS = (NewForm(), WrittenForm())
