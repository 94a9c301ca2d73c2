"""What somebody is planning or changing: kept as typed, judged afterwards."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta, tzinfo

from bot.errors import UserError
from cogs.meetups.models.meetups import Recurrence, Scope, Texts

MOST_TITLE, MOST_ABOUT, MOST_PLACE = 100, 1200, 300
FARTHEST = timedelta(days=366)
DRAFTS_KEPT = timedelta(days=7)


EMPTY = Texts("", "", "")


class MeetupDraftGone(UserError):
    def __init__(self) -> None:
        super().__init__("meetups-draft-gone")


class BadMeetup(UserError):
    """Says what is wrong; the draft is kept."""


@dataclass(frozen=True, slots=True)
class Draft:
    """`occurrence_id` and `scope` where it changes something that exists; `date_poll_id` whose date it takes."""

    draft_id: int
    author_id: int
    channel_id: int
    starts_at: datetime
    minutes: int
    recurrence: Recurrence = Recurrence.NONE
    until: date | None = None
    capacity: int | None = None
    leads: tuple[int, ...] = ()
    texts: Texts = EMPTY
    occurrence_id: int | None = None
    scope: Scope = Scope.THIS
    moves: bool = False


def check_texts(texts: Texts) -> None:
    """Raises BadMeetup."""
    if not texts.title:
        raise BadMeetup("meetups-needs-title")
    if not texts.place:
        raise BadMeetup("meetups-needs-place")
    for name, text, most in (
        ("title", texts.title, MOST_TITLE),
        ("about", texts.about, MOST_ABOUT),
        ("place", texts.place, MOST_PLACE),
    ):
        if len(text) > most:
            raise BadMeetup(f"meetups-too-long-{name}", length=len(text), most=most)


def check_time(draft: Draft, now: datetime, zone: tzinfo = UTC) -> None:
    """`zone`: whose days `until` counts, where there is one. Raises BadMeetup."""
    if draft.starts_at <= now:
        raise BadMeetup("meetups-already-past")
    if draft.until is not None and draft.recurrence is Recurrence.NONE:
        raise BadMeetup("meetups-until-without-recurrence")
    if draft.until is not None and draft.until < draft.starts_at.astimezone(zone).date():
        raise BadMeetup("meetups-until-before-start")
