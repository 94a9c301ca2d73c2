"""Entries and their versions."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from bot.errors import UserError
from cogs.library.models.contents import Content, Kind

VERIFY_AFTER = timedelta(days=365)
ANSWER_WITHIN = timedelta(days=30)
MOST_QUESTIONS = 3


class EntryStatus(StrEnum):
    """`REMOVED`: by moderators; `ARCHIVED`: by its author, or because it is no longer valid."""

    WAITING = "waiting"
    PUBLIC = "public"
    ARCHIVED = "archived"
    REMOVED = "removed"


class VersionState(StrEnum):
    WAITING = "waiting"
    PUBLIC = "public"
    SUPERSEDED = "superseded"
    CHANGES = "changes"
    DECLINED = "declined"


@dataclass(frozen=True, slots=True)
class Version:
    """Never changes, but for its state and the tags that moderators set. `author_name` is empty without a name.

    `reason`: what the moderators answered when they did not publish it.
    """

    version_id: int
    entry_id: int
    number: int
    state: VersionState
    content: Content
    author_name: str
    submitted_at: datetime
    published_at: datetime | None = None
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Entry:
    """`author_id` is None once an entry without a name is published. `verified_at`: last said to be still valid."""

    entry_id: int
    uid: str
    author_id: int | None
    status: EntryStatus
    created_at: datetime
    published_at: datetime | None = None
    verified_at: datetime | None = None
    asked_at: datetime | None = None
    adapted_from: int | None = None
    channel_id: int | None = None
    message_id: int | None = None
    origin: str = ""

    def is_doubtful(self, now: datetime) -> bool:
        """Asked whether it is still valid, and no answer in time."""
        return self.asked_at is not None and now - self.asked_at >= ANSWER_WITHIN


@dataclass(frozen=True, slots=True)
class Shown:
    """An entry as people see it now. `adapted`: the title of what it was adapted from, and its author's name."""

    entry: Entry
    version: Version
    doubtful: bool
    adapted: str = ""
    adapted_author: str = ""


@dataclass(frozen=True, slots=True)
class News:
    """An entry that became public, in a few words."""

    entry_id: int
    kind: Kind
    title: str
    summary: str
    published_at: datetime
    author_id: int | None
    author_name: str
    leaves_discord: bool
    leaves_with_name: bool
    tags: tuple[str, ...]
    channel_id: int | None
    message_id: int | None


@dataclass(frozen=True, slots=True)
class Question:
    question_id: int
    entry_id: int
    asked_by: int
    text: str
    asked_at: datetime
    answer: str | None = None


class EntryUnknown(UserError):
    """Typed instead of chosen."""

    def __init__(self) -> None:
        super().__init__("library-entry-unknown")


class EntryGone(UserError):
    def __init__(self) -> None:
        super().__init__("library-entry-gone")


class NotYours(UserError):
    def __init__(self) -> None:
        super().__init__("library-not-yours")


class VersionWaits(UserError):
    """A second one while the first waits would leave the moderators two to compare."""

    def __init__(self) -> None:
        super().__init__("library-version-waits")


class NoLongerWaits(UserError):
    """It was decided before it could be taken back."""

    def __init__(self) -> None:
        super().__init__("library-no-longer-waits")


class Reserved(UserError):
    """All rights reserved: to be read, not to be adapted."""

    def __init__(self) -> None:
        super().__init__("library-reserved")


class QuestionGone(UserError):
    def __init__(self) -> None:
        super().__init__("library-question-gone")


class TooManyQuestions(UserError):
    def __init__(self) -> None:
        super().__init__("library-too-many-questions", most=MOST_QUESTIONS)
