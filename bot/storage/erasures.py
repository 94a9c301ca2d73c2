"""Whom the community forgot, as keyed hashes beside the backups: one that is restored later forgets them again."""

from __future__ import annotations

import hmac
import json
import os
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import BinaryIO

from bot.errors import StartError
from bot.storage.folder import sync_folder

NAME = "erasures.jsonl"
_PURPOSE = b"erased members"
MARGIN = timedelta(hours=1)


@dataclass(frozen=True, slots=True)
class Erasure:
    """`feature` is None when somebody was forgotten everywhere. `texts`: what they had published went too."""

    mark: str
    feature: str | None
    texts: bool
    erased_at: datetime


class Erasures:
    """One line an erasure: a mark that only SECRET_KEY links to a member, and when."""

    def __init__(self, path: Path, secret_key: bytes) -> None:
        self._path = path
        self._key = hmac.digest(secret_key, _PURPOSE, "sha256")

    @property
    def path(self) -> Path:
        return self._path

    def mark(self, user_id: int) -> str:
        return hmac.digest(self._key, str(user_id).encode(), "sha256").hex()[:32]

    def note(self, user_id: int, feature: str | None, now: datetime, *, texts: bool) -> None:
        """Durable when it returns. Blocks for a disk sync."""
        held = {
            "mark": self.mark(user_id), "feature": feature, "texts": texts, "at": now.isoformat(), "key": self._check()
        }  # fmt: skip
        self._path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        with self._path.open("ab+") as file:
            if file.tell() and not self._ends_with_a_line(file):
                file.write(b"\n")
            file.write(json.dumps(held).encode() + b"\n")
            file.flush()
            os.fsync(file.fileno())
        sync_folder(self._path.parent)

    @staticmethod
    def _ends_with_a_line(file: BinaryIO) -> bool:
        """A crash may have cut the last one short."""
        file.seek(-1, os.SEEK_END)
        return file.read(1) == b"\n"

    def list_since(self, moment: datetime) -> list[Erasure]:
        """Those that a backup made at that moment may not hold: an erasure is noted a little before it is done.

        Raises StartError when they were noted under another SECRET_KEY.
        """
        if not self._path.exists():
            return []
        found: list[Erasure] = []
        for line in self._path.read_text(encoding="utf-8").splitlines():
            try:
                held = json.loads(line)
                erasure = Erasure(
                    held["mark"], held["feature"], bool(held.get("texts")), datetime.fromisoformat(held["at"])
                )
            except (ValueError, KeyError, TypeError):
                continue  # a line cut short by a crash: its erasure was not committed
            if erasure.erased_at <= moment - MARGIN:
                continue
            if held.get("key") != self._check():
                raise StartError(
                    f"{self._path} notes erasures under another SECRET_KEY: put back the one that was used then, or "
                    "members who asked to be forgotten would come back."
                )
            found.append(erasure)
        return found

    def find_people(self, erasures: Iterable[Erasure], people: Iterable[int]) -> list[tuple[int, Erasure]]:
        """Of these people, who was forgotten, and how."""
        who = {self.mark(user_id): user_id for user_id in people}
        return [(who[erasure.mark], erasure) for erasure in erasures if erasure.mark in who]

    def _check(self) -> str:
        """Tells one key from another, and nothing else of it."""
        return hmac.digest(self._key, b"check", "sha256").hex()[:8]


def bring_erasures_along(known: Path, beside: Path) -> None:
    """Who was forgotten must be known wherever backups lie: what the folder of backups has, the other gets too."""
    paths = (beside / NAME, known / NAME)
    lines = {line: None for path in paths if path.exists() for line in path.read_text("utf-8").splitlines()}
    if lines and known.resolve() != beside.resolve():
        unfinished = beside / f".{NAME}"
        unfinished.write_text("\n".join(lines) + "\n", encoding="utf-8")
        with unfinished.open("rb") as written:
            os.fsync(written.fileno())
        unfinished.rename(beside / NAME)
        sync_folder(beside)
