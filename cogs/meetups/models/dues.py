"""What is due at which moment."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class DueKind(StrEnum):
    REMIND = "remind"
    END = "end"
    NOTES = "notes"


@dataclass(frozen=True, slots=True)
class Due:
    """`lead`: for a reminder, how many minutes before the start."""

    due_id: int
    occurrence_id: int
    kind: DueKind
    lead: int
    due_at: datetime
