"""Strangers' text on a Discord message: shown as it was typed, pinging nobody, hiding no link."""

from __future__ import annotations

import re
from collections.abc import Iterator

ELLIPSIS = "…"
_ZERO_WIDTH = "\u200b"
# A bare address stays whole and clickable; the characters that could begin markup or a masked link end it.
_ADDRESS = re.compile(r"https?://[^\s<>\[\]()*`|\\]+")
_MARKUP = frozenset("*_~`|\\[]#")
_AT_LINE_START = frozenset(">-+")


def clip(text: str, limit: int) -> str:
    return text if len(text) <= limit else text[: limit - 1].rstrip() + ELLIPSIS


def neutral(text: str, limit: int) -> str:
    """Markdown and mentions made inert; at most `limit` characters once escaped, never cut inside an escape."""
    pieces: list[str] = []
    length = 0
    for piece in _inert(text):
        length += len(piece)
        if length > limit - 1:
            return "".join(pieces).rstrip() + ELLIPSIS
        pieces.append(piece)
    return "".join(pieces)


def prose(text: str, limit: int) -> str:
    """A member's own text, its headings, lists and emphasis kept: mentions and masked links made inert.

    At most `limit` characters once escaped, never cut inside an escape.
    """
    pieces: list[str] = []
    length = 0
    for character in text.replace("```", "\u2019\u2019\u2019"):
        piece = f"\\{character}" if character in "[]`\\" else character
        if character in "@<":
            piece += _ZERO_WIDTH
        length += len(piece)
        if length > limit - 1:
            return "".join(pieces).rstrip() + ELLIPSIS
        pieces.append(piece)
    return "".join(pieces)


def pages_of(text: str, limit: int, *, first: int | None = None) -> list[str]:
    """`prose` in pages, cut between paragraphs, or else between lines; at least one page.

    `first`: how much fits the first, which is empty when that is too little.
    """
    pages, current = list[str](), ""
    room = limit if first is None else min(first, limit)
    for piece in _pieces(text, limit // 2):
        grown = f"{current}{piece}"
        if len(prose(grown, 10 * limit)) > room - 1 and (current or not pages):
            pages.append(current.strip("\n"))
            grown, room = piece, limit
        current = grown
    return [prose(page, limit) for page in [*pages, current.strip("\n")]]


def _pieces(text: str, longest: int) -> Iterator[str]:
    """Paragraphs with what follows them; the long ones in lines, the long lines in slices. Joined, the text."""
    for paragraph in re.split(r"(?<=\n)(?=\n)", text):
        if len(paragraph) <= longest:
            yield paragraph
            continue
        for line in paragraph.splitlines(keepends=True):
            yield from (line[start : start + longest] for start in range(0, len(line), longest))


def plain(text: str, limit: int) -> str:
    """For labels and titles, where Discord reads neither markdown nor mentions."""
    return clip(" ".join(text.split()), limit)


def _inert(text: str) -> Iterator[str]:
    place, line_start = 0, True
    while place < len(text):
        if address := _ADDRESS.match(text, place):
            yield address[0]
            place, line_start = address.end(), False
            continue
        character = text[place]
        if character in "@<":
            yield character + _ZERO_WIDTH
        elif character in _MARKUP or (line_start and character in _AT_LINE_START):
            yield "\\" + character
        else:
            yield character
        line_start = character == "\n" or (line_start and character == " ")
        place += 1
