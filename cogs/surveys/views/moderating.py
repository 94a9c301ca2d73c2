"""What moderators press: questionnaires, launching, ending, the open texts. And subscribing, for everybody."""

from __future__ import annotations

import io
import re

import discord

from bot.screen.checks import electorate_of, has_other_moderator, require_can_post, require_moderator
from bot.screen.ui import Dynamic, Form, Interaction, conclude, picked, redraw, show, told_card, turn
from cogs.surveys import cards
from cogs.surveys.models import EXAMPLE, shipped_text
from cogs.surveys.views.answering import rehearse
from cogs.surveys.views.parts import invitations, questionnaires, second, surveys, texts


async def show_questionnaires(interaction: Interaction) -> None:
    require_moderator(interaction)
    listed = await questionnaires(interaction).list_all()
    await show(interaction, cards.questionnaires_card(listed, interaction.client.speaker_for(interaction)))


async def _look(interaction: Interaction, number: int) -> None:
    require_moderator(interaction)
    questionnaire = await questionnaires(interaction).get(number)
    await show(interaction, cards.preview_card(number, questionnaire, interaction.client.speaker_for(interaction)))


async def _send_file(interaction: Interaction, name: str, toml: str) -> None:
    t = interaction.client.speaker_for(interaction)
    files = [discord.File(io.BytesIO(toml.encode()), name)]
    layout = cards.told_file_card(t("surveys-file-hint"), name)
    await interaction.response.send_message(view=layout, files=files, ephemeral=True)


class LookSelect(Dynamic, template=r"surveys:look:"):
    async def act(self, interaction: Interaction) -> None:
        await _look(interaction, int(picked(interaction)[0]))


class LookButton(Dynamic, template=r"surveys:look-at:(?P<number>\d+)"):
    async def act(self, interaction: Interaction) -> None:
        await _look(interaction, int(self.ids["number"]))


class TryButton(Dynamic, template=r"surveys:try:(?P<number>\d+)"):
    async def act(self, interaction: Interaction) -> None:
        await rehearse(interaction, int(self.ids["number"]))


class FileButton(Dynamic, template=r"surveys:file:(?P<number>\d+)"):
    async def act(self, interaction: Interaction) -> None:
        require_moderator(interaction)
        toml = await questionnaires(interaction).get_toml(int(self.ids["number"]))
        await _send_file(interaction, f"questionnaire-{self.ids['number']}.toml", toml)


class ExampleButton(Dynamic, template=r"surveys:example:"):
    async def act(self, interaction: Interaction) -> None:
        await _send_file(interaction, "exemple.toml", shipped_text(EXAMPLE))


class ConfirmLaunchButton(Dynamic, template=r"surveys:confirm-launch:(?P<request_id>\d+)"):
    async def act(self, interaction: Interaction) -> None:
        moderator = require_moderator(interaction)
        request = await second(interaction).get_request(int(self.ids["request_id"]))
        require_can_post(interaction, request.channel_id)
        electorate = await electorate_of(interaction, request.role_id)
        survey = await second(interaction).confirm(request.request_id, moderator.id, electorate)
        t = interaction.client.public_speaker
        await redraw(interaction, told_card(t("surveys-launched", channel=f"<#{survey.channel_id}>")))


class RefuseLaunchButton(Dynamic, template=r"surveys:refuse-launch:(?P<request_id>\d+)"):
    async def act(self, interaction: Interaction) -> None:
        require_moderator(interaction)
        await second(interaction).refuse(int(self.ids["request_id"]))
        t = interaction.client.public_speaker
        await redraw(interaction, told_card(t("surveys-launch-refused", who=interaction.user.mention)))


class ConfirmCloseButton(Dynamic, template=r"surveys:confirm-close:(?P<request_id>\d+)"):
    async def act(self, interaction: Interaction) -> None:
        moderator = require_moderator(interaction)
        await interaction.response.defer()
        await second(interaction).confirm_closing(int(self.ids["request_id"]), moderator.id)
        await redraw(interaction, told_card(interaction.client.public_speaker("surveys-closed")))


class RefuseCloseButton(Dynamic, template=r"surveys:refuse-close:(?P<request_id>\d+)"):
    async def act(self, interaction: Interaction) -> None:
        require_moderator(interaction)
        await second(interaction).refuse_closing(int(self.ids["request_id"]))
        await redraw(interaction, told_card(interaction.client.public_speaker("surveys-left-open")))


class CloseButton(Dynamic, template=r"surveys:close:(?P<survey_id>\d+)"):
    """At once for a moderator who is alone; otherwise another one is asked."""

    async def act(self, interaction: Interaction) -> None:
        require_moderator(interaction)
        if await has_other_moderator(interaction):
            await second(interaction).ask_to_close(int(self.ids["survey_id"]), interaction.user.id)
            t = interaction.client.speaker_for(interaction)
            await turn(interaction, told_card(t("surveys-second-asked")))
            return
        await interaction.response.defer()
        await surveys(interaction).close(int(self.ids["survey_id"]))
        await conclude(interaction, told_card(interaction.client.speaker_for(interaction)("surveys-closed")))


class CancelButton(Dynamic, template=r"surveys:cancel:(?P<survey_id>\d+)"):
    async def act(self, interaction: Interaction) -> None:
        require_moderator(interaction)
        await surveys(interaction).cancel(int(self.ids["survey_id"]))
        await conclude(interaction, told_card(interaction.client.speaker_for(interaction)("surveys-cancelled")))


class LeaveButton(Dynamic, template=r"surveys:leave:"):
    async def act(self, interaction: Interaction) -> None:
        await turn(interaction, told_card(interaction.client.speaker_for(interaction)("surveys-left-open")))


class SubscribeButton(Dynamic, template=r"surveys:subscribe:"):
    async def act(self, interaction: Interaction) -> None:
        await toggle_subscription(interaction)


async def toggle_subscription(interaction: Interaction) -> None:
    subscribed = await invitations(interaction).toggle(interaction.user.id)
    t = interaction.client.speaker_for(interaction)
    await show(interaction, told_card(t("surveys-subscribed" if subscribed else "surveys-unsubscribed")))


# Open texts.


async def _show_texts(interaction: Interaction, survey_id: int, page: int) -> None:
    require_moderator(interaction)
    survey = await surveys(interaction).lookup.get(survey_id)
    waiting = await texts(interaction).list_waiting(survey_id)
    layout = cards.texts_card(survey, waiting, interaction.client.speaker_for(interaction), page=page)
    await turn(interaction, layout)


class ReviewTextsButton(Dynamic, template=r"surveys:review-texts:(?P<survey_id>\d+):(?P<page>-?\d+)"):
    async def act(self, interaction: Interaction) -> None:
        await _show_texts(interaction, int(self.ids["survey_id"]), int(self.ids["page"]))


class StrikeButton(Dynamic, template=r"surveys:strike:(?P<text_id>\d+):(?P<page>\d+)"):
    async def act(self, interaction: Interaction) -> None:
        require_moderator(interaction)
        survey_id = await texts(interaction).strike(int(self.ids["text_id"]))
        await _show_texts(interaction, survey_id, int(self.ids["page"]))


class ParaphraseButton(Dynamic, template=r"surveys:paraphrase:(?P<text_id>\d+):(?P<page>\d+)"):
    async def act(self, interaction: Interaction) -> None:
        require_moderator(interaction)
        _, text = await texts(interaction).get(int(self.ids["text_id"]))
        t = interaction.client.speaker_for(interaction)
        await interaction.response.send_modal(cards.paraphrase_form(text, int(self.ids["page"]), t))


class ParaphraseForm(Form):
    template = re.compile(r"surveys:paraphrased:(?P<text_id>\d+):(?P<page>\d+)")

    async def submitted(self, interaction: Interaction, ids: dict[str, str], values: dict[str, str], /) -> None:
        require_moderator(interaction)
        survey_id = await texts(interaction).paraphrase(int(ids["text_id"]), values.get("words", ""))
        await _show_texts(interaction, survey_id, int(ids["page"]))


DYNAMICS: tuple[type[Dynamic], ...] = (
    LookSelect,
    LookButton,
    TryButton,
    FileButton,
    ExampleButton,
    ConfirmLaunchButton,
    RefuseLaunchButton,
    ConfirmCloseButton,
    RefuseCloseButton,
    CloseButton,
    CancelButton,
    LeaveButton,
    SubscribeButton,
    ReviewTextsButton,
    StrikeButton,
    ParaphraseButton,
)
FORMS = (ParaphraseForm(),)
