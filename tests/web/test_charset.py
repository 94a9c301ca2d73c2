"""Bytes become the text that was meant, whatever is declared."""

from __future__ import annotations

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.web.charset import to_text

TEXT = "<title>Théâtre « L’Œuvre » : 10 €</title>"


@pytest.mark.parametrize("declared", ["utf-8", "UTF8", '"utf-8"', "iso-8859-1", "rubbish", "", None])
def test_utf_8_is_utf_8_whatever_is_declared(declared: str | None) -> None:
    assert to_text(TEXT.encode(), declared) == TEXT


@pytest.mark.parametrize("declared", ["iso-8859-1", "latin1", "us-ascii", "windows-1252", "utf-8", "rubbish", None])
def test_windows_1252_called_latin_1_or_otherwise_keeps_its_quotes_and_its_euro(declared: str | None) -> None:
    assert to_text(TEXT.encode("cp1252"), declared) == TEXT


def test_what_the_page_declares_is_read_when_the_server_says_nothing() -> None:
    page = '<meta http-equiv="Content-Type" content="text/html; charset=koi8-r"><title>Театр</title>'
    assert to_text(page.encode("koi8-r"), None) == page


def test_the_server_is_believed_before_the_page() -> None:
    page = '<meta charset="koi8-r"><title>Divadlo v Plzni, čtvrtek</title>'
    assert to_text(page.encode("iso-8859-2"), "iso-8859-2") == page


@pytest.mark.parametrize("codec", ["utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("declared", ["utf-16", "utf-8", None])
@pytest.mark.parametrize("marked", [True, False])
def test_utf_16_is_read_with_and_without_its_mark(codec: str, declared: str | None, *, marked: bool) -> None:
    mark = {"utf-16-le": codecs.BOM_UTF16_LE, "utf-16-be": codecs.BOM_UTF16_BE}[codec] if marked else b""
    assert to_text(mark + TEXT.encode(codec), declared) == TEXT


def test_a_page_that_calls_itself_utf_16_in_ascii_is_not() -> None:
    page = '<meta charset="utf-16"><title>Été</title>'
    assert to_text(page.encode(), None) == page


def test_a_letter_cut_at_the_limit_is_left_out() -> None:
    assert to_text("Été".encode()[:-1], "utf-8") == "Ét"


def test_utf_8_with_one_damaged_letter_stays_utf_8() -> None:
    text = to_text("É".encode() * 200 + b"\xff" + "é".encode() * 200, "utf-8")
    assert text.count("É") == 200
    assert text.count("\ufffd") == 1


@pytest.mark.parametrize("declared", ["zip", "rot13", "idna", "unicode_escape", "utf-7", "base64", "undefined", "../x"])
def test_no_codec_of_python_that_is_no_charset_is_ever_used(declared: str) -> None:
    assert to_text(b"+ADw-script+AD4- \\u0041 %41", declared) == "+ADw-script+AD4- \\u0041 %41"


@given(st.binary(max_size=300), st.text(max_size=20) | st.sampled_from(["utf-8", "utf-16", "iso-2022-jp", "gbk"]))
def test_any_bytes_become_text(content: bytes, declared: str) -> None:
    to_text(content, declared).encode("utf-8")
