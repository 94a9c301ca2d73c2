"""Shares, scales and changes, against values worked out by hand and by trying everything."""

from __future__ import annotations

from math import sqrt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cogs.surveys.models import Kind, Question, Share, Table, change, scale, share_of, shares, three_steps, wilson
from tests.surveys.questionnaires import some_options, wording


def table(kind: Kind, *counts: int, people: int = 0, none: int = 0, required: bool = False, maximum: int = 1) -> Table:
    names = some_options(*"abcdef"[: len(counts)]) if kind.has_options else ()
    asked = Question("q", kind, wording("?"), options=names, required=required, maximum=maximum)
    return Table(asked, None, people or sum(counts) + none, counts, none, 0)


def round_to_five(count: int) -> int:
    return (count + 2) // 5 * 5


def test_shares_are_of_those_who_answered() -> None:
    assert shares(table(Kind.SINGLE, 3, 1, none=6)) == (0.75, 0.25)
    assert shares(table(Kind.SEVERAL, 6, 4, people=10, none=2, maximum=2)) == (0.75, 0.5)
    assert shares(table(Kind.SINGLE, 0, 0, none=6)) == (0.0, 0.0)


def test_rounded_numbers_make_no_share_above_one() -> None:
    """12 people, 3 of whom left it out and 9 chose the first: published as 10, 5 and 10."""
    assert shares(table(Kind.SEVERAL, 10, 0, people=10, none=5, maximum=2)) == (1.0, 0.0)


def test_agreement_is_averaged_without_those_who_have_no_opinion() -> None:
    found = scale(table(Kind.AGREEMENT, 1, 0, 0, 0, 3, 6))
    assert found is not None
    assert found.people == 4
    assert found.mean == pytest.approx(4.0)  # (1 + 3 * 5) / 4
    assert found.spread == pytest.approx(sqrt(3))  # ((3 squared) + 3 * (1 squared)) / 4
    assert found.distribution == (0.25, 0, 0, 0, 0.75)
    assert scale(table(Kind.AGREEMENT, 0, 0, 0, 0, 0, 6)) is None


def test_scores_go_from_zero_to_ten() -> None:
    found = scale(table(Kind.SCORE, 1, *[0] * 9, 1))
    assert found is not None
    assert (found.mean, found.spread) == (5.0, 5.0)


def test_scales_collapse_to_three_steps() -> None:
    steps = three_steps(table(Kind.AGREEMENT, 1, 2, 4, 8, 16, 32))
    assert (steps.low, steps.middle, steps.high, steps.no_opinion) == (3, 4, 24, 32)
    steps = three_steps(table(Kind.SCORE, *(2**place for place in range(11))))
    assert (steps.low, steps.middle, steps.high, steps.no_opinion) == (15, 112, 1920, 0)


def test_only_scales_are_scales() -> None:
    with pytest.raises(ValueError, match="scale"):
        three_steps(table(Kind.SINGLE, 1, 2))


# Change between waves


def test_wilson_s_interval_is_the_published_one_at_its_effective_number() -> None:
    """81 of 263, the example of Newcombe (1998, table I): 0.2553 to 0.3662; with n - 1 = 263."""
    found = wilson(81, 263, None)
    expected = roots_of_the_score_test(81 / 263, 262)
    assert (found.low, found.high) == (pytest.approx(expected[0]), pytest.approx(expected[1]))
    assert found.low == pytest.approx(0.2553, abs=0.0003)
    assert found.high == pytest.approx(0.3662, abs=0.0003)


def roots_of_the_score_test(share: float, number: float) -> tuple[float, float]:
    """Every p that a test with its own variance p(1 - p) / n does not refuse: the definition, by bisection."""

    def refused(p: float) -> bool:
        return abs(share - p) > 1.959963984540054 * sqrt(p * (1 - p) / number)

    low, high = (0.0, share), (share, 1.0)
    for _ in range(80):
        middle = sum(low) / 2
        low = (middle, low[1]) if refused(middle) else (low[0], middle)
        middle = sum(high) / 2
        high = (high[0], middle) if refused(middle) else (middle, high[1])
    return low[1], high[0]


@given(people=st.integers(2, 300), data=st.data())
def test_the_interval_of_a_share_is_that_of_the_score_test_for_a_finite_population(
    people: int, data: st.DataObject
) -> None:
    count = data.draw(st.integers(0, people))
    population = data.draw(st.integers(people + 1, 2 * people + 50))
    found = wilson(count, people, population)
    low, high = roots_of_the_score_test(count / people, (people - 1) / (1 - people / population))
    assert (found.low, found.high) == (pytest.approx(low, abs=1e-9), pytest.approx(high, abs=1e-9))
    assert found.low <= count / people <= found.high


def test_where_everybody_answered_a_change_is_certain() -> None:
    one, two = (share_of(table(Kind.SINGLE, count, 50 - count), [0], electorate=50) for count in (20, 25))
    found = change(one, two)
    assert (found.difference, found.low, found.high) == pytest.approx((0.1, 0.1, 0.1))
    assert found.is_clear


def test_a_change_of_two_shares_worked_out_by_hand() -> None:
    """Newcombe (1998, table II, case a, method 10): 56/70 less 48/80 is 0.2, from 0.0524 to 0.3339; here n - 1."""
    before = Share(48 / 80, range(48, 49), range(80, 81), None)
    after = Share(56 / 70, range(56, 57), range(70, 71), None)
    found = change(before, after)
    assert found.difference == pytest.approx(0.2)
    assert found.low == pytest.approx(0.0524, abs=0.002)
    assert found.high == pytest.approx(0.3339, abs=0.002)
    assert found.is_clear
    assert change(after, before).high == pytest.approx(-found.low)


def test_a_share_of_nobody_is_not_certain() -> None:
    nobody = share_of(table(Kind.SINGLE, 0, 20), [0], electorate=100)
    found = change(nobody, nobody)
    assert found.low < -0.05
    assert found.high > 0.05
    assert not found.is_clear


@settings(max_examples=40, deadline=None)
@given(
    before=st.lists(st.integers(0, 30), min_size=2, max_size=3),
    after=st.lists(st.integers(0, 30), min_size=2, max_size=3),
    none=st.integers(0, 12),
    several=st.booleans(),
)
def test_a_change_of_rounded_numbers_holds_that_of_the_exact_ones(
    before: list[int],
    after: list[int],
    none: int,
    several: bool,  # noqa: FBT001 - hypothesis gives arguments by name
) -> None:
    kind = Kind.SEVERAL if several else Kind.SINGLE
    exact, rounded = list[Share](), list[Share]()
    for counts in (before, after):
        people = (max(counts) if several else sum(counts)) + none
        exact.append(share_of(table(kind, *counts, people=people, none=none, maximum=3), [0], electorate=200))
        published = table(
            kind,
            *map(round_to_five, counts),
            people=round_to_five(people),
            none=round_to_five(none),
            maximum=3,
        )
        rounded.append(share_of(published, [0], electorate=200, rounding=5))
        assert counts[0] in rounded[-1].counts
        assert people - none in rounded[-1].people
    certain, widened = change(*exact), change(*rounded)
    assert widened.low <= certain.low <= certain.high <= widened.high


def test_several_levels_of_a_scale_are_one_share() -> None:
    agreeing = share_of(table(Kind.AGREEMENT, 5, 5, 10, 20, 10, 0, required=True), [3, 4], electorate=100, rounding=5)
    assert agreeing.value == 0.6
    assert agreeing.counts == range(26, 35)
    assert agreeing.people == range(48, 53)


def test_two_options_of_several_are_no_share_together() -> None:
    with pytest.raises(ValueError, match="either"):
        share_of(table(Kind.SEVERAL, 5, 5, people=5, maximum=2), [0, 1], electorate=10)


def test_a_band_s_population_is_not_known() -> None:
    everybody = table(Kind.SINGLE, 10, 10)
    band = Table(everybody.question, 1, 20, (10, 10), 0, 0)
    assert share_of(everybody, [0], electorate=40).population == 40
    assert share_of(band, [0], electorate=40).population is None
