"""Scheduling digests: what moderators choose."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from bot.clock import Clock
from bot.schedule.when import parse_when
from bot.storage.settings import Settings
from bot.text.tidy import tidy
from cogs.digests.models import (
    Cadence,
    Digest,
    DigestNotFound,
    FirstTooFar,
    NameUnfit,
    NowhereToDraft,
    Schedule,
)
from cogs.digests.service.compiling import Compiler
from cogs.digests.storage import DigestStorage, IssueStorage

MOST_NAME = 60
USUAL_LEAD = 3
LONGEST_LEAD = 5  # a weekly issue is over, two days after it was due, before the draft of the next


@dataclass(frozen=True, slots=True)
class Wishes:
    """As typed; None where nothing was. `role_id` 0: nobody is to be called."""

    name: str | None = None
    cadence: Cadence | None = None
    first: str | None = None
    channel_id: int | None = None
    role_id: int | None = None
    lead_days: int | None = None


class DigestService:
    def __init__(
        self, storage: DigestStorage, issues: IssueStorage, compiler: Compiler, *, settings: Settings, clock: Clock
    ) -> None:
        self._storage = storage
        self._issues = issues
        self._compiler = compiler
        self._settings = settings
        self._clock = clock
        self.changed: Callable[[], Awaitable[None]] = _nothing

    async def schedule(self, wishes: Wishes) -> Digest:
        """Everything is wished but perhaps the role and the lead. Raises what `_wished` does, and NowhereToDraft."""
        if self._settings.community.moderators_channel_id is None:
            raise NowhereToDraft
        now, zone = self._clock.now(), self._settings.community.timezone
        blank = Digest(
            0, "", Schedule(wishes.cadence or Cadence.WEEKLY, _wall(now, zone), zone), 0, None, USUAL_LEAD,
            self._compiler.list_sections(), paused=False, created_at=now,
        )  # fmt: skip
        digest_id = await self._storage.add(self._wished(blank, wishes))
        await self.changed()
        return await self.get(digest_id)

    async def edit(self, digest_id: int, wishes: Wishes) -> Digest:
        """Raises DigestNotFound, NameUnfit, FirstTooFar, and what parse_when does."""
        return await self._save(self._wished(await self.get(digest_id), wishes))

    async def pause(self, digest_id: int, *, paused: bool | None = None) -> Digest:
        """`paused`: as it shall be; by default the other way round. Raises DigestNotFound."""
        digest = await self.get(digest_id)
        return await self._save(replace(digest, paused=not digest.paused if paused is None else paused))

    async def raise_section(self, digest_id: int, key: str) -> Digest:
        """One place up. Raises DigestNotFound."""
        digest = await self.get(digest_id)
        sections = list(digest.sections)
        place = sections.index(key) if key in sections else 0
        if place:
            sections[place - 1], sections[place] = sections[place], sections[place - 1]
        return await self._save(replace(digest, sections=tuple(sections)))

    async def choose_sections(self, digest_id: int, keys: list[str]) -> Digest:
        """The chosen ones in the order they had, the new ones last. Raises DigestNotFound."""
        digest = await self.get(digest_id)
        kept = [key for key in digest.sections if key in keys]
        new = [key for key in self._compiler.list_sections() if key in keys and key not in kept]
        return await self._save(replace(digest, sections=(*kept, *new)))

    async def delete(self, digest_id: int) -> None:
        """What it told stays in the archive; what waits is not posted. Raises DigestNotFound."""
        await self.get(digest_id)
        async with self._storage.transaction() as transaction:
            await self._issues.skip_all(transaction, digest_id)
            await self._storage.delete(transaction, digest_id)
        await self.changed()

    async def get(self, digest_id: int) -> Digest:
        """Raises DigestNotFound."""
        digest = await self._storage.find(digest_id)
        if digest is None:
            raise DigestNotFound
        return digest

    async def list_all(self) -> list[Digest]:
        return await self._storage.list_all()

    def list_sections(self) -> tuple[str, ...]:
        return self._compiler.list_sections()

    def next_due(self, digest: Digest) -> datetime:
        return digest.schedule.next_after(self._clock.now())

    async def _save(self, digest: Digest) -> Digest:
        async with self._storage.transaction() as transaction:
            await self._storage.save(transaction, digest)
            await self._issues.follow_digest(transaction, digest.digest_id, digest.channel_id, digest.role_id)
        await self.changed()
        return digest

    def _wished(self, digest: Digest, wishes: Wishes) -> Digest:
        """Raises NameUnfit, FirstTooFar, and what parse_when does."""
        schedule = digest.schedule
        if wishes.cadence is not None:
            schedule = replace(schedule, cadence=wishes.cadence)
        if wishes.first is not None:
            schedule = self._started(schedule, wishes.first)
        return replace(
            digest,
            name=digest.name if wishes.name is None else _name(wishes.name),
            schedule=schedule,
            channel_id=wishes.channel_id or digest.channel_id,
            role_id=digest.role_id if wishes.role_id is None else wishes.role_id or None,
            lead_days=min(wishes.lead_days or digest.lead_days, LONGEST_LEAD),
        )

    def _started(self, schedule: Schedule, typed: str) -> Schedule:
        now, zone = self._clock.now(), self._settings.community.timezone
        first = parse_when(typed, now=now, zone=ZoneInfo(zone))
        if first > now + timedelta(days=2 * schedule.cadence.days):
            raise FirstTooFar(2 * schedule.cadence.days)
        return replace(schedule, first=_wall(first, zone), zone=zone)


def _wall(moment: datetime, zone: str) -> datetime:
    return moment.astimezone(ZoneInfo(zone)).replace(tzinfo=None)


def _name(typed: str) -> str:
    name = " ".join(tidy(typed).split())
    if not 0 < len(name) <= MOST_NAME:
        raise NameUnfit(MOST_NAME)
    return name


async def _nothing() -> None:
    return None
