"""From answers to counters and back: what the box adds up is what a count of the people gives, and nothing finer."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cogs.surveys.models import (
    UNRANKED,
    Answer,
    Answers,
    Kind,
    Layout,
    Question,
    Questionnaire,
    Results,
    is_visible,
    read_questionnaire,
    sums,
    tables,
)
from tests.surveys.questionnaires import surveys
from tests.surveys.toml import HEAD, PROFILE, crossed_with, options, question, show_if

Survey = tuple[Questionnaire, list[Answers]]


def added_up(layout: Layout, people: Sequence[Answers]) -> list[int]:
    """As the box does."""
    counts = [0] * layout.counters
    for answers in people:
        for mark in layout.marks(answers):
            counts[mark] += 1
    return counts


def results(questionnaire: Questionnaire, people: Sequence[Answers]) -> Results:
    layout = Layout.of(questionnaire)
    return tables(layout, added_up(layout, people), len(people))


def gives(question: Question, answer: Answer, place: int) -> bool:
    """Whether this answer counts for this number of the question's table."""
    if isinstance(answer, str):
        return True
    if question.kind is not Kind.RANKING:
        return place in answer
    one, two = (answer[each] for each in divmod(place, len(answer)))
    return one != UNRANKED and (two == UNRANKED or one < two)


@settings(max_examples=200, deadline=None)
@given(survey=surveys())
def test_the_tables_are_those_of_a_count_of_the_people(survey: Survey) -> None:
    questionnaire, people = survey
    for table in results(questionnaire, people).tables:
        question = table.question
        group = [answers for answers in people if table.band is None or answers["profile"] == (table.band,)]
        asked = [answers for answers in group if is_visible(questionnaire, question, answers)]
        given_answers = [answers[question.id] for answers in asked if question.id in answers]
        assert table.people == len(group)
        assert table.asked == len(asked)
        assert table.answered == len(given_answers)
        assert table.none == len(asked) - len(given_answers)
        assert table.counts == tuple(
            sum(gives(question, answer, place) for answer in given_answers) for place in range(question.answers)
        )


@settings(max_examples=200, deadline=None)
@given(survey=surveys())
def test_what_everybody_knows_of_the_counters_is_true(survey: Survey) -> None:
    questionnaire, people = survey
    layout = Layout.of(questionnaire)
    counts = added_up(layout, people)
    for known in sums(layout):
        base = len(people) if known.base is None else counts[known.base]
        assert known.least * base <= sum(counts[place] for place in known.places) <= known.most * base


@settings(max_examples=100, deadline=None)
@given(survey=surveys())
def test_every_counter_belongs_to_one_block_and_is_tied_to_the_others(survey: Survey) -> None:
    layout = Layout.of(survey[0])
    assert [place for block in layout.blocks for place in block.places] == list(range(layout.counters))
    assert {place for known in sums(layout) for place in known.places} == set(range(layout.counters))


@settings(max_examples=100, deadline=None)
@given(survey=surveys(), data=st.data())
def test_who_gave_which_answer_leaves_no_mark(survey: Survey, data: st.DataObject) -> None:
    """Outside profile and branches, people may exchange their answers to a question: the counters are the same."""
    questionnaire, people = survey
    free = [each for each in questionnaire.questions if each.id not in questionnaire.crossed and each.id != "profile"]
    opening = {each.show_if.question for each in questionnaire.questions if each.show_if is not None}
    free = [each for each in free if each.show_if is None and each.id not in opening]
    if not free or not people:
        return
    exchanged = data.draw(st.sampled_from(free)).id
    order = data.draw(st.permutations(range(len(people))))
    others = [
        {**{key: answer for key, answer in answers.items() if key != exchanged}, **picked(people[other], exchanged)}
        for answers, other in zip(people, order, strict=True)
    ]
    layout = Layout.of(questionnaire)
    assert added_up(layout, others) == added_up(layout, people)


def picked(answers: Answers, question_id: str) -> Answers:
    return {key: answer for key, answer in answers.items() if key == question_id}


@pytest.fixture
def small() -> Questionnaire:
    return read_questionnaire(
        HEAD
        + PROFILE
        + question("usage", "single", options("oui", "non"), "required = true")
        + question("taches", "several", options("a", "b", "c"), show_if("usage", "oui"))
        + question("ordre", "ranking", options("a", "b", "c"))
        + question("mot", "open")
        + crossed_with("usage")
    )


def test_a_small_survey_worked_out_by_hand(small: Questionnaire) -> None:
    layout = Layout.of(small)
    # famille 0-2; usage 3-4; taches 5-7, none 8, not asked 9; ordre 10-18, none 19; mot 20, none 21; usage by band 22-
    assert layout.counters == 28
    one: Answers = {"famille": (1,), "usage": (0,), "taches": (0, 2), "ordre": (1, 0, UNRANKED), "mot": "Bonjour"}
    assert layout.marks(one) == (1, 3, 5, 7, 12, 13, 15, 20, 24)
    two: Answers = {"famille": (0,), "usage": (1,), "taches": (0,)}
    assert layout.marks(two) == (0, 4, 9, 19, 21, 23)
    table = results(small, [one, two])
    assert table.table("ordre").duels == ((0, 0, 1), (1, 0, 1), (0, 0, 0))
    assert table.table("usage", 1).counts == (1, 0)
    assert table.table("usage", 0).people == 1


def test_an_unfinished_answer_is_not_counted(small: Questionnaire) -> None:
    with pytest.raises(ValueError, match="unfinished"):
        Layout.of(small).marks({"famille": (1,)})


def test_bands_add_up_to_everybody_and_each_to_its_people(small: Questionnaire) -> None:
    found = {(known.places, known.least, known.most, known.base) for known in sums(Layout.of(small))}
    assert ((22, 24, 26), 1, 1, 3) in found  # yes, over the three bands, is the yes of everybody
    assert ((24, 25), 1, 1, 1) in found  # the answers of the second band are its people


def test_a_branch_tells_who_opened_it(small: Questionnaire) -> None:
    """The solver has to know: those who were not asked are those who said no."""
    assert ((9, 3), 1, 1, None) in {
        (known.places, known.least, known.most, known.base) for known in sums(Layout.of(small))
    }
