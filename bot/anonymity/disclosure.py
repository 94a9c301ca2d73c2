"""What may be published of a tally, and the floors of the thresholds.

Anchors: 5 answers for scores (Glint, Culture Amp), 3 units (INSEE); ours are at or above them.
"""

from __future__ import annotations

from bot.anonymity.ballot_box import Tally
from bot.anonymity.box_format import Terms
from bot.errors import UserError

FLOOR = Terms(minimum_electorate=5, minimum_answers=5)
FLOOR_FOR_A_ROLE = 10


class ElectorateTooSmall(UserError):
    def __init__(self, *, size: int, minimum: int) -> None:
        super().__init__("ballot-electorate-too-small", size=size, minimum=minimum)


def terms_for(community: Terms, *, role: bool) -> Terms:
    """The community's thresholds, never under the floors; a role's electorate is easier to guess, so it is larger."""
    floor = FLOOR_FOR_A_ROLE if role else FLOOR.minimum_electorate
    return Terms(
        minimum_electorate=max(community.minimum_electorate, floor),
        minimum_answers=max(community.minimum_answers, FLOOR.minimum_answers),
    )


def require_electorate(size: int, terms: Terms) -> None:
    if size < terms.minimum_electorate:
        raise ElectorateTooSmall(size=size, minimum=terms.minimum_electorate)


def may_publish(tally: Tally) -> bool:
    """By the terms frozen in the box, whatever the settings have become since."""
    return tally.turnout >= max(tally.terms.minimum_answers, FLOOR.minimum_answers)
