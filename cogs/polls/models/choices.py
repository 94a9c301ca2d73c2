"""Single and several choices: the simple count."""

from __future__ import annotations

from collections.abc import Sequence


def most_votes_first(votes: Sequence[int]) -> list[int]:
    """Places of the proposals; equal ones in the ballot's order."""
    return sorted(range(len(votes)), key=lambda place: (-votes[place], place))
