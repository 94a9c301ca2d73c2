"""The tags as they are at one moment: found by any name in either language, completed, suggested. Pure."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from bot.text.french import fold, match_words, stem, tokens
from bot.text.tags import Tag, TagUnknown

LONGEST_TEXT = 20_000  # characters read for a suggestion
Stems = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Named:
    """Words `start` to `end` of what was asked name this tag."""

    start: int
    end: int
    tag: Tag


# And what joins the words of a name; in both languages, folded.
_ARTICLES = frozenset(
    {"le", "la", "les", "l", "un", "une", "des", "du", "de", "d", "et", "au", "aux", "a", "the", "an", "of", "and"}
)


class TagIndex:
    """`merged` says into which other key a tag went."""

    def __init__(self, tags: Mapping[str, Tag] | None = None, merged: Mapping[str, str] | None = None) -> None:
        self._tags = dict(tags or {})
        self._merged = dict(merged or {})
        self._live = tuple(
            sorted((tag for key, tag in self._tags.items() if key not in self._merged), key=lambda tag: fold(tag.fr))
        )
        self._names = self._gather_names()
        self._by_words = self._learn(match_words)
        self._by_stems = self._learn(stems_of)
        self._longest = max(map(len, self._by_stems), default=0)
        self._families = self._gather_families()

    def list_tags(self) -> tuple[Tag, ...]:
        """In the order of their French names; those merged into others left out."""
        return self._live

    def find(self, text: str) -> Tag | None:
        """By key, or by any name in either language: accents, number and gender do not matter."""
        text = text[:200].strip()
        key = self.find_key(text) or self._by_words.get(match_words(text)) or self._by_stems.get(stems_of(text))
        return self._tags[key] if key else None

    def find_exactly(self, name: str) -> Tag | None:
        """By the words of a name, accents and capitals apart."""
        key = self._by_words.get(match_words(name))
        return self._tags[key] if key else None

    def find_key(self, key: str) -> str | None:
        """Where a key leads, through every merge."""
        while key in self._merged:
            key = self._merged[key]
        return key if key in self._tags else None

    def get(self, key: str) -> Tag:
        """The tag it was merged into where it was merged. Raises TagUnknown."""
        found = self.find_key(key)
        if found is None:
            raise TagUnknown(key)
        return self._tags[found]

    def name(self, key: str, language: str) -> str:
        """The key itself where it is unknown: a document may carry a tag of long ago."""
        found = self.find_key(key)
        return self._tags[found].name(language) if found else key

    def names_of(self, key: str) -> tuple[str, ...]:
        """Every name of a tag and of those merged into it, in both languages."""
        return self._names.get(self.find_key(key) or key, ())

    def keys_of(self, key: str) -> frozenset[str]:
        """Every key that stands for this tag or for a narrower one; the key itself at least."""
        return self._families.get(self.find_key(key) or key, frozenset({key}))

    def complete(self, typed: str, language: str = "fr", limit: int = 25) -> tuple[Tag, ...]:
        """Names that begin so come first, then names with a word that does, then synonyms."""
        wanted = " ".join(fold(typed[:100]).split())
        ranked = sorted(
            (rank, fold(tag.name(language)), tag.key)
            for tag in self._live
            if (rank := _rank(wanted, tag.name(language), self._names[tag.key])) is not None
        )
        return tuple(self._tags[key] for _, _, key in ranked[:limit])

    def suggest(self, text: str, limit: int = 5) -> tuple[Tag, ...]:
        """The tags whose names occur in the text, most often first."""
        found: dict[str, int] = {}
        for named in self.find_named(match_words(text[:LONGEST_TEXT])):
            found[named.tag.key] = found.get(named.tag.key, 0) + named.end - named.start
        ranked = sorted(found, key=lambda key: (-found[key], key))
        return tuple(self._tags[key] for key in ranked[:limit])

    def find_named(self, words: Sequence[str]) -> tuple[Named, ...]:
        """Which of these words, side by side, name a tag; the longest name wins."""
        return tuple(self._scan([stems_of(word) for word in words]))

    def synonyms_of(self, words: Sequence[str]) -> tuple[str, ...]:
        """The other names, in both languages, of what these words name."""
        named = self.find_named(words)
        said = {fold(" ".join(words[found.start : found.end])) for found in named}
        names = dict.fromkeys(name for found in named for name in self.names_of(found.tag.key))
        return tuple(name for name in names if fold(name) not in said)

    def _scan(self, words: Sequence[Stems]) -> Iterator[Named]:
        place = 0
        while place < len(words):
            end = self._longest_name(words, place)
            if end is None:
                place += 1
                continue
            wanted = tuple(stem for stems in words[place:end] for stem in stems)
            yield Named(place, end, self._tags[self._by_stems[wanted]])
            place = end

    def _longest_name(self, words: Sequence[Stems], start: int) -> int | None:
        """Words without a stem (`de`, `the`) may stand inside a name, neither begin nor end it."""
        wanted: Stems = ()
        found = None
        for end in range(start, len(words)):
            if not words[end] and not wanted:
                return None
            wanted += words[end]
            if len(wanted) > self._longest:
                break
            if words[end] and wanted in self._by_stems:
                found = end + 1
        return found

    def _gather_names(self) -> dict[str, tuple[str, ...]]:
        names: dict[str, dict[str, None]] = {tag.key: dict.fromkeys(tag.names) for tag in self._live}
        for key in self._merged:
            target = self.find_key(key)
            if target is not None:
                names[target] |= dict.fromkeys(self._tags[key].names)
        return {key: tuple(all_of_it) for key, all_of_it in names.items()}

    def _learn(self, cut: Callable[[str], Stems]) -> dict[Stems, str]:
        """Proper names before synonyms: where two tags share a name, it finds the one it is the name of."""
        learnt: dict[Stems, str] = {}
        for tag in self._live:
            for name in (tag.fr, tag.en):
                learnt.setdefault(cut(name), tag.key)
        for key, names in self._names.items():
            for name in names:
                learnt.setdefault(cut(name), key)
        learnt.pop((), None)
        return learnt

    def _gather_families(self) -> dict[str, frozenset[str]]:
        families: dict[str, set[str]] = {tag.key: {tag.key} for tag in self._live}
        for key in self._tags:
            for above in self._above(key):
                families[above].add(key)
        return {key: frozenset(family) for key, family in families.items()}

    def _above(self, key: str) -> Iterable[str]:
        """The live key itself, and the broader ones; a ring of broader tags ends where it began."""
        seen: dict[str, None] = {}
        place = self.find_key(key)
        while place is not None and place not in seen:
            seen[place] = None
            broader = self._tags[place].broader
            place = self.find_key(broader) if broader else None
        return seen


def stems_of(text: str) -> Stems:
    """The stems of a name, in order, articles left out; other small words count: «sans IA» is not «IA»."""
    words = (word for token in tokens(text) for word in token.spelling.sequence)
    return tuple(stem(word) for word in words if word not in _ARTICLES)


def _rank(wanted: str, name: str, names: Iterable[str]) -> int | None:
    if fold(name).startswith(wanted):
        return 0
    if _has_word(wanted, name):
        return 1
    return 2 if any(_has_word(wanted, other) for other in names) else None


def _has_word(wanted: str, name: str) -> bool:
    return (" " + fold(name).replace("'", " ").replace("-", " ")).find(" " + wanted) >= 0
