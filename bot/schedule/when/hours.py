"""The hour in a sentence, and what is left of it: «vendredi 18h30» is «vendredi» and 18:30."""

from __future__ import annotations

import re
from dataclasses import dataclass

_NOON, _END_OF_DAY = 720, 1440
_FACE, _HOURS, _MINUTES = range(1, 13), range(24), range(60)
_EARLIEST_BARE_HOUR = 13
_EARLIEST_BARE_HOUR_WITH_MINUTES = 7


@dataclass(frozen=True)
class _Part:
    """A part of the day, in minutes since the day's midnight: what it means alone, and what it can hold."""

    alone: int
    first: int
    last: int


_MORNING, _AFTERNOON, _EVENING = _Part(540, 0, 719), _Part(900, 720, 1140), _Part(1200, 1020, 1440)
_PARTS = {
    **dict.fromkeys(("matin", "matinee", "morning"), _MORNING),
    **dict.fromkeys(("apres-midi", "aprem", "afternoon"), _AFTERNOON),
    **dict.fromkeys(("soir", "soiree", "evening", "night"), _EVENING),
}


@dataclass(frozen=True)
class Hour:
    """Minutes since the day's midnight: 1440 is «minuit», which ends the day it is said of.

    `loose`: written like a length of time («2h»).
    """

    minutes: int
    loose: bool = False


@dataclass(frozen=True)
class Split:
    day: str
    hour: Hour | None


def _clock(gap: str) -> str:
    return rf"""
        (?P<at>(?:a|at|@)\ )?
        (?: (?P<named>minuit|midnight|midi|noon)
          | (?P<h>[0-9]{{1,2}})
            (?: (?P<mark>\ ?(?:heures?|h)) (?: {gap}(?P<m>[0-9]{{2}}) | \ et\ (?P<fraction>demie?|quart) )?
              | :(?P<mm>[0-9]{{2}}) (?: :[0-9]{{2}} )? (?: \ ?(?P<half>[ap]m) )?
              | \ ?(?P<bare_half>[ap]m)
            )
        )
        (?: \ (?:du|de\ l'|in\ the)\ ?(?P<part>matin|soir|apres-midi|morning|afternoon|evening) )?
    """


# At the start no space before the minutes: «18h 15 décembre» is not 18:15.
_AT_THE_END = re.compile(rf"(?P<day>.*?)(?:^|\ ){_clock(r'[ ]?')}", re.VERBOSE)
_AT_THE_START = re.compile(rf"{_clock('')}\ (?P<day>.+)", re.VERBOSE)
_PART_AT_THE_END = re.compile(
    rf"(?P<day>.*?)(?:^| )(?:(?:en|au|le|dans la|dans l'|in the) ?)?(?P<part>{'|'.join(_PARTS)})"
)


def split_hour(words: str) -> Split | None:
    """None if the hour is none («25h», «18h75») or contradicts the part of the day («demain matin 20h»)."""
    match = _AT_THE_END.fullmatch(words) or _AT_THE_START.fullmatch(words)
    rest = match["day"] if match else words
    part_match = _PART_AT_THE_END.fullmatch(rest)
    day = part_match["day"] if part_match else rest
    part = _PARTS[part_match["part"]] if part_match else None
    if match is None:
        return Split(day, Hour(part.alone) if part else None) if day else None
    hour = _read_clock(match, part)
    return Split(day, hour) if hour else None


def _read_clock(match: re.Match[str], part: _Part | None) -> Hour | None:
    minutes = (_NOON if match["named"] in {"midi", "noon"} else _END_OF_DAY) if match["named"] else _read_digits(match)
    half_known = bool(match["half"] or match["bare_half"])
    for wanted in (_PARTS.get(match["part"] or ""), part):
        minutes = _within(wanted, minutes, half_known=half_known)
    if minutes is None:
        return None
    return Hour(minutes, loose=bool(match["mark"]) and not (match["at"] or match["part"]))


def _read_digits(match: re.Match[str]) -> int | None:
    hour = int(match["h"])
    minute = int(match["m"] or match["mm"] or {"quart": 15, None: 0}.get(match["fraction"], 30))
    half = match["half"] or match["bare_half"]
    if half:
        if hour not in _FACE:
            return None
        hour = hour % 12 + (12 if half == "pm" else 0)
    return 60 * hour + minute if hour in _HOURS and minute in _MINUTES else None


def _within(part: _Part | None, minutes: int | None, *, half_known: bool) -> int | None:
    """The same hour, or twelve hours later: «8h du soir» is 20:00."""
    if part is None or minutes is None or part.first <= minutes <= part.last:
        return minutes
    if half_known or minutes >= _NOON:
        return None
    later = minutes + _NOON
    return later if part.first <= later <= part.last else None


def may_be_a_length(hour: Hour) -> bool:
    """«9h» alone, or after «3 jours», can be read two ways."""
    whole, minute = divmod(hour.minutes, 60)
    return hour.loose and whole < (_EARLIEST_BARE_HOUR_WITH_MINUTES if minute else _EARLIEST_BARE_HOUR)
