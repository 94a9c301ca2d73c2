"""What a page says of itself: OpenGraph, JSON-LD, Twitter cards, catalogues' tags, microdata, plain HTML.

Pure and bounded; `PageReader` keeps it off the event loop. Text from the page is not yet neutralised for Discord.
"""

from __future__ import annotations

import asyncio
import math
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from datetime import date
from urllib.parse import unquote, urlsplit

from bot.web.authorship import find_authors
from bot.web.charset import to_text
from bot.web.dates import find_published, read_date, read_words
from bot.web.fetch import HTML, Page
from bot.web.identity import shown_host
from bot.web.json_ld import Thing, is_event, text_of
from bot.web.languages import find_language
from bot.web.links import declared_canonical
from bot.web.markup import Markup, clean
from bot.web.titles import core, without_host

MAX_TITLE = 300
MAX_DESCRIPTION = 1_000
_WORDS_A_MINUTE = 230
_FEWEST_WORDS = 100
_SHORTEST_PARAGRAPH = 40
_PDF = frozenset({"application/pdf", "application/x-pdf"})
# Sentences about the page, not about its subject.
_ABOUT_THE_SITE = ("cookie", "javascript", "navigateur", "consentement", "newsletter", "mot de passe")


@dataclass(frozen=True, slots=True)
class Metadata:
    """Empty or None where the page says nothing; `site` is then the host. `size` in bytes, of what is not HTML."""

    title: str
    description: str
    site: str
    author: str
    published: date | None
    language: str | None
    reading_minutes: int | None
    canonical: str | None
    kind: str
    size: int | None


class PageReader:
    """Reads in a thread of its own, one page at a time: fifty pages at once must not hold up a vote."""

    def __init__(self) -> None:
        self._thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix="page")

    async def read(self, page: Page) -> Metadata:
        return await asyncio.get_running_loop().run_in_executor(self._thread, read_page, page)

    def close(self) -> None:
        self._thread.shutdown(wait=False, cancel_futures=True)


def read_page(page: Page) -> Metadata:
    """Never fails on what a page contains."""
    if page.content_type in HTML or (not page.content_type and page.content):
        return _read_html(page)
    kind = "pdf" if page.content_type in _PDF else (page.content_type.split("/", 1)[0] or "file")
    return replace(_NOTHING, title=_file_title(page), site=shown_host(page.final), kind=kind, size=page.size)


_NOTHING = Metadata("", "", "", "", None, None, None, None, "", None)


def _read_html(page: Page) -> Metadata:
    markup = Markup(to_text(page.content, page.charset))
    main = markup.graph.main
    site = find_site(markup)
    title = without_host(find_title(markup, main, site), shown_host(page.final))[:MAX_TITLE]
    return Metadata(
        title=title,
        description=find_description(markup, main, title)[:MAX_DESCRIPTION],
        site=site or shown_host(page.final),
        author=find_authors(markup, main, site),
        published=find_date(markup, main),
        language=find_language(markup),
        reading_minutes=reading_minutes(markup, main),
        canonical=declared_canonical(markup, page.final),
        kind="html",
        size=None,
    )


def find_site(markup: Markup) -> str:
    graph = markup.graph
    return clean(
        markup.meta("og:site_name")
        or text_of(graph.main.get("publisher"))
        or text_of(graph.find("WebSite").get("name"))
        or markup.meta("application-name", "citation_journal_title", "dc.publisher", "dcterms.publisher"),
        100,
    )


def find_title(markup: Markup, main: Thing, site: str) -> str:
    names = [clean(text_of(main.get(key))) for key in ("headline", "name")]
    data = [name for name in names if name] + [title for title in [markup.itemprop("headline")] if title]
    title = (
        markup.meta("og:title", "twitter:title", "citation_title", "dc.title", "dcterms.title")
        or next(iter(data), "")
        or markup.text("title")
        or markup.text("h1")
        or markup.itemprop("name")
    )
    headings = [*data, *list(markup.texts("h1", 3)), *list(markup.texts("h2", 6)), markup.itemprop("name")]
    return core(title, names=data, headings=headings, site=site)


def find_description(markup: Markup, main: Thing, title: str) -> str:
    """What the page offers, then its standfirst, then its first real paragraph; never its title again."""
    offered = (
        markup.meta("og:description"),
        markup.meta("description"),
        markup.meta("twitter:description"),
        markup.meta("dc.description", "dcterms.description", "dcterms.abstract", "citation_abstract"),
        clean(text_of(main.get("description")) or text_of(main.get("abstract"))),
        markup.itemprop("description"),
    )
    found = next((text for text in offered if text and text.casefold() != title.casefold()), "")
    return found or _standfirst(markup) or _first_paragraph(markup)


def _standfirst(markup: Markup) -> str:
    selector = ", ".join(f'[class*="{name}" i]' for name in ("chapo", "chapeau", "standfirst", "accroche", "excerpt"))
    return next((text for text in markup.texts(selector, 10) if _tells_something(text)), "")


def _first_paragraph(markup: Markup) -> str:
    return next((text for text in markup.paragraphs if _tells_something(text)), "")


def _tells_something(text: str) -> bool:
    folded = text.casefold()
    return len(text) >= _SHORTEST_PARAGRAPH and not any(word in folded for word in _ABOUT_THE_SITE)


def find_date(markup: Markup, main: Thing) -> date | None:
    """Of publication; of the last change when the page says no other; never the day of an event."""
    data = () if is_event(main) else (main.get(key) for key in ("datePublished", "uploadDate", "dateCreated"))
    metas = (
        *("article:published_time", "og:article:published_time", "citation_publication_date", "citation_online_date"),
        *("citation_date", "dc.issued", "dcterms.issued", "dc.date", "dcterms.created", "dc.date.issued", "date"),
        *("datepublished", "uploaddate", "parsely-pub-date", "sailthru.date", "pubdate"),
    )
    written = [text_of(value) for value in data] + [markup.meta(name) for name in metas]
    written += [markup.itemprop("datePublished"), *markup.attributes('[class~="published"]', "title")]
    return next((day for text in written if (day := read_date(text))), None) or _shown_date(markup)


def _shown_date(markup: Markup) -> date | None:
    times = markup.attributes('time:not([itemprop="startDate"]):not([itemprop="endDate"])', "datetime")
    said = find_published(markup.whole_text)
    marked = (read_words(text) for text in markup.texts('[class*="publi" i]', 5))
    first_time = () if is_event(markup.graph.main) else (read_date(text) for text in times)
    found = said or next((day for day in (*marked, *first_time) if day), None)
    return found or read_date(markup.meta("article:modified_time", "og:updated_time", "dcterms.modified"))


def reading_minutes(markup: Markup, main: Thing) -> int | None:
    """Rounded up; None for what is hardly a text. A page behind a wall may say how long it is."""
    said = main.get("wordCount")
    words = int(said) if isinstance(said, (int, str)) and str(said).isascii() and str(said).isdigit() else 0
    words = max(min(words, 200_000), sum(len(text.split()) for text in markup.paragraphs))
    return math.ceil(words / _WORDS_A_MINUTE) if words >= _FEWEST_WORDS else None


def _file_title(page: Page) -> str:
    name = page.file_name or unquote(urlsplit(page.final).path.rstrip("/").rsplit("/", 1)[-1])
    stem, dot, ending = name.rpartition(".")
    bare = stem if dot and len(ending) <= 5 else name  # noqa: PLR2004 -- .xhtml
    return clean(bare.replace("_", " ").replace("-", " "), MAX_TITLE) or shown_host(page.final)
