"""The library's news, for digests."""

from __future__ import annotations

from datetime import datetime

from bot.registry import DigestItem
from cogs.library.models import EntryGone, News
from cogs.library.service.entries import PREFIX, EntryService
from cogs.library.storage import NewsStorage


class LibraryNews:
    """A `DigestSource`: each entry once, when it first becomes public."""

    section = "library"
    order = 20

    def __init__(self, storage: NewsStorage, entries: EntryService) -> None:
        self._storage = storage
        self._entries = entries

    async def items(self, since: datetime, until: datetime) -> list[DigestItem]:
        return [_item(news) for news in await self._storage.list_news(since, until)]

    def knows(self, ref: str) -> bool:
        return ref.startswith(f"{PREFIX}:")

    async def stands(self, ref: str) -> bool:
        try:
            await self._entries.get_public(int(ref.removeprefix(f"{PREFIX}:")))
        except EntryGone:
            return False
        return True


def _item(news: News) -> DigestItem:
    return DigestItem(
        ref=f"{PREFIX}:{news.entry_id}",
        title=news.title,
        summary=news.summary,
        published_at=news.published_at,
        channel_id=news.channel_id,
        message_id=news.message_id,
        for_everybody=True,
        author=news.author_name,
        leaves_discord=news.leaves_discord,
        leaves_with_name=news.leaves_with_name,
        tags=news.tags,
    )
