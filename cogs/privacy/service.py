"""A member's rights: to know what is kept, to take it along, to have it forgotten."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import AsyncIterator
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from bot.clock import Clock
from bot.posting.outbox import Outbox
from bot.registry import Erased, PersonalData, PersonalFile, PersonalFiles, PublishedTexts, Registry
from bot.schedule.scheduler import Scheduler
from bot.storage.database import Database
from bot.storage.erasures import Erasures
from bot.storage.files import FileLost, KeptFiles

log = logging.getLogger(__name__)

AGAIN = timedelta(minutes=1)


@dataclass(frozen=True, slots=True)
class Kept:
    """What one feature keeps about a person. `about_people`: whether it keeps anything about anybody."""

    feature: str
    about_people: bool
    entries: tuple[dict[str, Any], ...]
    files: tuple[PersonalFile, ...] = ()


class PrivacyService:
    def __init__(  # noqa: PLR0913 - whatever an erasure reaches
        self,
        registry: Registry,
        database: Database,
        files: KeptFiles,
        erasures: Erasures,
        outbox: Outbox,
        *,
        scheduler: Scheduler,
        clock: Clock,
    ) -> None:
        self._registry = registry
        self._database = database
        self._files = files
        self._erasures = erasures
        self._outbox = outbox
        self._scheduler = scheduler
        self._clock = clock

    async def look(self, user_id: int) -> list[Kept]:
        """Every feature, those that keep nothing too."""
        return [await self._kept(offer, user_id) for offer in self._registry.all(PersonalData)]

    async def pages(self, kept: list[Kept]) -> AsyncIterator[tuple[str, bytes]]:
        """(path, content) of the files that were attached."""
        for number, file in enumerate((file for one in kept for file in one.files), start=1):
            try:
                yield f"fichiers/{number}-{file.name}", await self._files.read(file.sha256)
            except FileLost:
                log.warning("a file of somebody's export is missing")

    def has_texts(self, feature: str | None) -> bool:
        """Whether whoever asks to be forgotten there must say what becomes of published texts."""
        return any(feature in {None, texts.feature} for texts in self._registry.all(PublishedTexts))

    async def erase(self, user_id: int, feature: str | None, *, texts: bool) -> None:
        """By one feature, or by all. `texts`: what was published goes too, instead of staying unsigned."""
        async with self._database.transaction() as transaction:
            for published in self._registry.all(PublishedTexts) if texts else []:
                if feature in {None, published.feature}:
                    await published.withdraw(user_id, transaction)
            for offer in self._registry.all(PersonalData):
                if feature in {None, offer.feature}:
                    await offer.erase(user_id, transaction)
            # Before the commit: a backup must not bring back whom it did not hear of.
            await asyncio.to_thread(self._note, user_id, feature, texts)
        for erased in self._registry.all(Erased):
            await erased.run()
        self._outbox.wake()
        await self.sweep()

    async def forget_again(self, user_id: int, feature: str | None, *, texts: bool) -> None:
        """`bot.registry.Forgetting`."""
        await self.erase(user_id, feature, texts=texts)

    def _note(self, user_id: int, feature: str | None, texts: bool) -> None:  # noqa: FBT001 - called in a thread
        self._erasures.note(user_id, feature, self._clock.now(), texts=texts)

    async def sweep(self) -> None:
        """The bytes, too; again a little later while somebody reads beside us."""
        if not await self._database.forget_deleted(thoroughly=True):
            self._scheduler.set_alarm("privacy:bytes", self._clock.now() + AGAIN, self.sweep)

    async def resume(self) -> None:
        """The last erasure may have been cut short before its bytes were gone."""
        if not await self._database.forget_deleted():
            self._scheduler.set_alarm("privacy:bytes", self._clock.now() + AGAIN, self.sweep)

    async def _kept(self, offer: PersonalData, user_id: int) -> Kept:
        entries = tuple(await offer.export(user_id))
        files = [
            file
            for source in self._registry.all(PersonalFiles)
            if source.feature == offer.feature
            for file in await source.list_of(user_id)
        ]
        return Kept(offer.feature, bool(offer.tables), entries, tuple(files))
