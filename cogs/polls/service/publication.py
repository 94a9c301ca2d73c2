"""What a closed poll may publish: the box's tally under the rules of disclosure, by kind."""

from __future__ import annotations

from bot.anonymity.ballot_box import Tally
from bot.anonymity.disclosure import TooFewAnswers, TooRevealing, publishable
from bot.anonymity.solver import Group
from cogs.polls.models import Kind, Result, Sheet, Withheld


def result_of(sheet: Sheet, tally: Tally) -> Result | Withheld:
    """The result, rounded where the poll is sensitive; or why there is none."""
    try:
        published = publishable(tally, groups(sheet))
    except TooFewAnswers:
        return Withheld.FEW
    except TooRevealing:
        return Withheld.REVEALING
    result = Result(published.turnout, published.counts)
    return result if _is_readable(sheet, result) else Withheld.REVEALING


def groups(sheet: Sheet) -> list[Group]:
    """Single: the votes add up to the turnout. Several: to at most `maximum` each. Judgment: each proposal's mentions
    add up to the turnout. Ranking: a duel's two sides to at most the turnout; the diagonal is always zero.
    """
    size = len(sheet.proposals)
    if sheet.kind is Kind.JUDGMENT:
        width = len(sheet.grades)
        return [Group(tuple(range(place * width, (place + 1) * width)), 1, 1) for place in range(size)]
    if sheet.kind is Kind.RANKING:
        pairs = [(one, two) for one in range(size) for two in range(one + 1, size)]
        return [Group((one * size + two, two * size + one), 0, 1) for one, two in pairs]
    return [Group(tuple(range(size)), 1, sheet.maximum)]


def _is_readable(sheet: Sheet, result: Result) -> bool:
    """Whether the rounded counts still say something: a proposal all of whose mentions round to zero has no median."""
    if sheet.kind is not Kind.JUDGMENT:
        return True
    return all(any(result.row(place, len(sheet.grades))) for place in range(len(sheet.proposals)))
