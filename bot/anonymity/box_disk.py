"""A ballot box on disk: created whole, overwritten in place, zeroed before it goes.

Never a temporary file and a rename: each earlier state would stay readable in freed blocks.
"""

from __future__ import annotations

import os
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING

from bot.anonymity.box_format import Live, Rolls, State, read_box

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


def create_box(path: Path, rolls: Rolls) -> State:
    """Raises OSError (a full disk, say) and then leaves no file."""
    state = State.empty(rolls)
    try:
        with BoxFile.open(path, os.O_CREAT | os.O_EXCL) as file:
            file.write(0, state.image(rolls))
            file.hide_times()
            file.sync()
        _sync_folder(path.parent)
    except OSError:
        path.unlink(missing_ok=True)
        raise
    return state


def overwrite(file: BoxFile, rolls: Rolls, before: State, live: Live) -> State:
    """The spare copy, down to the platter; then the key, which opens the new state and closes the old one for good.

    A failed or cut write leaves the old state or the new one, never both. Raises OSError.
    """
    state = before.followed_by(live)
    block = state.block(rolls)
    file.write(rolls.live_offset(state.copy), block)
    file.sync()
    file.write(rolls.key_offset, state.key)
    file.sync()
    # It is recorded: the rest may fail, and needs no sync, since the new state is whole elsewhere.
    with suppress(OSError):
        file.write(rolls.live_offset(before.copy), block)
        file.hide_times()
    return state


def restore_key(file: BoxFile, rolls: Rolls, state: State) -> None:
    """After a write that failed, perhaps at its key: the state before, whose copy was not touched. Raises OSError."""
    file.write(rolls.key_offset, state.key)
    file.sync()
    file.hide_times()


def recover(file: BoxFile, content: bytes) -> tuple[Rolls, State]:
    """Makes both copies equal again. Raises DamagedBox, unchanged."""
    rolls, state = read_box(content)
    copy = state.copy_of(rolls)
    for start in (0, rolls.copy_size):
        if content[start : start + rolls.copy_size] != copy:
            file.write(start, copy)
            file.sync()
    file.hide_times()
    return rolls, state


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
