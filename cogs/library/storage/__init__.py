"""The rows of the library."""

from cogs.library.storage.digest import NewsStorage
from cogs.library.storage.drafts import DraftStorage
from cogs.library.storage.entries import EntryStorage
from cogs.library.storage.people import PeopleStorage

__all__ = ["DraftStorage", "EntryStorage", "NewsStorage", "PeopleStorage"]
