"""What one person answers, in memory only, before it is confirmed: which questions they see, and what is missing.

An answer is the places of the options ticked; the level of a scale (agreement: 0 the least, 4 the most, 5 no opinion;
score: 0 to 10); the rank of each option of a ranking, 0 the first, equal for ties, UNRANKED after all others; a text.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from bot.errors import UserError
from cogs.surveys.models.questionnaire import Kind, Question, Questionnaire

UNRANKED = -1

Answer = tuple[int, ...] | str
Answers = Mapping[str, Answer]
"""By the question's id; a question without an answer is not in it."""


class BadAnswer(UserError):
    """The page is to be corrected; `question` is what for."""

    def __init__(self, question: Question, key: str, **params: object) -> None:
        super().__init__(key, **params)
        self.question = question


def is_visible(questionnaire: Questionnaire, question: Question, answers: Answers) -> bool:
    """A question that depends on one that is not asked is not asked either."""
    condition = question.show_if
    if condition is None:
        return True
    source = questionnaire.question(condition.question)
    chosen = answers.get(source.id, ())
    return is_visible(questionnaire, source, answers) and any(place in condition.places for place in chosen)


def visible_questions(questionnaire: Questionnaire, answers: Answers) -> tuple[Question, ...]:
    return tuple(question for question in questionnaire.questions if is_visible(questionnaire, question, answers))


def missing(questionnaire: Questionnaire, answers: Answers) -> tuple[Question, ...]:
    """The required questions still to be answered before the whole can be confirmed."""
    shown = visible_questions(questionnaire, answers)
    return tuple(question for question in shown if question.required and question.id not in answers)


def check_page(questions: Sequence[Question], given: Answers, answers: Answers) -> Answers:
    """`answers` with what a page brought, one that was emptied taken away. Raises BadAnswer.

    What a changed mind has hidden stays, so that changing it back finds it again; it is never counted.
    """
    together = dict(answers)
    for question in questions:
        answer = _tidy(question, given.get(question.id, ()))
        if answer:
            check_answer(question, answer)
            together[question.id] = answer
        elif question.required:
            raise BadAnswer(question, "surveys-answer-missing")
        else:
            together.pop(question.id, None)
    return together


def check_answer(question: Question, answer: Answer) -> None:
    """Raises BadAnswer for what a member can get wrong, ValueError for what no form of ours can send."""
    if isinstance(answer, str) or question.kind is Kind.OPEN:
        _check_text(question, answer)
    elif question.kind is Kind.RANKING:
        _check_ranks(question, answer)
    else:
        _check_places(question, answer)


def _tidy(question: Question, answer: Answer) -> Answer:
    """Empty when nothing was answered."""
    if isinstance(answer, str):
        return answer.strip()
    if question.kind is Kind.RANKING:
        return () if set(answer) <= {UNRANKED} else answer
    return tuple(sorted(answer))


def _check_text(question: Question, answer: Answer) -> None:
    if not isinstance(answer, str) or question.kind is not Kind.OPEN:
        raise ValueError("a text and a choice in each other's place")
    if len(answer) > question.characters:
        raise BadAnswer(question, "surveys-answer-too-long", length=len(answer), most=question.characters)


def _check_ranks(question: Question, ranks: tuple[int, ...]) -> None:
    size = len(question.options)
    if len(ranks) != size or set(ranks) <= {UNRANKED} or not set(ranks) <= {UNRANKED, *range(size)}:
        raise ValueError("ranks outside the question")


def _check_places(question: Question, places: tuple[int, ...]) -> None:
    if not places or len(set(places)) < len(places) or not set(places) <= set(range(question.answers)):
        raise ValueError("a choice outside the question")
    if len(places) > question.maximum:
        raise BadAnswer(question, "surveys-answer-too-many", count=len(places), most=question.maximum)
