"""An issue: from its draft to its posting, and what it tells."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable
from dataclasses import asdict, dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Any

from bot.errors import UserError

MOST_INTRODUCTION = 1500
MOST_ITEMS = 200
FEWEST_ITEMS = 2
STILL_POSTABLE = timedelta(days=2)
WELCOME = "welcome"
_MOMENTS = ("published_at", "happens_at")


class State(StrEnum):
    """`LAPSED`: not approved in time, nor within two days; or all that it told was withdrawn."""

    DRAFT = "draft"
    APPROVED = "approved"
    POSTING = "posting"
    POSTED = "posted"
    SKIPPED = "skipped"
    LAPSED = "lapsed"

    @property
    def may_change(self) -> bool:
        return self in {State.DRAFT, State.APPROVED}


@dataclass(frozen=True, slots=True)
class Item:
    """`author` is empty without a name. `url` where to read it, on Discord or elsewhere; perhaps empty.

    `author_id` never enters a snapshot: by it a name is found again when somebody asks to be forgotten.
    """

    ref: str
    section: str
    title: str
    summary: str
    url: str
    author: str
    leaves_discord: bool
    leaves_with_name: bool
    published_at: datetime
    happens_at: datetime | None = None
    author_id: int | None = None
    removed: bool = False

    def unnamed(self) -> Item:
        return replace(self, author="", author_id=None)


@dataclass(frozen=True, slots=True)
class Section:
    key: str
    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class Letter:
    """What is read: on Discord, by mail, in the draft. `language`: of the words around it.

    `withdrawn`: (ref, title) of what was public no more when it came out.
    """

    name: str
    due_at: datetime
    introduction: str
    language: str
    sections: tuple[Section, ...]
    withdrawn: tuple[tuple[str, str], ...] = ()

    @property
    def items(self) -> tuple[Item, ...]:
        return tuple(item for section in self.sections for item in section.items)

    def without(self, refs: frozenset[str]) -> Letter:
        """These are not told, and their titles are kept to say so."""
        # A welcome is a name: taken back, it leaves no trace.
        gone = tuple((item.ref, item.title) for item in self.items if item.ref in refs and item.section != WELCOME)
        return replace(self.forgetting(refs), withdrawn=(*self.withdrawn, *gone))

    def unnamed(self, refs: Collection[str]) -> Letter:
        """These are told without their authors' names; a welcome, which is a name, is told no more."""
        kept = (
            item.unnamed() if item.ref in refs else item
            for item in self.items
            if item.ref not in refs or item.section != WELCOME
        )
        return replace(self, sections=group(kept, [section.key for section in self.sections]))

    def forgetting(self, refs: Collection[str]) -> Letter:
        """These were never told, as far as the archive knows."""
        kept = (item for item in self.items if item.ref not in refs)
        withdrawn = tuple(gone for gone in self.withdrawn if gone[0] not in refs)
        return replace(self, sections=group(kept, [section.key for section in self.sections]), withdrawn=withdrawn)

    def to_json(self) -> str:
        return json.dumps(asdict(self), default=_plain, ensure_ascii=False)

    @classmethod
    def from_json(cls, text: str) -> Letter:
        held: dict[str, Any] = json.loads(text)
        sections = tuple(
            Section(section["key"], tuple(_item(item) for item in section["items"])) for section in held["sections"]
        )
        return cls(
            name=held["name"],
            due_at=datetime.fromisoformat(held["due_at"]),
            introduction=held["introduction"],
            language=held["language"],
            sections=sections,
            withdrawn=tuple((ref, title) for ref, title in held["withdrawn"]),
        )


@dataclass(frozen=True, slots=True)
class Issue:
    """`letter` is the frozen snapshot, None until it is approved."""

    issue_id: int
    digest_id: int | None
    name: str
    channel_id: int
    role_id: int | None
    sections: tuple[str, ...]
    state: State
    occurs_at: datetime
    due_at: datetime
    since: datetime
    until: datetime
    introduction: str = ""
    revision: int = 1
    approved_by: int | None = None
    reminded_at: datetime | None = None
    posted_at: datetime | None = None
    letter: Letter | None = None
    card_channel_id: int | None = None
    card_message_id: int | None = None

    @property
    def lapses_at(self) -> datetime:
        return self.due_at + STILL_POSTABLE


def group(items: Iterable[Item], order: Iterable[str]) -> tuple[Section, ...]:
    """By section, in that order; sections without anything to tell are left out."""
    held: dict[str, list[Item]] = {key: [] for key in order}
    for item in items:
        held.setdefault(item.section, []).append(item)
    return tuple(Section(key, tuple(inside)) for key, inside in held.items() if inside)


def draw_letter(issue: Issue, items: Iterable[Item], language: str) -> Letter:
    """What would be posted if it were approved now."""
    kept = (replace(item, author_id=None) for item in items if not item.removed)
    return Letter(issue.name, issue.due_at, issue.introduction, language, group(kept, issue.sections))


def _item(held: dict[str, Any]) -> Item:
    moments: dict[str, Any] = {name: datetime.fromisoformat(held[name]) for name in _MOMENTS if held.get(name)}
    return Item(**{**held, **moments})


def _plain(value: object) -> str:
    assert isinstance(value, datetime)
    return value.isoformat()


class IssueNotFound(UserError):
    def __init__(self) -> None:
        super().__init__("digests-issue-not-found")


class IssueChanged(UserError):
    """Somebody else changed it: what would be approved is not what was read."""

    def __init__(self) -> None:
        super().__init__("digests-issue-changed")


class IssueSettled(UserError):
    def __init__(self) -> None:
        super().__init__("digests-issue-settled")


class NothingToTell(UserError):
    def __init__(self) -> None:
        super().__init__("digests-nothing-to-tell")


class IntroductionTooLong(UserError):
    def __init__(self) -> None:
        super().__init__("digests-introduction-too-long", most=MOST_INTRODUCTION)
