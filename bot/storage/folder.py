"""DATA_DIR: made when missing, and held by one process at a time."""

from __future__ import annotations

import fcntl
import os
import stat
from contextlib import suppress
from pathlib import Path

from bot.errors import StartError

LOCK_NAME = "tmnlab.lock"


class DataFolder:
    """Holds the lock from `claim` to `release`; the kernel releases it if the process dies."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._lock: int | None = None

    @property
    def database(self) -> Path:
        return self.path / "tmnlab.db"

    @property
    def database_bytes(self) -> int:
        """With its write-ahead log."""
        return sum(path.stat().st_size for path in self.path.glob("tmnlab.db*"))

    @property
    def ballots(self) -> Path:
        return self.path / "ballots"

    @property
    def files(self) -> Path:
        return self.path / "files"

    @property
    def backups(self) -> Path:
        return self.path / "backups"

    def claim(self) -> None:
        """Raises StartError when the folder cannot be written or another process holds it."""
        try:
            for folder in (self.path, self.ballots, self.files):
                folder.mkdir(parents=True, exist_ok=True, mode=0o700)
            _close_to_others(self.path)
            lock = os.open(self.path / LOCK_NAME, os.O_RDWR | os.O_CREAT, 0o600)
        except OSError as error:
            raise StartError(
                f"The folder {self.path.absolute()} cannot be written ({error.strerror}). Give it to the user that "
                "runs the bot, or set DATA_DIR to another folder."
            ) from error
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            os.close(lock)
            raise StartError(
                f"Another bot is already running on {self.path.absolute()}. Stop it first: two of them would "
                "answer twice."
            ) from error
        self._lock = lock

    def is_claimed(self) -> bool:
        """By whichever process."""
        try:
            lock = os.open(self.path / LOCK_NAME, os.O_RDONLY)
        except OSError:
            return False
        try:
            fcntl.flock(lock, fcntl.LOCK_SH | fcntl.LOCK_NB)
        except OSError:
            return True
        finally:
            os.close(lock)
        return False

    def release(self) -> None:
        if self._lock is not None:
            os.close(self._lock)
            self._lock = None


def _close_to_others(path: Path) -> None:
    """A folder that was made beforehand, open to everybody: what is in it is not."""
    if stat.S_IMODE(path.stat().st_mode) & 0o077:
        with suppress(PermissionError):  # not ours: whoever made it decides
            path.chmod(0o700)


def sync_folder(path: Path) -> None:
    """What was renamed or made in it is on disk, too."""
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
