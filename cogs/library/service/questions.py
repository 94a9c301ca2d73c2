"""A reader asks, the author answers: the bot carries both, and says neither who nor where."""

from __future__ import annotations

from bot.clock import Clock
from bot.posting.notices import Notices
from bot.posting.outbox import Outbox
from bot.registry import ReviewDesk
from bot.storage.database import Transaction
from bot.text.tidy import tidy
from cogs.library.models import MOST_QUESTIONS, BadContent, Question, QuestionGone, TooManyQuestions
from cogs.library.service.entries import EntryService
from cogs.library.storage import EntryStorage

ASKED, ANSWERED = "library:asked", "library:answered"
QUESTION = "library-question"
LONGEST = 1000


class QuestionService:
    def __init__(
        self,
        storage: EntryStorage,
        entries: EntryService,
        notices: Notices,
        desk: ReviewDesk,
        outbox: Outbox,
        *,
        clock: Clock,
    ) -> None:
        self._storage = storage
        self._entries = entries
        self._notices = notices
        self._desk = desk
        self._outbox = outbox
        self._clock = clock

    async def ask(self, entry_id: int, asked_by: int, text: str) -> None:
        """To the author; for an entry without a name, to the moderators. Raises EntryGone, BadContent,
        TooManyQuestions.
        """
        shown, words = await self._entries.get_public(entry_id), tidy(text)[:LONGEST]
        if not words:
            raise BadContent("library-empty-question")
        async with self._storage.transaction() as transaction:
            if await self._storage.count_questions_of(transaction, asked_by) >= MOST_QUESTIONS:
                raise TooManyQuestions
            question = Question(0, entry_id, asked_by, words, self._clock.now())
            question_id = await self._storage.add_question(transaction, question)
            author_id = shown.entry.author_id
            if author_id is None:
                await self._desk.submit(transaction, kind=QUESTION, ref=f"{question_id}", author_id=None)
            else:
                ref = {"question_id": question_id}
                await self._notices.add(transaction, user_id=author_id, kind=ASKED, ref=ref)
        self._outbox.wake()

    async def get(self, question_id: int) -> Question:
        """Raises QuestionGone once it is answered."""
        question = await self._storage.find_question(question_id)
        if question is None or question.answer is not None:
            raise QuestionGone
        return question

    async def get_answered(self, question_id: int) -> Question | None:
        return await self._storage.find_question(question_id)

    async def answer(self, question_id: int, user_id: int, text: str) -> None:
        """By the entry's author. Raises QuestionGone, BadContent."""
        question = await self.get(question_id)
        entry = await self._entries.get_entry(question.entry_id)
        if entry.author_id != user_id:
            raise QuestionGone
        async with self._storage.transaction() as transaction:
            await self.answer_in(transaction, question_id, text)
        self._outbox.wake()

    async def answer_in(self, transaction: Transaction, question_id: int, text: str) -> None:
        """Raises QuestionGone, BadContent."""
        question, words = await self.get(question_id), tidy(text)[:LONGEST]
        if not words:
            raise BadContent("library-empty-answer")
        if not await self._storage.set_answer(transaction, question_id, words):
            raise QuestionGone
        ref = {"question_id": question_id}
        await self._notices.add(transaction, user_id=question.asked_by, kind=ANSWERED, ref=ref)
