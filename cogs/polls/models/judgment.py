"""Majority judgment (Balinski and Laraki, PNAS 2007; *Majority Judgment*, MIT Press 2011), from counts alone.

The majority grade of a proposal is its median mention, the lower of the two middle ones when the voters are even in
number. Between two proposals with the same majority grade, one such mention is taken away from each, and the medians
are compared again, until they differ: the published tie-break. Proposals with the same counts are equal.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cmp_to_key


@dataclass(frozen=True, slots=True)
class Merit:
    """A proposal's place in the ballot, its rank (0 the first, equal for ties), its majority grade, its profile."""

    place: int
    rank: int
    grade: int
    profile: tuple[int, ...]


def majority_grade(profile: Sequence[int]) -> int:
    """`profile`: how many voters gave each mention, best first. Raises ValueError when nobody did."""
    voters = sum(profile)
    if voters == 0:
        raise ValueError("no mention was given")
    seen = 0
    for grade, count in enumerate(profile):
        seen += count
        if seen > voters // 2:
            return grade
    raise AssertionError("a median is always reached")


def compare(one: Sequence[int], other: Sequence[int]) -> int:
    """Negative when `one` comes first, positive when `other` does, 0 when they are equal."""
    if tuple(one) == tuple(other):
        return 0
    left, right = list(one), list(other)
    while any(left) and any(right):
        grades = majority_grade(left), majority_grade(right)
        if grades[0] != grades[1]:
            return grades[0] - grades[1]
        left[grades[0]] -= 1
        right[grades[1]] -= 1
    # Rounded counts may leave one profile with fewer voters than the other; then nothing more can be told.
    return 0


def rank(profiles: Sequence[Sequence[int]]) -> list[Merit]:
    """Best first; equal ones in the ballot's order, with the same rank."""
    order = sorted(range(len(profiles)), key=cmp_to_key(lambda a, b: compare(profiles[a], profiles[b])))
    merits: list[Merit] = []
    for position, place in enumerate(order):
        tied = position > 0 and compare(profiles[order[position - 1]], profiles[place]) == 0
        merits.append(
            Merit(
                place=place,
                rank=merits[-1].rank if tied else position,
                grade=majority_grade(profiles[place]),
                profile=tuple(profiles[place]),
            )
        )
    return merits
