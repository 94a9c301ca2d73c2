"""What the adversary holds, what it claims, and how its claims are judged against the truth."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple


class Link(NamedTuple):
    voter: int
    choice: int


@dataclass(frozen=True, slots=True)
class FileTimes:
    """In nanoseconds."""

    modified: int
    changed: int
    read: int


@dataclass(frozen=True, slots=True)
class Evidence:
    """One moment. `order`: who voted, first to last, over the whole poll; `voted` of them had by that moment.

    The times of the votes are not given apart: an adversary who knows the order joins by rank, which is stronger.
    `rolls`: the fixed blocks of boxes, given for free, so that no remnant escapes for want of the header it belongs to.
    `earlier`: DATA_DIR at another moment, for the adversary that the documentation says nobody is safe from.
    `known`: votes that the adversary knows already, its own and those of people who told it.
    """

    members: tuple[int, ...]
    order: tuple[int, ...]
    voted: int
    labels: tuple[str, ...]
    secret_key: bytes
    files: Mapping[str, bytes]
    times: Mapping[str, FileTimes] = field(default_factory=dict[str, FileTimes])
    logs: tuple[str, ...] = ()
    published: tuple[int, ...] | None = None
    image: bytes = b""
    rolls: tuple[bytes, ...] = ()
    earlier: Mapping[str, bytes] = field(default_factory=dict[str, bytes])
    known: Mapping[int, int] = field(default_factory=dict[int, int])

    @property
    def voters(self) -> tuple[int, ...]:
        """Those who had voted by that moment, first to last."""
        return self.order[: self.voted]

    @property
    def counts(self) -> tuple[int, ...] | None:
        """Those of the result, when nobody voted after that moment."""
        return self.published if self.voted == len(self.order) else None


Technique = Callable[[Evidence], set[Link]]


def read_folder(folder: Path) -> tuple[dict[str, bytes], dict[str, FileTimes]]:
    """Times before content: reading would change one of them."""
    paths = sorted(path for path in folder.rglob("*") if path.is_file())
    times: dict[str, FileTimes] = {}
    for path in paths:
        status = path.stat()
        times[str(path.relative_to(folder))] = FileTimes(status.st_mtime_ns, status.st_ctime_ns, status.st_atime_ns)
    return {str(path.relative_to(folder)): path.read_bytes() for path in paths}, times


# Reading.


def choice_of(value: object, evidence: Evidence) -> int | None:
    """As a number, as digits, or as a text that holds exactly one proposal."""
    if isinstance(value, int):
        return value if 0 <= value < len(evidence.labels) else None
    if not isinstance(value, str):
        return None
    if value.isdecimal():
        return choice_of(int(value), evidence)
    held = [choice for choice, label in enumerate(evidence.labels) if label in value]
    return held[0] if len(held) == 1 else None


def join(voters: Sequence[int], choices: Sequence[int | None]) -> set[Link]:
    pairs = zip(voters, choices, strict=False)
    return {Link(voter, choice) for voter, choice in pairs if choice is not None}


def places(content: bytes, wanted: bytes) -> Iterator[int]:
    place = content.find(wanted)
    while place >= 0:
        yield place
        place = content.find(wanted, place + 1)


# What a state says: who had answered, and how many of each answer.


@dataclass(frozen=True, slots=True)
class State:
    voters: frozenset[int]
    counts: tuple[int, ...]


def links_between(states: Iterable[State], known: Mapping[int, int]) -> set[Link]:
    """What follows with certainty from states of one poll, counted from the empty one.

    Between two neighbours stands a group of voters and the answers it gave; without the answers known beforehand, the
    rest of the group is linked when it is unanimous: a group of one always is.
    """
    ordered = sorted({state for state in states if state.voters}, key=lambda state: len(state.voters))
    if not ordered:
        return set()
    links: set[Link] = set()
    for before, after in pairwise([State(frozenset(), (0,) * len(ordered[0].counts)), *ordered]):
        if before.voters < after.voters:
            gained = [late - early for late, early in zip(after.counts, before.counts, strict=True)]
            links |= _unanimous(after.voters - before.voters, gained, known)
    return links


def _unanimous(group: frozenset[int], gained: list[int], known: Mapping[int, int]) -> set[Link]:
    rest = group - known.keys()
    for voter in group - rest:
        gained[known[voter]] -= 1
    given = [choice for choice, people in enumerate(gained) if people]
    if len(given) != 1 or gained[given[0]] != len(rest):
        return set()
    return {Link(voter, given[0]) for voter in rest}


def final_state(evidence: Evidence) -> list[State]:
    """What publication says, with the list of those who voted."""
    return [] if evidence.published is None else [State(frozenset(evidence.order), evidence.published)]


# Judging.


@dataclass(frozen=True, slots=True)
class Claim:
    technique: str
    committed: int
    right: int

    @property
    def is_certain(self) -> bool:
        return 0 < self.committed == self.right


@dataclass(frozen=True, slots=True)
class Verdict:
    """`linked` with certainty; `implied` of them by the flags and the counters alone; `guesses` were wrong somewhere.

    A technique that is wrong about one voter is certain of none: what it had right was luck, and is not counted.
    """

    voted: int
    linked: frozenset[Link]
    implied: frozenset[Link]
    claims: tuple[Claim, ...]

    @property
    def beyond(self) -> frozenset[Link]:
        return self.linked - self.implied

    @property
    def share(self) -> float:
        return len(self.linked) / self.voted

    @property
    def successes(self) -> tuple[Claim, ...]:
        return tuple(claim for claim in self.claims if claim.is_certain)

    @property
    def guesses(self) -> tuple[Claim, ...]:
        return tuple(claim for claim in self.claims if claim.committed > claim.right)


def implied(evidence: Evidence, truth: Mapping[int, int]) -> frozenset[Link]:
    """By who had answered and how many of each answer at that moment, and by the published result; nothing finer."""
    voters = evidence.voters
    counts = count(evidence.labels, (truth[voter] for voter in voters))
    return frozenset(links_between([State(frozenset(voters), counts), *final_state(evidence)], evidence.known))


def count(labels: Sequence[str], choices: Iterable[int]) -> tuple[int, ...]:
    counts = [0] * len(labels)
    for choice in choices:
        counts[choice] += 1
    return tuple(counts)


def judge(evidence: Evidence, truth: Mapping[int, int], techniques: Iterable[Technique]) -> Verdict:
    linked: set[Link] = set()
    claims: list[Claim] = []
    for technique in techniques:
        links = technique(evidence)
        claim = Claim(technique.__name__, len(links), sum(truth.get(voter) == choice for voter, choice in links))
        claims.append(claim)
        if claim.is_certain:
            linked |= links
    return Verdict(evidence.voted, frozenset(linked), implied(evidence, truth), tuple(claims))
