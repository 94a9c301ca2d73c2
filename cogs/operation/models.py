"""How the bot is."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Failure:
    """A post that was given up. `kind` and `problem` are keys of messages."""

    kind: str
    problem: str
    channel_id: int


@dataclass(frozen=True, slots=True)
class Missing:
    """A channel in which the bot must be able to post, and the permissions it lacks; None when it is gone."""

    channel_id: int
    permissions: tuple[str, ...] | None


@dataclass(frozen=True, slots=True)
class Held:
    """`why`: «restored» or «silence»."""

    why: str
    since: datetime


@dataclass(frozen=True, slots=True)
class Coming:
    """What will happen by itself: `what` completes the key of a message."""

    what: str
    title: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Status:
    """`waiting`: posts by kind. `coming`: soonest first. `database_bytes` with its write-ahead log.

    `backup_problem`: empty when all is well.
    """

    started_at: datetime
    last_beat: datetime | None
    held: Held | None
    waiting: tuple[tuple[str, int], ...]
    coming: tuple[Coming, ...]
    failures: tuple[Failure, ...]
    database_bytes: int
    last_backup: datetime | None
    backup_problem: str
