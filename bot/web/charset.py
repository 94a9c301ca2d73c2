"""From bytes to text, whatever the server and the page say of themselves.

Valid UTF-8 is UTF-8 whatever was declared: text in another encoding is that by accident only when it is pure ASCII.
Names are read as browsers do (WHATWG Encoding Standard): latin-1 and ASCII are windows-1252.
"""

from __future__ import annotations

import codecs
import re

_BOMS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
_META = re.compile(rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([a-zA-Z0-9_:.-]{2,40})""", re.IGNORECASE)
_XML = re.compile(rb"""^\s*<\?xml[^>]{0,200}?encoding\s*=\s*["']([a-zA-Z0-9_:.-]{2,40})""")
_META_WITHIN = 4_096
_SAMPLE = 400
_WESTERN = ("iso-8859-1", "iso8859-1", "latin1", "latin-1", "l1", "ascii", "us-ascii", "windows-1252", "cp1252")
# Only these: Python also knows codecs that are no charsets, and some that inflate.
_CODECS = {
    **dict.fromkeys(_WESTERN, "cp1252"),
    **{name: name for name in ("iso-8859-2", "iso-8859-5", "iso-8859-6", "iso-8859-7", "iso-8859-8", "iso-8859-15")},
    **{f"windows-125{number}": f"cp125{number}" for number in (0, 1, 3, 4, 5, 6, 7, 8)},
    **dict.fromkeys(("iso-8859-9", "latin5"), "cp1254"),
    **dict.fromkeys(("macintosh", "mac", "x-mac-roman"), "mac-roman"),
    **dict.fromkeys(("gb2312", "gbk", "gb18030"), "gb18030"),
    **dict.fromkeys(("shift_jis", "shift-jis", "sjis"), "cp932"),
    **{name: name for name in ("koi8-r", "koi8-u", "big5", "euc-jp", "iso-2022-jp", "euc-kr")},
    **dict.fromkeys(("utf-8", "utf8", "unicode-1-1-utf-8"), "utf-8"),
    **dict.fromkeys(("utf-16", "utf-16le"), "utf-16-le"),
    "utf-16be": "utf-16-be",
}


def to_text(content: bytes, declared: str | None) -> str:
    """`declared` is the header's charset. Never fails; what cannot be read becomes U+FFFD."""
    for bom, codec in _BOMS:
        if content.startswith(bom):
            return content[len(bom) :].decode(codec, "replace")
    if (codec := _by_zeros(content)) is not None:
        return content.decode(codec, "replace")
    header, page = _codec(declared), _codec(_declared_inside(content))
    if header != "iso-2022-jp" and (text := _as_utf_8(content)) is not None:
        return text
    return _decode(content, header, page)


def _decode(content: bytes, header: str | None, page: str | None) -> str:
    """A page that could be read as ASCII to find its declaration is not in UTF-16, whatever it declares."""
    for codec in (header, page):
        if codec is not None and not codec.startswith("utf-"):
            return content.decode(codec, "replace")
    text = content.decode("utf-8", "replace")
    if "utf-8" in (header, page) and text.count("\ufffd") * 200 < len(text):
        return text  # UTF-8 with a few damaged letters
    return content.decode("cp1252", "replace")


def _as_utf_8(content: bytes) -> str | None:
    """A letter cut at the end of a truncated page is no reason to read it otherwise."""
    try:
        return codecs.getincrementaldecoder("utf-8")().decode(content)
    except UnicodeDecodeError:
        return None


def _by_zeros(content: bytes) -> str | None:
    """UTF-16 without its mark: every other byte of markup is zero."""
    sample = content[:_SAMPLE]
    even, odd = sample[::2].count(0), sample[1::2].count(0)
    enough = len(sample) // 2 * 0.4
    if len(sample) < 16 or max(even, odd) < enough or min(even, odd) > enough / 4:  # noqa: PLR2004 -- too short to tell
        return None
    return "utf-16-le" if odd > even else "utf-16-be"


def _declared_inside(content: bytes) -> str | None:
    head = content[:_META_WITHIN]
    found = _META.search(head) or _XML.search(head)
    return found[1].decode("ascii") if found else None


def _codec(name: str | None) -> str | None:
    return _CODECS.get((name or "").strip("\"' ").lower())
