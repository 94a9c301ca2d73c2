"""Rows to models, and what of a model is one column."""

from __future__ import annotations

import json
from datetime import date, datetime
from typing import Any

from bot.storage.database import Row
from cogs.meetups.models import (
    Answer,
    Change,
    Draft,
    Due,
    DueKind,
    EventFace,
    Meetup,
    Occurrence,
    Preferences,
    Recurrence,
    Rhythm,
    Rsvp,
    Scope,
    Side,
    Status,
    Texts,
)


def meetup_of(row: Row) -> Meetup:
    rhythm = Rhythm(
        datetime.fromisoformat(row["start_local"]), row["zone"], Recurrence(row["recurrence"]), _day(row["until_local"])
    )
    return Meetup(
        meetup_id=row["meetup_id"],
        uid=row["uid"],
        organiser_id=row["organiser_id"],
        channel_id=row["channel_id"],
        texts=Texts(row["title"], row["about"], row["place"]),
        rhythm=rhythm,
        minutes=row["minutes"],
        capacity=row["capacity"],
        leads=tuple(json.loads(row["leads"])),
        status=Status(row["status"]),
        sequence=row["sequence"],
        created_at=datetime.fromisoformat(row["created_at"]),
        message_id=row["message_id"],
        thread_id=row["thread_id"],
    )


def occurrence_of(row: Row) -> Occurrence:
    return Occurrence(
        occurrence_id=row["occurrence_id"],
        meetup_id=row["meetup_id"],
        slot=datetime.fromisoformat(row["slot_local"]),
        starts_at=datetime.fromisoformat(row["starts_at"]),
        ends_at=datetime.fromisoformat(row["ends_at"]),
        texts=Texts(row["title"], row["about"], row["place"]),
        status=Status(row["status"]),
        revision=row["revision"],
        event_wanted=bool(row["event_wanted"]),
        event_id=row["event_id"],
        event_sent=_face(row["event_sent"]),
        event_problem=row["event_problem"],
        conflict=_face(row["conflict"]),
        entry_id=row["entry_id"],
    )


def rsvp_of(row: Row) -> Rsvp:
    return Rsvp(
        row["rsvp_id"],
        row["occurrence_id"],
        row["user_id"],
        Answer(row["answer"]),
        waiting=bool(row["waiting"]),
        from_event=bool(row["from_event"]),
    )


def preferences_of(row: Row) -> Preferences:
    return Preferences(
        row["user_id"],
        mentioned=bool(row["mentioned"]),
        by_dm=bool(row["by_dm"]),
        hidden=bool(row["hidden"]),
        leads=tuple(json.loads(row["leads"])) if row["leads"] is not None else None,
    )


def due_of(row: Row) -> Due:
    return Due(
        row["due_id"],
        row["occurrence_id"],
        DueKind(row["kind"]),
        row["lead"],
        datetime.fromisoformat(row["due_at"]),
    )


def change_of(row: Row) -> Change:
    return Change(
        row["change_id"],
        row["meetup_id"],
        row["occurrence_id"],
        Scope(row["scope"]),
        cancelled=bool(row["cancelled"]),
        before=_side(row["before"]),
        after=_side(row["after"]),
        changed_at=datetime.fromisoformat(row["changed_at"]),
    )


def draft_of(row: Row) -> Draft:
    held: dict[str, Any] = json.loads(row["content"])
    return Draft(
        draft_id=row["draft_id"],
        author_id=row["author_id"],
        channel_id=held["channel_id"],
        starts_at=datetime.fromisoformat(held["starts_at"]),
        minutes=held["minutes"],
        recurrence=Recurrence(held["recurrence"]),
        until=_day(held["until"]),
        capacity=held["capacity"],
        leads=tuple(held["leads"]),
        texts=Texts(held["title"], held["about"], held["place"]),
        occurrence_id=held["occurrence_id"],
        scope=Scope(held["scope"]),
        moves=held["moves"],
    )


def draft_json(draft: Draft) -> str:
    return json.dumps(
        {
            "channel_id": draft.channel_id,
            "starts_at": draft.starts_at.isoformat(),
            "minutes": draft.minutes,
            "recurrence": draft.recurrence.value,
            "until": draft.until.isoformat() if draft.until else None,
            "capacity": draft.capacity,
            "leads": draft.leads,
            "title": draft.texts.title,
            "about": draft.texts.about,
            "place": draft.texts.place,
            "occurrence_id": draft.occurrence_id,
            "scope": draft.scope.value,
            "moves": draft.moves,
        }
    )


def face_json(face: EventFace | Side | None) -> str | None:
    """Both sides of a change, and what an event shows, hold the same five values."""
    if face is None:
        return None
    return json.dumps(
        {
            "title": face.title,
            "about": face.about,
            "place": face.place,
            "starts_at": face.starts_at.isoformat(),
            "ends_at": face.ends_at.isoformat(),
        }
    )


def _values(text: str) -> dict[str, Any]:
    held: dict[str, Any] = json.loads(text)
    return held | {name: datetime.fromisoformat(held[name]) for name in ("starts_at", "ends_at")}


def _face(text: str | None) -> EventFace | None:
    return EventFace(**_values(text)) if text else None


def _side(text: str) -> Side:
    return Side(**_values(text))


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
