"""The questionnaires that come with the bot: complete, short enough for a phone, and written as French wants it."""

from __future__ import annotations

import re

import pytest

from bot.client import ROOT
from cogs.surveys.models import (
    EXAMPLE,
    SHIPPED,
    Kind,
    Layout,
    Questionnaire,
    pages,
    read_questionnaire,
    series_key,
    shipped_text,
)

FILES = (*SHIPPED, EXAMPLE)


def read(key: str) -> Questionnaire:
    return read_questionnaire(shipped_text(key))


def french(questionnaire: Questionnaire) -> list[str]:
    texts = [questionnaire.title, questionnaire.introduction]
    for question in questionnaire.questions:
        texts += [
            question.text,
            *([question.help] if question.help else []),
            *(option.text for option in question.options),
        ]
    return [text.in_language("fr") for text in texts]


def test_every_file_of_the_folder_is_one_of_them() -> None:
    folder = ROOT / "cogs/surveys/locales/questionnaires"
    assert {path.stem for path in folder.iterdir()} == set(FILES)


def test_no_other_file_can_be_asked_for() -> None:
    with pytest.raises(KeyError):
        shipped_text("../fr")


@pytest.mark.parametrize("key", FILES)
def test_each_is_read_in_french_and_english(key: str) -> None:
    questionnaire = read(key)
    assert questionnaire.languages == ("fr", "en")
    assert key in {questionnaire.key, EXAMPLE}


@pytest.mark.parametrize("key", FILES)
def test_each_wording_fits_a_label_so_that_pages_are_few(key: str) -> None:
    cut = pages(read(key))
    assert [question.id for page in cut if page.shows_texts for question in page.questions] == []
    assert len(cut) <= 4


@pytest.mark.parametrize("key", FILES)
def test_french_is_spaced_and_accented_as_in_print(key: str) -> None:
    wrong = r" [;:?!»%]|« |\w'\w|[^\s\u00a0\u202f.…?!(/][;?!](?!\w)|[^\s\u00a0]:|«[^\u00a0]"
    assert [text for text in french(read(key)) if re.search(wrong, text)] == []


@pytest.mark.parametrize("key", SHIPPED)
def test_whoever_does_not_know_has_a_way_out(key: str) -> None:
    """A closed question that must be answered has no trap; the others may be left out."""
    questionnaire = read(key)
    assert {question.id for question in questionnaire.questions if question.required} <= {
        "usage",
        questionnaire.profile,
    }


def test_the_barometer_has_its_themes_and_its_size() -> None:
    barometer = read("barometre-ia")
    assert 12 <= len(barometer.questions) <= 15
    assert barometer.profile == "famille"
    assert len(barometer.bands) == 5
    assert Layout.of(barometer).counters < 500


@pytest.mark.parametrize("key", SHIPPED[1:])
def test_the_others_are_short(key: str) -> None:
    assert 5 <= len(read(key).questions) <= 8


def test_the_workload_question_is_the_barometer_s() -> None:
    assert series_key(read("charge-de-travail").question("charge")) == series_key(
        read("barometre-ia").question("charge")
    )


def test_the_example_shows_every_possibility() -> None:
    example = read(EXAMPLE)
    assert {question.kind for question in example.questions} == set(Kind)
    assert example.crossed
    assert any(question.show_if for question in example.questions)
    written = set(re.findall(r"^([a-z_]+)(?:\.\w+)? =", shipped_text(EXAMPLE), re.MULTILINE))
    assert {"required", "maximum", "characters", "help", "show_if", "version"} <= written


def test_the_guide_holds_the_example() -> None:
    assert shipped_text(EXAMPLE) in (ROOT / "docs/questionnaires.md").read_text(encoding="utf-8")
