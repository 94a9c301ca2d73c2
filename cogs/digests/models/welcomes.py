"""New members who want to be welcomed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.errors import UserError

MOST_WORDS = 150
# After that nobody is new, and what they wrote is forgotten.
NEW_FOR = timedelta(days=60)


@dataclass(frozen=True, slots=True)
class Welcome:
    """`name`: what they were called here when they asked."""

    welcome_id: int
    user_id: int
    name: str
    words: str
    asked_at: datetime


class WordsTooLong(UserError):
    def __init__(self) -> None:
        super().__init__("news-welcome-too-long", most=MOST_WORDS)


class NotNew(UserError):
    def __init__(self) -> None:
        super().__init__("news-welcome-not-new", days=NEW_FOR.days)
