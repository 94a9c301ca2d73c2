"""Polls as values, and the rules that need nothing else."""

from __future__ import annotations

import csv
import io
import json
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

from bot.errors import UserError

LEAST_PROPOSALS, MOST_PROPOSALS = 2, 20
MOST_QUESTION, MOST_CONTEXT, MOST_PROPOSAL = 200, 800, 80
SNIPPET = 300


class Kind(StrEnum):
    SINGLE = "single"
    SEVERAL = "several"


class Status(StrEnum):
    OPEN = "open"
    SUSPENDED = "suspended"
    CLOSED = "closed"
    CANCELLED = "cancelled"

    @property
    def is_over(self) -> bool:
        return self in {Status.CLOSED, Status.CANCELLED}


@dataclass(frozen=True, slots=True)
class Draft:
    """As it was typed; `proposals` one a line. `draft_id` is 0 until stored."""

    draft_id: int
    author_id: int
    kind: Kind
    maximum: int | None
    closes_at: datetime
    channel_id: int
    role_id: int | None
    question: str = ""
    context: str = ""
    proposals: str = ""

    def filled(self, *, question: str, context: str, proposals: str) -> Draft:
        return replace(self, question=question, context=context, proposals=proposals)


@dataclass(frozen=True, slots=True)
class Sheet:
    """A draft read and found good: what will be printed on the ballot."""

    question: str
    context: str
    proposals: tuple[str, ...]
    maximum: int


@dataclass(frozen=True, slots=True)
class Poll:
    """`maximum` is how many proposals one ballot may tick, 1 for a single choice."""

    poll_id: int
    kind: Kind
    maximum: int
    question: str
    context: str
    proposals: tuple[str, ...]
    channel_id: int
    role_id: int | None
    electorate: int
    minimum_answers: int
    status: Status
    box_id: str | None
    opened_at: datetime
    closes_at: datetime
    closed_at: datetime | None = None
    message_id: int | None = None
    result_message_id: int | None = None


@dataclass(frozen=True, slots=True)
class Result:
    """What may be published. `votes` in the ballot's order."""

    turnout: int
    votes: tuple[int, ...]

    def ranking(self) -> list[int]:
        """Places of the proposals, most votes first; equal ones in the ballot's order."""
        return sorted(range(len(self.votes)), key=lambda place: (-self.votes[place], place))


@dataclass(frozen=True, slots=True)
class ClosedPoll:
    """`result` is None when too few people answered for anything to be published."""

    poll: Poll
    result: Result | None


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


class RoleGone(UserError):
    def __init__(self) -> None:
        super().__init__("polls-role-gone")


class NotAllowedToOpen(UserError):
    def __init__(self) -> None:
        super().__init__("polls-not-allowed-to-open")


class BadDraft(UserError):
    """The form is to be corrected; what was typed is in the draft."""


def check_maximum(kind: Kind, maximum: int | None) -> None:
    """Raises BadDraft where a maximum makes no sense."""
    if kind is Kind.SINGLE and maximum is not None:
        raise BadDraft("polls-maximum-for-single")


def read_draft(draft: Draft) -> Sheet:
    """Raises BadDraft, with what to change."""
    question, context = draft.question.strip(), draft.context.strip()
    if not _has_something_to_read(question):
        raise BadDraft("polls-no-question")
    _require_length(question, MOST_QUESTION, "polls-question-too-long")
    _require_length(context, MOST_CONTEXT, "polls-context-too-long")
    proposals = _read_proposals(draft.proposals.split("\n"))
    maximum = 1 if draft.kind is Kind.SINGLE else draft.maximum or len(proposals)
    if maximum > len(proposals):
        raise BadDraft("polls-maximum-too-large", maximum=maximum, proposals=len(proposals))
    return Sheet(question, context, proposals, maximum)


def require_choices(poll: Poll, choices: Sequence[int]) -> None:
    """Raises ValueError for what no ballot of this poll can hold; Discord's own select already refuses it."""
    if not 1 <= len(set(choices)) == len(choices) <= poll.maximum:
        raise ValueError("a number of choices outside the ballot")
    if any(not 0 <= choice < len(poll.proposals) for choice in choices):
        raise ValueError("a choice outside the ballot")


def as_csv(poll: Poll, result: Result) -> bytes:
    """UTF-8 with a byte order mark, for spreadsheets; the ballot's order, turnout and electorate last."""
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow(["proposal", "votes"])
    writer.writerows(
        (_no_formula(proposal), votes) for proposal, votes in zip(poll.proposals, result.votes, strict=True)
    )
    writer.writerow(["(turnout)", result.turnout])
    writer.writerow(["(electorate)", poll.electorate])
    return text.getvalue().encode("utf-8-sig")


def as_json(poll: Poll, result: Result) -> bytes:
    return json.dumps(
        {
            "poll": poll.poll_id,
            "kind": poll.kind.value,
            "maximum": poll.maximum,
            "question": poll.question,
            "context": poll.context,
            "opened_at": poll.opened_at.isoformat(),
            "closed_at": poll.closed_at.isoformat() if poll.closed_at else None,
            "electorate": poll.electorate,
            "turnout": result.turnout,
            "results": [
                {"proposal": proposal, "votes": votes}
                for proposal, votes in zip(poll.proposals, result.votes, strict=True)
            ],
        },
        ensure_ascii=False,
        indent=2,
    ).encode()


def _read_proposals(lines: Sequence[str]) -> tuple[str, ...]:
    proposals = [" ".join(line.split()) for line in lines if line.strip()]
    if len(proposals) < LEAST_PROPOSALS:
        raise BadDraft("polls-too-few-proposals", count=len(proposals))
    if len(proposals) > MOST_PROPOSALS:
        raise BadDraft("polls-too-many-proposals", count=len(proposals))
    seen: set[str] = set()
    for proposal in proposals:
        if not _has_something_to_read(proposal):
            raise BadDraft("polls-unreadable-proposal", proposal=proposal[:SNIPPET])
        _require_length(proposal, MOST_PROPOSAL, "polls-proposal-too-long")
        key = unicodedata.normalize("NFKC", proposal).casefold()
        if key in seen:
            raise BadDraft("polls-duplicate-proposal", proposal=proposal)
        seen.add(key)
    return tuple(proposals)


def _require_length(text: str, most: int, key: str) -> None:
    if len(text) > most:
        raise BadDraft(key, length=len(text), most=most, text=text[:40])


def _has_something_to_read(text: str) -> bool:
    """Not only spaces, marks and invisible characters. An emoji counts."""
    return any(unicodedata.category(character)[0] in "LNPS" for character in text)


def _no_formula(text: str) -> str:
    """A spreadsheet must not run what a member wrote."""
    return "'" + text if text[:1] in "=+-@\t" else text
