"""What became public in a window, for digests: one question, however many entries there are."""

from __future__ import annotations

import json
from datetime import datetime

from bot.storage.database import Database, Row
from cogs.library.models import Kind, News

_NEWS = """
    SELECT entries.entry_id, entries.{moment} AS moment, entries.channel_id, entries.message_id, entries.author_id,
        versions.kind, versions.title, versions.summary, versions.author_name, versions.leaves_discord,
        versions.leaves_with_name,
        (SELECT json_group_array(tag) FROM library_tags AS held WHERE held.version_id = versions.version_id) AS tags
    FROM library_entries AS entries
    JOIN library_versions AS versions ON versions.entry_id = entries.entry_id AND versions.state = 'public'
    WHERE entries.status = 'public' AND entries.{moment} >= ? AND entries.{moment} < ?
    ORDER BY entries.{moment}, entries.entry_id
"""


class NewsStorage:
    def __init__(self, database: Database) -> None:
        self._database = database

    async def list_news(self, since: datetime, until: datetime) -> list[News]:
        """Half-open, by the entry's first publication, oldest first."""
        return await self._list("published_at", since, until)

    async def list_asked(self, since: datetime, until: datetime) -> list[News]:
        """Half-open, by the day on which it was asked whether the entry is still valid; answered ones left out."""
        return await self._list("asked_at", since, until)

    async def _list(self, moment: str, since: datetime, until: datetime) -> list[News]:
        question = _NEWS.format(moment=moment)
        return [_news(row) for row in await self._database.all(question, (since.isoformat(), until.isoformat()))]


def _news(row: Row) -> News:
    return News(
        entry_id=row["entry_id"],
        kind=Kind(row["kind"]),
        title=row["title"],
        summary=row["summary"],
        published_at=datetime.fromisoformat(row["moment"]),
        author_id=row["author_id"],
        author_name=row["author_name"],
        leaves_discord=bool(row["leaves_discord"]),
        leaves_with_name=bool(row["leaves_with_name"]),
        tags=tuple(json.loads(row["tags"])),
        channel_id=row["channel_id"],
        message_id=row["message_id"],
    )
