"""Links in and out as files. What comes in is not read from the web at once: the paced checks complete it."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from bot.clock import Clock
from bot.storage.database import Transaction
from bot.text.decode import decode_text
from bot.text.search import SearchIndex
from bot.text.thesaurus import Thesaurus
from bot.web.refusals import LinkRefused
from cogs.links.models import About, Addresses, Checkup, Link, LinkState, Share
from cogs.links.models.exchange import (
    ENDINGS,
    LARGEST_FILE,
    Details,
    FileTooLarge,
    Format,
    Incoming,
    NotLinks,
    details_of,
    read_links,
    write_bookmarks,
    write_csv,
    write_json,
)
from cogs.links.models.health import first_check
from cogs.links.service.links import LinkService
from cogs.links.service.pages import Pages
from cogs.links.storage import LinkStorage

FOLDER, WHOLE = "links", "links.json"
BATCH = 100
KEPT = (LinkState.PUBLIC, LinkState.ARCHIVED)


@dataclass(frozen=True, slots=True)
class Report:
    """What came of a file: new, there already, and what is no address to keep."""

    added: int = 0
    known: int = 0
    refused: int = 0

    def __add__(self, other: Report) -> Report:
        return Report(self.added + other.added, self.known + other.known, self.refused + other.refused)


class ExchangeService:
    def __init__(
        self,
        storage: LinkStorage,
        links: LinkService,
        pages: Pages,
        *,
        index: SearchIndex,
        thesaurus: Thesaurus,
        clock: Clock,
    ) -> None:
        self._storage = storage
        self._links = links
        self._pages = pages
        self._index = index
        self._thesaurus = thesaurus
        self._clock = clock

    # Out

    async def write(self, kind: Format, *, with_ids: bool = False) -> bytes:
        """What is public, in one file; JSON has what is archived too."""
        links = await self._list(KEPT if kind == "json" else (LinkState.PUBLIC,))
        names = {tag.key: tag.fr for tag in self._thesaurus.list_tags()}
        if kind == "json":
            text = await asyncio.to_thread(write_json, links, names, with_ids=with_ids)
        else:
            text = await asyncio.to_thread(write_csv if kind == "csv" else write_bookmarks, links, names)
        return text.encode()

    async def write_to(self, folder: Path) -> int:
        """All three, in `links/`; how many links."""
        for kind, ending in ENDINGS.items():
            content = await self.write(kind, with_ids=True)
            await asyncio.to_thread(_save, folder / FOLDER / f"links.{ending}", content)
        return len(await self._list(KEPT))

    async def _list(self, states: Sequence[LinkState]) -> list[Link]:
        links: list[Link] = []
        while batch := await self._storage.list_after(links[-1].link_id if links else 0, states, 500):
            links += batch
        return links

    # In

    async def read_from(self, folder: Path) -> Report:
        """`links/links.json` of an export, or else any bookmarks, CSV and JSON that lie there. Raises NotLinks."""
        whole = folder / FOLDER / WHOLE
        found = [whole] if whole.is_file() else sorted(
            path for ending in ENDINGS.values() for path in (folder / FOLDER).glob(f"*.{ending}")
        )  # fmt: skip
        report = Report()
        for path in found:
            report += await self.read(await asyncio.to_thread(path.read_bytes), None)
        return report

    async def read(self, content: bytes, user_id: int | None) -> Report:
        """Shared by `user_id`, where the file does not say by whom. Raises NotLinks, FileTooLarge."""
        if len(content) > LARGEST_FILE:
            raise FileTooLarge
        text = decode_text(content)
        if text is None:
            raise NotLinks
        incoming = await asyncio.to_thread(read_links, text)
        report = Report()
        for start in range(0, len(incoming), BATCH):
            report += await self._take(incoming[start : start + BATCH], user_id)
        return report

    async def _take(self, batch: Sequence[Incoming], user_id: int | None) -> Report:
        report = Report()
        async with self._storage.transaction() as transaction:
            for incoming in batch:
                report += await self._take_one(transaction, incoming, user_id)
        return report

    async def _take_one(self, transaction: Transaction, incoming: Incoming, user_id: int | None) -> Report:
        details = details_of(incoming)
        try:
            addresses, fingerprints = self._name(incoming, details)
        except LinkRefused:
            return Report(refused=1)
        if await self._storage.find_known_in(transaction, fingerprints) is not None:
            return Report(known=1)
        now = self._clock.now()
        added_at = min(incoming.added_at or now, now)
        shares = (details.shares if details else ()) or (Share(user_id, incoming.note, added_at),)
        link = Link(
            link_id=0,
            state=LinkState.ARCHIVED if details and details.archived else LinkState.PUBLIC,
            addresses=addresses,
            about=_about(incoming, details),
            is_read=details is not None and details.is_read,
            added_at=added_at,
            tags=self._links.resolve(incoming.tags),
            shares=shares,
        )
        await self._add(transaction, link, fingerprints)
        return Report(added=1)

    def _name(self, incoming: Incoming, details: Details | None) -> tuple[Addresses, tuple[str, ...]]:
        """Raises a LinkRefused; what it was first typed as must be an address to keep, too."""
        addresses, fingerprints = self._pages.name(incoming.url)
        if details is None or not details.given:
            return addresses, fingerprints
        given, others = self._pages.name(details.given)
        return replace(addresses, given=given.given, final=details.final), tuple(dict.fromkeys(fingerprints + others))

    async def _add(self, transaction: Transaction, link: Link, fingerprints: tuple[str, ...]) -> None:
        link = replace(link, link_id=await self._storage.add(transaction, link))
        if link.is_public:
            check_at = first_check(self._clock.now(), link.link_id, is_read=link.is_read)
            await self._storage.set_checkup(transaction, link.link_id, Checkup(check_at=check_at))
            await self._index.put(transaction, self._links.document(link))
        await self._storage.add_fingerprints(transaction, link.link_id, fingerprints)
        await self._storage.set_tags(transaction, link.link_id, link.tags)
        for share in link.shares:
            await self._storage.put_share(transaction, link.link_id, share)


def _about(incoming: Incoming, details: Details | None) -> About:
    about = About(title=incoming.title, description=incoming.description)
    if details is None:
        return about
    return replace(
        about,
        site=details.site,
        author=details.author,
        published_on=details.published_on,
        language=details.language,
        reading_minutes=details.reading_minutes,
        kind=details.kind,
        size=details.size,
    )


def _save(target: Path, content: bytes) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(content)
