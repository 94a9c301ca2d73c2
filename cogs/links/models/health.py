"""When a link is dead, and when to look again. Pure.

A site that turns robots away says nothing about its page: blocked is not dead. Dead is 410 at once; otherwise at
least three failures over at least fourteen days, or fourteen days without the site's name.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from hashlib import sha256
from typing import Any

from cogs.links.models.links import Checkup, Health

FEWEST_FAILURES, DEAD_AFTER = 3, timedelta(days=14)
HTTP_GONE = 410
BLOCKED, DNS = "blocked", "dns"
EVERY = timedelta(days=7)
WHEN_FAILING = timedelta(days=1)
WHEN_DEAD = timedelta(days=30)
# A page that could not be read when it was shared is asked for again soon, then less and less often.
UNREAD = (timedelta(minutes=10), timedelta(hours=1), timedelta(hours=6))


def passed(before: Checkup, now: datetime, link_id: int, *, moved_to: str = "") -> Checkup:
    """`moved_to`: the address at another site to which it leads now, "" for its own."""
    return replace(
        before,
        health=Health.MOVED if moved_to else Health.FINE,
        failure="",
        failures=0,
        failing_since=None,
        moved_to=moved_to,
        **_done(before, now, link_id, EVERY),
    )


def failed(before: Checkup, now: datetime, link_id: int, *, reason: str, status: int | None, is_read: bool) -> Checkup:
    """`reason` is one of the fetcher's."""
    if reason == BLOCKED:
        return replace(
            before, health=Health.BLOCKED, failure=reason, failures=0, failing_since=None,
            **_done(before, now, link_id, EVERY),
        )  # fmt: skip
    since, failures = before.failing_since or now, before.failures + 1
    nameless = reason == DNS == before.failure
    lost = now - since >= DEAD_AFTER and (failures >= FEWEST_FAILURES or nameless)
    health = Health.DEAD if lost or status == HTTP_GONE else Health.FAILING
    wait = WHEN_DEAD if health is Health.DEAD else WHEN_FAILING
    if not is_read and health is not Health.DEAD and before.checks < len(UNREAD):
        wait = UNREAD[before.checks]
    return replace(
        before, health=health, failure=reason, failures=failures, failing_since=since,
        **_done(before, now, link_id, wait),
    )  # fmt: skip


def first_check(now: datetime, link_id: int, *, is_read: bool) -> datetime:
    return now + (_jittered(EVERY, link_id, 0) if is_read else UNREAD[0])


def _done(before: Checkup, now: datetime, link_id: int, wait: timedelta) -> dict[str, Any]:
    checks = before.checks + 1
    return {"checks": checks, "checked_at": now, "check_at": now + _jittered(wait, link_id, checks)}


def _jittered(wait: timedelta, link_id: int, checks: int) -> timedelta:
    """Up to a fifth longer or shorter, so that what was shared together is not asked for together for ever."""
    share = int.from_bytes(sha256(f"{link_id}:{checks}".encode()).digest()[:2]) / 65_535
    return wait * (0.8 + 0.4 * share)
