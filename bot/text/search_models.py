"""What goes into the index and what comes out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import Enum
from typing import NamedTuple

FACETS = ("kind", "tag", "venue", "trade", "year", "licence")


class Order(Enum):
    RELEVANCE = "relevance"
    DATE = "date"  # the latest first


@dataclass(frozen=True, slots=True)
class Document:
    """`ref` is «library:12»: what it comes from, and its number there. `facets` holds keys, under names of `FACETS`.

    `kind` is a facet of its own and need not be among them. `body` holds the text, and the texts of files.
    """

    ref: str
    kind: str
    title: str
    summary: str
    body: str
    facets: Mapping[str, tuple[str, ...]]
    published_at: datetime


class Run(NamedTuple):
    """A piece of an extract, exactly as it was written."""

    text: str
    is_found: bool


@dataclass(frozen=True, slots=True)
class Hit:
    """`extract`: the runs joined are at most 200 characters of the summary or the body, cut between words."""

    ref: str
    kind: str
    title: str
    extract: tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class FacetCount:
    value: str
    count: int


@dataclass(frozen=True, slots=True)
class Found:
    """`total` counts every hit; the first `whole` hold all that was asked, the others most of it.

    `facets`: over the whole result, the most frequent value first. `suggestion`: the query, corrected; its hits are
    among these when nothing was found for what was typed.
    """

    hits: tuple[Hit, ...] = ()
    total: int = 0
    facets: Mapping[str, tuple[FacetCount, ...]] = field(default_factory=dict[str, tuple[FacetCount, ...]])
    suggestion: str | None = None
    whole: int = 0


@dataclass(frozen=True, slots=True)
class Completion:
    ref: str
    title: str


@dataclass(frozen=True, slots=True)
class Miss:
    """Words somebody looked for in vain, folded."""

    words: str
    searches: int
    last_day: date
