"""Dates in words: what is understood, what is refused, and nothing in between."""

from __future__ import annotations

import time
from datetime import UTC, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.errors import UserError
from bot.schedule.when import (
    MAX_AHEAD,
    PastWhen,
    SkippedHour,
    TooFarWhen,
    UnclearWhen,
    describe_when,
    iso_local,
    parse_when,
    suggest_whens,
)

PARIS = ZoneInfo("Europe/Paris")
REFUSALS = (UnclearWhen, PastWhen, TooFarWhen, SkippedHour)
REFUSAL_NAMES = {refusal.__name__: refusal for refusal in REFUSALS}
_LINES = (Path(__file__).parent / "whens.txt").read_text(encoding="utf-8").splitlines()
EXPRESSIONS = [
    (text, expected)
    for text, _, expected in (line.rpartition(" | ") for line in _LINES if not line.startswith("#"))
    if text
]
UNDERSTOOD = [(text, expected) for text, expected in EXPRESSIONS if expected not in REFUSAL_NAMES]
REFUSED = [(text, REFUSAL_NAMES[expected]) for text, expected in EXPRESSIONS if expected in REFUSAL_NAMES]


def local(text: str, zone: ZoneInfo = PARIS) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=zone).astimezone(UTC)


TUESDAY = local("2026-11-24 10:00")


def read(text: str, *, typed: str = "2026-11-24 10:00", zone: ZoneInfo = PARIS) -> str:
    moment = parse_when(text, now=local(typed, zone), zone=zone)
    assert moment.tzinfo is UTC
    return f"{moment.astimezone(zone):%Y-%m-%d %H:%M}"


def test_the_table_holds_both_what_is_understood_and_what_is_refused() -> None:
    assert len(UNDERSTOOD) >= 100
    assert len(REFUSED) >= 60
    assert len({text for text, _ in EXPRESSIONS}) == len(EXPRESSIONS)


@pytest.mark.parametrize(("text", "expected"), UNDERSTOOD)
def test_an_expression_means_one_moment(text: str, expected: str) -> None:
    assert read(text) == expected


@pytest.mark.parametrize(("text", "refusal"), REFUSED)
def test_an_expression_is_refused_for_its_own_reason(text: str, refusal: type[UserError]) -> None:
    with pytest.raises(UserError) as raised:
        read(text)
    assert type(raised.value) is refusal


@pytest.mark.parametrize(
    "text",
    [
        "demain\u00a0à\u00a018\u202fh\u202f30",
        "  demain   18h30 ",
        "DEMAIN À 18H30",
        "demain a\u0300 18h30",
        "demain\tà 18:30\n",
    ],
)
def test_spaces_capitals_and_ways_to_write_an_accent_do_not_matter(text: str) -> None:
    assert read(text) == "2026-11-25 18:30"


def test_a_typographic_apostrophe_is_an_apostrophe() -> None:
    assert read("aujourd\u2019hui 20h") == read("aujourd'hui 20h")


@pytest.mark.parametrize(
    "text", ["", "   ", "\u202edemain", "demain\u200b", "\x00", "x" * 4000, "demain " * 15, "." * 100]
)
def test_what_holds_no_words_or_too_many_is_unclear(text: str) -> None:
    with pytest.raises(UnclearWhen) as raised:
        read(text)
    assert raised.value.key == "when-unclear"
    assert len(str(raised.value.params["text"])) <= 100


@pytest.mark.parametrize("text", ["1" * 100, "a " * 50, "1 " * 50, "18h " * 25, "1j" * 50, "le " * 33, " . ! ? " * 14])
def test_no_text_takes_long_to_refuse(text: str) -> None:
    with pytest.raises(UserError):
        read("amorce")
    start = time.perf_counter()
    with pytest.raises(UserError):
        read(text)
    assert time.perf_counter() - start < 0.25


def test_refusals_carry_what_their_message_needs() -> None:
    with pytest.raises(PastWhen) as past:
        read("hier")
    assert (past.value.key, past.value.params) == ("when-past", {"text": "hier"})
    with pytest.raises(TooFarWhen) as too_far:
        read("91 jours")
    assert (too_far.value.key, too_far.value.params) == ("when-too-far", {"text": "91 jours", "days": 90})
    with pytest.raises(SkippedHour) as skipped:
        read("demain 2h30", typed="2027-03-27 12:00")
    assert skipped.value.key == "when-skipped-hour"
    assert skipped.value.params == {"text": "demain 2h30", "hour": "02:30"}


def test_a_length_of_time_rounds_up_to_the_next_minute() -> None:
    now = TUESDAY + timedelta(seconds=20)
    assert parse_when("2h", now=now, zone=PARIS) == TUESDAY + timedelta(hours=2, minutes=1)


def test_ninety_days_stay_possible_at_any_second() -> None:
    now = TUESDAY + timedelta(seconds=20)
    assert parse_when("90 jours", now=now, zone=PARIS) == TUESDAY + timedelta(days=90)


def test_a_weekday_whose_hour_has_passed_is_next_weeks() -> None:
    assert read("vendredi", typed="2026-11-27 17:59") == "2026-11-27 18:00"
    assert read("vendredi", typed="2026-11-27 18:00") == "2026-12-04 18:00"
    assert read("vendredi prochain", typed="2026-11-27 09:00") == "2026-12-04 18:00"
    assert read("vendredi en huit", typed="2026-11-27 09:00") == "2026-12-11 18:00"


def test_a_date_without_a_year_crosses_the_new_year() -> None:
    assert read("2 janvier", typed="2026-12-31 23:00") == "2027-01-02 18:00"
    assert read("fin janvier", typed="2026-12-31 23:00") == "2027-01-31 18:00"
    assert read("29 février", typed="2028-01-15 10:00") == "2028-02-29 18:00"


def test_the_end_of_the_month_is_over_once_its_hour_has_passed() -> None:
    with pytest.raises(PastWhen):
        read("fin du mois", typed="2026-11-30 20:00")


class TestTheNightsTheClocksChange:
    """In Paris 02:00 to 03:00 does not exist on 2027-03-28, and comes twice on 2027-10-31."""

    @pytest.mark.parametrize("text", ["demain 2h30", "28/03/2027 02:30", "dimanche à 2h30", "tomorrow 2:30 am"])
    def test_an_hour_that_does_not_exist_is_refused(self, text: str) -> None:
        with pytest.raises(SkippedHour):
            read(text, typed="2027-03-27 12:00")

    def test_the_hours_around_it_exist(self) -> None:
        assert read("demain 1h59", typed="2027-03-27 12:00") == "2027-03-28 01:59"
        assert read("demain à 3h", typed="2027-03-27 12:00") == "2027-03-28 03:00"

    def test_tomorrow_is_the_next_date_even_a_minute_before_midnight(self) -> None:
        assert read("tomorrow", typed="2027-03-27 23:59") == "2027-03-28 18:00"
        assert read("tomorrow", typed="2027-10-30 23:59") == "2027-10-31 18:00"

    def test_days_keep_the_hour_of_the_clock_on_the_wall(self) -> None:
        assert read("1j", typed="2027-03-27 12:00") == "2027-03-28 12:00"
        assert read("24h", typed="2027-03-27 12:00") == "2027-03-28 13:00"
        assert read("1 semaine", typed="2027-10-27 12:00") == "2027-11-03 12:00"

    def test_a_length_of_days_that_ends_in_the_gap_ends_after_it(self) -> None:
        assert read("1j", typed="2027-03-27 02:30") == "2027-03-28 03:30"

    def test_ninety_days_stay_possible_across_the_hour_gained(self) -> None:
        now = local("2027-10-01 12:00")
        assert parse_when("90 jours", now=now, zone=PARIS) == now + MAX_AHEAD

    def test_an_hour_that_comes_twice_is_the_first(self) -> None:
        moment = parse_when("demain 2h30", now=local("2027-10-30 12:00"), zone=PARIS)
        assert moment == datetime(2027, 10, 31, 0, 30, tzinfo=UTC)

    def test_the_second_of_two_equal_hours_is_written_with_its_offset(self) -> None:
        second = datetime(2027, 10, 31, 1, 30, tzinfo=UTC)
        written = iso_local(second, PARIS)
        assert written == "2027-10-31 02:30+01:00"
        assert parse_when(written, now=local("2027-10-30 12:00"), zone=PARIS) == second


class TestOtherZones:
    martinique = ZoneInfo("America/Martinique")
    noumea = ZoneInfo("Pacific/Noumea")

    def test_tomorrow_is_the_communitys(self) -> None:
        now = datetime(2026, 11, 24, 22, 0, tzinfo=UTC)
        assert parse_when("demain 18h", now=now, zone=self.martinique) == datetime(2026, 11, 25, 22, 0, tzinfo=UTC)
        assert parse_when("demain 18h", now=now, zone=self.noumea) == datetime(2026, 11, 26, 7, 0, tzinfo=UTC)

    def test_they_have_no_hour_to_skip(self) -> None:
        assert read("demain 2h30", typed="2027-03-27 12:00", zone=self.martinique) == "2027-03-28 02:30"

    @pytest.mark.parametrize("text", ["31/12/9999 minuit", "9999-12-31T23:59-04:00"])
    def test_the_last_day_there_is_is_too_far(self, text: str) -> None:
        with pytest.raises((TooFarWhen, UnclearWhen)):
            read(text, zone=self.martinique)

    def test_the_first_day_there_is_has_passed(self) -> None:
        with pytest.raises(PastWhen):
            read("0001-01-01 00:00", zone=self.noumea)


@pytest.mark.parametrize(
    ("moment", "language", "sentence"),
    [
        ("2026-11-27 18:00", "fr", "vendredi 27 novembre 2026 à 18:00, dans 3 jours"),
        ("2026-11-27 18:00", "en", "Friday 27 November 2026 at 18:00, in 3 days"),
        ("2026-11-27 08:00", "fr", "vendredi 27 novembre 2026 à 08:00, dans 3 jours"),
        ("2026-12-01 18:00", "fr", "mardi 1er décembre 2026 à 18:00, dans 7 jours"),
        ("2026-12-01 18:00", "en", "Tuesday 1 December 2026 at 18:00, in 7 days"),
        ("2026-12-11 09:05", "fr", "vendredi 11 décembre 2026 à 09:05, dans 17 jours"),
        ("2026-11-25 00:00", "fr", "mercredi 25 novembre 2026 à 00:00, demain"),
        ("2026-11-25 23:59", "en", "Wednesday 25 November 2026 at 23:59, tomorrow"),
        ("2026-11-24 12:00", "fr", "mardi 24 novembre 2026 à 12:00, aujourd'hui, dans 2 heures"),
        ("2026-11-24 11:30", "fr", "mardi 24 novembre 2026 à 11:30, aujourd'hui, dans 1 heure et 30 minutes"),
        ("2026-11-24 11:30", "en", "Tuesday 24 November 2026 at 11:30, today, in 1 hour and 30 minutes"),
        ("2026-11-24 10:59", "en", "Tuesday 24 November 2026 at 10:59, today, in 59 minutes"),
        ("2026-11-24 09:00", "fr", "mardi 24 novembre 2026 à 09:00, aujourd'hui"),
        ("2026-11-21 18:00", "fr", "samedi 21 novembre 2026 à 18:00, il y a 3 jours"),
        ("2027-02-22 10:00", "en", "Monday 22 February 2027 at 10:00, in 90 days"),
    ],
)
def test_what_was_understood_is_said_back(moment: str, language: str, sentence: str) -> None:
    assert describe_when(local(moment), now=TUESDAY, zone=PARIS, language=language) == sentence


def test_days_are_counted_on_the_calendar_of_the_zone() -> None:
    said = describe_when(local("2027-03-29 00:30"), now=local("2027-03-27 23:59"), zone=PARIS, language="fr")
    assert said.endswith("dans 2 jours")


class TestSuggestions:
    def test_an_empty_field_offers_a_few_usual_moments(self) -> None:
        offered = suggest_whens("", now=TUESDAY, zone=PARIS, language="fr")
        assert [iso_local(moment, PARIS) for moment in offered] == [
            "2026-11-25 18:00",
            "2026-11-27 18:00",
            "2026-12-01 18:00",
            "2026-12-08 18:00",
            "2026-12-24 18:00",
        ]

    @pytest.mark.parametrize("text", ["mañana", "hier", "x" * 4000, "91 jours"])
    def test_so_does_what_is_refused(self, text: str) -> None:
        usual = suggest_whens("", now=TUESDAY, zone=PARIS, language="en")
        assert suggest_whens(text, now=TUESDAY, zone=PARIS, language="en") == usual

    def test_what_is_understood_is_offered_alone(self) -> None:
        assert suggest_whens("vendredi 20h", now=TUESDAY, zone=PARIS, language="fr") == [local("2026-11-27 20:00")]

    def test_the_beginning_of_a_word_offers_its_moments_in_that_language(self) -> None:
        assert suggest_whens("vendr", now=TUESDAY, zone=PARIS, language="fr") == [local("2026-11-27 18:00")]
        assert local("2026-11-25 18:00") in suggest_whens("tom", now=TUESDAY, zone=PARIS, language="en")

    def test_a_number_offers_hours_days_and_weeks(self) -> None:
        offered = suggest_whens("3", now=TUESDAY, zone=PARIS, language="fr")
        assert [iso_local(moment, PARIS) for moment in offered] == [
            "2026-11-24 13:00",
            "2026-11-27 10:00",
            "2026-12-15 10:00",
        ]

    @pytest.mark.parametrize("text", ["", "ven", "demain", "2h", "3", "minuit", "90 jours"])
    @pytest.mark.parametrize("typed", ["2026-11-24 10:00", "2027-03-27 23:59", "2027-10-31 00:30"])
    @pytest.mark.parametrize("language", ["fr", "en"])
    def test_every_suggestion_is_read_back_as_itself(self, text: str, typed: str, language: str) -> None:
        now = local(typed)
        offered = suggest_whens(text, now=now, zone=PARIS, language=language)
        assert offered
        for moment in offered:
            assert parse_when(iso_local(moment, PARIS), now=now, zone=PARIS) == moment


WORDS = sorted({word for text, _ in EXPRESSIONS for word in text.split()})
PHRASES = st.lists(st.sampled_from(WORDS), max_size=5).map(" ".join)
NOWS = st.datetimes(datetime(2026, 1, 1), datetime(2029, 1, 1), timezones=st.just(UTC))  # noqa: DTZ001 - hypothesis adds the zone
ZONES = st.sampled_from([PARIS, TestOtherZones.martinique, TestOtherZones.noumea, ZoneInfo("Australia/Lord_Howe")])


@settings(max_examples=600, deadline=None)
@given(text=st.one_of(PHRASES, st.text(max_size=120)), now=NOWS, zone=ZONES)
def test_any_text_is_a_moment_within_ninety_days_or_one_of_four_refusals(
    text: str, now: datetime, zone: ZoneInfo
) -> None:
    try:
        moment = parse_when(text, now=now, zone=zone)
    except REFUSALS:
        return
    assert now < moment <= now + MAX_AHEAD
    assert (moment.second, moment.microsecond) == (0, 0)
    assert parse_when(iso_local(moment, zone), now=now, zone=zone) == moment
    assert describe_when(moment, now=now, zone=zone, language="fr")
