"""`python -m tests.attack`: how many voters each store links to their vote, at each moment. Under a minute."""

from __future__ import annotations

import asyncio
import sys
from collections import defaultdict
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.attack.adversary import GUESSES, TECHNIQUES, count_states, inode_times, who_answered
from tests.attack.evidence import Evidence, Verdict, judge
from tests.attack.kills import kill_repeatedly
from tests.attack.loop_disk import NoLoopDevice, loop_disk
from tests.attack.naive import IN_FILES
from tests.attack.stores import Election, Seized, draw_election, seize_naive, seize_ours, seize_renamed_file, two_copies

SIZES = (20, 60, 200)
KILLS = 60
OURS, IMAGE, JOURNAL = "OURS", "OURS, raw image of ext4", "OURS, ext4 with data=journal (warned about)"
TWO_COPIES, BEFORE_THE_LAST = "OURS, two copies (admitted)", "OURS, before the last vote, and the result (admitted)"

HEADING = """Voters linked to their vote with certainty beyond what flags and counters imply, of those who had voted.
(«0+1/19»: one more is implied.) The adversary has DATA_DIR at one moment, the published result, SECRET_KEY, all logs,
the list of members and the exact order of voting. A column for each number of voters; for the last of them, «states»:
different states of the box found anywhere; «who»: how many are known to have answered, by trying SECRET_KEY on every
member.
"""


class Table:
    """A row for each store and moment, a column for each number of voters."""

    def __init__(self) -> None:
        self._cells: dict[tuple[str, str], list[str]] = defaultdict(list)
        self._how: dict[tuple[str, str], set[str]] = defaultdict(set)
        self._seen: dict[tuple[str, str], tuple[int, int]] = {}
        self.guesses: list[str] = []

    def add(self, store: str, election: Election, seized: Iterable[tuple[str, Evidence]]) -> None:
        for moment, evidence in seized:
            verdict = judge(evidence, election.choices, (*TECHNIQUES, *GUESSES))
            self._cells[store, moment].append(_cell(verdict))
            self._how[store, moment] |= {claim.technique for claim in verdict.successes}
            self._seen[store, moment] = count_states(evidence), len(who_answered(evidence))
            if store == OURS and moment == "during the poll":
                self.guesses += [f"{claim.right} of {claim.committed}" for claim in verdict.guesses]

    def write(self) -> None:
        head = "".join(f"{size:>10}" for size in SIZES)
        _say(f"{'':46}{head}{'states':>9}{'who':>6}  by")
        store = ""
        for key, cells in self._cells.items():
            if key[0] != store:
                store = key[0]
                _say(f"\n{store}")
            states, who = self._seen[key]
            row = "".join(f"{cell:>10}" for cell in cells)
            _say(f"  {key[1]:<44}{row}{states:>9}{who:>6}  {', '.join(sorted(self._how[key])) or '-'}")


def main() -> None:
    with TemporaryDirectory(prefix="attack-", dir=Path.cwd()) as folder:
        root = Path(folder)
        # First: it forks, and there are no threads yet.
        reports = [kill_repeatedly(root / f"kills-{together}", KILLS, together=together) for together in (1, 10)]
        table, notes = Table(), list[str]()
        for size in SIZES:
            election = draw_election(size, seed=size)
            _attack_files(table, election, root / f"files-{size}")
            _attack_images(table, election, root / f"images-{size}", notes)
    _say(HEADING)
    table.write()
    _say(f"\nA mere guess in our box was right about {', '.join(table.guesses)}: wrong somewhere, so worth nothing.")
    for report in reports:
        _say(
            f"kill -9 at {report.kills} random moments of unbroken voting, {report.together} at a time: two states "
            f"side by side {report.two_states} times,\n  by which {report.linked} voters were linked in all; after the "
            f"next start {report.two_states_later} times, {report.linked_later} voters."
        )
    for note in dict.fromkeys(notes):
        _say(note)


def _attack_files(table: Table, election: Election, root: Path) -> None:
    seized = asyncio.run(seize_ours(election, root / "ours"))
    table.add(OURS, election, seized)
    during = dict(seized)["during the poll"]
    table.add(TWO_COPIES, election, [("before and after one vote", two_copies(election, during, root))])
    table.add(BEFORE_THE_LAST, election, _before_the_last(election, root / "last"))
    for number, (name, make) in enumerate(IN_FILES.items()):
        table.add(name, election, seize_naive(make, election, root / str(number)))


def _before_the_last(election: Election, root: Path) -> Seized:
    last = replace(election, early=len(election.order) - 1)
    return asyncio.run(seize_ours(last, root))[:1]


def _attack_images(table: Table, election: Election, root: Path, notes: list[str]) -> None:
    for store, options in ((IMAGE, ""), (JOURNAL, "data=journal")):
        try:
            with loop_disk(root / store, options) as disk:
                seized = asyncio.run(seize_ours(election, root, disk=disk))
        except NoLoopDevice as error:
            notes.append(str(error))
            continue
        table.add(store, election, seized)
        if store == IMAGE:
            size = len(seized[0][1].rolls[0])
            times = len(inode_times(seized[-1][1].image, size))
            notes.append(
                f"After {len(election.order)} votes the raw image still told {times} times of writing the box."
            )
    with suppress(NoLoopDevice), loop_disk(root / "naive") as disk:
        table.add("(d) temporary file and rename, raw ext4", election, seize_renamed_file(election, disk))
        return
    table.add("(d) temporary file and rename, EMULATED disk", election, seize_renamed_file(election, None))


def _cell(verdict: Verdict) -> str:
    """«beyond/voted», or «beyond+implied/voted»."""
    counted = len(verdict.linked & verdict.implied)
    return f"{len(verdict.beyond)}{f'+{counted}' if counted else ''}/{verdict.voted}"


def _say(line: str) -> None:
    sys.stdout.write(f"{line}\n")


if __name__ == "__main__":
    main()
