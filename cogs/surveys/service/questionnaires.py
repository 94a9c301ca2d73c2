"""The questionnaires that can be put: the shipped ones, and those that moderators bring."""

from __future__ import annotations

from bot.clock import Clock
from cogs.surveys.models import SHIPPED, FileUnfit, Questionnaire, QuestionnaireNotFound, shipped_text
from cogs.surveys.storage import SurveyStorage

LARGEST = 200_000


class QuestionnaireService:
    def __init__(self, storage: SurveyStorage, clock: Clock) -> None:
        self._storage = storage
        self._clock = clock

    async def resume(self) -> None:
        """The shipped ones, as this version ships them."""
        for key in SHIPPED:
            await self._storage.add_questionnaire(shipped_text(key), imported_by=None, now=self._clock.now())

    async def bring_in(self, content: bytes, imported_by: int) -> tuple[int, Questionnaire]:
        """Raises FileUnfit, BadQuestionnaire."""
        if len(content) > LARGEST:
            raise FileUnfit
        try:
            text = content.decode("utf-8-sig")
        except UnicodeDecodeError:
            raise FileUnfit from None
        number = await self._storage.add_questionnaire(text, imported_by=imported_by, now=self._clock.now())
        return number, await self.get(number)

    async def get(self, questionnaire_id: int) -> Questionnaire:
        """Raises QuestionnaireNotFound."""
        questionnaire = await self._storage.find_questionnaire(questionnaire_id)
        if questionnaire is None:
            raise QuestionnaireNotFound
        return questionnaire

    async def get_toml(self, questionnaire_id: int) -> str:
        """As it was written. Raises QuestionnaireNotFound."""
        toml = await self._storage.find_toml(questionnaire_id)
        if toml is None:
            raise QuestionnaireNotFound
        return toml

    async def list_all(self) -> list[tuple[int, Questionnaire]]:
        return await self._storage.list_questionnaires()
