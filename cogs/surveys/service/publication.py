"""What a closed survey may publish: the box's counts under the rules of disclosure."""

from __future__ import annotations

from collections.abc import Sequence

from bot.anonymity.ballot_box import Tally
from bot.anonymity.crossing import MINIMUM_ELECTORATE, STEP, Crossed, Lots, decide, draw_lots, shown_bands
from bot.anonymity.disclosure import TooFewAnswers, publishable, round_people
from cogs.surveys.models import MINIMUM_TEXTS, Layout, Question, Questionnaire, open_questions

Counts = tuple[int | None, ...]


def counts_of(questionnaire: Questionnaire, tally: Tally, lots: Lots = draw_lots) -> Counts | None:
    """In the layout's order, None where withheld; None for all when too few have answered. Slow: off the event loop.

    Everybody's tables are exact; a branch that few were asked is withheld. Bands are rounded, and shown as far as
    `crossing` allows; the profile itself is rounded too, since the sizes of its bands would give them away.
    """
    try:
        publishable(tally, [])
    except TooFewAnswers:
        return None
    layout = Layout.of(questionnaire)
    counts = _everybody(layout, tally)
    if questionnaire.profile is not None:
        _cross(layout, tally, questionnaire.profile, counts, lots)
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
        if len(texts) >= max(MINIMUM_TEXTS, tally.terms.minimum_answers)
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


def _cross(layout: Layout, tally: Tally, profile: str, counts: list[int | None], lots: Lots) -> None:
    sizes = [tally.counts[place] for place in layout.block(profile).answers]
    questions = layout.crossed
    tables = [_crossed(layout, question, len(sizes), tally.counts) for question in questions]
    crossing = decide(sizes, tables, tally.electorate, lots)
    if questions and tally.electorate >= MINIMUM_ELECTORATE:
        # Whatever is decided: the exact sizes of the bands would say too much beside what is shown of them.
        shown = shown_bands(sizes)
        for band, place in enumerate(layout.block(profile).answers):
            counts[place] = round_people(sizes[band], STEP) if band in shown else None
    for number in crossing.questions:
        for band in crossing.bands:
            for place in layout.block(questions[number].id, band).places:
                counts[place] = round_people(tally.counts[place], STEP)


def _crossed(layout: Layout, question: Question, bands: int, counts: Sequence[int]) -> Crossed:
    """A row for each answer, and one for none where it may be left out."""
    blocks = [layout.block(question.id, band) for band in range(bands)]
    return tuple(tuple(counts[block.places[row]] for block in blocks) for row in range(len(blocks[0].places)))
