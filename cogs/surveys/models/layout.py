"""Which counters a survey's box needs, and which of them one person's answers raise: never a pattern of answers.

Each question is a block of counters: one per answer, then "no answer" where it may be left out, then "not asked" where
it depends on another. A crossed question has one such block more for each band of the profile. Of a text, only that
there is one is counted.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from cogs.surveys.models.answers import UNRANKED, Answer, Answers, check_answer, is_visible, missing
from cogs.surveys.models.questionnaire import Kind, Question, Questionnaire


@dataclass(frozen=True, slots=True)
class Block:
    """`band`: a place in the profile's options, None for everybody. `start`: its first counter."""

    question: Question
    band: int | None
    start: int

    @property
    def answers(self) -> range:
        return range(self.start, self.start + self.question.answers)

    @property
    def none(self) -> int | None:
        """The counter of those who were asked and gave no answer."""
        return None if self.question.required else self.answers.stop

    @property
    def hidden(self) -> int | None:
        """The counter of those who were not asked."""
        return None if self.question.show_if is None else self.stop - 1

    @property
    def stop(self) -> int:
        return self.answers.stop + (not self.question.required) + (self.question.show_if is not None)

    @property
    def places(self) -> range:
        return range(self.start, self.stop)


@dataclass(frozen=True, slots=True)
class Layout:
    questionnaire: Questionnaire
    blocks: tuple[Block, ...]

    @classmethod
    def of(cls, questionnaire: Questionnaire) -> Layout:
        blocks: list[Block] = []
        for question, band in _asked(questionnaire):
            blocks.append(Block(question, band, blocks[-1].stop if blocks else 0))
        return cls(questionnaire, tuple(blocks))

    @property
    def counters(self) -> int:
        return self.blocks[-1].stop if self.blocks else 0

    def block(self, question_id: str, band: int | None = None) -> Block:
        """Raises KeyError."""
        for block in self.blocks:
            if (block.question.id, block.band) == (question_id, band):
                return block
        raise KeyError(question_id)

    def marks(self, answers: Answers) -> tuple[int, ...]:
        """The counters a whole, confirmed answer raises by one, rising. Raises ValueError for an unfinished one.

        Answers to what is not asked count as not asked.
        """
        if missing(self.questionnaire, answers):
            raise ValueError("an unfinished answer")
        band = self._band(answers)
        raised = (
            mark for block in self.blocks if block.band in {None, band} for mark in self._marks_in(block, answers)
        )
        return tuple(raised)

    def _band(self, answers: Answers) -> int | None:
        answer = answers[self.questionnaire.profile] if self.questionnaire.profile else ()
        return answer[0] if isinstance(answer, tuple) and answer else None

    def _marks_in(self, block: Block, answers: Answers) -> Iterator[int]:
        question = block.question
        if not is_visible(self.questionnaire, question, answers):
            assert block.hidden is not None
            yield block.hidden
        elif question.id in answers:
            answer = answers[question.id]
            check_answer(question, answer)
            yield from (block.start + place for place in _raised(question, answer))
        else:
            assert block.none is not None
            yield block.none


def _asked(questionnaire: Questionnaire) -> Iterator[tuple[Question, int | None]]:
    """For everybody, in the questionnaire's order; then band by band."""
    yield from ((question, None) for question in questionnaire.questions)
    for question_id in questionnaire.crossed:
        yield from ((questionnaire.question(question_id), band) for band in range(len(questionnaire.bands)))


def _raised(question: Question, answer: Answer) -> Sequence[int]:
    """Within the block. A ranking: one for each ordered pair in which the first is preferred (rows before columns)."""
    if isinstance(answer, str):
        return (0,)
    if question.kind is not Kind.RANKING:
        return sorted(answer)
    size = len(answer)
    ranks = [size if rank == UNRANKED else rank for rank in answer]
    return [one * size + two for one in range(size) for two in range(size) if ranks[one] < ranks[two]]
