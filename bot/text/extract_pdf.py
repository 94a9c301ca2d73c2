"""The text of a PDF, page by page. For the worker only: a hostile PDF can cost any amount of time and memory."""

from __future__ import annotations

import io
import re
from collections.abc import Callable, Iterator
from typing import TypeVar

from pypdf import PasswordType, PdfReader
from pypdf.errors import DependencyError, FileNotDecryptedError, LimitReachedError

from bot.text.office_zip import Damaged, Locked, Swollen

T = TypeVar("T")

# \b and the bounds keep a page of one endless word from costing the square of its length.
_CUT = re.compile(r"\b([^\W\d_]{1,40})[-\u2010]\n([^\W\d_]{1,40})")
_COMPOUND = re.compile(r"\b[^\W\d_]{1,40}-[^\W\d_]{1,40}")
_PREFIXES = frozenset({"celle", "celles", "celui", "ceux", "co", "demi", "ex", "là", "non", "peut", "semi", "sous"})


def pdf_pieces(content: bytes) -> Iterator[str]:
    """A page that cannot be read is passed over. Raises Locked, and after the last page Swollen or Damaged."""
    reader = _tried(lambda: _open(content))
    problem: Exception | None = None
    for number in range(_tried(lambda: len(reader.pages))):
        try:
            yield _rejoin(_page(reader, number)) + "\n\n"
        except (Damaged, Swollen) as error:
            problem = error
    if problem is not None:
        raise problem


def _open(content: bytes) -> PdfReader:
    reader = PdfReader(io.BytesIO(content))
    # Many are locked against changes only, and open with no password.
    if reader.is_encrypted and reader.decrypt("") == PasswordType.NOT_DECRYPTED:
        raise Locked
    return reader


def _page(reader: PdfReader, number: int) -> str:
    page = _tried(lambda: reader.pages[number])
    return _tried(page.extract_text)


def _rejoin(page: str) -> str:
    """Words cut at the end of a line are whole again, compounds keep their hyphen as far as the page tells them."""
    compounds = frozenset(_COMPOUND.findall(page))

    def join(cut: re.Match[str]) -> str:
        before, after = cut.groups()
        compound = f"{before}-{after}"
        kept = compound in compounds or before.lower() in _PREFIXES or not after[0].islower()
        return compound if kept else before + after

    return _CUT.sub(join, page)


def _tried(read: Callable[[], T]) -> T:
    try:
        return read()
    except (MemoryError, Locked):
        raise
    except LimitReachedError as error:
        raise Swollen from error
    except (DependencyError, FileNotDecryptedError) as error:
        raise Locked from error
    except Exception as error:  # a broken file makes pypdf raise anything (pypdf.errors says so)
        raise Damaged from error
