"""Rows ↔ models."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime
from typing import Any

from bot.storage.database import Row, Transaction
from cogs.library.models import (
    AttachedFile,
    Content,
    Draft,
    Entry,
    EntryStatus,
    Kind,
    Question,
    Version,
    VersionState,
)

_PLAIN = ("title", "summary", "text", "venue", "trade", "year", "licence", "source", "organisation", "ai_use")
_FLAGS = ("leaves_discord", "leaves_with_name")


def moment(text: str | None) -> datetime | None:
    return datetime.fromisoformat(text) if text else None


def content_values(content: Content) -> dict[str, Any]:
    """All but tags and files, by column."""
    return {"kind": content.kind.value, **{name: getattr(content, name) for name in (*_PLAIN, *_FLAGS)}}


def content_of(row: Row, tags: Iterable[str], files: Iterable[AttachedFile]) -> Content:
    plain = {name: row[name] for name in _PLAIN}
    held: dict[str, Any] = {**plain, **{name: bool(row[name]) for name in _FLAGS}}
    return Content(kind=Kind(row["kind"]), tags=tuple(tags), files=tuple(files), **held)


def file_of(row: Row) -> AttachedFile:
    return AttachedFile(row["sha256"], row["name"], row["type"], row["size"], row["text"], row["problem"])


async def add_files(
    transaction: Transaction, table: str, owner: str, owner_id: int, files: Iterable[AttachedFile]
) -> None:
    for place, file in enumerate(files):
        await transaction.execute(
            f"INSERT INTO {table} ({owner}, place, sha256, name, type, size, text, problem) "  # noqa: S608 - ours
            "VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            (owner_id, place, file.sha256, file.name, file.type, file.size, file.text, file.problem),
        )


def entry_of(row: Row) -> Entry:
    created_at = moment(row["created_at"])
    assert created_at is not None
    return Entry(
        entry_id=row["entry_id"],
        uid=row["uid"],
        author_id=row["author_id"],
        status=EntryStatus(row["status"]),
        created_at=created_at,
        published_at=moment(row["published_at"]),
        verified_at=moment(row["verified_at"]),
        asked_at=moment(row["asked_at"]),
        adapted_from=row["adapted_from"],
        origin=row["origin"],
        channel_id=row["channel_id"],
        message_id=row["message_id"],
    )


def version_of(row: Row, tags: Iterable[str], files: Iterable[AttachedFile]) -> Version:
    return Version(
        version_id=row["version_id"],
        entry_id=row["entry_id"],
        number=row["number"],
        state=VersionState(row["state"]),
        content=content_of(row, tags, files),
        author_name=row["author_name"],
        submitted_at=datetime.fromisoformat(row["submitted_at"]),
        published_at=moment(row["published_at"]),
        reason=row["reason"],
    )


def draft_json(draft: Draft) -> str:
    content = content_values(draft.content)
    return json.dumps({**content, "tags": list(draft.content.tags), "named": draft.named}, ensure_ascii=False)


def draft_of(row: Row, files: Iterable[AttachedFile]) -> Draft:
    held: dict[str, Any] = json.loads(row["content"])
    named, kind, tags = held.pop("named"), Kind(held.pop("kind")), tuple(held.pop("tags"))
    return Draft(
        draft_id=row["draft_id"],
        author_id=row["author_id"],
        content=replace(Content(kind, tags=tags, files=tuple(files)), **held),
        named=named,
        touched_at=datetime.fromisoformat(row["touched_at"]),
        entry_id=row["entry_id"],
        adapted_from=row["adapted_from"],
        origin=row["origin"],
    )


def question_of(row: Row) -> Question:
    return Question(
        question_id=row["question_id"],
        entry_id=row["entry_id"],
        asked_by=row["asked_by"],
        text=row["text"],
        asked_at=datetime.fromisoformat(row["asked_at"]),
        answer=row["answer"],
    )
