"""When a zone changes its clocks, as calendar files say it: once a year by a rule, or on single dates."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

_STEP = timedelta(days=7)
_FEW_YEARS = 3


@dataclass(frozen=True, slots=True)
class YearlyRule:
    """«The last Sunday of March»: `nth` from 1 to 4, or -1; `weekday` from 0, Monday."""

    month: int
    nth: int
    weekday: int


@dataclass(frozen=True, slots=True)
class Observance:
    """`begins`: naive, by the clock as it stood before each change; the first of them where there is a rule."""

    begins: tuple[datetime, ...]
    offset_from: timedelta
    offset_to: timedelta
    name: str
    summer: bool
    rule: YearlyRule | None = None


def observances(zone: ZoneInfo, *, first: datetime, years: int) -> list[Observance]:
    """What holds at `first` (aware), then the changes of the years that follow, grouped."""
    start = first.astimezone(UTC).replace(month=1, day=1, hour=0, minute=0, second=0, microsecond=0)
    standing = _standing(start, zone)
    changes = _changes(start, start + timedelta(days=366 * years), zone)
    groups: dict[tuple[timedelta, timedelta, str], list[datetime]] = {}
    for change in changes:
        before, after = (change - timedelta(seconds=1)).astimezone(zone), change.astimezone(zone)
        key = (_offset(before), _offset(after), after.tzname() or "")
        groups.setdefault(key, []).append((change + key[0]).replace(tzinfo=None))
    return [standing, *(_observance(key, found) for key, found in groups.items())]


def _standing(start: datetime, zone: ZoneInfo) -> Observance:
    local = start.astimezone(zone)
    offset = _offset(local)
    return Observance((local.replace(tzinfo=None),), offset, offset, local.tzname() or "", summer=bool(local.dst()))


def _observance(key: tuple[timedelta, timedelta, str], found: Sequence[datetime]) -> Observance:
    offset_from, offset_to, name = key
    summer, rule = offset_to > offset_from, _rule(found)
    begins = (found[0],) if rule else tuple(found)
    return Observance(begins, offset_from, offset_to, name, summer, rule)


def _rule(found: Sequence[datetime]) -> YearlyRule | None:
    """The one that all of them obey; None for too few to tell."""
    if len(found) < _FEW_YEARS or len({moment.time() for moment in found}) > 1:
        return None
    shared = _possible(found[0])
    for moment in found[1:]:
        shared &= _possible(moment)
    return min(shared, key=lambda rule: rule.nth) if shared else None


def _possible(moment: datetime) -> set[YearlyRule]:
    nth = (moment.day - 1) // 7 + 1
    last = moment.day + 7 > monthrange(moment.year, moment.month)[1]
    return {
        YearlyRule(moment.month, number, moment.weekday())
        for number in (nth, *([-1] if last else []))
        if number < 5  # noqa: PLR2004 - a fifth is not in every month
    }


def _changes(start: datetime, end: datetime, zone: ZoneInfo) -> list[datetime]:
    """In UTC, to the second; no zone changes its clocks twice in a week."""
    found: list[datetime] = []
    while start < end:
        if _offset(start.astimezone(zone)) != _offset((start + _STEP).astimezone(zone)):
            found.append(_narrow(start, start + _STEP, zone))
        start += _STEP
    return found


def _narrow(first: datetime, last: datetime, zone: ZoneInfo) -> datetime:
    before = _offset(first.astimezone(zone))
    while last - first > timedelta(seconds=1):
        middle = first + timedelta(seconds=(last - first) // timedelta(seconds=2))
        if _offset(middle.astimezone(zone)) == before:
            first = middle
        else:
            last = middle
    return last


def _offset(local: datetime) -> timedelta:
    offset = local.utcoffset()
    assert offset is not None
    return offset
