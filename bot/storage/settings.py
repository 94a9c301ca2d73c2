"""The community's settings: one frozen value in memory, one row per setting on disk."""

from __future__ import annotations

import json
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, fields, replace
from typing import Any, Literal, cast

from bot.storage.database import Database, Transaction

Openers = Literal["moderators", "everyone"]


@dataclass(frozen=True, slots=True)
class Community:
    """What moderators choose. `timezone` is a key of the zone database; `web_contact`, whom sites can write to."""

    timezone: str
    language: str = "fr"
    follow_member_language: bool = False
    moderators_role_id: int | None = None
    poll_openers: Openers = "moderators"
    announcements_channel_id: int | None = None
    moderators_channel_id: int | None = None
    meetup_planners: Openers = "moderators"
    # keys of the zone database, one a comma: in which words files and mails say the hour, after the community's
    meetup_zones: str = ""
    minimum_electorate: int = 5
    minimum_answers: int = 5
    links_channel_id: int | None = None
    watched_channel_ids: tuple[int, ...] = ()
    web_contact: str = ""

    @property
    def channel_ids(self) -> frozenset[int]:
        """Wherever moderators chose that the bot posts or reads."""
        chosen = self.announcements_channel_id, self.moderators_channel_id, self.links_channel_id
        return frozenset({*filter(None, chosen), *self.watched_channel_ids})


Rule = Callable[[Community], Mapping[str, Any]]
Announce = Callable[[Transaction, Community], Awaitable[None]]


class Settings:
    """`community` is always what the database holds."""

    def __init__(self, database: Database, community: Community) -> None:
        self._database = database
        self.community = community

    @classmethod
    async def load(cls, database: Database, *, timezone: str) -> Settings:
        known = {field.name for field in fields(Community)}
        rows = await database.all("SELECT name, value FROM settings")
        stored: dict[str, Any] = {row["name"]: _value(row["value"]) for row in rows if row["name"] in known}
        return cls(database, replace(Community(timezone=timezone), **stored))

    async def change(self, **changes: Any) -> Community:
        """Names and values of `Community`."""
        return await self.decide(lambda _: changes)

    async def decide(self, rule: Rule, announce: Announce | None = None) -> Community:
        """`rule` sees the settings as they are when nobody else can change them, and gives the changes, or raises.

        `announce` writes in the same transaction, when something changed.
        """
        async with self._database.transaction() as transaction:
            changes = rule(self.community)
            changed = replace(self.community, **changes)
            for name in changes:
                await _put(transaction, name, getattr(changed, name))
            if announce is not None and changed != self.community:
                await announce(transaction, changed)
        self.community = changed
        return changed

    async def note(self, name: str) -> str | None:
        """A private note of the bot to itself, under a name that is no setting."""
        row = await self._database.one("SELECT value FROM settings WHERE name = ?", (f"note:{name}",))
        return json.loads(row["value"]) if row else None

    async def write_note(self, name: str, value: str) -> None:
        async with self._database.transaction() as transaction:
            await _put(transaction, f"note:{name}", value)


async def _put(transaction: Transaction, name: str, value: object) -> None:
    await transaction.execute(
        "INSERT INTO settings (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value",
        (name, json.dumps(value)),
    )


def _value(text: str) -> Any:
    """JSON knows no tuples."""
    value: Any = json.loads(text)
    return tuple(cast("list[Any]", value)) if isinstance(value, list) else value
