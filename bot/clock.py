"""The only reader of the time of day."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime


def _system_now() -> datetime:
    return datetime.now(UTC)


class Clock:
    """Says what time it is; tests and the demo give it a source of their own."""

    def __init__(self, source: Callable[[], datetime] = _system_now) -> None:
        self._source = source

    def now(self) -> datetime:
        """Aware, in UTC."""
        return self._source()
