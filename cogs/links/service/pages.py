"""From an address to what is kept of its page; the only part of links that asks the web anything."""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import urlsplit

from bot.web.failures import FetchFailed, Reason
from bot.web.fetch import Fetcher
from bot.web.identity import canonical, fingerprint, read_link, shown_host
from bot.web.page import Metadata, PageReader
from bot.web.refusals import LinkRefused
from cogs.links.models import About, Addresses

_WEIGHT = 3
# Where sites send whoever is not logged in: the page behind may well be there.
_DOOR = re.compile(
    r"(?:^|[/._-])(?:login|log-in|signin|sign-in|connexion|auth|sso|cas|consent)(?:$|[/._-])", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class PageFound:
    """`fingerprints`: every spelling under which this page is known from now on, the one people open first.

    `words`: for whoever looks for its subject.
    """

    addresses: Addresses
    about: About
    fingerprints: tuple[str, ...]
    etag: str | None = None
    last_modified: str | None = None
    words: str = ""


@dataclass(frozen=True, slots=True)
class StillThere:
    """`moved_to`: at another site, or the home page instead of the page; "" for neither."""

    moved_to: str
    etag: str | None
    last_modified: str | None


class Pages:
    def __init__(self, fetcher: Fetcher, reader: PageReader) -> None:
        self._fetcher = fetcher
        self._reader = reader

    def name(self, typed: str) -> tuple[Addresses, tuple[str, ...]]:
        """Before anything is fetched: the addresses, and how the page is known. Raises a LinkRefused."""
        given = read_link(typed)
        clean = canonical(given)
        return Addresses(given, "", clean, shown_host(clean)), (fingerprint(clean),)

    async def read(self, addresses: Addresses) -> PageFound:
        """Raises FetchFailed; a door that only lets members in counts as blocked."""
        asked = canonical(addresses.given)
        page = await self._fetcher.fetch(asked)
        if _is_door(asked, page.final):
            raise FetchFailed(Reason.BLOCKED, status=page.status)
        metadata = await self._reader.read(page)
        final = _clean(page.final) or asked
        chosen = asked if _is_home_instead(asked, final) else metadata.canonical or final
        known = dict.fromkeys((fingerprint(chosen), fingerprint(asked)))
        return PageFound(
            Addresses(addresses.given, page.final, chosen, shown_host(chosen)),
            _about(metadata),
            tuple(known),
            page.etag,
            page.last_modified,
            # What a page puts first says more of its subject than what it says on its way.
            f"{metadata.title} {metadata.description} " * _WEIGHT + metadata.words,
        )

    async def look(self, addresses: Addresses, *, etag: str | None, last_modified: str | None) -> StillThere:
        """Raises FetchFailed."""
        asked = addresses.canonical
        probe = await self._fetcher.probe(asked, etag=etag, last_modified=last_modified)
        if _is_door(asked, probe.final):
            raise FetchFailed(Reason.BLOCKED, status=probe.status)
        expected = {_site(asked), _site(addresses.final or asked)}
        away = _site(probe.final) not in expected or _is_home_instead(asked, probe.final)
        return StillThere(probe.final if away else "", probe.etag, probe.last_modified)


def _about(metadata: Metadata) -> About:
    return About(
        title=metadata.title,
        description=metadata.description,
        site=metadata.site,
        author=metadata.author,
        published_on=metadata.published,
        language=metadata.language,
        reading_minutes=metadata.reading_minutes,
        kind=metadata.kind,
        size=metadata.size,
    )


def _clean(url: str) -> str | None:
    try:
        return canonical(url)
    except LinkRefused:
        return None


def _site(url: str) -> str:
    clean = _clean(url)
    return fingerprint(clean).split("/", 1)[0].split("?", 1)[0] if clean else ""


def _is_home_instead(asked: str, final: str) -> bool:
    there, wanted = urlsplit(final), urlsplit(asked)
    return there.path in {"", "/"} and not there.query and (wanted.path not in {"", "/"} or bool(wanted.query))


def _is_door(asked: str, final: str) -> bool:
    return bool(_DOOR.search(urlsplit(final).path)) and not _DOOR.search(urlsplit(asked).path)
