"""Tags are found by any of their names, and what moderators do to them stays."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.storage.database import Database
from bot.text.tag_index import TagIndex
from bot.text.tags import (
    LONGEST_NAME,
    MOST_SYNONYMS,
    TagMergesIntoItself,
    TagNameTaken,
    TagNameUnfit,
    TagUnknown,
    TooManyNames,
    fit_name,
    read_themes,
)
from bot.text.thesaurus import SHIPPED, Thesaurus
from tests.text.labelled import TEST_THEMES


@pytest.fixture
async def thesaurus(database: Database) -> Thesaurus:
    return await Thesaurus.load(database, TEST_THEMES)


@pytest.mark.parametrize(
    ("typed", "key"),
    [
        ("red-lines", "red-lines"),
        ("Lignes rouges", "red-lines"),
        ("ligne rouge", "red-lines"),
        ("RED LINE", "red-lines"),
        ("ecologie", "ecology"),
        ("l’écologie", "ecology"),
        ("box-office", "ticketing"),
        ("I.A.", "ai"),
        ("droit d'auteur", "authors-rights"),
        ("espace sans ia", "non-ai-spaces"),
    ],
)
def test_a_tag_is_found_by_any_of_its_names(thesaurus: Thesaurus, typed: str, key: str) -> None:
    tag = thesaurus.find(typed)
    assert tag is not None
    assert tag.key == key


def test_what_names_nothing_finds_nothing(thesaurus: Thesaurus) -> None:
    assert thesaurus.find("marionnettes") is None
    assert thesaurus.find("") is None
    # «espaces sans IA» is a name of non-ai-spaces: without its small words it would say the opposite.
    assert thesaurus.find("espace ia") is None
    assert thesaurus.name("of-long-ago", "fr") == "of-long-ago"
    with pytest.raises(TagUnknown):
        thesaurus.get("of-long-ago")


def test_a_tag_has_its_name_in_each_language(thesaurus: Thesaurus) -> None:
    assert thesaurus.name("ticketing", "fr") == "billetterie"
    assert thesaurus.name("ticketing", "en") == "ticketing"


def test_completion_puts_what_begins_so_first(thesaurus: Thesaurus) -> None:
    assert [tag.key for tag in thesaurus.complete("ch", "fr")] == ["workload", "charter", "assistants"]
    assert [tag.key for tag in thesaurus.complete("auteur", "fr")] == ["authors-rights"]
    assert [tag.key for tag in thesaurus.complete("rgp", "fr")] == ["personal-data"]
    assert len(thesaurus.complete("", "fr", limit=3)) == 3


def test_tags_are_suggested_from_a_text(thesaurus: Thesaurus) -> None:
    text = "Les chartes du théâtre, les réservations, et encore la charte et la ligne rouge."
    assert [tag.key for tag in thesaurus.suggest(text)] == ["charter", "red-lines", "ticketing"]
    assert [tag.key for tag in thesaurus.suggest(text, limit=1)] == ["charter"]


def test_synonyms_are_the_other_names_in_both_languages(thesaurus: Thesaurus) -> None:
    assert thesaurus.synonyms_of(["vente", "de", "places"]) == ("billetterie", "ticketing", "réservation", "box office")
    assert thesaurus.synonyms_of(["rien"]) == ()


def test_a_broader_tag_holds_the_narrower(thesaurus: Thesaurus) -> None:
    assert thesaurus.keys_of("governance") == {"governance", "red-lines", "charter"}
    assert thesaurus.keys_of("unknown") == {"unknown"}


async def again(database: Database, path: Path = TEST_THEMES) -> Thesaurus:
    """After a restart."""
    return await Thesaurus.load(database, path)


async def test_a_renamed_tag_keeps_its_name_over_restarts_and_newer_files(
    database: Database, thesaurus: Thesaurus, tmp_path: Path
) -> None:
    await thesaurus.rename("ecology", fr="sobriété choisie")
    newer = tmp_path / "themes.toml"
    newer.write_text(
        '[[theme]]\nkey = "ecology"\nfr = "environnement"\nen = "environment"\nfr_synonyms = ["climat"]\n'
        '[[theme]]\nkey = "ticketing"\nfr = "guichet"\nen = "ticketing"\n',
        encoding="utf-8",
    )
    later = await again(database, newer)
    assert later.name("ecology", "fr") == "sobriété choisie"
    assert later.find("écologie") == later.find("climat") == later.get("ecology")
    assert later.find("empreinte carbone") is None
    assert later.name("ticketing", "fr") == "guichet"
    assert later.name("red-lines", "fr") == "lignes rouges"


async def test_a_merged_tag_leads_to_the_other_for_good(database: Database, thesaurus: Thesaurus) -> None:
    await thesaurus.merge("red-lines", into="charter")
    await thesaurus.merge("charter", into="workload")
    for now in (thesaurus, await again(database)):
        assert now.get("red-lines").key == "workload"
        assert now.name("red-lines", "fr") == "charge de travail"
        found = now.find("no-go")
        assert found is not None
        assert found.key == "workload"
        assert now.keys_of("workload") == {"workload", "charter", "red-lines"}
        assert "red-lines" not in [tag.key for tag in now.list_tags()]


async def test_a_tag_never_merges_into_itself(thesaurus: Thesaurus) -> None:
    await thesaurus.merge("red-lines", into="charter")
    for key, into in (("charter", "charter"), ("charter", "red-lines"), ("red-lines", "charter")):
        with pytest.raises(TagMergesIntoItself):
            await thesaurus.merge(key, into=into)


async def test_synonyms_and_tags_are_added_and_stay(database: Database, thesaurus: Thesaurus) -> None:
    await thesaurus.add_synonym("ticketing", "guichet", language="fr")
    tag = await thesaurus.add_tag(fr="marionnettes", en="puppets", broader="ecology")
    assert tag.key == "puppets"
    later = await again(database)
    assert later.find("guichets") == later.get("ticketing")
    assert later.keys_of("ecology") == {"ecology", "puppets"}


async def test_a_name_belongs_to_one_tag(thesaurus: Thesaurus) -> None:
    with pytest.raises(TagNameTaken):
        await thesaurus.add_synonym("ecology", "Réservation", language="fr")
    with pytest.raises(TagNameTaken):
        await thesaurus.rename("ecology", fr="billetterie")
    with pytest.raises(TagNameTaken):
        await thesaurus.add_tag(fr="neuf", en="copyright")
    assert thesaurus.find("neuf") is None


@pytest.mark.parametrize("name", ["", "   ", "!!!", "x" * (LONGEST_NAME + 1), "\u202e\0", "é" * 10_000_000])
def test_an_unfit_name_is_refused(name: str) -> None:
    with pytest.raises(TagNameUnfit):
        fit_name(name)


async def test_synonyms_are_bounded(thesaurus: Thesaurus) -> None:
    shipped = len(thesaurus.get("governance").fr_synonyms)
    for number in range(MOST_SYNONYMS - shipped):
        await thesaurus.add_synonym("governance", f"mot {number}", language="fr")
    with pytest.raises(TooManyNames):
        await thesaurus.add_synonym("governance", "un mot de trop", language="en")


@pytest.mark.parametrize("path", [TEST_THEMES, SHIPPED], ids=["tests", "shipped"])
def test_a_themes_file_keeps_the_rules_of_moderators(path: Path) -> None:
    tags = list(read_themes(path))
    index = TagIndex({tag.key: tag for tag in tags})
    assert len({tag.key for tag in tags}) == len(tags)
    for tag in tags:
        assert len(tag.fr_synonyms) + len(tag.en_synonyms) <= MOST_SYNONYMS, tag.key
        assert tag.broader is None or index.get(tag.broader).key != tag.key
        for name in tag.names:
            assert fit_name(name) == name
            assert index.find_exactly(name) == tag, name


@given(text=st.text(max_size=200))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
async def test_no_text_is_refused(thesaurus: Thesaurus, text: str) -> None:
    thesaurus.find(text)
    thesaurus.complete(text, "fr")
    thesaurus.suggest(text)
    thesaurus.synonyms_of(text.split())
