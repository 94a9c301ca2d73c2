"""Which documents have which value of which facet, as bits in memory: counting a result of any size costs the same.

Documents never change under a number, so what was learnt is never wrong, only incomplete.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from bot.text.french import fold
from bot.text.search_models import FacetCount


class FacetTable:
    def __init__(self) -> None:
        self._values: dict[int, tuple[str, str]] = {}
        self._ids: dict[tuple[str, str], set[int]] = {}
        self._bits: dict[int, bytearray] = {}
        self.last_document_id = 0
        self.last_value_id = 0

    def learn_values(self, values: Iterable[tuple[int, str, str]]) -> None:
        """(value_id, facet, value)."""
        for value_id, facet, value in values:
            self._values[value_id] = (facet, value)
            self._ids.setdefault((facet, _same(value)), set()).add(value_id)
            self.last_value_id = max(self.last_value_id, value_id)

    def learn_documents(self, documents: Iterable[tuple[int, str]]) -> None:
        """(document_id, value_ids joined by commas), in the order of the numbers."""
        for document_id, value_ids in documents:
            place, bit = document_id >> 3, 1 << (document_id & 7)
            for value_id in value_ids.split(","):
                bits = self._bits.setdefault(int(value_id), bytearray())
                if len(bits) <= place:
                    bits.extend(bytes(place + 1 - len(bits)))
                bits[place] |= bit
            self.last_document_id = document_id

    def value_ids(self, facet: str, values: Iterable[str]) -> set[int]:
        """Of the values that are written so, capitals and accents apart."""
        return {value_id for value in values for value_id in self._ids.get((facet, _same(value)), ())}

    def count(self, document_ids: Iterable[int], live_key: Callable[[str], str]) -> dict[str, tuple[FacetCount, ...]]:
        """The values of each facet among these documents; tags under the key that `live_key` gives them now."""
        hits = _bits_of(document_ids)
        together: dict[tuple[str, str], int] = {}
        for value_id, bits in self._bits.items():
            facet, value = self._values[value_id]
            found = int.from_bytes(bits, "little") & hits
            if found and facet != "source":
                name = (facet, live_key(value) if facet == "tag" else value)
                together[name] = together.get(name, 0) | found
        facets: dict[str, list[FacetCount]] = {}
        for (facet, value), found in together.items():
            facets.setdefault(facet, []).append(FacetCount(value, found.bit_count()))
        return {facet: tuple(sorted(counts, key=_most_frequent)) for facet, counts in facets.items()}


def _bits_of(document_ids: Iterable[int]) -> int:
    bits = bytearray()
    for document_id in document_ids:
        place = document_id >> 3
        if len(bits) <= place:
            bits.extend(bytes(place + 1024 - len(bits)))
        bits[place] |= 1 << (document_id & 7)
    return int.from_bytes(bits, "little")


def _most_frequent(counted: FacetCount) -> tuple[int, str]:
    return -counted.count, counted.value


def _same(value: str) -> str:
    return "-".join(fold(value).replace("-", " ").split())
