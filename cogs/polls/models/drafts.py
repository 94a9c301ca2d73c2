"""Reading a draft: what may be printed on a ballot, and what is to be corrected."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence

from cogs.polls.models.polls import BadDraft, Draft, Kind, Sheet

LEAST_PROPOSALS, MOST_PROPOSALS, MOST_WITH_LEVELS = 2, 20, 10
LEAST_GRADES, MOST_GRADES = 3, 7
MOST_QUESTION, MOST_CONTEXT, MOST_PROPOSAL, MOST_GRADE = 200, 800, 80, 30
SNIPPET = 40


def most_proposals(kind: Kind) -> int:
    """A ballot with levels has a select for each proposal, and a message forty components."""
    return MOST_WITH_LEVELS if kind.has_levels else MOST_PROPOSALS


def check_maximum(kind: Kind, maximum: int | None) -> None:
    """Raises BadDraft where a maximum makes no sense."""
    if kind is not Kind.SEVERAL and maximum is not None:
        raise BadDraft("polls-maximum-without-several")


def read_draft(draft: Draft) -> Sheet:
    """Raises BadDraft, with what to change."""
    question, context = draft.question.strip(), draft.context.strip()
    if not _has_something_to_read(question):
        raise BadDraft("polls-no-question")
    _require_length(question, MOST_QUESTION, "polls-question-too-long")
    _require_length(context, MOST_CONTEXT, "polls-context-too-long")
    proposals = _read_proposals(draft)
    grades = _read_grades(draft) if draft.kind is Kind.JUDGMENT else ()
    maximum = (draft.maximum or len(proposals)) if draft.kind is Kind.SEVERAL else 1
    if maximum > len(proposals):
        raise BadDraft("polls-maximum-too-large", maximum=maximum, proposals=len(proposals))
    return Sheet(draft.kind, question, context, proposals, maximum, grades)


def _read_proposals(draft: Draft) -> tuple[str, ...]:
    proposals, most = _lines(draft.proposals), most_proposals(draft.kind)
    if len(proposals) < LEAST_PROPOSALS:
        raise BadDraft("polls-too-few-proposals", count=len(proposals))
    if len(proposals) > most:
        raise BadDraft("polls-too-many-proposals", count=len(proposals), most=most)
    _require_distinct(proposals, MOST_PROPOSAL)
    return proposals


def _read_grades(draft: Draft) -> tuple[str, ...]:
    grades = _lines(draft.grades)
    if not LEAST_GRADES <= len(grades) <= MOST_GRADES:
        raise BadDraft("polls-wrong-number-of-grades", count=len(grades), least=LEAST_GRADES, most=MOST_GRADES)
    _require_distinct(grades, MOST_GRADE)
    return grades


def _lines(text: str) -> tuple[str, ...]:
    return tuple(" ".join(line.split()) for line in text.split("\n") if line.strip())


def _require_distinct(lines: Sequence[str], most: int) -> None:
    seen: set[str] = set()
    for line in lines:
        if not _has_something_to_read(line):
            raise BadDraft("polls-unreadable-line")
        _require_length(line, most, "polls-line-too-long")
        key = unicodedata.normalize("NFKC", line).casefold()
        if key in seen:
            raise BadDraft("polls-duplicate-line", line=line)
        seen.add(key)


def _require_length(text: str, most: int, key: str) -> None:
    if len(text) > most:
        raise BadDraft(key, length=len(text), most=most, text=text[:SNIPPET])


def _has_something_to_read(text: str) -> bool:
    """Not only spaces, marks and invisible characters. An emoji counts."""
    return any(unicodedata.category(character)[0] in "LNPS" for character in text)
