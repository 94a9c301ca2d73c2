"""A ballot as marks: which counters of the box it raises, and nothing more is kept of it.

A ballot is a tuple. Single and several choices: the places ticked. Majority judgment: the mention of each proposal, 0
the best. Ranking: the rank of each proposal, 0 the first; equal ranks are ties, UNRANKED stands after all others.
"""

from __future__ import annotations

from collections.abc import Sequence

from cogs.polls.models.polls import Kind, Sheet

UNRANKED = -1

Ballot = tuple[int, ...]


def blank(sheet: Sheet) -> Ballot:
    """Where a ballot with levels begins: nothing graded, nothing ranked."""
    return (UNRANKED,) * len(sheet.proposals)


def levels(sheet: Sheet) -> int:
    """How many levels a proposal may get."""
    return len(sheet.grades) if sheet.kind is Kind.JUDGMENT else len(sheet.proposals)


def missing(sheet: Sheet, ballot: Ballot) -> int:
    """How many proposals still need a level before the ballot can be confirmed.

    A majority judgment grades them all; a ranking ranks at least one.
    """
    without = ballot.count(UNRANKED)
    if sheet.kind is Kind.JUDGMENT:
        return without
    return 1 if without == len(ballot) else 0


def marks(sheet: Sheet, ballot: Ballot) -> list[int]:
    """Raises ValueError for what no ballot of this poll can hold; Discord's own selects already refuse it."""
    if sheet.kind.has_levels:
        _require_levels(sheet, ballot)
        return _judgment_marks(sheet, ballot) if sheet.kind is Kind.JUDGMENT else _ranking_marks(sheet, ballot)
    _require_choices(sheet, ballot)
    return list(ballot)


def _judgment_marks(sheet: Sheet, ballot: Ballot) -> list[int]:
    width = len(sheet.grades)
    return [place * width + grade for place, grade in enumerate(ballot)]


def _ranking_marks(sheet: Sheet, ballot: Ballot) -> list[int]:
    """One mark per ordered pair in which the first is preferred to the second."""
    size = len(sheet.proposals)
    ranks = [size if rank == UNRANKED else rank for rank in ballot]
    return [place * size + other for place in range(size) for other in range(size) if ranks[place] < ranks[other]]


def _require_choices(sheet: Sheet, choices: Sequence[int]) -> None:
    if not 1 <= len(set(choices)) == len(choices) <= sheet.maximum:
        raise ValueError("a number of choices outside the ballot")
    if any(not 0 <= choice < len(sheet.proposals) for choice in choices):
        raise ValueError("a choice outside the ballot")


def _require_levels(sheet: Sheet, ballot: Ballot) -> None:
    if len(ballot) != len(sheet.proposals) or missing(sheet, ballot):
        raise ValueError("an unfinished ballot")
    if any(level != UNRANKED and not 0 <= level < levels(sheet) for level in ballot):
        raise ValueError("a level outside the ballot")
