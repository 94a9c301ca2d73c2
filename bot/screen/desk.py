"""What the review desk shows of something that waits, and the ways to decide it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal

from discord.ui import Button


@dataclass(frozen=True, slots=True)
class Choice:
    """One way to decide: a button with the label `review-choice-<key>`. `asks`: a form asks for words first.

    `weight` is how the button looks: good, bad or plain.
    """

    key: str
    weight: Literal["good", "bad", "plain"] = "plain"
    asks: bool = False


@dataclass(frozen=True, slots=True)
class Subject:
    """What moderators see of what waits: texts in their language, at most 2,500 characters in all, and buttons."""

    title: str
    blocks: tuple[str, ...]
    buttons: tuple[Button[Any], ...] = ()
