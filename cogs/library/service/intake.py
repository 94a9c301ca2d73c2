"""Reading a library into this one: a folder that `archive` wrote, or any folder of Markdown and PDF files."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, time
from pathlib import Path, PurePosixPath
from secrets import token_hex
from typing import Any

from bot.clock import Clock
from bot.errors import UserError
from bot.registry import ReviewDesk
from bot.storage.files import KeptFiles
from bot.text.extract import TextExtractor
from bot.text.thesaurus import Thesaurus
from bot.text.tidy import tidy
from cogs.library.models import (
    MOST_TEXT,
    MOST_TITLE,
    AttachedFile,
    Content,
    Entry,
    EntryStatus,
    Kind,
    Version,
    VersionState,
)
from cogs.library.models.front_matter import has_front_matter, read_page
from cogs.library.service.archive import FORMAT, INDEX, file_path, text_path
from cogs.library.service.entries import EntryService
from cogs.library.service.review import SUBMISSION
from cogs.library.storage import EntryStorage


class NotALibrary(UserError):
    def __init__(self, why: str) -> None:
        super().__init__("library-not-a-library", why=why)


@dataclass(slots=True)
class Report:
    """What came of an import. `problems`: a line for each file that was left out, in English."""

    added: int = 0
    known: int = 0
    waiting: int = 0
    problems: list[str] = field(default_factory=list[str])


class LibraryIntake:
    def __init__(  # noqa: PLR0913 - what an entry is made of
        self,
        storage: EntryStorage,
        entries: EntryService,
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

    async def read_from(self, folder: Path) -> Report:
        """A folder that `write_to` made, or any folder of Markdown and PDF files. Raises NotALibrary."""
        if not await asyncio.to_thread(folder.is_dir):
            raise NotALibrary("no such folder")
        report = Report()
        if await asyncio.to_thread((folder / INDEX).is_file):
            await self._read_index(folder, report)
        else:
            await self._read_loose(folder, report)
        self._desk.wake()
        return report

    async def _read_index(self, folder: Path, report: Report) -> None:
        try:
            held = json.loads(await _read_text(folder / INDEX))
            entries, tags = list(held["entries"]), dict(held["tags"])
        except (OSError, ValueError, KeyError, TypeError) as error:
            raise NotALibrary(f"{INDEX} cannot be read") from error
        if held.get("format") != FORMAT:
            raise NotALibrary(f"{INDEX} is of another format")
        keys = {key: await self._learn_tag(names) for key, names in tags.items()}
        for described in entries:
            try:
                await self._add_described(folder, described, keys, report)
            except (OSError, ValueError, KeyError, TypeError, UserError) as error:
                report.problems.append(f"{described.get('uid', '?')}: {error}")
        await self._link_adapted(entries)

    async def _learn_tag(self, names: dict[str, str]) -> str:
        found = self._thesaurus.find_exactly(names["fr"]) or self._thesaurus.find_exactly(names["en"])
        return (found or await self._thesaurus.add_tag(fr=names["fr"], en=names["en"])).key

    async def _add_described(
        self, folder: Path, described: dict[str, Any], keys: dict[str, str], report: Report
    ) -> None:
        if await self._storage.find_by_uid(described["uid"]) is not None:
            report.known += 1
            return
        versions = [await self._read_version(folder, held, keys) for held in described["versions"]]
        entry = Entry(
            0,
            described["uid"],
            described["author_id"],
            EntryStatus(described["status"]),
            _moment(described["created_at"]) or self._clock.now(),
            published_at=_moment(described["published_at"]),
            verified_at=_moment(described["verified_at"]),
            asked_at=_moment(described["asked_at"]),
        )
        async with self._storage.transaction() as transaction:
            entry_id = await self._storage.add_entry(transaction, entry)
            if entry.asked_at:
                await self._storage.set_entry(transaction, entry_id, asked_at=entry.asked_at.isoformat())
            for version in versions:
                await self._storage.add_version(transaction, replace(version, entry_id=entry_id))
        await self._entries.index_again(entry_id)
        report.added += 1

    async def _read_version(self, folder: Path, held: dict[str, Any], keys: dict[str, str]) -> Version:
        page = read_page(await _read_text(_inside(folder, held["path"])))
        files = [await self._read_file(folder, described) for described in held["files"]]
        tags = tuple(keys.get(tag, tag) for tag in page.content.tags)
        return Version(
            version_id=0,
            entry_id=0,
            number=int(held["number"]),
            state=VersionState(held["state"]),
            content=replace(page.content, tags=tags, files=tuple(files)),
            author_name=page.author,
            submitted_at=_moment(held["submitted_at"]) or self._clock.now(),
            published_at=_moment(held["published_at"]),
        )

    async def _read_file(self, folder: Path, described: dict[str, Any]) -> AttachedFile:
        file = AttachedFile(
            described["sha256"], described["name"], described["type"], described["size"], problem=described["problem"]
        )
        content = await asyncio.to_thread(_inside(folder, file_path(file)).read_bytes)
        kept = await self._files.keep(content, file.name)
        if kept.sha256 != file.sha256:
            raise ValueError(f"{file.name} is not the file that was exported")
        text = _inside(folder, text_path(file.sha256))
        return replace(file, text=await _read_text(text) if await asyncio.to_thread(text.is_file) else "")

    async def _link_adapted(self, entries: Iterable[dict[str, Any]]) -> None:
        for described in entries:
            if described.get("adapted_from"):
                entry = await self._storage.find_by_uid(described["uid"])
                source = await self._storage.find_by_uid(described["adapted_from"])
                if entry and source and entry.adapted_from is None:
                    async with self._storage.transaction() as transaction:
                        await self._storage.set_entry(transaction, entry.entry_id, adapted_from=source.entry_id)

    # Loose files

    async def _read_loose(self, folder: Path, report: Report) -> None:
        """Those with a date of publication are published, since whoever imports vouches for them; all others wait at
        the review desk.
        """
        for path in await asyncio.to_thread(_list_loose, folder):
            try:
                await self._add_loose(path, report)
            except (OSError, ValueError, UserError) as error:
                report.problems.append(f"{path.name}: {error}")

    async def _add_loose(self, path: Path, report: Report) -> None:
        content, author, published = await self._read_loose_file(path)
        moment = self._clock.now() if published is None else _start_of(published)
        status = EntryStatus.WAITING if published is None else EntryStatus.PUBLIC
        state = VersionState.WAITING if published is None else VersionState.PUBLIC
        known, verified = (None, None) if published is None else (moment, self._clock.now())
        async with self._storage.transaction() as transaction:
            entry = Entry(0, token_hex(8), None, status, moment, published_at=known, verified_at=verified)
            entry_id = await self._storage.add_entry(transaction, entry)
            version = Version(0, entry_id, 1, state, content, author, submitted_at=moment, published_at=known)
            version_id = await self._storage.add_version(transaction, version)
            if published is None:
                await self._desk.submit(transaction, kind=SUBMISSION, ref=f"{version_id}", author_id=None)
        await self._entries.index_again(entry_id)
        report.added += published is not None
        report.waiting += published is None

    async def _read_loose_file(self, path: Path) -> tuple[Content, str, date | datetime | None]:
        if path.suffix.lower() == ".md":
            text = await _read_text(path)
            if has_front_matter(text):
                page = read_page(text)
                return page.content, page.author, page.published
            title, _, rest = tidy(text).partition("\n")
            content = Content(Kind.CHARTER, title=title.lstrip("# ").strip()[:MOST_TITLE], text=tidy(rest))
        else:
            content = Content(Kind.CHARTER, title=path.stem.replace("_", " ")[:MOST_TITLE])
        if len(content.text) > MOST_TEXT or path.suffix.lower() == ".pdf":
            content = replace(content, text="", files=(await self._keep(path),))
        tags = self._thesaurus.suggest(f"{content.title} {content.text}", 5)
        return replace(content, tags=tuple(tag.key for tag in tags)), "", None

    async def _keep(self, path: Path) -> AttachedFile:
        content = await asyncio.to_thread(path.read_bytes)
        kept = await self._files.keep(content, path.name)
        extract = await self._extractor.extract_text(content, kept.type)
        return AttachedFile(kept.sha256, kept.name, kept.type.value, kept.size, extract.text, extract.problem)


async def _read_text(path: Path) -> str:
    return await asyncio.to_thread(path.read_text, encoding="utf-8")


def _list_loose(folder: Path) -> list[Path]:
    return sorted(path for path in folder.rglob("*") if path.suffix.lower() in {".md", ".pdf"} and path.is_file())


def _inside(folder: Path, path: str) -> Path:
    """Raises ValueError for a path that leads out of the folder."""
    pure = PurePosixPath(path)
    if pure.is_absolute() or ".." in pure.parts:
        raise ValueError(f"{path} leads out of the folder")
    return folder / pure


def _moment(text: str | None) -> datetime | None:
    return datetime.fromisoformat(text) if text else None


def _start_of(day: date | datetime) -> datetime:
    if isinstance(day, datetime):
        return day if day.tzinfo else day.replace(tzinfo=UTC)
    return datetime.combine(day, time(9), tzinfo=UTC)
