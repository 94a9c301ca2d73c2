"""Asks every feature what is new. Writes nothing."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime

from bot.registry import DigestItem, DigestSource
from cogs.digests.models import MOST_ITEMS, Digest, Item
from cogs.digests.storage import DigestStorage

Sees = Callable[[int], bool]


@dataclass(frozen=True, slots=True)
class Fresh:
    """What there is to tell, at most as much as one issue holds. `until`: where the next issue goes on."""

    items: tuple[Item, ...]
    until: datetime


class Compiler:
    """`is_public`: whether every member sees that channel. `address`: where an item is read."""

    def __init__(
        self,
        storage: DigestStorage,
        *,
        sources: Callable[[], Sequence[DigestSource]],
        is_public: Sees,
        address: Callable[[DigestItem], str],
    ) -> None:
        self._storage = storage
        self._sources = sources
        self._is_public = is_public
        self._address = address

    def list_sections(self) -> tuple[str, ...]:
        """Every one that there is, in its usual order."""
        sources = sorted(self._sources(), key=lambda source: source.order)
        return tuple(dict.fromkeys(source.section for source in sources))

    async def compile(self, digest: Digest, since: datetime, until: datetime, *, told_at: datetime) -> Fresh:
        """The heaviest first, then the oldest or the soonest.

        What the digest told already, or is about to tell, is left out, and what will be over at `told_at`.
        """
        listed = await self.list_new(since, until, sees=self._is_public, sections=frozenset(digest.sections))
        found = [(section, item) for section, item in listed if not _is_over(item, told_at)]
        told = await self._storage.list_told(digest.digest_id, (item.ref for _, item in found))
        left = [(section, item) for section, item in found if item.ref not in told]
        kept, more = left[:MOST_ITEMS], left[MOST_ITEMS:]
        ordered = sorted(kept, key=lambda pair: -pair[1].weight)
        return Fresh(
            tuple(self.describe(section, item) for section, item in ordered), more[0][1].published_at if more else until
        )

    async def list_new(
        self, since: datetime, until: datetime, *, sees: Sees, sections: frozenset[str] | None = None
    ) -> list[tuple[str, DigestItem]]:
        """(section, item), oldest first, of what whoever asks may see."""
        found = [
            (source.section, item)
            for source in self._sources()
            if sections is None or source.section in sections
            for item in await source.items(since, until)
            if item.for_everybody or item.channel_id is None or sees(item.channel_id)
        ]
        return sorted(found, key=lambda pair: (pair[1].published_at, pair[1].happens_at or pair[1].published_at))

    def describe(self, section: str, item: DigestItem) -> Item:
        return Item(
            ref=item.ref,
            section=section,
            title=item.title,
            summary=item.summary,
            url=self._address(item),
            author=item.author,
            leaves_discord=item.leaves_discord,
            leaves_with_name=item.leaves_with_name,
            published_at=item.published_at,
            happens_at=item.happens_at,
            author_id=item.author_id,
        )

    async def list_gone(self, refs: Sequence[str]) -> frozenset[str]:
        """Of these, what is no longer public. What no feature knows any more is gone too."""
        return frozenset([ref for ref in refs if not await self._stands(ref)])

    async def _stands(self, ref: str) -> bool:
        for source in self._sources():
            if source.knows(ref):
                return await source.stands(ref)
        return False


def _is_over(item: DigestItem, at: datetime) -> bool:
    return item.happens_at is not None and item.happens_at <= at
