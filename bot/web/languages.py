"""The language a page says it is in."""

from __future__ import annotations

import re

from bot.web.json_ld import text_of
from bot.web.markup import Markup

_CODE = re.compile(r"\s*([a-zA-Z]{2,3})(?:[-_][a-zA-Z0-9]+)*\s*")


def find_language(markup: Markup) -> str | None:
    """Two or three letters (ISO 639), None when it does not say."""
    said = (
        *markup.attributes("html", "lang"),
        *markup.attributes("html", "xml:lang"),
        text_of(markup.graph.main.get("inLanguage")),
        markup.meta("og:locale", "dcterms.language", "dc.language", "citation_language", "inlanguage"),
    )
    return next((found[1].lower() for text in said if (found := _CODE.fullmatch(text))), None)
