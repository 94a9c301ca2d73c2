"""The rows of the search index."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator, Iterable, Sequence
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass
from datetime import date

from bot.storage.database import Database, Row, Transaction
from bot.text.extracts import READ
from bot.text.indexed import Indexed, facet_words, source_of, spellings
from bot.text.matching import quote
from bot.text.search_models import Completion, Miss, Order

_PAGE = 20_000  # rows read at once
_MERGED_PAGES = 200  # of the index, merged at a time


@dataclass(frozen=True, slots=True)
class Stored:
    """As much of a document as a hit needs."""

    ref: str
    kind: str
    title: str
    summary: str
    body: str


class SearchStorage:
    def __init__(self, database: Database) -> None:
        self._database = database

    def transaction(self) -> AbstractAsyncContextManager[Transaction]:
        return self._database.transaction()

    async def put_all(self, transaction: Transaction, batch: Sequence[Indexed]) -> frozenset[str]:
        """Refs are each there once. Gives the spellings of what was replaced.

        As one statement for each table: a statement for each row takes three times as long.
        """
        removed = await self.remove_all(transaction, [indexed.document.ref for indexed in batch])
        await transaction.execute(
            "INSERT INTO search_documents (ref, kind, title, summary, body, folded_title, published_at) "
            f"{_fields(7)} ORDER BY key",
            (json.dumps([_document_fields(indexed) for indexed in batch]),),
        )
        document_ids = await self.find_document_ids(transaction, [indexed.document.ref for indexed in batch])
        value_ids = await self._put_values(transaction, [(document_ids[one.document.ref], one) for one in batch])
        rows = [
            (document_id, *one.columns, facet_words(value_ids[document_id]), source_of(one.document.ref))
            for one in batch
            for document_id in (document_ids[one.document.ref],)
        ]
        await transaction.execute(
            f"INSERT INTO search_words (rowid, title, summary, body, tags, facets) {_fields(6)}", (json.dumps(rows),)
        )
        titles = json.dumps([(row[0], row[1], row[-1]) for row in rows])
        await transaction.execute(f"INSERT INTO search_titles (rowid, title, source) {_fields(3)}", (titles,))
        return removed

    async def find_document_ids(self, transaction: Transaction, refs: Iterable[str]) -> dict[str, int]:
        """Of those that are there."""
        row = await transaction.one(
            "SELECT json_group_object(ref, document_id) AS ids FROM search_documents "
            "WHERE ref IN (SELECT value FROM json_each(?))",
            (json.dumps(list(refs)),),
        )
        return json.loads(row["ids"]) if row else {}

    async def remove_all(self, transaction: Transaction, refs: Iterable[str]) -> frozenset[str]:
        """What could be corrected to them; refs that are not there do no harm."""
        row = await transaction.one(
            "SELECT json_group_array(document_id) AS ids FROM search_documents "
            "WHERE ref IN (SELECT value FROM json_each(?))",
            (json.dumps(list(refs)),),
        )
        if row is None or row["ids"] == "[]":
            return frozenset()
        held = await transaction.one(
            "SELECT group_concat(title || ' ' || summary || ' ' || body || ' ' || tags, ' ') AS words "
            "FROM search_words WHERE rowid IN (SELECT value FROM json_each(?))",
            (row["ids"],),
        )
        for statement in (
            "DELETE FROM search_words WHERE rowid IN (SELECT value FROM json_each(?))",
            "DELETE FROM search_titles WHERE rowid IN (SELECT value FROM json_each(?))",
            "DELETE FROM search_document_values WHERE document_id IN (SELECT value FROM json_each(?))",
            "DELETE FROM search_documents WHERE document_id IN (SELECT value FROM json_each(?))",
        ):
            await transaction.execute(statement, (row["ids"],))
        words = (held["words"] or "").split() if held else []
        return spellings(words)

    async def _put_values(
        self, transaction: Transaction, batch: Sequence[tuple[int, Indexed]]
    ) -> dict[int, tuple[int, ...]]:
        """The numbers of the values of each document."""
        rows = json.dumps([(document_id, *value) for document_id, indexed in batch for value in indexed.values])
        await transaction.execute(
            "INSERT INTO search_values (facet, value) SELECT DISTINCT value ->> 1, value ->> 2 FROM json_each(?) "
            "WHERE true ON CONFLICT DO NOTHING",
            (rows,),
        )
        held = "FROM json_each(?) AS held JOIN search_values AS known "
        held += "ON known.facet = held.value ->> 1 AND known.value = held.value ->> 2"
        await transaction.execute(
            f"INSERT INTO search_document_values SELECT held.value ->> 0, known.value_id {held}", (rows,)
        )
        row = await transaction.one(
            f"SELECT json_group_array(json_array(held.value ->> 0, known.value_id)) AS pairs {held}", (rows,)
        )
        value_ids: dict[int, tuple[int, ...]] = {document_id: () for document_id, _ in batch}
        for document_id, value_id in json.loads(row["pairs"]) if row else ():
            value_ids[document_id] += (value_id,)
        return value_ids

    async def learn_spellings(self, transaction: Transaction, words: Iterable[str]) -> None:
        await transaction.execute(
            "INSERT INTO search_spellings (word) SELECT value FROM json_each(?) WHERE true ON CONFLICT DO NOTHING",
            (json.dumps(sorted(words)),),
        )

    async def forget_spellings(self, transaction: Transaction, words: Iterable[str]) -> None:
        """Those that no document holds any more."""
        await transaction.execute(
            "DELETE FROM search_spellings WHERE word IN (SELECT value FROM json_each(?) AS held "
            "WHERE NOT EXISTS (SELECT 1 FROM search_vocabulary WHERE term IN (held.value, '~' || held.value)))",
            (json.dumps(sorted(words)),),
        )

    async def list_hits(self, match: str) -> list[int]:
        """Every document that answers, in no order."""
        row = await self._database.one(
            "SELECT json_group_array(rowid) AS ids FROM search_words WHERE search_words MATCH ?", (match,)
        )
        return json.loads(row["ids"]) if row else []

    async def list_best(self, match: str, order: Order, *, limit: int, offset: int) -> list[int]:
        sql = (
            "SELECT rowid AS document_id FROM search_words WHERE search_words MATCH ? ORDER BY rank LIMIT ? OFFSET ?"
            if order is Order.RELEVANCE
            else "SELECT document_id FROM search_documents WHERE document_id IN "
            "(SELECT rowid FROM search_words WHERE search_words MATCH ?) "
            "ORDER BY published_at DESC, document_id DESC LIMIT ? OFFSET ?"
        )
        return [row["document_id"] for row in await self._database.all(sql, (match, limit, offset))]

    async def list_all(self) -> list[int]:
        """Every document, in no order."""
        row = await self._database.one("SELECT json_group_array(document_id) AS ids FROM search_documents")
        return json.loads(row["ids"]) if row else []

    async def list_latest(self, *, limit: int, offset: int) -> list[int]:
        rows = await self._database.all(
            "SELECT document_id FROM search_documents ORDER BY published_at DESC, document_id DESC LIMIT ? OFFSET ?",
            (limit, offset),
        )
        return [row["document_id"] for row in rows]

    async def list_documents(self, document_ids: Sequence[int]) -> list[Stored]:
        """In the order asked for; what was removed meanwhile is left out."""
        rows = await self._database.all(
            "SELECT document_id, ref, kind, title, summary, substr(body, 1, ?) AS body FROM search_documents "
            "WHERE document_id IN (SELECT value FROM json_each(?))",
            (READ, json.dumps(list(document_ids))),
        )
        stored = {row["document_id"]: _stored(row) for row in rows}
        return [stored[document_id] for document_id in document_ids if document_id in stored]

    async def has_any(self, match: str) -> bool:
        row = await self._database.one(
            "SELECT EXISTS (SELECT 1 FROM search_words WHERE search_words MATCH ?) AS found", (match,)
        )
        return bool(row and row["found"])

    async def count_word(self, word: str, stem: str) -> int:
        """The documents that hold this word, or the marked stem. Slow for a frequent one."""
        row = await self._database.one(
            "SELECT max(doc) AS doc FROM search_vocabulary WHERE term IN (?, ?)", (word, stem)
        )
        return int(row["doc"] or 0) if row else 0

    async def last_ids(self) -> tuple[int, int, int]:
        """The latest numbers of a document, of a value, of a spelling."""
        row = await self._database.one(
            "SELECT (SELECT max(document_id) FROM search_documents), (SELECT max(value_id) FROM search_values), "
            "(SELECT max(spelling_id) FROM search_spellings)"
        )
        return (row[0] or 0, row[1] or 0, row[2] or 0) if row else (0, 0, 0)

    async def list_values(self, after: int) -> list[tuple[int, str, str]]:
        rows = await self._database.all("SELECT * FROM search_values WHERE value_id > ?", (after,))
        return [(row["value_id"], row["facet"], row["value"]) for row in rows]

    async def list_document_values(self, after: int) -> list[tuple[int, str]]:
        """Some documents, with the numbers of their values joined by commas; none when all are known."""
        rows = await self._database.all(
            "SELECT document_id, group_concat(value_id) AS value_ids FROM search_document_values "
            "WHERE document_id > ? GROUP BY document_id ORDER BY document_id LIMIT ?",
            (after, _PAGE),
        )
        return [(row["document_id"], row["value_ids"]) for row in rows]

    async def list_spellings(self, after: int) -> list[tuple[int, str]]:
        rows = await self._database.all("SELECT * FROM search_spellings WHERE spelling_id > ?", (after,))
        return [(row["spelling_id"], row["word"]) for row in rows]

    async def list_titles_from(self, beginning: str, source: str | None, limit: int) -> list[tuple[int, Completion]]:
        """Titles that begin so, in alphabetical order."""
        rows = await self._database.all(
            "SELECT document_id, ref, title FROM search_documents WHERE folded_title >= ? AND folded_title < ? "
            "AND (? IS NULL OR ref >= ? || ':' AND ref < ? || ';') ORDER BY folded_title LIMIT ?",
            (beginning, beginning + "\U0010ffff", source, source, source, limit),
        )
        return [_completion(row) for row in rows]

    async def list_titles_with(
        self, words: Sequence[str], source: str | None, limit: int
    ) -> list[tuple[int, Completion]]:
        """Titles that hold every word, the last one perhaps not yet written to its end; the latest first."""
        *whole, last = words
        asked = " AND ".join([*map(quote, whole), f"{quote(last)}*"])
        match = f"title : ({asked})" + (f" AND source : {quote(source)}" if source else "")
        rows = await self._database.all(
            "SELECT document_id, ref, search_documents.title AS title FROM search_titles "
            "JOIN search_documents ON document_id = search_titles.rowid WHERE search_titles MATCH ? "
            "ORDER BY search_titles.rowid DESC LIMIT ?",
            (match, limit),
        )
        return [_completion(row) for row in rows]

    async def list_latest_titles(self, source: str | None, limit: int) -> list[tuple[int, Completion]]:
        rows = await self._database.all(
            "SELECT document_id, ref, title FROM search_documents "
            "WHERE ? IS NULL OR ref >= ? || ':' AND ref < ? || ';' "
            "ORDER BY published_at DESC, document_id DESC LIMIT ?",
            (source, source, source, limit),
        )
        return [_completion(row) for row in rows]

    async def note_miss(self, words: str, day: date, most: int) -> None:
        """Beyond `most`, the ones longest not looked for are forgotten."""
        async with self._database.transaction() as transaction:
            await transaction.execute(
                "INSERT INTO search_misses VALUES (?, 1, ?) "
                "ON CONFLICT (words) DO UPDATE SET searches = searches + 1, last_day = excluded.last_day",
                (words, day.isoformat()),
            )
            await transaction.execute(
                "DELETE FROM search_misses WHERE words IN "
                "(SELECT words FROM search_misses ORDER BY last_day DESC, searches DESC LIMIT -1 OFFSET ?)",
                (most,),
            )

    async def list_misses(self, limit: int) -> list[Miss]:
        rows = await self._database.all(
            "SELECT * FROM search_misses ORDER BY searches DESC, last_day DESC, words LIMIT ?", (limit,)
        )
        return [Miss(row["words"], row["searches"], date.fromisoformat(row["last_day"])) for row in rows]

    async def list_older(self, than: int, limit: int) -> list[str]:
        """Refs of documents put before a number was given."""
        rows = await self._database.all(
            "SELECT ref FROM search_documents WHERE document_id <= ? LIMIT ?", (than, limit)
        )
        return [row["ref"] for row in rows]

    async def merge_pieces(self) -> AsyncIterator[None]:
        """Merges what was written piece by piece, a little at each step, until one piece is left."""
        pages = -_MERGED_PAGES  # negative: begins even if there is little to do
        while True:
            async with self._database.transaction() as transaction:
                before = await transaction.one("SELECT total_changes() AS changes")
                await transaction.execute("INSERT INTO search_words (search_words, rank) VALUES ('merge', ?)", (pages,))
                after = await transaction.one("SELECT total_changes() AS changes")
            assert before is not None
            assert after is not None
            if after["changes"] - before["changes"] < 2:  # noqa: PLR2004 - FTS5 counts the order itself as one
                return
            pages = _MERGED_PAGES
            yield

    async def forget_removed(self, transaction: Transaction) -> None:
        """Words of removed documents stay in the bytes of FTS5's pieces until these are merged into one."""
        for table in ("search_words", "search_titles"):
            await transaction.execute(f"INSERT INTO {table} ({table}) VALUES ('optimize')")  # noqa: S608 - our names


def _fields(count: int) -> str:
    """Rows given as a JSON list of lists."""
    return "SELECT " + ", ".join(f"value ->> {place}" for place in range(count)) + " FROM json_each(?)"  # noqa: S608 - numbers


def _document_fields(indexed: Indexed) -> tuple[str, ...]:
    document = indexed.document
    texts = (document.title, document.summary, document.body)
    return (document.ref, document.kind, *texts, indexed.folded_title, document.published_at.isoformat())


def _stored(row: Row) -> Stored:
    return Stored(row["ref"], row["kind"], row["title"], row["summary"], row["body"])


def _completion(row: Row) -> tuple[int, Completion]:
    return row["document_id"], Completion(row["ref"], row["title"])
