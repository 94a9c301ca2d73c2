"""Two addresses of one page are one; what is no address is refused with a reason."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.client import ROOT
from bot.screen.i18n import LANGUAGES, Catalogue
from bot.web.identity import canonical, fingerprint, read_link, shown_host
from bot.web.refusals import (
    LinkRefused,
    LinkTooLong,
    LinkWithPassword,
    NotAnAddress,
    NotOfTheWeb,
    NumericHost,
    PrivateHost,
    UnusualPort,
)
from bot.web.tracking import OF_SITES, PARAMETERS, PREFIXES

ARTICLE = "https://revue.example.org/lumiere"
VIDEO = "https://www.youtube.com/watch?v=aB3dE5fG7hI"


@pytest.mark.parametrize(
    "other",
    [
        "http://revue.example.org/lumiere",
        "https://www.revue.example.org/lumiere",
        "https://REVUE.Example.org/lumiere",
        "https://revue.example.org:443/lumiere",
        "http://revue.example.org:80/lumiere",
        "https://revue.example.org./lumiere",
        "https://revue.example.org/lumiere/",
        "https://revue.example.org/lumiere?",
        "https://revue.example.org/lumiere#",
        "https://revue.example.org/lumiere?utm_source=lettre&utm_medium=mail&fbclid=IwAR0",
        "https://revue.example.org/lumiere?at_medium=custom7#at_campaign=x",
        "https://revue.example.org/lumiere#xtor=RSS-3208",
        "https://revue.example.org/lumiere#:~:text=la%20servante",
        "https://revue.example.org/a/../lumi%65re",
        "https://m.revue.example.org/lumiere",
        "https://amp.revue.example.org/lumiere",
        "https://revue.example.org/lumiere/amp/",
        "https://revue.example.org/lumiere.amp",
        "https://revue.example.org/lumiere?amp=1",
        "https://www.google.com/amp/s/revue.example.org/lumiere/amp",
        "https://revue-example-org.cdn.ampproject.org/c/s/revue.example.org/lumiere",
    ],
)
def test_spellings_of_one_page_are_one(other: str) -> None:
    assert fingerprint(other) == fingerprint(ARTICLE)


@pytest.mark.parametrize(
    "other",
    [
        "https://revue.example.org/Lumiere",
        "https://revue.example.org/lumiere?page=2",
        "https://revue.example.org/lumiere#partie-2",
        "https://revue.example.org/lumiere?source=lettre",
        "https://blog.revue.example.org/lumiere",
        "https://revue.example.com/lumiere",
        "https://revue.example.org/lumiere/b",
        "https://revue.example.org/lumiere-ampere",
    ],
)
def test_other_pages_stay_others(other: str) -> None:
    assert fingerprint(other) != fingerprint(ARTICLE)


@pytest.mark.parametrize(
    "other",
    [
        "https://youtu.be/aB3dE5fG7hI?si=xyz",
        "https://m.youtube.com/watch?v=aB3dE5fG7hI&feature=share",
        "https://youtube.com/shorts/aB3dE5fG7hI",
        "https://www.youtube-nocookie.com/embed/aB3dE5fG7hI",
        "http://www.youtube.com/live/aB3dE5fG7hI?app=desktop",
        "https://www.youtube.com/watch?feature=youtu.be&v=aB3dE5fG7hI",
    ],
)
def test_every_door_to_a_video_is_the_video(other: str) -> None:
    assert fingerprint(other) == fingerprint(VIDEO)


def test_the_moment_in_a_video_is_kept() -> None:
    assert canonical("https://youtu.be/aB3dE5fG7hI?t=90&si=xyz") == f"{VIDEO}&t=90"


def test_the_order_of_parameters_does_not_count_but_that_of_a_repeated_one_does() -> None:
    assert fingerprint("https://a.example.org/?b=2&a=1") == fingerprint("https://a.example.org/?a=1&b=2")
    assert fingerprint("https://a.example.org/?a=1&a=2") != fingerprint("https://a.example.org/?a=2&a=1")


def test_a_mobile_wikipedia_is_the_wikipedia_of_its_language() -> None:
    assert fingerprint("https://fr.m.wikipedia.org/wiki/Servante") == fingerprint(
        "https://fr.wikipedia.org/wiki/Servante"
    )


def test_a_canonical_address_still_works_as_given() -> None:
    assert canonical("http://www.example.org/Été/?utm_source=x&b=2&a=1#bas") == (
        "http://www.example.org/%C3%89t%C3%A9/?b=2&a=1#bas"
    )


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        (" <https://example.org/a> ", "https://example.org/a"),
        ("example.org/a", "https://example.org/a"),
        ("example.org:443/a", "https://example.org:443/a"),
        ("HTTP://example.org", "HTTP://example.org"),
        ("théâtre.example.org", "https://théâtre.example.org"),
    ],
)
def test_an_address_is_read_as_people_type_it(typed: str, read: str) -> None:
    assert read_link(typed) == read


REFUSED: list[tuple[str, type[LinkRefused]]] = [
    ("", NotAnAddress),
    ("bonjour", NotAnAddress),
    ("voir la page", NotAnAddress),
    ("https://", NotAnAddress),
    ("https:///page", NotAnAddress),
    ("//example.org", NotAnAddress),
    ("https://exa mple.org", NotAnAddress),
    ("https://exam\nple.org", NotAnAddress),
    ("https://example.org\\.evil.example.com/", NotAnAddress),
    ("https://[::1", NotAnAddress),
    ("https://example..org", NotAnAddress),
    ("https://example.org:99999/", NotAnAddress),
    (f"https://{'a' * 300}.org", NotAnAddress),
    ("javascript:alert(1)", NotOfTheWeb),
    ("JavaScript://example.org/%0aalert(1)", NotOfTheWeb),
    ("file:///etc/passwd", NotOfTheWeb),
    ("data:text/html,x", NotOfTheWeb),
    ("mailto:quelqu.un@example.org", NotOfTheWeb),
    ("ftp://example.org/a", NotOfTheWeb),
    ("http://127.0.0.1/", NumericHost),
    ("http://2130706433/", NumericHost),
    ("http://0x7f.1/", NumericHost),
    ("http://0177.0.0.1/", NumericHost),
    ("http://127.1", NumericHost),
    ("192.168.1.1", NumericHost),
    ("http://１２７.０.０.１/", NumericHost),
    ("http://[::1]/", NumericHost),
    ("http://[::ffff:127.0.0.1]/", NumericHost),
    ("localhost", PrivateHost),
    ("http://localhost:80/", PrivateHost),
    ("http://nas.local/", PrivateHost),
    ("http://intranet/", PrivateHost),
    ("http://metadata.google.internal/", PrivateHost),
    ("https://moi:secret@example.org/", LinkWithPassword),
    ("https://example.org@evil.example.com/", LinkWithPassword),
    ("https://example.org:8080/", UnusualPort),
    ("https://example.org:22/", UnusualPort),
    (f"https://example.org/{'a' * 8_000}", LinkTooLong),
]


@pytest.mark.parametrize(("typed", "refusal"), REFUSED)
def test_what_is_no_public_page_is_refused_in_both_languages(
    typed: str, refusal: type[LinkRefused], catalogue: Catalogue
) -> None:
    with pytest.raises(refusal) as refused:
        read_link(typed)
    assert all(catalogue.has(language, refused.value.key) for language in LANGUAGES)
    assert len(str(refused.value.params["text"])) <= 100


@pytest.mark.parametrize(
    ("address", "shown"),
    [
        ("https://www.théâtre-à-lyon.example.org/", "théâtre-à-lyon.example.org"),
        ("https://аррӏе.example.org/", "xn--80ak6aa92e.example.org"),
        ("https://exаmple.org/", "xn--exmple-4nf.org"),
        ("https://例え.example.org/", "xn--r8jz45g.example.org"),
        ("https://xn--80ak6aa92e.example.org/", "xn--80ak6aa92e.example.org"),
    ],
)
def test_a_name_with_look_alike_letters_is_shown_in_punycode(address: str, shown: str) -> None:
    assert shown_host(address) == shown


def test_the_documented_list_of_tracking_parameters_is_the_real_one() -> None:
    documented = set(
        re.findall(r"`([^`\s]+)`", (ROOT / "docs/link-identity.md").read_text(encoding="utf-8").split("##")[2])
    )
    real = {*PARAMETERS, *(f"{prefix}*" for prefix in PREFIXES)}
    for site, names in OF_SITES.items():
        real |= {site, *names}
    assert documented == real


HOSTS = st.sampled_from(
    (
        *("example.org", "www.example.org", "m.www.example.org", "fr.m.wikipedia.org", "youtu.be", "www.youtube.com"),
        *("google.fr", "a.cdn.ampproject.org", "théâtre.example.org", "EXAMPLE.org.", "example.org:443"),
    )
)
PIECES = st.text(alphabet="aAé%2e./~;+-_amp:&=? ", max_size=14)
PATHS = st.one_of(
    PIECES,
    st.sampled_from(["amp/s/www.google.com/amp/example.org/amp/", "c/s/m.example.org/a.amp", "embed/aB3dE5fG7hI"]),
)
QUERIES = st.lists(st.tuples(st.sampled_from(["a", "b", "utm_x", "v", "si", "amp", "é"]), PIECES), max_size=4)


@st.composite
def addresses(draw: st.DrawFn) -> str:
    query = "&".join(f"{name}={value}" for name, value in draw(QUERIES))
    scheme = draw(st.sampled_from(["http", "https", "HTTPS"]))
    return f"{scheme}://{draw(HOSTS)}/{draw(PATHS)}?{query}#{draw(PIECES)}"


@given(addresses())
def test_cleaning_twice_cleans_no_more(address: str) -> None:
    try:
        once = canonical(address)
    except LinkRefused:
        return
    assert canonical(once) == once
    assert fingerprint(once) == fingerprint(address)


@given(addresses())
def test_a_fingerprint_read_as_an_address_has_itself_as_fingerprint(address: str) -> None:
    try:
        print_ = fingerprint(address)
    except LinkRefused:
        return
    assert fingerprint(f"https://{print_}") == print_


@given(st.text(max_size=60))
def test_anything_typed_is_read_or_refused(typed: str) -> None:
    try:
        link = read_link(typed)
    except LinkRefused:
        return
    assert fingerprint(link)
    assert shown_host(canonical(link))
