"""The names of the months, by dateparser, which is trusted with nothing else."""

from __future__ import annotations

import importlib
import re
from datetime import datetime
from functools import lru_cache
from typing import Protocol, cast

from bot.schedule.when.words import NUMBERS

_SETTINGS = {
    "PARSERS": ["absolute-time"],
    "STRICT_PARSING": True,
    "REQUIRE_PARTS": ["day", "month", "year"],
    "DATE_ORDER": "DMY",
    "TIMEZONE": "UTC",
}
_WORD = re.compile(r"[a-z]{3,9}")
# dateparser reads «15 deux» as the 15th of February.
_NO_MONTHS = NUMBERS.keys() - {"sept"}


class _Parse(Protocol):
    def __call__(self, text: str, *, languages: list[str], settings: dict[str, object]) -> datetime | None: ...


@lru_cache(maxsize=256)
def read_month(word: str) -> int | None:
    """1 to 12, from a French or English name or abbreviation, folded."""
    if not _WORD.fullmatch(word) or word in _NO_MONTHS:
        return None
    # Imported here because it is heavy and most starts never need it.
    parse = cast("_Parse", importlib.import_module("dateparser").parse)
    first = parse(f"1 {word} 2000", languages=["fr", "en"], settings=dict(_SETTINGS))
    return first.month if first and (first.day, first.year) == (1, 2000) else None
