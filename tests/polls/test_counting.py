"""Majority judgment and rankings, against brute force written from the definitions."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cogs.polls.models import UNRANKED, Ballot, Kind, Sheet, marks
from cogs.polls.models.judgment import compare, majority_grade, rank
from cogs.polls.models.ranking import condorcet_winner, matrix, schulze

GRADES = ("Excellent", "Bien", "Passable", "À rejeter")


def sheet(kind: Kind, proposals: int) -> Sheet:
    names = tuple(f"p{place}" for place in range(proposals))
    return Sheet(kind, "?", "", names, 1, GRADES if kind is Kind.JUDGMENT else ())


def count(paper: Sheet, ballots: list[Ballot]) -> tuple[int, ...]:
    """As the box counts: only marks, never a ballot."""
    counts = [0] * paper.counters
    for ballot in ballots:
        for mark in marks(paper, ballot):
            counts[mark] += 1
    return tuple(counts)


# Majority judgment


@st.composite
def judgments(draw: st.DrawFn) -> tuple[int, list[Ballot]]:
    proposals = draw(st.integers(2, 5))
    ballot = st.tuples(*[st.integers(0, len(GRADES) - 1)] * proposals)
    return proposals, draw(st.lists(ballot, min_size=1, max_size=25))


def majority_value(grades: list[int]) -> list[int]:
    """Balinski and Laraki's definition, on the mentions themselves: the median, taken away, again and again."""
    left, value = sorted(grades), list[int]()
    while left:
        value.append(left.pop(len(left) // 2))
    return value


@settings(max_examples=200, deadline=None)
@given(profile=judgments())
def test_the_order_is_that_of_the_majority_values(profile: tuple[int, list[Ballot]]) -> None:
    proposals, ballots = profile
    counts = count(sheet(Kind.JUDGMENT, proposals), ballots)
    width = len(GRADES)
    merits = rank([counts[place * width : (place + 1) * width] for place in range(proposals)])
    values = {place: majority_value([ballot[place] for ballot in ballots]) for place in range(proposals)}
    for merit in merits:
        assert merit.grade == values[merit.place][0]
    for better, worse in pairwise(merits):
        assert values[better.place] <= values[worse.place]
        assert (better.rank == worse.rank) == (values[better.place] == values[worse.place])


def test_the_majority_grade_is_the_lower_of_two_middle_ones() -> None:
    assert majority_grade([1, 0, 1]) == 2
    assert majority_grade([2, 0, 1]) == 0
    with pytest.raises(ValueError, match="no mention"):
        majority_grade([0, 0, 0])


def test_equal_profiles_are_equal() -> None:
    assert compare([3, 1, 2], [3, 1, 2]) == 0
    assert [merit.rank for merit in rank([[0, 2], [2, 0], [2, 0]])] == [0, 0, 2]


# Rankings


@st.composite
def rankings(draw: st.DrawFn) -> tuple[int, list[Ballot]]:
    proposals = draw(st.integers(2, 5))
    ranks = st.tuples(*[st.integers(UNRANKED, proposals - 1)] * proposals)
    ballot = ranks.filter(lambda ranks: any(rank != UNRANKED for rank in ranks))
    return proposals, draw(st.lists(ballot, min_size=1, max_size=15))


def prefers(ballot: Ballot, one: int, two: int) -> bool:
    place = {UNRANKED: len(ballot)}
    return place.get(ballot[one], ballot[one]) < place.get(ballot[two], ballot[two])


def strongest(duels: tuple[tuple[int, ...], ...], start: int, end: int) -> int:
    """By trying every path of won duels."""
    best, pending = 0, [(start, frozenset({start}), 10**6)]
    while pending:
        here, seen, strength = pending.pop()
        for step in range(len(duels)):
            if step in seen or duels[here][step] <= duels[step][here]:
                continue
            reached = min(strength, duels[here][step])
            if step == end:
                best = max(best, reached)
            else:
                pending.append((step, seen | {step}, reached))
    return best


def beats_by_paths(duels: tuple[tuple[int, ...], ...], one: int, two: int) -> bool:
    return strongest(duels, one, two) > strongest(duels, two, one)


@settings(max_examples=200, deadline=None)
@given(profile=rankings())
def test_duels_and_order_are_those_of_the_definitions(profile: tuple[int, list[Ballot]]) -> None:
    proposals, ballots = profile
    duels = matrix(count(sheet(Kind.RANKING, proposals), ballots), proposals)
    places = range(proposals)
    for one in places:
        for two in places:
            if one != two:
                assert duels[one][two] == sum(prefers(ballot, one, two) for ballot in ballots)
    standings = schulze(duels)
    for standing in standings:
        beaten_by = sum(beats_by_paths(duels, other, standing.place) for other in places if other != standing.place)
        assert standing.rank == beaten_by
    for better, worse in pairwise(standings):
        assert not beats_by_paths(duels, worse.place, better.place)
    winner = condorcet_winner(duels)
    if winner is not None:
        assert (standings[0].place, standings[0].rank) == (winner, 0)
        assert [standing.rank for standing in standings].count(0) == 1


def test_a_circle_has_no_condorcet_winner() -> None:
    ballots: list[Ballot] = [(0, 1, 2), (2, 0, 1), (1, 2, 0)]
    assert condorcet_winner(matrix(count(sheet(Kind.RANKING, 3), ballots), 3)) is None


@pytest.mark.parametrize(
    ("kind", "ballot"),
    [
        (Kind.SINGLE, ()),
        (Kind.SINGLE, (0, 1)),
        (Kind.SINGLE, (5,)),
        (Kind.JUDGMENT, (0, UNRANKED)),
        (Kind.JUDGMENT, (0, 9)),
        (Kind.RANKING, (UNRANKED, UNRANKED)),
        (Kind.RANKING, (0,)),
    ],
)
def test_no_ballot_outside_the_paper_is_counted(kind: Kind, ballot: Ballot) -> None:
    with pytest.raises(ValueError, match="ballot"):
        marks(sheet(kind, 2), ballot)
