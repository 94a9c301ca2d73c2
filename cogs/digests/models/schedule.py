"""When a digest comes out: on the wall clock of its zone, whatever the season; stored as UTC by whoever asks."""

from __future__ import annotations

import calendar
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

from bot.errors import UserError

MONTHS = 12
LONGEST_MONTH = 31


class Cadence(StrEnum):
    WEEKLY = "weekly"
    FORTNIGHTLY = "fortnightly"
    MONTHLY = "monthly"

    @property
    def days(self) -> int:
        """Of the window that a first issue tells."""
        return {Cadence.WEEKLY: 7, Cadence.FORTNIGHTLY: 14, Cadence.MONTHLY: LONGEST_MONTH}[self]


@dataclass(frozen=True, slots=True)
class Schedule:
    """`first` is naive: what the clock on the wall of `zone` says."""

    cadence: Cadence
    first: datetime
    zone: str

    def occurrence(self, number: int) -> datetime:
        """The first is 0. In UTC.

        An hour that a night in spring skips comes after the gap, one that a night in autumn repeats comes once.
        """
        return self._local(number).replace(tzinfo=ZoneInfo(self.zone)).astimezone(UTC)

    def next_after(self, moment: datetime) -> datetime:
        """The first occurrence strictly later. In UTC."""
        number = self._number_near(moment)
        while self.occurrence(number) <= moment:
            number += 1
        return self.occurrence(number)

    def _number_near(self, moment: datetime) -> int:
        """Never later than the one wanted."""
        local = moment.astimezone(ZoneInfo(self.zone)).replace(tzinfo=None)
        if self.cadence is Cadence.MONTHLY:
            passed = (local.year - self.first.year) * MONTHS + local.month - self.first.month
        else:
            passed = (local - self.first).days // self.cadence.days
        return max(0, passed - 1)

    def _local(self, number: int) -> datetime:
        if self.cadence is not Cadence.MONTHLY:
            return self.first + number * timedelta(days=self.cadence.days)
        year, month = divmod(self.first.year * MONTHS + self.first.month - 1 + number, MONTHS)
        # A month without the 29th, 30th or 31st gives its last day.
        day = min(self.first.day, calendar.monthrange(year, month + 1)[1])
        return self.first.replace(year=year, month=month + 1, day=day)


@dataclass(frozen=True, slots=True)
class Digest:
    """`sections`: the keys of what it tells, in order. `lead_days`: how long before it is due its draft is shown."""

    digest_id: int
    name: str
    schedule: Schedule
    channel_id: int
    role_id: int | None
    lead_days: int
    sections: tuple[str, ...]
    paused: bool
    created_at: datetime

    @property
    def lead(self) -> timedelta:
        return timedelta(days=self.lead_days)


class DigestNotFound(UserError):
    def __init__(self) -> None:
        super().__init__("digests-not-found")


class NameUnfit(UserError):
    def __init__(self, most: int) -> None:
        super().__init__("digests-name-unfit", most=most)


class NowhereToDraft(UserError):
    """Without a moderators' channel nobody would read a draft."""

    def __init__(self) -> None:
        super().__init__("digests-nowhere-to-draft")


class FirstTooFar(UserError):
    """It is where the rhythm starts: further away than one turn, it is a mistake."""

    def __init__(self, days: int) -> None:
        super().__init__("digests-first-too-far", days=days)
