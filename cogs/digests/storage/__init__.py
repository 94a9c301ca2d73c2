"""The rows of digests."""

from cogs.digests.storage.digests import DigestStorage
from cogs.digests.storage.issues import IssueStorage
from cogs.digests.storage.people import ReaderStorage

__all__ = ["DigestStorage", "IssueStorage", "ReaderStorage"]
