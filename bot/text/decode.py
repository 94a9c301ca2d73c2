"""Bytes that a person wrote, as text: UTF-8, UTF-16 with its mark, windows-1252. Refuses what is no text."""

from __future__ import annotations

import codecs
import re

# What no text file holds; form feeds and the rest of the white space are fine.
_CONTROLS = re.compile(rb"[\x00-\x08\x0b\x0e-\x1f\x7f]")
_WIDE_CONTROLS = re.compile(r"[\x00-\x08\x0b\x0e-\x1f\x7f]")
_BROKEN = "\N{REPLACEMENT CHARACTER}"
_MOST_BROKEN = 0.1


def decode_text(content: bytes) -> str | None:
    """None when these bytes are no text. A few broken bytes in UTF-8 are left out, so that the rest is not garbled."""
    if content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return _decode_wide(content)
    if _CONTROLS.search(content):
        return None
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return _decode_old(content)


def _decode_wide(content: bytes) -> str | None:
    try:
        text = content.decode("utf-16")
    except UnicodeDecodeError:
        return None
    return None if _WIDE_CONTROLS.search(text) else text


def _decode_old(content: bytes) -> str | None:
    lenient = content.decode("utf-8-sig", errors="replace")
    broken = lenient.count(_BROKEN)
    accented = len(lenient) - len(lenient.encode("ascii", errors="ignore")) - broken
    if broken <= accented * _MOST_BROKEN:
        return lenient.replace(_BROKEN, "")
    try:
        return content.decode("windows-1252")
    except UnicodeDecodeError:
        return None
