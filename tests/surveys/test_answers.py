"""One person's answers: what they are asked, what is missing, and what a page may bring."""

from __future__ import annotations

import pytest

from cogs.surveys.models import (
    UNRANKED,
    Answer,
    BadAnswer,
    Questionnaire,
    check_page,
    missing,
    read_questionnaire,
    visible_questions,
)
from tests.surveys.toml import HEAD, options, question, show_if


@pytest.fixture
def branching() -> Questionnaire:
    """`a` opens `b` with x, which opens `c` with y."""
    return read_questionnaire(
        HEAD
        + question("a", "several", options("x", "y", "z"), "maximum = 2", "required = true")
        + question("b", "single", options("x", "y"), "required = true", show_if("a", "x", "z"))
        + question("c", "open", "characters = 20", show_if("b", "y"))
        + question("d", "ranking", options("x", "y"), "required = true")
    )


def shown(questionnaire: Questionnaire, answers: dict[str, Answer]) -> str:
    return " ".join(question.id for question in visible_questions(questionnaire, answers))


def test_a_branch_opens_with_any_of_its_options(branching: Questionnaire) -> None:
    assert shown(branching, {}) == "a d"
    assert shown(branching, {"a": (1,)}) == "a d"
    assert shown(branching, {"a": (1, 2)}) == "a b d"


def test_a_branch_of_a_closed_branch_stays_closed_whatever_was_answered_before(branching: Questionnaire) -> None:
    assert shown(branching, {"a": (0,), "b": (1,)}) == "a b c d"
    assert shown(branching, {"a": (1,), "b": (1,)}) == "a d"


def test_only_what_is_asked_and_required_is_missing(branching: Questionnaire) -> None:
    assert [each.id for each in missing(branching, {})] == ["a", "d"]
    assert [each.id for each in missing(branching, {"a": (0,)})] == ["b", "d"]
    assert missing(branching, {"a": (1,), "d": (0, 1)}) == ()


def test_a_page_joins_the_answers_before_it_and_empties_what_it_emptied(branching: Questionnaire) -> None:
    a, b, c, _ = branching.questions
    answers = check_page([a], {"a": (2, 0)}, {})
    assert answers == {"a": (0, 2)}
    answers = check_page([b, c], {"b": (1,), "c": "  un mot "}, answers)
    assert answers == {"a": (0, 2), "b": (1,), "c": "un mot"}
    assert check_page([c], {"c": "   "}, answers) == {"a": (0, 2), "b": (1,)}
    assert check_page([c], {}, answers) == {"a": (0, 2), "b": (1,)}


@pytest.mark.parametrize(
    ("place", "given", "key"),
    [
        (0, (), "surveys-answer-missing"),
        (0, (0, 1, 2), "surveys-answer-too-many"),
        (2, "x" * 21, "surveys-answer-too-long"),
        (3, (UNRANKED, UNRANKED), "surveys-answer-missing"),
    ],
)
def test_what_a_member_can_get_wrong_is_said(branching: Questionnaire, place: int, given: Answer, key: str) -> None:
    asked = branching.questions[place]
    with pytest.raises(BadAnswer) as refusal:
        check_page([asked], {asked.id: given}, {})
    assert refusal.value.key == key
    assert refusal.value.question == asked


@pytest.mark.parametrize(
    ("place", "given"),
    [(0, (3,)), (0, (-1,)), (0, (0, 0)), (0, "x"), (2, (0,)), (3, (0,)), (3, (0, 2)), (3, (0, -2))],
)
def test_what_no_form_can_send_is_refused(branching: Questionnaire, place: int, given: Answer) -> None:
    asked = branching.questions[place]
    with pytest.raises(ValueError, match=r"question|place"):
        check_page([asked], {asked.id: given}, {})
