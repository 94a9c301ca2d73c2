"""What members attach, kept by hash: `DATA_DIR/files/<sha256>`. Knows bytes, not who refers to them."""

from __future__ import annotations

import asyncio
import hashlib
import logging
import os
import re
import secrets
from collections.abc import Awaitable, Callable, Collection, Iterable
from dataclasses import dataclass
from pathlib import Path

from bot.errors import UserError
from bot.storage.folder import sync_folder
from bot.text.file_name import clean_name
from bot.text.file_type import FileType, tell_type

log = logging.getLogger(__name__)

MOST_BYTES = 10 << 20
_HASH = re.compile(r"[0-9a-f]{64}")
_PART = ".part"


@dataclass(frozen=True, slots=True)
class KeptFile:
    """`name` is fit to be shown; `size` is in bytes."""

    sha256: str
    name: str
    type: FileType
    size: int


class EmptyFile(UserError):
    def __init__(self) -> None:
        super().__init__("file-empty")


class FileTooLarge(UserError):
    def __init__(self) -> None:
        super().__init__("file-too-large", most=MOST_BYTES >> 20)


class FileLost(UserError):
    """Gone from the disk, or no longer what it was."""

    def __init__(self) -> None:
        super().__init__("file-lost")


class FileNotWritten(UserError):
    """The disk is full, read-only or failing: nothing was kept."""

    def __init__(self) -> None:
        super().__init__("error-disk")


class KeptFiles:
    """One folder, one process. The same content twice is one file, whoever sent it."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._lock = asyncio.Lock()
        # Kept since the last sweep: the row that refers to it may not be written yet.
        self._fresh: set[str] = set()

    async def keep(self, content: bytes, name: str) -> KeptFile:
        """On the disk when this returns. Raises a UserError for what is empty, too large or of another type."""
        require_size(len(content))
        kept = await asyncio.to_thread(_describe, content, name)
        async with self._lock:
            self._fresh.add(kept.sha256)
            try:
                await asyncio.to_thread(_write, self._folder, kept.sha256, content)
            except OSError as error:
                log.error("a file could not be kept: %s", error.strerror)  # noqa: TRY400 - the place says nothing
                raise FileNotWritten from error
        return kept

    async def read(self, sha256: str) -> bytes:
        """Raises FileLost when it is missing, or is no longer what was kept."""
        if not _HASH.fullmatch(sha256):
            raise FileLost
        try:
            content = await asyncio.to_thread((self._folder / sha256).read_bytes)
        except OSError as error:
            log.warning("a kept file cannot be read: %s", error.strerror)
            raise FileLost from error
        if await asyncio.to_thread(_digest, content) != sha256:
            log.warning("a kept file is no longer what it was: %s", sha256)
            raise FileLost
        return content

    def holds(self, sha256: str) -> bool:
        """Ask in the transaction that writes a reference: somebody else's `forget` may have come in between."""
        return bool(_HASH.fullmatch(sha256)) and (self._folder / sha256).is_file()

    async def forget(self, sha256s: Iterable[str]) -> None:
        """Removes at once; whoever calls has seen that nothing refers to them any more."""
        hashes = {sha256 for sha256 in sha256s if _HASH.fullmatch(sha256)}
        async with self._lock:
            self._fresh -= hashes
            await asyncio.to_thread(_remove, self._folder, hashes)

    async def list_hashes(self) -> frozenset[str]:
        return frozenset(name for name in await asyncio.to_thread(_names, self._folder) if _HASH.fullmatch(name))

    async def sweep(self, in_use: Callable[[], Awaitable[Collection[str]]]) -> int:
        """How many were removed: what nothing refers to, but for what was kept since the last sweep; and what a crash
        left half written. `in_use` is asked once nothing more can be kept, and must not keep anything itself.
        """
        async with self._lock:
            spared = self._fresh | set(await in_use())
            self._fresh = set()
            names = await asyncio.to_thread(_names, self._folder)
            leftovers = {name for name in names if name.endswith(_PART) or _HASH.fullmatch(name)} - spared
            await asyncio.to_thread(_remove, self._folder, leftovers)
        return len(leftovers)


def require_size(size: int) -> None:
    """Before a file is fetched, from what Discord says of it. Raises EmptyFile or FileTooLarge."""
    if size == 0:
        raise EmptyFile
    if size > MOST_BYTES:
        raise FileTooLarge


def _describe(content: bytes, name: str) -> KeptFile:
    file_type = tell_type(content, name)
    return KeptFile(_digest(content), clean_name(name, file_type), file_type, len(content))


def _digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def _write(folder: Path, sha256: str, content: bytes) -> None:
    """Whole or not at all; a damaged one of the same name is mended."""
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    path = folder / sha256
    if path.is_file() and path.read_bytes() == content:
        return
    part = folder / f"{secrets.token_hex(16)}{_PART}"
    try:
        descriptor = os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC, 0o600)
        with os.fdopen(descriptor, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(descriptor)
        part.replace(path)
    except OSError:
        part.unlink(missing_ok=True)
        raise
    sync_folder(folder)


def _remove(folder: Path, names: Collection[str]) -> None:
    for name in names:
        (folder / name).unlink(missing_ok=True)
    if names and folder.is_dir():
        sync_folder(folder)


def _names(folder: Path) -> list[str]:
    return [path.name for path in folder.iterdir() if path.is_file()] if folder.is_dir() else []
