"""New members who want to be welcomed in the next digest: asked for by themselves, and taken back as easily."""

from __future__ import annotations

from datetime import datetime

from bot.clock import Clock
from bot.registry import DigestItem
from bot.text.tidy import tidy
from cogs.digests.models import MOST_WORDS, NEW_FOR, WELCOME, NotNew, Welcome, WordsTooLong
from cogs.digests.storage import WelcomeStorage

PREFIX = "digests:welcome"


class WelcomeService:
    """A `DigestSource` too."""

    section, order = WELCOME, 50

    def __init__(self, storage: WelcomeStorage, clock: Clock) -> None:
        self._storage = storage
        self._clock = clock

    def is_new(self, joined_at: datetime | None) -> bool:
        return joined_at is not None and joined_at > self._clock.now() - NEW_FOR

    async def find_of(self, user_id: int) -> Welcome | None:
        return await self._storage.find_of(user_id)

    async def ask(self, user_id: int, name: str, typed: str, *, joined_at: datetime | None) -> None:
        """Raises NotNew, WordsTooLong."""
        words = " ".join(tidy(typed).split())
        if not self.is_new(joined_at):
            raise NotNew
        if len(words) > MOST_WORDS:
            raise WordsTooLong
        await self._storage.ask(user_id, name, words, self._clock.now())

    async def withdraw(self, user_id: int) -> None:
        """What was told already stays told."""
        await self._storage.withdraw(user_id)

    async def forget_old(self, now: datetime) -> None:
        await self._storage.forget_before(now - NEW_FOR)

    async def items(self, since: datetime, until: datetime) -> list[DigestItem]:
        return [
            DigestItem(
                ref=f"{PREFIX}:{welcome.welcome_id}",
                title=welcome.name,
                summary=welcome.words,
                published_at=welcome.asked_at,
                author_id=welcome.user_id,
            )
            for welcome in await self._storage.list_asked(since, until)
        ]

    def knows(self, ref: str) -> bool:
        return ref.startswith(f"{PREFIX}:")

    async def stands(self, ref: str) -> bool:
        return await self._storage.find(int(ref.removeprefix(f"{PREFIX}:"))) is not None
