"""`python -m bot health`: one word and a code, every few minutes, so nothing heavy is imported here."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

from bot.clock import Clock
from bot.posting.heartbeat import BEAT_EVERY, read_beat
from bot.storage.folder import DataFolder

# Two signs of life may be missed.
LONGEST_SILENCE = 2.5 * BEAT_EVERY


@dataclass(frozen=True, slots=True)
class Finding:
    good: bool
    text: str

    def __str__(self) -> str:
        return f"{'✓' if self.good else '✗'} {self.text}"


def check_health(data_dir: Path) -> Finding:
    """Whether a bot runs on DATA_DIR, and Discord was there not long ago. Reads only."""
    folder = DataFolder(data_dir)
    if not os.access(folder.path, os.R_OK | os.X_OK) and folder.path.exists():
        return Finding(good=False, text="this user may not look into DATA_DIR")
    if not folder.database.exists():
        return Finding(good=False, text="no database: the bot never ran here")
    if not folder.is_claimed():
        return Finding(good=False, text="the bot is not running")
    beat = read_beat(folder.database)
    if beat is None or Clock().now() - beat > LONGEST_SILENCE:
        return Finding(good=False, text="Discord has not been there for long")
    return Finding(good=True, text="well")
