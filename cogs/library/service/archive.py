"""The whole library as a folder that people can read without the bot; `intake` reads it back, identically."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

from bot.storage.files import FileLost, KeptFiles
from bot.storage.zips import Packed, pack
from bot.text.thesaurus import Thesaurus
from cogs.library.models import AttachedFile, Entry, EntryStatus, Version, VersionState
from cogs.library.models.front_matter import write_page
from cogs.library.storage import EntryStorage

FORMAT = 1
INDEX = "library.json"
KEPT = (EntryStatus.PUBLIC, EntryStatus.ARCHIVED)
DATES = ("created_at", "published_at", "verified_at", "asked_at")


class LibraryArchive:
    def __init__(self, storage: EntryStorage, files: KeptFiles, thesaurus: Thesaurus) -> None:
        self._storage = storage
        self._files = files
        self._thesaurus = thesaurus

    async def write_to(self, folder: Path) -> int:
        """How many entries. The folder is made; what is in it already is overwritten where names are the same."""
        count = 0
        async for path, content in self.pages():
            await asyncio.to_thread(_write, folder / path, content)
            count += path.endswith("/1.md")
        return count

    async def packed(self, limit: int) -> Packed:
        """As many zips as it takes for each to stay under `limit` bytes."""
        return await pack(self.pages(with_ids=False), limit)

    async def pages(self, *, with_ids: bool = True) -> AsyncIterator[tuple[str, bytes]]:
        """Path and content of every file, the index last. `with_ids`: of the authors, as Discord knows them."""
        index: list[dict[str, Any]] = []
        written: set[str] = set()
        tags: set[str] = set()
        uids = {entry.entry_id: entry.uid for entry in await self._storage.list_entries(KEPT)}
        for entry in await self._storage.list_entries(KEPT):
            described = _describe(entry, uids, with_ids=with_ids)
            for version in await self._shown_versions(entry):
                path = f"entries/{entry.uid}/{version.number}.md"
                tags |= set(version.content.tags)
                yield path, write_page(version.content, version.author_name, version.published_at).encode()
                described["versions"].append(_describe_version(version, path))
                async for file_path, content in self._file_pages(version, written):
                    yield file_path, content
            index.append(described)
        names = {key: tag for key in sorted(tags) if (tag := self._names(key)) is not None}
        held = {"format": FORMAT, "tags": names, "entries": index}
        yield INDEX, json.dumps(held, ensure_ascii=False, indent=1, sort_keys=True).encode()

    async def _shown_versions(self, entry: Entry) -> list[Version]:
        return [
            version
            for version in await self._storage.list_versions(entry.entry_id)
            if version.state in {VersionState.PUBLIC, VersionState.SUPERSEDED}
        ]

    async def _file_pages(self, version: Version, written: set[str]) -> AsyncIterator[tuple[str, bytes]]:
        for file in version.content.files:
            if file.sha256 in written:
                continue
            written.add(file.sha256)
            try:
                content = await self._files.read(file.sha256)
            except FileLost:  # its name stays in the index
                continue
            yield file_path(file), content
            if file.text:
                yield text_path(file.sha256), file.text.encode()

    def _names(self, key: str) -> dict[str, str] | None:
        found = self._thesaurus.find_key(key)
        return {"fr": self._thesaurus.name(found, "fr"), "en": self._thesaurus.name(found, "en")} if found else None


def _write(target: Path, content: bytes) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(content)


def _describe(entry: Entry, uids: dict[int, str], *, with_ids: bool) -> dict[str, Any]:
    dates = {name: moment.isoformat() if (moment := getattr(entry, name)) else None for name in DATES}
    return {
        "uid": entry.uid,
        "status": entry.status.value,
        "author_id": entry.author_id if with_ids else None,
        "adapted_from": uids.get(entry.adapted_from or 0),
        "versions": [],
        **dates,
    }


def _describe_version(version: Version, path: str) -> dict[str, Any]:
    return {
        "number": version.number,
        "state": version.state.value,
        "path": path,
        "submitted_at": version.submitted_at.isoformat(),
        "published_at": version.published_at.isoformat() if version.published_at else None,
        "files": [
            {
                "sha256": file.sha256,
                "name": file.name,
                "type": file.type,
                "size": file.size,
                "problem": file.problem,
                "path": file_path(file),
            }
            for file in version.content.files
        ],
    }


def file_path(file: AttachedFile) -> str:
    """By its hash, with its usual extension, so that a person can open it."""
    return f"files/{file.sha256}.{file.type}"


def text_path(sha256: str) -> str:
    return f"files/{sha256}.search.txt"
