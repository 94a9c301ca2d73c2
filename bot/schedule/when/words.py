"""The vocabulary, without accents, and the one spelling every other file reads.

A word that is in no table is not understood: that is what keeps other languages out.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

WEEKDAYS = {
    **dict.fromkeys(("lundi", "lun", "monday", "mon"), 0),
    **dict.fromkeys(("mardi", "mar", "tuesday", "tues", "tue"), 1),
    **dict.fromkeys(("mercredi", "mer", "wednesday", "wed"), 2),
    **dict.fromkeys(("jeudi", "jeu", "thursday", "thurs", "thur", "thu"), 3),
    **dict.fromkeys(("vendredi", "ven", "friday", "fri"), 4),
    **dict.fromkeys(("samedi", "sam", "saturday", "sat"), 5),
    **dict.fromkeys(("dimanche", "dim", "sunday", "sun"), 6),
}

DAYS_FROM_TODAY = {
    **dict.fromkeys(("avant-hier", "day before yesterday"), -2),
    **dict.fromkeys(("hier", "yesterday"), -1),
    **dict.fromkeys(("semaine derniere", "semaine passee", "last week"), -7),
    **dict.fromkeys(("mois dernier", "mois passe", "last month"), -28),
    **dict.fromkeys(("aujourd'hui", "today"), 0),
    **dict.fromkeys(("demain", "tomorrow"), 1),
    **dict.fromkeys(("apres-demain", "day after tomorrow"), 2),
    **dict.fromkeys(("semaine prochaine", "next week", "aujourd'hui en huit"), 7),
    **dict.fromkeys(("aujourd'hui en quinze",), 14),
}

NUMBERS = {
    **dict.fromkeys(("un", "une", "a", "an", "one"), 1),
    **dict.fromkeys(("deux", "two"), 2),
    **dict.fromkeys(("trois", "three"), 3),
    **dict.fromkeys(("quatre", "four"), 4),
    **dict.fromkeys(("cinq", "five"), 5),
    "six": 6,
    **dict.fromkeys(("sept", "seven"), 7),
    **dict.fromkeys(("huit", "eight"), 8),
    **dict.fromkeys(("neuf", "nine"), 9),
    **dict.fromkeys(("dix", "ten"), 10),
    **dict.fromkeys(("onze", "eleven"), 11),
    **dict.fromkeys(("douze", "twelve"), 12),
    **dict.fromkeys(("quinze", "fifteen"), 15),
    **dict.fromkeys(("vingt", "twenty"), 20),
    **dict.fromkeys(("trente", "thirty"), 30),
}

MAX_LENGTH = 100
_PLAIN = {"\u2019": "'", "\u02bc": "'", "\u2018": "'", "\u1d49\u02b3": "er", ",": " "}
_FRENCH_MARKS = {"\u0300", "\u0301", "\u0302", "\u0308", "\u0327"}

_ONE_SPELLING = tuple(
    (re.compile(pattern), replacement)
    for pattern, replacement in (
        (r"\b([ap])\.m\b\.?", r"\1m"),
        (r"(?<=[a-z])\.(?= |$|[0-9])", " "),
        (r"(?<=[0-9])t(?=[0-9])", " "),
        (r"[ .!?]+$", ""),
        (r"^(?:d'ici(?: au?)?|jusqu'au?|until|by|pour) ", ""),
        (r"\b(apres|avant) (?=midi\b|demain\b|hier\b)", r"\1-"),
        (r"\baujourd ?hui\b", "aujourd'hui"),
        (r"\b(?:ce soir|tonight|this evening)\b", "aujourd'hui soir"),
        (r"\b(?:ce matin|this morning)\b", "aujourd'hui matin"),
        (r"\b(?:cet(?:te)? apres-midi|this afternoon)\b", "aujourd'hui apres-midi"),
        (r"\bce midi\b", "aujourd'hui midi"),
        (r"\blast (?:night|evening)\b", "hier soir"),
        (r"\bpremier\b", "1er"),
    )
)


def fold(text: str) -> str | None:
    """Lower case, one space between words, no French accents, one spelling for what has several.

    None if it is too long, or if anything but ASCII is left: Unicode's own folding would turn «2² jours» into
    22 days.
    """
    if len(text) > MAX_LENGTH:
        return None
    for written, plain in _PLAIN.items():
        text = text.replace(written, plain)
    decomposed = unicodedata.normalize("NFD", text.lower())
    folded = " ".join("".join(c for c in decomposed if c not in _FRENCH_MARKS).split())
    if not folded.isascii():
        return None
    for pattern, replacement in _ONE_SPELLING:
        folded = pattern.sub(replacement, folded)
    return " ".join(folded.split())


def any_of(words: Iterable[str]) -> str:
    """A pattern for one of these words, the longest first."""
    return "(?:" + "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True)) + ")"
