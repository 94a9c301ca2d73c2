"""Tags and the refusals about them. Pure."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from bot.errors import UserError
from bot.text.tidy import tidy_lines

LONGEST_NAME = 40
MOST_SYNONYMS = 40
MOST_TAGS = 2_000

Language = Literal["fr", "en"]


@dataclass(frozen=True, slots=True)
class Tag:
    """`broader` is the key of a tag that holds this one."""

    key: str
    fr: str
    en: str
    fr_synonyms: tuple[str, ...] = ()
    en_synonyms: tuple[str, ...] = ()
    broader: str | None = None

    def name(self, language: str) -> str:
        """In French for any language but English."""
        return self.en if language == "en" else self.fr

    @property
    def names(self) -> tuple[str, ...]:
        """Every name in either language, the two proper ones first, each once."""
        return tuple(dict.fromkeys((self.fr, self.en, *self.fr_synonyms, *self.en_synonyms)))


class TagNameUnfit(UserError):
    """Empty, too long, or without a letter or a digit."""

    def __init__(self) -> None:
        super().__init__("error-tag-name", longest=LONGEST_NAME)


class TagNameTaken(UserError):
    def __init__(self, name: str) -> None:
        super().__init__("error-tag-taken", name=name)


class TagUnknown(UserError):
    def __init__(self, name: str) -> None:
        super().__init__("error-tag-unknown", name=name[:LONGEST_NAME])


class TagMergesIntoItself(UserError):
    def __init__(self) -> None:
        super().__init__("error-tag-merge")


class TooManyNames(UserError):
    """Of one tag, or tags in all."""

    def __init__(self, most: int) -> None:
        super().__init__("error-tag-many", most=most)


def fit_name(name: str) -> str:
    """Raises TagNameUnfit."""
    line = " ".join(tidy_lines(name[: LONGEST_NAME * 4]))
    if not 0 < len(line) <= LONGEST_NAME or not any(character.isalnum() for character in line):
        raise TagNameUnfit
    return line


def read_themes(path: Path) -> Iterator[Tag]:
    """The tags of a shipped file: `[[theme]]` with key, fr, en, fr_synonyms, en_synonyms, broader; none without it."""
    if not path.exists():
        return
    content: dict[str, Any] = tomllib.loads(path.read_text(encoding="utf-8"))
    for theme in content.get("theme", []):
        yield Tag(
            key=theme["key"],
            fr=theme["fr"],
            en=theme["en"],
            fr_synonyms=tuple(theme.get("fr_synonyms", ())),
            en_synonyms=tuple(theme.get("en_synonyms", ())),
            broader=theme.get("broader"),
        )
