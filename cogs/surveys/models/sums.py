"""How a survey's counters hang together, as anybody who knows the questionnaire can work out.

For the solver that looks for what rounded numbers give away; what comes from whole rankings being orders is left out.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from cogs.surveys.models.layout import Block, Layout
from cogs.surveys.models.questionnaire import Kind


@dataclass(frozen=True, slots=True)
class Sum:
    """`least` × base ≤ the sum of these counters ≤ `most` × base; `base` a counter's place, None for the turnout."""

    places: tuple[int, ...]
    least: int
    most: int
    base: int | None = None


def sums(layout: Layout) -> tuple[Sum, ...]:
    """Every answer of a block adds up to its people; bands add up to everybody; branches follow what opens them."""
    found: list[Sum] = []
    for block in layout.blocks:
        base = _base(layout, block)
        found += _within(block, base)
        found += _branch(layout, block, base)
        if block.band == 0:
            found += _across(layout, block)
    return tuple(found)


def _base(layout: Layout, block: Block) -> int | None:
    """The counter of the block's band."""
    profile = layout.questionnaire.profile
    if block.band is None or profile is None:
        return None
    return layout.block(profile).start + block.band


def _within(block: Block, base: int | None) -> Iterator[Sum]:
    if block.question.kind is not Kind.RANKING:
        yield Sum(tuple(block.places), 1, block.question.maximum, base)
        return
    size = len(block.question.options)
    aside = tuple(place for place in (block.none, block.hidden) if place is not None)
    for one in range(size):
        yield Sum((block.start + one * size + one,), 0, 0, base)
        for two in range(one + 1, size):
            yield Sum((block.start + one * size + two, block.start + two * size + one, *aside), 0, 1, base)


def _branch(layout: Layout, block: Block, base: int | None) -> Iterator[Sum]:
    """Who was asked chose one of the options that open it, and everybody else was not."""
    condition = block.question.show_if
    if condition is None or block.hidden is None:
        return
    try:
        source = layout.block(condition.question, block.band)
    except KeyError:  # crossed with the profile, while what opens it is not
        return
    opening = tuple(source.start + place for place in condition.places)
    yield Sum((block.hidden, *opening), 1, min(len(opening), source.question.maximum), base)


def _across(layout: Layout, first: Block) -> Iterator[Sum]:
    question_id = first.question.id
    bands = [layout.block(question_id, band) for band in range(len(layout.questionnaire.bands))]
    for offset, everybody in enumerate(layout.block(question_id).places):
        yield Sum(tuple(block.start + offset for block in bands), 1, 1, everybody)
