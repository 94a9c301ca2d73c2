"""The techniques. Each is a pure function from the evidence to the links it believes in, empty where it finds nothing.

None knows which store it looks at: the same list is tried on the bot's own and on the naive ones.
"""

from __future__ import annotations

import re
import struct
from collections.abc import Iterable, Sequence
from pathlib import PurePath

from tests.attack.box_bytes import RollsRead, find_keys, find_rolls, find_states
from tests.attack.evidence import Evidence, Link, State, Technique, choice_of, final_state, join, links_between, places
from tests.attack.in_tables import (
    cells_in_page_order,
    deleted_rows,
    ids_beside_choices,
    rows_in_key_order,
    tallies_in_write_ahead_log,
    write_ahead_log,
)

# The format of tests/attack/naive.py's small file; an adversary knows what program it attacks.
_NUMBER = re.compile(r"\d+")
_SMALL_FILE = re.compile(rb'\{"answered":"([0-9a-f]+)","counts":\[([0-9,]+)\]\}')


# What states say.


def states_in_files(evidence: Evidence) -> set[Link]:
    """Every whole or torn state of a box in any file, with the published result: what happened between two of them."""
    blobs = [*evidence.files.values(), *evidence.earlier.values()]
    return links_between([*_states(evidence, blobs), *final_state(evidence)], evidence.known)


def states_in_raw_image(evidence: Evidence) -> set[Link]:
    """The same in the file system's own bytes: freed blocks, its journal, slack."""
    return links_between([*_states(evidence, [evidence.image]), *final_state(evidence)], evidence.known)


def count_states(evidence: Evidence) -> int:
    """Two different states of the same box can be compared."""
    return len(_states(evidence, [*evidence.files.values(), *evidence.earlier.values(), evidence.image]))


def who_answered(evidence: Evidence) -> frozenset[int]:
    """With SECRET_KEY and an open box, who has answered; never what. The documentation says so."""
    states = _states(evidence, evidence.files.values())
    return max((state.voters for state in states), key=len, default=frozenset[int]())


def roll_order_against_counters(evidence: Evidence) -> set[Link]:
    """A mere guess: that those who answered, in the order of the roll, fill the counters one after the other.

    It is here to show that luck is not counted.
    """
    links: set[Link] = set()
    for rolls in _rolls(evidence):
        names = rolls.names(evidence.secret_key, evidence.members)
        for content in evidence.files.values():
            for state in find_states(content, rolls, names, find_keys(content)):
                choices = [choice for choice, people in enumerate(state.counts) for _ in range(people)]
                on_roll = [names[place] for place in sorted(names) if names[place] in state.voters]
                links |= join(on_roll, choices)
    return links


# What surrounds the content.


def file_times(evidence: Evidence) -> set[Link]:
    """As many files in a folder as votes, each with one choice, in the order of any of their times."""
    links: set[Link] = set()
    folders: dict[PurePath, list[str]] = {}
    for name in evidence.files:
        folders.setdefault(PurePath(name).parent, []).append(name)
    for names in folders.values():
        choices = {name: choice_of(evidence.files[name].decode("utf-8", "replace"), evidence) for name in names}
        telling = [name for name in names if choices[name] is not None and name in evidence.times]
        if len(telling) == evidence.voted:
            for times in ([evidence.times[name].modified for name in telling], _changed(evidence, telling)):
                ordered = [name for _, name in sorted(zip(times, telling, strict=True))]
                links |= join(evidence.voters, [choices[name] for name in ordered])
    return links


def logs_joined(evidence: Evidence) -> set[Link]:
    """Lines that name a member and a choice; or as many lines alike as votes, with a choice, joined with the order."""
    links: set[Link] = set()
    series: dict[tuple[str, int], list[int | None]] = {}
    for line in evidence.logs:
        choice = choice_of(line, evidence)
        if choice is not None:
            series.setdefault(("", 0), []).append(choice)
            links |= {Link(member, choice) for member in evidence.members if str(member) in line}
        for place, number in enumerate(_NUMBER.findall(line)):
            series.setdefault((_NUMBER.sub("#", line), place), []).append(choice_of(number, evidence))
    for choices in series.values():
        if len(choices) == evidence.voted and None not in choices and len(set(choices)) > 1:
            links |= join(evidence.voters, choices)
    return links


TECHNIQUES: tuple[Technique, ...] = (
    ids_beside_choices,
    rows_in_key_order,
    cells_in_page_order,
    deleted_rows,
    write_ahead_log,
    tallies_in_write_ahead_log,
    states_in_files,
    states_in_raw_image,
    file_times,
    logs_joined,
)
GUESSES: tuple[Technique, ...] = (roll_order_against_counters,)


def inode_times(image: bytes, box_size: int) -> set[int]:
    """When the box was written, in nanoseconds: from copies of its inode in the file system's journal.

    Its times of access and of change of content are zero, which is what it is known by; the inode's own time of change
    cannot be set. It says when somebody answered, which the adversary knows, and not what.
    """
    wanted = struct.pack("<I", box_size)
    times: set[int] = set()
    for place in places(image, wanted):
        start = place - 4
        if start % 128 or len(image) < start + 136 or image[start : start + 2] != struct.pack("<H", 0o100600):
            continue
        read, changed, modified = struct.unpack_from("<III", image, start + 8)
        if read == modified == 0 != changed:
            times.add(changed * 10**9 + (struct.unpack_from("<I", image, start + 132)[0] >> 2))
    return times


def _states(evidence: Evidence, blobs: Iterable[bytes]) -> set[State]:
    """A key found anywhere is tried everywhere."""
    found: set[State] = set()
    blobs = list(blobs)
    keys = {key for blob in blobs for key in find_keys(blob)}
    named = [(rolls, rolls.names(evidence.secret_key, evidence.members)) for rolls in _rolls(evidence)]
    for blob in blobs:
        for rolls, names in named:
            found |= find_states(blob, rolls, names, keys)
        found |= _small_files(blob, evidence.members)
    return found


def _rolls(evidence: Evidence) -> set[RollsRead]:
    return {rolls for blob in [*evidence.rolls, *evidence.files.values()] for rolls in find_rolls(blob)}


def _small_files(blob: bytes, members: Sequence[int]) -> set[State]:
    states: set[State] = set()
    for match in _SMALL_FILE.finditer(blob):
        flags, counts = int(match[1], 16), tuple(int(number) for number in match[2].split(b","))
        states.add(State(frozenset(member for place, member in enumerate(members) if flags >> place & 1), counts))
    return states


def _changed(evidence: Evidence, names: Iterable[str]) -> list[int]:
    return [evidence.times[name].changed for name in names]
