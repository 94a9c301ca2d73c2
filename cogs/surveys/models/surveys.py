"""A survey: a questionnaire put to some people until some moment; what becomes of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from bot.errors import UserError
from cogs.surveys.models.layout import Layout
from cogs.surveys.models.questionnaire import Kind, Question, Questionnaire
from cogs.surveys.models.tables import Results, Table, tables

MINIMUM_TEXTS = 10
# As in bot.anonymity.crossing: under it, nothing is shown by band.
MINIMUM_CROSSED = 50
ALIKE_WITHIN = timedelta(days=30)
# A closing later than its time by the clock's own slowness is no early one.
EARLY = timedelta(minutes=1)
# Room in the box: letters of French take little more than a byte; two each leave a margin.
BYTES_A_CHARACTER = 2
# Every state writes all the texts so far: beyond this, an answer would take longer than it may.
MOST_ROOM = 6_000_000


class Status(StrEnum):
    OPEN = "open"
    SUSPENDED = "suspended"
    CLOSED = "closed"
    CANCELLED = "cancelled"

    @property
    def is_over(self) -> bool:
        return self in {Status.CLOSED, Status.CANCELLED}


@dataclass(frozen=True, slots=True)
class Survey:
    """`withheld`: closed with fewer answers than it takes."""

    survey_id: int
    questionnaire_id: int
    questionnaire: Questionnaire
    channel_id: int
    role_id: int | None
    electorate: int
    minimum_answers: int
    status: Status
    opened_at: datetime
    closes_at: datetime
    box_id: str | None = None
    closed_at: datetime | None = None
    withheld: bool = False
    message_id: int | None = None
    result_message_id: int | None = None
    alike_id: int | None = None

    @property
    def is_early(self) -> bool:
        """Ended before its time, which is said."""
        return self.closed_at is not None and self.closes_at - self.closed_at > EARLY


@dataclass(frozen=True, slots=True)
class Closing:
    """One moderator asks to end a survey early; another confirms."""

    request_id: int
    survey_id: int
    asked_by: int
    asked_at: datetime


@dataclass(frozen=True, slots=True)
class Launch:
    """What a moderator asks for."""

    questionnaire_id: int
    channel_id: int
    role_id: int | None
    closes_at: datetime
    asked_by: int
    request_id: int = 0


@dataclass(frozen=True, slots=True)
class OpenText:
    text_id: int
    question: str
    text: str
    struck: bool = False


@dataclass(frozen=True, slots=True)
class Published:
    """What may be said of a closed survey. `counts` in the layout's order, None where withheld."""

    survey: Survey
    turnout: int
    counts: tuple[int | None, ...]

    def table(self, question: Question, band: int | None = None) -> Table | None:
        """None when it is withheld."""
        layout = Layout.of(self.survey.questionnaire)
        try:
            block = layout.block(question.id, band)
        except KeyError:
            return None
        if any(self.counts[place] is None for place in block.places):
            return None
        return self._results(layout).table(question.id, band)

    def _results(self, layout: Layout) -> Results:
        return tables(layout, [count or 0 for count in self.counts], self.turnout)

    def shown_bands(self, question: Question) -> list[int]:
        bands = range(len(self.survey.questionnaire.bands))
        return [band for band in bands if self.table(question, band) is not None]


def open_questions(questionnaire: Questionnaire) -> list[Question]:
    return [question for question in questionnaire.questions if question.kind is Kind.OPEN]


def room_for(questionnaire: Questionnaire, electorate: int) -> int:
    """Bytes for the texts of everybody, with their headers."""
    each = sum(question.characters * BYTES_A_CHARACTER + 6 for question in open_questions(questionnaire))
    if each * electorate > MOST_ROOM:
        raise TooMuchText
    return each * electorate


class SurveyNotFound(UserError):
    def __init__(self) -> None:
        super().__init__("surveys-not-found")


class SurveyNotOpen(UserError):
    def __init__(self, status: Status) -> None:
        super().__init__(f"surveys-not-open-{status}")


class QuestionnaireNotFound(UserError):
    def __init__(self) -> None:
        super().__init__("surveys-no-questionnaire")


class RequestGone(UserError):
    def __init__(self) -> None:
        super().__init__("surveys-request-gone")


class SameModerator(UserError):
    def __init__(self) -> None:
        super().__init__("surveys-same-moderator")


class ClosesTooSoon(UserError):
    def __init__(self) -> None:
        super().__init__("surveys-closes-too-soon")


class TooMuchText(UserError):
    """Too many open questions for so many people."""

    def __init__(self) -> None:
        super().__init__("surveys-too-much-text")


class FileUnfit(UserError):
    """Not a text of a size a questionnaire has."""

    def __init__(self) -> None:
        super().__init__("surveys-file-unfit")
