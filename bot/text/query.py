"""What was typed, as words, phrases and facets, wanted or excluded. Pure; whatever is typed is understood somehow."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from bot.text.french import fold

LONGEST = 300
MOST_TERMS = 16

# As typed, folded → the facet's key.
FACETS = {
    **dict.fromkeys(("tag", "tags", "etiquette", "mot-cle", "motcle", "mots-cles", "theme"), "tag"),
    **dict.fromkeys(("kind", "type", "genre"), "kind"),
    **dict.fromkeys(("venue", "lieu"), "venue"),
    **dict.fromkeys(("trade", "metier"), "trade"),
    **dict.fromkeys(("year", "annee", "an"), "year"),
    **dict.fromkeys(("licence", "license"), "licence"),
}
_QUOTES = str.maketrans(dict.fromkeys("“”„‟«»＂", '"') | dict.fromkeys("−–—", "-"))
_PIECE = re.compile(
    r"""
    (?P<minus>-?)
    (?:(?P<facet>[^\W\d_][^\W\d_-]*(?:-[^\W\d_]+)?)\s?:\s*)?
    (?: " \s* (?P<phrase>[^"]*?) \s* (?:"|$) | (?P<word>[^\s"]+) )
    """,
    re.VERBOSE,
)


@dataclass(frozen=True, slots=True)
class Term:
    """A word or a phrase to look for."""

    text: str
    is_phrase: bool = False
    is_excluded: bool = False


@dataclass(frozen=True, slots=True)
class Filter:
    """`value` as typed, or a facet's key once `Query.resolve` has run."""

    facet: str
    value: str
    is_excluded: bool = False


@dataclass(frozen=True, slots=True)
class Query:
    """`text` is what was typed, cut to `LONGEST`."""

    text: str = ""
    terms: tuple[Term, ...] = ()
    filters: tuple[Filter, ...] = ()

    @property
    def is_empty(self) -> bool:
        return not self.terms and not self.filters

    @property
    def words(self) -> tuple[str, ...]:
        """What is looked for in free words."""
        return tuple(term.text for term in self.terms if not term.is_phrase and not term.is_excluded)

    @property
    def phrases(self) -> tuple[str, ...]:
        return tuple(term.text for term in self.terms if term.is_phrase and not term.is_excluded)

    def resolve(self, find: Callable[[str, str], str | None]) -> Query:
        """The same with the keys of the values: `find("kind", "charte")` gives "charter", or None where unknown."""
        resolved = (replace(item, value=find(item.facet, item.value) or item.value) for item in self.filters)
        return replace(self, filters=tuple(resolved))

    def correct(self, instead: dict[str, str]) -> Query:
        """The same with words replaced; its text is written anew."""
        terms = tuple(replace(term, text=instead.get(term.text, term.text)) for term in self.terms)
        return Query(" ".join(_write(item) for item in (*terms, *self.filters)), terms, self.filters)


def parse_query(text: str) -> Query:
    """Never raises. What is too long is cut; what is no known facet is a word."""
    text = "".join(
        character if character.isprintable() or character == "\u00ad" else " " for character in text[:LONGEST]
    )
    items = [item for match in _PIECE.finditer(text.translate(_QUOTES)) for item in _read(match)][:MOST_TERMS]
    return Query(
        " ".join(text.split()),
        tuple(item for item in items if isinstance(item, Term)),
        tuple(item for item in items if isinstance(item, Filter)),
    )


def _read(match: re.Match[str]) -> Iterator[Term | Filter]:
    excluded = bool(match["minus"])
    value = match["phrase"] if match["phrase"] is not None else match["word"]
    typed = match["facet"]
    facet = FACETS.get(fold(typed)) if typed else None
    if facet and value.strip("-:"):
        yield Filter(facet, value, excluded)
        return
    if typed:
        yield Term(typed, is_excluded=excluded)
    if value.strip("-"):
        yield Term(value, match["phrase"] is not None, excluded)


def _write(item: Term | Filter) -> str:
    minus = "-" if item.is_excluded else ""
    if isinstance(item, Filter):
        return f'{minus}{item.facet}:"{item.value}"' if " " in item.value else f"{minus}{item.facet}:{item.value}"
    return f'{minus}"{item.text}"' if item.is_phrase else f"{minus}{item.text}"
