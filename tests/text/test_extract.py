"""The text of attached files: what a reader would see; whatever the file, an answer in time and nothing left behind."""

from __future__ import annotations

import asyncio
import io
import json
import logging
import os
import sys
import zlib
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pypdf import PdfReader, PdfWriter

from bot.text.decode import decode_text
from bot.text.extract import MOST_CHARACTERS, Extract, TextExtractor
from bot.text.file_type import FileType
from tests.documents import (
    ELF,
    ODT_MIME,
    PNG,
    docx_document,
    docx_paragraph,
    docx_types,
    make_docx,
    make_odt,
    make_pdf,
    make_zip,
    pdf_text,
)

PATIENT = 60.0  # seconds after which a reading hangs
SENTENCE = "L’œuvre d’été : « ça commence à Noël ? »"


def children() -> set[str]:
    """The command lines of our living or unburied children."""
    found: set[str] = set()
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            parent = stat.read_text().rpartition(")")[2].split()[1]
            command = (stat.parent / "cmdline").read_text().replace("\0", " ")
        except OSError:
            continue
        if int(parent) == os.getpid():
            found.add(f"{stat.parent.name} {command}")
    return found


def running(program: str) -> int:
    return sum(program in command for command in children())


@pytest.fixture(autouse=True)
async def no_process_is_left() -> AsyncIterator[None]:
    before = children()
    yield
    assert children() - before == set()


@pytest.fixture
def extractor() -> TextExtractor:
    return TextExtractor()


def scripted(program: str, seconds: float = 10.0) -> TextExtractor:
    """A worker that went wrong in its own way."""
    return TextExtractor(seconds=seconds, worker=(sys.executable, "-c", program))


# PDF


async def test_a_pdf_is_read_with_its_accents_page_after_page(extractor: TextExtractor) -> None:
    pdf = make_pdf(pdf_text(SENTENCE), pdf_text("Deuxième page"), compress=True)
    assert await extractor.extract_text(pdf, FileType.PDF) == Extract(f"{SENTENCE}\n\nDeuxième page")


async def test_ligatures_and_soft_hyphens_become_the_letters_of_the_word(extractor: TextExtractor) -> None:
    docx = make_docx("e\ufb03cace, \ufb01che, re\ufb02et, média\u00adtion, e\u0301te\u0301")
    assert (await extractor.extract_text(docx, FileType.DOCX)).text == "efficace, fiche, reflet, médiation, été"


async def test_ligatures_of_a_pdf_s_own_font_map_are_spelled_out(extractor: TextExtractor) -> None:
    pdf = make_pdf(b"BT /F1 12 Tf 72 720 Td (\xde) Tj ET").replace(b"/WinAnsiEncoding", b"/MacRomanEncoding")
    assert (await extractor.extract_text(pdf, FileType.PDF)).text == "fi"


async def test_words_cut_at_the_end_of_a_line_are_whole_and_compounds_stay(extractor: TextExtractor) -> None:
    lines = ("La média-", "tion, la co-", "construction, porte-", "voix ou porte-voix, Saint-", "Denis")
    page = b" 0 -14 Td ".join(pdf_text(line)[:-3].partition(b"Td ")[2] for line in lines)
    extract = await extractor.extract_text(make_pdf(b"BT /F1 12 Tf 72 720 Td " + page + b" ET"), FileType.PDF)
    assert extract.text == "La médiation, la co-construction, porte-voix ou porte-voix, Saint-Denis"


def encrypted(password: str, owner: str | None = None) -> bytes:
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(make_pdf(pdf_text("Confidentiel")))))
    writer.encrypt(password, owner, algorithm="RC4-128")
    buffer = io.BytesIO()
    writer.write(buffer)
    return buffer.getvalue()


async def test_a_pdf_under_a_password_is_said_to_be(extractor: TextExtractor) -> None:
    assert await extractor.extract_text(encrypted("secret"), FileType.PDF) == Extract("", "encrypted")


async def test_a_pdf_locked_against_changes_only_is_read(extractor: TextExtractor) -> None:
    assert await extractor.extract_text(encrypted("", "secret"), FileType.PDF) == Extract("Confidentiel")


async def test_a_pdf_without_words_has_no_text(extractor: TextExtractor) -> None:
    assert await extractor.extract_text(make_pdf(b"0 0 10 10 re f"), FileType.PDF) == Extract("", "no-text")


async def test_a_broken_page_does_not_hide_the_others(extractor: TextExtractor) -> None:
    pdf = make_pdf(pdf_text("Un"), pdf_text("Deux"), pdf_text("Trois"), compress=True)
    broken = pdf.replace(zlib.compress(pdf_text("Deux"), 9), b"\x00" * len(zlib.compress(pdf_text("Deux"), 9)))
    extract = await extractor.extract_text(broken, FileType.PDF)
    assert "Un" in extract.text
    assert "Trois" in extract.text
    assert "Deux" not in extract.text


PDF = make_pdf(pdf_text("Bonjour"))
DAMAGED: dict[str, tuple[bytes, FileType]] = {
    "a PDF cut in its head": (PDF[:60], FileType.PDF),
    "an executable after a PDF's first line": (b"%PDF-1.7\n" + ELF, FileType.PDF),
    "an executable": (ELF, FileType.PDF),
    "a PDF whose pages go in circles": (PDF.replace(b"/Kids [4 0 R]", b"/Kids [2 0 R]"), FileType.PDF),
    "a DOCX cut short": (make_docx("Bonjour")[:-40], FileType.DOCX),
    "a DOCX without a document": (make_zip({"[Content_Types].xml": docx_types()}), FileType.DOCX),
    "a DOCX whose document is no XML": (make_docx(body="<w:p>"), FileType.DOCX),
    "an ODT without content": (make_zip({"mimetype": ODT_MIME}), FileType.ODT),
    "bytes that are no text": (b"\x00\x01\x02", FileType.TEXT),
}


@pytest.mark.parametrize(("content", "file_type"), DAMAGED.values(), ids=DAMAGED.keys())
async def test_what_is_damaged_is_said_to_be(extractor: TextExtractor, content: bytes, file_type: FileType) -> None:
    assert (await extractor.extract_text(content, file_type)).problem == "damaged"


# Word and LibreOffice


async def test_a_docx_is_read_as_its_reader_sees_it(extractor: TextExtractor) -> None:
    body = (
        '<w:p><w:pPr><w:tabs><w:tab w:val="left"/></w:tabs></w:pPr><w:r><w:t>Lignes</w:t></w:r>'
        '<w:r><w:t xml:space="preserve"> rouges</w:t><w:tab/><w:t>2026</w:t><w:br/><w:t>suite</w:t></w:r></w:p>'
        "<w:p><w:del><w:r><w:delText>supprimé</w:delText></w:r></w:del><w:ins><w:r><w:t>ajouté</w:t></w:r></w:ins></w:p>"
        "<w:p><w:r><w:instrText>PAGE</w:instrText></w:r><w:moveFrom><w:r><w:t>déplacé</w:t></w:r></w:moveFrom></w:p>"
        "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>cellule</w:t></w:r></w:p></w:tc></w:tr></w:tbl>"
    )
    extract = await extractor.extract_text(make_docx(body=body), FileType.DOCX)
    assert extract == Extract("Lignes rouges\t2026\nsuite\najouté\n\ncellule")


async def test_a_docx_whose_document_bears_another_name_is_read_with_its_notes(extractor: TextExtractor) -> None:
    docx = make_zip(
        {
            "[Content_Types].xml": docx_types(part="/word/document2.xml"),
            "word/document2.xml": docx_document(docx_paragraph(SENTENCE)),
            "word/footnotes.xml": docx_document(docx_paragraph("Une note")),
            "word/comments.xml": docx_document(docx_paragraph("Un commentaire privé")),
        }
    )
    assert (await extractor.extract_text(docx, FileType.DOCX)).text == f"{SENTENCE}\nUne note"


async def test_an_odt_is_read_as_its_reader_sees_it(extractor: TextExtractor) -> None:
    body = (
        "<text:tracked-changes><text:p>supprimé</text:p></text:tracked-changes>"
        '<text:h>Charte</text:h><text:p>Lignes<text:s text:c="2000000000"/>rouges<text:tab/>2026<text:line-break/>suite'
        "<office:annotation><text:p>commentaire</text:p></office:annotation>"
        "<text:note><text:note-body><text:p>note</text:p></text:note-body></text:note></text:p>"
    )
    extract = await extractor.extract_text(make_odt(body), FileType.ODT)
    assert extract == Extract("Charte\nLignes rouges\t2026\nsuitenote")


async def test_an_odt_under_a_password_is_said_to_be(extractor: TextExtractor) -> None:
    manifest = "<manifest:manifest><manifest:encryption-data/></manifest:manifest>"
    odt = make_odt("<text:p>?</text:p>", also={"META-INF/manifest.xml": manifest})
    assert await extractor.extract_text(odt, FileType.ODT) == Extract("", "encrypted")


async def test_a_zip_member_under_a_password_is_said_to_be(extractor: TextExtractor) -> None:
    docx = bytearray(make_docx("Bonjour"))
    for mark, flags in ((b"PK\x01\x02", 8), (b"PK\x03\x04", 6)):
        start = docx.index(b"word/document.xml", docx.index(mark)) - (46 if flags == 8 else 30)
        docx[start + flags] |= 1
    assert await extractor.extract_text(bytes(docx), FileType.DOCX) == Extract("", "encrypted")


# Plain text


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "windows-1252"])
async def test_plain_text_is_read_in_the_encodings_of_its_time(extractor: TextExtractor, encoding: str) -> None:
    content = f"{SENTENCE}\r\nSuite".encode(encoding)
    assert await extractor.extract_text(content, FileType.TEXT) == Extract(f"{SENTENCE}\nSuite")


async def test_a_broken_byte_does_not_garble_the_accents(extractor: TextExtractor) -> None:
    content = "Théâtre, été, œuvre, à Noël, déjà, créé, Zoé".encode() + b"\xff"
    assert (await extractor.extract_text(content, FileType.MARKDOWN)).text.endswith("Zoé")


async def test_blank_text_and_pictures_have_no_text(extractor: TextExtractor) -> None:
    assert await extractor.extract_text(b" \n\t ", FileType.TEXT) == Extract("", "no-text")
    assert await extractor.extract_text(PNG, FileType.PNG) == Extract("", "no-text")


@given(st.text(st.characters(codec="windows-1252", exclude_categories=["Cc"])))
def test_what_windows_1252_wrote_is_always_text(text: str) -> None:
    assert decode_text(text.encode("windows-1252")) is not None


@given(st.text(st.characters(exclude_categories=["Cc", "Cs"])))
def test_utf_8_comes_back_as_it_was(text: str) -> None:
    assert decode_text(text.encode("utf-8-sig")) == text


# Hostile files


ENTITIES = (
    '<?xml version="1.0"?><!DOCTYPE w:document [<!ENTITY a "haha">'
    + "".join(f'<!ENTITY a{n} "{f"&a{n - 1 if n > 1 else str()};" * 10}">' for n in range(1, 10))
    + ']><w:document xmlns:w="w"><w:p><w:r><w:t>&a9;</w:t></w:r></w:p></w:document>'
)
OUTSIDE = (
    '<?xml version="1.0"?><!DOCTYPE w:document [<!ENTITY a SYSTEM "file:///etc/passwd">]>'
    '<w:document xmlns:w="w"><w:p><w:r><w:t>&a;</w:t></w:r></w:p></w:document>'
)


@pytest.mark.parametrize("xml", [ENTITIES, OUTSIDE], ids=["an entity bomb", "an entity from outside"])
async def test_entities_are_refused(extractor: TextExtractor, xml: str) -> None:
    docx = make_zip({"[Content_Types].xml": docx_types(), "word/document.xml": xml})
    assert await extractor.extract_text(docx, FileType.DOCX) == Extract("", "damaged")


async def test_a_zip_bomb_is_too_large(extractor: TextExtractor) -> None:
    docx = make_docx(body=" " * (64 << 20))
    assert await extractor.extract_text(docx, FileType.DOCX) == Extract("", "too-large")


async def test_a_member_larger_than_it_says_gives_no_more_than_it_says(extractor: TextExtractor) -> None:
    docx = bytearray(make_docx("mot " * 100_000))
    start = docx.index(b"PK\x01\x02", docx.index(b"PK\x01\x02") + 1)
    docx[start + 24 : start + 28] = (5000).to_bytes(4, "little")
    extract = await extractor.extract_text(bytes(docx), FileType.DOCX)
    assert extract.problem == "damaged"
    assert len(extract.text) < 5000


async def test_zips_in_zips_stay_closed(extractor: TextExtractor) -> None:
    inner = make_zip({"a": bytes(8 << 20)})
    for _ in range(5):
        inner = make_zip({f"{number}.zip": inner for number in range(10)})
    docx = make_docx("Bonjour", also={"word/embeddings/a.docx": inner})
    assert await extractor.extract_text(docx, FileType.DOCX) == Extract("Bonjour")


async def test_a_very_long_document_gives_its_beginning(extractor: TextExtractor) -> None:
    docx = make_docx(*(f"ligne {number} du texte" for number in range(40_000)))
    extract = await extractor.extract_text(docx, FileType.DOCX)
    assert extract.problem == "too-large"
    assert extract.text.startswith("ligne 0 du texte\nligne 1 ")
    assert MOST_CHARACTERS - 100 < len(extract.text) <= MOST_CHARACTERS


async def test_a_deep_document_breaks_nothing(extractor: TextExtractor) -> None:
    body = "<w:p>" * 200_000 + "<w:r><w:t>fond</w:t></w:r>" + "</w:p>" * 200_000
    assert (await extractor.extract_text(make_docx(body=body), FileType.DOCX)).text == "fond"


async def test_a_pdf_that_takes_forever_gives_the_pages_read_in_time() -> None:
    endless = b"BT /F1 12 Tf " + b"1 0 0 1 5 5 Tm (mot) Tj " * 280_000 + b"ET"
    pdf = make_pdf(pdf_text("Première page"), endless, compress=True)
    async with asyncio.timeout(PATIENT):
        extract = await TextExtractor(seconds=3).extract_text(pdf, FileType.PDF)
    assert extract == Extract("Première page", "too-slow")


async def test_a_pdf_bomb_is_held_within_memory_and_time(extractor: TextExtractor) -> None:
    pdf = make_pdf(b" " * (300 << 20), pdf_text("La suite"), compress=True)
    extract = await extractor.extract_text(pdf, FileType.PDF)
    assert extract.problem in {"too-large", "damaged"}


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.data())
async def test_no_damage_breaks_anything(extractor: TextExtractor, data: st.DataObject) -> None:
    documents = {FileType.PDF: PDF, FileType.DOCX: make_docx("Bonjour"), FileType.ODT: make_odt("<text:p>Oui</text:p>")}
    file_type = data.draw(st.sampled_from(list(documents)))
    content = bytearray(documents[file_type])
    for _ in range(data.draw(st.integers(1, 10))):
        content[data.draw(st.integers(0, len(content) - 1))] = data.draw(st.integers(0, 255))
    assert isinstance(await extractor.extract_text(bytes(content), file_type), Extract)


# The process apart


async def test_a_worker_that_never_answers_is_killed_in_time() -> None:
    async with asyncio.timeout(PATIENT):
        extract = await scripted("while True: pass", seconds=1).extract_text(PDF, FileType.PDF)
    assert extract == Extract("", "too-slow")


async def test_a_worker_that_does_not_listen_is_killed_in_time() -> None:
    stuck = scripted("import time; time.sleep(60)", seconds=1)
    assert await stuck.extract_text(PDF + bytes(8 << 20), FileType.PDF) == Extract("", "too-slow")


async def test_a_worker_s_children_die_with_it() -> None:
    program = "import subprocess, sys; subprocess.run([sys.executable, '-c', 'import time; time.sleep(61)'])"
    await scripted(program, seconds=1).extract_text(PDF, FileType.PDF)
    left = [path for path in Path("/proc").glob("[0-9]*/cmdline") if b"time.sleep(61)" in path.read_bytes()]
    assert left == []


@pytest.mark.parametrize(
    "program",
    [
        "import os; os.abort()",
        "print('Bonjour')",
        "print('[' * 100000)",
        'print(\'{"text": 5, "problem": null}\')',
        'print(\'{"text": "a", "problem": "other"}\')',
        "import sys\nwhile True: sys.stdout.write('a' * 65536)",
    ],
)
async def test_a_worker_that_answers_nonsense_is_not_believed(program: str) -> None:
    assert await scripted(program).extract_text(PDF, FileType.PDF) == Extract("", "damaged")


async def test_a_worker_s_text_can_be_stored_whatever_it_holds() -> None:
    program = r"""print('{"text": "a\\ud800b", "problem": null}')"""
    assert await scripted(program).extract_text(PDF, FileType.PDF) == Extract("ab")


async def test_without_a_process_the_file_is_only_not_read() -> None:
    missing = TextExtractor(worker=("/nonexistent/python",))
    assert await missing.extract_text(PDF, FileType.PDF) == Extract("", "too-slow")


async def test_the_worker_finds_no_secret_in_its_environment() -> None:
    program = "import json, os; print(json.dumps({'text': ' '.join(os.environ), 'problem': None}))"
    extract = await scripted(program).extract_text(PDF, FileType.PDF)
    assert set(extract.text.split()) <= {"PATH", "LC_ALL"}


async def test_the_worker_holds_itself_in_before_it_reads() -> None:
    program = (
        "import json, resource as r, bot.text.extract_worker as w; w._confine(1.5)\n"
        "names = ('AS', 'CPU', 'CORE', 'FSIZE', 'NPROC')\n"
        "limits = [r.getrlimit(getattr(r, 'RLIMIT_' + name)) for name in names]\n"
        "print(json.dumps({'text': json.dumps(limits), 'problem': None}))"
    )
    extract = await scripted(program).extract_text(PDF, FileType.PDF)
    assert json.loads(extract.text) == [[512 << 20] * 2, [4, 4], [0, 0], [0, 0], [0, 0]]


async def test_a_cancelled_reading_leaves_no_process() -> None:
    task = asyncio.create_task(scripted("while True: pass").extract_text(PDF, FileType.PDF))
    while not running("while True"):  # noqa: ASYNC110 - another process tells no event
        await asyncio.sleep(0.01)
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    assert running("while True") == 0


async def test_a_reading_cancelled_while_it_starts_leaves_no_process() -> None:
    for patience in range(8):
        task = asyncio.create_task(scripted("while True: pass").extract_text(PDF, FileType.PDF))
        for _ in range(patience):
            await asyncio.sleep(0)
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task


async def test_two_are_read_at_a_time_and_the_others_wait_without_losing_their_turn() -> None:
    extractor = scripted("import time; time.sleep(60)", seconds=0.7)
    most = 0

    async def watch() -> None:
        nonlocal most
        while True:
            most = max(most, running("sleep(60)"))
            await asyncio.sleep(0.05)

    watching = asyncio.create_task(watch())
    extracts = await asyncio.gather(*(extractor.extract_text(PDF, FileType.PDF) for _ in range(4)))
    watching.cancel()
    assert extracts == [Extract("", "too-slow")] * 4
    assert most == 2


async def test_no_log_holds_what_was_read(
    extractor: TextExtractor, caplog: pytest.LogCaptureFixture, capfd: pytest.CaptureFixture[str]
) -> None:
    with caplog.at_level(logging.DEBUG):
        for content in (PDF, PDF[:-200], make_docx("Bonjour"), make_docx(body="Bonjour<")):
            await extractor.extract_text(content, FileType.DOCX if content.startswith(b"PK") else FileType.PDF)
        await scripted("print('Bonjour')").extract_text(PDF, FileType.PDF)
    assert "Bonjour" not in caplog.text
    assert "Bonjour" not in "".join(capfd.readouterr())
