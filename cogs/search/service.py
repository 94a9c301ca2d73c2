"""Asking the one index in the words of its readers."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import AsyncIterator, Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

from bot.registry import DigestItem, FacetValues, Registry, SearchSource
from bot.storage.settings import Settings
from bot.text.french import fold
from bot.text.query import Query, parse_query
from bot.text.search import Progress, SearchIndex
from bot.text.search_models import Document, Found, Order
from bot.text.thesaurus import Thesaurus
from cogs.search.models import LONGEST, LongQueries, State

log = logging.getLogger(__name__)

PAGE_SIZE = 5
REBUILT = "search-index"
# Raised when what is indexed, or how, changes: the next start then indexes everything again.
INDEX_VERSION = "1"
MISS = "search:miss"
MISSED_OFTEN = 3


@dataclass(frozen=True, slots=True)
class Results:
    state: State
    query: Query
    found: Found

    @property
    def pages(self) -> int:
        return max(1, -(-self.found.total // PAGE_SIZE))


class SearchService:
    def __init__(self, index: SearchIndex, thesaurus: Thesaurus, registry: Registry, *, settings: Settings) -> None:
        self._index = index
        self._thesaurus = thesaurus
        self._registry = registry
        self._settings = settings
        self._rebuilding: asyncio.Task[None] | None = None
        self.long_queries = LongQueries()

    async def search(self, state: State, say: Callable[[str, str], Sequence[str]]) -> Results:
        """`say(facet, value)`: the names of a value in every language, for `lieu:festival`. Never raises.

        What was looked for in vain is counted, without whoever looked.
        """
        query = parse_query(state.text[:LONGEST]).resolve(lambda facet, value: self._find(facet, value, say))
        if query.is_empty and state.text.strip():  # signs only: that is no wish to see everything
            return Results(state, query, Found())
        found = await self._index.search(
            query, order=Order(state.order), page=state.page, page_size=PAGE_SIZE, within=state.within or None
        )
        if found.whole == 0 and state.page == 0 and not query.is_empty:
            await self._index.note_miss(query)
        return Results(state, query, found)

    async def rebuild(self, progress: Progress) -> None:
        """Everything public, from its sources, while searching goes on."""
        await self._index.rebuild(self._documents(), progress)
        await self._settings.write_note(REBUILT, INDEX_VERSION)

    async def resume(self) -> None:
        """Rebuilds in the background where an update asks for it."""
        if await self._settings.note(REBUILT) != INDEX_VERSION:
            self._rebuilding = asyncio.create_task(self.rebuild(_log_progress), name="search:rebuild")

    async def close(self) -> None:
        if self._rebuilding is not None and not self._rebuilding.done():
            self._rebuilding.cancel()
            await asyncio.wait([self._rebuilding])

    async def _documents(self) -> AsyncIterator[Document]:
        for source in self._registry.all(SearchSource):
            async for document in source.documents():
                yield document

    def source(self, ref: str) -> SearchSource | None:
        prefix = ref.partition(":")[0]
        return next((source for source in self._registry.all(SearchSource) if source.prefix == prefix), None)

    def _find(self, facet: str, typed: str, say: Callable[[str, str], Sequence[str]]) -> str | None:
        """The key that a value names, by its beginning too."""
        if facet == "tag":
            tag = self._thesaurus.find(typed)
            return tag.key if tag else None
        wanted = fold(typed)
        values = [value for offer in self._registry.all(FacetValues) if offer.facet == facet for value in offer.values]
        named = [(value, [fold(value), *(fold(name) for name in say(facet, value))]) for value in values]
        exact = next((value for value, names in named if wanted in names), None)
        return exact or next((value for value, names in named if any(name.startswith(wanted) for name in names)), None)


async def _log_progress(done: int) -> None:
    log.info("indexed %d texts", done)


class Misses:
    """A `DigestSource`: what was looked for in vain, several times; the words and nothing about who looked."""

    section, order = "misses", 80

    def __init__(self, index: SearchIndex) -> None:
        self._index = index

    async def items(self, since: datetime, until: datetime) -> list[DigestItem]:
        """Once the day of the last search is over: nothing finer than the day is known."""
        found = [
            DigestItem(
                ref=f"{MISS}:{miss.words}", title=f"« {miss.words} »", summary="", published_at=_end_of(miss.last_day)
            )
            for miss in await self._index.list_misses()
            if miss.searches >= MISSED_OFTEN
        ]
        return sorted(
            (item for item in found if since <= item.published_at < until), key=lambda item: item.published_at
        )

    def knows(self, ref: str) -> bool:
        return ref.startswith(f"{MISS}:")

    async def stands(self, ref: str) -> bool:
        """Whether nothing answers it still."""
        words = ref.removeprefix(f"{MISS}:")
        return not (await self._index.search(parse_query(words), page_size=1)).total


def _end_of(day: date) -> datetime:
    return datetime.combine(day + timedelta(days=1), time(), UTC)
