"""The signs of life that a running bot leaves in its database, and how another process reads them."""

from __future__ import annotations

from datetime import datetime, timedelta
from pathlib import Path

from bot.storage.soundness import note_of

BEAT = "beat"
BEAT_EVERY = timedelta(hours=6)


def read_beat(database: Path) -> datetime | None:
    """The last one of whichever process runs on this database."""
    beat = note_of(database, BEAT)
    return datetime.fromisoformat(beat) if beat else None
