"""The words of the index in memory, to correct what was mistyped."""

from __future__ import annotations

from collections.abc import Iterable

from rapidfuzz import process
from rapidfuzz.distance import OSA

CANDIDATES = 8
_SHORTEST = 4


class Vocabulary:
    """Holds words of removed documents too, until the next start: whether one is still there is the index's to say."""

    def __init__(self) -> None:
        self._by_length: dict[int, list[str]] = {}
        self.last_word_id = 0

    def learn(self, words: Iterable[tuple[int, str]]) -> None:
        """(word_id, word)."""
        for word_id, word in words:
            self._by_length.setdefault(len(word), []).append(word)
            self.last_word_id = max(self.last_word_id, word_id)

    def has_beginning(self, beginning: str) -> bool:
        """Whether a word begins so and goes on."""
        if len(beginning) < _SHORTEST:
            return False
        longer = (words for length, words in self._by_length.items() if length > len(beginning))
        return any(word.startswith(beginning) for words in longer for word in words)

    def find_near(self, word: str) -> tuple[tuple[str, float], ...]:
        """Words that a typing error or two separate from this one, with their distance, the nearest first.

        A wrong first letter counts for more: it is rarely mistyped.
        """
        most = _most_errors(word)
        if most == 0:
            return ()
        choices = [
            near for length in range(len(word) - most, len(word) + most + 1) for near in self._by_length.get(length, ())
        ]
        found = process.extract(word, choices, scorer=OSA.distance, score_cutoff=most, limit=4 * CANDIDATES)
        ranked = sorted({(distance + (near[0] != word[0]) / 2, near) for near, distance, _ in found})
        return tuple((near, distance) for distance, near in ranked[:CANDIDATES])


def _most_errors(word: str) -> int:
    if len(word) < _SHORTEST or not word.isalpha():
        return 0
    return 1 if len(word) < 6 else 2 if len(word) < 10 else 3  # noqa: PLR2004 - a third of a word at most
