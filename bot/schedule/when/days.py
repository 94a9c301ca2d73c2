"""The day in a sentence, once its hour is taken out."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from dateutil.relativedelta import relativedelta

from bot.schedule.when.calendar_dates import end_of_month, next_with_number, read_calendar_date
from bot.schedule.when.months import read_month
from bot.schedule.when.words import DAYS_FROM_TODAY, WEEKDAYS, any_of

_FRIDAY = 4
_ARTICLE = re.compile(r"^(?:le|la|on the|on|the) ")
_WEEKDAY = re.compile(
    rf"(?:(?P<before>ce|this|next|last) )?(?P<weekday>{any_of(WEEKDAYS)})"
    r"(?: (?P<after>prochain|dernier|passe|en huit|en quinze|next week|(?:de )?la semaine prochaine))?"
)
_NEXT_WEEK_WEEKDAY = re.compile(rf"(?:next week|semaine prochaine) (?:on |le )?({any_of(WEEKDAYS)})")
_WEEKDAY_AND_DATE = re.compile(rf"({any_of(WEEKDAYS)}) (?:(?:le|the) )?(.+)")
_DAY_NUMBER = re.compile(r"([0-9]{1,2})(?:st|nd|rd|th|er)?")
_END_OF_MONTH = re.compile(r"(?:fin|end of) ([a-z]{3,9})")


@dataclass(frozen=True)
class Day:
    """A date, and after how many days it comes again if its hour has passed (None: never)."""

    date: date
    every: int | None = None


def read_day(words: str, today: date) -> Day | None:
    words = _ARTICLE.sub("", words)
    for rule in _RULES:
        day = rule(words, today)
        if day is not None:
            return day
    return None


def _named(words: str, today: date) -> Day | None:
    if words in {"mois prochain", "next month"}:
        return Day(today + relativedelta(months=1))
    days = DAYS_FROM_TODAY.get(words)
    return None if days is None else Day(today + timedelta(days=days))


def _weekday(words: str, today: date) -> Day | None:
    match = _WEEKDAY.fullmatch(words)
    if match is None or (match["before"] and match["after"]):
        return None
    weekday = WEEKDAYS[match["weekday"]]
    ahead = (weekday - today.weekday()) % 7
    strictly_ahead = ahead or 7
    said = match["before"] or match["after"]
    if said is None:
        return Day(today + timedelta(days=ahead), every=7)
    if said.endswith(("week", "prochaine")):
        return Day(_next_monday(today) + timedelta(days=weekday))
    days = {
        **dict.fromkeys(("ce", "this"), ahead),
        **dict.fromkeys(("prochain", "next"), strictly_ahead),
        **dict.fromkeys(("dernier", "passe", "last"), ahead - 7),
        "en huit": strictly_ahead + 7,
        "en quinze": strictly_ahead + 14,
    }
    return Day(today + timedelta(days=days[said]))


def _weekday_of_next_week(words: str, today: date) -> Day | None:
    match = _NEXT_WEEK_WEEKDAY.fullmatch(words)
    return Day(_next_monday(today) + timedelta(days=WEEKDAYS[match[1]])) if match else None


def _weekday_and_date(words: str, today: date) -> Day | None:
    """The date, on condition that it falls on that weekday: «vendredi 27», «jeudi 14 janvier»."""
    match = _WEEKDAY_AND_DATE.fullmatch(words)
    if match is None:
        return None
    number = _DAY_NUMBER.fullmatch(match[2])
    if number is None:
        found = read_calendar_date(match[2], today)
    else:
        # «mar 15» is a Tuesday in French and the month of March in English.
        found = None if match[1] == "mar" else next_with_number(int(number[1]), today)
    return Day(found) if found and found.weekday() == WEEKDAYS[match[1]] else None


def _end(words: str, today: date) -> Day | None:
    if words in _ENDS:
        return Day(_ENDS[words](today))
    match = _END_OF_MONTH.fullmatch(words)
    month = read_month(match[1]) if match else None
    if month is None:
        return None
    return Day(end_of_month(date(today.year + (month < today.month), month, 1)))


def _calendar_date(words: str, today: date) -> Day | None:
    found = read_calendar_date(words, today)
    return Day(found) if found else None


def _next_monday(today: date) -> date:
    return today + timedelta(days=7 - today.weekday())


def _end_of_next_month(today: date) -> date:
    return end_of_month(today + relativedelta(months=1))


def _this_friday(today: date) -> date:
    return today + timedelta(days=(_FRIDAY - today.weekday()) % 7)


def _friday_of_next_week(today: date) -> date:
    return _next_monday(today) + timedelta(days=_FRIDAY)


_ENDS: dict[str, Callable[[date], date]] = {
    **dict.fromkeys(("fin du mois", "fin de mois", "end of month", "end of the month"), end_of_month),
    **dict.fromkeys(("fin du mois prochain", "end of next month"), _end_of_next_month),
    **dict.fromkeys(("fin de semaine", "fin de la semaine", "end of week", "end of the week"), _this_friday),
    **dict.fromkeys(
        ("fin de semaine prochaine", "fin de la semaine prochaine", "end of next week"), _friday_of_next_week
    ),
}
_RULES: tuple[Callable[[str, date], Day | None], ...] = (
    _named,
    _weekday,
    _weekday_of_next_week,
    _weekday_and_date,
    _end,
    _calendar_date,
)
