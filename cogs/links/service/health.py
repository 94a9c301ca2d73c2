"""The paced check of every link: one request a host a minute, nothing said of a link until it is dead.

An alarm rings, a few pages are asked, and the alarm is set for the next: no task lasts.
"""

from __future__ import annotations

import asyncio
import logging
from dataclasses import replace
from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

from bot.anonymity.log_filter import place_of
from bot.clock import Clock
from bot.posting.notices import Notices
from bot.posting.outbox import Outbox
from bot.schedule.scheduler import Scheduler
from bot.storage.settings import Settings
from bot.web.failures import FetchFailed
from cogs.links.models import Checkup, Health, Link, LinkGone, LinkState
from cogs.links.models.health import failed, passed
from cogs.links.service.links import LinkService
from cogs.links.service.pages import PageFound, Pages
from cogs.links.storage import LinkStorage

log = logging.getLogger(__name__)

DEAD, WEEKLY = "links:dead", "links:weekly"
CHECK_ALARM, WEEKLY_ALARM = "links:check", "links:week"
A_MINUTE, A_DAY = timedelta(minutes=1), timedelta(days=1)
AT_ONCE = 10
MOST_LISTED = 10
SUMMARY_AT = time(9, 0)


class HealthService:
    def __init__(  # noqa: PLR0913 - whom it asks and tells
        self,
        storage: LinkStorage,
        links: LinkService,
        pages: Pages,
        notices: Notices,
        outbox: Outbox,
        *,
        settings: Settings,
        scheduler: Scheduler,
        clock: Clock,
    ) -> None:
        self._storage = storage
        self._links = links
        self._pages = pages
        self._notices = notices
        self._outbox = outbox
        self._settings = settings
        self._scheduler = scheduler
        self._clock = clock
        self._asked: dict[str, datetime] = {}
        self._checking: asyncio.Task[None] | None = None

    async def resume(self) -> None:
        """At each start: what fell due is looked at in its turn, at the usual pace."""
        await self.arm()
        await self.summarise()

    async def arm(self) -> None:
        """For the next check that is due, a minute from now at the earliest."""
        next_at = await self._storage.find_next_check_at()
        if next_at is not None:
            self._scheduler.set_alarm(CHECK_ALARM, max(next_at, self._clock.now() + A_MINUTE), self.check_due)

    async def check_due(self) -> None:
        """A few hosts, once each."""
        now = self._clock.now()
        self._asked = {host: at for host, at in self._asked.items() if now - at < A_MINUTE}
        due = await self._storage.list_due(now, AT_ONCE + len(self._asked))
        turn = [link for link in due if link.addresses.host not in self._asked][:AT_ONCE]
        self._asked |= {link.addresses.host: now for link in turn}
        self._checking = asyncio.create_task(self._check_all(turn), name="links:check")
        await asyncio.wait([self._checking])
        if not self._checking.cancelled():
            await self.arm()
            self._outbox.wake()

    async def close(self) -> None:
        """A page that is slow to answer does not hold up the end."""
        if self._checking is not None and not self._checking.done():
            self._checking.cancel()
            await asyncio.wait([self._checking])

    async def _check_all(self, links: list[Link]) -> None:
        for link, outcome in zip(
            links, await asyncio.gather(*map(self._check, links), return_exceptions=True), strict=True
        ):
            if isinstance(outcome, Exception) and not isinstance(outcome, LinkGone):
                log.error("the check of link %d failed: %s", link.link_id, place_of(outcome))
                await self._postpone(link)

    async def _postpone(self, link: Link) -> None:
        """What failed on our side must not fail every minute."""
        async with self._storage.transaction() as transaction:
            check_at = self._clock.now() + A_DAY
            await self._storage.set_checkup(transaction, link.link_id, replace(link.checkup, check_at=check_at))

    async def _check(self, link: Link) -> None:
        try:
            checkup = await self._look(link) if link.is_read else await self._complete(link)
        except FetchFailed as failure:
            checkup = failed(
                link.checkup,
                self._clock.now(),
                link.link_id,
                reason=failure.reason.value,
                status=failure.status,
                is_read=link.is_read,
            )
        async with self._storage.transaction() as transaction:
            if await self._storage.find_state(transaction, link.link_id) is not LinkState.PUBLIC:
                return  # taken down while its page was asked
            await self._storage.set_checkup(transaction, link.link_id, checkup)
            if checkup.health is Health.DEAD and link.checkup.health is not Health.DEAD:
                sharer = next((share.user_id for share in link.shares if share.user_id is not None), None)
                if sharer is not None:
                    ref = {"link_id": link.link_id}
                    await self._notices.add(transaction, user_id=sharer, kind=DEAD, ref=ref)

    async def _look(self, link: Link) -> Checkup:
        known = link.checkup
        there = await self._pages.look(link.addresses, etag=known.etag, last_modified=known.last_modified)
        checkup = passed(known, self._clock.now(), link.link_id, moved_to=there.moved_to)
        return replace(checkup, etag=there.etag, last_modified=there.last_modified)

    async def _complete(self, link: Link) -> Checkup:
        """The page that did not answer when it was shared."""
        found = await self._pages.read(link.addresses)
        await self.complete(link, found)
        checkup = passed(link.checkup, self._clock.now(), link.link_id)
        return replace(checkup, etag=found.etag, last_modified=found.last_modified)

    async def complete(self, link: Link, found: PageFound) -> None:
        """What people wrote stays; the page fills in the rest."""
        written = link.about
        about = replace(
            found.about,
            title=written.title or found.about.title,
            description=written.description or found.about.description,
        )
        known = await self._storage.find_known(found.fingerprints)
        async with self._storage.transaction() as transaction:
            await self._storage.set_about(transaction, link.link_id, about, is_read=True)
            if known in {None, link.link_id}:
                await self._storage.set_addresses(transaction, link.link_id, found.addresses)
                await self._storage.add_fingerprints(transaction, link.link_id, found.fingerprints)
        await self._links.shown_again(link.link_id)

    # Once a week, for the moderators

    async def summarise(self) -> None:
        """One message a week, when there is something to repair."""
        channel_id, week = self._settings.community.moderators_channel_id, self._local_now().isocalendar()
        if channel_id is not None and await self._storage.count_sick():
            key = f"{WEEKLY}:{week.year}-{week.week:02}"
            async with self._storage.transaction() as transaction:
                await self._outbox.add(transaction, key=key, kind=WEEKLY, ref={}, channel_id=channel_id)
            self._outbox.wake()
        self._scheduler.set_alarm(WEEKLY_ALARM, self._next_summary(), self.summarise)

    async def list_sick(self) -> tuple[list[Link], int]:
        """The first to repair, and how many there are in all."""
        return await self._storage.list_sick(MOST_LISTED), await self._storage.count_sick()

    def _local_now(self) -> datetime:
        return self._clock.now().astimezone(ZoneInfo(self._settings.community.timezone))

    def _next_summary(self) -> datetime:
        """Monday morning."""
        now = self._local_now()
        monday = now.date() + timedelta(days=7 - now.weekday())
        return datetime.combine(monday, SUMMARY_AT, now.tzinfo)
