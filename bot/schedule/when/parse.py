"""From a sentence to a moment: a length of time, or a day and an hour; anything else is refused."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from bot.schedule.when.days import Day, read_day
from bot.schedule.when.hours import Hour, may_be_a_length, split_hour
from bot.schedule.when.refusals import MAX_AHEAD, PastWhen, SkippedHour, TooFarWhen, UnclearWhen
from bot.schedule.when.spans import Span, read_span, to_the_minute
from bot.schedule.when.words import fold

DEFAULT_HOUR = 18

_WITH_OFFSET = re.compile(r"([0-9]{4}-[0-9]{2}-[0-9]{2}) ([0-9]{2}:[0-9]{2})(?::[0-9]{2})?([+-][0-9]{2}:[0-9]{2}|z)")
_AGO = re.compile(r"il y a (?P<french>.+)|(?P<english>.+) ago")


@dataclass(frozen=True)
class _Frame:
    """What a sentence is read against."""

    text: str
    now: datetime
    zone: ZoneInfo
    most: timedelta

    @property
    def today(self) -> date:
        return self.now.astimezone(self.zone).date()


def parse_when(text: str, *, now: datetime, zone: ZoneInfo, most: timedelta = MAX_AHEAD) -> datetime:
    """`now` is aware; the answer is in UTC, to the minute, after now and at most `most` from it.

    A day without an hour is at DEFAULT_HOUR, a length of time keeps now's. Raises one of the four refusals.
    """
    words = fold(text)
    if not words:
        raise UnclearWhen(text)
    frame = _Frame(text, now, zone, most)
    span = read_span(words)
    moment = _after(span, frame) if span is not None else _with_offset(words) or _on_a_day(words, frame)
    if moment <= now:
        raise PastWhen(text)
    if moment > now + most:
        raise TooFarWhen(text, most)
    return moment


def _after(span: Span, frame: _Frame) -> datetime:
    """«90 jours» stays possible though rounding up, or an hour gained in autumn, goes beyond the limit."""
    if span.nominal > frame.most:
        raise TooFarWhen(frame.text, frame.most)
    moment = span.after(frame.now, frame.zone)
    # Three months are 30 days each in `nominal` only.
    return moment if span.months else min(moment, to_the_minute((frame.now + frame.most).astimezone(UTC)))


def _with_offset(words: str) -> datetime | None:
    match = _WITH_OFFSET.fullmatch(words)
    if match is None:
        return None
    try:
        return datetime.fromisoformat(f"{match[1]}T{match[2]}{match[3].upper()}").astimezone(UTC)
    except (ValueError, OverflowError):
        return None


def _on_a_day(words: str, frame: _Frame) -> datetime:
    split = split_hour(words)
    if split is None:
        raise _refused(words, frame.text)
    day = _read_day(split.day, split.hour, frame)
    if day is None:
        raise _refused(words, frame.text)
    return _next_at(day, split.hour or Hour(60 * DEFAULT_HOUR), frame)


def _refused(words: str, text: str) -> PastWhen | UnclearWhen:
    match = _AGO.fullmatch(words)
    ago = match and read_span("dans " + (match["french"] or match["english"]))
    return PastWhen(text) if ago else UnclearWhen(text)


def _read_day(words: str, hour: Hour | None, frame: _Frame) -> Day | None:
    today = frame.today
    if not words:
        return Day(today, every=1) if hour and not may_be_a_length(hour) else None
    span = read_span(words) if hour else None
    if span is None or hour is None:
        return read_day(words, today)
    if span.minutes or may_be_a_length(hour):
        return None
    # Years of months would leave the calendar; this is far enough to be refused.
    return Day(today + (span.calendar if span.nominal < 2 * frame.most else 2 * frame.most))


def _next_at(day: Day, hour: Hour, frame: _Frame) -> datetime:
    found = _at(day.date, hour, frame)
    if found <= frame.now and day.every is not None:
        return _at(day.date + timedelta(days=day.every), hour, frame)
    return found


def _at(day: date, hour: Hour, frame: _Frame) -> datetime:
    """The first of the two, where the clocks give an hour twice."""
    # Years 1 and 9999 have no room for a change of zone.
    if day < frame.today - timedelta(days=2):
        raise PastWhen(frame.text)
    if day > frame.today + frame.most:
        raise TooFarWhen(frame.text, frame.most)
    wall = datetime.combine(day, time()) + timedelta(minutes=hour.minutes)
    moment = wall.replace(tzinfo=frame.zone).astimezone(UTC)
    if moment.astimezone(frame.zone).replace(tzinfo=None) != wall:
        raise SkippedHour(frame.text, wall)
    return moment
