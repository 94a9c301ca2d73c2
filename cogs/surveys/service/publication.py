"""What a closed survey may publish: the box's counts under the rules of disclosure."""

from __future__ import annotations

from collections.abc import Sequence

from bot.anonymity.ballot_box import Tally
from bot.anonymity.crossing import MINIMUM_ELECTORATE, STEP, Crossed, Lots, decide, draw_lots, shown_bands
from bot.anonymity.disclosure import TooFewAnswers, publishable, round_people
from cogs.surveys.models import MINIMUM_TEXTS, Block, Layout, Question, Questionnaire, open_questions

Counts = tuple[int | None, ...]


def counts_of(questionnaire: Questionnaire, tally: Tally, lots: Lots = draw_lots) -> Counts | None:
    """In the layout's order, None where withheld; None for all when too few have answered. Slow: off the event loop.

    Everybody's tables are exact; a branch that few were asked, or that leaves few out, is withheld. Bands are rounded,
    and shown as far as `crossing` allows; the profile itself is rounded too, since the sizes of its bands would give
    them away.
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
    shown = _shown_branches(layout, tally)
    for block in layout.blocks:
        if block.band is None and (block.hidden is None or block.question.id in shown):
            for place in block.places:
                counts[place] = tally.counts[place]
    return counts


def _shown_branches(layout: Layout, tally: Tally) -> set[str]:
    """The branches that may be told beside everybody's tables and beside one another.

    A branch is told of a group. The same thing asked of that group and of a slightly larger one would tell what the few
    between them answered: so whoever a branch leaves out, of everybody, of those asked its source, or of another branch
    of that source, is nobody or at least as many as a result needs.
    """
    minimum, shown = tally.terms.minimum_answers, list[Block]()

    def enough(people: int) -> bool:
        return people == 0 or people >= minimum

    for block in layout.blocks:
        if block.band is not None or block.hidden is None:
            continue
        asked, hidden = _asked(block, tally), tally.counts[block.hidden]
        left_out = [_asked(_source(layout, block), tally) - asked, hidden]
        for other in shown:
            left_out += _between(layout, tally, block, other)
        if asked >= minimum and all(enough(people) for people in left_out):
            shown.append(block)
    return {block.question.id for block in shown}


def _asked(block: Block, tally: Tally) -> int:
    return tally.turnout - (tally.counts[block.hidden] if block.hidden is not None else 0)


def _source(layout: Layout, block: Block) -> Block:
    assert block.question.show_if is not None
    return layout.block(block.question.show_if.question)


def _between(layout: Layout, tally: Tally, one: Block, other: Block) -> list[int]:
    """How many were asked one of two branches of the same source, and not the other."""
    first, second = one.question.show_if, other.question.show_if
    if first is None or second is None or first.question != second.question:
        return []
    source = _source(layout, one)
    if source.question.maximum > 1:  # who chose both is counted twice: what is sure is the difference
        return [abs(_asked(one, tally) - _asked(other, tally))]
    return [
        sum(tally.counts[source.start + place] for place in set(these.places) - set(those.places))
        for these, those in ((first, second), (second, first))
    ]


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
