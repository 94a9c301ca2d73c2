"""kill -9, for real, at random moments of a process that votes: what the box shows then, and after the next start."""

from __future__ import annotations

import asyncio
import multiprocessing
import random
import time
from dataclasses import dataclass
from pathlib import Path

from bot.anonymity.ballot_box import BallotBoxes
from bot.anonymity.box_format import Terms
from tests.attack.adversary import count_states, states_in_files
from tests.attack.stores import LABELS, SECRET, Election, draw_election

# More than can vote before the kill, and few enough for one sector of flags.
VOTERS = 2_000
SHORTEST, LONGEST = 0.02, 0.12


@dataclass(frozen=True, slots=True)
class KillReport:
    """Of `kills`: how often two states lay side by side, whom they linked; and the same after the next start."""

    kills: int
    together: int
    two_states: int
    linked: int
    two_states_later: int
    linked_later: int


def kill_repeatedly(root: Path, kills: int, *, together: int, seed: int = 0) -> KillReport:
    """`together`: how many vote at the same instant. Forks: to be called before any thread is started."""
    chance = random.Random(seed)
    found = [_kill_once(root / str(number), chance, together) for number in range(kills)]
    two_states, linked, two_later, linked_later = (sum(column) for column in zip(*found, strict=True))
    return KillReport(kills, together, two_states, linked, two_later, linked_later)


def _kill_once(folder: Path, chance: random.Random, together: int) -> tuple[int, int, int, int]:
    folder.mkdir(parents=True)
    election = draw_election(VOTERS, chance.randrange(10**9))
    asyncio.run(_create(folder, election))
    process = multiprocessing.get_context("fork").Process(target=_vote, args=(folder, election, together))
    process.start()
    time.sleep(chance.uniform(SHORTEST, LONGEST))
    process.kill()
    process.join()
    before = _look(folder, election)
    asyncio.run(_start_again(folder))
    return *before, *_look(folder, election)


async def _create(folder: Path, election: Election) -> None:
    await BallotBoxes(folder, SECRET).create(election.members, counters=len(LABELS), terms=Terms(5, 5))


async def _start_again(folder: Path) -> None:
    await BallotBoxes(folder, SECRET).recover()


def _vote(folder: Path, election: Election, together: int) -> None:
    async def vote() -> None:
        boxes = BallotBoxes(folder, SECRET)
        (box_id,) = (await boxes.recover()).usable
        for start in range(0, VOTERS, together):
            group = election.order[start : start + together]
            await asyncio.gather(*(boxes.cast(box_id, voter, (election.choices[voter],)) for voter in group))

    asyncio.run(vote())


def _look(folder: Path, election: Election) -> tuple[int, int]:
    """Whether there are two states; how many voters they link, all of them rightly."""
    evidence = election.evidence(folder, VOTERS, published=False)
    states = count_states(evidence)
    if states < 2:
        return 0, 0
    links = states_in_files(evidence)
    assert all(election.choices[voter] == choice for voter, choice in links)
    return 1, len(links)
