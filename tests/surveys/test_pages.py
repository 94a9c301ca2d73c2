"""How questions fall into forms, and what makes two questionnaires, or two questions, the same."""

from __future__ import annotations

import pytest
from hypothesis import given

from cogs.surveys.models import (
    Control,
    Kind,
    Question,
    Questionnaire,
    control,
    fingerprint,
    pages,
    read_questionnaire,
    series_key,
    short_fingerprint,
    visible_pages,
)
from tests.surveys.questionnaires import questionnaires
from tests.surveys.toml import HEAD, options, question, show_if

LONG = "Une question dont les mots ne tiennent pas dans une étiquette de formulaire"


def read(*questions: str) -> Questionnaire:
    return read_questionnaire(HEAD + "".join(questions))


def ids(*questions: str) -> list[str]:
    return [" ".join(each.id for each in page.questions) for page in pages(read(*questions))]


def score(question_id: str, text: str = "", *more: str) -> str:
    return question(question_id, "score", *more, text=text)


def test_short_questions_go_by_five() -> None:
    assert ids(*(score(f"q{number}") for number in range(7))) == ["q0 q1 q2 q3 q4", "q5 q6"]


def test_a_long_one_makes_a_page_of_two_with_their_texts() -> None:
    read_pages = pages(read(score("a"), score("b"), score("c", LONG), score("d"), score("e")))
    assert [[each.id for each in page.questions] for page in read_pages] == [["a", "b"], ["c", "d"], ["e"]]
    assert [page.shows_texts for page in read_pages] == [False, True, False]


def test_a_long_help_counts_too() -> None:
    assert ids(score("a"), score("b"), score("c", "", f'help.fr = "{"x" * 101}"')) == ["a b", "c"]
    assert ids(score("a"), score("b"), score("c", "", f'help.fr = "{"x" * 100}"')) == ["a b c"]


def test_a_ranking_is_alone() -> None:
    assert ids(score("a"), question("b", "ranking", options("x", "y")), score("c")) == ["a", "b", "c"]


def test_a_branch_starts_a_page_and_keeps_its_own_together() -> None:
    opens = question("a", "single", options("x", "y"))
    branch = [score(name, "", show_if("a", "x")) for name in "bc"]
    other = score("d", "", show_if("a", "y"))
    assert ids(opens, *branch, other, score("e")) == ["a", "b c", "d e"]


def test_a_member_sees_no_page_of_a_branch_that_is_not_theirs() -> None:
    questionnaire = read(question("a", "single", options("x", "y")), score("b", "", show_if("a", "x")), score("c"))
    unknown = [[each.id for each in page.questions] for page in visible_pages(questionnaire, {})]
    opened = [[each.id for each in page.questions] for page in visible_pages(questionnaire, {"a": (0,)})]
    assert unknown == [["a"], ["c"]]
    assert opened == [["a"], ["b", "c"]]


@given(questionnaire=questionnaires())
def test_pages_hold_every_question_once_in_order_and_no_branch_with_what_opens_it(questionnaire: Questionnaire) -> None:
    cut = pages(questionnaire)
    assert tuple(each for page in cut for each in page.questions) == questionnaire.questions
    for page in cut:
        here = {each.id for each in page.questions}
        assert len(here) <= 5
        assert len(here) <= 2 or not page.shows_texts
        assert not here & {each.show_if.question for each in page.questions if each.show_if is not None}
        assert len(here) == 1 or Kind.RANKING not in {each.kind for each in page.questions}


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        (question("q", "single", options(*"abcdefghij")), Control.RADIO),
        (question("q", "single", options(*"abcdefghijk")), Control.SELECT),
        (question("q", "several", options(*"abcdefghij")), Control.CHECKBOXES),
        (question("q", "several", options(*"abcdefghijk")), Control.SEVERAL_SELECT),
        (question("q", "agreement"), Control.RADIO),
        (question("q", "score"), Control.SELECT),
        (question("q", "ranking", options("a", "b")), Control.RANKS),
        (question("q", "open"), Control.TEXT),
    ],
)
def test_each_question_has_the_control_that_can_hold_it(written: str, expected: Control) -> None:
    assert control(read(written).questions[0]) is expected


def test_the_fingerprint_follows_every_word_and_no_layout() -> None:
    text = HEAD + score("a", "Un mot")
    same = fingerprint(read_questionnaire(text.replace("\n\n", "\n# une remarque\n\n")))
    assert fingerprint(read_questionnaire(text)) == same
    assert len({same, *(fingerprint(read_questionnaire(text.replace(*change))) for change in CHANGES)}) == 4
    assert short_fingerprint(read_questionnaire(text)) == f"{same[:4]}-{same[4:8]}"


CHANGES = (("Un mot", "Un autre mot"), ("Quelques questions", "Des questions"), ('"score"', '"agreement"'))


def only(text: str) -> Question:
    return read_questionnaire(text).questions[0]


def test_a_series_breaks_with_the_wording_the_kind_or_the_options() -> None:
    text = HEAD + question("q", "several", options("a", "b"), text="Un mot")
    base = series_key(only(text))
    assert series_key(only(text.replace('id = "q"', 'id = "r"\nrequired = true\nhelp.fr = "Aide"'))) == base
    for change in (
        ("Un mot", "Un autre"),
        ("several", "single"),
        ('fr = "a"', 'fr = "A"'),
        ("options =", "maximum = 1\noptions ="),
    ):
        assert series_key(only(text.replace(*change))) != base


def test_another_translation_starts_no_new_series() -> None:
    both = (
        HEAD.replace('["fr"]', '["fr", "en"]').replace('"Essai"', '"Essai"\nen = "Trial"') + 'en = "Some questions."\n'
    )
    keys = {series_key(only(both + question("q", "score", f'text.en = "{word}"'))) for word in ("Time", "Hours")}
    assert len(keys) == 1
