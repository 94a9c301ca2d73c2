"""A ballot box on disk: created whole, overwritten in place, zeroed before it goes.

Never a temporary file and a rename: each earlier state would stay readable in freed blocks.
"""

from __future__ import annotations

import os
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from bot.anonymity.box_format import Live, Rolls, newest, read_copies

if TYPE_CHECKING:
    from collections.abc import Generator

ZEROS = bytes(1 << 20)


class BoxFile:
    """One open box file; the seam where tests lose power."""

    def __init__(self, descriptor: int) -> None:
        self._descriptor = descriptor

    def write(self, offset: int, content: bytes) -> None:
        written = 0
        while written < len(content):
            written += os.pwrite(self._descriptor, content[written:], offset + written)

    def sync(self) -> None:
        os.fdatasync(self._descriptor)

    def hide_times(self) -> None:
        """The time of the last answer is nobody's business."""
        os.utime(self._descriptor, (0, 0))

    @classmethod
    @contextmanager
    def open(cls, path: Path, flags: int = 0) -> Generator[BoxFile]:
        descriptor = os.open(path, os.O_RDWR | os.O_CLOEXEC | flags, 0o600)
        try:
            yield cls(descriptor)
        finally:
            os.close(descriptor)


def create_box(path: Path, rolls: Rolls) -> None:
    """Raises OSError (a full disk, say) and then leaves no file."""
    copy = rolls.block + Live.empty(rolls).block(rolls)
    try:
        with BoxFile.open(path, os.O_CREAT | os.O_EXCL) as file:
            file.write(0, copy + copy)
            file.hide_times()
            file.sync()
        _sync_folder(path.parent)
    except OSError:
        path.unlink(missing_ok=True)
        raise


def overwrite(file: BoxFile, rolls: Rolls, live: Live) -> None:
    """The second copy, down to the platter; then the first. Between the two, one of them is whole at any instant."""
    block = live.block(rolls)
    for start in (rolls.copy_size, 0):
        file.write(start + len(rolls.block), block)
        file.sync()
    # After the syncs, which it would make half as long again; whatever a crash leaves, the next start hides.
    file.hide_times()


def recover(file: BoxFile, content: bytes) -> tuple[Rolls, Live]:
    """Makes both copies the newer whole one, so that no two states lie side by side. Raises DamagedBox, unchanged."""
    rolls, states = read_copies(content)
    live = newest(states)
    copy = rolls.block + live.block(rolls)
    half = rolls.copy_size
    for start in (half, 0):
        if content[start : start + half] != copy:
            file.write(start, copy)
            file.sync()
    file.hide_times()
    return rolls, live


def destroy_box(path: Path) -> None:
    """Zeros, down to the platter, before the name goes. Nothing to do when it is gone already."""
    try:
        size = path.stat().st_size
    except FileNotFoundError:
        return
    with BoxFile.open(path) as file:
        for start in range(0, size, len(ZEROS)):
            file.write(start, ZEROS[: size - start])
        file.sync()
    path.unlink()
    _sync_folder(path.parent)


def _sync_folder(folder: Path) -> None:
    descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
