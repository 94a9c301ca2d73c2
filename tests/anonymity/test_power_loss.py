"""Killed at any point of a write, start-up finds the old state or the new one, whole.

Recorded traces of real writes are replayed with what a disk may do to them: everything before the last completed
sync is there; of what came after, each sector is there, or not.
"""

from __future__ import annotations

import random

from bot.anonymity.box_disk import BoxFile, overwrite, recover
from bot.anonymity.box_format import DamagedBox, Live, Rolls, Terms, draw_up_rolls

SECTOR = 512
REPLAYS = 1_000
ELECTORATE = range(10**17, 10**17 + 300)

Write = tuple[int, bytes]


class RecordingFile(BoxFile):
    """Keeps what is written and where the syncs fall, on bytes in memory."""

    def __init__(self, content: bytes) -> None:
        super().__init__(-1)
        self.content = bytearray(content)
        self.trace: list[Write | None] = []

    def write(self, offset: int, content: bytes) -> None:
        self.trace.append((offset, content))
        self.content[offset : offset + len(content)] = content

    def sync(self) -> None:
        self.trace.append(None)

    def hide_times(self) -> None: ...


def rolls() -> Rolls:
    return draw_up_rolls(secret_key=bytes(32), salt=bytes(16), electorate=ELECTORATE, counters=5, terms=Terms(5, 5))


def image(rolls: Rolls, live: Live) -> bytes:
    return 2 * (rolls.block + live.block(rolls))


def after_power_loss(before: bytes, trace: list[Write | None], chance: random.Random) -> bytes:
    """The platter when power goes at a random point of the trace."""
    cut = chance.randrange(len(trace) + 1)
    done = trace[:cut]
    last_sync = max((place for place, step in enumerate(done) if step is None), default=-1)
    platter = bytearray(before)
    for place, step in enumerate(done):
        if step is not None:
            _land(platter, step, chance if place > last_sync else None)
    return bytes(platter)


def _land(platter: bytearray, write: Write, chance: random.Random | None) -> None:
    offset, content = write
    for start in range(0, len(content), SECTOR):
        sector = content[start : start + SECTOR]
        if chance is None or chance.random() < 0.5:
            platter[offset + start : offset + start + len(sector)] = sector
        elif chance.random() < 0.1:  # torn inside the sector
            half = len(sector) // 2
            platter[offset + start : offset + start + half] = sector[:half]


def test_a_write_cut_anywhere_leaves_the_old_or_the_new_state() -> None:
    chance, written_rolls = random.Random(20261124), rolls()
    seen: set[str] = set()
    for _ in range(REPLAYS):
        old = Live.empty(written_rolls).with_ballots(
            (position, [chance.randrange(5)]) for position in chance.sample(range(300), chance.randrange(60))
        )
        voter = next(position for position in range(300) if not old.has_answered(position))
        new = old.with_ballots([(voter, [chance.randrange(5)])])
        before = image(written_rolls, old)
        recorded = RecordingFile(before)
        overwrite(recorded, written_rolls, new)
        platter = after_power_loss(before, recorded.trace, chance)

        mended = RecordingFile(platter)
        _, found = recover(mended, platter)
        assert found in (old, new)
        assert bytes(mended.content) == image(written_rolls, found)
        seen.add("old" if found == old else "new")
    assert seen == {"old", "new"}


def test_mending_may_itself_be_cut() -> None:
    chance, written_rolls = random.Random(7), rolls()
    old = Live.empty(written_rolls)
    new = old.with_ballots([(4, [1])])
    for _ in range(300):
        before = image(written_rolls, old)
        recorded = RecordingFile(before)
        overwrite(recorded, written_rolls, new)
        platter = after_power_loss(before, recorded.trace, chance)
        mending = RecordingFile(platter)
        _, first = recover(mending, platter)
        platter = after_power_loss(platter, mending.trace, chance)
        again = RecordingFile(platter)
        _, second = recover(again, platter)
        assert second == first
        assert bytes(again.content) == image(written_rolls, second)


def test_everything_synced_is_never_lost() -> None:
    written_rolls = rolls()
    old = Live.empty(written_rolls)
    new = old.with_ballots([(4, [1])])
    recorded = RecordingFile(image(written_rolls, old))
    overwrite(recorded, written_rolls, new)
    assert recorded.trace[-1] is None
    assert bytes(recorded.content) == image(written_rolls, new)


def test_two_copies_that_disagree_without_an_order_are_refused() -> None:
    written_rolls = rolls()
    one = Live.empty(written_rolls).with_ballots([(1, [0])])
    other = Live.empty(written_rolls).with_ballots([(2, [0])])
    content = written_rolls.block + one.block(written_rolls) + written_rolls.block + other.block(written_rolls)
    try:
        recover(RecordingFile(content), content)
    except DamagedBox:
        return
    raise AssertionError("a box whose copies contradict each other was accepted")
