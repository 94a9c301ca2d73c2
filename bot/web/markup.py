"""The tags of a page, read by selectolax after the sieve: what they say, in folded and bounded text."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from functools import cached_property

from selectolax.lexbor import LexborHTMLParser, LexborNode

from bot.text.tidy import tidy
from bot.web.json_ld import Graph, read_graph
from bot.web.sieve import Sieve

LONGEST = 2_000
_BREAK = re.compile(r"</?(?:p|br|div|li|ul|ol|h[1-6]|tr|td)\b[^<>]{0,500}>", re.IGNORECASE)
_MARKUP = re.compile(r"</?[a-zA-Z][^<>]{0,500}>")
_MOST_NODES = 200


def clean(text: str, limit: int = LONGEST) -> str:
    """One line, without the markup and the entities that some pages put inside their texts."""
    text = text[: 4 * limit]
    if "&" in text:
        text = html.unescape(text)
    if "<" in text:
        text = html.unescape(_MARKUP.sub("", _BREAK.sub(" ", text)))
    return " ".join(tidy(text.replace("\xad", "")).split())[:limit].strip()


class Markup:
    """One page; selectors are of the sieve's output: speaking elements are `span`s there."""

    def __init__(self, text: str) -> None:
        sieve = Sieve(text.replace("\0", ""))
        sieve.run()
        self._tree = LexborHTMLParser(sieve.markup)
        self.graph: Graph = read_graph(sieve.scripts)

    @cached_property
    def _metas(self) -> dict[str, list[str]]:
        found: dict[str, list[str]] = {}
        for node in self._tree.css("meta"):
            attributes = node.attributes
            value = clean(attributes.get("content") or "")
            names = (attributes.get("property"), attributes.get("name"), attributes.get("itemprop"))
            for name in {_meta_name(name) for name in names if name} if value else ():
                found.setdefault(name, []).append(value)
        return found

    def meta(self, *names: str) -> str:
        """The first that says something, in the order asked."""
        return next((values[0] for name in names if (values := self._metas.get(name))), "")

    def metas(self, name: str) -> list[str]:
        return self._metas.get(name, [])

    def text(self, selector: str) -> str:
        return next(self.texts(selector), "")

    def texts(self, selector: str, limit: int = _MOST_NODES) -> Iterator[str]:
        """Those that are not empty, in the page's order."""
        for node in self._tree.css(selector)[:limit]:
            if text := clean(node.text()):
                yield text

    def attributes(self, selector: str, name: str) -> Iterator[str]:
        for node in self._tree.css(selector)[:_MOST_NODES]:
            if value := (node.attributes.get(name) or "").strip():
                yield value

    def itemprop(self, *names: str) -> str:
        """Microdata: the content or the date of an element, else its text."""
        for name in names:
            for node in self._tree.css(f'[itemprop~="{name}"]')[:_MOST_NODES]:
                if text := _value(node):
                    return text
        return ""

    @cached_property
    def paragraphs(self) -> list[str]:
        """Of the article or the main part when there is one."""
        for scope in ("article", "main"):
            found = list(self.texts(f"{scope} p", limit=3_000))
            if sum(map(len, found)) > 60:  # noqa: PLR2004 -- an article that is no teaser
                return found
        return list(self.texts("p", limit=3_000))

    @cached_property
    def whole_text(self) -> str:
        body = self._tree.body
        return body.text()[:100_000] if body is not None else ""


def _meta_name(name: str) -> str:
    """Dublin Core is written with a colon too; bepress puts its name before the usual ones."""
    return name.strip().lower().replace("dc:", "dc.").removeprefix("bepress_")


def _value(node: LexborNode) -> str:
    for name in ("content", "datetime"):
        if value := clean(node.attributes.get(name) or ""):
            return value
    inner = node.css_first('[itemprop~="name"]')
    if inner is not None and inner.mem_id != node.mem_id:
        return _value(inner)
    return clean(node.text())
