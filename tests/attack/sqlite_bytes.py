"""A SQLite file as an adversary reads it: rows, cells in the order they came, and the states a write-ahead log holds.

After https://www.sqlite.org/fileformat2.html. Overflow pages are not followed: no row of interest is that long.
"""

from __future__ import annotations

import sqlite3
import struct
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass

Value = int | float | str | bytes | None
Row = tuple[Value, ...]

MAGIC = b"SQLite format 3\0"
_TABLE_LEAF, _TABLE_INNER, _INDEX_LEAF, _INDEX_INNER = 13, 5, 10, 2
_WAL_HEADER, _FRAME_HEADER = 32, 24
_INTEGER_SIZES = {1: 1, 2: 2, 3: 3, 4: 4, 5: 6, 6: 8}


def is_database(content: bytes) -> bool:
    return content.startswith(MAGIC)


def list_tables(content: bytes) -> dict[str, list[Row]]:
    """Every table, its rows in the order of their keys."""
    with closing(_open(content)) as connection:
        return {name: _rows(connection, name) for name, _ in _roots(connection)}


def list_cells(content: bytes) -> dict[str, list[Row]]:
    """Every table, its rows in the order in which they came into their pages."""
    with closing(_open(content)) as connection:
        roots = list(_roots(connection))
    return {name: [row for page in _leaves(content, root) for row in _cells(page)] for name, root in roots}


def replay(content: bytes, wal: bytes) -> Iterator[bytes]:
    """The database after each transaction that the log still holds, leftovers of earlier rounds of the log first."""
    rounds: dict[bytes, list[tuple[int, int, bytes]]] = {}
    for salts, number, size, page in _frames(wal):
        rounds.setdefault(salts, []).append((number, size, page))
    current = wal[16:24]
    for salts in sorted(rounds, key=lambda salts: salts == current):
        pages = bytearray(content)
        for number, size, page in rounds[salts]:
            end = number * len(page)
            pages.extend(bytes(max(0, end - len(pages))))
            pages[end - len(page) : end] = page
            if size:  # the last frame of a transaction
                yield bytes(pages[: size * len(page)])


def _frames(wal: bytes) -> Iterator[tuple[bytes, int, int, bytes]]:
    if len(wal) < _WAL_HEADER:
        return
    page_size: int = struct.unpack_from(">I", wal, 8)[0]
    for start in range(_WAL_HEADER, len(wal) - _FRAME_HEADER - page_size + 1, _FRAME_HEADER + page_size):
        number, size = struct.unpack_from(">II", wal, start)
        body = start + _FRAME_HEADER
        if number:
            yield wal[start + 8 : start + 16], number, size, wal[body : body + page_size]


def _open(content: bytes) -> sqlite3.Connection:
    connection = sqlite3.connect(":memory:")
    # A database in memory has no write-ahead log: bytes 18 and 19 would ask for one.
    connection.deserialize(content[:18] + b"\1\1" + content[20:])
    connection.text_factory = _text
    return connection


def _text(raw: bytes) -> str:
    return raw.decode("utf-8", "replace")


def _roots(connection: sqlite3.Connection) -> Iterator[tuple[str, int]]:
    yield from connection.execute("SELECT name, rootpage FROM sqlite_master WHERE type = 'table' AND rootpage > 0")


def _rows(connection: sqlite3.Connection, table: str) -> list[Row]:
    return list(connection.execute(f'SELECT * FROM "{table}"'))  # noqa: S608 - a name out of the file itself


@dataclass(frozen=True, slots=True)
class _Page:
    content: bytes
    header: int
    """Where the b-tree header begins: after the file's own on page 1."""

    @property
    def kind(self) -> int:
        return self.content[self.header]

    @property
    def offsets(self) -> list[int]:
        number: int = struct.unpack_from(">H", self.content, self.header + 3)[0]
        start = self.header + (12 if self.kind in {_TABLE_INNER, _INDEX_INNER} else 8)
        return list(struct.unpack_from(f">{number}H", self.content, start))


def _page(content: bytes, number: int) -> _Page:
    size: int = struct.unpack_from(">H", content, 16)[0]
    size = 65536 if size == 1 else size
    return _Page(content[(number - 1) * size : number * size], 100 if number == 1 else 0)


def _leaves(content: bytes, root: int) -> list[_Page]:
    """By page number: the order in which pages were taken."""
    leaves: list[tuple[int, _Page]] = []
    pending = [root]
    while pending:
        number = pending.pop()
        page = _page(content, number)
        if page.kind in {_TABLE_INNER, _INDEX_INNER}:
            pending += [struct.unpack_from(">I", page.content, offset)[0] for offset in page.offsets]
            pending.append(struct.unpack_from(">I", page.content, page.header + 8)[0])
        if page.kind != _TABLE_INNER:
            leaves.append((number, page))
    return [page for _, page in sorted(leaves, key=lambda numbered: numbered[0])]


def _cells(page: _Page) -> Iterator[Row]:
    """A page fills from its end: the greatest offset came first."""
    for offset in sorted(page.offsets, reverse=True):
        start = offset + (4 if page.kind == _INDEX_INNER else 0)
        _, start = _varint(page.content, start)
        if page.kind == _TABLE_LEAF:
            _, start = _varint(page.content, start)
        yield _record(page.content, start)


def _record(content: bytes, start: int) -> Row:
    size, place = _varint(content, start)
    types: list[int] = []
    while place < start + size:
        kind, place = _varint(content, place)
        types.append(kind)
    values: list[Value] = []
    for kind in types:
        value, place = _value(content, place, kind)
        values.append(value)
    return tuple(values)


def _value(content: bytes, place: int, kind: int) -> tuple[Value, int]:
    if kind in {8, 9}:
        return kind - 8, place
    if size := _INTEGER_SIZES.get(kind):
        return int.from_bytes(content[place : place + size], "big", signed=True), place + size
    if kind == 7:
        return struct.unpack_from(">d", content, place)[0], place + 8
    if kind < 12:
        return None, place
    size = (kind - 12) // 2
    raw = content[place : place + size]
    return (_text(raw) if kind % 2 else raw), place + size


def _varint(content: bytes, place: int) -> tuple[int, int]:
    value = 0
    for step in range(8):
        byte = content[place + step]
        value = value << 7 | byte & 0x7F
        if byte < 0x80:
            return value, place + step + 1
    return value << 8 | content[place + 8], place + 9
