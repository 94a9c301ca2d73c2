"""French as it is written and as it is typed meet in the same words and stems."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.text.french import analyse, fold, match_words, stem, tokens


def stems(text: str) -> set[str]:
    return {stem for token in tokens(text) for stem in token.spelling.stems}


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ("mediateur", "médiatrices"),
        ("evenement", "Événements"),
        ("oeuvre", "l’œuvre"),
        ("spectatrice", "spectateur·rice·s"),
        ("regisseuse", "régisseur·euse"),
        ("professionnelle", "professionnel.le.s"),
        ("charte ia", "Charte d’usage de l’I.A."),
        ("coconstruction", "co-construction"),
        ("construction", "co-construction"),
        ("salarie", "salarié·es"),
        ("conseillere", "conseillers"),
        ("enjeu", "enjeux"),
        ("dangereuse", "dangereux"),
        ("publique", "publics"),
        ("usagere", "usager·ère·s"),
        ("autrice", "auteur·ices"),
        ("danseuse", "danseur·ses"),
        ("rgpd", "R.G.P.D."),
        ("strasse", "Straße"),
    ],
)
def test_what_is_typed_meets_what_is_written(typed: str, written: str) -> None:
    assert stems(typed) <= stems(written)


@pytest.mark.parametrize(
    ("written", "words"),
    [
        ("spectateur·rice·s", ("spectateurs", "spectatrices")),
        ("spectateur‧rice", ("spectateur", "spectatrice")),
        ("spectateurs•trices", ("spectateurs", "spectatrices")),
        ("régisseur・euse", ("regisseur", "regisseuse")),
        ("professionnel∙le∙s", ("professionnels", "professionnelles")),
        ("étudiant⋅es", ("etudiants", "etudiantes")),
        ("professionnel.le.s", ("professionnels", "professionnelles")),
        ("chargé(e)s", ("charges", "chargees")),
        ("directeur(trice)s", ("directeurs", "directrices")),
        ("étudiant-e-s", ("etudiants", "etudiantes")),
        ("chargé/e", ("charge", "chargee")),
        ("étudiantEs", ("etudiants", "etudiantes")),
        ("tou·te·s", ("tous", "toutes")),
        ("ceux·celles", ("ceux", "celles")),
        ("le·la", ("le", "la")),
        ("un·e", ("un", "une")),
        ("sportif·ve·s", ("sportifs", "sportives")),
        ("ouvrier·ère", ("ouvrier", "ouvriere")),
        ("bénévole·s", ("benevoles", "benevole")),
    ],
)
def test_inclusive_writing_is_spelled_out(written: str, words: tuple[str, ...]) -> None:
    assert match_words(written) == words


@pytest.mark.parametrize(
    ("written", "word"),
    [
        ("www.tmnlab.com", "www.tmnlab.com"),
        ("etc.", "etc"),
        ("v1.2.s", "v1.2.s"),
        ("aujourd’hui", "aujourd'hui"),
        ("prud'homme", "prud'homme"),
        ("presqu'île", "presqu'ile"),
        ("C++", "c++"),
        ("co-construction", "co-construction"),
        ("rendez-le", "rendez-le"),
        ("fin.Le", "fin.le"),
        ("est-ce", "est-ce"),
        ("dit-il", "dit-il"),
        ("quelqu’un", "quelqu'un"),
    ],
)
def test_what_only_looks_so_stays_whole(written: str, word: str) -> None:
    assert match_words(written) == (word,)


@pytest.mark.parametrize("written", ["l'art", "L’art", "d´art", "jusqu'art", "qu’art"])
def test_what_is_elided_is_left_out(written: str) -> None:
    assert match_words(written) == ("art",)


def test_words_of_different_families_keep_apart() -> None:
    families = ["charte", "charger", "mediation", "meditation", "theatre", "danse", "droit", "lumiere", "regie"]
    assert len({stem(word) for word in families}) == len(families)


@given(st.text(max_size=300))
def test_no_text_is_refused_and_every_place_is_in_the_original(text: str) -> None:
    for token in tokens(text):
        assert text[token.start : token.end].strip() == text[token.start : token.end]
        assert token.spelling.words


@given(st.text(max_size=60))
def test_folding_twice_changes_nothing_more(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(st.text(alphabet="aàeéèêiïoôuùcç'’-·.(), lrs", max_size=40))
def test_accents_and_capitals_never_matter(text: str) -> None:
    assert match_words(text) == match_words(fold(text))


@pytest.mark.parametrize("text", ["é" * 1_000_000, "a·e" * 300_000, "'" * 1_000_000, "(e)" * 300_000, "a.b-" * 200_000])
def test_a_long_run_without_spaces_is_cut(text: str) -> None:
    assert sum(1 for _ in tokens(text)) <= len(text) / 100
    assert all(len(word) <= 121 for token in tokens(text[:10_000]) for word in token.spelling.words)


def test_the_same_chunk_is_read_once() -> None:
    assert analyse("médiatrices") is analyse("médiatrices")
