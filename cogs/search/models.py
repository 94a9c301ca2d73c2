"""Where a search stands: everything a button must carry to go on from there."""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import dataclass
from hashlib import sha256

from bot.errors import UserError

LONGEST = 300
MOST_REMEMBERED = 1000
# With `search:<act>:<within>:<order>:<page>:`, a query of this length fits a custom_id.
_INLINE = 55
_TICKET = "~"


@dataclass(frozen=True, slots=True)
class State:
    """`within`: a prefix of refs, or "" for everything. `order`: relevance or date."""

    text: str
    within: str = ""
    order: str = "relevance"
    page: int = 0


class SearchForgotten(UserError):
    def __init__(self) -> None:
        super().__init__("search-forgotten")


class LongQueries:
    """Queries too long for a button, in memory, under a ticket: the same query has the same one."""

    def __init__(self) -> None:
        self._held: OrderedDict[str, str] = OrderedDict()

    def write(self, text: str) -> str:
        """What stands for the query in a custom_id."""
        if len(text) <= _INLINE and not text.startswith(_TICKET):
            return text
        ticket = _TICKET + sha256(text.encode()).hexdigest()[:16]
        self._held[ticket] = text
        self._held.move_to_end(ticket)
        while len(self._held) > MOST_REMEMBERED:
            self._held.popitem(last=False)
        return ticket

    def read(self, written: str) -> str:
        """Raises SearchForgotten after a restart, for a long one."""
        if not written.startswith(_TICKET):
            return written
        if written not in self._held:
            raise SearchForgotten
        return self._held[written]
