"""The use cases of polls; no Discord and no SQL."""

from cogs.polls.service.drafts import DraftService, Preparation
from cogs.polls.service.polls import CARD, OPEN, PAST, RESULT, SUSPENDED, UPDATE, Page, PollService

__all__ = [
    "CARD",
    "OPEN",
    "PAST",
    "RESULT",
    "SUSPENDED",
    "UPDATE",
    "DraftService",
    "Page",
    "PollService",
    "Preparation",
]
