"""Lists and results, a question at a time, and over the waves."""

from __future__ import annotations

from collections.abc import AsyncIterator

import discord

from bot.client import CommunityBot
from bot.screen.sight import is_public
from bot.screen.ui import Dynamic, Interaction, picked, show, turn
from bot.text.search_models import Document
from cogs.surveys import cards
from cogs.surveys.models import Kind, Question, Status, SurveyNotFound, SurveyNotOpen
from cogs.surveys.service import PREFIX, SurveyService, document_of
from cogs.surveys.views.parts import surveys, texts, visible_survey, visible_surveys


async def show_list(interaction: Interaction, shown: str, *, in_place: bool) -> None:
    listed = await visible_surveys(interaction, over=shown == "past")
    layout = cards.list_card(listed, interaction.client.speaker_for(interaction), shown=shown)
    await (turn if in_place else show)(interaction, layout)


async def show_results(interaction: Interaction, survey_id: int) -> None:
    survey = await visible_survey(interaction, survey_id)
    if survey.status is not Status.CLOSED:
        raise SurveyNotOpen(survey.status)
    await interaction.response.defer(ephemeral=True, thinking=True)
    published = await surveys(interaction).lookup.get_published(survey_id)
    layout, files = await cards.draw_result(survey, published, interaction.client.speaker_for(interaction))
    await interaction.followup.send(view=layout, files=files, ephemeral=True)


async def show_trend(interaction: Interaction, survey_id: int, question_id: str | None) -> None:
    """The first closed question, where none is chosen."""
    survey = await visible_survey(interaction, survey_id)
    question = _question(survey.questionnaire.questions, question_id, survey.questionnaire.profile)
    await interaction.response.defer(ephemeral=True, thinking=True)
    waves = await surveys(interaction).lookup.list_waves(survey.questionnaire.key)
    layout, files = await cards.trend_card(waves, question, interaction.client.speaker_for(interaction), survey)
    await interaction.followup.send(view=layout, files=files, ephemeral=True)


def _question(questions: tuple[Question, ...], question_id: str | None, profile: str | None) -> Question:
    for question in questions:
        if question.id == question_id or (
            question_id is None and question.id != profile and question.kind not in {Kind.OPEN, Kind.RANKING}
        ):
            return question
    raise SurveyNotFound


class SurveySource:
    """What search finds of surveys: the results that every member may see."""

    prefix = PREFIX

    def __init__(self, bot: CommunityBot, service: SurveyService) -> None:
        self._bot = bot
        self._service = service

    async def documents(self) -> AsyncIterator[Document]:
        for survey in await self._service.lookup.list_closed():
            if not survey.withheld and is_public(self._bot, survey.channel_id):
                yield document_of(survey)

    async def open(self, interaction: discord.Interaction[CommunityBot], ref: str) -> None:
        await show_results(interaction, int(ref.partition(":")[2]))


class FilterSelect(Dynamic, template=r"surveys:filter:"):
    async def act(self, interaction: Interaction) -> None:
        await show_list(interaction, picked(interaction)[0], in_place=True)


class ResultsButton(Dynamic, template=r"surveys:results:(?P<survey_id>\d+)"):
    async def act(self, interaction: Interaction) -> None:
        await show_results(interaction, int(self.ids["survey_id"]))


class QuestionSelect(Dynamic, template=r"surveys:question:(?P<survey_id>\d+)"):
    async def act(self, interaction: Interaction) -> None:
        survey = await visible_survey(interaction, int(self.ids["survey_id"]))
        published = await surveys(interaction).lookup.get_published(survey.survey_id)
        question = _question(survey.questionnaire.questions, picked(interaction)[0], None)
        if published is None:
            raise SurveyNotFound
        await interaction.response.defer(ephemeral=True, thinking=True)
        layout, files = await cards.draw_question(published, question, interaction.client.speaker_for(interaction))
        await interaction.followup.send(view=layout, files=files, ephemeral=True)


class TrendButton(Dynamic, template=r"surveys:trend:(?P<survey_id>\d+)"):
    async def act(self, interaction: Interaction) -> None:
        await show_trend(interaction, int(self.ids["survey_id"]), None)


class TrendSelect(Dynamic, template=r"surveys:trend-question:(?P<survey_id>\d+)"):
    async def act(self, interaction: Interaction) -> None:
        await show_trend(interaction, int(self.ids["survey_id"]), picked(interaction)[0])


class TextsButton(Dynamic, template=r"surveys:texts:(?P<survey_id>\d+):(?P<page>-?\d+)"):
    async def act(self, interaction: Interaction) -> None:
        survey_id = int(self.ids["survey_id"])
        survey = await visible_survey(interaction, survey_id)
        listed = await texts(interaction).list_published(survey_id)
        t = interaction.client.speaker_for(interaction)
        await turn(interaction, cards.published_texts_card(survey, listed, t, page=int(self.ids["page"])))


DYNAMICS: tuple[type[Dynamic], ...] = (
    FilterSelect,
    ResultsButton,
    QuestionSelect,
    TrendButton,
    TrendSelect,
    TextsButton,
)
