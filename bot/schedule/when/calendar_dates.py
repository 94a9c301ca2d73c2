"""Dates with a number in them: «14/01/2027», «1er décembre», "January 14th"."""

from __future__ import annotations

import re
from datetime import date, timedelta

from dateutil.relativedelta import relativedelta

from bot.schedule.when.months import read_month

# A 29 February can be eight years away (1896 to 1904, 2096 to 2104).
_YEARS_TO_SEARCH = 9
_MONTHS_TO_SEARCH = 3
_SHORT_YEAR = 2
_CENTURY = 2000

_NUMERIC = tuple(
    re.compile(pattern)
    for pattern in (
        r"(?P<y>[0-9]{4})(?P<sep>[-/])(?P<m>[0-9]{1,2})(?P=sep)(?P<d>[0-9]{1,2})",
        r"(?P<d>[0-9]{1,2})/(?P<m>[0-9]{1,2})(?:/(?P<y>[0-9]{4}|[0-9]{2}))?",
        r"(?P<d>[0-9]{1,2})(?P<sep>[-.])(?P<m>[0-9]{1,2})(?P=sep)(?P<y>[0-9]{4})",
    )
)
_SPELLED = tuple(
    re.compile(pattern)
    for pattern in (
        r"(?P<d>[0-9]{1,2})(?:er|st|nd|rd|th)?(?: of)? ?(?P<m>[a-z]{3,9})(?: (?P<y>[0-9]{4}))?",
        # «mar 15» is a Tuesday in French and the month of March in English.
        r"(?!mar )(?P<m>[a-z]{3,9}) (?:the )?(?P<d>[0-9]{1,2})(?:st|nd|rd|th)?(?: (?P<y>[0-9]{4}))?",
    )
)


def read_calendar_date(words: str, today: date) -> date | None:
    """Day before month; without a year, the next one to come, today included."""
    for pattern in _NUMERIC:
        if match := pattern.fullmatch(words):
            return _valid(match["d"], int(match["m"]), match["y"], today)
    for pattern in _SPELLED:
        match = pattern.fullmatch(words)
        month = read_month(match["m"]) if match else None
        if match and month:
            return _valid(match["d"], month, match["y"], today)
    return None


def next_with_number(number: int, today: date) -> date | None:
    """The next day of this number, as in «vendredi 27»."""
    for months in range(_MONTHS_TO_SEARCH):
        first = today.replace(day=1) + relativedelta(months=months)
        found = first + relativedelta(day=number) if number else None
        if found and found.day == number and found >= today:
            return found
    return None


def end_of_month(day: date) -> date:
    return day.replace(day=1) + relativedelta(months=1) - timedelta(days=1)


def _valid(day: str, month: int, year: str | None, today: date) -> date | None:
    if year is None:
        years = range(today.year, today.year + _YEARS_TO_SEARCH)
        candidates = (_real_date(y, month, int(day)) for y in years)
        return next((found for found in candidates if found and found >= today), None)
    return _real_date(int(year) + (_CENTURY if len(year) == _SHORT_YEAR else 0), month, int(day))


def _real_date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
