"""Links, for digests: the new ones, and those that lead nowhere any more."""

from __future__ import annotations

from datetime import datetime

from bot.registry import DigestItem
from cogs.links.models import Health, Link
from cogs.links.storage import LinkStorage

SHARED, REPAIR = "links:shared", "links:repair"


class NewLinks:
    """A `DigestSource`: each link once, when it is first shared; what many share or find useful first."""

    section, order = "links", 25

    def __init__(self, storage: LinkStorage) -> None:
        self._storage = storage

    async def items(self, since: datetime, until: datetime) -> list[DigestItem]:
        return [
            DigestItem(
                ref=f"{SHARED}:{link.link_id}",
                title=link.title,
                summary=link.about.description,
                published_at=link.added_at,
                channel_id=link.channel_id,
                url=link.addresses.canonical,
                leaves_discord=any(share.permissions.leaves_discord for share in link.shares),
                weight=len(link.shares) + link.useful,
                tags=link.tags,
            )
            for link in await self._storage.list_added(since, until)
        ]

    def knows(self, ref: str) -> bool:
        return ref.startswith(f"{SHARED}:")

    async def stands(self, ref: str) -> bool:
        link = await self._storage.find(int(ref.removeprefix(f"{SHARED}:")))
        return link is not None and link.is_public


class LinksToRepair:
    """A `DigestSource`: links that a check found dead or moved to another site. Their old address is not given."""

    section, order = "repair", 70

    def __init__(self, storage: LinkStorage) -> None:
        self._storage = storage

    async def items(self, since: datetime, until: datetime) -> list[DigestItem]:
        return [
            DigestItem(
                ref=f"{REPAIR}:{link.link_id}",
                title=link.title,
                summary=link.addresses.host,
                published_at=link.checkup.checked_at or link.added_at,
                channel_id=link.channel_id,
                message_id=link.message_id,
                tags=link.tags,
            )
            for link in await self._storage.list_found_sick(since, until)
        ]

    def knows(self, ref: str) -> bool:
        return ref.startswith(f"{REPAIR}:")

    async def stands(self, ref: str) -> bool:
        link = await self._storage.find(int(ref.removeprefix(f"{REPAIR}:")))
        return link is not None and _is_sick(link)


def _is_sick(link: Link) -> bool:
    return link.is_public and link.checkup.health in {Health.DEAD, Health.MOVED}
