"""Finding surveys again, and what the others may know of their results."""

from __future__ import annotations

from datetime import datetime

from bot.registry import AskedBefore, Due, PublishedResult
from bot.storage.settings import Settings
from bot.text.search_models import Document
from cogs.surveys.models import Layout, Published, Status, Survey, SurveyNotFound
from cogs.surveys.storage import SurveyStorage

OPEN = (Status.OPEN, Status.SUSPENDED)
MOST_LISTED, MOST_INDEXED = 25, 10_000
PREFIX = "survey"


def document_of(survey: Survey) -> Document:
    """What search keeps of a result: its title and its questions."""
    questionnaire = survey.questionnaire
    return Document(
        ref=f"{PREFIX}:{survey.survey_id}",
        kind=PREFIX,
        title=questionnaire.title.first,
        summary=questionnaire.introduction.first,
        body="\n".join(question.text.first for question in questionnaire.questions),
        facets={},
        published_at=survey.closed_at or survey.closes_at,
    )


class SurveyLookup:
    """Also the `ResultSource` of surveys."""

    feature = "surveys"

    def __init__(self, storage: SurveyStorage, settings: Settings) -> None:
        self._storage = storage
        self._settings = settings

    async def get(self, survey_id: int) -> Survey:
        """Raises SurveyNotFound."""
        survey = await self._storage.find_survey(survey_id)
        if survey is None:
            raise SurveyNotFound
        return survey

    async def list_surveys(self, *, over: bool) -> list[Survey]:
        return await self._storage.list_surveys((Status.CLOSED,) if over else OPEN, limit=MOST_LISTED)

    async def list_closed(self) -> list[Survey]:
        """Every one, for search."""
        return await self._storage.list_surveys([Status.CLOSED], limit=MOST_INDEXED)

    async def list_asked_since(self, moment: datetime) -> list[AskedBefore]:
        """Every question of what was open then or later."""
        surveys = await self._storage.list_surveys([Status.OPEN, Status.SUSPENDED, Status.CLOSED], limit=MOST_LISTED)
        return [
            AskedBefore(survey.survey_id, question.text.first)
            for survey in surveys
            if (survey.closed_at or survey.closes_at) >= moment
            for question in survey.questionnaire.questions
        ]

    async def list_due(self, most: int) -> list[Due]:
        """The surveys that close next."""
        surveys = await self._storage.list_surveys([Status.OPEN], limit=MOST_LISTED)
        soonest = sorted(surveys, key=lambda survey: survey.closes_at)
        language = self._settings.community.language
        return [
            Due("survey-closes", survey.questionnaire.title.in_language(language), survey.closes_at)
            for survey in soonest[:most]
        ]

    async def get_published(self, survey_id: int) -> Published | None:
        """None when nothing is. Raises SurveyNotFound."""
        survey = await self.get(survey_id)
        return await self._storage.find_published(survey, Layout.of(survey.questionnaire).counters)

    async def published(self, since: datetime, until: datetime) -> list[PublishedResult]:
        return [
            PublishedResult(
                feature=self.feature,
                number=survey.survey_id,
                title=survey.questionnaire.title.first,
                published_at=survey.closed_at or survey.closes_at,
                channel_id=survey.channel_id,
                message_id=survey.result_message_id,
            )
            for survey in reversed(await self._storage.list_surveys([Status.CLOSED], limit=1000))
            if not survey.withheld and since <= (survey.closed_at or survey.closes_at) < until
        ]

    async def list_waves(self, key: str) -> list[Published]:
        """Of one questionnaire, the oldest first."""
        closed = await self._storage.list_surveys([Status.CLOSED], limit=1000)
        surveys = [survey for survey in closed if survey.questionnaire.key == key]
        found = [await self.get_published(survey.survey_id) for survey in reversed(surveys)]
        return [published for published in found if published is not None]
