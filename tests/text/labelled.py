"""Labelled sets: entries, and queries with what they should find; and how well a way of searching does on them."""

from __future__ import annotations

import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from bot.text.search_models import Document

FOLDER = Path(__file__).parent / "retrieval"
TEST_THEMES = Path(__file__).with_name("themes.toml")
LOOKED_AT = 10
START = datetime(2026, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Asked:
    text: str
    expects: frozenset[str]


@dataclass(frozen=True, slots=True)
class LabelledSet:
    """The number of a document's ref is its entry's id."""

    documents: tuple[Document, ...]
    queries: tuple[Asked, ...]


@dataclass(frozen=True, slots=True)
class Quality:
    recall: float
    mrr: float


def load_set(name: str, folder: Path = FOLDER) -> LabelledSet | None:
    path = folder / f"{name}.toml"
    if not path.exists():
        return None
    content = tomllib.loads(path.read_text(encoding="utf-8"))
    documents = tuple(
        Document(
            ref=f"library:{entry['id']}",
            kind="charter" if "charter" in entry["tags"] else "experience",
            title=entry["title"],
            summary=entry["summary"],
            body=entry["body"],
            facets={"tag": tuple(entry["tags"])},
            published_at=START + timedelta(days=number),
        )
        for number, entry in enumerate(content["entry"])
    )
    queries = tuple(Asked(query["text"], frozenset(query["expects"])) for query in content["query"])
    return LabelledSet(documents, queries)


def judge(queries: Sequence[Asked], answers: Sequence[Sequence[str]]) -> Quality:
    """Mean recall among the first ten, and mean reciprocal rank of the first one expected."""
    recall = [
        len(asked.expects.intersection(answer[:LOOKED_AT])) / min(len(asked.expects), LOOKED_AT)
        for asked, answer in zip(queries, answers, strict=True)
    ]
    first = [
        next((1 / rank for rank, found in enumerate(answer[:LOOKED_AT], start=1) if found in asked.expects), 0.0)
        for asked, answer in zip(queries, answers, strict=True)
    ]
    return Quality(sum(recall) / len(recall), sum(first) / len(first))
