"""The day a page was published, from the ways pages write it."""

from __future__ import annotations

import re
import unicodedata
from datetime import date

_ISO = re.compile(r"\s*([0-9]{4})[-/]([0-9]{1,2})[-/]([0-9]{1,2})(?![0-9])")
_NAMES = (
    *("janvier", "fevrier", "mars", "avril", "mai", "juin"),
    *("juillet", "aout", "septembre", "octobre", "novembre", "decembre"),
)
_MONTHS = {name: number for number, name in enumerate(_NAMES, start=1)}
_IN_LETTERS = re.compile(rf"\b([0-9]{{1,2}})(?:er)?\s+({'|'.join(_MONTHS)})\s+([0-9]{{4}})\b")
_SLASHED = re.compile(r"\b([0-9]{1,2})/([0-9]{1,2})/([0-9]{4})\b")
# Only a date that is said to be one of publication: a page is full of others.
_PUBLISHED = re.compile(
    r"\b(?:publiee?|publication|mise? en ligne|postee?|paru|parue)\s*(?:le|:)?\s*:?\s*"
    r"(?:(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)\s+)?(?=[0-9])"
)
_WINDOW = 40


def read_date(text: str) -> date | None:
    """A machine's date (`2026-03-12T…`, `2026/03/12`), in the page's own zone; a year alone is none."""
    found = _ISO.match(text)
    return _date(found[1], found[2], found[3]) if found else None


def read_words(text: str) -> date | None:
    """« 1er février 2026 », « 12/03/2026 », wherever it stands."""
    words = _fold(text)
    if found := _IN_LETTERS.search(words):
        return _date(found[3], _MONTHS[found[2]], found[1])
    if found := _SLASHED.search(words):
        return _date(found[3], found[2], found[1])
    return None


def find_published(text: str) -> date | None:
    """« Publié le 12 mars 2026 » in running text."""
    words = _fold(text)
    for found in _PUBLISHED.finditer(words):
        day = read_words(words[found.end() : found.end() + _WINDOW])
        if day is not None:
            return day
    return None


def _fold(text: str) -> str:
    decomposed = unicodedata.normalize("NFD", text.lower())
    return "".join(character for character in decomposed if not unicodedata.combining(character))


def _date(year: str, month: str | int, day: str) -> date | None:
    try:
        return date(int(year), int(month), int(day))
    except ValueError:
        return None
