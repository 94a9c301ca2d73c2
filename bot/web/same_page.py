"""Addresses that stand for another one: short ones, players, AMP copies."""

from __future__ import annotations

import re
from urllib.parse import SplitResult

_YOUTUBE = frozenset({"youtube.com", "www.youtube.com", "m.youtube.com", "youtube-nocookie.com"})
_VIDEO = re.compile(r"/(?:shorts|embed|live|v)/([\w-]{6,20})/?")
_SHORT = re.compile(r"/([\w-]{6,20})/?")
_GOOGLE_AMP = re.compile(r"/amp/(s/)?([^/]+\.[^/]+(?:/.*)?)")
_AMP_CACHE = re.compile(r"/[a-z]/(s/)?([^/]+\.[^/]+(?:/.*)?)")
_AMP_END = re.compile(r"(?:/amp|\.amp)/?$|(?:\.amp)(?=\.html?$)|/amp(?=/index\.html?$)")


def original(parts: SplitResult) -> str | None:
    """The address this one stands for, where that needs no request to know; None when it stands for itself."""
    host = (parts.hostname or "").lower()
    if host in {"youtu.be", "www.youtu.be"}:
        return _watch(_SHORT.fullmatch(parts.path), parts)
    if host.removeprefix("www.") in _YOUTUBE:
        return _watch(_VIDEO.fullmatch(parts.path), parts)
    if host.endswith(".cdn.ampproject.org"):
        return _behind(_AMP_CACHE.fullmatch(parts.path), parts)
    if re.fullmatch(r"(?:www\.)?google\.[a-z.]{2,6}", host):
        return _behind(_GOOGLE_AMP.fullmatch(parts.path), parts)
    return None


def without_amp_path(path: str) -> str:
    """For comparison only: such a path without its ending may not exist."""
    while (shorter := _AMP_END.sub("", path)) != path:
        path = shorter
    return path


def _watch(video: re.Match[str] | None, parts: SplitResult) -> str | None:
    if video is None:
        return None
    others = [piece for piece in parts.query.split("&") if piece and not piece.startswith("v=")]
    query = "&".join([f"v={video[1]}", *others])
    return f"https://www.youtube.com/watch?{query}" + (f"#{parts.fragment}" if parts.fragment else "")


def _behind(copy: re.Match[str] | None, parts: SplitResult) -> str | None:
    if copy is None:
        return None
    query = f"?{parts.query}" if parts.query else ""
    fragment = f"#{parts.fragment}" if parts.fragment else ""
    return f"http{'s' if copy[1] else ''}://{copy[2]}{query}{fragment}"
