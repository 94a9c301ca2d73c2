"""The text of a DOCX or an ODT, as a reader would see it: no deleted words, no comments, no fields' code."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from xml.parsers import expat

from bot.text.office_zip import Damaged, Locked, OfficeZip

_PART_LIST_SIZE = 1 << 20
_OVERRIDE = re.compile(rb"<(?:\w+:)?Override\b[^>]*>")
_PART_NAME = re.compile(rb'PartName\s*=\s*["\']/([^"\']+)["\']')
# The document first, then its notes.
_DOCX_PARTS = (b"document.main+xml", b"footnotes+xml", b"endnotes+xml")


@dataclass(frozen=True, slots=True)
class Markup:
    """Local names of elements: whose characters count, what stands for characters, what ends a line, what is unseen."""

    spoken: frozenset[str]
    signs: Mapping[str, str]
    lines: frozenset[str]
    unseen: frozenset[str]


# Properties hold `tab` too, and Fallback repeats a text box for older programs.
_DOCX = Markup(
    spoken=frozenset({"t"}),
    signs={"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-"},
    lines=frozenset({"p"}),
    unseen=frozenset({"pPr", "rPr", "Fallback", "moveFrom"}),
)
_ODT = Markup(
    spoken=frozenset({"p", "h"}),
    signs={"tab": "\t", "line-break": "\n", "s": " "},
    lines=frozenset({"p", "h"}),
    unseen=frozenset({"annotation", "tracked-changes"}),
)


def docx_pieces(content: bytes) -> Iterator[str]:
    """Raises Damaged, Locked or Swollen; what was read until then has been given."""
    office = OfficeZip(content)
    for part in _docx_parts(office):
        yield from _spoken(office.chunks(part), _DOCX)


def odt_pieces(content: bytes) -> Iterator[str]:
    """Raises Damaged, Locked or Swollen; what was read until then has been given."""
    office = OfficeZip(content)
    manifest = office.begin("META-INF/manifest.xml", _PART_LIST_SIZE)
    if b"encryption-data" in manifest or "encrypted-package" in office.names:
        raise Locked
    yield from _spoken(office.chunks("content.xml"), _ODT)


def _docx_parts(office: OfficeZip) -> list[str]:
    """The main part may bear any name: Word on the web writes word/document2.xml."""
    overrides = _OVERRIDE.findall(office.begin("[Content_Types].xml", _PART_LIST_SIZE))
    found: list[str] = []
    for kind in _DOCX_PARTS:
        names = [match[1].decode() for item in overrides if kind in item and (match := _PART_NAME.search(item))]
        found += [name for name in names if name in office.names]
    return found or ["word/document.xml"]


def _spoken(chunks: Iterable[bytes], markup: Markup) -> Iterator[str]:
    """Without ever holding the whole document."""
    listener = _Listener(markup)
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.buffer_text = True
    parser.StartElementHandler = listener.start
    parser.EndElementHandler = listener.end
    parser.CharacterDataHandler = listener.characters
    parser.StartDoctypeDeclHandler = listener.refuse
    try:
        for chunk in chunks:
            parser.Parse(chunk, False)
            yield listener.take()
        parser.Parse(b"", True)
    except expat.ExpatError as error:
        raise Damaged from error
    yield listener.take()


class _Listener:
    def __init__(self, markup: Markup) -> None:
        self._markup = markup
        self._spoken = 0
        self._unseen = 0
        self._heard: list[str] = []

    def take(self) -> str:
        heard = "".join(self._heard)
        self._heard.clear()
        return heard

    def start(self, name: str, _attributes: Mapping[str, str]) -> None:
        local = _local(name)
        self._spoken += local in self._markup.spoken
        self._unseen += local in self._markup.unseen
        if not self._unseen and local in self._markup.signs:
            self._heard.append(self._markup.signs[local])

    def end(self, name: str) -> None:
        local = _local(name)
        self._spoken -= local in self._markup.spoken
        self._unseen -= local in self._markup.unseen
        if not self._unseen and local in self._markup.lines:
            self._heard.append("\n")

    def characters(self, text: str) -> None:
        if self._spoken and not self._unseen:
            self._heard.append(text)

    def refuse(self, *_declaration: object) -> None:
        """No office writes a DOCTYPE: here it could only bring entities, which multiply or reach outside."""
        raise Damaged


def _local(name: str) -> str:
    return name.rpartition(" ")[2]
