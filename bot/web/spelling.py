"""One spelling for what an address may write in several: percent signs, dots, empty parameters (RFC 3986, 6.2.2)."""

from __future__ import annotations

import re
from urllib.parse import quote

_ESCAPE = re.compile(r"%([0-9A-Fa-f]{2})")
_LONE_PERCENT = re.compile(r"%(?![0-9A-Fa-f]{2})")
_UNRESERVED = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~")
_KEPT = "%!$&'()*+,;=:@/?-._~"


def tidy_text(text: str) -> str:
    """Escapes in capitals, none for what needs none, one for each byte that does."""
    escaped = quote(_LONE_PERCENT.sub("%25", text), safe=_KEPT, errors="replace")
    return _ESCAPE.sub(_plain, escaped)


def tidy_path(path: str) -> str:
    """Never empty, without `.` and `..`."""
    kept: list[str] = []
    pieces = tidy_text(path).split("/")
    for place, piece in enumerate(pieces):
        if piece not in {".", ".."}:
            kept.append(piece)
            continue
        if piece == ".." and len(kept) > 1:
            kept.pop()
        if place == len(pieces) - 1:
            kept.append("")
    return "/" + "/".join(kept).removeprefix("/")


def tidy_query(query: str) -> list[str]:
    """`name=value` pieces in their order, the empty ones gone."""
    return [tidy_text(piece) for piece in query.split("&") if piece]


def _plain(escape: re.Match[str]) -> str:
    character = chr(int(escape[1], 16))
    return character if character in _UNRESERVED else escape[0].upper()
