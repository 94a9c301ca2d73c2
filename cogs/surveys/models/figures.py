"""Shares, means and distributions, from counts alone. Change between two waves is in `change`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from cogs.surveys.models.questionnaire import AGREEMENT_LEVELS, NO_OPINION, TOP_SCORE, Kind
from cogs.surveys.models.tables import Table

_LOW_SCORES = 4


@dataclass(frozen=True, slots=True)
class Scale:
    """`distribution`: shares of `people`, who are those with an opinion; `spread`: the standard deviation.

    Levels of agreement are worth 1 (the least) to 5, scores 0 to 10.
    """

    people: int
    mean: float
    spread: float
    distribution: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class ThreeSteps:
    """A scale made coarser, so that small groups can be shown. Collapse first, round after: rounding errors add up."""

    low: int
    middle: int
    high: int
    no_opinion: int


def shares(table: Table) -> tuple[float, ...]:
    """Of those who answered; zeros when nobody did. Several choices add up to more than 1. Not for rankings."""
    return tuple(share(table, count) for count in table.counts)


def share(table: Table, count: int) -> float:
    """Never above 1, as rounded numbers of several choices could make it."""
    return min(1.0, count / table.answered) if table.answered else 0.0


def scale(table: Table) -> Scale | None:
    """None when nobody has an opinion. Raises ValueError for what is no scale."""
    counts, first = _levels(table)
    people = sum(counts)
    if people == 0:
        return None
    mean = sum(level * count for level, count in enumerate(counts, start=first)) / people
    variance = sum(count * (level - mean) ** 2 for level, count in enumerate(counts, start=first)) / people
    return Scale(people, mean, variance**0.5, tuple(count / people for count in counts))


def three_steps(table: Table) -> ThreeSteps:
    """Agreement: the two lowest, the middle, the two highest. Score: 0 to 3, 4 to 6, 7 to 10, alike on both sides."""
    counts, _ = _levels(table)
    side = 2 if table.question.kind is Kind.AGREEMENT else _LOW_SCORES
    return ThreeSteps(
        low=sum(counts[:side]),
        middle=sum(counts[side:-side]),
        high=sum(counts[-side:]),
        no_opinion=table.counts[NO_OPINION] if table.question.kind is Kind.AGREEMENT else 0,
    )


def _levels(table: Table) -> tuple[Sequence[int], int]:
    """The counts of the levels, and what the first is worth."""
    if table.question.kind is Kind.AGREEMENT:
        return table.counts[:AGREEMENT_LEVELS], 1
    if table.question.kind is Kind.SCORE:
        return table.counts[: TOP_SCORE + 1], 0
    raise ValueError("no scale")
