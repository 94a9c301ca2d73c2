"""What somebody is writing: kept as typed, judged when it is sent."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime, timedelta
from urllib.parse import urlsplit

from bot.errors import UserError
from cogs.library.models.contents import MOST_TAGS, AiUse, Content

DRAFTS_KEPT = timedelta(days=7)
FIRST_YEAR = 1950
MOST_SOURCE, MOST_TAG = 500, 40
_BETWEEN_TAGS = re.compile(r"[,;\n#]+")


class DraftGone(UserError):
    def __init__(self) -> None:
        super().__init__("library-draft-gone")


class BadContent(UserError):
    """Says what is missing; the draft is kept."""


@dataclass(frozen=True, slots=True)
class Draft:
    """`entry_id`: of which entry it will be a version. `named`: whether it will bear its author's name.

    `origin`: what another feature, which gave it, knows it by.
    """

    draft_id: int
    author_id: int
    content: Content
    named: bool
    touched_at: datetime
    entry_id: int | None = None
    adapted_from: int | None = None
    origin: str = ""


def split_tags(typed: str) -> tuple[str, ...]:
    """One a comma, a semicolon, a line or a hash; each once. Raises BadContent for too many, or too long a one."""
    words = dict.fromkeys(" ".join(word.split()) for word in _BETWEEN_TAGS.split(typed) if word.strip())
    if len(words) > MOST_TAGS:
        raise BadContent("library-too-many-tags", most=MOST_TAGS)
    for word in words:
        if len(word) > MOST_TAG:
            raise BadContent("library-tag-too-long", tag=word[:MOST_TAG], most=MOST_TAG)
    return tuple(words)


def read_year(typed: str, this_year: int) -> int | None:
    """None for nothing typed. Raises BadContent."""
    text = typed.strip()
    if not text:
        return None
    if not (text.isascii() and text.isdigit() and FIRST_YEAR <= int(text[:5]) <= this_year):
        raise BadContent("library-bad-year", first=str(FIRST_YEAR), last=str(this_year))
    return int(text)


def read_source(typed: str) -> str:
    """An address of the web, or nothing. Raises BadContent."""
    text = typed.strip()
    if not text:
        return ""
    try:
        parts = urlsplit(text)
        host = parts.hostname or ""
    except ValueError:
        raise BadContent("library-bad-source") from None
    if parts.scheme not in {"http", "https"} or "." not in host or len(text) > MOST_SOURCE or len(text.split()) > 1:
        raise BadContent("library-bad-source")
    return text


def check_content(content: Content) -> None:
    """Whether it can be sent. Raises BadContent."""
    if not content.title:
        raise BadContent("library-needs-title")
    if not content.text and not content.files:
        raise BadContent("library-needs-text")
    if content.ai_use not in set(AiUse):
        raise BadContent("library-needs-ai-use")
