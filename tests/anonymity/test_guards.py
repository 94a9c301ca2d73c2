"""The last nets around anonymity: the log filter, what is held before confirming, thresholds, file systems."""

from __future__ import annotations

import logging
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from bot.anonymity.ballot_box import Tally
from bot.anonymity.box_format import Terms
from bot.anonymity.disclosure import ElectorateTooSmall, TooFewAnswers, publishable, require_electorate, terms_for
from bot.anonymity.filesystem import warn_about
from bot.anonymity.held import HeldAnswers, NothingHeld
from bot.anonymity.log_filter import WITHHELD, AnonymityFilter
from bot.clock import Clock
from bot.logs import OneLine
from bot.schedule.scheduler import HandTurnedScheduler

SNOWFLAKE = 123456789012345678


def logged(message: str, *args: object, error: Exception | None = None) -> str:
    info = (type(error), error, None) if error else None
    record = logging.LogRecord("bot.test", logging.INFO, "f", 1, message, args, info)
    AnonymityFilter().filter(record)
    return OneLine("%(message)s").format(record)


@pytest.mark.parametrize("word", ["poll", "Ballot", "survey", "vote", "sondage", "enquête", "bulletin"])
def test_a_record_that_joins_a_person_and_a_vote_is_withheld(word: str) -> None:
    assert logged("%s by %d", word, SNOWFLAKE) == WITHHELD


def test_an_exception_s_words_count_too() -> None:
    assert logged("poll 3 failed", error=ValueError(f"user {SNOWFLAKE}")) == WITHHELD


def test_other_records_pass_whole() -> None:
    assert logged("poll %d is open", 12) == "poll 12 is open"
    assert logged("member %d joined", SNOWFLAKE) == f"member {SNOWFLAKE} joined"


def test_an_event_is_one_line() -> None:
    assert "\n" not in logged("it failed", error=ValueError("two\nlines"))


@pytest.fixture
def now() -> list[datetime]:
    return [datetime(2026, 1, 1, tzinfo=UTC)]


@pytest.fixture
def scheduler(now: list[datetime]) -> HandTurnedScheduler:
    scheduler = HandTurnedScheduler(Clock(lambda: now[0]))
    scheduler.start()
    return scheduler


@pytest.fixture
def held(now: list[datetime], scheduler: HandTurnedScheduler) -> HeldAnswers[str]:
    return HeldAnswers("tests", Clock(lambda: now[0]), scheduler)


def test_what_is_held_belongs_to_one_person(held: HeldAnswers[str]) -> None:
    ticket = held.hold(1, 7, "oui")
    assert held.get(ticket, 1) == "oui"
    with pytest.raises(NothingHeld):
        held.get(ticket, 2)


def test_a_new_choice_replaces_the_one_before(held: HeldAnswers[str]) -> None:
    first = held.hold(1, 7, "oui")
    held.hold(1, 7, "non")
    with pytest.raises(NothingHeld):
        held.get(first, 1)


def test_nothing_is_held_for_more_than_an_hour(held: HeldAnswers[str], now: list[datetime]) -> None:
    ticket = held.hold(1, 7, "oui")
    now[0] += timedelta(hours=1)
    with pytest.raises(NothingHeld):
        held.get(ticket, 1)


async def test_what_expired_leaves_the_memory_by_itself(
    held: HeldAnswers[str], now: list[datetime], scheduler: HandTurnedScheduler
) -> None:
    held.hold(1, 7, "oui")
    held.hold(2, 7, "non")
    now[0] += timedelta(hours=1)
    await scheduler.turn()
    assert scheduler.next_due() is None


def test_two_polls_are_held_apart(held: HeldAnswers[str]) -> None:
    one, other = held.hold(1, 7, "oui"), held.hold(1, 8, "non")
    assert (held.get(one, 1), held.get(other, 1)) == ("oui", "non")
    held.forget(7)
    assert held.get(other, 1) == "non"


def test_a_ticket_says_nothing_of_the_answer(held: HeldAnswers[str]) -> None:
    assert held.hold(1, 7, "oui") != held.hold(1, 7, "oui")


def test_thresholds_never_fall_under_their_floors() -> None:
    assert terms_for(Terms(1, 1), role=False) == Terms(5, 5)
    assert terms_for(Terms(1, 1), role=True) == Terms(10, 5)
    assert terms_for(Terms(30, 12), role=True) == Terms(30, 12)


def test_an_electorate_under_the_threshold_is_refused() -> None:
    require_electorate(5, Terms(5, 5))
    with pytest.raises(ElectorateTooSmall):
        require_electorate(4, Terms(5, 5))


@pytest.mark.parametrize("turnout", [0, 4])
def test_too_few_answers_are_not_published(turnout: int) -> None:
    with pytest.raises(TooFewAnswers):
        publishable(Tally(Terms(5, 1), 40, turnout, ()), [])


@pytest.mark.parametrize("turnout", [5, 40])
def test_enough_answers_are_published_as_they_are(turnout: int) -> None:
    assert publishable(Tally(Terms(5, 1), 40, turnout, (turnout,)), []).counts == (turnout,)


@pytest.mark.parametrize(
    ("line", "warned"),
    [
        ("36 1 8:1 / / rw - ext4 /dev/sda1 rw,errors=remount-ro", False),
        ("36 1 8:1 / / rw - ext4 /dev/sda1 rw,data=journal", True),
        ("36 1 0:31 / / rw - btrfs /dev/sda1 rw", True),
        ("36 1 0:31 / / rw - overlay overlay rw", True),
        ("rubbish", False),
    ],
)
def test_file_systems_that_keep_earlier_states_are_named(tmp_path: Path, line: str, warned: bool) -> None:  # noqa: FBT001 - a table
    table = tmp_path / "mountinfo"
    table.write_text(line + "\n")
    assert (warn_about(tmp_path, table) is not None) is warned
