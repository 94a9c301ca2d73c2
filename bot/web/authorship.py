"""Who wrote a page, when it says so: people, not the site itself nor the name of an account."""

from __future__ import annotations

import re
from typing import cast

from bot.web.json_ld import Graph, Thing, is_event, kinds, text_of
from bot.web.markup import Markup, clean

MAX_AUTHORS = 200
_BY = re.compile(
    r"^(?:(?:par|by|de|écrit par|propos recueillis par|publié par)\s|aute?u?rs?\s*:)\s*:?\s*", re.IGNORECASE
)
_ACCOUNTS = frozenset(
    {"admin", "administrator", "administrateur", "super user", "webmaster", "root", "editor", "user", "unknown"}
    | {"anonymous", "anonyme", "auteur", "author", "par", "by"}
)
# An address, a number, the name of a site.
_NOBODY = re.compile(r"https?:|www\.|@|[0-9]{3}|^\S+\.[a-z]{2,}$", re.IGNORECASE)
# « Par Jeanne Vautrin », alone in its paragraph.
_SIGNED = re.compile(r"(?:Par|Écrit par|Propos recueillis par)\s+((?:[A-ZÀ-Ý][\w'’-]+\s+){1,3}[A-ZÀ-Ý][\w'’-]+)")
_LONGEST_NAME = 120
_SELECTORS = (
    *('[rel~="author"]', '[class~="author"] [class~="fn"]', '[class~="author"]', '[class~="auteur"]'),
    *('[class*="byline" i]', '[class$="__author"]', '[class~="signature"]'),
)


def find_authors(markup: Markup, main: Thing, site: str) -> str:
    """Names in the page's order, separated by commas; "" when none is said."""
    for names in (
        _of_data(markup.graph, main, "author"),
        _of_data(markup.graph, main, "creator"),
        *(markup.metas(name) for name in ("citation_author", "dc.creator", "dcterms.creator", "citation_authors")),
        *(markup.metas(name) for name in ("author", "article:author", "og:article:author", "parsely-author")),
        [markup.itemprop("author")],
        _written_by(markup),
        *([text] for selector in _SELECTORS for text in markup.texts(selector, 3)),
        [] if is_event(main) else _signed(markup),  # there, it is who organises
    ):
        kept = _people(names, site)
        if kept:
            return ", ".join(kept)[:MAX_AUTHORS]
    return ""


def _of_data(graph: Graph, main: Thing, key: str) -> list[str]:
    value = main.get(key)
    several = cast("list[object]", value)[:20] if isinstance(value, list) else [value]
    return [text_of(whole) for item in several if not _is_organisation(whole := graph.whole(item))]


def _is_organisation(value: object) -> bool:
    return isinstance(value, dict) and any(kind.endswith("Organization") for kind in kinds(cast("Thing", value)))


def _written_by(markup: Markup) -> list[str]:
    """WordPress says it in a pair of Twitter tags."""
    by = markup.meta("twitter:label1").casefold() in {"écrit par", "written by"}
    return [markup.meta("twitter:data1")] if by else []


def _signed(markup: Markup) -> list[str]:
    return [found[1] for text in markup.paragraphs[:10] if (found := _SIGNED.fullmatch(text))][:1]


def _people(names: list[str], site: str) -> list[str]:
    people = (_BY.sub("", clean(name, _LONGEST_NAME)) for name in names)
    return list(dict.fromkeys(name for name in people if name and not _is_nobody(name, site)))


def _is_nobody(name: str, site: str) -> bool:
    folded = name.casefold()
    return folded in _ACCOUNTS or folded == site.casefold() or bool(_NOBODY.search(name)) or len(name) >= _LONGEST_NAME
