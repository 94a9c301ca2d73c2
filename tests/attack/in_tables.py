"""The techniques that read SQLite files: rows, pages, freed cells, and the write-ahead log."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from tests.attack.evidence import Evidence, Link, choice_of, join, places
from tests.attack.sqlite_bytes import Row, Value, is_database, list_cells, list_tables, replay


def ids_beside_choices(evidence: Evidence) -> set[Link]:
    """A table in which most voters stand, with a column of choices: outbox rows and personal data are tables too."""
    links: set[Link] = set()
    names = {str(member): member for member in evidence.members}
    for rows in _every_table(evidence, list_tables):
        for voter_column, choice_column in _column_pairs(rows):
            found = [(names.get(str(row[voter_column])), choice_of(row[choice_column], evidence)) for row in rows]
            named = {voter for voter, _ in found if voter is not None}
            if 2 * len(named) >= evidence.voted:
                links |= {Link(voter, choice) for voter, choice in found if voter is not None and choice is not None}
    return links


def rows_in_key_order(evidence: Evidence) -> set[Link]:
    """As many rows as votes, numbered as they came (AUTOINCREMENT, rowid): joined with the order of voting."""
    return _join_tables(evidence, _every_table(evidence, list_tables))


def cells_in_page_order(evidence: Evidence) -> set[Link]:
    """Random keys do not help: cells lie in a page in the order they came."""
    return _join_tables(evidence, _every_table(evidence, list_cells))


def deleted_rows(evidence: Evidence) -> set[Link]:
    """Freed cells, free pages, journals: a member's id in SQLite's coding, and the choice of the same record beside it.

    The byte before a record's body is its last serial type; 8 and 9 are the constants 0 and 1, 1 is one byte more.
    """
    links: set[Link] = set()
    for content in [*evidence.files.values(), evidence.image]:
        if not content:
            continue
        for member in evidence.members:
            for place in places(content, member.to_bytes(8, "big")):
                kind, after = content[place - 1], content[place + 8 : place + 9]
                choice = kind - 8 if kind in {8, 9} else after[0] if kind == 1 and after else None
                if choice is not None and choice < len(evidence.labels):
                    links.add(Link(member, choice))
    return links if 2 * len({link.voter for link in links}) >= evidence.voted else set()


def write_ahead_log(evidence: Evidence) -> set[Link]:
    """Each transaction's pages stand in the log one after the other: what came, or rose, between two of them."""
    links: set[Link] = set()
    for steps in _logged_steps(evidence):
        choices = [step.choice for step in steps]
        if 2 * len(choices) >= evidence.voted and None not in choices:
            links |= join(evidence.voters[-len(choices) :], choices)
    return links


def tallies_in_write_ahead_log(evidence: Evidence) -> set[Link]:
    """Numbers that rise as often as there were votes, whatever they are called: which is which, the counts say."""
    links: set[Link] = set()
    if evidence.counts is None:
        return links
    people = Counter(evidence.counts)
    for steps in _logged_steps(evidence):
        risen = Counter(step.rest for step in steps)
        if len(steps) == evidence.voted and sorted(risen.values()) == sorted(filter(None, evidence.counts)):
            known = {rest: evidence.counts.index(times) for rest, times in risen.items() if people[times] == 1}
            links |= join(evidence.voters, [known.get(step.rest) for step in steps])
    return links


def _join_tables(evidence: Evidence, tables: Iterable[list[Row]]) -> set[Link]:
    links: set[Link] = set()
    for rows in tables:
        if len(rows) != evidence.voted:
            continue
        for column in range(min(map(len, rows))):
            choices = [choice_of(row[column], evidence) for row in rows]
            if None not in choices and len(set(choices)) > 1:
                links |= join(evidence.voters, choices)
    return links


def _column_pairs(rows: list[Row]) -> Iterator[tuple[int, int]]:
    width = len(rows[0]) if rows else 0
    return ((one, other) for one in range(width) for other in range(width) if one != other)


def _every_table(evidence: Evidence, lister: Callable[[bytes], dict[str, list[Row]]]) -> Iterator[list[Row]]:
    """Of every database, as it is with its write-ahead log and, where that differs, without."""
    for name, content in evidence.files.items():
        states = list(replay(content, evidence.files.get(f"{name}-wal", b"")))
        for database in {content, *states[-1:]}:
            if is_database(database):
                yield from (rows for rows in lister(database).values() if rows)


@dataclass(frozen=True, slots=True)
class _Step:
    """What one transaction did to one table: a row came, or a number of it rose by one. `rest`: the row without it."""

    rest: Row
    choice: int | None


def _logged_steps(evidence: Evidence) -> Iterator[list[_Step]]:
    """For each log, and each way in which transactions change a table: all such steps in order."""
    for name, content in evidence.files.items():
        if name.endswith("-wal"):
            states = [list_tables(state) for state in replay(evidence.files[name.removesuffix("-wal")], content)]
            series: dict[tuple[str, str], list[_Step]] = {}
            for before, after in pairwise(states):
                for table in before.keys() & after.keys():
                    for how, step in _steps(before[table], after[table], evidence):
                        series.setdefault((table, how), []).append(step)
            yield from series.values()


def _steps(before: list[Row], after: list[Row], evidence: Evidence) -> Iterator[tuple[str, _Step]]:
    """Each column that may be the choice gives a step."""
    gone, come = set(before) - set(after), set(after) - set(before)
    if len(come) != 1 or len(gone) > 1:
        return
    (new,) = come
    old = next(iter(gone), None)
    risen = [column for column in range(len(new)) if old is not None and _one_more(old[column], new[column])]
    if old is not None and (len(risen) != 1 or old != (*new[: risen[0]], old[risen[0]], *new[risen[0] + 1 :])):
        return
    rest = tuple(value for column, value in enumerate(new) if column not in risen)
    for column, value in enumerate(rest):
        yield f"{risen} by column {column}", _Step(rest, choice_of(value, evidence))


def _one_more(old: Value, new: Value) -> bool:
    numbers = [
        int(value) for value in (old, new) if isinstance(value, int) or (isinstance(value, str) and value.isdecimal())
    ]
    return len(numbers) == 2 and numbers[1] == numbers[0] + 1
