"""Polls, drafts and results as values, and the refusals that speak of them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

from bot.errors import UserError


class Kind(StrEnum):
    """How a ballot is filled in. With levels, each proposal gets a mention or a rank."""

    SINGLE = "single"
    SEVERAL = "several"
    JUDGMENT = "judgment"
    RANKING = "ranking"

    @property
    def has_levels(self) -> bool:
        return self in {Kind.JUDGMENT, Kind.RANKING}


class Status(StrEnum):
    OPEN = "open"
    SUSPENDED = "suspended"
    CLOSED = "closed"
    CANCELLED = "cancelled"

    @property
    def is_over(self) -> bool:
        return self in {Status.CLOSED, Status.CANCELLED}


class Withheld(StrEnum):
    """Why nothing is published."""

    FEW = "few"
    REVEALING = "revealing"


@dataclass(frozen=True, slots=True)
class Draft:
    """As it was typed; `proposals` and `grades` one a line. `draft_id` is 0 until stored."""

    draft_id: int
    author_id: int
    kind: Kind
    maximum: int | None
    closes_at: datetime
    channel_id: int
    role_id: int | None
    sensitive: bool = False
    reminder: bool = True
    question: str = ""
    context: str = ""
    proposals: str = ""
    grades: str = ""

    def filled(self, *, question: str, context: str, proposals: str, grades: str) -> Draft:
        return replace(self, question=question, context=context, proposals=proposals, grades=grades)


@dataclass(frozen=True, slots=True)
class Sheet:
    """What is printed on the ballot. `grades` best first, empty but for a majority judgment."""

    kind: Kind
    question: str
    context: str
    proposals: tuple[str, ...]
    maximum: int
    grades: tuple[str, ...] = ()

    @property
    def counters(self) -> int:
        """How many numbers the result needs: per proposal; per proposal and mention; per ordered pair."""
        size = len(self.proposals)
        return size * {Kind.JUDGMENT: len(self.grades), Kind.RANKING: size}.get(self.kind, 1)


@dataclass(frozen=True, slots=True)
class Alike:
    """A poll, or a survey, by its number. `question` where it is still known."""

    number: int
    question: str = ""
    is_survey: bool = False


@dataclass(frozen=True, slots=True)
class Poll:
    """`rounding`: published numbers are multiples of it, 1 unless the poll is sensitive."""

    poll_id: int
    sheet: Sheet
    channel_id: int
    role_id: int | None
    electorate: int
    minimum_answers: int
    rounding: int
    reminder: bool
    status: Status
    box_id: str | None
    opened_at: datetime
    closes_at: datetime
    closed_at: datetime | None = None
    message_id: int | None = None
    result_message_id: int | None = None
    withheld: Withheld | None = None
    alike: Alike | None = None
    """What asked nearly the same in the weeks before, announced on the card."""

    @property
    def sensitive(self) -> bool:
        return self.rounding > 1


@dataclass(frozen=True, slots=True)
class Result:
    """What may be published. `counts` as the box's counters: see `Sheet.counters` for their meaning."""

    turnout: int
    counts: tuple[int, ...]

    def row(self, place: int, width: int) -> tuple[int, ...]:
        """The counts of one proposal where each has `width` of them."""
        return self.counts[place * width : (place + 1) * width]


@dataclass(frozen=True, slots=True)
class ClosedPoll:
    """`result` is None when nothing is published; `poll.withheld` says why."""

    poll: Poll
    result: Result | None


@dataclass(frozen=True, slots=True)
class Opening:
    """What is frozen when a poll opens."""

    box_id: str
    electorate: int
    minimum_answers: int
    rounding: int
    opened_at: datetime
    alike: Alike | None = None


class Action(StrEnum):
    """What needs a second moderator."""

    CLOSE = "close"
    OPEN = "open"


@dataclass(frozen=True, slots=True)
class Request:
    """Asked by one moderator, to be confirmed by another. `subject_id`: a poll to close, a draft to open."""

    request_id: int
    action: Action
    subject_id: int
    asked_by: int
    asked_at: datetime


class SecondModeratorNeeded(UserError):
    """Whoever asked cannot be the one who confirms."""

    def __init__(self) -> None:
        super().__init__("polls-second-needed")


class RequestGone(UserError):
    def __init__(self) -> None:
        super().__init__("polls-request-gone")


class PollNotFound(UserError):
    def __init__(self) -> None:
        super().__init__("polls-not-found")


class PollNotOpen(UserError):
    """Closed, cancelled or suspended: the key says which."""

    def __init__(self, status: Status) -> None:
        super().__init__(f"polls-is-{status}")
        self.status = status


class PollStillOpen(UserError):
    def __init__(self) -> None:
        super().__init__("polls-still-open")


class DraftGone(UserError):
    def __init__(self) -> None:
        super().__init__("polls-draft-gone")


class NoSuchTemplate(UserError):
    def __init__(self) -> None:
        super().__init__("polls-no-such-template")


class NotAllowedToOpen(UserError):
    def __init__(self) -> None:
        super().__init__("polls-not-allowed-to-open")


class BadDraft(UserError):
    """The form is to be corrected; what was typed is in the draft."""


class AskedAlready(UserError):
    """Nearly the same, shortly before."""

    def __init__(self, alike: Alike) -> None:
        super().__init__("polls-alike-meanwhile")
        self.alike = alike
