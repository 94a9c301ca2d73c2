"""How a questionnaire falls into forms, and with which control each question is answered; nothing is drawn here.

A Discord form holds five fields; a field has a label of 45 characters and a description of 100. What does not fit them
is shown as text above its field, so that two such questions fill a form.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from cogs.surveys.models.answers import Answers, is_visible
from cogs.surveys.models.questionnaire import Kind, Question, Questionnaire

MOST_LABEL, MOST_DESCRIPTION = 45, 100
QUESTIONS_A_PAGE, QUESTIONS_WITH_TEXT = 5, 2
MOST_BUTTONS = 10
"""Of a radio group or of checkboxes; above, a select holds 25."""


class Control(StrEnum):
    RADIO = "radio"
    CHECKBOXES = "checkboxes"
    SELECT = "select"
    SEVERAL_SELECT = "several-select"
    RANKS = "ranks"
    TEXT = "text"


@dataclass(frozen=True, slots=True)
class Page:
    questions: tuple[Question, ...]

    @property
    def shows_texts(self) -> bool:
        """Whether the wordings stand above the fields, being too long for their labels."""
        return not all(fits_a_label(question) for question in self.questions)


def pages(questionnaire: Questionnaire) -> tuple[Page, ...]:
    """Questions of a branch share a page with others of the same branch only: what opens it has to be known before."""
    found: list[tuple[Question, ...]] = []
    for question in questionnaire.questions:
        if found and _may_join(found[-1], question):
            found[-1] = (*found[-1], question)
        else:
            found.append((question,))
    return tuple(Page(questions) for questions in found)


def visible_pages(questionnaire: Questionnaire, answers: Answers) -> tuple[Page, ...]:
    """As far as the answers given until now tell; without what this person is not asked."""
    shown = (
        tuple(question for question in page.questions if is_visible(questionnaire, question, answers))
        for page in pages(questionnaire)
    )
    return tuple(Page(questions) for questions in shown if questions)


def control(question: Question) -> Control:
    fits = question.answers <= MOST_BUTTONS
    match question.kind:
        case Kind.SEVERAL:
            return Control.CHECKBOXES if fits else Control.SEVERAL_SELECT
        case Kind.RANKING:
            return Control.RANKS
        case Kind.OPEN:
            return Control.TEXT
        case _:
            return Control.RADIO if fits else Control.SELECT


def fits_a_label(question: Question) -> bool:
    return question.text.fits(MOST_LABEL) and (question.help is None or question.help.fits(MOST_DESCRIPTION))


def _may_join(page: tuple[Question, ...], question: Question) -> bool:
    if Kind.RANKING in {page[0].kind, question.kind}:
        return False
    if question.show_if not in {None, page[0].show_if}:
        return False
    most = QUESTIONS_A_PAGE if all(map(fits_a_label, (*page, question))) else QUESTIONS_WITH_TEXT
    return len(page) < most
