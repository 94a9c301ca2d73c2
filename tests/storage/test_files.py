"""Attached files: told by their content, kept once, given back as they were or not at all."""

from __future__ import annotations

import asyncio
import hashlib
import random
import unicodedata
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.errors import UserError
from bot.screen.i18n import LANGUAGES, Catalogue
from bot.storage.files import MOST_BYTES, EmptyFile, FileLost, FileNotWritten, FileTooLarge, KeptFiles, require_size
from bot.text.file_name import clean_name
from bot.text.file_type import FileType, FileTypeRefused, FileWithMacros, OldWordFile, SwollenFile, tell_type
from tests.documents import (
    ELF,
    GIF,
    JPEG,
    OOXML,
    PNG,
    WEBP,
    docx_types,
    make_docx,
    make_odt,
    make_pdf,
    make_zip,
    pdf_text,
)

CHARTER = "# Charte d’usage de l’IA\n\nÉcrite à plusieurs.".encode()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "files"


@pytest.fixture
def files(folder: Path) -> KeptFiles:
    return KeptFiles(folder)


# Keeping and giving back


async def test_what_was_kept_comes_back_as_it_was(files: KeptFiles, folder: Path) -> None:
    kept = await files.keep(CHARTER, "Charte.md")
    assert (kept.name, kept.type, kept.size) == ("Charte.md", FileType.MARKDOWN, len(CHARTER))
    assert kept.sha256 == hashlib.sha256(CHARTER).hexdigest()
    assert await files.read(kept.sha256) == CHARTER
    assert files.holds(kept.sha256)
    assert [path.name for path in folder.iterdir()] == [kept.sha256]


async def test_the_same_content_is_one_file_under_each_sender_s_name(files: KeptFiles) -> None:
    kept = await asyncio.gather(*(files.keep(CHARTER, f"version {number}.md") for number in range(8)))
    assert len({one.name for one in kept}) == 8
    assert await files.list_hashes() == {kept[0].sha256}


async def test_a_file_that_rotted_is_not_given_and_is_mended_when_sent_again(files: KeptFiles, folder: Path) -> None:
    kept = await files.keep(CHARTER, "charte.md")
    (folder / kept.sha256).write_bytes(CHARTER[:-1])
    with pytest.raises(FileLost):
        await files.read(kept.sha256)
    await files.keep(CHARTER, "charte.md")
    assert await files.read(kept.sha256) == CHARTER


@pytest.mark.parametrize("sha256", ["0" * 64, "", "../tmnlab.db", "A" * 64, "0" * 63 + "\n"])
async def test_what_is_not_there_or_no_hash_is_lost(files: KeptFiles, folder: Path, sha256: str) -> None:
    (folder.parent / "tmnlab.db").write_text("le reste")
    folder.mkdir()
    assert not files.holds(sha256)
    with pytest.raises(FileLost):
        await files.read(sha256)
    await files.forget([sha256])
    assert (folder.parent / "tmnlab.db").exists()


async def test_only_its_owner_may_read_the_disk(files: KeptFiles, folder: Path) -> None:
    kept = await files.keep(CHARTER, "charte.md")
    assert (folder / kept.sha256).stat().st_mode & 0o077 == 0
    assert folder.stat().st_mode & 0o077 == 0


@pytest.mark.errors_expected
async def test_a_disk_that_refuses_keeps_nothing_and_says_so(tmp_path: Path) -> None:
    (tmp_path / "files").write_text("not a folder")
    with pytest.raises(FileNotWritten):
        await KeptFiles(tmp_path / "files").keep(CHARTER, "charte.md")
    assert (tmp_path / "files").read_text() == "not a folder"


async def test_what_is_forgotten_is_gone(files: KeptFiles) -> None:
    kept, other = await files.keep(CHARTER, "charte.md"), await files.keep(PNG, "logo.png")
    await files.forget([kept.sha256])
    assert await files.list_hashes() == {other.sha256}
    await files.forget([kept.sha256])


# Sweeping


async def nothing() -> set[str]:
    return set()


async def test_a_sweep_removes_what_nothing_refers_to_and_what_a_crash_left(folder: Path) -> None:
    before = KeptFiles(folder)
    kept, orphan = await before.keep(CHARTER, "charte.md"), await before.keep(PNG, "logo.png")
    (folder / "0123.part").write_bytes(b"half")
    (folder / "LISEZ-MOI").write_text("not ours")

    async def in_use() -> set[str]:
        return {kept.sha256}

    after_restart = KeptFiles(folder)
    assert await after_restart.sweep(in_use) == 2
    assert {path.name for path in folder.iterdir()} == {kept.sha256, "LISEZ-MOI"}
    assert orphan.sha256 not in await after_restart.list_hashes()


async def test_a_file_just_kept_survives_one_sweep_until_its_row_is_written(files: KeptFiles) -> None:
    kept = await files.keep(CHARTER, "charte.md")
    assert await files.sweep(nothing) == 0
    assert files.holds(kept.sha256)
    assert await files.sweep(nothing) == 1


async def test_an_orphan_sent_again_is_not_swept_under_its_new_sender(folder: Path) -> None:
    await KeptFiles(folder).keep(CHARTER, "charte.md")
    files = KeptFiles(folder)
    kept = await files.keep(CHARTER, "charte.md")
    await files.sweep(nothing)
    assert files.holds(kept.sha256)


async def test_sweeping_a_folder_that_is_not_there_yet_is_nothing(files: KeptFiles) -> None:
    assert await files.sweep(nothing) == 0


async def test_a_question_that_fails_removes_nothing(folder: Path) -> None:
    kept = await KeptFiles(folder).keep(CHARTER, "charte.md")

    async def fail() -> set[str]:
        raise RuntimeError

    files = KeptFiles(folder)
    with pytest.raises(RuntimeError):
        await files.sweep(fail)
    assert files.holds(kept.sha256)


# Sizes


def test_size_is_judged_before_fetching() -> None:
    require_size(1)
    require_size(MOST_BYTES)
    with pytest.raises(EmptyFile):
        require_size(0)
    with pytest.raises(FileTooLarge):
        require_size(MOST_BYTES + 1)


async def test_ten_mebibytes_pass_and_one_byte_more_does_not(files: KeptFiles) -> None:
    assert (await files.keep(b"a" * MOST_BYTES, "long.txt")).size == MOST_BYTES
    with pytest.raises(FileTooLarge):
        await files.keep(b"a" * (MOST_BYTES + 1), "long.txt")
    with pytest.raises(EmptyFile):
        await files.keep(b"", "vide.pdf")
    assert len(await files.list_hashes()) == 1


# Types


@pytest.mark.parametrize(
    ("content", "name", "expected"),
    [
        (make_pdf(pdf_text("Bonjour")), "a.exe", FileType.PDF),
        (b"\xef\xbb\xbf\r\n%PDF-1.4 damaged", "a.pdf", FileType.PDF),
        (make_docx("Bonjour"), "a.zip", FileType.DOCX),
        (make_odt("<text:p>Bonjour</text:p>"), "a", FileType.ODT),
        (PNG, "a.jpg", FileType.PNG),
        (JPEG, "a.png", FileType.JPEG),
        (WEBP, "a.webp", FileType.WEBP),
        (GIF, "a.gif", FileType.GIF),
        ("Théâtre".encode(), "a.txt", FileType.TEXT),
        ("Théâtre".encode("utf-8-sig"), "a.MD", FileType.MARKDOWN),
        ("Théâtre".encode("utf-16"), "a.markdown", FileType.MARKDOWN),
        ("Théâtre – « l’œuvre »".encode("windows-1252"), "a.pdf", FileType.TEXT),
        (b"<p align=center>\n\n# Charte", "a.md", FileType.MARKDOWN),
        (b"<!-- lint off --> # Charte", "a.md", FileType.MARKDOWN),
        (b"MZ is how this sentence begins", "a.txt", FileType.TEXT),
    ],
)
def test_the_content_says_the_type(content: bytes, name: str, expected: FileType) -> None:
    assert tell_type(content, name) == expected


REFUSED = {
    "an executable named pdf": ELF,
    "an executable with a PDF inside": ELF + make_pdf(pdf_text("Bonjour")),
    "a Windows executable": b"MZ\x90\x00" + bytes(100),
    "a zip": make_zip({"charte.txt": "Bonjour"}),
    "a zip that says it is an ODT elsewhere": make_zip({"dossier/mimetype": "application/vnd.oasis.opendocument.text"}),
    "a spreadsheet": make_zip({"mimetype": "application/vnd.oasis.opendocument.spreadsheet"}),
    "a template": make_zip({"mimetype": "application/vnd.oasis.opendocument.text-template"}),
    "a self-extracting DOCX": b"MZ\x90\x00" + make_docx("Bonjour"),
    "a zip cut short": make_docx("Bonjour")[:200],
    "a page": b"<!DOCTYPE html><p>Bonjour",
    "a page behind comments": b"<!-- a --> <!-- b -->\n <HTML>",
    "a drawing": b'<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"/>',
    "a drawing in UTF-16": "<svg onload='alert(1)'/>".encode("utf-16"),
    "a script": b"#!/bin/sh\nrm -rf /",
    "rich text": b"{\\rtf1 Bonjour}",
    "PostScript": b"%!PS-Adobe-3.0",
    "half of UTF-16": "Théâtre".encode("utf-16")[:-1],
    "music": b"ID3\x03\x00" + bytes(50),
    "noise": random.Random(5).randbytes(4096),
}


@pytest.mark.parametrize("content", REFUSED.values(), ids=REFUSED.keys())
async def test_what_is_of_no_accepted_type_is_not_kept(files: KeptFiles, content: bytes) -> None:
    with pytest.raises(FileTypeRefused):
        await files.keep(content, "charte.pdf")
    assert await files.list_hashes() == set()


MACROS = {
    "a DOCM in disguise": make_docx("Bonjour", also={"word/vbaProject.bin": b"\xd0\xcf"}),
    "an ODT with scripts": make_odt("", also={"Basic/Standard/Module1.xml": "<a/>"}),
    "macros under another name": make_zip(
        {
            "[Content_Types].xml": docx_types() + "<!-- application/vnd.ms-office.vbaProject -->",
            "word/document.xml": "<a/>",
        }
    ),
}


@pytest.mark.parametrize("content", MACROS.values(), ids=MACROS.keys())
def test_macros_are_refused_and_named(content: bytes) -> None:
    with pytest.raises(FileWithMacros):
        tell_type(content, "a.docx")


def test_a_docm_is_of_no_accepted_type() -> None:
    types = docx_types("application/vnd.ms-word.document.macroEnabled.main+xml")
    with pytest.raises(FileTypeRefused):
        tell_type(make_zip({"[Content_Types].xml": types, "word/document.xml": "<a/>"}), "a.docx")


def test_a_template_of_word_is_of_no_accepted_type() -> None:
    types = docx_types(f"{OOXML}.template.main+xml")
    with pytest.raises(FileTypeRefused):
        tell_type(make_zip({"[Content_Types].xml": types}), "a.docx")


def test_an_old_word_document_is_told_what_to_do() -> None:
    with pytest.raises(OldWordFile):
        tell_type(bytes.fromhex("D0CF11E0A1B11AE1") + bytes(500), "a.docx")


BOMBS: dict[str, Callable[[], dict[str, bytes]]] = {
    "one enormous member": lambda: {"word/media/a.bmp": bytes(64 << 20)},
    "many large ones": lambda: {f"word/media/{n}.bmp": bytes(15 << 20) for n in range(40)},
    "very many members": lambda: {f"word/media/{n}": b"" for n in range(10_001)},
}


@pytest.mark.parametrize("members", BOMBS.values(), ids=BOMBS.keys())
def test_a_zip_bomb_is_refused_unopened(members: Callable[[], dict[str, bytes]]) -> None:
    content = make_docx(also=members())
    assert len(content) < MOST_BYTES
    with pytest.raises(SwollenFile):
        tell_type(content, "a.docx")


def told(content: bytes) -> FileType | str:
    try:
        return tell_type(content, "a.docx")
    except UserError as refusal:
        return refusal.key


@given(st.binary())
def test_any_bytes_have_a_type_or_are_refused(content: bytes) -> None:
    for start in (b"", b"PK\x03\x04", b"%PDF-", b"\xff\xfe"):
        answer = told(start + content)
        assert isinstance(answer, FileType) or answer.startswith("file-")


@given(st.data())
def test_a_damaged_document_has_a_type_or_is_refused(data: st.DataObject) -> None:
    content = bytearray(data.draw(st.sampled_from([make_docx("Bonjour"), make_odt("<text:p>Bonjour</text:p>")])))
    for _ in range(data.draw(st.integers(1, 6))):
        content[data.draw(st.integers(4, len(content) - 1))] = data.draw(st.integers(0, 255))
    answer = told(bytes(content))
    assert isinstance(answer, FileType) or answer.startswith("file-")


def test_every_refusal_is_a_sentence_and_the_types_are_named(catalogue: Catalogue) -> None:
    refusals = [EmptyFile(), FileTooLarge(), FileTypeRefused(), OldWordFile(), FileWithMacros(), SwollenFile()]
    for language in LANGUAGES:
        said = [catalogue.text(language, refusal.key, refusal.params) for refusal in [*refusals, FileLost()]]
        assert len(set(said)) == 7
        types = ("PDF", ".docx", ".odt", "Markdown", "PNG", "JPEG", "WebP", "GIF")
        assert all(name in said[2] for name in types)
        assert "10" in said[1]


# Names


@pytest.mark.parametrize(
    ("name", "file_type", "expected"),
    [
        ("Charte 2026.PDF", FileType.PDF, "Charte 2026.pdf"),
        ("C:\\Users\\moi\\charte.pdf", FileType.PDF, "charte.pdf"),
        ("../../etc/passwd", FileType.TEXT, "passwd.txt"),
        ("logo.pdf", FileType.PNG, "logo.png"),
        ("photo.jpeg", FileType.JPEG, "photo.jpeg"),
        ("notes.md", FileType.MARKDOWN, "notes.md"),
        ("notes.md", FileType.TEXT, "notes.txt"),
        ("charte v1.2", FileType.DOCX, "charte v1.2.docx"),
        ("charte.exe", FileType.PDF, "charte.exe.pdf"),
        ("charte\u202efdp.exe", FileType.PDF, "chartefdp.exe.pdf"),
        ("a\u200bb\u2066c\x00\n d\u2028e.pdf", FileType.PDF, "abc d e.pdf"),
        ("E\u0301te\u0301.pdf", FileType.PDF, "Été.pdf"),
        ("", FileType.PDF, "document.pdf"),
        (" ... ", FileType.GIF, "image.gif"),
        (".pdf", FileType.PDF, "document.pdf"),
        ("dossier/", FileType.PDF, "document.pdf"),
    ],
)
def test_a_name_is_shown_without_path_or_tricks(name: str, file_type: FileType, expected: str) -> None:
    assert clean_name(name, file_type) == expected


def test_an_endless_name_is_cut_and_keeps_its_extension() -> None:
    shown = clean_name("n" * 50_000_000 + ".markdown", FileType.MARKDOWN)
    assert shown == "n" * 91 + ".markdown"


@given(st.text(), st.sampled_from(FileType))
def test_any_name_becomes_a_short_line_with_the_right_extension(name: str, file_type: FileType) -> None:
    shown = clean_name(name, file_type)
    assert len(shown) <= 100
    assert len(shown.encode()) <= 200
    assert shown.rpartition(".")[2] in file_type.extensions
    assert not set("/\\") & set(shown)
    assert not [one for one in shown if unicodedata.category(one) in {"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"}]
    assert clean_name(shown, file_type) == shown
