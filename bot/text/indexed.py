"""A document as the index holds it. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from bot.text.french import fold, masculine, match_words, tokens
from bot.text.matching import STEM, VALUE
from bot.text.search_models import Document

LONGEST_BODY = 200_000
LONGEST_LINE = 2_000
MOST_VALUES = 60
_CORRECTED = range(4, 31)  # lengths of words that a typing error may be corrected to


@dataclass(frozen=True, slots=True)
class Indexed:
    """`columns`: title, summary, body, tags, as words of FTS5. `values`: (facet, value), each once."""

    document: Document
    columns: tuple[str, str, str, str]
    folded_title: str
    values: tuple[tuple[str, str], ...]
    vocabulary: frozenset[str]


def index_document(document: Document, tag_names: Iterable[str]) -> Indexed:
    """Slow for a long text: some milliseconds for each ten thousand characters."""
    document = replace(
        document,
        title=_storable(document.title),
        summary=_storable(document.summary),
        body=_storable(document.body),
    )
    vocabulary: set[str] = set()
    texts = (document.title[:LONGEST_LINE], document.summary[: 2 * LONGEST_LINE], document.body[:LONGEST_BODY])
    title, summary, body = (_column(text, vocabulary) for text in texts)
    names = _column(" ".join(tag_names), vocabulary)
    return Indexed(
        document,
        (title, summary, body, names),
        plain(document.title[:LONGEST_LINE]),
        tuple(dict.fromkeys(_values(document)))[:MOST_VALUES],
        spellings(vocabulary),
    )


def spellings(words: Iterable[str]) -> frozenset[str]:
    """What a mistyped word may be corrected to: these words, and the masculine of the feminine ones."""
    fit = [word for word in words if len(word) in _CORRECTED and word.isalpha()]
    return frozenset([*fit, *map(masculine, fit)])


def _storable(text: str) -> str:
    """Without what SQLite cannot keep: halves of characters, and zero bytes."""
    return text.replace("\0", "").encode("utf-8", "replace").decode("utf-8")


def plain(text: str) -> str:
    """Folded words in order, to compare beginnings."""
    return " ".join(match_words(text)) or fold(text)


def source_of(ref: str) -> str:
    return ref.partition(":")[0]


def facet_words(value_ids: Iterable[int]) -> str:
    return " ".join(f"{VALUE}{value_id}" for value_id in (0, *value_ids))


def _values(document: Document) -> Iterator[tuple[str, str]]:
    yield "source", source_of(document.ref)
    yield "kind", document.kind
    for facet, values in document.facets.items():
        for value in values:
            yield facet, value[:LONGEST_LINE]


def _column(text: str, vocabulary: set[str]) -> str:
    """The words in order, then what else they may be called and their stems, each once."""
    sequence: list[str] = []
    others: dict[str, None] = {}
    for token in tokens(text):
        spelling = token.spelling
        sequence += spelling.sequence
        others |= dict.fromkeys(spelling.others)
        others |= dict.fromkeys([STEM + stem for stem in spelling.stems])
    vocabulary.update(sequence)
    vocabulary.update(other for other in others if not other.startswith(STEM))
    return " ".join([*sequence, *others])
