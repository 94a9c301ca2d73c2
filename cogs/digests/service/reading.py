"""What is new for one member; nothing is remembered but what they ask for."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.clock import Clock
from bot.text.thesaurus import Thesaurus
from cogs.digests.models import WELCOME, Item, Section, group
from cogs.digests.service.compiling import Compiler, Sees
from cogs.digests.storage import ReaderStorage

USUAL_DAYS = 7


@dataclass(frozen=True, slots=True)
class WhatIsNew:
    """`themes`: the tags it was narrowed to. `remembered`: whether the last look is."""

    since: datetime
    sections: tuple[Section, ...]
    themes: tuple[str, ...]
    remembered: bool

    @property
    def items(self) -> tuple[Item, ...]:
        return tuple(item for section in self.sections for item in section.items)


class ReadingService:
    def __init__(self, storage: ReaderStorage, compiler: Compiler, thesaurus: Thesaurus, clock: Clock) -> None:
        self._storage = storage
        self._compiler = compiler
        self._thesaurus = thesaurus
        self._clock = clock

    async def look(self, user_id: int, days: int | None, *, sees: Sees) -> WhatIsNew:
        """Since that many days, else the last look, else a week; the latest first."""
        now, seen = self._clock.now(), await self._storage.find_visit(user_id)
        since = now - timedelta(days=days) if days else seen or now - timedelta(days=USUAL_DAYS)
        themes = await self._storage.list_followed(user_id)
        found = await self._compiler.list_new(since, now, sees=sees)
        items = [
            self._compiler.describe(section, item)
            for section, item in reversed(found)
            # A welcome is read by moderators first: it is told with the letter.
            if section != WELCOME
            # What has no theme, a poll say, concerns everybody.
            and (not themes or not item.tags or set(themes) & set(item.tags))
        ]
        if seen is not None:
            await self._storage.remember(user_id, now)
        return WhatIsNew(since, group(items, self._compiler.list_sections()), themes, seen is not None)

    async def remember(self, user_id: int) -> None:
        """From now on, their last look."""
        await self._storage.remember(user_id, self._clock.now())

    async def follow(self, user_id: int, typed: str) -> tuple[str, bool] | None:
        """The tag's key, and whether it is followed now; None for what is no theme."""
        tag = self._thesaurus.find(typed)
        return (tag.key, await self._storage.follow(user_id, tag.key)) if tag else None

    async def forget(self, user_id: int) -> None:
        await self._storage.forget(user_id)
