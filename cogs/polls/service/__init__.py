"""The use cases of polls; no Discord and no SQL."""

from cogs.polls.service.digest import OpenPolls, PollResults
from cogs.polls.service.drafts import EMPTY, DraftService, Preparation, Texts
from cogs.polls.service.lookup import OPEN, PAST, PREFIX, PollLookup, document_of
from cogs.polls.service.polls import CARD, REMINDED, REMINDER, RESULT, SUSPENDED, UPDATE, PollService
from cogs.polls.service.second import ASKED, SecondModerator

__all__ = [
    "ASKED",
    "CARD",
    "EMPTY",
    "OPEN",
    "PAST",
    "PREFIX",
    "REMINDED",
    "REMINDER",
    "RESULT",
    "SUSPENDED",
    "UPDATE",
    "DraftService",
    "OpenPolls",
    "PollLookup",
    "PollResults",
    "PollService",
    "Preparation",
    "SecondModerator",
    "Texts",
    "document_of",
]
