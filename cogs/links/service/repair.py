"""What people do about a dead link: another address, or the archive. Nothing is fetched from any archive."""

from __future__ import annotations

from dataclasses import replace
from urllib.parse import quote

from bot.clock import Clock
from bot.web.failures import FetchFailed
from cogs.links.models import AddressTaken, Checkup, Link
from cogs.links.models.health import first_check
from cogs.links.service.links import LinkService
from cogs.links.service.pages import Pages
from cogs.links.storage import LinkStorage

ARCHIVE = "https://web.archive.org/web/*/"


class RepairService:
    def __init__(self, storage: LinkStorage, links: LinkService, pages: Pages, *, clock: Clock) -> None:
        self._storage = storage
        self._links = links
        self._pages = pages
        self._clock = clock

    async def give_address(self, link_id: int, user_id: int, typed: str, *, moderator: bool) -> Link:
        """Its title and words stay as people know them. Kept even when the page does not answer.

        Raises LinkGone, NotYourLink, a LinkRefused, AddressTaken.
        """
        link = await self._links.require_may_edit(link_id, user_id, moderator=moderator)
        addresses, fingerprints = self._pages.name(typed)
        checkup = Checkup(check_at=first_check(self._clock.now(), link_id, is_read=False))
        is_read = False
        try:
            found = await self._pages.read(addresses)
        except FetchFailed as failure:
            checkup = replace(checkup, failure=failure.reason.value)
        else:
            addresses, fingerprints, is_read = found.addresses, found.fingerprints, True
            now = self._clock.now()
            checkup = Checkup(
                checked_at=now,
                check_at=first_check(now, link_id, is_read=True),
                etag=found.etag,
                last_modified=found.last_modified,
            )
        await self._require_free(link_id, fingerprints)
        async with self._storage.transaction() as transaction:
            await self._storage.set_addresses(transaction, link_id, addresses)
            await self._storage.set_about(transaction, link_id, link.about, is_read=is_read or link.is_read)
            await self._storage.set_checkup(transaction, link_id, checkup)
            await self._storage.add_fingerprints(transaction, link_id, fingerprints)
        return await self._links.shown_again(link_id)

    async def _require_free(self, link_id: int, fingerprints: tuple[str, ...]) -> None:
        known = await self._storage.find_known(fingerprints)
        other = await self._storage.find(known) if known not in {None, link_id} and known else None
        if other is not None:
            raise AddressTaken(other.title)


def archive_search(address: str) -> str:
    """The page of the Wayback Machine that lists its copies; for people to open."""
    return ARCHIVE + quote(address, safe=":/?&=%~+,;@!$'()*-._")
