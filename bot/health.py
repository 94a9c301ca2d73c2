"""`python -m bot health`: one word and a code, every few minutes, so nothing heavy is imported here."""

from __future__ import annotations

from dataclasses import dataclass

from bot.clock import Clock
from bot.config import Config
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


def check_health(config: Config) -> Finding:
    """Whether a bot runs on DATA_DIR, and Discord was there not long ago. Reads only."""
    folder = DataFolder(config.data_dir)
    if not folder.database.exists():
        return Finding(good=False, text="no database: the bot never ran here")
    if not folder.is_claimed():
        return Finding(good=False, text="the bot is not running")
    beat = read_beat(folder.database)
    if beat is None or Clock().now() - beat > LONGEST_SILENCE:
        return Finding(good=False, text="Discord has not been there for long")
    return Finding(good=True, text="well")
