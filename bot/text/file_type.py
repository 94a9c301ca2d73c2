"""What an attached file is, told by its content and never by its name; few types pass."""

from __future__ import annotations

import re
from enum import StrEnum

from bot.errors import UserError
from bot.text.decode import decode_text
from bot.text.office_zip import Damaged, Locked, OfficeZip, Swollen


class FileType(StrEnum):
    """The value is the usual extension."""

    PDF = "pdf"
    DOCX = "docx"
    ODT = "odt"
    MARKDOWN = "md"
    TEXT = "txt"
    PNG = "png"
    JPEG = "jpg"
    WEBP = "webp"
    GIF = "gif"

    @property
    def is_image(self) -> bool:
        return self in {FileType.PNG, FileType.JPEG, FileType.WEBP, FileType.GIF}

    @property
    def extensions(self) -> tuple[str, ...]:
        """Those that a file of this type may bear, the usual one first."""
        also = {FileType.MARKDOWN: ("markdown",), FileType.TEXT: ("text",), FileType.JPEG: ("jpeg",)}
        return (self.value, *also.get(self, ()))


class FileTypeRefused(UserError):
    """The message names the types that pass."""

    def __init__(self) -> None:
        super().__init__("file-type-refused")


class OldWordFile(UserError):
    """A .doc of before 2007; a DOCX under a password has the same envelope."""

    def __init__(self) -> None:
        super().__init__("file-old-word")


class FileWithMacros(UserError):
    def __init__(self) -> None:
        super().__init__("file-with-macros")


class SwollenFile(UserError):
    """A zip bomb, or what cannot be told from one."""

    def __init__(self) -> None:
        super().__init__("file-swollen")


_ZIP = b"PK\x03\x04"
_OLD_WORD = bytes.fromhex("D0CF11E0A1B11AE1")
_BEFORE_PDF = b"\xef\xbb\xbf \t\r\n"
_DOCX_MAIN = b"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
_ODT = b"application/vnd.oasis.opendocument.text"
_MACROS = re.compile(r"(^|/)vba(Project|Data)[^/]*$|^(Basic|Scripts)/", re.IGNORECASE)
# A whole page, drawing or script; Markdown may well begin with a lesser tag.
_ACTIVE_TEXT = re.compile(r"<(!doctype|html|head|body|script|style|iframe|svg)\b|<\?|#!|\{\\rtf|%!PS", re.IGNORECASE)
_LOOKED_AT = 1 << 20


def tell_type(content: bytes, name: str) -> FileType:
    """The name only says whether a text is Markdown. Raises a UserError for whatever is not accepted."""
    if content[:64].lstrip(_BEFORE_PDF).startswith(b"%PDF-"):
        return FileType.PDF
    if (image := _image_type(content)) is not None:
        return image
    if content.startswith(_ZIP):
        return _office_type(content)
    if content.startswith(_OLD_WORD):
        raise OldWordFile
    return _text_type(content, name)


def _image_type(content: bytes) -> FileType | None:
    if content.startswith(b"\x89PNG\r\n\x1a\n") and content[12:16] == b"IHDR":
        return FileType.PNG
    if content.startswith(b"\xff\xd8\xff"):
        return FileType.JPEG
    if content.startswith((b"GIF87a", b"GIF89a")):
        return FileType.GIF
    if content.startswith(b"RIFF") and content[8:12] == b"WEBP":
        return FileType.WEBP
    return None


def _office_type(content: bytes) -> FileType:
    try:
        office = OfficeZip(content)
        parts = office.begin("[Content_Types].xml", _LOOKED_AT)
        if _DOCX_MAIN in parts:
            found = FileType.DOCX
        elif office.begin("mimetype", len(_ODT) + 1).strip() == _ODT:
            found = FileType.ODT
        else:
            raise FileTypeRefused
    except Swollen as error:
        raise SwollenFile from error
    except (Damaged, Locked) as error:
        raise FileTypeRefused from error
    if b"vbaProject" in parts or any(_MACROS.search(member) for member in office.names):
        raise FileWithMacros
    return found


def _text_type(content: bytes, name: str) -> FileType:
    text = decode_text(content)
    if text is None or _ACTIVE_TEXT.match(_after_comments(text)):
        raise FileTypeRefused
    extension = name[-20:].rpartition(".")[2].lower()
    return FileType.MARKDOWN if extension in FileType.MARKDOWN.extensions else FileType.TEXT


def _after_comments(text: str) -> str:
    start = text[:_LOOKED_AT].lstrip()
    while start.startswith("<!--"):
        start = start.partition("-->")[2].lstrip()
    return start
