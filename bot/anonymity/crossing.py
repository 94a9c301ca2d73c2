"""Which cross-tabulations may be published: counts per band, rounded, beside the exact counts of everybody.

What is published together (the exact table of everybody, the turnout, the rounded tables of the bands that are shown)
must leave every unpublished number at least three possible values, or as many as the table of everybody leaves it. This
is shown by witnesses: from the true tables, people are moved between answers and between bands, never leaving what
would be published in the very same way, and the values met on the walk are counted. Where too few are met, the question
is not shown by band; that there are no more is not proved, so it errs on the safe side.

That a question is not shown must not say that its table is one of the few that could not be: one in four of the others
is left out by lot.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from secrets import randbelow

from bot.anonymity.disclosure import round_people

MINIMUM_ELECTORATE = 50
MINIMUM_BAND = 10
STEP = 5
VALUES = 3
LEFT_OUT_ONE_IN = 4
# Of a walk: for each cell, and in all. It ends as soon as it has met enough.
_STEPS, _MOST_STEPS = 400, 120_000
_MOST_WALKS = 5

# counts[answer][band], exact: each person is in exactly one row, no answer being one.
Crossed = tuple[tuple[int, ...], ...]
Cells = list[list[int]]


@dataclass(frozen=True, slots=True)
class Crossing:
    """What may be published: the bands by place, and the questions by place; neither or both are empty."""

    bands: tuple[int, ...] = ()
    questions: tuple[int, ...] = ()


Lots = Callable[[int], bool]


def draw_lots(_question: int) -> bool:
    """Whether this question is left out."""
    return randbelow(LEFT_OUT_ONE_IN) == 0


def decide(
    sizes: Sequence[int],
    questions: Sequence[Crossed],
    electorate: int,
    is_left_out: Lots = draw_lots,
) -> Crossing:
    """`sizes`: how many people are in each band, exact; their sum is the turnout.

    Slow by nature, seconds at most: to be called off the event loop.
    """
    shown = shown_bands(sizes)
    if electorate < MINIMUM_ELECTORATE or not shown:
        return Crossing()
    safe: tuple[int, ...] = tuple(place for place in range(len(questions)) if not is_left_out(place))
    for _ in range(_MOST_WALKS):
        if not safe:
            break
        walk = _Walk([questions[place] for place in safe], sizes)
        walk.go()
        kept = tuple(place for number, place in enumerate(safe) if walk.hides_cells(number))
        if kept == safe:
            return Crossing(shown, safe) if walk.hides_sizes() else Crossing()
        safe = kept
    return Crossing()


def shown_bands(sizes: Sequence[int]) -> tuple[int, ...]:
    """A band and all the others together must be large enough."""
    turnout = sum(sizes)
    return tuple(band for band, size in enumerate(sizes) if MINIMUM_BAND <= size <= turnout - MINIMUM_BAND)


@dataclass(slots=True)
class _Walk:
    """From one possible world to the next; `met` holds the values of every cell, `met_sizes` of every size."""

    questions: Sequence[Crossed]
    true_sizes: Sequence[int]
    shown: tuple[int, ...] = ()
    sizes: list[int] = field(default_factory=list[int])
    tables: list[Cells] = field(default_factory=list[Cells])
    met: list[list[list[set[int]]]] = field(default_factory=list[list[list[set[int]]]])
    met_sizes: list[set[int]] = field(default_factory=list[set[int]])
    chance: random.Random = field(default_factory=lambda: random.Random(0))  # noqa: S311 - not a secret, repeatable

    def __post_init__(self) -> None:
        self.shown, self.sizes = shown_bands(self.true_sizes), list(self.true_sizes)
        self.tables = [[list(row) for row in question] for question in self.questions]
        self.met = [[[{cell} for cell in row] for row in table] for table in self.tables]
        self.met_sizes = [{size} for size in self.sizes]

    def go(self) -> None:
        cells = sum(len(table) * len(self.sizes) for table in self.tables)
        for step in range(min(_MOST_STEPS, _STEPS * cells)):
            if step % 4:
                self._exchange(self.chance.randrange(len(self.tables)))
            else:
                self._move_people()
            if step % 1000 == 0 and self._is_enough():
                return

    def hides_cells(self, number: int) -> bool:
        """An answer that nobody gave, or one person, has fewer values from the beginning: everybody's table says so."""
        rows = zip(self.met[number], self.questions[number], strict=True)
        return all(len(values) >= min(VALUES, sum(true) + 1) for row, true in rows for values in row)

    def hides_sizes(self) -> bool:
        return all(len(values) >= VALUES for values in self.met_sizes)

    def _is_enough(self) -> bool:
        return self.hides_sizes() and all(self.hides_cells(number) for number in range(len(self.tables)))

    # One answer is exchanged for another one's in another band: the bands keep their sizes.

    def _exchange(self, number: int) -> None:
        table = self.tables[number]
        row, other_row = self.chance.randrange(len(table)), self.chance.randrange(len(table))
        band, other = self._two_bands()
        if row == other_row:
            return
        moved = [(row, band, 1), (row, other, -1), (other_row, band, -1), (other_row, other, 1)]
        if self._looks_alike(number, moved):
            self._apply(number, moved)

    # Somebody is in another band, in every question at once.

    def _move_people(self) -> None:
        band, other = self._two_bands()
        sizes = [size + (place == band) - (place == other) for place, size in enumerate(self.sizes)]
        if shown_bands(sizes) != self.shown or any(
            round_people(sizes[place], STEP) != round_people(self.true_sizes[place], STEP) for place in self.shown
        ):
            return
        moves = [self._find_move(number, band, other) for number in range(len(self.tables))]
        if all(moves):
            self.sizes = sizes
            for number, moved in enumerate(moves):
                self._apply(number, moved)
            for place, size in enumerate(sizes):
                self.met_sizes[place].add(size)

    def _find_move(self, number: int, band: int, other: int) -> list[tuple[int, int, int]]:
        """Empty where nobody can be moved."""
        rows = list(range(len(self.tables[number])))
        self.chance.shuffle(rows)
        for row in rows:
            moved = [(row, band, 1), (row, other, -1)]
            if self._looks_alike(number, moved):
                return moved
        return []

    def _looks_alike(self, number: int, moved: Sequence[tuple[int, int, int]]) -> bool:
        """What is published of these cells stays the same."""
        table, true = self.tables[number], self.questions[number]
        for row, band, step in moved:
            after = table[row][band] + step
            if after < 0:
                return False
            if band in self.shown and round_people(after, STEP) != round_people(true[row][band], STEP):
                return False
        return True

    def _apply(self, number: int, moved: Sequence[tuple[int, int, int]]) -> None:
        for row, band, step in moved:
            self.tables[number][row][band] += step
            self.met[number][row][band].add(self.tables[number][row][band])

    def _two_bands(self) -> Iterator[int]:
        return iter(self.chance.sample(range(len(self.sizes)), 2))
