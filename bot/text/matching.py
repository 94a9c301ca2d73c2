"""From a query to the words of FTS5. Pure: what is typed never reaches it but as quoted words of our own cutting."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain

from bot.text.extracts import Wanted
from bot.text.french import STOP_WORDS, Spelling, match_words, stem, tokens
from bot.text.query import Query
from bot.text.tag_index import Named, TagIndex

MOST_NAMES = 30  # other names looked for beside a tag's
STEM = "~"
VALUE = "@"
EVERYTHING = f'"{VALUE}0"'  # a word that every document holds


@dataclass(frozen=True, slots=True)
class Wish:
    """One thing asked for, as it was typed or tagged, and in any words that mean it."""

    typed: str
    anyhow: str


@dataclass(frozen=True, slots=True)
class Question:
    """A whole answer holds all that is `wanted`; any answer, what is `needed` and nothing of what is `excluded`."""

    wanted: tuple[Wish, ...]
    needed: tuple[str, ...]
    excluded: tuple[str, ...]
    shown: Wanted

    @property
    def is_everything(self) -> bool:
        return not self.wanted and not self.excluded and self.needed == (EVERYTHING,)

    @property
    def has_synonyms(self) -> bool:
        return any(wish.typed != wish.anyhow for wish in self.wanted)

    def whole(self) -> str:
        return self._finish([wish.anyhow for wish in self.wanted])

    def typed(self) -> str:
        """Of the whole answers, those in the words that were typed, which count for more than other words do."""
        if not self.has_synonyms:
            return self.whole()
        return self._finish([*(wish.typed for wish in self.wanted), *(wish.anyhow for wish in self.wanted)])

    def otherwise(self) -> str:
        """The other whole answers."""
        return f"({self.whole()}) NOT ({' AND '.join(wish.typed for wish in self.wanted)})"

    def partly(self) -> str:
        """What holds something wanted, and is no whole answer; what is said as typed counts twice."""
        some = _either(chain((wish.typed for wish in self.wanted), (wish.anyhow for wish in self.wanted)))
        return f"({self._finish([some])}) NOT ({self.whole()})"

    def _finish(self, expressions: Sequence[str]) -> str:
        expression = " AND ".join((*expressions, *self.needed))
        return f"({expression}) NOT ({' OR '.join(self.excluded)})" if self.excluded else expression


@dataclass(frozen=True, slots=True)
class Asked:
    """A word as typed; `is_beginning`: what it begins is meant (`compta*`)."""

    spelling: Spelling
    is_beginning: bool = False

    @property
    def word(self) -> str:
        return self.spelling.words[0]


def quote(word: str) -> str:
    return '"' + word.replace('"', '""') + '"'


def any_of(expressions: Iterable[str]) -> str:
    parts = tuple(dict.fromkeys(expressions))
    return parts[0] if len(parts) == 1 else f"({' OR '.join(parts)})"


def _either(expressions: Iterable[str]) -> str:
    return f"({' OR '.join(expressions)})"


def ask_value(value_ids: Iterable[int]) -> str:
    """Nothing has none of them."""
    return any_of(f'"{VALUE}{value_id}"' for value_id in sorted(value_ids) or [-1])


def ask_word(asked: Asked) -> str:
    return any_of(ways_to_write(asked))


def ways_to_write(asked: Asked) -> tuple[str, ...]:
    """The exact word counts in the order as well as its stem."""
    if asked.is_beginning:
        return (quote(asked.word) + "*",)
    spelling = asked.spelling
    together = (quote(" ".join(spelling.sequence)),) if len(spelling.sequence) > 1 else ()
    stems = (quote(STEM + stem(word)) for word in (*spelling.words, *spelling.others) if word not in STOP_WORDS)
    return (*map(quote, spelling.words), *together, *stems)


def _wish(asked: Asked) -> Wish:
    asked_word = ask_word(asked)
    return Wish(asked_word, asked_word)


def ask_phrase(text: str) -> str | None:
    sequence = [word for token in tokens(text) for word in token.spelling.sequence]
    return quote(" ".join(sequence)) if sequence else None


def ask_name(name: str) -> str | None:
    """A synonym: one word by its stem, several as they follow one another."""
    words = match_words(name)
    if len(words) == 1:
        return quote(STEM + stem(words[0]))
    return ask_phrase(name)


class Asker:
    """Turns queries into questions.

    `value_ids(facet, values)` gives the numbers of these values in the index. `instead` holds corrections, by word.
    """

    def __init__(
        self,
        tags: TagIndex,
        value_ids: Callable[[str, Iterable[str]], Iterable[int]],
        instead: Mapping[str, str] | None = None,
    ) -> None:
        self._tags = tags
        self._value_ids = value_ids
        self._instead = instead or {}

    def ask(self, query: Query, refine: Mapping[str, str], source: str | None) -> Question:
        words = self._asked_words(query)
        phrases = filter(None, map(ask_phrase, query.phrases))
        wanted = [*self._wanted_words(words), *(Wish(phrase, phrase) for phrase in phrases)]
        needed = [*self._filters(query), *(self._ask_facet(facet, value) for facet, value in refine.items())]
        if source is not None:
            needed.append(ask_value(self._value_ids("source", [source])))
        if not wanted and not needed:
            needed.append(EVERYTHING)
        return Question(
            tuple(dict.fromkeys(wanted)), tuple(needed), tuple(self._excluded(query)), self._shown(words, query)
        )

    def _asked_words(self, query: Query) -> list[Asked]:
        """Without the words of everywhere, unless nothing else is asked."""
        typed = [self._instead.get(word, word) for word in query.words]
        asked = [Asked(token.spelling, word.endswith("*")) for word in typed for token in tokens(word)]
        telling = [word for word in asked if not STOP_WORDS.issuperset(word.spelling.words)]
        return telling or ([] if query.phrases or query.filters else asked)

    def _wanted_words(self, words: Sequence[Asked]) -> Iterable[Wish]:
        place = 0
        for named in self._tags.find_named([asked.word for asked in words]):
            yield from map(_wish, words[place : named.start])
            yield self._wish_for_tag(words[named.start : named.end], named)
            place = named.end
        yield from map(_wish, words[place:])

    def _wish_for_tag(self, words: Sequence[Asked], named: Named) -> Wish:
        """Bearing the tag is as good as the words: somebody put it there."""
        typed = ways_to_write(words[0]) if len(words) == 1 else (f"({' AND '.join(map(ask_word, words))})",)
        value_ids = tuple(self._value_ids("tag", self._tags.keys_of(named.tag.key)))
        if value_ids:
            typed = (*typed, ask_value(value_ids))
        names = self._tags.names_of(named.tag.key)[:MOST_NAMES]
        return Wish(any_of(typed), any_of((*typed, *filter(None, map(ask_name, names)))))

    def _filters(self, query: Query) -> Iterable[str]:
        """Two tags are both needed; of two years, kinds or places either will do."""
        either: dict[str, list[str]] = {}
        for item in query.filters:
            if not item.is_excluded:
                asked = self._ask_facet(item.facet, item.value)
                either.setdefault(item.value if item.facet == "tag" else f"{item.facet}:", []).append(asked)
        return [any_of(asked) for asked in either.values()]

    def _ask_facet(self, facet: str, value: str) -> str:
        tag = self._tags.find(value) if facet == "tag" else None
        return ask_value(self._value_ids(facet, self._tags.keys_of(tag.key) if tag else [value]))

    def _excluded(self, query: Query) -> Iterable[str]:
        for term in query.terms:
            if term.is_excluded and term.is_phrase:
                yield from filter(None, [ask_phrase(term.text)])
            elif term.is_excluded:
                yield from (ask_word(Asked(token.spelling)) for token in tokens(term.text))
        yield from (self._ask_facet(item.facet, item.value) for item in query.filters if item.is_excluded)

    def _shown(self, words: Sequence[Asked], query: Query) -> Wanted:
        """What an extract shows in bold: the words, their stems, and those of the synonyms."""
        typed = [word for asked in words for word in asked.spelling.words]
        names = self._tags.synonyms_of([asked.word for asked in words])[:MOST_NAMES]
        said = [word for text in (*names, *query.phrases) for word in match_words(text)]
        telling = [word for word in (*typed, *said) if word not in STOP_WORDS] or typed
        return Wanted(frozenset(telling), frozenset(stem(word) for word in telling))
