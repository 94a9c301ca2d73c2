"""From written text to words and stems, each with its place in the original."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from bot.text.french.inclusive import MIDDLE, mark, spell_out
from bot.text.french.stems import STOP_WORDS, stem

LONGEST_WORD = 60
_CHUNK = re.compile(r"\S{1,120}")
_APOSTROPHES = str.maketrans(dict.fromkeys("’ʼ‘‛′´`＇ʹ", "'") | dict.fromkeys("‐‑‒–—−﹣－", "-"))
_LIGATURES = str.maketrans({"œ": "oe", "æ": "ae", "ø": "o", "ł": "l", "ß": "ss", "đ": "d"})
_UNSEEN = frozenset({"Mn", "Me", "Cf", "Cc", "Cs", "Co", "Cn"})
_CAPITAL_E = re.compile(r"(?<=[^\W\d_A-ZÀ-Ý]{3})E([sS]?)(?!\w)")
_WORD = re.compile(rf"[^\W_]+(?:[.'&@{MIDDLE}-]+[^\W_]+)*[+#]{{0,3}}")
_ELISION = re.compile(r"(?:[cdjlmnst]|qu|jusqu|lorsqu|puisqu|quoiqu)'+(?=\w)")
_ACRONYM = re.compile(r"[^\W\d_](?:\.[^\W\d_])+")
_JOINTS = re.compile(r"[.'&@-]+")


@dataclass(frozen=True, slots=True)
class Spelling:
    """One chunk of text without spaces, as it is compared.

    words: what it says, each word whole (`co-construction`). sequence: as it is read aloud, one word after the other.
    others: the same said otherwise (whole, joined, feminine). stems: of all of these.
    """

    words: tuple[str, ...]
    sequence: tuple[str, ...]
    others: tuple[str, ...]
    stems: tuple[str, ...]


class Token(NamedTuple):
    """`start` and `end` are places in the original text."""

    start: int
    end: int
    spelling: Spelling


def fold(text: str) -> str:
    """Small letters without accents, ligatures and the signs nobody sees; apostrophes and dashes of one kind."""
    # Apostrophes before too: NFKC makes a space and a mark of the acute accent that some keyboards give for one.
    text = unicodedata.normalize("NFKC", text.translate(_APOSTROPHES)).translate(_APOSTROPHES)
    bare = "".join(
        character
        for character in unicodedata.normalize("NFKD", text.casefold())
        if unicodedata.category(character) not in _UNSEEN
    )
    return bare.translate(_LIGATURES)


def tokens(text: str) -> Iterator[Token]:
    """Chunks that hold a word, in order."""
    for match in _CHUNK.finditer(text):
        spelling = analyse(match[0])
        if spelling.words:
            yield Token(match.start(), match.end(), spelling)


def match_words(text: str) -> tuple[str, ...]:
    """The words of a text, whole, in order."""
    return tuple(word for token in tokens(text) for word in token.spelling.words)


@lru_cache(maxsize=50_000)
def analyse(chunk: str) -> Spelling:
    """`chunk` has no spaces and is short."""
    folded = mark(fold(_CAPITAL_E.sub(rf"{MIDDLE}e{MIDDLE}\1", chunk)))
    words: list[str] = []
    sequence: list[str] = []
    others: list[str] = []
    for match in _WORD.finditer(folded):
        first, *more = _spell(match[0])
        words += [first, *more]
        parts = _parts(first)
        sequence += parts
        others += more
        for word in (first, *more):
            if _JOINTS.search(word):
                others += [word, _JOINTS.sub("", word)]
    return Spelling(tuple(words), tuple(sequence), tuple(others), _stems([*sequence, *others]))


def _spell(word: str) -> tuple[str, ...]:
    elision = _ELISION.match(word)
    bare = word[elision.end() if elision else 0 :][:LONGEST_WORD].rstrip(".'&@-" + MIDDLE)
    if _ACRONYM.fullmatch(bare):
        return (bare.replace(".", ""),)
    return spell_out(bare)


def _parts(word: str) -> list[str]:
    if "'" in word or "+" in word:
        return [word]
    return [part for part in _JOINTS.split(word) if part]


def _stems(words: list[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(stem(word) for word in words if word not in STOP_WORDS))
