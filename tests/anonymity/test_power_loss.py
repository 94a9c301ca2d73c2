"""Killed at any point of a write, start-up finds the old state or the new one, whole; and only ever one of them.

Recorded traces of real writes are replayed with what a disk may do to them: everything before the last completed
sync is there; of what came after, each sector is there, or not.
"""

from __future__ import annotations

import os
import random
from collections.abc import Iterator

import pytest

from bot.anonymity.box_disk import BoxFile, overwrite, recover, restore_key
from bot.anonymity.box_format import KEY_BYTES, Ballot, DamagedBox, Live, Rolls, State, Terms, draw_up_rolls, read_box

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


def state(live: Live, copy: int = 0) -> State:
    return State(live, os.urandom(KEY_BYTES), copy)


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
        elif chance.random() < 0.1:  # torn inside the sector; a key, at the start of one, is in its first half
            half = sector[: SECTOR // 2]
            platter[offset + start : offset + start + len(half)] = half


def cut_writes(chance: random.Random, rolls: Rolls, old: State, live: Live) -> Iterator[bytes]:
    """The platter after the same write was cut, again and again."""
    before = old.image(rolls)
    while True:
        recorded = RecordingFile(before)
        overwrite(recorded, rolls, old, live)
        yield after_power_loss(before, recorded.trace, chance)


def test_a_write_cut_anywhere_leaves_the_old_or_the_new_state() -> None:
    chance, written_rolls = random.Random(20261124), rolls()
    seen: set[str] = set()
    for replay in range(REPLAYS):
        old = Live.empty(written_rolls).with_ballots(
            Ballot(position, [chance.randrange(5)]) for position in chance.sample(range(300), chance.randrange(60))
        )
        voter = next(position for position in range(300) if not old.has_answered(position))
        new = old.with_ballots([Ballot(voter, [chance.randrange(5)])])
        platter = next(cut_writes(chance, written_rolls, state(old, replay % 2), new))

        mended = RecordingFile(platter)
        _, found = recover(mended, platter)
        assert found.live in (old, new)
        assert bytes(mended.content) == found.image(written_rolls)
        seen.add("old" if found.live == old else "new")
    assert seen == {"old", "new"}


def test_a_cut_write_never_leaves_a_block_of_another_state_that_can_be_opened() -> None:
    """Every page that is not a copy of the state found is noise under the only key there is."""
    chance, written_rolls = random.Random(5), rolls()
    old = Live.empty(written_rolls)
    new = old.with_ballots([Ballot(4, [1])])
    for platter, _ in zip(cut_writes(chance, written_rolls, state(old), new), range(200), strict=False):
        _, found = read_box(platter)
        other = State(new if found.live == old else old, found.key, 0).block(written_rolls)
        assert other not in platter


def test_mending_may_itself_be_cut() -> None:
    chance, written_rolls = random.Random(7), rolls()
    old = Live.empty(written_rolls)
    new = old.with_ballots([Ballot(4, [1])])
    for platter, _ in zip(cut_writes(chance, written_rolls, state(old), new), range(300), strict=False):
        mending = RecordingFile(platter)
        _, first = recover(mending, platter)
        cut_again = after_power_loss(platter, mending.trace, chance)
        again = RecordingFile(cut_again)
        _, second = recover(again, cut_again)
        assert second.live == first.live
        assert bytes(again.content) == second.image(written_rolls)


def test_everything_synced_is_never_lost() -> None:
    written_rolls = rolls()
    old = state(Live.empty(written_rolls))
    recorded = RecordingFile(old.image(written_rolls))
    new = overwrite(recorded, written_rolls, old, old.live.with_ballots([Ballot(4, [1])]))
    last_sync = max(place for place, step in enumerate(recorded.trace) if step is None)
    platter = bytearray(old.image(written_rolls))
    for step in recorded.trace[:last_sync]:
        if step is not None:
            _land(platter, step, None)
    assert read_box(bytes(platter)) == (written_rolls, new)
    assert bytes(recorded.content) == new.image(written_rolls)


class FailingFile(RecordingFile):
    """A disk that refuses one step."""

    def __init__(self, content: bytes, fails_at: int) -> None:
        super().__init__(content)
        self.fails_at = fails_at

    def write(self, offset: int, content: bytes) -> None:
        self._step()
        super().write(offset, content)

    def sync(self) -> None:
        self._step()
        super().sync()

    def _step(self) -> None:
        if len(self.trace) == self.fails_at:
            self.fails_at = -1
            raise OSError


def test_a_disk_that_fails_in_a_write_leaves_one_state_whole_and_says_which() -> None:
    written_rolls = rolls()
    old = state(Live.empty(written_rolls))
    new = old.live.with_ballots([Ballot(4, [1])])
    for fails_at in range(5):
        file = FailingFile(old.image(written_rolls), fails_at)
        try:
            known = overwrite(file, written_rolls, old, new)
        except OSError:
            restore_key(file, written_rolls, old)
            known = old
        assert read_box(bytes(file.content))[1].live == known.live
        assert (known.live == new) == (fails_at == 4)


def test_a_box_whose_key_is_lost_is_refused() -> None:
    written_rolls = rolls()
    content = bytearray(state(Live.empty(written_rolls)).image(written_rolls))
    content[written_rolls.key_offset : written_rolls.key_offset + KEY_BYTES] = bytes(KEY_BYTES)
    with pytest.raises(DamagedBox):
        recover(RecordingFile(bytes(content)), bytes(content))
