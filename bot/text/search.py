"""The one index of everything public: put, removed, searched, completed, corrected. Speaks no language of its own."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterable, Awaitable, Callable, Mapping, Sequence

from bot.clock import Clock
from bot.storage.database import Database, Transaction
from bot.text.extracts import find_spelling, make_extract
from bot.text.facet_table import FacetTable
from bot.text.french import STOP_WORDS, match_words, stem
from bot.text.indexed import Indexed, index_document, plain
from bot.text.matching import STEM, Asker, Question, any_of, quote
from bot.text.query import Query
from bot.text.search_models import Completion, Document, FacetCount, Found, Hit, Miss, Order
from bot.text.search_storage import SearchStorage, Stored
from bot.text.tag_index import TagIndex
from bot.text.vocabulary import Vocabulary

NEAREST = 10  # a result with fewer whole answers is completed up to this many
MOST_MISSES = 500
LONGEST_MISS = 80
BATCH = 100  # documents of one transaction while rebuilding
LARGEST_PAGE = 50
LONGEST_NUMBER = 8  # digits; a Discord id has seventeen or more
NO_REFINEMENT: Mapping[str, str] = {}
Progress = Callable[[int], Awaitable[None]]


class SearchIndex:
    """What `search` knows in memory it learns from committed rows only, so a rolled back `put` leaves no trace."""

    def __init__(self, database: Database, thesaurus: TagIndex, clock: Clock) -> None:
        self._storage = SearchStorage(database)
        self._tags = thesaurus
        self._clock = clock
        self._facets = FacetTable()
        self._vocabulary = Vocabulary()
        self._learning = asyncio.Lock()
        self._removed_meanwhile: set[str] = set()

    async def put(self, transaction: Transaction, document: Document) -> None:
        """Replaces what has the same ref."""
        await self._put(transaction, [await self._index(document)])

    async def remove(self, transaction: Transaction, ref: str) -> None:
        """Nothing happens where there is no such ref."""
        self._removed_meanwhile.add(ref)
        await self._storage.forget_spellings(transaction, await self._storage.remove_all(transaction, [ref]))

    async def forget_removed(self, transaction: Transaction) -> None:
        """After an erasure: no byte of the index holds the words of what was removed. A second or so at 10,000."""
        await self._storage.forget_removed(transaction)

    async def search(
        self,
        query: Query,
        *,
        order: Order = Order.RELEVANCE,
        page: int = 0,
        page_size: int = 5,
        refine: Mapping[str, str] = NO_REFINEMENT,
        within: str | None = None,
    ) -> Found:
        """`within` is the beginning of refs («library»); `refine`, facets chosen on the result, by key.

        Nothing asked: everything, the latest first. A page beyond the end is empty.
        """
        await self._learn()
        question = self._ask(query, refine, within, {})
        whole = await self._list_hits(question)
        # Every word of a whole answer is in the index: only where there is none can one be mistyped.
        instead = {} if whole else await self._correct(query)
        if instead:
            question = self._ask(query, refine, within, instead)
            whole = await self._list_hits(question)
        first, size = max(0, page) * page_size, max(1, min(page_size, LARGEST_PAGE))
        near = await self._find_near(question, NEAREST - len(whole))
        shown = near[max(0, first - len(whole)) : max(0, first + size - len(whole))]
        if first < len(whole):
            shown = [*await self._list_page(question, order, limit=size, offset=first), *shown]
        stored = await self._storage.list_documents(shown)
        async with self._learning:  # nothing is learnt while it is counted
            facets, hits, suggestion = await asyncio.to_thread(
                lambda: (self._count([*whole, *near]), *_present(stored, question, query, instead))
            )
        return Found(hits, len(whole) + len(near), facets, suggestion, len(whole))

    def ask(self, query: Query) -> str:
        """What FTS5 is asked for a query, nothing corrected: to look under the bonnet."""
        return self._ask(query, NO_REFINEMENT, None, {}).whole()

    def _ask(self, query: Query, refine: Mapping[str, str], within: str | None, instead: Mapping[str, str]) -> Question:
        return Asker(self._tags, self._facets.value_ids, instead).ask(query, refine, within)

    async def complete_titles(
        self, typed: str, *, within: str | None = None, limit: int = 25
    ) -> tuple[Completion, ...]:
        """Titles that begin as typed first, then those that hold the words; the latest where nothing is typed."""
        words = match_words(typed[:100])
        if not words:
            return tuple(title for _, title in await self._storage.list_latest_titles(within, limit))
        found = dict(await self._storage.list_titles_from(plain(typed[:100]), within, limit))
        if len(found) < limit:
            found |= dict(await self._storage.list_titles_with(words, within, limit))
        return tuple(found.values())[:limit]

    async def suggest(self, query: Query) -> str | None:
        """The query with its unknown words corrected; None where there is nothing to correct."""
        return (await self.search(query, page_size=1)).suggestion

    async def note_miss(self, query: Query) -> None:
        """Counts what was looked for in vain: its words and the day, nothing else."""
        words = [word for text in (*query.words, *query.phrases) for word in match_words(text)]
        said = " ".join(word for word in words if not _may_be_an_id(word))[:LONGEST_MISS].strip()
        if said:
            await self._storage.note_miss(said, self._clock.now().date(), MOST_MISSES)

    async def list_misses(self, limit: int = 25) -> tuple[Miss, ...]:
        """The most often looked for first."""
        return tuple(await self._storage.list_misses(limit))

    async def rebuild(self, documents: AsyncIterable[Document], progress: Progress) -> None:
        """Everything anew from `documents`, while searching goes on; `progress` is told how many are done.

        What is put or removed meanwhile counts as newer than what `documents` says of it.
        """
        last, _, _ = await self._storage.last_ids()
        self._removed_meanwhile = set()
        batch: list[Indexed] = []
        done = 0
        async for document in documents:
            batch.append(await self._index(document))
            if len(batch) == BATCH:
                done += await self._put_batch(batch, last)
                batch = []
                await progress(done)
        done += await self._put_batch(batch, last)
        await self._remove_older(last)
        async for _ in self._storage.merge_pieces():
            await asyncio.sleep(0)
        await progress(done)

    async def _put_batch(self, batch: Sequence[Indexed], last: int) -> int:
        latest = {indexed.document.ref: indexed for indexed in batch}
        async with self._storage.transaction() as transaction:
            known = await self._storage.find_document_ids(transaction, latest)
            removed = self._removed_meanwhile.difference(known)
            stale = removed.union(ref for ref, document_id in known.items() if document_id > last)
            await self._put(transaction, [indexed for ref, indexed in latest.items() if ref not in stale])
        return len(batch)

    async def _remove_older(self, last: int) -> None:
        while refs := await self._storage.list_older(last, BATCH):
            async with self._storage.transaction() as transaction:
                await self._storage.forget_spellings(transaction, await self._storage.remove_all(transaction, refs))

    async def _index(self, document: Document) -> Indexed:
        names = [name for key in document.facets.get("tag", ()) for name in (key, *self._tags.names_of(key)[:2])]
        return await asyncio.to_thread(index_document, document, names)

    async def _put(self, transaction: Transaction, batch: Sequence[Indexed]) -> None:
        removed = await self._storage.put_all(transaction, batch)
        words = frozenset[str]().union(*(indexed.vocabulary for indexed in batch))
        await self._storage.learn_spellings(transaction, words)
        if removed - words:
            await self._storage.forget_spellings(transaction, removed - words)

    async def _learn(self) -> None:
        async with self._learning:
            known = (self._facets.last_document_id, self._facets.last_value_id, self._vocabulary.last_word_id)
            if await self._storage.last_ids() == known:
                return
            self._facets.learn_values(await self._storage.list_values(self._facets.last_value_id))
            while rows := await self._storage.list_document_values(self._facets.last_document_id):
                await asyncio.to_thread(self._facets.learn_documents, rows)
            spellings = await self._storage.list_spellings(self._vocabulary.last_word_id)
            await asyncio.to_thread(self._vocabulary.learn, spellings)

    async def _list_hits(self, question: Question) -> list[int]:
        return await (self._storage.list_all() if question.is_everything else self._storage.list_hits(question.whole()))

    async def _list_page(self, question: Question, order: Order, *, limit: int, offset: int) -> list[int]:
        """By date where no words give another order; what is said in the words typed before what means the same."""
        if question.is_everything:
            return await self._storage.list_latest(limit=limit, offset=offset)
        if order is Order.DATE or not question.has_synonyms:
            order = order if question.wanted else Order.DATE
            return await self._storage.list_best(question.whole(), order, limit=limit, offset=offset)
        typed = await self._storage.list_best(question.typed(), order, limit=limit, offset=offset)
        if len(typed) == limit:
            return typed
        skipped = offset - len(await self._storage.list_hits(question.typed()))
        room = limit - len(typed)
        return typed + await self._storage.list_best(question.otherwise(), order, limit=room, offset=max(0, skipped))

    async def _find_near(self, question: Question, room: int) -> list[int]:
        if room <= 0 or len(question.wanted) < 2:  # noqa: PLR2004 - of one word there is no part
            return []
        return await self._storage.list_best(question.partly(), Order.RELEVANCE, limit=room, offset=0)

    def _count(self, document_ids: Sequence[int]) -> dict[str, tuple[FacetCount, ...]]:
        return self._facets.count(document_ids, lambda key: self._tags.find_key(key) or key)

    async def _correct(self, query: Query) -> dict[str, str]:
        """For words that nothing holds: the word begun, or the nearest one, the more frequent of two as near."""
        words = [word for word in query.words if len(match_words(word)) == 1]
        named = self._tags.find_named([match_words(word)[0] for word in words])
        known = {place for found in named for place in range(found.start, found.end)}
        instead: dict[str, str] = {}
        for place, word in enumerate(words):
            if place not in known and not word.endswith("*"):
                better = await self._find_better(match_words(word)[0])
                if better is not None:
                    instead[word] = better
        return instead

    async def _find_better(self, word: str) -> str | None:
        if word in STOP_WORDS or await self._storage.has_any(any_of((quote(word), quote(STEM + stem(word))))):
            return None
        async with self._learning:
            if await asyncio.to_thread(self._vocabulary.has_beginning, word):
                return word + "*"
            near = await asyncio.to_thread(self._vocabulary.find_near, word)
        counted = [
            (distance, -await self._storage.count_word(found, STEM + stem(found)), found) for found, distance in near
        ]
        return min(((distance, count, found) for distance, count, found in counted if count), default=(0, 0, None))[2]


def _present(
    stored: Sequence[Stored], question: Question, query: Query, instead: Mapping[str, str]
) -> tuple[tuple[Hit, ...], str | None]:
    hits = tuple(
        Hit(item.ref, item.kind, item.title, make_extract((item.summary, item.body), question.shown)) for item in stored
    )
    texts = [text for item in stored for text in (item.title, item.summary, item.body)]
    corrected = {word: find_spelling(texts, better) for word, better in instead.items() if not better.endswith("*")}
    return hits, query.correct(corrected).text if corrected else None


def _may_be_an_id(word: str) -> bool:
    return sum(character.isdigit() for character in word) > LONGEST_NUMBER
