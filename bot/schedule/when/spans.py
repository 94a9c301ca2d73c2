"""Lengths of time: «7j», «90 min», «dans trois jours», "in 2 hours and 30 minutes"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

from dateutil.relativedelta import relativedelta

from bot.schedule.when.words import NUMBERS, any_of

_MINUTE, _HOUR, _DAY, _WEEK, _MONTH, _YEAR = 1, 60, 1440, 10_080, 43_200, 525_600
_CLOCK_LIKE = ("h", "heure", "heures")
_UNITS = {
    **dict.fromkeys(("min", "mins", "mn", "minute", "minutes"), _MINUTE),
    **dict.fromkeys((*_CLOCK_LIKE, "hour", "hours", "hr", "hrs"), _HOUR),
    **dict.fromkeys(("j", "jr", "jrs", "jour", "jours", "d", "day", "days"), _DAY),
    **dict.fromkeys(("sem", "semaine", "semaines", "w", "wk", "wks", "week", "weeks"), _WEEK),
    **dict.fromkeys(("mois", "month", "months"), _MONTH),
    **dict.fromkeys(("an", "ans", "annee", "annees", "year", "years"), _YEAR),
}
# Above this, «9h» may as well be nine o'clock.
_LONGEST_BARE_HOURS = 6
_FULL_DAY = 24
_SOMEDAY = {"un jour", "one day"}

_PIECE = rf"(?:([0-9]{{1,6}}) ?|({any_of(NUMBERS)}) )({any_of(_UNITS)})(?![a-z])"
_PIECES = re.compile(_PIECE)
_UNNAMED_PIECE = re.sub(r"\((?!\?)", "(?:", _PIECE)
_SPAN = re.compile(rf"(?P<after>(?:dans|in) )?(?P<pieces>{_UNNAMED_PIECE}(?:(?: et | and | ?){_UNNAMED_PIECE}){{0,3}})")
_ONE_SPELLING = (
    (re.compile(r"\b(?:(?:une? )?demi-? ?heure|half an hour)$"), "30 min"),
    (re.compile(r"\b(?:un )?quart d'heure$"), "15 min"),
    (re.compile(r"(?<=[0-9])( ?(?:h|heures?)) ?([0-9]{2})(?: ?(?:min|mn))?$"), r"\1 \2 min"),
)


@dataclass(frozen=True)
class Span:
    """Months and days count on the calendar, minutes on the clock."""

    months: int
    days: int
    minutes: int

    @property
    def nominal(self) -> timedelta:
        return timedelta(days=30 * self.months + self.days, minutes=self.minutes)

    @property
    def calendar(self) -> relativedelta:
        return relativedelta(months=self.months, days=self.days)

    def after(self, now: datetime, zone: ZoneInfo) -> datetime:
        """In UTC, rounded up to the minute; a local hour the clocks jump over is the one after the jump."""
        moment = now.astimezone(UTC)
        if self.months or self.days:
            wall = now.astimezone(zone).replace(tzinfo=None, fold=0)
            moment = (wall + self.calendar).replace(tzinfo=zone).astimezone(UTC)
        moment += timedelta(minutes=self.minutes)
        return moment if moment == to_the_minute(moment) else to_the_minute(moment) + timedelta(minutes=1)


def to_the_minute(moment: datetime) -> datetime:
    return moment.replace(second=0, microsecond=0)


def read_span(words: str) -> Span | None:
    """None also for no time at all, and for hours that may be an hour of the day («18h», «3 jours 18h»)."""
    for pattern, replacement in _ONE_SPELLING:
        words = pattern.sub(replacement, words)
    match = _SPAN.fullmatch(words)
    if match is None or words in _SOMEDAY:
        return None
    pieces = [
        (int(digits) if digits else NUMBERS[word], unit) for digits, word, unit in _PIECES.findall(match["pieces"])
    ]
    linked = " et " in words or " and " in words
    if _may_be_an_hour_of_the_day(pieces, after=bool(match["after"]), linked=linked):
        return None
    return _total([(count, _UNITS[unit]) for count, unit in pieces])


def _may_be_an_hour_of_the_day(pieces: list[tuple[int, str]], *, after: bool, linked: bool) -> bool:
    first_count, first_unit = pieces[0]
    if first_unit in _CLOCK_LIKE:
        whole_days = len(pieces) == 1 and first_count % _FULL_DAY == 0
        return not (after or whole_days or 0 < first_count <= _LONGEST_BARE_HOURS)
    return not linked and any(unit in _CLOCK_LIKE for _, unit in pieces)


def _total(pieces: list[tuple[int, int]]) -> Span | None:
    sizes = [size for _, size in pieces]
    if any(larger <= smaller for larger, smaller in pairwise(sizes)):
        return None
    amount = {size: count for count, size in pieces}
    span = Span(
        months=12 * amount.get(_YEAR, 0) + amount.get(_MONTH, 0),
        days=7 * amount.get(_WEEK, 0) + amount.get(_DAY, 0),
        minutes=60 * amount.get(_HOUR, 0) + amount.get(_MINUTE, 0),
    )
    return span if span.nominal else None
