"""Documents made byte by byte: the good, the damaged and the hostile."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Mapping
from xml.sax.saxutils import escape

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
OOXML = "application/vnd.openxmlformats-officedocument.wordprocessingml"
OASIS = "urn:oasis:names:tc:opendocument:xmlns"
ODT_MIME = "application/vnd.oasis.opendocument.text"

ELF = b"\x7fELF\x02\x01\x01" + bytes(9) + b"\x03\x00\x3e\x00" + bytes(200)
PNG = b"\x89PNG\r\n\x1a\n" + b"\x00\x00\x00\x0dIHDR" + bytes(20)
JPEG = b"\xff\xd8\xff\xe0\x00\x10JFIF\x00" + bytes(20)
GIF = b"GIF89a" + bytes(20)
WEBP = b"RIFF\x1a\x00\x00\x00WEBPVP8L" + bytes(20)


def make_zip(members: Mapping[str, str | bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return buffer.getvalue()


def docx_types(main: str = f"{OOXML}.document.main+xml", part: str = "/word/document.xml") -> str:
    return (
        '<?xml version="1.0" encoding="UTF-8"?>'
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="xml" ContentType="application/xml"/>'
        f'<Override PartName="{part}" ContentType="{main}"/>'
        f'<Override PartName="/word/footnotes.xml" ContentType="{OOXML}.footnotes+xml"/></Types>'
    )


def docx_document(body: str) -> str:
    return f'<?xml version="1.0"?><w:document xmlns:w="{WORD}"><w:body>{body}</w:body></w:document>'


def docx_paragraph(text: str) -> str:
    return f'<w:p><w:r><w:t xml:space="preserve">{escape(text)}</w:t></w:r></w:p>'


def make_docx(*paragraphs: str, body: str | None = None, also: Mapping[str, str | bytes] | None = None) -> bytes:
    inside = "".join(map(docx_paragraph, paragraphs)) if body is None else body
    return make_zip({"[Content_Types].xml": docx_types(), "word/document.xml": docx_document(inside), **(also or {})})


def make_odt(body: str, *, also: Mapping[str, str | bytes] | None = None) -> bytes:
    content = (
        '<?xml version="1.0"?>'
        f'<office:document-content xmlns:office="{OASIS}:office:1.0" xmlns:text="{OASIS}:text:1.0">'
        f"<office:body><office:text>{body}</office:text></office:body></office:document-content>"
    )
    return make_zip({"mimetype": ODT_MIME, "content.xml": content, **(also or {})})


def make_pdf(*pages: bytes, compress: bool = False) -> bytes:
    """One page per content stream, in Helvetica under WinAnsiEncoding."""
    font = b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>"
    numbers = range(4, 4 + 2 * len(pages), 2)
    kids = b" ".join(b"%d 0 R" % number for number in numbers)
    objects = {
        1: b"<< /Type /Catalog /Pages 2 0 R >>",
        2: b"<< /Type /Pages /Kids [%s] /Count %d >>" % (kids, len(pages)),
        3: font,
    }
    for number, page in zip(numbers, pages, strict=True):
        objects[number] = (
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] "
            b"/Resources << /Font << /F1 3 0 R >> >> /Contents %d 0 R >>" % (number + 1)
        )
        objects[number + 1] = _stream(page, compress=compress)
    return _assemble(objects)


def pdf_text(text: str) -> bytes:
    """A content stream that shows one line."""
    shown = text.encode("windows-1252").replace(b"\\", b"\\\\").replace(b"(", b"\\(").replace(b")", b"\\)")
    return b"BT /F1 12 Tf 72 720 Td (" + shown + b") Tj ET"


def _stream(content: bytes, *, compress: bool) -> bytes:
    body = zlib.compress(content, 9) if compress else content
    kind = b" /Filter /FlateDecode" if compress else b""
    return b"<< /Length %d%s >>\nstream\n%s\nendstream" % (len(body), kind, body)


def _assemble(objects: Mapping[int, bytes]) -> bytes:
    written = bytearray(b"%PDF-1.7\n")
    offsets: list[int] = []
    for number, content in sorted(objects.items()):
        offsets.append(len(written))
        written += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    table = len(written)
    written += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    written += b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    written += b"trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, table)
    return bytes(written)
