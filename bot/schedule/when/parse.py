"""From a sentence to a moment: a length of time, or a day and an hour; anything else is refused."""

from __future__ import annotations

import re
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


def parse_when(text: str, *, now: datetime, zone: ZoneInfo) -> datetime:
    """`now` is aware; the answer is in UTC, to the minute, after now and at most MAX_AHEAD from it.

    A day without an hour is at DEFAULT_HOUR, a length of time keeps now's. Raises one of the four refusals.
    """
    words = fold(text)
    if not words:
        raise UnclearWhen(text)
    span = read_span(words)
    if span is not None:
        moment = _after(span, text, now, zone)
    else:
        moment = _with_offset(words) or _on_a_day(words, text, now, zone)
    if moment <= now:
        raise PastWhen(text)
    if moment > now + MAX_AHEAD:
        raise TooFarWhen(text)
    return moment


def _after(span: Span, text: str, now: datetime, zone: ZoneInfo) -> datetime:
    """«90 jours» stays possible though rounding up, or an hour gained in autumn, goes beyond the limit."""
    if span.nominal > MAX_AHEAD:
        raise TooFarWhen(text)
    moment = span.after(now, zone)
    # Three months are 30 days each in `nominal` only.
    return moment if span.months else min(moment, to_the_minute((now + MAX_AHEAD).astimezone(UTC)))


def _with_offset(words: str) -> datetime | None:
    match = _WITH_OFFSET.fullmatch(words)
    if match is None:
        return None
    try:
        return datetime.fromisoformat(f"{match[1]}T{match[2]}{match[3].upper()}").astimezone(UTC)
    except (ValueError, OverflowError):
        return None


def _on_a_day(words: str, text: str, now: datetime, zone: ZoneInfo) -> datetime:
    today = now.astimezone(zone).date()
    split = split_hour(words)
    if split is None:
        raise _refused(words, text)
    day = _read_day(split.day, split.hour, today)
    if day is None:
        raise _refused(words, text)
    return _next_at(day, split.hour or Hour(60 * DEFAULT_HOUR), text, now, zone)


def _refused(words: str, text: str) -> PastWhen | UnclearWhen:
    match = _AGO.fullmatch(words)
    ago = match and read_span("dans " + (match["french"] or match["english"]))
    return PastWhen(text) if ago else UnclearWhen(text)


def _read_day(words: str, hour: Hour | None, today: date) -> Day | None:
    if not words:
        return Day(today, every=1) if hour and not may_be_a_length(hour) else None
    span = read_span(words) if hour else None
    if span is None or hour is None:
        return read_day(words, today)
    if span.minutes or may_be_a_length(hour):
        return None
    # Years of months would leave the calendar; this is far enough to be refused.
    return Day(today + (span.calendar if span.nominal < 2 * MAX_AHEAD else 2 * MAX_AHEAD))


def _next_at(day: Day, hour: Hour, text: str, now: datetime, zone: ZoneInfo) -> datetime:
    found = _at(day.date, hour, text, now, zone)
    if found <= now and day.every is not None:
        return _at(day.date + timedelta(days=day.every), hour, text, now, zone)
    return found


def _at(day: date, hour: Hour, text: str, now: datetime, zone: ZoneInfo) -> datetime:
    """The first of the two, where the clocks give an hour twice."""
    today = now.astimezone(zone).date()
    # Years 1 and 9999 have no room for a change of zone.
    if day < today - timedelta(days=2):
        raise PastWhen(text)
    if day > today + MAX_AHEAD:
        raise TooFarWhen(text)
    wall = datetime.combine(day, time()) + timedelta(minutes=hour.minutes)
    moment = wall.replace(tzinfo=zone).astimezone(UTC)
    if moment.astimezone(zone).replace(tzinfo=None) != wall:
        raise SkippedHour(text, wall)
    return moment
