"""What was understood, said back."""

from __future__ import annotations

import math
from datetime import datetime, timedelta
from typing import Literal
from zoneinfo import ZoneInfo

from babel.dates import format_date, format_timedelta
from babel.lists import format_list

_Unit = Literal["day", "hour", "minute"]
_NEAR_DAYS = {
    "fr": {-1: "hier", 0: "aujourd'hui", 1: "demain"},
    "en": {-1: "yesterday", 0: "today", 1: "tomorrow"},
}
_AT = {"fr": "à", "en": "at"}


def describe_when(moment: datetime, *, now: datetime, zone: ZoneInfo, language: str) -> str:
    """«mardi 1er décembre 2026 à 18:00, dans 7 jours»; `language` is "fr" or "en"."""
    local = moment.astimezone(zone)
    pattern = "EEEE d'er' MMMM y" if language == "fr" and local.day == 1 else "EEEE d MMMM y"
    day = format_date(local.date(), pattern, locale=language)
    return f"{day} {_AT[language]} {local:%H:%M}, {_distance(moment, now, zone, language)}"


def iso_local(moment: datetime, zone: ZoneInfo) -> str:
    """«2026-11-27 18:00», which `parse_when` reads back; the second of two equal hours carries its offset."""
    local = moment.astimezone(zone)
    first = local.replace(fold=0)
    return local.isoformat(" ", "minutes") if local.utcoffset() != first.utcoffset() else f"{local:%Y-%m-%d %H:%M}"


def _distance(moment: datetime, now: datetime, zone: ZoneInfo, language: str) -> str:
    """Counted in calendar days, in hours and minutes on the day itself."""
    days = (moment.astimezone(zone).date() - now.astimezone(zone).date()).days
    named = _NEAR_DAYS[language].get(days)
    if named is None:
        return _unit(timedelta(days=days), "day", language)
    left = moment - now
    return f"{named}, {_time_left(left, language)}" if days == 0 and left > timedelta() else named


def _time_left(left: timedelta, language: str) -> str:
    minutes = max(1, left // timedelta(minutes=1))
    hours, rest = divmod(minutes, 60)
    if not hours:
        return _unit(timedelta(minutes=minutes), "minute", language)
    parts = [_unit(timedelta(hours=hours), "hour", language)]
    if rest:
        parts.append(_unit(timedelta(minutes=rest), "minute", language, direction=False))
    return format_list(parts, locale=language)


def _unit(delta: timedelta, unit: _Unit, language: str, *, direction: bool = True) -> str:
    return format_timedelta(delta, unit, threshold=math.inf, add_direction=direction, locale=language)
