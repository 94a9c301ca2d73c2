"""Open texts between the closing and the decision: struck out, paraphrased, published sorted; or gone unread."""

from __future__ import annotations

from bot.storage.database import Transaction
from bot.text.tidy import tidy
from cogs.surveys.models import OpenText, SurveyNotFound
from cogs.surveys.storage import SurveyStorage


class TextService:
    def __init__(self, storage: SurveyStorage) -> None:
        self._storage = storage

    async def list_waiting(self, survey_id: int) -> list[OpenText]:
        return await self._storage.list_texts(survey_id, published=False)

    async def list_published(self, survey_id: int) -> list[OpenText]:
        return await self._storage.list_texts(survey_id, published=True)

    async def get(self, text_id: int) -> tuple[int, OpenText]:
        """With its survey's number. Raises SurveyNotFound once it is decided."""
        found = await self._storage.find_text(text_id)
        if found is None:
            raise SurveyNotFound
        return found

    async def strike(self, text_id: int) -> int:
        """Or not any more; its survey's number. Raises SurveyNotFound."""
        survey_id, text = await self.get(text_id)
        await self._storage.change_text(text_id, text=text.text, struck=not text.struck)
        return survey_id

    async def paraphrase(self, text_id: int, words: str) -> int:
        """Nothing left of it strikes it out. Raises SurveyNotFound."""
        survey_id, text = await self.get(text_id)
        written = tidy(words)
        await self._storage.change_text(text_id, text=written or text.text, struck=not written)
        return survey_id

    async def publish(self, transaction: Transaction, survey_id: int) -> None:
        await self._storage.publish_texts(transaction, survey_id)

    async def erase(self, transaction: Transaction, survey_id: int) -> None:
        await self._storage.delete_texts(transaction, survey_id)

    async def forget(self) -> None:
        """What was erased leaves the bytes of the database."""
        await self._storage.forget_deleted()
