"""When two addresses lead to the same page; pure, nothing is fetched.

`read_link` takes what a member typed, `canonical` gives a clean address that still works, `fingerprint` a text
used only for comparison, `shown_host` a name that cannot pass for another.
"""

from __future__ import annotations

import re
from urllib.parse import SplitResult, urlsplit, urlunsplit

import idna

from bot.web.hosts import ascii_host, is_numeric, is_private, latin_host, without_prefixes
from bot.web.refusals import (
    MAX_ADDRESS,
    LinkTooLong,
    LinkWithPassword,
    NotAnAddress,
    NotOfTheWeb,
    NumericHost,
    PrivateHost,
    UnusualPort,
)
from bot.web.same_page import original, without_amp_path
from bot.web.spelling import tidy_path, tidy_query, tidy_text
from bot.web.tracking import is_tracking, kept_fragment

# `example.org:443/page` begins with a host, not with a scheme.
_SCHEME = re.compile(r"[a-zA-Z][a-zA-Z0-9+-]*:(?!\d)")
_DEFAULT_PORTS = {"http": 80, "https": 443}


def read_link(text: str) -> str:
    """The address as given, `https://` added when it has no scheme; raises a LinkRefused."""
    typed = text.strip().removeprefix("<").removesuffix(">").strip()
    if len(typed) > MAX_ADDRESS:
        raise LinkTooLong(typed)
    if not typed or re.search(r"\s|[\x00-\x1f\x7f]", typed):
        raise NotAnAddress(typed)
    link = typed if _SCHEME.match(typed) else f"https://{typed}"
    _check(_split(link, typed), typed)
    return link


def canonical(url: str) -> str:
    """A clean address of the same page that still works: no tracking, no AMP cache, one spelling.

    Raises a LinkRefused where `read_link` would.
    """
    parts = _split(url, url)
    while (origin := original(parts)) is not None:
        parts = _split(origin, url)
    return urlunsplit(_clean(parts, url))


def fingerprint(url: str) -> str:
    """Equal for two addresses of one page; not an address: scheme, `www`, mobile host, AMP, order are gone."""
    parts = urlsplit(canonical(url))
    host = without_prefixes(parts.hostname or "")
    path = without_amp_path(parts.path).rstrip("/")
    names = [piece for piece in parts.query.split("&") if piece and not _is_amp(piece)]
    query = "&".join(sorted(names, key=_name))
    return host + path + (f"?{query}" if query else "") + (f"#{parts.fragment}" if parts.fragment else "")


def shown_host(url: str) -> str:
    """The host without `www`; letters outside the French alphabet, which can pass for others, stay in punycode."""
    host = (urlsplit(url).hostname or "").removeprefix("www.")
    try:
        return latin_host(ascii_host(host))
    except (idna.IDNAError, UnicodeError):
        return host.encode("ascii", "backslashreplace").decode()


def _split(link: str, typed: str) -> SplitResult:
    try:
        parts = urlsplit(link)
        _ = parts.port
    except ValueError:
        raise NotAnAddress(typed) from None
    return parts


def _check(parts: SplitResult, typed: str) -> str:
    """The host in ASCII."""
    if parts.scheme not in _DEFAULT_PORTS:
        raise NotOfTheWeb(typed, parts.scheme)
    if "@" in parts.netloc:
        raise LinkWithPassword(typed)
    host = _checked_host(parts, typed)
    if parts.port not in {None, 80, 443}:
        raise UnusualPort(typed, parts.port or 0)
    return host


def _checked_host(parts: SplitResult, typed: str) -> str:
    try:
        host = ascii_host(parts.hostname or "")
    except (idna.IDNAError, UnicodeError):
        raise NotAnAddress(typed) from None
    if is_numeric(host):
        raise NumericHost(typed)
    if not host or "\\" in parts.netloc:
        raise NotAnAddress(typed)
    if is_private(host):
        # One word is more often a word than a machine.
        raise PrivateHost(typed, host) if "." in host or host == "localhost" or "://" in typed else NotAnAddress(typed)
    return host


def _clean(parts: SplitResult, typed: str) -> SplitResult:
    host = _check(parts, typed)
    port = "" if parts.port in {None, _DEFAULT_PORTS[parts.scheme]} else f":{parts.port}"
    site = without_prefixes(host)
    query = "&".join(piece for piece in tidy_query(parts.query) if not is_tracking(_name(piece), site))
    return SplitResult(
        parts.scheme, host + port, tidy_path(parts.path), query, tidy_text(kept_fragment(parts.fragment))
    )


def _name(piece: str) -> str:
    return piece.split("=", 1)[0]


def _is_amp(piece: str) -> bool:
    return piece.lower() in {"amp", "amp=", "amp=1", "amp=true", "outputtype=amp"}
