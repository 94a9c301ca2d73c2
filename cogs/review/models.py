"""What waits for a decision, and the refusals of the desk."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from bot.errors import UserError

MOST_WAITING = 10
MOST_REPORTS_WAITING = 3
WORDS_LENGTH = 1000
# A choice that no moderator makes: whoever submitted it took it back.
WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True)
class Item:
    """`choice` is None while it waits."""

    review_id: int
    kind: str
    ref: str
    author_id: int | None
    note: str
    submitted_at: datetime
    choice: str | None = None
    words: str = ""
    decided_by: int | None = None
    decided_at: datetime | None = None
    channel_id: int | None = None
    message_id: int | None = None


@dataclass(frozen=True, slots=True)
class Page:
    items: tuple[Item, ...]
    number: int
    pages: int


class ItemGone(UserError):
    def __init__(self) -> None:
        super().__init__("review-gone")


class AlreadyDecided(UserError):
    """Somebody was faster."""

    def __init__(self, item: Item) -> None:
        if item.choice == WITHDRAWN:
            super().__init__("review-gone")
        else:
            super().__init__("review-already-decided", who=f"<@{item.decided_by}>" if item.decided_by else "—")


class OwnSubmission(UserError):
    def __init__(self) -> None:
        super().__init__("review-own")


class WordsNeeded(UserError):
    def __init__(self) -> None:
        super().__init__("review-words-needed")


class TooManyWaiting(UserError):
    def __init__(self, most: int) -> None:
        super().__init__("review-too-many", most=most)


class AlreadyReported(UserError):
    def __init__(self) -> None:
        super().__init__("review-already-reported")
