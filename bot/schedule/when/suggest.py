"""Moments to choose from while somebody types."""

from __future__ import annotations

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from bot.errors import UserError
from bot.schedule.when.parse import DEFAULT_HOUR, parse_when
from bot.schedule.when.refusals import MAX_AHEAD
from bot.schedule.when.words import fold

_PHRASES = {
    "fr": (
        *("demain", "demain midi", "demain soir", "après-demain", "ce soir", "midi", "minuit"),
        *("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"),
        *("la semaine prochaine", "fin de semaine", "fin du mois", "dans une semaine"),
    ),
    "en": (
        *("tomorrow", "tomorrow noon", "tomorrow evening", "tonight", "noon", "midnight"),
        *("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"),
        *("next week", "end of week", "end of month", "in one week"),
    ),
}
_DEFAULTS = ("demain", *(f"{days} jours à {DEFAULT_HOUR}h" for days in (3, 7, 14, 30)))


def suggest_whens(
    text: str, *, now: datetime, zone: ZoneInfo, language: str, most: timedelta = MAX_AHEAD
) -> list[datetime]:
    """What `text` says; else what it begins to say in `language` («vendr»); else a few usual moments."""
    typed = fold(text) or ""
    for phrases in ((text,), _begun(typed, language), _DEFAULTS):
        if understood := _understood(phrases, now, zone, most):
            return understood
    return []


def _begun(typed: str, language: str) -> list[str]:
    if typed.isdigit():
        return [f"dans {typed} {unit}" for unit in ("heures", "jours", "semaines")]
    return [phrase for phrase in _PHRASES[language] if typed and (fold(phrase) or "").startswith(typed)]


def _understood(phrases: tuple[str, ...] | list[str], now: datetime, zone: ZoneInfo, most: timedelta) -> list[datetime]:
    moments: set[datetime] = set()
    for phrase in phrases:
        try:
            moments.add(parse_when(phrase, now=now, zone=zone, most=most))
        except UserError:
            continue
    return sorted(moments)
