"""Rankings counted as duels: the Condorcet winner, and the Schulze order (Schulze, Social Choice and Welfare 2011)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

Matrix = tuple[tuple[int, ...], ...]


@dataclass(frozen=True, slots=True)
class Standing:
    """A proposal's place in the ballot, its rank (0 the first, equal for ties), its duels won and lost."""

    place: int
    rank: int
    won: int
    lost: int


def matrix(counts: Sequence[int], size: int) -> Matrix:
    """Row: how many voters prefer this proposal to each other one."""
    return tuple(tuple(counts[place * size : (place + 1) * size]) for place in range(size))


def condorcet_winner(duels: Matrix) -> int | None:
    """The proposal that wins every duel, if there is one."""
    places = range(len(duels))
    for place in places:
        if all(duels[place][other] > duels[other][place] for other in places if other != place):
            return place
    return None


def strongest_paths(duels: Matrix) -> list[list[int]]:
    """The strength of the strongest path of won duels between each pair (winning votes)."""
    places = range(len(duels))
    paths = [[duels[one][two] if duels[one][two] > duels[two][one] else 0 for two in places] for one in places]
    for through in places:
        for one in places:
            for two in places:
                if len({through, one, two}) == 3:  # noqa: PLR2004 - three different proposals
                    paths[one][two] = max(paths[one][two], min(paths[one][through], paths[through][two]))
    return paths


def schulze(duels: Matrix) -> list[Standing]:
    """Best first; those beaten by equally many share a rank, in the ballot's order."""
    paths, places = strongest_paths(duels), range(len(duels))
    ahead = [sum(paths[other][place] > paths[place][other] for other in places) for place in places]
    return [
        Standing(
            place=place,
            rank=ahead[place],
            won=sum(duels[place][other] > duels[other][place] for other in places),
            lost=sum(duels[place][other] < duels[other][place] for other in places),
        )
        for place in sorted(places, key=lambda place: (ahead[place], place))
    ]
