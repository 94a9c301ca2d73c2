"""Writing: what is typed is kept first and judged when it is sent, so that nothing is lost."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, replace
from secrets import token_hex
from typing import Any

from bot.clock import Clock
from bot.registry import ReviewDesk
from bot.storage.database import Transaction
from bot.storage.files import FileLost, KeptFiles
from bot.text.extract import TextExtractor
from bot.text.thesaurus import Thesaurus
from bot.text.tidy import tidy, tidy_lines
from cogs.library.models import (
    DRAFTS_KEPT,
    MOST_FILES,
    MOST_SUMMARY,
    MOST_TAG,
    MOST_TAGS,
    MOST_TEXT,
    MOST_TITLE,
    RESERVED,
    SHARE_ALIKE,
    AttachedFile,
    BadContent,
    Content,
    Draft,
    DraftGone,
    Entry,
    EntryGone,
    EntryStatus,
    Kind,
    NoLongerWaits,
    NotYours,
    Reserved,
    Version,
    VersionState,
    VersionWaits,
    check_content,
    read_source,
    read_year,
    split_tags,
)
from cogs.library.service.review import SUBMISSION
from cogs.library.storage import DraftStorage, EntryStorage

MOST_SUGGESTED = 5


@dataclass(frozen=True, slots=True)
class Typed:
    """The form of a text, as typed."""

    title: str
    summary: str
    text: str
    tags: str


class DraftService:
    def __init__(  # noqa: PLR0913 - what a text goes through
        self,
        storage: DraftStorage,
        entries: EntryStorage,
        desk: ReviewDesk,
        *,
        files: KeptFiles,
        extractor: TextExtractor,
        thesaurus: Thesaurus,
        clock: Clock,
    ) -> None:
        self._storage = storage
        self._entries = entries
        self._desk = desk
        self._files = files
        self._extractor = extractor
        self._thesaurus = thesaurus
        self._clock = clock
        # Every act reads a draft, changes it and writes it whole.
        self._lock = asyncio.Lock()

    # Beginning

    async def start(self, author_id: int, kind: Kind) -> Draft:
        return await self._add(Draft(0, author_id, Content(kind), named=True, touched_at=self._clock.now()))

    async def intake(  # noqa: PLR0913 - the contract's signature
        self, *, author_id: int, kind: str, title: str, summary: str, text: str, tags: str, origin: str
    ) -> int:
        """`bot.registry.DraftIntake`. Its author goes on with it as with their own."""
        content = Content(
            Kind(kind),
            title=" ".join(tidy_lines(title))[:MOST_TITLE],
            summary=" ".join(tidy_lines(summary))[:MOST_SUMMARY],
            text=tidy(text)[:MOST_TEXT],
            tags=tuple(word[:MOST_TAG] for word in tags.split(",") if word.strip())[:MOST_TAGS],
        )
        content = replace(content, tags=self.resolve(content.tags) or self._suggest(content))
        draft = await self._add(Draft(0, author_id, content, named=True, touched_at=self._clock.now(), origin=origin))
        return draft.draft_id

    async def start_version(self, entry_id: int, author_id: int, *, moderator: bool) -> Draft:
        """The next version, filled with the last. Raises EntryGone, NotYours, VersionWaits."""
        entry = await self._entries.find_entry(entry_id)
        if entry is None or entry.status is EntryStatus.REMOVED:
            raise EntryGone
        _require_author(entry, author_id, moderator=moderator)
        versions = await self._entries.list_versions(entry_id)
        if any(version.state is VersionState.WAITING for version in versions):
            raise VersionWaits
        if not versions:
            raise EntryGone
        if (known := await self._find_own(author_id, entry_id=entry_id)) is not None:
            return known
        last = versions[-1]
        # What moderators change of an entry without a name stays without one.
        named = bool(last.author_name) and entry.author_id is not None
        return await self._add(
            Draft(0, author_id, last.content, named, self._clock.now(), entry_id, entry.adapted_from)
        )

    async def adapt(self, version: Version, author_id: int) -> Draft:
        """A text of one's own that starts from somebody else's, and says so. Raises Reserved."""
        if version.content.licence == RESERVED:
            raise Reserved
        if (known := await self._find_own(author_id, adapted_from=version.entry_id)) is not None:
            return known
        content = replace(
            version.content, year=None, organisation="", ai_use="", leaves_discord=False, leaves_with_name=False
        )
        draft = Draft(0, author_id, content, named=True, touched_at=self._clock.now(), adapted_from=version.entry_id)
        return await self._add(draft)

    async def _find_own(
        self, author_id: int, *, entry_id: int | None = None, adapted_from: int | None = None
    ) -> Draft | None:
        """What this person has begun already, rather than a second one."""
        for draft in await self.list_of(author_id):
            if draft.entry_id == entry_id and (entry_id is not None or draft.adapted_from == adapted_from):
                return draft
        return None

    async def take_back(self, version_id: int, author_id: int) -> Draft:
        """What waits for review is a draft again. Raises EntryGone, NotYours, NoLongerWaits."""
        version = await self._entries.find_version(version_id)
        entry = await self._entries.find_entry(version.entry_id) if version else None
        if version is None or entry is None:
            raise EntryGone
        if entry.author_id != author_id:
            raise NotYours
        async with self._entries.transaction() as transaction:
            if not await self._entries.delete_waiting(transaction, version_id):
                raise NoLongerWaits
            await self._desk.withdraw(transaction, SUBMISSION, f"{version_id}")
            stays = await self._entries.find_last_number(transaction, entry.entry_id) > 0
            if not stays:
                await self._entries.delete_entry(transaction, entry.entry_id)
        self._desk.wake()
        kept = entry.entry_id if stays else None
        named = bool(version.author_name)
        return await self._add(
            Draft(
                0, author_id, version.content, named, self._clock.now(), kept, entry.adapted_from, origin=entry.origin
            )
        )

    async def get(self, draft_id: int, author_id: int) -> Draft:
        """Raises DraftGone, also for somebody else's."""
        draft = await self._storage.find(draft_id)
        if draft is None or draft.author_id != author_id:
            raise DraftGone
        return draft

    async def list_of(self, author_id: int) -> list[Draft]:
        await self._storage.delete_before(self._clock.now() - DRAFTS_KEPT)
        return await self._storage.list_of(author_id)

    async def discard(self, draft_id: int, author_id: int) -> None:
        await self.get(draft_id, author_id)
        await self._storage.discard(draft_id)

    # Writing

    async def write(self, draft_id: int, author_id: int, typed: Typed) -> Draft:
        """All but its tags, which may be refused. Raises DraftGone."""
        return await self._change(
            draft_id,
            author_id,
            title=" ".join(tidy_lines(typed.title))[:MOST_TITLE],
            summary=" ".join(tidy_lines(typed.summary))[:MOST_SUMMARY],
            text=tidy(typed.text)[:MOST_TEXT],
        )

    async def tag(self, draft_id: int, author_id: int, typed: str) -> Draft:
        """As typed, or by the text's own words where nothing was. Raises DraftGone, BadContent."""
        draft = await self.get(draft_id, author_id)
        return await self._change(
            draft_id, author_id, tags=self.resolve(split_tags(typed)) or self._suggest(draft.content)
        )

    async def describe(self, draft_id: int, author_id: int, *, organisation: str, source: str, year: str) -> Draft:
        """Raises DraftGone, BadContent; what is right is kept."""
        named = " ".join(tidy_lines(organisation))[:MOST_TITLE]
        draft = await self._change(draft_id, author_id, organisation=named)
        problem: BadContent | None = None
        for name, read in (
            ("source", lambda: read_source(source)),
            ("year", lambda: read_year(year, self._clock.now().year)),
        ):
            try:
                draft = await self._change(draft_id, author_id, **{name: read()})
            except BadContent as error:
                problem = problem or error
        if problem is not None:
            raise problem
        return draft

    async def choose(self, draft_id: int, author_id: int, **chosen: Any) -> Draft:
        """Fields of the content. Raises DraftGone, BadContent for a licence narrower than the source's."""
        draft = await self.get(draft_id, author_id)
        if "licence" in chosen and draft.adapted_from is not None:
            source = await self._entries.find_public(draft.adapted_from)
            if source is not None and SHARE_ALIKE == source.content.licence != chosen["licence"]:
                raise BadContent("library-share-alike")
        return await self._change(draft_id, author_id, **chosen)

    async def sign(self, draft_id: int, author_id: int, *, named: bool) -> Draft:
        """Without a name, nothing can leave with it. Raises DraftGone, NotYours for an entry that lost its name."""
        async with self._lock:
            draft = await self.get(draft_id, author_id)
            entry = await self._entries.find_entry(draft.entry_id) if draft.entry_id else None
            if named and entry is not None and entry.author_id is None:
                raise NotYours
            with_name = named and draft.content.leaves_with_name
            content = replace(draft.content, leaves_with_name=with_name)
            return await self._save(replace(draft, named=named, content=content))

    async def attach(self, draft_id: int, author_id: int, name: str, content: bytes) -> Draft:
        """Kept, and its text read for search. Raises DraftGone, BadContent, a refusal of KeptFiles."""
        draft = await self.get(draft_id, author_id)
        if len(draft.content.files) >= MOST_FILES:
            raise BadContent("library-too-many-files", most=MOST_FILES)
        kept = await self._files.keep(content, name)
        extract = await self._extractor.extract_text(content, kept.type)
        file = AttachedFile(kept.sha256, kept.name, kept.type.value, kept.size, extract.text, extract.problem)
        async with self._lock:
            draft = await self.get(draft_id, author_id)
            others = [other for other in draft.content.files if other.sha256 != kept.sha256]
            return await self._save(replace(draft, content=replace(draft.content, files=(*others, file))))

    async def detach_all(self, draft_id: int, author_id: int) -> Draft:
        return await self._change(draft_id, author_id, files=())

    def resolve(self, words: tuple[str, ...]) -> tuple[str, ...]:
        """The keys of the tags they name; a word that names none stays as it is."""
        found = [self._thesaurus.find(word) for word in words]
        return tuple(dict.fromkeys(tag.key if tag else word for tag, word in zip(found, words, strict=True)))

    def _suggest(self, content: Content) -> tuple[str, ...]:
        """By the text's own words, where nobody gave any."""
        text = f"{content.title} {content.summary} {content.text}"
        return tuple(tag.key for tag in self._thesaurus.suggest(text, MOST_SUGGESTED))

    # Sending

    async def submit(self, draft_id: int, author_id: int, author_name: str) -> Version:
        """To the review desk. Raises DraftGone, BadContent, EntryGone, VersionWaits, TooManyWaiting, FileLost."""
        draft = await self.get(draft_id, author_id)
        check_content(draft.content)
        async with self._entries.transaction() as transaction:
            if not await self._storage.delete(transaction, draft_id):
                raise DraftGone
            if not all(self._files.holds(file.sha256) for file in draft.content.files):
                raise FileLost
            entry_id = await self._entry_for(transaction, draft)
            number = await self._entries.find_last_number(transaction, entry_id) + 1
            name = " ".join(author_name.split())[:80] if draft.named else ""
            version = Version(
                0, entry_id, number, VersionState.WAITING, draft.content, name, submitted_at=self._clock.now()
            )
            version_id = await self._entries.add_version(transaction, version)
            await self._desk.submit(transaction, kind=SUBMISSION, ref=f"{version_id}", author_id=author_id)
        self._desk.wake()
        return replace(version, version_id=version_id)

    async def _entry_for(self, transaction: Transaction, draft: Draft) -> int:
        if draft.entry_id is None:
            entry = Entry(
                0, token_hex(8), draft.author_id, EntryStatus.WAITING, self._clock.now(),
                adapted_from=draft.adapted_from,
                # Where it comes from may tell who wrote it.
                origin=draft.origin if draft.named else "",
            )  # fmt: skip
            return await self._entries.add_entry(transaction, entry)
        entry = await self._entries.find_entry_in(transaction, draft.entry_id)
        if entry is None or entry.status is EntryStatus.REMOVED:
            raise EntryGone
        if await self._entries.has_waiting(transaction, draft.entry_id):
            raise VersionWaits
        return draft.entry_id

    async def _add(self, draft: Draft) -> Draft:
        return replace(draft, draft_id=await self._storage.add(draft))

    async def _change(self, draft_id: int, author_id: int, **changes: Any) -> Draft:
        async with self._lock:
            draft = await self.get(draft_id, author_id)
            return await self._save(replace(draft, content=replace(draft.content, **changes)))

    async def _save(self, draft: Draft) -> Draft:
        draft = replace(draft, touched_at=self._clock.now())
        await self._storage.save(draft)
        return draft


def _require_author(entry: Entry, user_id: int, *, moderator: bool) -> None:
    """An entry without a name has no author any more: the moderators look after it."""
    if entry.author_id != user_id and not (moderator and entry.author_id is None):
        raise NotYours
