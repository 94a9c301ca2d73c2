"""What a reader can work out from rounded numbers: every value that each exact number may still have.

The numbers hang together in groups: in each, the counts add up to something between a least and a most times the
turnout, and none exceeds the turnout. Exact for groups that share nothing but the turnout; what else ties them (that a
ranking's duels come from whole rankings) narrows further and is not known here.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

LEAST_POSSIBLE_VALUES = 3

Interval = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Group:
    """`least` × turnout ≤ the sum of these counts ≤ `most` × turnout. A count belongs to one group."""

    counts: tuple[int, ...]
    least: int
    most: int


@dataclass(frozen=True, slots=True)
class Published:
    """The rounded numbers, and what everybody knows beside them."""

    turnout: int
    counts: tuple[int, ...]
    rounding: int
    electorate: int
    minimum_answers: int


def leaves_doubt(published: Published, groups: Sequence[Group]) -> bool:
    """Whether turnout and every count have at least three possible values."""
    turnouts, counts = possible_values(published, groups)
    return all(len(values) >= LEAST_POSSIBLE_VALUES for values in [turnouts, *counts.values()])


def possible_values(published: Published, groups: Sequence[Group]) -> tuple[set[int], dict[int, set[int]]]:
    """Of the turnout, and of each count by its place."""
    turnouts: set[int] = set()
    counts: dict[int, set[int]] = {place: set() for group in groups for place in group.counts}
    for turnout in _possible_turnouts(published):
        found = [dict(_within(published, group, turnout)) for group in groups]
        if all(values for group in found for values in group.values()):
            turnouts.add(turnout)
            for group in found:
                for place, values in group.items():
                    counts[place] |= values
    return turnouts, counts


def _possible_turnouts(published: Published) -> range:
    low, high = _around(published.turnout, published.rounding)
    return range(max(low, published.minimum_answers), min(high, published.electorate) + 1)


def _within(published: Published, group: Group, turnout: int) -> Iterator[tuple[int, set[int]]]:
    """Each count's values in the group at this turnout: those that the others can complete."""
    ranges = {place: _range(published, place, turnout) for place in group.counts}
    lows, highs = sum(low for low, _ in ranges.values()), sum(high for _, high in ranges.values())
    for place, (low, high) in ranges.items():
        others = lows - low, highs - high
        yield (
            place,
            {
                value
                for value in range(low, high + 1)
                if others[0] + value <= group.most * turnout and others[1] + value >= group.least * turnout
            },
        )


def _range(published: Published, place: int, turnout: int) -> Interval:
    low, high = _around(published.counts[place], published.rounding)
    return low, min(high, turnout)


def _around(rounded: int, step: int) -> Interval:
    """What rounds to it: as `disclosure.round_people` does."""
    return max(0, rounded - step // 2), rounded - step // 2 + step - 1
