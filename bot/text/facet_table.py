"""Which values each document has, in memory: a result of fifty thousand is counted in some 15 ms.

Documents never change under a number, so what was learnt is never wrong, only incomplete.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from itertools import chain

from bot.text.french import fold
from bot.text.search_models import FacetCount


class FacetTable:
    def __init__(self) -> None:
        self._values: dict[int, tuple[str, str]] = {}
        self._ids: dict[tuple[str, str], set[int]] = {}
        self._held: list[tuple[int, ...]] = [()]  # value_ids, by document_id
        self.last_value_id = 0

    @property
    def last_document_id(self) -> int:
        return len(self._held) - 1

    def learn_values(self, values: Iterable[tuple[int, str, str]]) -> None:
        """(value_id, facet, value)."""
        for value_id, facet, value in values:
            self._values[value_id] = (facet, value)
            self._ids.setdefault((facet, _same(value)), set()).add(value_id)
            self.last_value_id = max(self.last_value_id, value_id)

    def learn_documents(self, documents: Iterable[tuple[int, str]]) -> None:
        """(document_id, value_ids joined by commas), in the order of the numbers."""
        same = {value_id: value_id for value_id in self._values}  # one object for each number, however often it comes
        for document_id, value_ids in documents:
            self._held.extend([()] * (document_id - len(self._held)))
            self._held.append(tuple(same.setdefault(number, number) for number in map(int, value_ids.split(","))))

    def value_ids(self, facet: str, values: Iterable[str]) -> set[int]:
        """Of the values that are written so, capitals and accents apart."""
        return {value_id for value in values for value_id in self._ids.get((facet, _same(value)), ())}

    def count(self, document_ids: Sequence[int], live_key: Callable[[str], str]) -> dict[str, tuple[FacetCount, ...]]:
        """The values of each facet among these documents; tags under the key that `live_key` gives them now."""
        held = [self._held[one] for one in document_ids if one < len(self._held)]
        counted = Counter(chain.from_iterable(held))
        facets: dict[str, Counter[str]] = {}
        merged: dict[str, set[int]] = {}
        for value_id, count in counted.items():
            facet, value = self._values[value_id]
            if facet == "tag":
                value = live_key(value)
                merged.setdefault(value, set()).add(value_id)
            if facet != "source":
                facets.setdefault(facet, Counter())[value] += count
        for value, value_ids in merged.items():
            if len(value_ids) > 1:
                facets["tag"][value] = sum(not value_ids.isdisjoint(values) for values in held)
        return {facet: _most_frequent_first(counts) for facet, counts in facets.items()}


def _most_frequent_first(counts: Counter[str]) -> tuple[FacetCount, ...]:
    ranked = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    return tuple(FacetCount(value, count) for value, count in ranked)


def _same(value: str) -> str:
    return "-".join(fold(value).replace("-", " ").split())
