"""What is public: read, found, announced, archived."""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import datetime, timedelta

from bot.clock import Clock
from bot.posting.outbox import Outbox
from bot.registry import ReviewDesk
from bot.storage.database import Transaction
from bot.storage.files import KeptFiles
from bot.storage.settings import Settings
from bot.text.search import SearchIndex
from bot.text.search_models import Document
from bot.text.thesaurus import Thesaurus
from cogs.library.models import (
    AttachedFile,
    Entry,
    EntryGone,
    EntryStatus,
    NotYours,
    Question,
    Shown,
    Version,
    VersionState,
    split_tags,
)
from cogs.library.storage import EntryStorage

PREFIX = "library"
UNPUBLISHED_KEPT = timedelta(days=2 * 365)
ENTRY, UPDATE = "library:entry", "library:update"


class EntryService:
    def __init__(  # noqa: PLR0913 - what a public text touches
        self,
        storage: EntryStorage,
        index: SearchIndex,
        outbox: Outbox,
        desk: ReviewDesk,
        *,
        files: KeptFiles,
        thesaurus: Thesaurus,
        settings: Settings,
        clock: Clock,
    ) -> None:
        self._storage = storage
        self._index = index
        self._outbox = outbox
        self._desk = desk
        self._files = files
        self._thesaurus = thesaurus
        self._settings = settings
        self._clock = clock

    # Reading

    async def get_public(self, entry_id: int) -> Shown:
        """Raises EntryGone."""
        entry, version = await self._storage.find_entry(entry_id), await self._storage.find_public(entry_id)
        if entry is None or version is None or entry.status is not EntryStatus.PUBLIC:
            raise EntryGone
        adapted = await self.find_last(entry.adapted_from) if entry.adapted_from else None
        return Shown(
            entry,
            version,
            entry.is_doubtful(self._clock.now()),
            adapted.content.title if adapted else "",
            adapted.author_name if adapted else "",
        )

    async def get_entry(self, entry_id: int) -> Entry:
        """Raises EntryGone."""
        entry = await self._storage.find_entry(entry_id)
        if entry is None:
            raise EntryGone
        return entry

    async def get_version(self, version_id: int) -> Version:
        """Raises EntryGone."""
        version = await self._storage.find_version(version_id)
        if version is None:
            raise EntryGone
        return version

    async def find_last(self, entry_id: int) -> Version | None:
        """The public version, or else the last."""
        if (public := await self._storage.find_public(entry_id)) is not None:
            return public
        versions = await self._storage.list_versions(entry_id)
        return versions[-1] if versions else None

    async def list_public_versions(self, entry_id: int) -> list[Version]:
        """Those that are or were public, the first first. Raises EntryGone."""
        await self.get_public(entry_id)
        return [
            version
            for version in await self._storage.list_versions(entry_id)
            if version.state in {VersionState.PUBLIC, VersionState.SUPERSEDED}
        ]

    async def list_mine(self, author_id: int) -> list[tuple[Entry, Version]]:
        """Every text this person sent, with its last version, the latest first."""
        mine: list[tuple[Entry, Version]] = []
        for entry in await self._storage.list_of(author_id):
            versions = await self._storage.list_versions(entry.entry_id)
            if versions and entry.status is not EntryStatus.REMOVED:
                mine.append((entry, versions[-1]))
        return mine

    async def read_file(self, file: AttachedFile) -> bytes:
        """Raises FileLost."""
        return await self._files.read(file.sha256)

    # Changing what is public

    async def publish(self, transaction: Transaction, entry: Entry, version: Version) -> None:
        """In the caller's transaction: the version becomes the public one."""
        now, first = self._clock.now(), entry.published_at is None
        await self._storage.supersede(transaction, entry.entry_id)
        if not await self._storage.set_state(
            transaction, version.version_id, now=VersionState.PUBLIC, before=VersionState.WAITING
        ):
            raise EntryGone
        await self._storage.note_published(transaction, version.version_id, now)
        await self._storage.set_entry(
            transaction,
            entry.entry_id,
            status=EntryStatus.PUBLIC,
            published_at=(entry.published_at or now).isoformat(),
            verified_at=now.isoformat(),
            asked_at=None,
            author_id=entry.author_id if version.author_name else None,
        )
        await self._index.put(transaction, self._document(entry, version))
        await self._announce(transaction, entry, first=first, version=version)

    async def retag(self, version_id: int, typed: str) -> Version:
        """By a moderator; new words join the thesaurus. Raises EntryGone, BadContent, TagNameUnfit, TooManyNames."""
        version, keys = await self.get_version(version_id), list[str]()
        for word in split_tags(typed):
            tag = self._thesaurus.find(word) or await self._thesaurus.add_tag(fr=word, en=word)
            keys.append(tag.key)
        async with self._storage.transaction() as transaction:
            await self._storage.set_tags(transaction, version_id, dict.fromkeys(keys))
        version = await self.get_version(version_id)
        await self.index_again(version.entry_id)
        return version

    async def index_again(self, entry_id: int) -> None:
        """After its tags changed; nothing for what is not public."""
        entry, version = await self._storage.find_entry(entry_id), await self._storage.find_public(entry_id)
        if entry is None or version is None or entry.status is not EntryStatus.PUBLIC:
            return
        async with self._storage.transaction() as transaction:
            await self._index.put(transaction, self._document(entry, version))

    async def index_tagged(self, keys: frozenset[str]) -> None:
        """After a tag was merged into another."""
        for entry_id in await self._storage.list_tagged(keys):
            await self.index_again(entry_id)

    async def count_tagged(self, keys: frozenset[str]) -> int:
        return await self._storage.count_tagged(keys)

    async def archive(self, entry_id: int, user_id: int, *, moderator: bool) -> None:
        """Raises EntryGone, NotYours."""
        entry = await self.get_entry(entry_id)
        if entry.author_id != user_id and not moderator:
            raise NotYours
        async with self._storage.transaction() as transaction:
            await self.take_down(transaction, entry_id, EntryStatus.ARCHIVED)
        self._outbox.wake()

    async def take_down(self, transaction: Transaction, entry_id: int, status: EntryStatus) -> None:
        """No longer shown, found or announced, and nothing about it waits any more; its versions are kept."""
        entry = await self._storage.find_entry_in(transaction, entry_id)
        if entry is None:
            raise EntryGone
        await self._storage.set_entry(transaction, entry_id, status=status)
        await self._index.remove(transaction, f"{PREFIX}:{entry_id}")
        for version_id in await self._storage.list_waiting(transaction, entry_id):
            await self._storage.set_state(
                transaction, version_id, now=VersionState.CHANGES, before=VersionState.WAITING
            )
            await self._desk.withdraw(transaction, "library", f"{version_id}")
        for kind, ref in (("library-validity", f"{entry_id}"), ("report", f"{PREFIX}:{entry_id}")):
            await self._desk.withdraw(transaction, kind, ref)
        if entry.message_id is not None and entry.channel_id is not None:
            await self._update(transaction, entry, entry.channel_id, "down")

    async def remove_in(self, transaction: Transaction, entry_id: int) -> None:
        """After a report: its words and files go too. Raises EntryGone."""
        await self.take_down(transaction, entry_id, EntryStatus.REMOVED)
        await self._storage.blank(transaction, entry_id)
        await self._index.forget_removed(transaction)

    async def remove_all_of(self, transaction: Transaction, user_id: int) -> None:
        """When they leave and take their texts with them."""
        for entry in await self._storage.list_of(user_id):
            if entry.status is not EntryStatus.REMOVED:
                await self.remove_in(transaction, entry.entry_id)

    async def withdraw_waiting_of(self, transaction: Transaction, user_id: int) -> None:
        """Whatever of theirs waits for moderators waits no more, and its words go."""
        for entry in await self._storage.list_of(user_id):
            for version_id in await self._storage.list_waiting(transaction, entry.entry_id):
                await self._desk.withdraw(transaction, "library", f"{version_id}")
                await self._storage.delete_waiting(transaction, version_id)

    async def show_unsigned(self, transaction: Transaction, user_id: int) -> None:
        """On the announcements of what they wrote, in the transaction in which they are forgotten."""
        for known in await self._storage.list_of(user_id):
            entry = await self._storage.find_entry_in(transaction, known.entry_id)
            if entry is not None and entry.message_id is not None and entry.channel_id is not None:
                await self._update(transaction, entry, entry.channel_id, "unsigned")

    # The index and the announcements

    async def documents(self) -> AsyncIterator[Document]:
        for entry in await self._storage.list_entries([EntryStatus.PUBLIC]):
            if (version := await self._storage.find_public(entry.entry_id)) is not None:
                yield self._document(entry, version)

    async def note_message(self, transaction: Transaction, entry_id: int, channel_id: int, message_id: int) -> None:
        """Taken down while its announcement was on its way: that is brought up to date."""
        await self._storage.set_entry(transaction, entry_id, channel_id=channel_id, message_id=message_id)
        entry = await self._storage.find_entry_in(transaction, entry_id)
        if entry is not None and entry.status is not EntryStatus.PUBLIC:
            await self._update(transaction, entry, channel_id, "down")

    async def list_questions(self, author_id: int) -> list[tuple[Question, str]]:
        """Those that wait for this person's answer, with the title of what they are about."""
        titles = {
            entry.entry_id: version.content.title
            for entry, version in await self.list_mine(author_id)
            if entry.status is EntryStatus.PUBLIC
        }
        if not titles:
            return []
        open_ones = await self._storage.list_open_questions(titles)
        return [(question, titles[question.entry_id]) for question in open_ones]

    async def forget_old(self, now: datetime) -> None:
        """Once a day: a text that was not published keeps its author as long as the desk keeps its decision."""
        async with self._storage.transaction() as transaction:
            await self._storage.forget_unpublished(transaction, now - UNPUBLISHED_KEPT)

    async def sweep(self) -> None:
        """Files that nothing refers to any more: at the start, and after a removal."""
        await self._files.sweep(self._storage.list_hashes)

    async def _announce(self, transaction: Transaction, entry: Entry, *, first: bool, version: Version) -> None:
        if not first:
            if entry.message_id is not None and entry.channel_id is not None:
                await self._update(transaction, entry, entry.channel_id, f"{version.number}")
            return
        channel_id = self._settings.community.announcements_channel_id
        if channel_id is not None:
            ref = {"entry_id": entry.entry_id}
            await self._outbox.add(
                transaction, key=f"{ENTRY}:{entry.entry_id}", kind=ENTRY, ref=ref, channel_id=channel_id
            )

    async def _update(self, transaction: Transaction, entry: Entry, channel_id: int, why: str) -> None:
        key = f"{UPDATE}:{entry.entry_id}:{why}:{self._clock.now().isoformat()}"
        await self._outbox.add(
            transaction, key=key, kind=UPDATE, ref={"entry_id": entry.entry_id}, channel_id=channel_id
        )

    def _document(self, entry: Entry, version: Version) -> Document:
        content = version.content
        texts = [content.text, content.organisation, *(file.text for file in content.files)]
        year = (str(content.year),) if content.year else ()
        return Document(
            ref=f"{PREFIX}:{entry.entry_id}",
            kind=content.kind.value,
            title=content.title,
            summary=content.summary,
            body="\n\n".join(text for text in texts if text),
            facets={
                "tag": tuple(dict.fromkeys(self._thesaurus.find_key(tag) or tag for tag in content.tags)),
                "venue": (content.venue,) if content.venue else (),
                "trade": (content.trade,) if content.trade else (),
                "year": year,
                "licence": (content.licence,),
            },
            published_at=version.published_at or self._clock.now(),
        )
