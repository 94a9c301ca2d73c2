"""Cuts a letter into messages: on sections, never inside an item, nothing lost, in order, never over the room."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Chunk:
    """A section, or what of it fits one message."""

    heading: str
    items: tuple[str, ...]

    @property
    def text(self) -> str:
        return "\n".join((self.heading, *self.items))


@dataclass(frozen=True, slots=True)
class Room:
    """`first`, `rest`: characters of the first message and of the others; `most`: sections in one message."""

    first: int
    rest: int
    most: int


Part = tuple[Chunk, ...]


def split(sections: Iterable[Chunk], room: Room, *, again: str) -> tuple[Part, ...]:
    """At least one part, which is empty without sections. `again` follows the heading of a section that goes on.

    Raises ValueError for an item that would fit no message.
    """
    parts, left = list[list[Chunk]]([[]]), room.first
    for section in sections:
        chunk = Chunk(section.heading, ())
        for item in section.items:
            grown = _grown(chunk, item)
            begins = not chunk.items
            cost = len(grown.text) - (0 if begins else len(chunk.text))
            if cost > left or (begins and len(parts[-1]) >= room.most):
                chunk, begins, left = Chunk(section.heading + (again if chunk.items else ""), ()), True, room.rest
                grown = _grown(chunk, item)
                cost = len(grown.text)
                parts.append([])
            if cost > left:
                raise ValueError("an item is longer than a message")
            parts[-1] = [*(parts[-1] if begins else parts[-1][:-1]), grown]
            chunk, left = grown, left - cost
    return tuple(tuple(part) for part in parts)


def _grown(chunk: Chunk, item: str) -> Chunk:
    return Chunk(chunk.heading, (*chunk.items, item))
