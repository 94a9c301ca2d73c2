"""The same poll twice, by the same people in another order and with each other's answers: all that is kept is equal.

But for the keys of boxes, which are drawn at random: what each box says under its own is compared.

This needs no cleverness of the adversary's: whoever sees the same bytes in both can link nobody in either.
"""

from __future__ import annotations

import random
import re
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from cogs.polls.models import Ballot, Kind
from tests.attack.box_bytes import opened
from tests.attack.evidence import read_folder
from tests.attack.sqlite_bytes import replay
from tests.attack.stores import LABELS, draw_election, kept_logs, ours

_TIME_OF_LOG = re.compile(r"^\S+ \S+ ", re.MULTILINE)
GRADES = 3
Seen = dict[str, tuple[bytes, ...]]


@dataclass(frozen=True, slots=True)
class History:
    """Two halves, each a list of voters and their ballots in order."""

    halves: tuple[list[tuple[int, Ballot]], list[tuple[int, Ballot]]]

    def shuffled(self, chance: random.Random) -> History:
        """In each half the same people and the same ballots, in another order and another assignment."""
        first, second = self.halves
        return History((_shuffled(first, chance), _shuffled(second, chance)))


def draw_history(members: tuple[int, ...], voters: int, kind: Kind, chance: random.Random) -> History:
    cast = [(voter, _ballot(kind, chance)) for voter in chance.sample(members, voters)]
    return History((cast[: voters // 2], cast[voters // 2 :]))


async def see_twins(
    root: Path, kind: Kind, *, voters: int, seed: int, sensitive: bool
) -> tuple[list[Seen], list[Seen]]:
    """What is seen during, before the end, and after; in the one history and in the other."""
    chance, election = random.Random(seed), draw_election(voters, seed)
    async with ours(root / "start") as store:
        poll = await store.open_poll(election.members, kind, sensitive=sensitive)
    history = draw_history(election.members, voters, kind, chance)
    return (
        await _live(root, "one", poll.poll_id, history),
        await _live(root, "other", poll.poll_id, history.shuffled(chance)),
    )


async def _live(root: Path, name: str, poll_id: int, history: History) -> list[Seen]:
    data, seen = root / name, list[Seen]()
    shutil.copytree(root / "start", data)
    with kept_logs() as logs:
        async with ours(data) as store:
            for half in history.halves:
                for voter, ballot in half:
                    await store.service.cast_ballot(poll_id, voter, ballot)
                seen.append(see(data, logs.getvalue()))
            await store.service.close_poll(poll_id)
            seen.append(see(data, logs.getvalue()))
        seen.append(see(data, logs.getvalue()))
    return seen


def see(data: Path, logs: str) -> Seen:
    """Of a write-ahead log the pages: its salts are random. Its index (-shm) is made from it. Times of logs cut off."""
    files, times = read_folder(data)
    seen: Seen = {"logs": (_TIME_OF_LOG.sub("", logs).encode(),)}
    for name, content in files.items():
        if name.endswith("-wal"):
            seen[name] = tuple(replay(files[name.removesuffix("-wal")], content))
        elif name.endswith(".box"):
            seen[name] = opened(content)
        elif not name.endswith("-shm"):
            seen[name] = (content,)
        if name.endswith(".box"):
            seen[f"{name}, modified"] = (str(times[name].modified).encode(),)
    return seen


def differences(one: list[Seen], other: list[Seen]) -> Iterator[str]:
    for moment, (here, there) in enumerate(zip(one, other, strict=True)):
        for name in here.keys() | there.keys():
            if here.get(name) != there.get(name):
                yield f"{name} at moment {moment}"


def _shuffled(half: list[tuple[int, Ballot]], chance: random.Random) -> list[tuple[int, Ballot]]:
    voters, ballots = [voter for voter, _ in half], [ballot for _, ballot in half]
    chance.shuffle(voters)
    chance.shuffle(ballots)
    return list(zip(voters, ballots, strict=True))


def _ballot(kind: Kind, chance: random.Random) -> Ballot:
    places = range(len(LABELS))
    if kind is Kind.JUDGMENT:
        return tuple(chance.randrange(GRADES) for _ in places)
    if kind is Kind.RANKING:
        return tuple(chance.randrange(len(LABELS)) for _ in places)
    return tuple(sorted(chance.sample(places, 1 if kind is Kind.SINGLE else chance.randint(1, 2))))
