"""Sharing: one pipeline behind every door. What is typed is kept before the page is asked, whatever it answers."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass, replace

from bot.clock import Clock
from bot.posting.outbox import Outbox
from bot.storage.database import Transaction
from bot.text.search import SearchIndex
from bot.text.thesaurus import Thesaurus
from bot.web.failures import FetchFailed
from bot.web.refusals import LinkRefused
from cogs.links.models import (
    DRAFTS_KEPT,
    MOST_DESCRIPTION,
    MOST_NOTE,
    MOST_TAGS,
    MOST_TITLE,
    NO_SOURCE,
    Checkup,
    Draft,
    DraftGone,
    Link,
    LinkState,
    NoLink,
    Share,
    Source,
    split_tags,
)
from cogs.links.models.health import first_check
from cogs.links.service.links import AGAIN, CARD, LinkService, Typed, one_line
from cogs.links.service.pages import Pages
from cogs.links.storage import LinkDraftStorage, LinkStorage

MOST_SUGGESTED = 5


@dataclass(frozen=True, slots=True)
class Door:
    """Who shares, from which message, and in which channel it is to be published."""

    user_id: int
    channel_id: int | None = None
    source: Source = NO_SOURCE


@dataclass(frozen=True, slots=True)
class Published:
    """`again`: the page was there already, by whomever."""

    link: Link
    again: bool


class SharingService:
    def __init__(  # noqa: PLR0913 - what a link goes through
        self,
        drafts: LinkDraftStorage,
        storage: LinkStorage,
        links: LinkService,
        pages: Pages,
        *,
        index: SearchIndex,
        outbox: Outbox,
        thesaurus: Thesaurus,
        clock: Clock,
    ) -> None:
        self._drafts = drafts
        self._storage = storage
        self._links = links
        self._pages = pages
        self._index = index
        self._outbox = outbox
        self._thesaurus = thesaurus
        self._clock = clock
        # Every act reads a draft, changes it and writes it whole.
        self._lock = asyncio.Lock()

    # Beginning

    async def begin(self, door: Door, typed: str, *, note: str = "", tags: str = "") -> Draft:
        """Kept, not read yet. Raises a LinkRefused, TooManyTags."""
        addresses, fingerprints = self._pages.name(typed)
        await self._drafts.delete_before(self._clock.now() - DRAFTS_KEPT)
        return await self._drafts.add(
            Draft(
                draft_id=0,
                user_id=door.user_id,
                addresses=addresses,
                touched_at=self._clock.now(),
                fingerprints=fingerprints,
                note=one_line(note, MOST_NOTE),
                tags=self._links.resolve(split_tags(tags)),
                source=door.source,
                channel_id=door.channel_id,
                link_id=await self._storage.find_known(fingerprints),
            )
        )

    async def begin_all(self, door: Door, addresses: Sequence[str], most: int) -> list[Draft]:
        """Of a message: what is no address to keep is left out. Raises NoLink, or the refusal of the only one."""
        drafts: list[Draft] = []
        for address in addresses[: 4 * most]:
            try:
                drafts.append(await self.begin(door, address))
            except LinkRefused:
                if len(addresses) == 1:
                    raise
            if len(drafts) == most:
                break
        if not drafts:
            raise NoLink
        return drafts

    async def read(self, draft_id: int, user_id: int) -> Draft:
        """Asks the page, unless it is known: before, and after, under its other addresses. Raises DraftGone."""
        draft = await self.get(draft_id, user_id)
        if draft.is_read or await self.find_known(draft) is not None:
            return draft
        return await self._ask(draft)

    async def get(self, draft_id: int, user_id: int) -> Draft:
        """Raises DraftGone, also for somebody else's."""
        draft = await self._drafts.find(draft_id)
        if draft is None or draft.user_id != user_id:
            raise DraftGone
        return draft

    async def find_known(self, draft: Draft) -> Link | None:
        """What is there already of the same page; None when it was removed meanwhile."""
        link = await self._storage.find(draft.link_id) if draft.link_id is not None else None
        return link if link is not None and link.state is not LinkState.REMOVED else None

    async def _ask(self, draft: Draft) -> Draft:
        try:
            found = await self._pages.read(draft.addresses)
        except FetchFailed as failure:
            return await self._change(draft, problem=failure.reason.value)
        known = await self._storage.find_known(found.fingerprints)
        suggested = tuple(tag.key for tag in self._thesaurus.suggest(found.words, MOST_SUGGESTED))
        return await self._change(
            draft,
            addresses=found.addresses,
            about=found.about,
            fingerprints=found.fingerprints,
            is_read=True,
            problem="",
            tags=draft.tags or suggested,
            link_id=known,
            etag=found.etag,
            last_modified=found.last_modified,
        )

    # Completing

    async def write(self, draft_id: int, user_id: int, typed: Typed) -> Draft:
        """Raises DraftGone, TooManyTags; the words are kept before the tags are judged."""
        draft = await self.get(draft_id, user_id)
        about = replace(
            draft.about,
            title=one_line(typed.title, MOST_TITLE),
            description=one_line(typed.description, MOST_DESCRIPTION),
        )
        draft = await self._change(draft, about=about, note=one_line(typed.note, MOST_NOTE))
        return await self._change(draft, tags=self._links.resolve(split_tags(typed.tags)))

    async def permit(self, draft_id: int, user_id: int, *, field: str) -> Draft:
        """Turns `leaves_discord` or `leaves_with_name`: nothing leaves with a name that does not leave at all."""
        draft = await self.get(draft_id, user_id)
        permissions = replace(draft.permissions, **{field: not getattr(draft.permissions, field)})
        if not permissions.leaves_discord:
            permissions = replace(permissions, leaves_with_name=False)
        return await self._change(draft, permissions=permissions)

    async def discard(self, draft_id: int, user_id: int) -> None:
        await self.get(draft_id, user_id)
        await self._drafts.discard(draft_id)

    # Publishing

    async def publish(self, draft_id: int, user_id: int, *, quietly: bool = False) -> Published:
        """A link, or one more share of it where somebody was faster. Raises DraftGone.

        `quietly`: nothing is posted where the card of a known link stands.
        """
        draft = await self.get(draft_id, user_id)
        share = Share(user_id, draft.note, self._clock.now(), draft.source, draft.permissions)
        async with self._storage.transaction() as transaction:
            if not await self._drafts.delete(transaction, draft_id):
                raise DraftGone
            # The fingerprints are read in the transaction that writes them: of two at once, one is second.
            known = await self._find_there(transaction, draft)
            if known is None:
                link = await self._add(transaction, draft, share)
                await self._post(transaction, draft, link.link_id)
            else:
                link = await self._share_again(transaction, known, draft, share, quietly=quietly)
            await self._index.put(transaction, self._links.document(link))
        self._outbox.wake()
        return Published(await self._links.get_public(link.link_id), again=known is not None)

    async def _find_there(self, transaction: Transaction, draft: Draft) -> Link | None:
        number = draft.link_id or await self._storage.find_known_in(transaction, draft.fingerprints)
        link = await self._storage.find(number) if number is not None else None
        return link if link is not None and link.state is not LinkState.REMOVED else None

    async def _add(self, transaction: Transaction, draft: Draft, share: Share) -> Link:
        now = self._clock.now()
        link = Link(
            0, LinkState.PUBLIC, draft.addresses, draft.about, draft.is_read, now, draft.tags, (share,)
        )  # fmt: skip
        link = replace(link, link_id=await self._storage.add(transaction, link))
        checkup = Checkup(
            check_at=first_check(now, link.link_id, is_read=draft.is_read),
            checked_at=now if draft.is_read else None,
            failure=draft.problem,
            etag=draft.etag,
            last_modified=draft.last_modified,
        )
        await self._storage.set_checkup(transaction, link.link_id, checkup)
        await self._storage.add_fingerprints(transaction, link.link_id, draft.fingerprints)
        await self._storage.set_tags(transaction, link.link_id, draft.tags)
        await self._storage.put_share(transaction, link.link_id, share)
        return link

    async def _share_again(
        self, transaction: Transaction, link: Link, draft: Draft, share: Share, *, quietly: bool
    ) -> Link:
        """Said under its card; a link without one gets it now. What was archived is public again."""
        share_id, is_new = await self._storage.put_share(transaction, link.link_id, share)
        tags = tuple(dict.fromkeys((*link.tags, *draft.tags)))[:MOST_TAGS]
        await self._storage.set_tags(transaction, link.link_id, tags)
        await self._storage.add_fingerprints(transaction, link.link_id, draft.fingerprints)
        if link.state is LinkState.ARCHIVED:
            check_at = first_check(self._clock.now(), link.link_id, is_read=link.is_read).isoformat()
            await self._storage.set_link(
                transaction, link.link_id, state=LinkState.PUBLIC.value, health="fine", check_at=check_at
            )
        if link.message_id is None or link.channel_id is None:
            await self._post(transaction, draft, link.link_id)
        else:
            await self._links.show_change(transaction, link)
            if is_new and not quietly:
                await self._say_again(transaction, link.link_id, share_id, link.channel_id)
        others = tuple(other for other in link.shares if other.user_id != share.user_id)
        return replace(link, tags=tags, shares=(*others, share))

    async def _say_again(self, transaction: Transaction, link_id: int, share_id: int, channel_id: int) -> None:
        ref = {"link_id": link_id, "share_id": share_id}
        await self._outbox.add(
            transaction, key=f"{AGAIN}:{link_id}:{share_id}", kind=AGAIN, ref=ref, channel_id=channel_id
        )

    async def _post(self, transaction: Transaction, draft: Draft, link_id: int) -> None:
        """Once: of two who share at the same moment, one card."""
        if draft.channel_id is not None:
            ref = {"link_id": link_id, "reply_to": draft.source.message_id}
            await self._outbox.add(
                transaction, key=f"{CARD}:{link_id}", kind=CARD, ref=ref, channel_id=draft.channel_id
            )

    async def _change(self, draft: Draft, **changes: object) -> Draft:
        async with self._lock:
            current = await self.get(draft.draft_id, draft.user_id)
            changed = replace(current, touched_at=self._clock.now(), **changes)  # pyright: ignore[reportArgumentType] - names of fields
            await self._drafts.save(changed)
            return changed
