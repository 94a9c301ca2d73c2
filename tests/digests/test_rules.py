"""Rules of digests: when they come out, how they are cut into messages."""

# ruff: noqa: DTZ001 - what a clock on the wall says has no offset

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cogs.digests.models import Cadence, Chunk, Item, Letter, Room, Schedule, Section, split

PARIS = ZoneInfo("Europe/Paris")


def local_hours(schedule: Schedule, start: datetime, count: int) -> list[str]:
    moments: list[str] = []
    for _ in range(count):
        start = schedule.next_after(start)
        moments.append(f"{start.astimezone(PARIS):%Y-%m-%d %H:%M}")
    return moments


def test_a_weekly_digest_keeps_its_hour_over_the_change_of_season() -> None:
    schedule = Schedule(Cadence.WEEKLY, datetime(2026, 10, 20, 9), "Europe/Paris")
    start = datetime(2026, 10, 20, 7, tzinfo=UTC)
    assert local_hours(schedule, start, 2) == ["2026-10-27 09:00", "2026-11-03 09:00"]
    assert schedule.occurrence(1) - schedule.occurrence(0) == timedelta(days=7, hours=1)


def test_an_hour_that_the_night_skips_comes_after_the_gap_and_one_it_repeats_once() -> None:
    spring = Schedule(Cadence.WEEKLY, datetime(2027, 3, 21, 2, 30), "Europe/Paris")
    assert local_hours(spring, datetime(2027, 3, 22, tzinfo=UTC), 2) == ["2027-03-28 03:30", "2027-04-04 02:30"]
    autumn = Schedule(Cadence.WEEKLY, datetime(2026, 10, 18, 2, 30), "Europe/Paris")
    assert local_hours(autumn, datetime(2026, 10, 19, tzinfo=UTC), 2) == ["2026-10-25 02:30", "2026-11-01 02:30"]


def test_a_monthly_digest_of_the_31st_or_the_29th_of_february_skips_no_month() -> None:
    last = Schedule(Cadence.MONTHLY, datetime(2026, 12, 31, 9), "Europe/Paris")
    assert local_hours(last, datetime(2027, 1, 1, tzinfo=UTC), 3) == [
        "2027-01-31 09:00",
        "2027-02-28 09:00",
        "2027-03-31 09:00",
    ]
    leap = Schedule(Cadence.MONTHLY, datetime(2028, 2, 29, 9), "Europe/Paris")
    assert leap.occurrence(12).astimezone(PARIS).date().isoformat() == "2029-02-28"


@given(
    cadence=st.sampled_from(Cadence),
    first=st.datetimes(datetime(2026, 1, 1), datetime(2030, 1, 1)),
    moment=st.datetimes(datetime(2026, 1, 1), datetime(2034, 1, 1), timezones=st.just(UTC)),
)
def test_the_next_one_is_the_earliest_that_is_later(cadence: Cadence, first: datetime, moment: datetime) -> None:
    schedule = Schedule(cadence, first, "Europe/Paris")
    found = schedule.next_after(moment)
    later = [occurrence for number in range(500) if (occurrence := schedule.occurrence(number)) > moment]
    assert found == min(later)


TEXT = st.text(st.characters(codec="utf-8", exclude_characters="\n"), min_size=1, max_size=90)
SECTIONS = st.lists(st.builds(Chunk, TEXT, st.lists(TEXT, min_size=1, max_size=12).map(tuple)), max_size=8)


@given(sections=SECTIONS, first=st.integers(0, 400), most=st.integers(1, 5))
def test_parts_are_within_the_limits_and_hold_every_item_whole_once_and_in_order(
    sections: list[Chunk], first: int, most: int
) -> None:
    room = Room(first, 200, most)
    parts = split(sections, room, again=" (suite)")
    assert [item for part in parts for chunk in part for item in chunk.items] == [
        item for section in sections for item in section.items
    ]
    for number, part in enumerate(parts):
        assert sum(len(chunk.text) for chunk in part) <= (room.rest if number else room.first)
        assert len(part) <= most
        assert all(chunk.items for chunk in part)
    headings = [chunk.heading.removesuffix(" (suite)") for part in parts for chunk in part]
    assert [heading for heading in headings if heading] == headings
    assert {section.heading for section in sections} == set(headings) or any(
        section.heading.endswith(" (suite)") for section in sections
    )


def test_what_would_fit_no_message_is_refused() -> None:
    with pytest.raises(ValueError, match="longer than a message"):
        split([Chunk("Titre", ("x" * 300,))], Room(200, 200, 5), again="")


def test_a_letter_comes_back_whole_from_its_snapshot_and_withdraws_what_is_gone() -> None:
    at = datetime(2026, 11, 24, 9, tzinfo=UTC)
    items = tuple(Item(f"library:{n}", "library", f"Titre {n}", "", "", "", True, False, at) for n in range(3))
    letter = Letter("Hebdo", at, "Bonjour", "fr", (Section("library", items),))
    assert Letter.from_json(letter.to_json()) == letter
    left = letter.without(frozenset({"library:1"}))
    assert [item.ref for item in left.items] == ["library:0", "library:2"]
    assert left.withdrawn == (("library:1", "Titre 1"),)
    assert Letter.from_json(left.to_json()) == left
    assert left.forgetting({"library:1"}).withdrawn == ()  # its author left, and took it along
    assert letter.without(frozenset(item.ref for item in items)).sections == ()
