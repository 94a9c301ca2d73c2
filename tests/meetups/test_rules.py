"""The waiting list and the late rules, as pure rules."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cogs.meetups.models import Answer, Preferences, Rsvp, count, must_wait, promoted, still_useful
from cogs.meetups.service.due import batches

START = datetime(2026, 12, 3, 17, 30, tzinfo=UTC)


def yes(number: int, *, waiting: bool = False) -> Rsvp:
    return Rsvp(number, 1, number, Answer.YES, waiting=waiting)


@given(capacity=st.integers(1, 6), acts=st.lists(st.tuples(st.integers(1, 9), st.booleans()), max_size=40))
def test_whoever_comes_and_goes_no_place_is_empty_while_somebody_waits(
    capacity: int, acts: list[tuple[int, bool]]
) -> None:
    held: list[Rsvp] = []
    for number, (user_id, comes) in enumerate(acts, start=1):
        held = [rsvp for rsvp in held if rsvp.user_id != user_id]
        if comes:
            held.append(Rsvp(number, 1, user_id, Answer.YES, waiting=must_wait(held, capacity)))
        seated = {rsvp.rsvp_id for rsvp in promoted(held, capacity)}
        held = [Rsvp(r.rsvp_id, 1, r.user_id, r.answer, waiting=r.waiting and r.rsvp_id not in seated) for r in held]
        counts = count(held)
        assert counts.yes <= capacity
        assert counts.waiting == 0 or counts.yes == capacity
        waiting = [rsvp.rsvp_id for rsvp in held if rsvp.waiting]
        assert all(first > rsvp.rsvp_id for first in waiting for rsvp in held if not rsvp.waiting)


@pytest.mark.parametrize(
    ("lead", "left", "goes"),
    [
        (1440, timedelta(hours=24), True),
        (1440, timedelta(hours=2), True),
        (1440, timedelta(hours=1, minutes=59), False),
        (10_080, timedelta(hours=3), True),
        (15, timedelta(minutes=1), True),
        (15, timedelta(0), False),
        (60, timedelta(minutes=-1), False),
    ],
)
def test_a_late_reminder_goes_while_it_is_of_use(lead: int, left: timedelta, *, goes: bool) -> None:
    assert still_useful(lead, START, START - left) is goes


def test_ninety_people_are_mentioned_at_a_time_and_each_once() -> None:
    wanting = [(yes(number), Preferences(number, mentioned=number % 2 == 0)) for number in range(1, 401)]
    found = batches(wanting)
    assert len(found) == 3
    mentioned = [
        rsvp.rsvp_id
        for first, last in found
        for rsvp, held in wanting
        if held.mentioned and first <= rsvp.rsvp_id <= last
    ]
    assert mentioned == list(range(2, 401, 2))


def test_without_anybody_to_mention_there_is_still_one_message() -> None:
    assert batches([(yes(1), Preferences(1))]) == [(0, 0)]
