"""What a page says of itself in JSON-LD (schema.org): one flat list of things, bounded, however it is nested."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import cast

Thing = dict[str, object]

_MOST_THINGS = 400
_DEEPEST = 8
_WRAPPING = re.compile(r"^\s*(?://\s*)?(?:<!--|<!\[CDATA\[)|(?://\s*)?(?:-->|\]\]>)\s*;?\s*$")
_TRAILING_COMMA = re.compile(r",(\s*[}\]])")
# From the most telling to the least: what the page is about, not what stands around it.
_MAIN = (
    *("NewsArticle", "ReportageNewsArticle", "OpinionNewsArticle", "AnalysisNewsArticle", "BlogPosting", "TechArticle"),
    *("ScholarlyArticle", "Report", "Article", "Review", "PodcastEpisode", "RadioEpisode", "Episode", "VideoObject"),
    *("AudioObject", "Movie", "Recipe", "HowTo", "Course", "JobPosting", "Book", "Product", "SoftwareApplication"),
    *("Dataset", "CreativeWork", "WebPage"),
)


@dataclass(frozen=True, slots=True)
class Graph:
    """Every thing of a page, in its order."""

    things: tuple[Thing, ...]

    @property
    def main(self) -> Thing:
        """What the page is about; empty when it does not say."""
        for kind in _MAIN:
            for thing in self.things:
                if kind in kinds(thing):
                    return thing
        return next((thing for thing in self.things if is_event(thing)), Thing())

    def find(self, kind: str) -> Thing:
        return next((thing for thing in self.things if kind in kinds(thing)), Thing())

    def whole(self, value: object) -> object:
        """A mere reference by `@id` becomes what it refers to."""
        if not isinstance(value, dict):
            return value
        thing = cast("Thing", value)
        if "name" in thing or "@id" not in thing:
            return thing
        return next((other for other in self.things if other.get("@id") == thing["@id"] and "name" in other), thing)


def read_graph(scripts: list[str]) -> Graph:
    things: list[Thing] = []
    for script in scripts[:20]:
        for thing in _flat(_load(script), 0):
            if len(things) < _MOST_THINGS:
                things.append(thing)
    return Graph(tuple(things))


def kinds(thing: Thing) -> list[str]:
    found = thing.get("@type")
    values = cast("list[object]", found) if isinstance(found, list) else [found]
    return [value.rsplit("/", 1)[-1] for value in values if isinstance(value, str)]


def is_event(thing: Thing) -> bool:
    return any(kind.endswith(("Event", "Festival")) for kind in kinds(thing))


def text_of(value: object) -> str:
    """The text itself, the first of several, or the name of a thing."""
    if isinstance(value, list):
        return next((text for item in cast("list[object]", value)[:5] if (text := text_of(item))), "")
    if isinstance(value, dict):
        return text_of(cast("Thing", value).get("name", cast("Thing", value).get("@value")))
    return value if isinstance(value, str) else ""


def _load(script: str) -> object:
    """Control characters in texts, comments around, a comma too many: all are seen on real pages."""
    text = _WRAPPING.sub("", _WRAPPING.sub("", script.strip()))
    for attempt in (text, _TRAILING_COMMA.sub(r"\1", text)):
        try:
            return cast("object", json.loads(attempt, strict=False))
        except (ValueError, RecursionError):
            continue
    return None


def _flat(value: object, depth: int) -> Iterator[Thing]:
    if depth > _DEEPEST:
        return
    if isinstance(value, list):
        for item in cast("list[object]", value)[:_MOST_THINGS]:
            yield from _flat(item, depth + 1)
    elif isinstance(value, dict):
        thing = cast("Thing", value)
        if thing.get("@type"):
            yield thing
        for inner in ("@graph", "mainEntity", "mainEntityOfPage"):
            yield from _flat(thing.get(inner), depth + 1)
