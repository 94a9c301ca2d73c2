"""How well French is found: this bot's search beside plain FTS5 and tantivy's French analyser, on the same sets."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from tempfile import TemporaryDirectory

from bot.client import MIGRATIONS
from bot.clock import Clock
from bot.storage.database import Database
from bot.text.query import parse_query
from bot.text.search import SearchIndex
from bot.text.thesaurus import SHIPPED, Thesaurus
from tests.bench.tantivy_index import TantivyIndex
from tests.text.labelled import FOLDER, LOOKED_AT, TEST_THEMES, LabelledSet, judge, load_set

SETS = ("own", "held_out")
NEITHER = "not there"


async def run(folder: Path = FOLDER, themes: Path = SHIPPED) -> None:
    themes = themes if themes.exists() else TEST_THEMES
    print(f"Retrieval: recall among {LOOKED_AT}, mean reciprocal rank (thesaurus: {themes.name})\n")
    print(f"{'':44}{'recall@10':>10}{'MRR':>8}  to reach ≥ 0.95, ≥ 0.85")
    for name in SETS:
        labelled = load_set(name, folder)
        if labelled is None:
            print(f"{name}: {NEITHER}")
            continue
        title = f"{name}, {len(labelled.documents)} entries, {len(labelled.queries)} queries"
        _row(f"{title}: this bot", labelled, await _ours(labelled, themes))
        for way, ask in (("FTS5 unicode61, any word", _fts5(labelled)), ("tantivy French", _tantivy(labelled))):
            _row(f"  {way}", labelled, [ask(asked.text) for asked in labelled.queries])


def _row(what: str, labelled: LabelledSet, answers: list[list[str]]) -> None:
    quality = judge(labelled.queries, answers)
    print(f"{what:<44}{quality.recall:>10.3f}{quality.mrr:>8.3f}")


async def _ours(labelled: LabelledSet, themes: Path) -> list[list[str]]:
    with TemporaryDirectory(prefix="bench-") as folder:
        database = await Database.open(Path(folder) / "search.db", MIGRATIONS)
        index = SearchIndex(database, await Thesaurus.load(database, themes), Clock())
        async with database.transaction() as transaction:
            for document in labelled.documents:
                await index.put(transaction, document)
        answers = [await answer(index, asked.text) for asked in labelled.queries]
        await database.close()
    return answers


async def answer(index: SearchIndex, text: str) -> list[str]:
    found = await index.search(parse_query(text), page_size=LOOKED_AT)
    return [hit.ref.partition(":")[2] for hit in found.hits]


def _fts5(labelled: LabelledSet) -> Callable[[str], list[str]]:
    connection = sqlite3.connect(":memory:")
    connection.execute("CREATE VIRTUAL TABLE entries USING fts5 (id UNINDEXED, title, summary, body, tags)")
    connection.executemany(
        "INSERT INTO entries VALUES (?, ?, ?, ?, ?)",
        [
            (one.ref.partition(":")[2], one.title, one.summary, one.body, " ".join(one.facets["tag"]))
            for one in labelled.documents
        ],
    )

    def ask(text: str) -> list[str]:
        words = re.findall(r"\w+", text)
        with closing(connection.cursor()) as cursor:
            cursor.execute(
                "SELECT id FROM entries WHERE entries MATCH ? ORDER BY rank LIMIT ?",
                (" OR ".join(f'"{word}"' for word in words), LOOKED_AT),
            )
            return [row[0] for row in cursor.fetchall()]

    return ask


def _tantivy(labelled: LabelledSet) -> Callable[[str], list[str]]:
    index = TantivyIndex()
    index.add(
        (one.ref.partition(":")[2], " \n".join((one.title, one.summary, one.body, " ".join(one.facets["tag"]))))
        for one in labelled.documents
    )
    return lambda text: index.search(text, LOOKED_AT)
