"""Series by the wall clock, beside a brute force that knows only the zone database."""

from __future__ import annotations

from calendar import monthrange
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.schedule.series import (
    MonthlyPlace,
    Rule,
    Series,
    Turn,
    at_wall_time,
    change_near,
    monthly_place,
    occurrences,
    occurrences_until,
)

PARIS = ZoneInfo("Europe/Paris")
ZONES = ("Europe/Paris", "America/Martinique", "Pacific/Noumea", "America/Montreal")
LONG_AGO = datetime(2000, 1, 1, tzinfo=UTC)
YEARS = 20
local = datetime.fromisoformat


def wall(moment: datetime, zone: ZoneInfo = PARIS) -> datetime:
    return moment.astimezone(zone).replace(tzinfo=None)


def brute_force(start: datetime, rule: Rule, last: date) -> list[datetime]:
    """Every local day is asked whether the rule names it."""
    place, found, day = monthly_place(start), list[datetime](), start.date()
    while day <= last:
        days = (day - start.date()).days
        in_month = (day.day - 1) // 7 + 1
        is_last = day.day + 7 > monthrange(day.year, day.month)[1]
        if {
            Rule.NONE: days == 0,
            Rule.WEEKLY: days % 7 == 0,
            Rule.FORTNIGHTLY: days % 14 == 0,
            Rule.MONTHLY: day.weekday() == start.weekday() and (is_last if place.nth == -1 else in_month == place.nth),
        }[rule]:
            found.append(datetime.combine(day, start.time()))
        day += timedelta(days=1)
    return found


@pytest.mark.parametrize("name", ZONES)
@settings(max_examples=15, deadline=None)
@given(
    start=st.datetimes(local("2026-01-01 00:00"), local("2030-01-01 00:00")).map(
        lambda d: d.replace(second=0, microsecond=0)
    ),
    rule=st.sampled_from(list(Rule)),
)
def test_twenty_years_are_those_of_brute_force_at_the_same_wall_time(name: str, start: datetime, rule: Rule) -> None:
    zone, last = ZoneInfo(name), start.date() + timedelta(days=365 * YEARS)
    series = Series(start, zone, rule, last)
    found = occurrences_until(series, after=LONG_AGO, until=datetime(2100, 1, 1, tzinfo=UTC))
    assert [occurrence.slot for occurrence in found] == brute_force(start, rule, last)
    for occurrence in found:
        shown = wall(occurrence.starts_at, zone)
        assert (shown == occurrence.slot) is (occurrence.turn is not Turn.SKIPPED)
        assert timedelta() <= shown - occurrence.slot <= timedelta(hours=1)
        assert occurrence.starts_at.tzinfo is UTC


@settings(max_examples=40, deadline=None)
@given(skip=st.integers(0, 200), rule=st.sampled_from([Rule.WEEKLY, Rule.FORTNIGHTLY, Rule.MONTHLY]))
def test_what_comes_after_a_moment_is_the_rest_of_the_whole(skip: int, rule: Rule) -> None:
    series = Series(local("2026-11-26 18:30"), PARIS, rule)
    whole = occurrences(series, after=LONG_AGO, limit=skip + 3)
    assert occurrences(series, after=whole[skip].starts_at, limit=2) == whole[skip + 1 :]


def test_an_evening_in_paris_stays_an_evening_over_both_weekends_of_2027() -> None:
    series = Series(local("2027-03-18 18:30"), PARIS, Rule.WEEKLY)
    march = occurrences(series, after=LONG_AGO, limit=3)
    assert [f"{found.starts_at:%d %H:%M}" for found in march] == ["18 17:30", "25 17:30", "01 16:30"]
    series = Series(local("2027-10-23 18:30"), PARIS, Rule.WEEKLY)
    october = occurrences(series, after=LONG_AGO, limit=2)
    assert [f"{found.starts_at:%d %H:%M}" for found in october] == ["23 16:30", "30 16:30"]
    assert wall(october[1].starts_at).hour == 18
    november = occurrences(series, after=october[1].starts_at, limit=1)
    assert f"{november[0].starts_at:%d %H:%M}" == "06 17:30"


def test_a_night_that_the_clocks_jump_over_is_an_hour_later_and_says_so() -> None:
    series = Series(local("2027-03-21 02:30"), PARIS, Rule.WEEKLY)
    before, on_the_night, after = occurrences(series, after=LONG_AGO, limit=3)
    assert on_the_night.turn is Turn.SKIPPED
    assert wall(on_the_night.starts_at) == local("2027-03-28 03:30")
    assert (before.turn, after.turn) == (None, None)
    assert wall(after.starts_at) == local("2027-04-04 02:30")


def test_a_night_that_has_the_hour_twice_takes_the_first_and_says_so() -> None:
    found = at_wall_time(local("2027-10-31 02:30"), PARIS)
    assert found.turn is Turn.TWICE
    assert found.starts_at == datetime(2027, 10, 31, 0, 30, tzinfo=UTC)


@pytest.mark.parametrize(
    ("start", "place"),
    [
        (local("2027-01-14 18:30"), MonthlyPlace(2, 3)),
        (local("2026-12-31 18:00"), MonthlyPlace(-1, 3)),
        (local("2027-01-01 18:00"), MonthlyPlace(1, 4)),
        (local("2027-01-28 18:00"), MonthlyPlace(4, 3)),
    ],
)
def test_a_month_s_place_is_counted_and_a_fifth_is_the_last(start: datetime, place: MonthlyPlace) -> None:
    assert monthly_place(start) == place


def test_from_a_31st_no_month_is_skipped() -> None:
    found = occurrences(Series(local("2026-12-31 18:00"), PARIS, Rule.MONTHLY), after=LONG_AGO, limit=12)
    assert [occurrence.slot.month for occurrence in found] == [12, *range(1, 12)]


def test_the_last_day_counts_and_nothing_follows_it() -> None:
    series = Series(local("2027-01-14 18:30"), PARIS, Rule.WEEKLY, date(2027, 1, 28))
    assert len(occurrences(series, after=LONG_AGO, limit=10)) == 3


@pytest.mark.parametrize(
    ("moment", "change"),
    [
        (datetime(2027, 3, 25, 17, 30, tzinfo=UTC), datetime(2027, 3, 28, 1, 0, tzinfo=UTC)),
        (datetime(2027, 11, 4, 17, 30, tzinfo=UTC), datetime(2027, 10, 31, 1, 0, tzinfo=UTC)),
        (datetime(2027, 1, 14, 17, 30, tzinfo=UTC), None),
        (datetime(2027, 4, 5, 17, 30, tzinfo=UTC), None),
    ],
)
def test_a_change_of_time_within_a_week_is_known(moment: datetime, change: datetime | None) -> None:
    assert change_near(moment, PARIS) == change


def test_zones_without_summer_time_have_no_change() -> None:
    for name in ("America/Martinique", "Pacific/Noumea"):
        assert change_near(datetime(2027, 3, 28, tzinfo=UTC), ZoneInfo(name)) is None
