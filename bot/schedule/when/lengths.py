"""How long something lasts, in free words: «1h30», «90 min», «jusqu'à 20h30»."""

from __future__ import annotations

import re
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from bot.errors import UserError
from bot.schedule.when.hours import split_hour
from bot.schedule.when.spans import read_span
from bot.schedule.when.words import fold

MAX_LENGTH = timedelta(days=7)

_UNTIL = re.compile(r"(?:jusqu'a|jusque|until|till|to|a|fin a|fin) (.+)")
_SHOWN = 60


class UnclearLength(UserError):
    def __init__(self, text: str) -> None:
        super().__init__("when-unclear-length", text=text[:_SHOWN])


class EndsBeforeItStarts(UserError):
    def __init__(self, text: str) -> None:
        super().__init__("when-ends-before", text=text[:_SHOWN])


def parse_length(text: str, *, start: datetime, zone: ZoneInfo) -> timedelta:
    """At least a minute, at most MAX_LENGTH. Raises UnclearLength, EndsBeforeItStarts."""
    # `fold` drops «jusqu'à», which says here that an hour of the day follows.
    plain = text.strip().lower().replace("’", "'").replace("à", "a")
    if match := _UNTIL.fullmatch(plain):
        return _until(match[1], text, start, zone)
    words = fold(text) or ""
    span = read_span("dans " + words.removeprefix("pendant ").removeprefix("for "))
    if span is None or span.months or not timedelta() < span.nominal <= MAX_LENGTH:
        raise UnclearLength(text)
    return timedelta(days=span.days, minutes=span.minutes)


def _until(words: str, text: str, start: datetime, zone: ZoneInfo) -> timedelta:
    split = split_hour(fold(words) or "")
    if split is None or split.hour is None or split.day:
        raise UnclearLength(text)
    local = start.astimezone(zone)
    midnight = local.replace(hour=0, minute=0, tzinfo=None)
    end = (midnight + timedelta(minutes=split.hour.minutes)).replace(tzinfo=zone)
    length = end.astimezone(start.tzinfo) - start
    if length <= timedelta():
        raise EndsBeforeItStarts(text)
    return length
