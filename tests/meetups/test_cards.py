"""Cards fit a message, however many people answer."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from bot.client import load_catalogue
from bot.screen.i18n import LANGUAGES, Language
from cogs.meetups import cards
from cogs.meetups.models import Answer, DatePoll, DatePollStatus, Occurrence, Rsvp, Slot, Texts

NOW = datetime(2026, 12, 1, 18, tzinfo=UTC)
MANY, LONGEST_TITLE = 200, "*" * 100
PERSON = 1_000_000_000_000_000_000


@pytest.mark.parametrize("language", LANGUAGES)
def test_who_comes_fits_whatever_the_number(language: Language) -> None:
    t = load_catalogue().speaker(language, ZoneInfo("Europe/Paris"))
    occurrence = Occurrence(1, 1, NOW, NOW, NOW + timedelta(hours=2), Texts(LONGEST_TITLE, "", ""))
    rsvps = [
        Rsvp(number, 1, PERSON + number, answer, waiting)
        for number, (answer, waiting) in enumerate(
            [(Answer.YES, False)] * MANY + [(Answer.YES, True)] * MANY + [(Answer.MAYBE, False)] * MANY
        )
    ]
    assert cards.who_card(occurrence, rsvps, frozenset(), t).content_length() <= 4000


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_date_that_everybody_answers_fits(language: Language) -> None:
    t = load_catalogue().speaker(language, ZoneInfo("Europe/Paris"))
    poll = DatePoll(1, 1, 1, LONGEST_TITLE, 90, DatePollStatus.OPEN, NOW)
    answers = tuple(
        (PERSON + number, answer) for number, answer in enumerate([Answer.YES] * MANY + [Answer.MAYBE] * MANY)
    )
    slots = [Slot(number, 1, NOW + timedelta(days=number), answers) for number in range(10)]
    hours = ["mercredi 16 septembre 2026 à 18 h 30"] * 10
    for card in (
        cards.dates_card(poll, slots, t),
        cards.dates_preview_card(poll, slots, t),
        cards.best_card(poll, slots, t, hours=hours),
    ):
        assert card.content_length() <= 4000
