"""The name a member gave a file, made fit to be shown: one line, no path, the extension of what it really is."""

from __future__ import annotations

import unicodedata

from bot.text.file_type import FileType
from bot.text.tidy import tidy

MOST_CHARACTERS = 100
# File systems count bytes, and stop at 255.
MOST_BYTES = 200
_READ = 1000
_LONGEST = len(".markdown")
_ACCEPTED = frozenset(extension for file_type in FileType for extension in file_type.extensions)


def clean_name(name: str, file_type: FileType) -> str:
    """At most 100 characters. An extension that is none of ours stays, before the right one."""
    base = _base(name)
    stem, dot, extension = base.rpartition(".")
    extension = extension.lower()
    if not dot or extension not in _ACCEPTED:
        stem = base
    if extension not in file_type.extensions:
        extension = file_type.value
    fallback = "image" if file_type.is_image else "document"
    stem = _shorten(stem.strip(". "), len(extension) + 1) or fallback
    return f"{stem}.{extension}"


def _base(name: str) -> str:
    """Whatever the length of what was sent, little of it is read."""
    start = max(name.rfind("/"), name.rfind("\\")) + 1
    base = name[start:] if len(name) - start <= _READ else name[start : start + _READ] + name[-_LONGEST:]
    kept = "".join(character for character in tidy(base) if not _hides(character))
    return " ".join(kept.split())


def _hides(character: str) -> bool:
    """Bidirectional marks, zero widths, what has no glyph."""
    return unicodedata.category(character) in {"Cf", "Cn"}


def _shorten(stem: str, taken: int) -> str:
    cut = stem[: MOST_CHARACTERS - taken].encode()[: MOST_BYTES - taken]
    return cut.decode(errors="ignore").strip(". ")
