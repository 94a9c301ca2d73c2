"""The passage of a text that shows best why it was found. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from bot.text.french import Token, fold, tokens
from bot.text.search_models import Run

LONGEST = 200
READ = 20_000  # characters of a text that are looked at
BEFORE = 60  # characters shown before the first word found
NONE: frozenset[str] = frozenset()
_EDGES = "«»\"“”()[]{}<>.,;:!?…'’*_~`|#-—–\u00a0\u202f"


@dataclass(frozen=True, slots=True)
class Wanted:
    """Words and stems, folded."""

    words: frozenset[str]
    stems: frozenset[str]

    def among(self, token: Token) -> frozenset[str]:
        """Which of the wanted stems this token has; its word where that has none."""
        spelling = token.spelling
        if not self.stems.isdisjoint(spelling.stems):
            return self.stems.intersection(spelling.stems)
        if self.words.isdisjoint(spelling.words) and self.words.isdisjoint(spelling.others):
            return NONE
        return self.words.intersection((*spelling.words, *spelling.others))


def make_extract(texts: Sequence[str], wanted: Wanted) -> tuple[Run, ...]:
    """From the text that holds most of what is wanted; from the first that says anything where none does."""
    texts = [text[:READ] for text in texts if text.strip()]
    if not texts:
        return ()
    passages = [_best_passage(text, wanted) for text in texts]
    best = max(range(len(texts)), key=lambda place: (passages[place].richness, -place))
    return _runs(texts[best], passages[best])


@dataclass(frozen=True, slots=True)
class _Passage:
    start: int
    richness: int
    marks: tuple[tuple[int, int], ...]


def _best_passage(text: str, wanted: Wanted) -> _Passage:
    marks: list[tuple[int, int, frozenset[str]]] = []
    for token in tokens(text):
        found = wanted.among(token)
        if found:
            marks.append((*_bare(text, token), found))
    places = tuple((start, end) for start, end, _ in marks)
    if not marks:
        return _Passage(len(text) - len(text.lstrip()), 0, ())
    best, richness = 0, 0
    for first, (start, _, _) in enumerate(marks):
        inside: set[str] = set()
        for _, end, found in marks[first : first + 20]:
            if end - start > LONGEST - BEFORE:
                break
            inside |= found
        if len(inside) > richness:
            best, richness = start, len(inside)
    return _Passage(_begin(text, best), richness, places)


def _bare(text: str, token: Token) -> tuple[int, int]:
    """Without the signs around it."""
    start, end = token.start, token.end
    while start < end and text[start] in _EDGES:
        start += 1
    while end > start and text[end - 1] in _EDGES:
        end -= 1
    return (start, end) if start < end else (token.start, token.end)


def _begin(text: str, place: int) -> int:
    """The sentence's beginning where it is near, a word's otherwise."""
    earliest = max(0, place - BEFORE)
    if earliest == 0:
        return len(text) - len(text.lstrip()) if not text[:place].strip() else _skip_space(text, 0)
    before = text[earliest:place]
    for end in (". ", "! ", "? ", "\n"):
        found = before.rfind(end)
        if found >= 0:
            return _skip_space(text, earliest + found + 1)
    space = next((at for at, character in enumerate(before) if character.isspace()), 0)
    return _skip_space(text, earliest + space)


def _skip_space(text: str, place: int) -> int:
    while place < len(text) and text[place].isspace():
        place += 1
    return place


def _end(text: str, start: int) -> int:
    if len(text) <= start + LONGEST:
        return len(text.rstrip())
    end = start + LONGEST
    cut = next((at for at in range(end, start + LONGEST // 2, -1) if text[at].isspace()), end)
    return max(start + 1, len(text[:cut].rstrip()))


def _runs(text: str, passage: _Passage) -> tuple[Run, ...]:
    start, end = passage.start, _end(text, passage.start)
    runs: list[Run] = []
    place = start
    for first, last in passage.marks:
        if first < place or last > end:
            continue
        runs += [Run(text[place:first], is_found=False), Run(text[first:last], is_found=True)]
        place = last
    runs.append(Run(text[place:end], is_found=False))
    return tuple(run for run in runs if run.text)


def find_spelling(texts: Sequence[str], word: str) -> str:
    """A folded word as these texts write it, with its accents; as it is where none does."""
    for text in texts:
        for token in tokens(text[:READ]):
            if token.spelling.words == (word,):
                start, end = _bare(text, token)
                written = text[start:end].lower()
                return written if fold(written) == word else word
    return word
