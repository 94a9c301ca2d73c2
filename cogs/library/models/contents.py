"""The content of a text of the library, as it is kept and exported."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

MOST_TITLE, MOST_SUMMARY, MOST_TEXT = 120, 300, 4000
MOST_TAGS, MOST_FILES = 8, 5


class Kind(StrEnum):
    CHARTER = "charter"
    EXPERIENCE = "experience"
    STUDY = "study"
    NOTES = "notes"


class AiUse(StrEnum):
    """How AI was used in writing the text; always shown."""

    NONE = "none"
    HELPED = "helped"
    DRAFTED = "drafted"
    TRANSLATED = "translated"


VENUES = (
    "national",
    "drama-centre",
    "stage",
    "municipal",
    "festival",
    "circus-street",
    "company",
    "opera-orchestra",
    "office",
    "network",
)
TRADES = (
    "direction",
    "administration",
    "production",
    "communication",
    "mediation",
    "box-office",
    "technical",
    "artistic",
    "training",
)
USUAL_LICENCE = SHARE_ALIKE = "cc-by-sa-4"
RESERVED = "all-rights-reserved"
LICENCES = (USUAL_LICENCE, "cc-by-4", "cc0-1", RESERVED)


@dataclass(frozen=True, slots=True)
class AttachedFile:
    """`text` is what search reads of it; `problem` says why there is none."""

    sha256: str
    name: str
    type: str
    size: int
    text: str = ""
    problem: str | None = None


@dataclass(frozen=True, slots=True)
class Content:
    """`tags` are keys of the thesaurus, or words that are not in it yet. `ai_use` is empty until it is chosen."""

    kind: Kind
    title: str = ""
    summary: str = ""
    text: str = ""
    tags: tuple[str, ...] = ()
    venue: str = ""
    trade: str = ""
    year: int | None = None
    licence: str = USUAL_LICENCE
    source: str = ""
    organisation: str = ""
    ai_use: str = ""
    files: tuple[AttachedFile, ...] = ()
    leaves_discord: bool = False
    leaves_with_name: bool = False
