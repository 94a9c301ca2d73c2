"""What was typed, made storable: one Unicode form, no control characters, no towers of combining marks."""

from __future__ import annotations

import unicodedata

MOST_MARKS = 2
# Overrides turn the text around them; the marks that Arabic and Hebrew need stay.
_OVERRIDES = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff")


def tidy(text: str) -> str:
    """NFC, lines kept and stripped, at most two blank lines' worth of air, at most two combining marks on a letter."""
    kept: list[str] = []
    marks = 0
    for character in unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n")):
        marks = marks + 1 if unicodedata.combining(character) else 0
        if marks <= MOST_MARKS and _is_kept(character):
            kept.append(character)
    lines = [line.strip() for line in "".join(kept).split("\n")]
    return "\n".join(lines).strip()


def tidy_lines(text: str) -> list[str]:
    """One entry a line, the empty ones left out, spaces folded."""
    return [" ".join(line.split()) for line in tidy(text).split("\n") if line.strip()]


def same_words(text: str) -> str:
    """A key under which two texts that read alike are the same."""
    return " ".join(unicodedata.normalize("NFKC", text).casefold().split())


def _is_kept(character: str) -> bool:
    if character in "\n\t":
        return True
    return character not in _OVERRIDES and unicodedata.category(character) not in {"Cc", "Cs", "Co"}
