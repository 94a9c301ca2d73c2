"""What a closed survey may publish: the box's counts under the rules of disclosure."""

from __future__ import annotations

from collections.abc import Sequence

from bot.anonymity.ballot_box import Tally
from bot.anonymity.crossing import STEP, Crossed, decide
from bot.anonymity.disclosure import TooFewAnswers, publishable, round_people
from cogs.surveys.models import MINIMUM_TEXTS, Kind, Layout, Question, Questionnaire, open_questions

Counts = tuple[int | None, ...]


def counts_of(questionnaire: Questionnaire, tally: Tally) -> Counts | None:
    """In the layout's order, None where withheld; None for all when too few have answered. Slow: off the event loop.

    Everybody's tables are exact; a branch that few were asked is withheld. Bands are rounded, and shown as far as
    `crossing` allows; then the profile itself is rounded too, since the sizes of its bands would give them away.
    """
    try:
        publishable(tally, [])
    except TooFewAnswers:
        return None
    layout = Layout.of(questionnaire)
    counts = _everybody(layout, tally)
    if questionnaire.profile is not None:
        _cross(layout, tally, questionnaire.profile, counts)
    return tuple(counts)


def texts_of(questionnaire: Questionnaire, tally: Tally) -> list[tuple[str, str]]:
    """(question's id, text), sorted; of a question with too few of them, none."""
    questions = open_questions(questionnaire)
    by_question = {
        question.id: [text for number, text in tally.texts if number == place]
        for place, question in enumerate(questions)
    }
    return [
        (question_id, text)
        for question_id, texts in by_question.items()
        if len(texts) >= MINIMUM_TEXTS
        for text in sorted(texts)
    ]


def _everybody(layout: Layout, tally: Tally) -> list[int | None]:
    counts: list[int | None] = [None] * layout.counters
    for block in layout.blocks:
        if block.band is not None:
            continue
        asked = tally.turnout - (tally.counts[block.hidden] if block.hidden is not None else 0)
        if asked >= tally.terms.minimum_answers:
            for place in block.places:
                counts[place] = tally.counts[place]
    return counts


def _cross(layout: Layout, tally: Tally, profile: str, counts: list[int | None]) -> None:
    questionnaire = layout.questionnaire
    sizes = [tally.counts[place] for place in layout.block(profile).answers]
    questions = [
        question
        for question in map(questionnaire.question, questionnaire.crossed)
        if question.show_if is None and question.kind.can_be_crossed
    ]
    crossing = decide(
        sizes, [_crossed(layout, question, len(sizes), tally.counts) for question in questions], tally.electorate
    )
    if not crossing.questions:
        return
    for band, place in enumerate(layout.block(profile).answers):
        counts[place] = round_people(sizes[band], STEP) if band in crossing.bands else None
    for number in crossing.questions:
        for band in crossing.bands:
            for place in layout.block(questions[number].id, band).places:
                counts[place] = round_people(tally.counts[place], STEP)


def _crossed(layout: Layout, question: Question, bands: int, counts: Sequence[int]) -> Crossed:
    blocks = [layout.block(question.id, band) for band in range(bands)]
    rows = [tuple(counts[block.answers[row]] for block in blocks) for row in range(question.answers)]
    none = tuple(counts[block.none] if block.none is not None else 0 for block in blocks)
    if question.kind is Kind.SEVERAL:
        return Crossed(tuple(rows), most=max(2, question.maximum), none=none)
    return Crossed((*rows, *([none] if not question.required else [])))
