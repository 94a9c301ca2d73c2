"""The names of machines in addresses: one spelling, what is no public name, what may be shown."""

from __future__ import annotations

import re

import idna

MAX_HOST = 253
# Names that only mean something inside a network (RFC 6761, 6762, 8375, 9476, and what routers use).
_PRIVATE = (
    *("localhost", "local", "internal", "intranet", "lan", "home", "corp", "private", "localdomain"),
    *("test", "invalid", "onion", "alt", "arpa"),
)
_NUMERIC_LABEL = re.compile(r"[0-9]+|0x[0-9a-f]*")
_PREFIXES = ("www.", "m.", "mobile.", "amp.", "touch.")
# Letters a French reader tells apart; anything else can pass for one of them.
_FRENCH = frozenset("àâäçéèêëîïôöùûüÿœæ")
_ASCII = re.compile(r"[a-z0-9._-]+")


def ascii_host(host: str) -> str:
    """Lower case, punycode, no final dot; brackets of IPv6 already gone. Raises IDNAError or UnicodeError."""
    host = host.rstrip(".").lower()
    if len(host) > MAX_HOST:
        raise idna.IDNAError("too long")
    if ":" in host:
        return host
    if host.isascii():
        if not _ASCII.fullmatch(host) or ".." in host or host.startswith((".", "-")):
            raise idna.IDNAError("not a host name")
        return host
    return idna.encode(host, uts46=True).decode("ascii").lower()


def is_numeric(host: str) -> bool:
    """An IP address in any spelling a resolver takes: `2130706433`, `0x7f.1`, `127.1`, IPv6."""
    return ":" in host or bool(_NUMERIC_LABEL.fullmatch(host.rsplit(".", 1)[-1]))


def is_private(host: str) -> bool:
    return "." not in host or host.rsplit(".", 1)[-1] in _PRIVATE


def latin_host(host: str) -> str:
    """From punycode to letters, label by label, where they are French ones."""
    return ".".join(_latin(label) for label in host.split("."))


def without_prefixes(host: str) -> str:
    """No `www`, no mobile or AMP host, wherever a name of two labels remains; `fr.m.wikipedia.org` too."""
    while host.startswith(_PREFIXES) and host.count(".") > 1:
        host = host.split(".", 1)[1]
    labels = host.split(".")
    # Wikimedia puts the language first; a lone `m` in second place means nothing else there.
    if len(labels) > 3 and labels[1] == "m":  # noqa: PLR2004 -- language, m, name, ending
        return without_prefixes(".".join([labels[0], *labels[2:]]))
    return host


def _latin(label: str) -> str:
    if not label.startswith("xn--"):
        return label
    try:
        letters = idna.decode(label)
    except (idna.IDNAError, UnicodeError):
        return label
    return letters if all(letter.isascii() or letter in _FRENCH for letter in letters) else label
