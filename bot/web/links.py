"""The address a page claims to have: believed only about its own site."""

from __future__ import annotations

from urllib.parse import urljoin, urlsplit

from bot.web.hosts import without_prefixes
from bot.web.identity import canonical, read_link
from bot.web.markup import Markup
from bot.web.refusals import LinkRefused


def declared_canonical(markup: Markup, final: str) -> str | None:
    """Clean and absolute. A page that has become spam could claim anybody's address; and many sites give every
    page the address of their home page.
    """
    offered = (*markup.attributes('link[rel~="canonical"]', "href"), markup.meta("og:url"))
    for said in filter(None, offered):
        try:
            address = canonical(read_link(urljoin(final, said)))
        except (LinkRefused, ValueError):
            continue
        if _is_same_site(address, final) and (_is_deep(address) or not _is_deep(final)):
            return address
    return None


def _is_same_site(one: str, other: str) -> bool:
    a, b = (without_prefixes(urlsplit(url).hostname or "") for url in (one, other))
    return a == b or a.endswith(f".{b}") or b.endswith(f".{a}")


def _is_deep(url: str) -> bool:
    parts = urlsplit(url)
    return parts.path not in {"", "/"} or bool(parts.query)
