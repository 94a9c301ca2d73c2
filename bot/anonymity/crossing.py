"""Which cross-tabulations may be published: counts per band, rounded, beside the exact counts of everybody.

What is published together (the exact table of everybody, the turnout, the rounded tables of the bands that are shown)
must leave every unpublished number at least three possible values. This is shown by witnesses: from the true tables,
people are moved between answers and between bands, never leaving what would be published in the very same way, and the
values met on the walk are counted. Where too few are met, nothing is published; that there are no more is not proved,
so it errs on the safe side.
"""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from bot.anonymity.disclosure import round_people

MINIMUM_ELECTORATE = 50
MINIMUM_BAND = 10
STEP = 5
VALUES = 3
# Of the walk, for each cell; a walk ends as soon as it has met enough.
_STEPS = 400

Cells = list[list[int]]


@dataclass(frozen=True, slots=True)
class Crossed:
    """One question: `counts[answer][band]`, exact. `most`: how many answers one person gives.

    With `most` of 1 each person is in exactly one row (no answer is a row too). Otherwise `none[band]` are those who
    gave none, and everybody else gave 1 to `most` of them.
    """

    counts: tuple[tuple[int, ...], ...]
    most: int = 1
    none: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Crossing:
    """What may be published: the bands by place, and the questions by place; neither or both are empty."""

    bands: tuple[int, ...] = ()
    questions: tuple[int, ...] = ()


def decide(sizes: Sequence[int], questions: Sequence[Crossed], electorate: int) -> Crossing:
    """`sizes`: how many people are in each band, exact; their sum is the turnout.

    Slow by nature, a second or so for twenty questions: to be called off the event loop. The same numbers always give
    the same answer.
    """
    shown = _shown(sizes)
    if electorate < MINIMUM_ELECTORATE or not shown:
        return Crossing()
    safe: tuple[int, ...] = tuple(range(len(questions)))
    while safe:
        walk = _Walk([questions[place] for place in safe], sizes)
        walk.go()
        kept = tuple(place for number, place in enumerate(safe) if walk.hides_cells(number))
        if kept == safe:
            return Crossing(shown, safe) if walk.hides_sizes() else Crossing()
        safe = kept
    return Crossing()


def _shown(sizes: Sequence[int]) -> tuple[int, ...]:
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
        self.shown, self.sizes = _shown(self.true_sizes), list(self.true_sizes)
        self.tables = [[list(row) for row in question.counts] for question in self.questions]
        self.met = [[[{cell} for cell in row] for row in table] for table in self.tables]
        self.met_sizes = [{size} for size in self.sizes]

    def go(self) -> None:
        cells = sum(len(table) * len(self.sizes) for table in self.tables)
        for step in range(_STEPS * cells):
            if step % 4:
                self._exchange(self.chance.randrange(len(self.tables)))
            else:
                self._move_people()
            if step % 1000 == 0 and self._is_enough():
                return

    def hides_cells(self, number: int) -> bool:
        return all(len(values) >= VALUES for row in self.met[number] for values in row)

    def hides_sizes(self) -> bool:
        return all(len(values) >= VALUES for values in self.met_sizes)

    def _is_enough(self) -> bool:
        return self.hides_sizes() and all(self.hides_cells(number) for number in range(len(self.tables)))

    # One answer is exchanged for another one's in another band: the bands keep their sizes.

    def _exchange(self, number: int) -> None:
        table, question = self.tables[number], self.questions[number]
        row, band, other = self.chance.randrange(len(table)), *self._two_bands()
        moved = [(row, band, 1), (row, other, -1)]
        if question.most == 1:
            other_row = self.chance.randrange(len(table))
            if other_row == row:
                return
            moved += [(other_row, band, -1), (other_row, other, 1)]
        if self._looks_alike(number, moved) and self._is_possible(number, moved, self.sizes):
            self._apply(number, moved)

    # Somebody is in another band, in every question at once.

    def _move_people(self) -> None:
        band, other = self._two_bands()
        sizes = [size + (place == band) - (place == other) for place, size in enumerate(self.sizes)]
        if _shown(sizes) != self.shown or any(
            round_people(sizes[place], STEP) != round_people(self.true_sizes[place], STEP) for place in self.shown
        ):
            return
        moves = [self._find_move(number, band, other, sizes) for number in range(len(self.tables))]
        if all(moves):
            self.sizes = sizes
            for number, moved in enumerate(moves):
                self._apply(number, moved)
            for place, size in enumerate(sizes):
                self.met_sizes[place].add(size)

    def _find_move(self, number: int, band: int, other: int, sizes: Sequence[int]) -> list[tuple[int, int, int]]:
        """Of a person with one answer here; empty where nobody can be moved."""
        rows = list(range(len(self.tables[number])))
        self.chance.shuffle(rows)
        for row in rows:
            moved = [(row, band, 1), (row, other, -1)]
            if self._looks_alike(number, moved) and self._is_possible(number, moved, sizes):
                return moved
        return []

    def _looks_alike(self, number: int, moved: Sequence[tuple[int, int, int]]) -> bool:
        """What is published of these cells stays the same."""
        table, true = self.tables[number], self.questions[number].counts
        for row, band, step in moved:
            after = table[row][band] + step
            if after < 0:
                return False
            if band in self.shown and round_people(after, STEP) != round_people(true[row][band], STEP):
                return False
        return True

    def _is_possible(self, number: int, moved: Sequence[tuple[int, int, int]], sizes: Sequence[int]) -> bool:
        """Whether people giving 1 to `most` answers each, but for those who gave none, can make up such counts."""
        question, table = self.questions[number], self.tables[number]
        if question.most == 1:
            return True
        for touched in {band for _, band, _ in moved}:
            changes = {row: step for row, band, step in moved if band == touched}
            counts = [row[touched] + changes.get(place, 0) for place, row in enumerate(table)]
            people = sizes[touched] - question.none[touched]
            if max(counts, default=0) > people or not people <= sum(counts) <= question.most * people:
                return False
        return True

    def _apply(self, number: int, moved: Sequence[tuple[int, int, int]]) -> None:
        for row, band, step in moved:
            self.tables[number][row][band] += step
            self.met[number][row][band].add(self.tables[number][row][band])

    def _two_bands(self) -> Iterator[int]:
        return iter(self.chance.sample(range(len(self.sizes)), 2))
