"""The bytes of a ballot box: pure encoding, no disk.

A box is two equal copies, one after the other, and a page that begins with a key. A copy is a fixed block (header and
electorate, written once) and a live block (one has-answered bit per elector, one counter per possible mark, the open
texts as a sorted multiset in space reserved at opening), each padded to whole pages and closed by a SHA-256. What a
live block says is a function of who has answered and of what was answered how often: no time, no order, no number of
writes.

Live blocks are veiled under the key, which is drawn anew for each state: overwriting those 32 bytes makes the state
before unreadable in the same instant as it makes the new one readable, so that no two states can ever be compared.
"""

from __future__ import annotations

import hmac
import struct
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from hashlib import sha256, shake_256
from secrets import token_bytes

MAGIC = b"TMNBALLT"
FORMAT = 2
PAGE = 4096
TOKEN_BYTES = 16
DIGEST_BYTES = 32
KEY_BYTES = 32

# magic, format, minimum electorate, minimum answers, rounding, electors, counters, bytes for texts, salt, key check
_HEADER = struct.Struct(">8sHHHHIII16s16s")
# Before each text: which question it answers, and its length in bytes.
_TEXT = struct.Struct(">HI")

Text = tuple[int, str]


class NoRoom(Exception):
    """The space reserved for texts is full."""


class DamagedBox(Exception):
    """Neither copy can be read."""


@dataclass(frozen=True, slots=True)
class Terms:
    """The thresholds frozen at opening; they are part of the file, so nobody lowers them later.

    `rounding`: published numbers of people are multiples of it.
    """

    minimum_electorate: int
    minimum_answers: int
    rounding: int = 1


@dataclass(frozen=True)
class Rolls:
    """The fixed block: who may answer, under which terms. `tokens` are sorted, 16 bytes each, one after the other.

    `room`: the bytes reserved for open texts.
    """

    terms: Terms
    counters: int
    room: int
    salt: bytes
    key_check: bytes
    tokens: bytes

    @property
    def electors(self) -> int:
        return len(self.tokens) // TOKEN_BYTES

    @cached_property
    def block(self) -> bytes:
        terms = self.terms
        header = _HEADER.pack(
            MAGIC, FORMAT, terms.minimum_electorate, terms.minimum_answers, terms.rounding,
            self.electors, self.counters, self.room, self.salt, self.key_check,
        )  # fmt: skip
        return _sealed(header + self.tokens)

    @cached_property
    def digest(self) -> bytes:
        return sha256(self.block).digest()

    @property
    def live_size(self) -> int:
        return _padded_size(self.numbers_size + DIGEST_BYTES) + (_padded_size(4 + self.room) if self.room else 0)

    @property
    def numbers_size(self) -> int:
        """Flags and counters."""
        return (self.electors + 7) // 8 + 4 * self.counters

    @property
    def copy_size(self) -> int:
        return len(self.block) + self.live_size

    @property
    def key_offset(self) -> int:
        """After the copies; at the start of a sector, so that a disk writes the key whole or not at all."""
        return 2 * self.copy_size

    def live_offset(self, copy: int) -> int:
        return copy * self.copy_size + len(self.block)

    def position(self, token: bytes) -> int | None:
        """The elector's place on the roll, by bisection."""
        low, high = 0, self.electors
        while low < high:
            middle = (low + high) // 2
            if self.tokens[middle * TOKEN_BYTES : (middle + 1) * TOKEN_BYTES] < token:
                low = middle + 1
            else:
                high = middle
        found = self.tokens[low * TOKEN_BYTES : (low + 1) * TOKEN_BYTES] == token
        return low if found and low < self.electors else None


@dataclass(frozen=True, slots=True)
class Live:
    """The live block: a bit per elector (most significant first), a count per mark, the texts in their own order."""

    answered: bytes
    counts: tuple[int, ...]
    texts: tuple[bytes, ...] = ()

    @classmethod
    def empty(cls, rolls: Rolls) -> Live:
        return cls(bytes((rolls.electors + 7) // 8), (0,) * rolls.counters)

    def has_answered(self, position: int) -> bool:
        return bool(self.answered[position // 8] & (0x80 >> position % 8))

    @property
    def turnout(self) -> int:
        return int.from_bytes(self.answered, "big").bit_count()

    def with_ballots(self, ballots: Iterable[Ballot]) -> Live:
        answered, counts, texts = bytearray(self.answered), list(self.counts), list(self.texts)
        for ballot in ballots:
            answered[ballot.position // 8] |= 0x80 >> ballot.position % 8
            for mark in ballot.marks:
                counts[mark] += 1
            texts += [_encode_text(text) for text in ballot.texts]
        return Live(bytes(answered), tuple(counts), tuple(sorted(texts)))

    def read_texts(self) -> tuple[Text, ...]:
        return tuple(sorted((_TEXT.unpack_from(text)[0], text[_TEXT.size :].decode()) for text in self.texts))

    def block(self, rolls: Rolls) -> bytes:
        """Flags and counters, sealed; then the texts, whose end is padded to a page and the rest left out.

        Raises NoRoom.
        """
        written = b"".join(self.texts)
        if len(written) > rolls.room:
            raise NoRoom
        body = self.answered + struct.pack(f">{rolls.counters}I", *self.counts)
        texts = struct.pack(">I", len(written)) + written if rolls.room else b""
        texts = texts.ljust(_padded_size(len(texts)), b"\0")
        return _sealed(body, bound_to=rolls.digest + sha256(texts).digest()) + texts


@dataclass(frozen=True, slots=True)
class Ballot:
    """The elector's position; the marks, each an index into the counts; the texts, each with its question's number."""

    position: int
    marks: Sequence[int] = ()
    texts: Sequence[Text] = ()


def box_key(secret_key: bytes, salt: bytes) -> bytes:
    return hmac.digest(secret_key, salt, "sha256")


def elector_token(key: bytes, user_id: int) -> bytes:
    return hmac.digest(key, user_id.to_bytes(8, "big"), "sha256")[:TOKEN_BYTES]


def key_check(key: bytes) -> bytes:
    return hmac.digest(key, b"key check", "sha256")[:TOKEN_BYTES]


def draw_up_rolls(
    *, secret_key: bytes, salt: bytes, electorate: Iterable[int], counters: int, terms: Terms, room: int = 0
) -> Rolls:
    key = box_key(secret_key, salt)
    tokens = sorted({elector_token(key, user_id) for user_id in electorate})
    return Rolls(terms, counters, room, salt, key_check(key), b"".join(tokens))


@dataclass(frozen=True, slots=True)
class State:
    """What is durable: the live block, the key it is under, and the number of a copy (0 or 1) in which it is whole."""

    live: Live
    key: bytes
    copy: int

    @classmethod
    def empty(cls, rolls: Rolls) -> State:
        return cls(Live.empty(rolls), token_bytes(KEY_BYTES), 0)

    def followed_by(self, live: Live) -> State:
        """The next one: in the other copy, under a key of its own."""
        return State(live, token_bytes(KEY_BYTES), 1 - self.copy)

    def block(self, rolls: Rolls) -> bytes:
        """As much of the live block as is in use: what is reserved and unused stays zero."""
        return _veiled(self.live.block(rolls), self.key)

    def copy_of(self, rolls: Rolls) -> bytes:
        return (rolls.block + self.block(rolls)).ljust(rolls.copy_size, b"\0")

    def image(self, rolls: Rolls) -> bytes:
        """The whole file at rest."""
        return 2 * self.copy_of(rolls) + self.key.ljust(PAGE, b"\0")


def read_box(content: bytes) -> tuple[Rolls, State]:
    """Raises DamagedBox when the key opens neither copy."""
    half = (len(content) - PAGE) // 2
    copies = [content[:half], content[half : 2 * half]]
    rolls = next((found for copy in copies if (found := _read_rolls(copy)) is not None), None)
    if rolls is None or rolls.copy_size != half:
        raise DamagedBox
    key = content[rolls.key_offset : rolls.key_offset + KEY_BYTES]
    for number, copy in enumerate(copies):
        if (live := _read_live(copy[len(rolls.block) :], key, rolls)) is not None:
            return rolls, State(live, key, number)
    raise DamagedBox


def _read_rolls(copy: bytes) -> Rolls | None:
    if len(copy) < _HEADER.size:
        return None
    magic, version, electorate, answers, rounding, electors, counters, room, salt, check = _HEADER.unpack_from(copy)
    size = _padded_size(_HEADER.size + electors * TOKEN_BYTES + DIGEST_BYTES)
    if magic != MAGIC or version != FORMAT or len(copy) < size:
        return None
    tokens = copy[_HEADER.size : _HEADER.size + electors * TOKEN_BYTES]
    rolls = Rolls(Terms(electorate, answers, rounding), counters, room, salt, check, tokens)
    return rolls if rolls.block == copy[:size] else None


def _read_live(veiled: bytes, key: bytes, rolls: Rolls) -> Live | None:
    numbers = _padded_size(rolls.numbers_size + DIGEST_BYTES)
    used = numbers
    if rolls.room:
        (length,) = struct.unpack(">I", _veiled(veiled[: numbers + 4], key)[numbers:])
        used += _padded_size(4 + min(length, rolls.room))
    block = _veiled(veiled[:used], key)
    flags = (rolls.electors + 7) // 8
    counts = struct.unpack_from(f">{rolls.counters}I", block, flags)
    texts = _split_texts(block[numbers:]) if rolls.room else ()
    if texts is None:
        return None
    live = Live(block[:flags], counts, texts)
    return live if live.block(rolls) == block else None


def _encode_text(text: Text) -> bytes:
    question, words = text
    written = words.encode("utf-8")
    return _TEXT.pack(question, len(written)) + written


def _split_texts(region: bytes) -> tuple[bytes, ...] | None:
    """None when they are none: the block is noise."""
    (length,) = struct.unpack_from(">I", region)
    texts: list[bytes] = []
    place, end = 4, 4 + length
    while place < end:
        if place + _TEXT.size > min(end, len(region)):
            return None
        _, size = _TEXT.unpack_from(region, place)
        texts.append(region[place : place + _TEXT.size + size])
        place += _TEXT.size + size
    return tuple(texts) if place == end <= len(region) else None


def _veiled(block: bytes, key: bytes) -> bytes:
    """Exclusive or with the SHAKE-256 stream of the key; twice is nothing. No two states share a key, nor a stream."""
    stream = shake_256(key).digest(len(block))
    return (int.from_bytes(block, "big") ^ int.from_bytes(stream, "big")).to_bytes(len(block), "big")


def _padded_size(size: int) -> int:
    return -(-size // PAGE) * PAGE


def _sealed(body: bytes, bound_to: bytes = b"") -> bytes:
    """Body, zeros to the end of the last page, digest."""
    padded = body.ljust(_padded_size(len(body) + DIGEST_BYTES) - DIGEST_BYTES, b"\0")
    return padded + sha256(bound_to + padded).digest()
