"""What rounded numbers still hide, against every possibility tried one by one."""

from __future__ import annotations

from itertools import product

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from bot.anonymity.ballot_box import Tally
from bot.anonymity.disclosure import SENSITIVE, TooFewAnswers, TooRevealing, publishable, round_people
from bot.anonymity.solver import Group, Published, leaves_doubt, possible_values
from cogs.polls.models import Kind, Sheet
from cogs.polls.service.publication import groups


def brute_force(published: Published, group: Group) -> tuple[set[int], dict[int, set[int]]]:
    """Every turnout and every counts that round to what is published."""
    step = published.rounding
    turnouts: set[int] = set()
    counts: dict[int, set[int]] = {place: set() for place in group.counts}
    low = max(published.minimum_answers, published.turnout - step)
    for turnout in range(low, min(published.electorate, published.turnout + step) + 1):
        if round_people(turnout, step) != published.turnout:
            continue
        ranges = [
            [value for value in range(turnout + 1) if round_people(value, step) == published.counts[place]]
            for place in group.counts
        ]
        for values in product(*ranges):
            if group.least * turnout <= sum(values) <= group.most * turnout:
                turnouts.add(turnout)
                for place, value in zip(group.counts, values, strict=True):
                    counts[place].add(value)
    return turnouts, counts


@settings(max_examples=150, deadline=None)
@given(
    electorate=st.integers(20, 40),
    votes=st.lists(st.integers(0, 12), min_size=2, max_size=4),
    several=st.booleans(),
    data=st.data(),
)
def test_the_solver_knows_exactly_what_a_reader_can_work_out(
    electorate: int,
    votes: list[int],
    several: bool,  # noqa: FBT001 - hypothesis gives arguments by name
    data: st.DataObject,
) -> None:
    most = data.draw(st.integers(1, len(votes))) if several else 1
    turnout = data.draw(st.integers(max(votes), sum(votes))) if several else sum(votes)
    assume(5 <= turnout <= electorate)
    assume(turnout <= sum(votes) <= most * turnout)
    published = Published(
        turnout=round_people(turnout, 5),
        counts=tuple(round_people(count, 5) for count in votes),
        rounding=5,
        electorate=electorate,
        minimum_answers=5,
    )
    group = Group(tuple(range(len(votes))), 1, most)
    found = possible_values(published, [group])
    assert found == brute_force(published, group)
    assert turnout in found[0]
    assert all(count in found[1][place] for place, count in enumerate(votes))


def test_many_small_counts_that_can_only_add_up_in_one_way_are_found_out() -> None:
    """Nine proposals of two votes each, eighteen answers: every count rounds to 0, and must have been 2."""
    published = Published(turnout=20, counts=(0,) * 9, rounding=5, electorate=20, minimum_answers=5)
    assert not leaves_doubt(published, [Group(tuple(range(9)), 1, 1)])


@st.composite
def sensitive_tallies(draw: st.DrawFn) -> tuple[Sheet, Tally]:
    kind = draw(st.sampled_from(list(Kind)))
    size = draw(st.integers(2, 4))
    grades = ("a", "b", "c") if kind is Kind.JUDGMENT else ()
    maximum = size if kind is Kind.SEVERAL else 1
    sheet = Sheet(kind, "?", "", tuple("abcd"[:size]), maximum, grades)
    electorate = draw(st.integers(20, 60))
    turnout = draw(st.integers(0, electorate))
    counts = [0] * sheet.counters
    for group in groups(sheet):
        left = turnout * max(1, group.least)
        for place in group.counts[:-1]:
            counts[place] = draw(st.integers(0, min(left, turnout)))
            left -= counts[place]
        counts[group.counts[-1]] = min(left, turnout)
    return sheet, Tally(SENSITIVE, electorate, turnout, tuple(counts))


@settings(max_examples=200, deadline=None)
@given(case=sensitive_tallies())
def test_whatever_a_sensitive_poll_publishes_leaves_three_values_to_each_number(case: tuple[Sheet, Tally]) -> None:
    sheet, tally = case
    try:
        published = publishable(tally, groups(sheet))
    except (TooFewAnswers, TooRevealing):
        return
    assert published.turnout % 5 == 0
    assert all(count % 5 == 0 for count in published.counts)
    seen = Published(published.turnout, published.counts, 5, tally.electorate, 5)
    turnouts, counts = possible_values(seen, groups(sheet))
    assert len(turnouts) >= 3
    assert all(len(values) >= 3 for values in counts.values())


@pytest.mark.parametrize(("people", "rounded"), [(0, 0), (2, 0), (3, 5), (7, 5), (8, 10), (22, 20)])
def test_people_round_to_the_nearest_five(people: int, rounded: int) -> None:
    assert round_people(people, 5) == rounded
