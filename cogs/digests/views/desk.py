"""What moderators press on a draft. Each press answers with the draft as it is then."""

from __future__ import annotations

import re

from bot.screen.checks import require_can_post, require_moderator
from bot.screen.ui import Dynamic, Form, Interaction, picked, redraw, show, told_card, turn
from cogs.digests import cards
from cogs.digests.models import IssueChanged
from cogs.digests.views.parts import issues, sheet_card


async def _redraw(interaction: Interaction, issue_id: int, page: int = 0) -> None:
    await redraw(interaction, await sheet_card(interaction, issue_id, page))


class PageButton(Dynamic, template=r"digests:page:(?P<issue_id>\d+):(?P<page>-?\d+)"):
    async def act(self, interaction: Interaction) -> None:
        require_moderator(interaction)
        await _redraw(interaction, int(self.ids["issue_id"]), int(self.ids["page"]))


class ShowButton(Dynamic, template=r"digests:show:(?P<issue_id>\d+)"):
    async def act(self, interaction: Interaction) -> None:
        require_moderator(interaction)
        await turn(interaction, await sheet_card(interaction, int(self.ids["issue_id"])))


class ApproveButton(Dynamic, template=r"digests:approve:(?P<issue_id>\d+):(?P<revision>\d+)"):
    async def act(self, interaction: Interaction) -> None:
        moderator = require_moderator(interaction)
        issue_id = int(self.ids["issue_id"])
        issue = await issues(interaction).get(issue_id)
        require_can_post(interaction, issue.channel_id)
        try:
            await issues(interaction).approve(issue_id, int(self.ids["revision"]), moderator.id)
        except IssueChanged as changed:
            await _redraw(interaction, issue_id)
            await show(interaction, told_card(interaction.client.speaker_for(interaction)(changed.key)))
            return
        await _redraw(interaction, issue_id)


class IntroduceButton(Dynamic, template=r"digests:introduce:(?P<issue_id>\d+)"):
    async def act(self, interaction: Interaction) -> None:
        require_moderator(interaction)
        issue = await issues(interaction).get(int(self.ids["issue_id"]))
        t = interaction.client.speaker_for(interaction)
        await interaction.response.send_modal(cards.introduction_form(issue, t))


class IntroductionForm(Form):
    template = re.compile(r"digests:introduced:(?P<issue_id>\d+)")

    async def submitted(self, interaction: Interaction, ids: dict[str, str], values: dict[str, str], /) -> None:
        require_moderator(interaction)
        await issues(interaction).edit_introduction(int(ids["issue_id"]), values.get("introduction", ""))
        await _redraw(interaction, int(ids["issue_id"]))


class PostponeButton(Dynamic, template=r"digests:postpone:(?P<issue_id>\d+)"):
    async def act(self, interaction: Interaction) -> None:
        require_moderator(interaction)
        issue = await issues(interaction).get(int(self.ids["issue_id"]))
        t = interaction.client.speaker_for(interaction)
        await interaction.response.send_modal(cards.postpone_form(issue, t))


class PostponeForm(Form):
    template = re.compile(r"digests:postponed:(?P<issue_id>\d+)")

    async def submitted(self, interaction: Interaction, ids: dict[str, str], values: dict[str, str], /) -> None:
        require_moderator(interaction)
        await issues(interaction).postpone(int(ids["issue_id"]), values.get("when", ""))
        await _redraw(interaction, int(ids["issue_id"]))


class SkipButton(Dynamic, template=r"digests:skip:(?P<issue_id>\d+)"):
    async def act(self, interaction: Interaction) -> None:
        require_moderator(interaction)
        await issues(interaction).skip(int(self.ids["issue_id"]))
        await _redraw(interaction, int(self.ids["issue_id"]))


class FreshButton(Dynamic, template=r"digests:fresh:(?P<issue_id>\d+)"):
    async def act(self, interaction: Interaction) -> None:
        require_moderator(interaction)
        issue_id = int(self.ids["issue_id"])
        added = await issues(interaction).add_fresh(issue_id)
        await _redraw(interaction, issue_id)
        if not added:
            t = interaction.client.speaker_for(interaction)
            await show(interaction, told_card(t("digests-nothing-fresh")))


class MailButton(Dynamic, template=r"digests:mail:(?P<issue_id>\d+)"):
    async def act(self, interaction: Interaction) -> None:
        require_moderator(interaction)
        sheet = await issues(interaction).get_sheet(int(self.ids["issue_id"]))
        mail = cards.mail_of(sheet.letter, interaction.client.public_speaker)
        left_out = sum(not item.leaves_discord for item in sheet.letter.items)
        t = interaction.client.speaker_for(interaction)
        await show(interaction, cards.mail_card(mail, left_out, t), mail.files())


# Items, in a private answer beside the draft.


async def _show_items(interaction: Interaction, issue_id: int, page: int) -> None:
    require_moderator(interaction)
    issue, items = await issues(interaction).get(issue_id), await issues(interaction).list_items(issue_id)
    await turn(interaction, cards.items_card(issue, items, interaction.client.speaker_for(interaction), page=page))


async def _show_item(interaction: Interaction, issue_id: int, place: int) -> None:
    issue, items = await issues(interaction).get(issue_id), await issues(interaction).list_items(issue_id)
    if place >= len(items):
        raise IssueChanged
    t = interaction.client.speaker_for(interaction)
    await turn(interaction, cards.item_card(issue, place, items[place], t))


class ItemsButton(Dynamic, template=r"digests:items:(?P<issue_id>\d+):(?P<page>-?\d+)"):
    async def act(self, interaction: Interaction) -> None:
        await _show_items(interaction, int(self.ids["issue_id"]), int(self.ids["page"]))


class ItemSelect(Dynamic, template=r"digests:item:(?P<issue_id>\d+)"):
    async def act(self, interaction: Interaction) -> None:
        require_moderator(interaction)
        await _show_item(interaction, int(self.ids["issue_id"]), int(picked(interaction)[0]))


class RemoveButton(Dynamic, template=r"digests:(?P<what>remove|restore):(?P<issue_id>\d+):(?P<place>\d+)"):
    async def act(self, interaction: Interaction) -> None:
        require_moderator(interaction)
        issue_id, place = int(self.ids["issue_id"]), int(self.ids["place"])
        await issues(interaction).set_removed(issue_id, place, removed=self.ids["what"] == "remove")
        await _show_item(interaction, issue_id, place)


class MoveButton(Dynamic, template=r"digests:move:(?P<issue_id>\d+):(?P<place>\d+):(?P<way>up|down)"):
    async def act(self, interaction: Interaction) -> None:
        require_moderator(interaction)
        issue_id, step = int(self.ids["issue_id"]), -1 if self.ids["way"] == "up" else 1
        place = await issues(interaction).move(issue_id, int(self.ids["place"]), step)
        await _show_item(interaction, issue_id, place)


DYNAMICS: tuple[type[Dynamic], ...] = (
    PageButton,
    ShowButton,
    ApproveButton,
    IntroduceButton,
    PostponeButton,
    SkipButton,
    FreshButton,
    MailButton,
    ItemsButton,
    ItemSelect,
    RemoveButton,
    MoveButton,
)
FORMS = (IntroductionForm(), PostponeForm())
