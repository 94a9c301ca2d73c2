"""Rows ↔ models."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import asdict
from datetime import date, datetime
from typing import Any

from bot.storage.database import Row, Value
from cogs.links.models import (
    About,
    Addresses,
    Checkup,
    Draft,
    Health,
    Link,
    LinkState,
    Permissions,
    Share,
    Source,
)

_ADDRESSES = ("given", "final", "canonical", "host")
_ABOUT = ("title", "description", "site", "author", "language", "reading_minutes", "kind", "size")


def iso(moment: datetime | None) -> str | None:
    return moment.isoformat() if moment else None


def _moment(text: str | None) -> datetime | None:
    return datetime.fromisoformat(text) if text else None


def address_values(addresses: Addresses) -> dict[str, Value]:
    return {name: getattr(addresses, name) for name in _ADDRESSES}


def about_values(about: About) -> dict[str, Value]:
    published_on = about.published_on.isoformat() if about.published_on else None
    return {**{name: getattr(about, name) for name in _ABOUT}, "published_on": published_on}


def checkup_values(checkup: Checkup) -> dict[str, Value]:
    return {
        "health": checkup.health.value,
        "failure": checkup.failure,
        "failures": checkup.failures,
        "failing_since_at": iso(checkup.failing_since),
        "checks": checkup.checks,
        "checked_at": iso(checkup.checked_at),
        "check_at": iso(checkup.check_at),
        "etag": checkup.etag,
        "last_modified": checkup.last_modified,
        "moved_to": checkup.moved_to,
    }


def link_of(row: Row, tags: Iterable[str], shares: Iterable[Share], useful: int) -> Link:
    return Link(
        link_id=row["link_id"],
        state=LinkState(row["state"]),
        addresses=_addresses(dict(zip(row.keys(), row, strict=True))),
        about=_about(dict(zip(row.keys(), row, strict=True))),
        is_read=bool(row["is_read"]),
        added_at=datetime.fromisoformat(row["added_at"]),
        tags=tuple(tags),
        shares=tuple(shares),
        useful=useful,
        channel_id=row["channel_id"],
        message_id=row["message_id"],
        checkup=_checkup(row),
    )


def share_of(row: Row) -> Share:
    return Share(
        user_id=row["user_id"],
        note=row["note"],
        shared_at=datetime.fromisoformat(row["shared_at"]),
        source=Source(row["channel_id"], row["message_id"]),
        permissions=Permissions(bool(row["leaves_discord"]), bool(row["leaves_with_name"])),
        share_id=row["share_id"],
    )


def draft_json(draft: Draft) -> str:
    """All but its number, its author, its link and its time, which have columns."""
    held = {
        "addresses": address_values(draft.addresses),
        "about": about_values(draft.about),
        "permissions": asdict(draft.permissions),
        "source": asdict(draft.source),
        **{name: getattr(draft, name) for name in _PLAIN},
        "fingerprints": draft.fingerprints,
        "tags": draft.tags,
    }
    return json.dumps(held, ensure_ascii=False)


_PLAIN = ("is_read", "problem", "note", "channel_id", "etag", "last_modified")


def draft_of(row: Row) -> Draft:
    held: dict[str, Any] = json.loads(row["content"])
    plain: dict[str, Any] = {name: held[name] for name in _PLAIN}
    return Draft(
        draft_id=row["draft_id"],
        user_id=row["user_id"],
        link_id=row["link_id"],
        touched_at=datetime.fromisoformat(row["touched_at"]),
        addresses=_addresses(held["addresses"]),
        about=_about(held["about"]),
        permissions=Permissions(**held["permissions"]),
        source=Source(**held["source"]),
        fingerprints=tuple(held["fingerprints"]),
        tags=tuple(held["tags"]),
        **plain,
    )


def _addresses(held: dict[str, Any]) -> Addresses:
    return Addresses(**{name: held[name] for name in _ADDRESSES})


def _about(held: dict[str, Any]) -> About:
    published_on = date.fromisoformat(held["published_on"]) if held["published_on"] else None
    return About(published_on=published_on, **{name: held[name] for name in _ABOUT})


def _checkup(row: Row) -> Checkup:
    return Checkup(
        health=Health(row["health"]),
        failure=row["failure"],
        failures=row["failures"],
        failing_since=_moment(row["failing_since_at"]),
        checks=row["checks"],
        checked_at=_moment(row["checked_at"]),
        check_at=_moment(row["check_at"]),
        etag=row["etag"],
        last_modified=row["last_modified"],
        moved_to=row["moved_to"],
    )
