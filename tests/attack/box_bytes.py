"""A ballot box as an adversary reads it, from the documentation: written apart from the bot's own reader on purpose."""

from __future__ import annotations

import hmac
import struct
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from hashlib import shake_256

from tests.attack.evidence import State

_MAGIC = b"TMNBALLT"
_HEADER = struct.Struct(">8sHHHHIII16s16s")
_TOKEN, _SECTOR, _KEY, _PAGE, _DIGEST = 16, 512, 32, 4096, 32
_REST = bytes(_SECTOR - _KEY)


@dataclass(frozen=True, slots=True)
class RollsRead:
    counters: int
    salt: bytes
    tokens: tuple[bytes, ...]

    @property
    def flag_bytes(self) -> int:
        return (len(self.tokens) + 7) // 8

    def names(self, secret_key: bytes, members: Iterable[int]) -> dict[int, int]:
        """Place on the roll → member, by trying every member: this is what SECRET_KEY gives."""
        key = hmac.digest(secret_key, self.salt, "sha256")
        tokens = {hmac.digest(key, member.to_bytes(8, "big"), "sha256")[:_TOKEN]: member for member in members}
        return {place: tokens[token] for place, token in enumerate(self.tokens) if token in tokens}


def find_rolls(content: bytes) -> Iterator[RollsRead]:
    """Wherever a fixed block begins."""
    place = content.find(_MAGIC)
    while place >= 0:
        if (rolls := _rolls_at(content, place)) is not None:
            yield rolls
        place = content.find(_MAGIC, place + 1)


def opened(content: bytes) -> tuple[bytes, bytes, bytes]:
    """All that a whole box says: what never changes, and its two live blocks under its own key."""
    half = (len(content) - _PAGE) // 2
    _, _, _, _, _, electors, counters, room, _, _ = _HEADER.unpack_from(content)
    fixed = _padded(_HEADER.size + _TOKEN * electors + _DIGEST)
    numbers = _padded((electors + 7) // 8 + 4 * counters + _DIGEST)
    key = content[2 * half :][:_KEY]
    live = content[fixed:half], content[half + fixed : 2 * half]
    one, other = (_open_live(block, key, numbers, room) for block in live)
    return content[:fixed] + content[half : half + fixed] + content[2 * half + _KEY :], one, other


def _open_live(block: bytes, key: bytes, numbers: int, room: int) -> bytes:
    """Flags, counters and the texts in use are veiled; what is reserved and unused is zero."""
    used = numbers
    if room:
        (length,) = struct.unpack(">I", _veil(block[: numbers + 4], key)[numbers:])
        used += _padded(4 + length)
    return _veil(block[:used], key) + block[used:]


def _veil(block: bytes, key: bytes) -> bytes:
    stream = int.from_bytes(shake_256(key).digest(len(block)), "big")
    return (int.from_bytes(block, "big") ^ stream).to_bytes(len(block), "big")


def _padded(size: int) -> int:
    return -(-size // _PAGE) * _PAGE


def find_keys(content: bytes) -> set[bytes]:
    """Wherever a sector is 32 bytes of noise and then nothing: many are no keys, and none that is one is missed."""
    starts = range(0, len(content) - _SECTOR + 1, _SECTOR)
    sectors = (content[start : start + _SECTOR] for start in starts)
    return {sector[:_KEY] for sector in sectors if sector[_KEY:] == _REST and len(set(sector[:_KEY])) > _KEY // 2}


def unveil(content: bytes, keys: Iterable[bytes]) -> Iterator[bytes]:
    """The first sector of everything that may be a live block, under every key, and as it stands.

    A block half overwritten, from its beginning or at its end, is among them.
    """
    sectors = [content[start : start + _SECTOR] for start in range(0, len(content) - _SECTOR + 1, _SECTOR)]
    yield from sectors
    noise = [int.from_bytes(sector, "big") for sector in sectors if bytes(16) not in sector]
    for key in keys:
        stream = int.from_bytes(shake_256(key).digest(_SECTOR), "big")
        yield from ((sector ^ stream).to_bytes(_SECTOR, "big") for sector in noise)


def find_states(content: bytes, rolls: RollsRead, names: dict[int, int], keys: Iterable[bytes]) -> set[State]:
    """Of a poll of one choice, wherever on the disk a sector begins like a live block, whole or not.

    Flags, counters that add up to as many people, zeros to the end of the sector: the digest is not asked for, so that
    a block half overwritten is found too. Electorates above some 3,800 would need more than one sector.
    """
    width = rolls.flag_bytes + 4 * rolls.counters
    assert width < _SECTOR
    rest, unused = bytes(_SECTOR - width), 8 * rolls.flag_bytes - len(rolls.tokens)
    states: set[State] = set()
    for sector in unveil(content, keys):
        if sector[width:] != rest:
            continue
        flags = int.from_bytes(sector[: rolls.flag_bytes], "big")
        counts = struct.unpack_from(f">{rolls.counters}I", sector, rolls.flag_bytes)
        if flags and flags.bit_count() == sum(counts) and not flags & ((1 << unused) - 1):
            states.add(State(_voters(flags >> unused, len(rolls.tokens), names), counts))
    return states


def _voters(flags: int, electors: int, names: dict[int, int]) -> frozenset[int]:
    """Those among them that have a name: with another SECRET_KEY, nobody."""
    return frozenset(names[place] for place in names if flags >> (electors - 1 - place) & 1)


def _rolls_at(content: bytes, place: int) -> RollsRead | None:
    if place + _HEADER.size > len(content):
        return None
    _, _, _, _, _, electors, counters, _, salt, _ = _HEADER.unpack_from(content, place)
    start = place + _HEADER.size
    if start + electors * _TOKEN > len(content):
        return None
    tokens = [content[start + _TOKEN * number : start + _TOKEN * (number + 1)] for number in range(electors)]
    return RollsRead(counters, salt, tuple(tokens)) if tokens and tokens == sorted(tokens) else None
