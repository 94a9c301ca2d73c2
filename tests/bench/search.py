"""The speed of search at the service, beside raw FTS5, LIKE and tantivy on the same entries in the same run."""

from __future__ import annotations

import random
import time
from collections.abc import AsyncGenerator, AsyncIterator, Awaitable, Callable, Mapping, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from itertools import accumulate
from pathlib import Path
from statistics import median, quantiles
from tempfile import TemporaryDirectory

from bot.client import MIGRATIONS
from bot.clock import Clock
from bot.storage.database import Database
from bot.text.query import parse_query
from bot.text.search import SearchIndex
from bot.text.search_models import Document
from bot.text.thesaurus import Thesaurus
from tests.bench import retrieval
from tests.bench.tantivy_index import TantivyIndex
from tests.text.labelled import TEST_THEMES

LARGE = 2_000  # characters of an entry where the absolute figures are taken
SMALL = 300  # characters of an entry where growth is: 100,000 long ones would take most of the bench's time
SIZES = (1_000, 10_000, 100_000)
PAGE = 5
TIMES = 40
WORDS = {"spectacle": 2, "médiatrices": 10, "billetterie": 100}  # one entry in so many holds it
_BEGINNINGS, _ENDS = ("t", "r", "ch", "b", "v", "s", "pl", "g", "dr", "f", "m"), ("a", "en", "ou", "i", "er", "on")
SYLLABLES = [beginning + end for beginning in _BEGINNINGS for end in _ENDS]
START = datetime(2020, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Case:
    what: str
    text: str
    refine: Mapping[str, str]


CASES = (
    Case("a word in 50 % of entries", "spectacle", {}),
    Case("a word in 10 %, without accent, masculine", "mediateur", {}),
    Case("a word in 1 %", "billetterie", {}),
    Case("three words, two facets", "spectacle mediateur billetterie", {"year": "2024", "venue": "venue-0"}),
    Case("a mistyped word", "billeterrie", {}),
)


async def run() -> None:
    await retrieval.run()
    print(f"\nSearch at the service, in milliseconds: 10,000 entries of {LARGE:,} characters\n")
    async with _rig(10_000, LARGE) as rig:
        await _absolute(rig)
    print(
        f"\nGrowth, entries of {SMALL} characters: median, beside the same MATCH ordered by bm25, its page and count\n"
    )
    print(f"{'':34}{'this bot':>10}{'raw FTS5':>10}{'ratio':>7}{'tantivy':>9}{'LIKE':>9}  to reach")
    for size in SIZES:
        async with _rig(size, SMALL) as rig:
            await _growth(rig)


@dataclass(slots=True)
class Rig:
    size: int
    database: Database
    index: SearchIndex
    tantivy: TantivyIndex
    building: float
    tantivy_building: float


async def _absolute(rig: Rig) -> None:
    print(f"{'':46}{'median':>9}{'p99':>9}  to reach ≤ 15, ≤ 60")
    for case in CASES:
        await _print_case(rig, case)
    titles = [
        await _timed(lambda typed=typed: rig.index.complete_titles(typed)) for typed in _typed() for _ in range(5)
    ]
    print(f"{'completion of a title':<46}{1000 * median(titles):>9.2f}{1000 * _p99(titles):>9.2f}  to reach p99 ≤ 10")
    _print_building(rig)


async def _print_case(rig: Rig, case: Case) -> None:
    query = parse_query(case.text)
    spent = [await _timed(lambda: rig.index.search(query, refine=case.refine)) for _ in range(3 * TIMES)]
    print(f"{case.what:<46}{1000 * median(spent):>9.2f}{1000 * _p99(spent):>9.2f}")


async def _growth(rig: Rig) -> None:
    for word, one_in in WORDS.items():
        query = parse_query(word)
        question = rig.index.ask(query)
        found = await rig.index.search(query)
        ours = median([await _timed(lambda query=query: rig.index.search(query)) for _ in range(TIMES)])
        raw = median([await _timed(lambda match=question: _raw(rig.database, match)) for _ in range(TIMES)])
        other = median([_timed_now(lambda word=word: rig.tantivy.search(word, PAGE)) for _ in range(TIMES)])
        like = await _timed(lambda word=word: _like(rig.database, word))
        what = f"{rig.size:>7,}: in {100 // one_in} %, {found.total:,} hits"
        target = "≤ 2" if rig.size == SIZES[-1] else ""
        print(
            f"{what:<34}{1000 * ours:>10.2f}{1000 * raw:>10.2f}{ours / raw:>7.2f}{1000 * other:>9.2f}"
            f"{1000 * like:>9.1f}  {target}"
        )
    _print_building(rig)


def _print_building(rig: Rig) -> None:
    print(
        f"{'':9}built in {rig.building:.1f} s ({1000 * rig.building / rig.size:.2f} ms an entry); "
        f"tantivy in {rig.tantivy_building:.1f} s"
    )


async def _raw(database: Database, match: str) -> None:
    await database.all("SELECT rowid FROM search_words WHERE search_words MATCH ? ORDER BY rank LIMIT ?", (match, PAGE))
    await database.one("SELECT count(*) FROM search_words WHERE search_words MATCH ?", (match,))


async def _like(database: Database, word: str) -> None:
    await database.all(
        "SELECT document_id FROM search_documents WHERE body LIKE ? ORDER BY published_at DESC LIMIT ?",
        (f"%{word}%", PAGE),
    )
    await database.one("SELECT count(*) FROM search_documents WHERE body LIKE ?", (f"%{word}%",))


@asynccontextmanager
async def _rig(size: int, length: int) -> AsyncGenerator[Rig]:
    # Beside the checkout, not in a memory file system.
    with TemporaryDirectory(prefix="bench-", dir=Path.cwd()) as folder:
        database = await Database.open(Path(folder) / "search.db", MIGRATIONS)
        index = SearchIndex(database, await Thesaurus.load(database, TEST_THEMES), Clock())
        tantivy = TantivyIndex()
        documents = _write(size, length)

        async def each() -> AsyncIterator[Document]:
            for document in documents:
                yield document

        building = await _timed(lambda: index.rebuild(each(), _nothing))
        tantivy_building = _timed_now(
            lambda: tantivy.add((document.ref, f"{document.title} {document.body}") for document in documents)
        )
        await index.search(parse_query("x"))
        yield Rig(size, database, index, tantivy, building, tantivy_building)
        await database.close()


def _write(size: int, length: int) -> Sequence[Document]:
    """Words as frequent as in a language (Zipf), and three of known frequency."""
    chance = random.Random(5)
    words = sorted({"".join(chance.choices(SYLLABLES, k=chance.randint(2, 4))) for _ in range(30_000)})
    weights = list(accumulate(1 / (rank + 3) for rank in range(len(words))))

    def text(count: int, number: int) -> str:
        written = chance.choices(words, cum_weights=weights, k=count)
        for word, one_in in WORDS.items():
            if number % one_in == 0:
                written[chance.randrange(count)] = word
        return " ".join(written)

    return [_document(number, chance, text(6, 1), text(length // 7, number)) for number in range(size)]


def _document(number: int, chance: random.Random, title: str, body: str) -> Document:
    return Document(
        ref=f"library:{number}",
        kind=("charter", "experience", "study", "notes")[number % 4],
        title=title,
        summary=body[:100],
        body=body,
        facets={
            "tag": tuple(f"tag-{chance.randrange(150)}" for _ in range(3)),
            "venue": (f"venue-{number % 8}",),
            "trade": (f"trade-{number % 12}",),
            "year": (str(2020 + chance.randrange(7)),),
            "licence": ("cc-by-sa",),
        },
        published_at=START + timedelta(minutes=number),
    )


def _typed() -> Sequence[str]:
    return ("t", "ta", "tari", "chou", "ma ta", "chabou r", "v", "serpla", "men", "zz")


async def _nothing(_done: int) -> None:
    return None


async def _timed(work: Callable[[], Awaitable[object]]) -> float:
    began = time.perf_counter()
    await work()
    return time.perf_counter() - began


def _timed_now(work: Callable[[], object]) -> float:
    began = time.perf_counter()
    work()
    return time.perf_counter() - began


def _p99(seconds: Sequence[float]) -> float:
    return quantiles(seconds, n=100)[98]
