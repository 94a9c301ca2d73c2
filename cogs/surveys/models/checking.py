"""What ties questions together: ids, branches, the profile and what it is crossed with."""

from __future__ import annotations

from cogs.surveys.models.problems import Remarks
from cogs.surveys.models.questionnaire import (
    LEAST_OPTIONS,
    MOST_BANDS,
    PREFER_NOT_TO_SAY,
    Kind,
    Question,
    Questionnaire,
)


def check(questionnaire: Questionnaire, remarks: Remarks) -> None:
    _check_ids(questionnaire, remarks)
    for place, question in enumerate(questionnaire.questions):
        if question.show_if is not None:
            _check_condition(questionnaire, place, remarks)
    if questionnaire.profile is not None:
        _check_profile(questionnaire, remarks)
        _check_crossed(questionnaire, remarks)


def _check_ids(questionnaire: Questionnaire, remarks: Remarks) -> None:
    seen: set[str] = set()
    for place, question in enumerate(questionnaire.questions):
        if question.id and question.id in seen:
            remarks.add(("question", place, "id"), "duplicate", value=question.id)
        seen.add(question.id)


def _check_condition(questionnaire: Questionnaire, place: int, remarks: Remarks) -> None:
    """Only on earlier questions, which leaves no room for a circle; never on the profile: that would publish one band's
    answers under no threshold of their own.
    """
    condition = questionnaire.questions[place].show_if
    if condition is None or not condition.question:
        return
    path = ("question", place, "show_if", "question")
    source = _find(questionnaire.questions, condition.question)
    if source is None:
        remarks.add(path, "no-such-question", question=condition.question)
    elif questionnaire.questions.index(source) >= place:
        remarks.add(path, "condition-not-earlier", question=condition.question)
    elif not source.kind.decides:
        remarks.add(path, "condition-kind", question=condition.question, kind=source.kind.value)
    elif source.id == questionnaire.profile:
        remarks.add(path, "condition-on-profile", question=condition.question)


def _check_profile(questionnaire: Questionnaire, remarks: Remarks) -> None:
    question = _find(questionnaire.questions, questionnaire.profile)
    if question is None:
        remarks.add(("profile", "question"), "no-such-question", question=questionnaire.profile)
        return
    path = ("question", questionnaire.questions.index(question))
    if question.kind is not Kind.SINGLE:
        remarks.add((*path, "kind"), "profile-kind", kind=question.kind.value)
        return
    if question.options and question.options[0].id != PREFER_NOT_TO_SAY:
        remarks.add((*path, "options"), "profile-first", first=PREFER_NOT_TO_SAY)
    elif not LEAST_OPTIONS <= len(question.options) - 1 <= MOST_BANDS:
        remarks.add((*path, "options"), "profile-bands", count=len(question.options) - 1, most=MOST_BANDS)
    if not question.required:
        remarks.add((*path, "required"), "profile-required")
    if question.show_if is not None:
        remarks.add((*path, "show_if"), "profile-hidden")


def _check_crossed(questionnaire: Questionnaire, remarks: Remarks) -> None:
    for place, question_id in enumerate(questionnaire.crossed):
        path = ("profile", "crossed", place)
        question = _find(questionnaire.questions, question_id)
        if question is None:
            remarks.add(path, "no-such-question", question=question_id)
        elif question_id == questionnaire.profile:
            remarks.add(path, "crossed-with-itself")
        elif not question.kind.can_be_crossed:
            remarks.add(path, "crossed-kind", question=question_id, kind=question.kind.value)
        elif question_id in questionnaire.crossed[:place]:
            remarks.add(path, "duplicate", value=question_id)


def _find(questions: tuple[Question, ...], question_id: str | None) -> Question | None:
    return next((question for question in questions if question.id == question_id), None)
