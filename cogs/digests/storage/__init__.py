"""The rows of digests."""

from cogs.digests.storage.digests import DigestStorage
from cogs.digests.storage.issues import IssueStorage
from cogs.digests.storage.people import ReaderStorage
from cogs.digests.storage.welcomes import WelcomeStorage

__all__ = ["DigestStorage", "IssueStorage", "ReaderStorage", "WelcomeStorage"]
