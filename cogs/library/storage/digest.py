"""What became public in a window, for digests: one question, however many entries there are."""

from __future__ import annotations

import json
from datetime import datetime

from bot.storage.database import Database
from cogs.library.models import News


class NewsStorage:
    def __init__(self, database: Database) -> None:
        self._database = database

    async def list_news(self, since: datetime, until: datetime) -> list[News]:
        """Half-open, by the entry's first publication, oldest first."""
        rows = await self._database.all(
            "SELECT entries.entry_id, entries.published_at, entries.channel_id, entries.message_id, versions.title, "
            "versions.summary, versions.author_name, versions.leaves_discord, versions.leaves_with_name, "
            "(SELECT json_group_array(tag) FROM library_tags AS held "
            "WHERE held.version_id = versions.version_id) AS tags "
            "FROM library_entries AS entries JOIN library_versions AS versions "
            "ON versions.entry_id = entries.entry_id AND versions.state = 'public' "
            "WHERE entries.status = 'public' AND entries.published_at >= ? AND entries.published_at < ? "
            "ORDER BY entries.published_at, entries.entry_id",
            (since.isoformat(), until.isoformat()),
        )
        return [
            News(
                entry_id=row["entry_id"],
                title=row["title"],
                summary=row["summary"],
                published_at=datetime.fromisoformat(row["published_at"]),
                author_name=row["author_name"],
                leaves_discord=bool(row["leaves_discord"]),
                leaves_with_name=bool(row["leaves_with_name"]),
                tags=tuple(json.loads(row["tags"])),
                channel_id=row["channel_id"],
                message_id=row["message_id"],
            )
            for row in rows
        ]
