"""What could be read of a file, and what stood in the way: the value between the bot and its worker."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from bot.text.office_zip import Damaged, Locked, Swollen
from bot.text.tidy import tidy

MOST_CHARACTERS = 400_000

Problem = Literal["encrypted", "damaged", "too-large", "too-slow", "no-text"]

# Typesetters' ligatures and hyphens: the words of the page, and not its drawing.
_PRINTED = {0x00AD: None, 0xFB00: "ff", 0xFB01: "fi", 0xFB02: "fl", 0xFB03: "ffi", 0xFB04: "ffl", 0xFB05: "st"}
_AIR = re.compile(r"\n{3,}")


@dataclass(frozen=True, slots=True)
class Extract:
    """With a problem, `text` is what could be read in spite of it: often the beginning, sometimes nothing."""

    text: str
    problem: Problem | None = None


class TooSlow(BaseException):
    """Time is up. No Exception, so that nothing on the way takes it for its own."""


def collect(pieces: Iterator[str]) -> tuple[str, Problem | None]:
    """Until the end, the limit or the first problem."""
    kept: list[str] = []
    problem: Problem | None = None
    room = MOST_CHARACTERS
    try:
        for piece in pieces:
            kept.append(piece[:room])
            if len(piece) > room:
                problem = "too-large"
                break
            room -= len(piece)
    except Locked:
        problem = "encrypted"
    except (Damaged, RecursionError):
        problem = "damaged"
    except (Swollen, MemoryError):
        problem = "too-large"
    except TooSlow:
        problem = "too-slow"
    return "".join(kept), problem


def settle(text: str, problem: Problem | None = None) -> Extract:
    """Tidied; nothing to read is a problem too."""
    readable = _AIR.sub("\n\n", tidy(text.translate(_PRINTED)))
    return Extract(readable, problem if readable or problem else "no-text")
