"""What may be published of a tally, and the floors of the thresholds.

Anchors: 5 answers for scores (Glint, Culture Amp), 3 units (INSEE); ours are at or above them.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

from bot.anonymity.ballot_box import Tally
from bot.anonymity.box_format import Terms
from bot.anonymity.solver import Group, Published, leaves_doubt
from bot.errors import UserError

FLOOR = Terms(minimum_electorate=5, minimum_answers=5)
FLOOR_FOR_A_ROLE = 10
SENSITIVE = Terms(minimum_electorate=20, minimum_answers=5, rounding=5)
# A second moderator's agreement: kept in reserve for longer, it would choose the moment at which a vote ends.
AGREEMENT_LAPSES_AFTER = timedelta(days=1)


class ElectorateTooSmall(UserError):
    def __init__(self, *, size: int, minimum: int) -> None:
        super().__init__("ballot-electorate-too-small", size=size, minimum=minimum)


class TooFewAnswers(Exception):
    """Under the threshold frozen in the box: nothing is published."""


class TooRevealing(Exception):
    """What would be published pins an unpublished number down: nothing is published."""


def terms_for(community: Terms, *, role: bool, sensitive: bool = False) -> Terms:
    """The community's thresholds, never under the floors; a role's electorate is easier to guess, so it is larger."""
    floors = [FLOOR, replace(FLOOR, minimum_electorate=FLOOR_FOR_A_ROLE if role else 0)]
    if sensitive:
        floors.append(SENSITIVE)
    return Terms(
        minimum_electorate=max(terms.minimum_electorate for terms in [community, *floors]),
        minimum_answers=max(terms.minimum_answers for terms in [community, *floors]),
        rounding=SENSITIVE.rounding if sensitive else 1,
    )


def require_electorate(size: int, terms: Terms) -> None:
    if size < terms.minimum_electorate:
        raise ElectorateTooSmall(size=size, minimum=terms.minimum_electorate)


def publishable(tally: Tally, groups: Sequence[Group]) -> Tally:
    """The tally as it may be published, by the terms frozen in the box, whatever the settings have become since.

    With a rounding, turnout and counts become multiples of it, and what is published together must leave every exact
    number at least three possible values. `groups` say how the counts hang together. Raises TooFewAnswers and
    TooRevealing.
    """
    terms = tally.terms
    if tally.turnout < max(terms.minimum_answers, FLOOR.minimum_answers):
        raise TooFewAnswers
    if terms.rounding == 1:
        return tally
    published = Published(
        turnout=round_people(tally.turnout, terms.rounding),
        counts=tuple(round_people(count, terms.rounding) for count in tally.counts),
        rounding=terms.rounding,
        electorate=tally.electorate,
        minimum_answers=terms.minimum_answers,
    )
    if not leaves_doubt(published, groups):
        raise TooRevealing
    return replace(tally, turnout=published.turnout, counts=published.counts)


def round_people(count: int, step: int) -> int:
    """To the nearest multiple; rounding shares alone would hide nothing below 20 people."""
    return (count + step // 2) // step * step
