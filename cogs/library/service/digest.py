"""The library's news, for digests."""

from __future__ import annotations

from datetime import datetime

from bot.registry import DigestItem
from cogs.library.models import Entry, EntryGone, Kind, News
from cogs.library.service.entries import PREFIX, EntryService
from cogs.library.storage import NewsStorage

VERIFY = f"{PREFIX}:verify"


class _EntrySource:
    def __init__(self, storage: NewsStorage, entries: EntryService) -> None:
        self._storage = storage
        self._entries = entries

    async def _find(self, number: str) -> Entry | None:
        try:
            shown = await self._entries.get_public(int(number))
        except EntryGone:
            return None
        return shown.entry


class LibraryNews(_EntrySource):
    """A `DigestSource`: each entry once, when it first becomes public; what meetings left is told elsewhere."""

    section, order = "library", 20

    async def items(self, since: datetime, until: datetime) -> list[DigestItem]:
        listed = await self._storage.list_news(since, until)
        return [_item(news) for news in listed if self._tells(news.kind)]

    def _tells(self, kind: Kind) -> bool:
        return kind is not Kind.NOTES

    def knows(self, ref: str) -> bool:
        prefix, _, number = ref.partition(":")
        return prefix == PREFIX and number.isdigit()

    async def stands(self, ref: str) -> bool:
        return await self._find(ref.removeprefix(f"{PREFIX}:")) is not None


class MeetingNotes(LibraryNews):
    """A `DigestSource`: what meetups left."""

    section, order = "notes", 15

    def _tells(self, kind: Kind) -> bool:
        return kind is Kind.NOTES


class StillValid(_EntrySource):
    """A `DigestSource`: entries about which somebody is asked whether they still hold, and nobody said so yet."""

    section, order = "verify", 60

    async def items(self, since: datetime, until: datetime) -> list[DigestItem]:
        return [
            _item(news, f"{VERIFY}:{news.entry_id}:{news.published_at:%Y%m%d}")
            for news in await self._storage.list_asked(since, until)
        ]

    def knows(self, ref: str) -> bool:
        return ref.startswith(f"{VERIFY}:")

    async def stands(self, ref: str) -> bool:
        entry = await self._find(ref.removeprefix(f"{VERIFY}:").partition(":")[0])
        return entry is not None and entry.asked_at is not None


def _item(news: News, ref: str = "") -> DigestItem:
    return DigestItem(
        ref=ref or f"{PREFIX}:{news.entry_id}",
        title=news.title,
        summary=news.summary,
        published_at=news.published_at,
        channel_id=news.channel_id,
        message_id=news.message_id,
        for_everybody=True,
        author=news.author_name,
        author_id=news.author_id if news.author_name else None,
        leaves_discord=news.leaves_discord,
        leaves_with_name=news.leaves_with_name,
        tags=news.tags,
    )
