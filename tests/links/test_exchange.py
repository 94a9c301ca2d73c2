"""Links as files: what is written is read again, and what other tools write is read."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cogs.links.models import About, Addresses, Link, LinkState, Permissions, Share
from cogs.links.models.exchange import (
    FileTooLarge,
    NotLinks,
    details_of,
    read_links,
    write_bookmarks,
    write_csv,
    write_json,
)

NOW = datetime(2026, 11, 24, 9, tzinfo=UTC)
WORDS = st.text(st.characters(exclude_categories=["Cs", "Cc", "Co"]), max_size=80).map(
    lambda text: " ".join(text.split())
)
CHROME = """<!DOCTYPE NETSCAPE-Bookmark-file-1>
<META HTTP-EQUIV="Content-Type" CONTENT="text/html; charset=UTF-8">
<H1>Favoris</H1>
<DL><p>
    <DT><H3 ADD_DATE="1700000000">IA</H3>
    <DL><p>
        <DT><A HREF="https://a.example/?x=1&amp;y=2" ADD_DATE="1700000000" ICON="data:,A">L&#39;IA &amp; nous</A>
        <DD>Une description
        <DT><A HREF='https://b.example/' TAGS="scène,régie">B</A>
    </DL><p>
</DL><p>"""


@st.composite
def links(draw: st.DrawFn) -> Link:
    shares = tuple(
        Share(draw(st.none() | st.just(42)), draw(WORDS), NOW, permissions=Permissions(draw(st.booleans())))
        for _ in range(draw(st.integers(1, 3)))
    )
    address = f'https://a.example/{draw(st.integers(0, 99))}?b=<c>&d="e"'
    return Link(
        link_id=draw(st.integers(1, 9)),
        state=draw(st.sampled_from([LinkState.PUBLIC, LinkState.ARCHIVED])),
        addresses=Addresses(address, "", address, "a.example"),
        about=About(
            draw(WORDS) or "Sans titre", draw(WORDS), "Le site", "Une autrice", date(2026, 1, 2), "fr", 4, "html"
        ),
        is_read=draw(st.booleans()),
        added_at=NOW,
        tags=draw(st.sampled_from([(), ("régie",), ("régie", "billetterie")])),
        shares=shares,
    )


@given(link=links())
def test_a_json_file_of_ours_says_everything_again(link: Link) -> None:
    (read,) = read_links(write_json([link], {}, with_ids=True))
    details = details_of(read)
    assert details is not None
    assert (read.url, read.title, read.description) == (
        link.addresses.canonical,
        link.about.title,
        link.about.description,
    )
    assert (read.tags, read.added_at, details.shares) == (link.tags, NOW, link.shares)
    assert (details.is_read, details.archived) == (link.is_read, link.state is LinkState.ARCHIVED)
    about = link.about
    assert (details.site, details.author, details.published_on) == (about.site, about.author, about.published_on)


@given(link=links())
def test_bookmarks_and_csv_keep_address_title_description_and_tags(link: Link) -> None:
    for write in (write_bookmarks, write_csv):
        (read,) = read_links(write([link], {}))
        assert read.url == link.addresses.canonical
        assert read.tags == link.tags
        if not link.about.title.startswith("'"):
            assert read.title == link.about.title


def test_without_ids_nobody_is_numbered() -> None:
    link = Link(1, LinkState.PUBLIC, Addresses("", "", "https://a.example/", "a"), About(), True, NOW)
    text = write_json([link], {}, with_ids=False)
    assert "user_id" not in text


def test_what_a_browser_exports_is_read() -> None:
    first, second = read_links(CHROME)
    assert first.url == "https://a.example/?x=1&y=2"
    assert first.title == "L'IA & nous"
    assert first.description == "Une description"
    assert first.added_at == datetime.fromtimestamp(1_700_000_000, UTC)
    assert second.tags == ("scène", "régie")


def test_tables_and_lists_of_other_tools_are_read() -> None:
    (row,) = read_links("Titre;URL;Tags\nUne page;https://a.example/;un|deux\n")
    assert (row.url, row.title, row.tags) == ("https://a.example/", "Une page", ("un", "deux"))
    (item,) = read_links('[{"href": "https://a.example/", "description": "D", "tags": ["x"]}]')
    assert (item.url, item.tags) == ("https://a.example/", ("x",))
    assert details_of(item) is None


@pytest.mark.parametrize(
    "text",
    ["", "bonjour", "{", "[1, 2]", '{"links": 3}', "<html></html>", "a,b\n1,2", "[" * 100_000, '[{"url": null}]'],
)
def test_what_holds_no_links_is_refused(text: str) -> None:
    with pytest.raises(NotLinks):
        read_links(text)


def test_too_many_links_are_refused() -> None:
    with pytest.raises(FileTooLarge):
        read_links("url\n" + "https://a.example/\n" * 5_001)


@pytest.mark.parametrize("piece", ["<a ", "<a href=", "<dd>", "<a x='", '<a href="', "<a href=''>x</a><dd>"])
def test_a_hostile_file_is_read_in_its_length(piece: str) -> None:
    text = "<!" + piece * (2_000_000 // len(piece))
    with pytest.raises((NotLinks, FileTooLarge)):
        read_links(text)


def test_a_formula_is_only_text_in_a_spreadsheet() -> None:
    address = "https://a.example/"
    link = Link(1, LinkState.PUBLIC, Addresses("", "", address, "a"), About("=HYPERLINK(1)"), True, NOW)
    assert "'=HYPERLINK" in write_csv([link], {})
    assert read_links(write_csv([link], {}))[0].title == "=HYPERLINK(1)"
