"""The zip of a DOCX or an ODT, opened with distrust: few members, known compressions, bounded reading."""

from __future__ import annotations

import io
import lzma
import struct
import zipfile
import zlib
from collections.abc import Iterator

MOST_MEMBERS = 10_000
MOST_UNPACKED = 512 << 20
# A long table reaches 100, a blank picture deflate's own limit of 1,032: pictures are let through when small.
MOST_RATIO = 250
SMALL = 16 << 20

_ENCRYPTED = 0x1
_CHUNK = 1 << 16

UNREADABLE = (
    zipfile.BadZipFile,
    zlib.error,
    lzma.LZMAError,
    struct.error,
    NotImplementedError,
    RuntimeError,
    OSError,
    EOFError,
    ValueError,
    KeyError,
)


class Damaged(Exception):
    """Nothing can be made of it."""


class Swollen(Exception):
    """Enormous once unpacked."""


class Locked(Exception):
    """Opens with a password only."""


class OfficeZip:
    """Raises Damaged or Swollen when it is opened. `names` are those of the members, as written."""

    def __init__(self, content: bytes) -> None:
        # Counted before zipfile makes an object of each.
        if content.count(b"PK\x01\x02") > MOST_MEMBERS:
            raise Swollen
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(content))
        except UNREADABLE as error:
            raise Damaged from error
        members = self._zip.infolist()
        self.names = frozenset(member.filename for member in members)
        if sum(member.file_size for member in members) > MOST_UNPACKED or any(map(_is_bomb, members)):
            raise Swollen

    def begin(self, name: str, size: int) -> bytes:
        """At most the first `size` bytes of a member; none when it is missing."""
        if name not in self.names:
            return b""
        return next(self.chunks(name, size=size), b"")

    def chunks(self, name: str, size: int = _CHUNK) -> Iterator[bytes]:
        """Raises Damaged, or Locked under a password. Never gives more than the member declares."""
        try:
            member = self._zip.getinfo(name)
            if member.flag_bits & _ENCRYPTED:
                raise Locked
            # The others may ask for gigabytes of dictionary.
            if member.compress_type not in {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED}:
                raise Damaged
            with self._zip.open(member) as opened:
                while chunk := opened.read(size):
                    yield chunk
        except UNREADABLE as error:
            raise Damaged from error


def _is_bomb(member: zipfile.ZipInfo) -> bool:
    return member.file_size > SMALL and member.file_size > member.compress_size * MOST_RATIO
