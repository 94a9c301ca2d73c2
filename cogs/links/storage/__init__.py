"""The rows of links."""

from cogs.links.storage.drafts import LinkDraftStorage
from cogs.links.storage.links import LinkStorage
from cogs.links.storage.people import LinkPeopleStorage

__all__ = ["LinkDraftStorage", "LinkPeopleStorage", "LinkStorage"]
