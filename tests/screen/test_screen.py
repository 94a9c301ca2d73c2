"""What is shown: neutral text, tidy input, sentences, charts."""

from __future__ import annotations

import struct
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.screen.charts import Bars, Chart, Duels, Profiles, paint
from bot.screen.i18n import Catalogue, Speaker, as_language
from bot.screen.neutral import clip, neutral, prose
from bot.screen.ui import Layout
from bot.text.tidy import same_words, tidy, tidy_lines

PARIS = ZoneInfo("Europe/Paris")


@given(st.text())
def test_no_text_pings_or_begins_a_mention(text: str) -> None:
    shown = neutral(text, 10_000)
    assert "@everyone" not in shown
    assert "<@" not in shown
    assert "<#" not in shown


@given(st.text(alphabet="*_[]()<>@`|\\a# \n"), st.integers(2, 30))
def test_a_clip_is_within_its_limit_and_cuts_no_escape(text: str, limit: int) -> None:
    shown = neutral(text, limit)
    assert len(shown) <= limit
    body = shown.removesuffix("…")
    assert (len(body) - len(body.rstrip("\\"))) % 2 == 0


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("https://a.fr/une_page_là", "https://a.fr/une_page_là"),
        ("https://a.fr/[x](http://b.fr)", "https://a.fr/\\[x\\](http://b.fr)"),
        ("- liste", "\\- liste"),
        ("co-construction", "co-construction"),
        ("professionnel·le·s", "professionnel·le·s"),
    ],
)
def test_addresses_and_french_stay_readable(typed: str, shown: str) -> None:
    assert neutral(typed, 200) == shown


def test_tidy_folds_what_nobody_meant() -> None:
    assert tidy("  e\u0301té\r\n\x00 fin ") == "été\nfin"
    assert tidy("a" + "\u0316" * 50) == "a\u0316\u0316"
    assert tidy_lines("un \n\n  deux   mots\n") == ["un", "deux mots"]
    assert same_words("ÉTÉ  \ufb01n") == same_words("été fin")


@given(st.text())
def test_tidying_twice_changes_nothing_more(text: str) -> None:
    assert tidy(tidy(text)) == tidy(text)


def test_clip_marks_what_it_cut() -> None:
    assert clip("abcdef", 4) == "abc…"
    assert clip("abc", 4) == "abc"


@pytest.fixture
def french(catalogue: Catalogue) -> Speaker:
    return catalogue.speaker("fr", PARIS)


def test_figures_and_dates_are_french(french: Speaker) -> None:
    assert french.percent(1, 3).replace("\u202f", "\u00a0") == "33\u00a0%"
    assert french.percent(0, 0).startswith("0")
    assert french.day(datetime(2026, 12, 31, 23, 30, tzinfo=UTC)) == "1er janvier 2027"


def test_plurals_follow_each_language(catalogue: Catalogue, french: Speaker) -> None:
    english = catalogue.speaker("en", PARIS)
    assert english("polls-votes", votes=0, share="0%") == "0 votes (0%)"
    assert english("polls-votes", votes=1, share="1%") == "1 vote (1%)"
    assert french("polls-summary", count=1) == "Vous avez choisi\u00a0:"


def test_a_missing_message_or_variable_is_an_error_of_ours(french: Speaker) -> None:
    with pytest.raises(KeyError):
        french("no-such-message")
    with pytest.raises(ValueError, match="share"):
        french("polls-votes", votes=1)


@pytest.mark.parametrize(("code", "language"), [("fr", "fr"), ("en-GB", "en"), ("de", "fr"), ("", "fr")])
def test_discord_s_locales_become_ours(code: str, language: str) -> None:
    assert as_language(code) == language


async def test_a_card_that_would_not_fit_is_refused_before_discord_does() -> None:
    with pytest.raises(ValueError, match="does not fit"):
        Layout("x" * 4001)


LABELS = ("$x$ et $y$", "مرحبا 😀", "x" * 80)


@pytest.mark.parametrize(
    "chart",
    [
        Bars("Question $a$ ?", LABELS, (3.0, 0.0, 1.0), ("3", "0", "1"), "pied"),
        Profiles("Question ?", LABELS, ("Bien", "$b$", "Mal"), ((1, 2, 3), (0, 0, 6), (0, 0, 0)), LABELS, "pied"),
        Duels("Question ?", LABELS, ((0, 1, 2), (3, 0, 1), (0, 1, 0)), "pied"),
    ],
)
async def test_a_chart_is_a_picture_whatever_the_labels(chart: Chart) -> None:
    picture = await paint(chart)
    assert picture.startswith(b"\x89PNG")
    assert struct.unpack(">I", picture[16:20])[0] == 1600


def test_prose_lets_no_masked_link_through_a_backslash() -> None:
    for typed in (
        "[charte](https://evil.example)",
        "\\[charte\\](https://evil.example)",
        "\\\\[charte](https://e.example)",
    ):
        shown = prose(typed, 200)
        before = shown[: shown.index("[")]
        assert (len(before) - len(before.rstrip("\\"))) % 2 == 1  # the bracket itself is escaped
