"""How a share changed between two waves, and how sure that is.

One share: Wilson's interval (JASA 1927) with, for the number of answers, the effective one, n* = (n - 1) / (1 - n / N):
the number at which p(1 - p) / n* is Cochran's variance of a share in a sample of n out of N (*Sampling Techniques*,
3rd ed., 1977, eq. 3.8). Where everybody answers, nothing is left in doubt. (The effective number in Wilson's interval:
Franco, Little, Louis and Slud, Journal of Survey Statistics and Methodology 2019.) The difference: Newcombe's hybrid of
the two intervals (Statistics in Medicine 1998, method 10).

Published numbers are rounded, so the interval holds that of every pair of exact counts which round to them. The waves
are taken for independent samples; most people are in both, and nothing kept can tell who: where they tend to answer
alike twice, the true interval is narrower. Who answers is not drawn by lot: no interval says what the others think.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import hypot, inf, sqrt
from statistics import NormalDist

from cogs.surveys.models.figures import share
from cogs.surveys.models.questionnaire import Kind
from cogs.surveys.models.tables import Table

Z = NormalDist().inv_cdf(0.975)


@dataclass(frozen=True, slots=True)
class Share:
    """A published share, and every exact `count` and number of `people` it may come from.

    `population`: out of how many these people answered; None where nobody knows (no correction then).
    """

    value: float
    counts: range
    people: range
    population: int | None


@dataclass(frozen=True, slots=True)
class Change:
    """In share: 0.1 is ten points. `low` and `high`: the 95 % interval."""

    difference: float
    low: float
    high: float

    @property
    def is_clear(self) -> bool:
        """Whether the interval leaves out "no change"."""
        return self.low > 0 or self.high < 0


@dataclass(frozen=True, slots=True)
class Interval:
    share: float
    low: float
    high: float


def share_of(table: Table, places: Sequence[int], *, electorate: int, rounding: int = 1) -> Share:
    """Of those who answered, the share who gave one of these answers. Raises ValueError for several ticked options
    together: how many people ticked either is not counted.

    How many there are in a band, or in a branch, is not known: the electorate corrects shares of everybody only.
    """
    if table.question.kind is Kind.SEVERAL and len(places) > 1:
        raise ValueError("people who ticked either are not counted")
    count = sum(table.counts[place] for place in places)
    everybody = table.band is None and table.question.show_if is None
    return Share(
        value=share(table, count),
        counts=_total(exact(table.counts[place], rounding) for place in places),
        people=_people(table, rounding),
        population=electorate if everybody else None,
    )


def change(before: Share, after: Share) -> Change:
    pairs = [(one, two) for one in _intervals(before) for two in _intervals(after)]
    return Change(
        difference=after.value - before.value,
        low=min(two.share - one.share - hypot(two.share - two.low, one.high - one.share) for one, two in pairs),
        high=max(two.share - one.share + hypot(two.high - two.share, one.share - one.low) for one, two in pairs),
    )


def wilson(count: int, people: int, population: int | None) -> Interval:
    """From 0 to 1 when fewer than two answered."""
    effective = _effective(people, population)
    if effective == 0:
        return Interval(count / people if people else 0.0, 0.0, 1.0)
    p = count / people
    squared = Z * Z / effective
    centre = (p + squared / 2) / (1 + squared)
    half = sqrt(squared * p * (1 - p) + squared * squared / 4) / (1 + squared)
    return Interval(p, min(p, max(0.0, centre - half)), max(p, min(1.0, centre + half)))


def _effective(people: int, population: int | None) -> float:
    if population is None:
        return max(0, people - 1)
    return inf if people >= population else max(0, people - 1) / (1 - people / population)


def _intervals(published: Share) -> list[Interval]:
    return [
        wilson(count, people, published.population)
        for people in published.people
        if published.population is None or people <= published.population
        for count in published.counts
        if count <= people
    ]


def exact(rounded: int, step: int) -> range:
    """What rounds to it, to the nearest multiple, halves up."""
    return range(max(0, rounded - step // 2), rounded - step // 2 + step)


def _total(ranges: Iterable[range]) -> range:
    known = list(ranges)
    return range(sum(values.start for values in known), sum(values.stop - 1 for values in known) + 1)


def _people(table: Table, rounding: int) -> range:
    """By what is left of the turnout, and by the sum of the answers where each person has one."""
    question = table.question
    everybody = exact(table.people, rounding)
    none = range(1) if question.required else exact(table.none, rounding)
    hidden = range(1) if question.show_if is None else exact(table.hidden, rounding)
    aside = _total([none, hidden])
    least, most = max(0, everybody.start - aside.stop + 1), everybody.stop - 1 - aside.start
    if question.kind is not Kind.SEVERAL:
        answers = _total(exact(count, rounding) for count in table.counts)
        least, most = max(least, answers.start), min(most, answers.stop - 1)
    return range(least, most + 1)
