"""The home card: posted where moderators choose."""

from __future__ import annotations

from bot.clock import Clock
from bot.posting.outbox import Outbox
from bot.storage.database import Database

HOME = "help:home"


class HelpService:
    def __init__(self, database: Database, outbox: Outbox, clock: Clock) -> None:
        self._database = database
        self._outbox = outbox
        self._clock = clock

    async def post_home(self, channel_id: int) -> None:
        """A new card each time it is asked for; two presses within a minute are one wish."""
        async with self._database.transaction() as transaction:
            await self._outbox.add(
                transaction,
                key=f"{HOME}:{channel_id}:{self._clock.now():%Y%m%d%H%M}",
                kind=HOME,
                ref={},
                channel_id=channel_id,
            )
        self._outbox.wake()
