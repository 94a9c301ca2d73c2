"""The buttons and forms of the review desk, and the one that reports."""

from __future__ import annotations

import re

from bot.registry import Verdict
from bot.screen.checks import has_other_moderator, require_moderator
from bot.screen.ui import Dynamic, Form, Interaction, conclude, picked, redraw, show, turn
from cogs.review import cards
from cogs.review.models import ItemGone
from cogs.review.service import ReviewService

PAGE_SIZE = 5


def desk(interaction: Interaction) -> ReviewService:
    return interaction.client.registry.service(ReviewService)


async def show_list(interaction: Interaction, shown: str, number: int, *, in_place: bool) -> None:
    require_moderator(interaction)
    service, t = desk(interaction), interaction.client.speaker_for(interaction)
    page = await service.list_page(waiting=shown == "waiting", number=number, size=PAGE_SIZE)
    subjects = [await service.find_subject(item, t) for item in page.items]
    gone = [item for item, subject in zip(page.items, subjects, strict=True) if subject is None and item.choice is None]
    if gone:
        for item in gone:
            await service.drop(item)
        page = await service.list_page(waiting=True, number=number, size=PAGE_SIZE)
        subjects = [await service.find_subject(item, t) for item in page.items]
    titles = [subject.title if subject else t("review-untitled") for subject in subjects]
    await (turn if in_place else show)(interaction, cards.list_card(page, titles, t, shown=shown))


async def _decide(interaction: Interaction, review_id: int, choice: str, words: str) -> None:
    moderator = require_moderator(interaction)
    service, t = desk(interaction), interaction.client.speaker_for(interaction)
    item = await service.decide(
        review_id, Verdict(choice, words, moderator.id), alone=not await has_other_moderator(interaction)
    )
    subject = await service.find_subject(item, t)
    layout = cards.decided_card(item, subject.title if subject else "", t)
    on_the_card = interaction.message is not None and interaction.message.id == item.message_id
    if on_the_card and not interaction.response.is_done():
        await redraw(interaction, layout)
    else:
        await conclude(interaction, layout)


class DecideButton(Dynamic, template=r"review:decide:(?P<review_id>\d+):(?P<choice>[a-z-]+)"):
    async def act(self, interaction: Interaction) -> None:
        moderator = require_moderator(interaction)
        service, review_id = desk(interaction), int(self.ids["review_id"])
        item = await service.require_may_decide(
            review_id, moderator.id, alone=not await has_other_moderator(interaction)
        )
        if service.asks_for_words(item, self.ids["choice"]):
            t = interaction.client.speaker_for(interaction)
            await interaction.response.send_modal(cards.words_form(review_id, self.ids["choice"], t))
            return
        await _decide(interaction, review_id, self.ids["choice"], "")


class WordsForm(Form):
    template = re.compile(r"review:words:(?P<review_id>\d+):(?P<choice>[a-z-]+)")

    async def submitted(self, interaction: Interaction, ids: dict[str, str], values: dict[str, str], /) -> None:
        await _decide(interaction, int(ids["review_id"]), ids["choice"], values.get("words", ""))


class OpenButton(Dynamic, template=r"review:open:(?P<review_id>\d+)"):
    async def act(self, interaction: Interaction) -> None:
        require_moderator(interaction)
        service, t = desk(interaction), interaction.client.speaker_for(interaction)
        item = await service.get_item(int(self.ids["review_id"]))
        subject = await service.find_subject(item, t)
        if item.choice is not None:
            await show(interaction, cards.decided_card(item, subject.title if subject else "", t))
            return
        if subject is None:
            await service.drop(item)
            raise ItemGone
        await show(interaction, cards.waiting_card(item, subject, service.kind(item.kind).choices, t))


class FilterSelect(Dynamic, template=r"review:filter:"):
    async def act(self, interaction: Interaction) -> None:
        await show_list(interaction, picked(interaction)[0], 0, in_place=True)


class PageButton(Dynamic, template=r"review:page:(?P<shown>waiting|decided):(?P<number>-?\d+)"):
    async def act(self, interaction: Interaction) -> None:
        await show_list(interaction, self.ids["shown"], int(self.ids["number"]), in_place=True)


class ReportButton(Dynamic, template=r"review:report:(?P<ref>[a-z]+:\d+)"):
    """On every public item of every feature."""

    async def act(self, interaction: Interaction) -> None:
        t = interaction.client.speaker_for(interaction)
        await interaction.response.send_modal(cards.report_form(self.ids["ref"], t))


class ReportForm(Form):
    template = re.compile(r"review:report-form:(?P<ref>[a-z]+:\d+)")

    async def submitted(self, interaction: Interaction, ids: dict[str, str], values: dict[str, str], /) -> None:
        t = interaction.client.speaker_for(interaction)
        await desk(interaction).report(ids["ref"], interaction.user.id, values.get("reason", ""), t)
        await conclude(interaction, cards.reported_card(t))


DYNAMICS: tuple[type[Dynamic], ...] = (DecideButton, OpenButton, FilterSelect, PageButton, ReportButton)
FORMS = (WordsForm(), ReportForm())
