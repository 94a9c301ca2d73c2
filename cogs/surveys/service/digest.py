"""Results of surveys, and surveys one may still answer, for digests."""

from __future__ import annotations

from datetime import datetime

from bot.registry import DigestItem
from bot.storage.settings import Settings
from cogs.surveys.models import Status, Survey
from cogs.surveys.storage import SurveyStorage

MOST_LOOKED_AT = 100


class _SurveyNews:
    kind: str
    status: Status

    def __init__(self, storage: SurveyStorage, settings: Settings) -> None:
        self._storage = storage
        self._settings = settings

    def knows(self, ref: str) -> bool:
        return ref.startswith(f"surveys:{self.kind}:")

    async def stands(self, ref: str) -> bool:
        survey = await self._storage.find_survey(int(ref.removeprefix(f"surveys:{self.kind}:")))
        return survey is not None and survey.status is self.status

    async def items(self, since: datetime, until: datetime) -> list[DigestItem]:
        surveys = await self._storage.list_surveys((self.status,), limit=MOST_LOOKED_AT)
        found = [self._item(survey) for survey in surveys if not survey.withheld]
        return sorted(
            (item for item in found if since <= item.published_at < until), key=lambda item: item.published_at
        )

    def _item(self, survey: Survey) -> DigestItem:
        """The community's own, in nobody's name: it may leave Discord."""
        over = self.status is Status.CLOSED
        questionnaire, language = survey.questionnaire, self._settings.community.language
        return DigestItem(
            ref=f"surveys:{self.kind}:{survey.survey_id}",
            title=questionnaire.title.in_language(language),
            summary="" if over else questionnaire.introduction.in_language(language),
            published_at=(survey.closed_at or survey.closes_at) if over else survey.opened_at,
            channel_id=survey.channel_id,
            message_id=survey.result_message_id if over else survey.message_id,
            leaves_discord=True,
        )


class SurveyResults(_SurveyNews):
    """A `DigestSource`: each result once, when it is published."""

    section, order = "results", 30
    kind, status = "result", Status.CLOSED


class OpenSurveys(_SurveyNews):
    """A `DigestSource`: each survey once, while it is open; never a word about who answers."""

    section, order = "open", 40
    kind, status = "open", Status.OPEN
