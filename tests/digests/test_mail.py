"""The letter for the mailing list, read back as a mail program would."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import UTC, datetime
from email import message_from_bytes, policy
from email.message import EmailMessage
from html.parser import HTMLParser
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from tinyhtml5.parser import HTMLParser as HTMLParser5

from bot.screen.i18n import Catalogue, Speaker
from cogs.digests.cards import mail_of
from cogs.digests.cards.mail import COLUMNS, words
from cogs.digests.models import Item, Letter, Section

AT = datetime(2026, 12, 1, 8, tzinfo=UTC)
VOID = {"meta", "br", "img"}
URL = "https://discord.com/channels/1/2/3"
INTRODUCTION = (
    "**Bonjour** <@&123456789> ! Rendez-vous <t:1780000000:F> au [salon](https://tmnlab.com).\n\n<script>x</script>"
)


def item(number: int, *, leaves: bool = True, named: bool = False, section: str = "library") -> Item:
    return Item(
        ref=f"{section}:{number}",
        section=section,
        title=f"Texte {number} : l’été & l’œuvre <i>",
        summary="Ce que « nos » équipes en disent, en une phrase un peu longue pour qu’elle doive passer à la ligne.",
        url=URL,
        author=f"Autrice {number}",
        leaves_discord=leaves,
        leaves_with_name=named,
        published_at=AT,
    )


@pytest.fixture
def t(catalogue: Catalogue) -> Speaker:
    return catalogue.speaker("fr", ZoneInfo("Europe/Paris"))


@pytest.fixture
def letter() -> Letter:
    items = (item(1, named=True), item(2), item(3, leaves=False, named=True))
    polls = (item(4, section="results"),)
    return Letter("Lettre du mardi", AT, INTRODUCTION, "fr", (Section("library", items), Section("results", polls)))


class Reader(HTMLParser):
    """Strict about nesting; notes whatever could be fetched."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.fetched: list[str] = []
        self.links: list[str] = []
        self.images_without_words = 0
        self.said = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in VOID:
            self.open.append(tag)
        held = dict(attrs)
        self.fetched += [name for name in held if name in {"src", "srcset", "background", "data", "poster"}]
        if tag in {"script", "link", "iframe", "object", "form"}:
            self.fetched.append(tag)
        if tag == "a":
            self.links.append(held.get("href") or "")
        if tag == "img" and not held.get("alt"):
            self.images_without_words += 1

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.said += data


def read(html: str) -> Reader:
    reader = Reader()
    reader.feed(html)
    reader.close()
    return reader


def test_the_html_is_valid_and_fetches_nothing(letter: Letter, t: Speaker) -> None:
    parser: Any = HTMLParser5()
    parser.parse(mail_of(letter, t).html)
    assert parser.errors == []
    html = mail_of(letter, t).html
    reader = read(html)
    assert reader.open == []
    assert html.startswith('<!DOCTYPE html>\n<html lang="fr">')
    assert reader.fetched == []
    assert reader.images_without_words == 0
    assert not re.search(r"url\(|@import", html)
    assert reader.links == [URL] * 3
    assert "prefers-color-scheme:dark" in html


def test_only_what_may_leave_leaves_and_names_only_if_agreed(letter: Letter, t: Speaker) -> None:
    mail = mail_of(letter, t)
    for body in (read(mail.html).said, mail.text, mail.markdown):
        assert "Texte 1" in body
        assert "Autrice 1" in body
        assert "Texte 2" in body
        assert "Autrice 2" not in body
        assert "Texte 3" not in body
        assert "Autrice 3" not in body


def test_the_text_holds_the_same_in_78_columns_with_its_links_whole(letter: Letter, t: Speaker) -> None:
    mail = mail_of(letter, t)
    lines = mail.text.split("\n")
    assert [line for line in lines if len(line) > COLUMNS] == []
    assert mail.text.count(URL) == 3
    html_words = set(re.findall(r"\w{4,}", read(mail.html).said.split("\n", 12)[-1].casefold()))
    text_words = set(re.findall(r"\w{4,}", mail.text.casefold()))
    assert html_words - text_words <= {"lire", "suite"}
    assert "sans IA" in mail.text


def test_a_link_longer_than_a_line_stays_whole(letter: Letter, t: Speaker) -> None:
    far = "https://exemple.fr/" + "a" * 200
    long = replace(letter, sections=(Section("library", (replace(item(1), url=far),)),))
    assert far in mail_of(long, t).text.split()


def test_discord_s_markup_becomes_words() -> None:
    text = words("# Titre\n**gras** et ||caché|| <:coeur:42> <@123> <#45>, [ici](https://a.fr) `code` ~~barré~~")
    assert text == "Titre\ngras et caché :coeur: , ici (https://a.fr) code barré"


def test_what_was_typed_is_shown_and_never_run(letter: Letter, t: Speaker) -> None:
    html = mail_of(letter, t).html
    assert "<script>" not in html
    assert "&lt;script&gt;" in html
    assert "<i>" not in html


def test_attached_to_a_message_it_comes_back_as_it_was(letter: Letter, t: Speaker) -> None:
    mail = mail_of(letter, t)
    message = EmailMessage()
    message["Subject"] = mail.subject
    message["From"], message["To"] = "lettre@exemple.fr", "liste@exemple.fr"
    message.set_content(mail.text)
    message.add_alternative(mail.html, subtype="html")
    message.add_attachment(mail.markdown.encode(), maintype="text", subtype="markdown", filename=f"{mail.name}.md")

    back = message_from_bytes(message.as_bytes(), policy=policy.default)
    assert isinstance(back, EmailMessage)
    assert back["Subject"] == mail.subject == "Lettre du mardi — 1er décembre 2026"
    text, html = back.get_body(("plain",)), back.get_body(("html",))
    assert text is not None
    assert html is not None
    assert text.get_content() == mail.text
    assert html.get_content() == mail.html
    (attached,) = back.iter_attachments()
    assert attached.get_filename() == "lettre-2026-12-01.md"


def test_the_preheader_is_short_and_says_something_without_an_introduction(letter: Letter, t: Speaker) -> None:
    mail = mail_of(replace(letter, introduction=""), t)
    assert mail.preheader.startswith("Texte 1")
    assert 0 < len(mail.preheader) <= 100
    assert mail_of(letter, t).preheader.startswith("Bonjour !")
