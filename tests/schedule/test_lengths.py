"""How long it lasts, in free words."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from bot.schedule.when import EndsBeforeItStarts, TooFarWhen, UnclearLength, parse_length, parse_when

PARIS = ZoneInfo("Europe/Paris")
START = datetime(2027, 1, 14, 17, 30, tzinfo=UTC)  # 18:30 in Paris


@pytest.mark.parametrize(
    ("text", "minutes"),
    [
        ("1h30", 90),
        ("90 min", 90),
        ("2h", 120),
        ("2 heures", 120),
        ("une heure", 60),
        ("1 jour", 1440),
        ("8h", 480),
        ("jusqu’à 20h30", 120),
        ("jusqu'à minuit", 330),
        ("until 8pm", 90),
        ("une demi-heure", 30),
    ],
)
def test_lengths_are_understood(text: str, minutes: int) -> None:
    assert parse_length(text, start=START, zone=PARIS) == timedelta(minutes=minutes)


@pytest.mark.parametrize("text", ["", "longtemps", "3 mois", "0 min", "-1h", "30 jours", "2² h", "jusqu’à demain"])
def test_what_is_no_length_is_refused(text: str) -> None:
    with pytest.raises(UnclearLength):
        parse_length(text, start=START, zone=PARIS)


def test_an_end_before_the_start_is_refused() -> None:
    with pytest.raises(EndsBeforeItStarts):
        parse_length("jusqu’à 17h", start=START, zone=PARIS)


def test_a_date_may_be_allowed_farther_than_usual() -> None:
    now = datetime(2026, 11, 24, 9, tzinfo=UTC)
    year = timedelta(days=366)
    assert parse_when("15/9/2027 18h30", now=now, zone=PARIS, most=year) == datetime(2027, 9, 15, 16, 30, tzinfo=UTC)
    with pytest.raises(TooFarWhen) as refused:
        parse_when("15/9/2028 18h30", now=now, zone=PARIS, most=year)
    assert refused.value.params["days"] == 366
