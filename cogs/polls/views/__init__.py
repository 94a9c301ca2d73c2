"""The buttons, selects and forms of polls: each finds the poll by its number, a ballot by a random ticket."""

from cogs.polls.views import drafts, lists, voting
from cogs.polls.views.drafts import DraftForm
from cogs.polls.views.lists import PollSource, show_list, show_result
from cogs.polls.views.parts import require_may_open
from cogs.polls.views.voting import show_ballot

DYNAMICS = (*drafts.DYNAMICS, *voting.DYNAMICS, *lists.DYNAMICS)

__all__ = [
    "DYNAMICS",
    "DraftForm",
    "PollSource",
    "require_may_open",
    "show_ballot",
    "show_list",
    "show_result",
]
