"""A questionnaire as values: what is asked, in which words. How it is read from a file is in `reading`."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

LANGUAGES = ("fr", "en")
PREFER_NOT_TO_SAY = "prefer-not-to-say"

AGREEMENT_LEVELS = 5
NO_OPINION = AGREEMENT_LEVELS
TOP_SCORE = 10

MOST_QUESTIONS = 25
LEAST_OPTIONS, MOST_OPTIONS, MOST_RANKED, MOST_BANDS = 2, 25, 5, 4
MOST_TITLE, MOST_INTRODUCTION, MOST_TEXT, MOST_OPTION = 100, 1500, 300, 100
USUAL_CHARACTERS, MOST_CHARACTERS = 500, 1000


class Kind(StrEnum):
    SINGLE = "single"
    SEVERAL = "several"
    AGREEMENT = "agreement"
    SCORE = "score"
    RANKING = "ranking"
    OPEN = "open"

    @property
    def has_options(self) -> bool:
        return self in {Kind.SINGLE, Kind.SEVERAL, Kind.RANKING}

    @property
    def is_scale(self) -> bool:
        return self in {Kind.AGREEMENT, Kind.SCORE}

    @property
    def decides(self) -> bool:
        """Whether a later question may depend on its options."""
        return self in {Kind.SINGLE, Kind.SEVERAL}

    @property
    def can_be_crossed(self) -> bool:
        """A ranking would need its duels per band, which rounding leaves unreadable."""
        return self not in {Kind.RANKING, Kind.OPEN}


@dataclass(frozen=True, slots=True)
class Wording:
    """One text by language, the questionnaire's first language first."""

    texts: tuple[tuple[str, str], ...]

    @property
    def first(self) -> str:
        return self.texts[0][1]

    def in_language(self, language: str) -> str:
        """The first language's where there is none in this one."""
        return dict(self.texts).get(language, self.first)

    def fits(self, most: int) -> bool:
        return all(len(text) <= most for _, text in self.texts)


@dataclass(frozen=True, slots=True)
class Option:
    id: str
    text: Wording


@dataclass(frozen=True, slots=True)
class Condition:
    """Shown to those who chose one of these options (their places) of an earlier question."""

    question: str
    places: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Question:
    """`maximum`: how many options may be ticked. `characters`: how long an open text may be."""

    id: str
    kind: Kind
    text: Wording
    help: Wording | None = None
    options: tuple[Option, ...] = ()
    required: bool = False
    maximum: int = 1
    characters: int = USUAL_CHARACTERS
    show_if: Condition | None = None

    @property
    def answers(self) -> int:
        """How many counters its answers need: per option or level; per ordered pair; for a text, that there is one."""
        size = len(self.options)
        return {
            Kind.AGREEMENT: AGREEMENT_LEVELS + 1,
            Kind.SCORE: TOP_SCORE + 1,
            Kind.RANKING: size * size,
            Kind.OPEN: 1,
        }.get(self.kind, size)


@dataclass(frozen=True, slots=True)
class Questionnaire:
    """`profile`: the id of the question whose options are the bands. `crossed`: ids of those counted per band too."""

    key: str
    languages: tuple[str, ...]
    title: Wording
    introduction: Wording
    questions: tuple[Question, ...]
    version: int = 1
    profile: str | None = None
    crossed: tuple[str, ...] = ()

    def question(self, question_id: str) -> Question:
        """Raises KeyError."""
        for question in self.questions:
            if question.id == question_id:
                return question
        raise KeyError(question_id)

    @property
    def bands(self) -> tuple[Option, ...]:
        """Of the profile question, "prefer not to say" first; none without one."""
        return self.question(self.profile).options if self.profile else ()
