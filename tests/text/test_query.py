"""Whatever is typed is a query."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.text.query import LONGEST, MOST_TERMS, Filter, Query, Term, parse_query


def test_words_phrases_and_facets_are_told_apart() -> None:
    assert parse_query('charte "lignes rouges" tag:ecologie -kind:study -ancien -"mot d\'ordre"') == Query(
        'charte "lignes rouges" tag:ecologie -kind:study -ancien -"mot d\'ordre"',
        (
            Term("charte"),
            Term("lignes rouges", is_phrase=True),
            Term("ancien", is_excluded=True),
            Term("mot d'ordre", is_phrase=True, is_excluded=True),
        ),
        (Filter("tag", "ecologie"), Filter("kind", "study", is_excluded=True)),
    )


@pytest.mark.parametrize(
    ("typed", "facet"),
    [
        ("étiquette:x", "tag"),
        ("mot-clé:x", "tag"),
        ("MOT-CLE : x", "tag"),
        ("type:x", "kind"),
        ("genre:x", "kind"),
        ("lieu:x", "venue"),
        ("Métier:x", "trade"),
        ("année:x", "year"),
        ("licence : x", "licence"),
    ],
)
def test_facets_have_french_names(typed: str, facet: str) -> None:
    assert parse_query(typed).filters == (Filter(facet, "x"),)


def test_a_value_of_several_words_is_quoted() -> None:
    assert parse_query('étiquette:"lignes rouges" lieu:« scène nationale »').filters == (
        Filter("tag", "lignes rouges"),
        Filter("venue", "scène nationale"),
    )


def test_what_is_no_facet_is_words() -> None:
    assert parse_query("http://tmnlab.com").filters == ()
    assert parse_query("18:30").words == ("18:30",)


@pytest.mark.parametrize("typed", ["", " ", "-", "--", '"', '""', '-""', "\n\t", "« »"])
def test_nothing_is_asked_by_signs_alone(typed: str) -> None:
    assert parse_query(typed).is_empty


def test_a_dash_between_words_excludes_nothing() -> None:
    assert parse_query("charte - théâtre co-construction").words == ("charte", "théâtre", "co-construction")


def test_names_of_values_become_keys() -> None:
    keys = {("kind", "charte"): "charter"}
    query = parse_query("type:charte type:inconnu").resolve(lambda facet, value: keys.get((facet, value)))
    assert [item.value for item in query.filters] == ["charter", "inconnu"]


def test_a_corrected_query_reads_as_it_would_be_typed() -> None:
    query = parse_query('billeterie -"vieux plan" tag:"lignes rouges"')
    assert query.correct({"billeterie": "billetterie"}).text == 'billetterie -"vieux plan" tag:"lignes rouges"'


@given(st.text() | st.text(alphabet='abé"-: «»()*^ANDORtg', max_size=80))
def test_no_typing_raises_and_all_is_bounded(typed: str) -> None:
    query = parse_query(typed)
    assert len(query.text) <= LONGEST
    assert len(query.terms) + len(query.filters) <= MOST_TERMS


def test_a_very_long_typing_is_cut_before_it_is_read() -> None:
    assert len(parse_query("charte " * 10_000_000).terms) == MOST_TERMS
