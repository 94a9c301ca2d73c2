"""Whatever cross-tabulation is published, every unpublished number keeps three possible values.

The proof is by exhaustion: every table that would be published in the very same way is tried.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import product

from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from bot.anonymity.crossing import MINIMUM_BAND, STEP, VALUES, Crossed, decide
from bot.anonymity.disclosure import round_people

ELECTORATE = 60


def candidates(count: int, *, is_shown: bool, most: int) -> range:
    """What a cell may be, by what is published of it."""
    if not is_shown:
        return range(most + 1)
    middle = round_people(count, STEP)
    return range(max(0, middle - STEP // 2), middle + STEP // 2 + 1)


World = list[tuple[int, ...]]


def worlds(counts: list[list[int]], shown: tuple[int, ...]) -> list[World]:
    """Every table of one question with the same exact sums of rows that rounds to what is published.

    The sizes of bands are what the table says; they must round and be shown alike.
    """
    sizes = columns_of(counts)
    turnout, found = sum(sizes), list[World]()
    choices = [
        [
            cells
            for cells in product(
                *(candidates(count, is_shown=band in shown, most=total) for band, count in enumerate(row))
            )
            if sum(cells) == total
        ]
        for row, total in ((row, sum(row)) for row in counts)
    ]
    for table in product(*choices):
        columns = columns_of(table)
        alike = all(
            (size >= MINIMUM_BAND and turnout - size >= MINIMUM_BAND) == (band in shown)
            and (band not in shown or round_people(size, STEP) == round_people(sizes[band], STEP))
            for band, size in enumerate(columns)
        )
        if alike:
            found.append(list(table))
    return found


def columns_of(table: Sequence[Sequence[int]]) -> list[int]:
    return [sum(column) for column in zip(*table, strict=True)]


@st.composite
def crossings(draw: st.DrawFn) -> list[list[int]]:
    """Two or three answers, two or three bands."""
    bands, rows = draw(st.integers(2, 3)), draw(st.integers(2, 3))
    return [[draw(st.integers(0, 14)) for _ in range(bands)] for _ in range(rows)]


@given(counts=crossings())
@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.filter_too_much])
def test_one_question_leaves_every_cell_and_every_size_three_values(counts: list[list[int]]) -> None:
    sizes = columns_of(counts)
    decided = decide(sizes, [Crossed(tuple(tuple(row) for row in counts))], ELECTORATE)
    assume(decided.questions)
    possible = worlds(counts, decided.bands)
    assert [tuple(row) for row in counts] in possible
    for row in range(len(counts)):
        for band in range(len(sizes)):
            assert len({table[row][band] for table in possible}) >= VALUES
    for band in range(len(sizes)):
        assert len({columns_of(table)[band] for table in possible}) >= VALUES


@given(one=crossings(), data=st.data())
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.filter_too_much])
def test_two_questions_together_leave_every_size_three_values(one: list[list[int]], data: st.DataObject) -> None:
    """The second question is the same people, otherwise distributed."""
    sizes = columns_of(one)
    other: list[list[int]] = [[], []]
    for size in sizes:
        yes = data.draw(st.integers(0, size))
        other[0].append(yes)
        other[1].append(size - yes)
    questions = [Crossed(tuple(tuple(row) for row in counts)) for counts in (one, other)]
    decided = decide(sizes, questions, ELECTORATE)
    assume(len(decided.questions) == 2)
    possible = [worlds(counts, decided.bands) for counts in (one, other)]
    columns = [
        {tuple(sum(row[band] for row in table) for band in range(len(sizes))) for table in each} for each in possible
    ]
    together = columns[0] & columns[1]
    for band in range(len(sizes)):
        assert len({sizes[band] for sizes in together}) >= VALUES


def test_a_small_band_is_not_shown_and_a_small_electorate_crosses_nothing() -> None:
    counts = Crossed(((15, 14, 4), (14, 16, 4)))
    assert decide([29, 30, 8], [counts], 70).bands == (0, 1)
    assert decide([29, 30, 8], [counts], 49).bands == ()


def test_a_unanimous_question_is_not_crossed() -> None:
    """Everybody gave the same answer: each band's count is its size, and nothing can be moved."""
    assert decide([20, 20], [Crossed(((20, 20), (0, 0)))], ELECTORATE).questions == ()


def test_several_answers_are_crossed_by_option() -> None:
    counts = Crossed(((12, 15, 11), (9, 8, 10), (10, 12, 14)), most=3, none=(1, 1, 1))
    assert decide([20, 23, 21], [counts], 70).questions == (0,)


def test_nobody_gives_more_answers_than_allowed() -> None:
    """Each of the ten gave all three: no cell can be anything else."""
    assert decide([10, 10], [Crossed(((10, 10), (10, 10), (10, 10)), most=3, none=(0, 0))], ELECTORATE).questions == ()
