"""What is being shared: seen by its author alone until it is published."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from cogs.links.models.links import (
    NO_SOURCE,
    NOT_READ,
    NOTHING_LEAVES,
    About,
    Addresses,
    Permissions,
    Source,
)

DRAFTS_KEPT = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class Draft:
    """`link_id`: the page is known already, and this will be a re-share. `problem`: why the page was not read.

    `fingerprints`: of every address the page is known by, the one that people open first.
    """

    draft_id: int
    user_id: int
    addresses: Addresses
    touched_at: datetime
    about: About = NOT_READ
    fingerprints: tuple[str, ...] = ()
    is_read: bool = False
    problem: str = ""
    note: str = ""
    tags: tuple[str, ...] = ()
    permissions: Permissions = NOTHING_LEAVES
    source: Source = NO_SOURCE
    channel_id: int | None = None
    link_id: int | None = None
    etag: str | None = None
    last_modified: str | None = None
