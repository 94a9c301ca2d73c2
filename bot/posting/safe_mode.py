"""Safe mode: after a restore, or a day of silence, nothing is posted until a moderator has seen what waits.

What must happen on time happens all the same, a poll closing; only what others would read waits.
"""

from __future__ import annotations

import json
import logging
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from bot.clock import Clock
from bot.posting.heartbeat import BEAT
from bot.posting.outbox import Outbox
from bot.storage.backup import RESTORED
from bot.storage.settings import Settings

log = logging.getLogger(__name__)

SILENCE = timedelta(hours=24)
_HELD, _LOOKS_BACK = "held", "looks-back"
# After a restore, what was under way then may have been posted since: as long as a digest is in preparation.
LOOKS_BACK_FOR = timedelta(days=8)
HELD_KIND = "core:held"


class Why(StrEnum):
    RESTORED = "restored"
    SILENCE = "silence"


@dataclass(frozen=True, slots=True)
class Held:
    """`since`: the last moment at which all was well; `at`: when it was noticed."""

    why: Why
    since: datetime
    at: datetime


class SafeMode:
    """Kept in the database: a restart does not end it, only a moderator does."""

    def __init__(self, settings: Settings, outbox: Outbox, clock: Clock) -> None:
        self._settings = settings
        self._outbox = outbox
        self._clock = clock
        self._last_seen: datetime | None = None
        self.held: Held | None = None

    @property
    def last_beat(self) -> datetime | None:
        return self._last_seen

    @property
    def is_restored(self) -> bool:
        """Until a moderator has pressed the button."""
        return self.held is not None and self.held.why is Why.RESTORED

    async def begin(self) -> None:
        """At each start, before any feature looks at what is due."""
        self.held = _held(await self._settings.note(_HELD))
        beat, restored = await self._settings.note(BEAT), await self._settings.note(RESTORED)
        last = datetime.fromisoformat(beat) if beat else None
        self._last_seen = last
        if looks_back := await self._settings.note(_LOOKS_BACK):
            self._outbox.look_back(*map(datetime.fromisoformat, json.loads(looks_back)))
        if self.held is not None:
            self._outbox.hold(HELD_KIND)
        elif restored:
            await self._look_back(datetime.fromisoformat(restored))
            await self._hold(Why.RESTORED, datetime.fromisoformat(restored))
            await self._settings.write_note(RESTORED, "")
        elif last is not None:
            await self._hold_after_silence(last)
        await self.beat()

    async def look(self) -> None:
        """Before anything is sent: the network may come back before we hear of it."""
        if self._last_seen is not None and self.held is None:
            await self._hold_after_silence(self._last_seen)
            await self.announce()

    async def beat(self) -> None:
        """While the bot is connected, now and then: a silence of a day is noticed, whatever caused it."""
        await self.look()
        self._last_seen = now = self._clock.now()
        await self._settings.write_note(BEAT, now.isoformat())

    async def announce(self) -> None:
        """On the moderators' channel, once."""
        if self.held is not None:
            await self._outbox.announce_held(f"{HELD_KIND}:{self.held.at.isoformat()}", HELD_KIND)

    async def resume(self) -> bool:
        """A moderator has seen what waits. False when nothing was held."""
        if self.held is None:
            return False
        await self._settings.write_note(_HELD, "")
        if self.is_restored:
            await self._look_back(self.held.since)
        self.held = None
        self._outbox.release()
        log.info("safe mode is over: a moderator said so")
        return True

    async def _hold_after_silence(self, last: datetime) -> None:
        """A clock that went back is no silence, one that jumped ahead is: nothing is lost by asking."""
        if self._clock.now() - last > SILENCE:
            await self._hold(Why.SILENCE, last)

    async def _hold(self, why: Why, since: datetime) -> None:
        self.held = held = Held(why, since, self._clock.now())
        log.warning("safe mode (%s): nothing is posted until a moderator says so", why)
        words = {"why": why.value, "since": since.isoformat(), "at": held.at.isoformat()}
        await self._settings.write_note(_HELD, json.dumps(words))
        self._outbox.hold(HELD_KIND)

    async def _look_back(self, since: datetime) -> None:
        """A restored database knows nothing of what was posted since: it is looked for, not posted again."""
        until = self._clock.now() + LOOKS_BACK_FOR
        await self._settings.write_note(_LOOKS_BACK, json.dumps([since.isoformat(), until.isoformat()]))
        self._outbox.look_back(since, until)


def _held(words: str | None) -> Held | None:
    if not words:
        return None
    held = json.loads(words)
    return Held(Why(held["why"]), datetime.fromisoformat(held["since"]), datetime.fromisoformat(held["at"]))
