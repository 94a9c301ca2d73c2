"""Questionnaires and answers of every shape, and the tables they give when counted directly, person by person."""

from __future__ import annotations

from collections.abc import Sequence

from hypothesis import strategies as st

from cogs.surveys.models import (
    PREFER_NOT_TO_SAY,
    UNRANKED,
    Answer,
    Answers,
    Condition,
    Kind,
    Option,
    Question,
    Questionnaire,
    Wording,
    is_visible,
)


def wording(text: str) -> Wording:
    return Wording((("fr", text),))


def some_options(*names: str) -> tuple[Option, ...]:
    return tuple(Option(name, wording(name)) for name in names)


@st.composite
def questions(draw: st.DrawFn, place: int, earlier: Sequence[Question]) -> Question:
    kind = draw(st.sampled_from(list(Kind)))
    size = draw(st.integers(2, 4)) if kind.has_options else 0
    condition = None
    deciding = [question for question in earlier if question.kind.decides]
    if deciding and draw(st.booleans()):
        source = draw(st.sampled_from(deciding))
        places = draw(st.sets(st.integers(0, len(source.options) - 1), min_size=1))
        condition = Condition(source.id, tuple(sorted(places)))
    return Question(
        id=f"q{place}",
        kind=kind,
        text=wording("?" * draw(st.sampled_from([1, 60]))),
        options=some_options(*"abcd"[:size]),
        required=draw(st.booleans()),
        maximum=draw(st.integers(1, size)) if kind is Kind.SEVERAL else 1,
        show_if=condition,
    )


@st.composite
def questionnaires(draw: st.DrawFn) -> Questionnaire:
    asked: list[Question] = []
    for place in range(draw(st.integers(1, 5))):
        asked.append(draw(questions(place, asked)))
    crossed: tuple[str, ...] = ()
    can_be = [question.id for question in asked if question.kind.can_be_crossed]
    if can_be and draw(st.booleans()):
        crossed = tuple(draw(st.lists(st.sampled_from(can_be), min_size=1, unique=True)))
        bands = some_options(PREFER_NOT_TO_SAY, *"xyzt"[: draw(st.integers(2, 4))])
        profile = Question("profile", Kind.SINGLE, wording("?"), options=bands, required=True)
        asked.insert(draw(st.integers(0, len(asked))), profile)
    return Questionnaire(
        key="essai",
        languages=("fr",),
        title=wording("Essai"),
        introduction=wording("Essai"),
        questions=tuple(asked),
        profile="profile" if crossed else None,
        crossed=crossed,
    )


def answer_to(question: Question) -> st.SearchStrategy[Answer]:
    places = st.integers(0, question.answers - 1)
    match question.kind:
        case Kind.SEVERAL:
            return st.sets(places, min_size=1, max_size=question.maximum).map(lambda chosen: tuple(sorted(chosen)))
        case Kind.RANKING:
            size = len(question.options)
            ranks = st.tuples(*[st.integers(UNRANKED, size - 1)] * size)
            return ranks.filter(lambda ranks: set(ranks) != {UNRANKED})
        case Kind.OPEN:
            return st.just("un texte")
        case _:
            return st.tuples(places)


@st.composite
def whole_answers(draw: st.DrawFn, questionnaire: Questionnaire) -> Answers:
    """Some of them with answers to what their branch does not ask, as after a change of mind."""
    answers: dict[str, Answer] = {}
    for question in questionnaire.questions:
        shown = is_visible(questionnaire, question, answers)
        if (shown and question.required) or draw(st.booleans()):
            answers[question.id] = draw(answer_to(question))
    return answers


@st.composite
def surveys(draw: st.DrawFn) -> tuple[Questionnaire, list[Answers]]:
    questionnaire = draw(questionnaires())
    return questionnaire, draw(st.lists(whole_answers(questionnaire), max_size=8))
