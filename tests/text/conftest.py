"""A search index of its own, on real SQLite, with the small thesaurus of the tests."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from bot.client import MIGRATIONS
from bot.clock import Clock
from bot.storage.database import Database
from bot.text.query import parse_query
from bot.text.search import SearchIndex
from bot.text.search_models import Document, Found
from bot.text.thesaurus import Thesaurus
from tests.text.labelled import TEST_THEMES

NOW = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)


@dataclass
class Shelf:
    """The index, and short ways to fill and ask it. The later written, the later published."""

    database: Database
    thesaurus: Thesaurus
    index: SearchIndex
    written: int = field(default=0)

    def document(self, title: str, body: str = "", *, ref: str = "", kind: str = "charter", **facets: str) -> Document:
        self.written += 1
        return Document(
            ref=ref or f"library:{self.written}",
            kind=kind,
            title=title,
            summary="",
            body=body,
            facets={facet: tuple(values.split()) for facet, values in facets.items()},
            published_at=NOW + timedelta(days=self.written),
        )

    async def put(self, title: str, body: str = "", *, ref: str = "", kind: str = "charter", **facets: str) -> str:
        document = self.document(title, body, ref=ref, kind=kind, **facets)
        async with self.database.transaction() as transaction:
            await self.index.put(transaction, document)
        return document.ref

    async def remove(self, ref: str) -> None:
        async with self.database.transaction() as transaction:
            await self.index.remove(transaction, ref)

    async def ask(self, text: str, **how: str) -> Found:
        return await self.index.search(parse_query(text), page_size=20, within=how.pop("within", None), refine=how)

    async def titles(self, text: str, **how: str) -> list[str]:
        return [hit.title for hit in (await self.ask(text, **how)).hits]


@pytest.fixture
async def database(tmp_path: Path) -> AsyncIterator[Database]:
    database = await Database.open(tmp_path / "test.db", MIGRATIONS)
    yield database
    await database.close()


@pytest.fixture
async def shelf(database: Database) -> Shelf:
    thesaurus = await Thesaurus.load(database, TEST_THEMES)
    return Shelf(database, thesaurus, SearchIndex(database, thesaurus, Clock(lambda: NOW)))
