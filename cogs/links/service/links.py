"""What is kept: read, found, marked, changed, taken down."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from secrets import token_hex

from bot.clock import Clock
from bot.posting.outbox import Outbox
from bot.registry import ReviewDesk, SharedLink
from bot.storage.database import Transaction
from bot.text.search import SearchIndex
from bot.text.search_models import Document
from bot.text.thesaurus import Thesaurus
from bot.text.tidy import tidy_lines
from cogs.links.models import (
    MOST_DESCRIPTION,
    MOST_NOTE,
    MOST_TITLE,
    Link,
    LinkGone,
    LinkPage,
    LinkState,
    NotYourLink,
    split_tags,
)
from cogs.links.storage import LinkStorage

PREFIX = "links"
CARD, AGAIN, UPDATE = "links:card", "links:again", "links:update"
PAGE_SIZE = 5
BATCH = 200


@dataclass(frozen=True, slots=True)
class Typed:
    """The form of a link, as typed."""

    title: str
    description: str
    note: str
    tags: str


class LinkService:
    def __init__(
        self,
        storage: LinkStorage,
        index: SearchIndex,
        outbox: Outbox,
        desk: ReviewDesk,
        *,
        thesaurus: Thesaurus,
        clock: Clock,
    ) -> None:
        self._storage = storage
        self._index = index
        self._outbox = outbox
        self._desk = desk
        self._thesaurus = thesaurus
        self._clock = clock

    # Reading

    async def get_public(self, link_id: int) -> Link:
        """Raises LinkGone."""
        link = await self._storage.find(link_id)
        if link is None or link.state is not LinkState.PUBLIC:
            raise LinkGone
        return link

    async def find(self, link_id: int) -> Link | None:
        """In whatever state."""
        return await self._storage.find(link_id)

    async def list_page(self, number: int, tag: str = "") -> LinkPage:
        total = await self._storage.count_public(tag)
        pages = max(1, -(-total // PAGE_SIZE))
        number = min(max(number, 0), pages - 1)
        links = await self._storage.list_public(limit=PAGE_SIZE, offset=number * PAGE_SIZE, tag=tag)
        return LinkPage(tuple(links), number, pages, total)

    async def shared_in(self, channel_id: int, since: datetime) -> list[SharedLink]:
        """`bot.registry.SharedLinks`."""
        links = await self._storage.list_shared_in(channel_id, since)
        return [SharedLink(link.title, link.addresses.canonical) for link in links]

    async def list_later(self, user_id: int, number: int) -> LinkPage:
        saved = await self._storage.list_later(user_id)
        pages = max(1, -(-len(saved) // PAGE_SIZE))
        number = min(max(number, 0), pages - 1)
        return LinkPage(tuple(saved[number * PAGE_SIZE : (number + 1) * PAGE_SIZE]), number, pages, len(saved))

    async def documents(self) -> AsyncIterator[Document]:
        last = 0
        while links := await self._storage.list_after(last, [LinkState.PUBLIC], BATCH):
            for link in links:
                yield self.document(link)
            last = links[-1].link_id

    # Marks

    async def toggle_useful(self, link_id: int, user_id: int) -> tuple[Link, bool]:
        """The link as it is then, and whether this member finds it useful now. Raises LinkGone."""
        await self.get_public(link_id)
        async with self._storage.transaction() as transaction:
            marked = await self._storage.toggle_useful(transaction, link_id, user_id)
        return await self.get_public(link_id), marked

    async def toggle_later(self, link_id: int, user_id: int) -> bool:
        """Whether it is on this member's list now. Raises LinkGone."""
        await self.get_public(link_id)
        async with self._storage.transaction() as transaction:
            return await self._storage.toggle_later(transaction, link_id, user_id, self._clock.now())

    async def forget_later(self, link_id: int, user_id: int) -> None:
        """Read, or given up."""
        async with self._storage.transaction() as transaction:
            await self._storage.delete_later(transaction, link_id, user_id)

    # Changing

    async def edit(self, link_id: int, user_id: int, typed: Typed, *, moderator: bool) -> Link:
        """Title, description and tags by whoever shared it first, or a moderator; a note by its author.

        Raises LinkGone, NotYourLink, TooManyTags.
        """
        link = await self.require_may_edit(link_id, user_id, moderator=moderator)
        tags = self.resolve(split_tags(typed.tags))
        async with self._storage.transaction() as transaction:
            if moderator or link.is_first_sharer(user_id):
                about = replace(
                    link.about,
                    title=one_line(typed.title, MOST_TITLE) or link.about.title,
                    description=one_line(typed.description, MOST_DESCRIPTION),
                )
                await self._storage.set_about(transaction, link_id, about, is_read=link.is_read)
                await self._storage.set_tags(transaction, link_id, tags)
            if link.share_of(user_id) is not None:
                await self._storage.set_note(transaction, link_id, user_id, one_line(typed.note, MOST_NOTE))
        return await self.shown_again(link_id)

    async def require_may_edit(self, link_id: int, user_id: int, *, moderator: bool) -> Link:
        """Raises LinkGone, NotYourLink."""
        link = await self.get_public(link_id)
        if not moderator and link.share_of(user_id) is None:
            raise NotYourLink
        return link

    async def permit(self, link_id: int, user_id: int, *, field: str) -> Link:
        """Turns `leaves_discord` or `leaves_with_name` of one's own share. Raises LinkGone, NotYourLink."""
        link = await self.get_public(link_id)
        share = link.share_of(user_id)
        if share is None:
            raise NotYourLink
        async with self._storage.transaction() as transaction:
            wanted = not getattr(share.permissions, field)
            await self._storage.set_permission(transaction, link_id, user_id, **{field: wanted})
        return await self.get_public(link_id)

    async def remove(self, link_id: int, user_id: int, *, moderator: bool) -> bool:
        """True when the link is gone; False when only one's own share is, since others share it too.

        Raises LinkGone, NotYourLink.
        """
        link = await self.require_may_edit(link_id, user_id, moderator=moderator)
        others = any(share.user_id != user_id for share in link.shares)
        mine = link.share_of(user_id) is not None
        async with self._storage.transaction() as transaction:
            if mine and others:
                await self._storage.delete_share(transaction, link_id, user_id)
            else:
                await self.remove_in(transaction, link_id)
        if mine and others:
            await self.shown_again(link_id)
            return False
        self._outbox.wake()
        return True

    async def archive(self, link_id: int, user_id: int, *, moderator: bool) -> None:
        """Kept, neither found nor listed any more; sharing it again brings it back. Raises LinkGone, NotYourLink."""
        await self.require_may_edit(link_id, user_id, moderator=moderator)
        async with self._storage.transaction() as transaction:
            await self._take_down(transaction, link_id)
            await self._storage.set_link(transaction, link_id, state=LinkState.ARCHIVED.value, check_at=None)
        self._outbox.wake()

    async def remove_in(self, transaction: Transaction, link_id: int) -> None:
        """Its words and who shared it go; the page may be shared anew. Raises LinkGone."""
        await self._take_down(transaction, link_id)
        await self._storage.blank(transaction, link_id)
        await self._index.forget_removed(transaction)

    async def forget_deleted(self) -> None:
        """What was removed also leaves the write-ahead log, if nobody reads beside us."""
        await self._storage.forget_deleted()

    async def _take_down(self, transaction: Transaction, link_id: int) -> None:
        link = await self._storage.find(link_id)
        if link is None or link.state is not LinkState.PUBLIC:
            raise LinkGone
        await self._index.remove(transaction, f"{PREFIX}:{link_id}")
        await self._desk.withdraw(transaction, "report", f"{PREFIX}:{link_id}")
        await self.show_change(transaction, link)

    async def remove_all_of(self, transaction: Transaction, user_id: int, link_ids: Iterable[int]) -> None:
        """When they leave and take with them what they alone share; of the others, their share."""
        for link_id in link_ids:
            link = await self._storage.find(link_id)
            alone = link is not None and all(share.user_id == user_id for share in link.shares)
            if link is not None and link.is_public and alone:
                await self.remove_in(transaction, link_id)
            else:
                await self._storage.delete_share(transaction, link_id, user_id)

    async def show_unsigned(self, transaction: Transaction, user_id: int, link_ids: Iterable[int]) -> None:
        """After somebody was forgotten, in the same transaction: found without their words, shown without them."""
        for link_id in link_ids:
            link = await self._storage.find(link_id)
            if link is None or await self._storage.find_state(transaction, link_id) is not LinkState.PUBLIC:
                continue
            shares = (
                replace(share, user_id=None, note="") if share.user_id == user_id else share for share in link.shares
            )
            await self._index.put(transaction, self.document(replace(link, shares=tuple(shares))))
            await self.show_change(transaction, link)
        await self._index.forget_removed(transaction)

    # The index and the card

    async def shown_again(self, link_id: int) -> Link:
        """After a change: found by its new words, and its card says them."""
        link = await self.get_public(link_id)
        async with self._storage.transaction() as transaction:
            await self._index.put(transaction, self.document(link))
            await self.show_change(transaction, link)
        self._outbox.wake()
        return link

    async def show_change(self, transaction: Transaction, link: Link) -> None:
        """On its card, where it has one; `wake` follows the commit."""
        if link.message_id is None or link.channel_id is None:
            return
        await self._add_update(transaction, link.link_id, link.channel_id)

    async def _add_update(self, transaction: Transaction, link_id: int, channel_id: int) -> None:
        """An edit may be done twice: each wish for one is a row of its own."""
        key = f"{UPDATE}:{link_id}:{token_hex(8)}"
        await self._outbox.add(transaction, key=key, kind=UPDATE, ref={"link_id": link_id}, channel_id=channel_id)

    async def note_message(self, transaction: Transaction, link_id: int, channel_id: int, message_id: int) -> None:
        """Taken down while its card was on its way: that is brought up to date."""
        await self._storage.set_link(transaction, link_id, channel_id=channel_id, message_id=message_id)
        if await self._storage.find_state(transaction, link_id) is not LinkState.PUBLIC:
            await self._add_update(transaction, link_id, channel_id)

    def document(self, link: Link) -> Document:
        about = link.about
        words = (*(share.note for share in link.shares), about.site, about.author, link.addresses.host)
        year = (str(about.published_on.year),) if about.published_on else ()
        return Document(
            ref=f"{PREFIX}:{link.link_id}",
            kind="link",
            title=link.title,
            summary=about.description,
            body="\n\n".join(filter(None, words)),
            facets={
                "tag": tuple(dict.fromkeys(self._thesaurus.find_key(tag) or tag for tag in link.tags)),
                "year": year,
            },
            published_at=link.added_at,
        )

    def resolve(self, words: tuple[str, ...]) -> tuple[str, ...]:
        """The keys of the tags they name; a word that names none stays as it is."""
        found = [self._thesaurus.find(word) for word in words]
        return tuple(dict.fromkeys(tag.key if tag else word for tag, word in zip(found, words, strict=True)))


def one_line(text: str, most: int) -> str:
    return " ".join(tidy_lines(text))[:most]
