"""tantivy with its French analyser, in memory: a typed door to a package with few types."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any, cast

import tantivy

MEMORY = 64_000_000


class TantivyIndex:
    """Lower case, accents folded, French stop words and stems."""

    def __init__(self) -> None:
        builder = tantivy.SchemaBuilder()
        builder.add_text_field("id", stored=True, tokenizer_name="raw")
        builder.add_text_field("text", stored=False, tokenizer_name="french")
        self._index = tantivy.Index(builder.build())
        filters = tantivy.TextAnalyzerBuilder(tantivy.Tokenizer.simple()).filter(tantivy.Filter.lowercase())
        filters = filters.filter(tantivy.Filter.stopword("french")).filter(tantivy.Filter.stemmer("french"))
        self._index.register_tokenizer("french", filters.filter(tantivy.Filter.ascii_fold()).build())

    def add(self, entries: Iterable[tuple[str, str]]) -> None:
        writer = self._index.writer(MEMORY, 1)
        for key, text in entries:
            writer.add_document(tantivy.Document(id=[key], text=[text]))
        writer.commit()
        writer.wait_merging_threads()
        self._index.reload()

    def search(self, text: str, limit: int) -> list[str]:
        query = self._index.parse_query(" ".join(re.findall(r"\w+", text)), ["text"])
        searcher = self._index.searcher()
        hits = cast("list[tuple[float, Any]]", searcher.search(query, limit, count=True).hits)
        return [cast("str", cast("Any", searcher.doc(address))["id"][0]) for _, address in hits]
