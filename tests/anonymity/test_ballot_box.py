"""The ballot box: what it keeps is a function of who has answered and of how many gave each answer."""

from __future__ import annotations

import asyncio
import os
import random
import shutil
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.anonymity.ballot_box import (
    AlreadyAnswered,
    BallotBoxes,
    BoxNotCreated,
    BoxSealed,
    BoxUnavailable,
    NotInElectorate,
)
from bot.anonymity.box_disk import BoxFile
from bot.anonymity.box_format import State, Terms, read_box

SECRET = bytes(range(32))
TERMS = Terms(minimum_electorate=5, minimum_answers=5)
ELECTORATE = [10**17 + 7 * number for number in range(40)]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "ballots"
    folder.mkdir()
    return folder


@pytest.fixture
def boxes(folder: Path) -> BallotBoxes:
    return BallotBoxes(folder, SECRET)


async def opened(boxes: BallotBoxes, counters: int = 4) -> str:
    return await boxes.create(ELECTORATE, counters=counters, terms=TERMS)


def box_path(folder: Path) -> Path:
    (path,) = folder.glob("*.box")
    return path


async def test_counts_what_was_cast(boxes: BallotBoxes) -> None:
    box_id = await opened(boxes)
    for place, user_id in enumerate(ELECTORATE[:7]):
        await boxes.cast(box_id, user_id, [place % 2])
    tally = await boxes.seal(box_id)
    assert (tally.turnout, tally.electorate, tally.counts) == (7, 40, (4, 3, 0, 0))


async def test_refuses_a_second_answer_and_counts_the_first(boxes: BallotBoxes) -> None:
    box_id = await opened(boxes)
    await boxes.cast(box_id, ELECTORATE[0], [0])
    with pytest.raises(AlreadyAnswered):
        await boxes.cast(box_id, ELECTORATE[0], [1])
    assert (await boxes.seal(box_id)).counts == (1, 0, 0, 0)


async def test_two_devices_at_the_same_instant_are_one_answer(boxes: BallotBoxes) -> None:
    box_id = await opened(boxes)
    outcomes = await asyncio.gather(
        *(boxes.cast(box_id, ELECTORATE[0], [place]) for place in range(3)), return_exceptions=True
    )
    assert sorted(type(outcome).__name__ for outcome in outcomes) == ["AlreadyAnswered"] * 2 + ["NoneType"]
    assert sum((await boxes.seal(box_id)).counts) == 1


async def test_refuses_whoever_is_not_on_the_frozen_roll(boxes: BallotBoxes) -> None:
    box_id = await opened(boxes)
    with pytest.raises(NotInElectorate):
        await boxes.cast(box_id, 5, [0])


async def test_refuses_answers_once_sealed_and_keeps_those_under_way(boxes: BallotBoxes) -> None:
    box_id = await opened(boxes)
    casting = [asyncio.create_task(boxes.cast(box_id, user_id, [0])) for user_id in ELECTORATE[:10]]
    await asyncio.sleep(0)
    tally = await boxes.seal(box_id)
    await asyncio.gather(*casting)
    assert tally.turnout == 10
    with pytest.raises(BoxSealed):
        await boxes.cast(box_id, ELECTORATE[20], [0])


async def test_whoever_stops_waiting_takes_no_other_answer_along(boxes: BallotBoxes) -> None:
    box_id = await opened(boxes)
    first = asyncio.create_task(boxes.cast(box_id, ELECTORATE[0], [0]))
    second = asyncio.create_task(boxes.cast(box_id, ELECTORATE[1], [1]))
    await asyncio.sleep(0)
    first.cancel()
    await second
    assert (await boxes.seal(box_id)).counts[1] == 1


async def test_a_file_keeps_its_size_and_tells_no_time(boxes: BallotBoxes, folder: Path) -> None:
    box_id = await opened(boxes)
    size = box_path(folder).stat().st_size
    for user_id in ELECTORATE:
        await boxes.cast(box_id, user_id, [0, 3])
    assert box_path(folder).stat().st_size == size
    assert box_path(folder).stat().st_mtime == 0


async def test_survives_a_restart(boxes: BallotBoxes, folder: Path) -> None:
    box_id = await opened(boxes)
    await boxes.cast(box_id, ELECTORATE[3], [2])
    again = BallotBoxes(folder, SECRET)
    assert (await again.recover()).usable == {box_id}
    with pytest.raises(AlreadyAnswered):
        await again.cast(box_id, ELECTORATE[3], [1])
    assert (await again.seal(box_id)).counts == (0, 0, 1, 0)


async def test_another_key_cannot_use_the_box_and_leaves_it_alone(boxes: BallotBoxes, folder: Path) -> None:
    box_id = await opened(boxes)
    before = box_path(folder).read_bytes()
    other = BallotBoxes(folder, bytes(32))
    assert (await other.recover()).refused == {box_id}
    with pytest.raises(BoxUnavailable):
        await other.cast(box_id, ELECTORATE[0], [0])
    assert box_path(folder).read_bytes() == before


@pytest.mark.parametrize("damage", [b"", b"rubbish", b"\0" * 20000])
async def test_a_damaged_box_is_refused_and_left_as_it_is(folder: Path, damage: bytes) -> None:
    (folder / "abc.box").write_bytes(damage)
    boxes = BallotBoxes(folder, SECRET)
    assert (await boxes.recover()).refused == {"abc"}
    assert (folder / "abc.box").read_bytes() == damage


async def test_one_damaged_copy_is_mended_from_the_other(boxes: BallotBoxes, folder: Path) -> None:
    box_id = await opened(boxes)
    await boxes.cast(box_id, ELECTORATE[0], [1])
    whole = box_path(folder).read_bytes()
    for start in (0, len(whole) // 2):
        torn = bytearray(whole)
        torn[start : start + 512] = os.urandom(512)
        box_path(folder).write_bytes(torn)
        again = BallotBoxes(folder, SECRET)
        assert (await again.recover()).usable == {box_id}
        assert box_path(folder).read_bytes() == whole


async def test_destroying_writes_zeros_before_the_name_goes(boxes: BallotBoxes, folder: Path, tmp_path: Path) -> None:
    box_id = await opened(boxes)
    await boxes.cast(box_id, ELECTORATE[0], [1])
    os.link(box_path(folder), tmp_path / "still-here")
    await boxes.destroy(box_id)
    await boxes.destroy(box_id)
    assert not list(folder.glob("*.box"))
    assert set((tmp_path / "still-here").read_bytes()) == {0}


async def test_the_folder_asks_backups_to_leave_it_out(folder: Path, boxes: BallotBoxes) -> None:
    await boxes.recover()
    assert (folder / "CACHEDIR.TAG").read_text().startswith("Signature: 8a477f597d28d172789f06886806bc55")


@pytest.mark.errors_expected
async def test_a_disk_that_refuses_leaves_no_box_behind(tmp_path: Path) -> None:
    boxes = BallotBoxes(tmp_path / "not-there", SECRET)
    with pytest.raises(BoxNotCreated):
        await opened(boxes)


@pytest.mark.errors_expected
async def test_a_disk_that_stops_writing_records_nothing_and_says_so(boxes: BallotBoxes, folder: Path) -> None:
    box_id = await opened(boxes)
    await boxes.cast(box_id, ELECTORATE[0], [0])
    shutil.move(box_path(folder), folder / "elsewhere")
    with pytest.raises(BoxUnavailable):
        await boxes.cast(box_id, ELECTORATE[1], [0])
    shutil.move(folder / "elsewhere", folder / f"{box_id}.box")
    again = BallotBoxes(folder, SECRET)
    await again.recover()
    assert (await again.seal(box_id)).turnout == 1


# Open texts.

ROOM = 400


async def test_keeps_texts_sorted_and_without_their_authors(boxes: BallotBoxes, folder: Path) -> None:
    box_id = await boxes.create(ELECTORATE, counters=4, terms=TERMS, room=ROOM)
    for user_id, text in zip(ELECTORATE, ("zèle", "à voir", "zèle"), strict=False):
        await boxes.cast(box_id, user_id, [0], [(2, text)])
    again = BallotBoxes(folder, SECRET)
    assert (await again.recover()).usable == {box_id}
    tally = await again.seal(box_id)
    assert tally.texts == ((2, "zèle"), (2, "zèle"), (2, "à voir"))
    assert tally.turnout == 3


async def test_what_does_not_fit_is_refused_alone_and_the_others_are_in(boxes: BallotBoxes) -> None:
    box_id = await boxes.create(ELECTORATE, counters=4, terms=TERMS, room=ROOM)
    outcomes = await asyncio.gather(
        *(
            boxes.cast(box_id, ELECTORATE[place], [0], [(0, "x" * size)])
            for place, size in enumerate((90, 350, 90, 90))
        ),
        return_exceptions=True,
    )
    assert [type(outcome).__name__ for outcome in outcomes] == ["NoneType", "BoxFull", "NoneType", "NoneType"]
    tally = await boxes.seal(box_id)
    assert (tally.turnout, len(tally.texts)) == (3, 3)


@settings(max_examples=40, deadline=None)
@given(
    texts=st.lists(
        st.tuples(st.integers(0, 3), st.text(st.characters(exclude_categories=["Cs"]), max_size=20)), max_size=12
    ),
    chance=st.randoms(use_true_random=False),
)
def test_texts_by_other_people_in_another_order_leave_identical_bytes(
    tmp_path_factory: pytest.TempPathFactory, texts: list[tuple[int, str]], chance: random.Random
) -> None:
    folder, other_folder = tmp_path_factory.mktemp("one"), tmp_path_factory.mktemp("other")

    async def live(place: Path, shuffled: list[tuple[int, str]]) -> bytes:
        boxes = BallotBoxes(place, SECRET)
        await boxes.recover()
        (box_id,) = (path.stem for path in place.glob("*.box"))
        for user_id, text in zip(ELECTORATE, shuffled, strict=False):
            await boxes.cast(box_id, user_id, [0], [text])
        return box_path(place).read_bytes()

    async def both() -> tuple[bytes, bytes]:
        await BallotBoxes(folder, SECRET).create(ELECTORATE, counters=2, terms=TERMS, room=2000)
        shutil.copy(box_path(folder), other_folder)
        return await live(folder, texts), await live(other_folder, chance.sample(texts, len(texts)))

    one, other = asyncio.run(both())
    (rolls, state), (_, other_state) = read_box(one), read_box(other)
    assert state.live == other_state.live
    assert one == state.image(rolls)
    assert other == State(state.live, other_state.key, 0).image(rolls)


# Two histories, one file.


@st.composite
def histories(draw: st.DrawFn) -> tuple[list[tuple[int, list[int]]], list[tuple[int, list[int]]]]:
    """The same voters and the same answers, in two orders and two assignments."""
    voters = draw(st.lists(st.sampled_from(ELECTORATE), unique=True, min_size=1, max_size=20))
    answers = draw(
        st.lists(
            st.lists(st.integers(0, 3), unique=True, min_size=1, max_size=3),
            min_size=len(voters),
            max_size=len(voters),
        )
    )
    other_voters, other_answers = draw(st.permutations(voters)), draw(st.permutations(answers))
    return list(zip(voters, answers, strict=True)), list(zip(other_voters, other_answers, strict=True))


@settings(max_examples=60, deadline=None)
@given(pair=histories(), together=st.booleans())
def test_order_and_assignment_leave_identical_bytes_under_keys_of_their_own(
    tmp_path_factory: pytest.TempPathFactory,
    pair: tuple[list[tuple[int, list[int]]], list[tuple[int, list[int]]]],
    together: bool,  # noqa: FBT001 - hypothesis gives arguments by name
) -> None:
    folder = tmp_path_factory.mktemp("one")
    other_folder = tmp_path_factory.mktemp("other")

    async def live(place: Path, history: list[tuple[int, list[int]]], *, at_once: bool) -> bytes:
        boxes = BallotBoxes(place, SECRET)
        await boxes.recover()
        (box_id,) = (path.stem for path in place.glob("*.box"))
        if at_once:
            await asyncio.gather(*(boxes.cast(box_id, user_id, marks) for user_id, marks in history))
        else:
            for user_id, marks in history:
                await boxes.cast(box_id, user_id, marks)
        return box_path(place).read_bytes()

    async def both() -> tuple[bytes, bytes]:
        await opened(BallotBoxes(folder, SECRET))
        shutil.copy(box_path(folder), other_folder)
        return (
            await live(folder, pair[0], at_once=together),
            await live(other_folder, pair[1], at_once=False),
        )

    one, other = asyncio.run(both())
    (rolls, state), (other_rolls, other_state) = read_box(one), read_box(other)
    assert (rolls, state.live, state.copy) == (other_rolls, other_state.live, other_state.copy)
    assert state.key != other_state.key
    # Nothing is in a file but rolls, state and key.
    assert one == state.image(rolls)
    assert other == State(state.live, other_state.key, 0).image(rolls)


async def test_each_state_has_a_key_of_its_own_and_the_one_before_is_nowhere(boxes: BallotBoxes, folder: Path) -> None:
    box_id = await opened(boxes)
    keys = [read_box(box_path(folder).read_bytes())[1].key]
    for user_id in ELECTORATE[:5]:
        await boxes.cast(box_id, user_id, [0])
        content = box_path(folder).read_bytes()
        assert all(key not in content for key in keys)
        keys.append(read_box(content)[1].key)
    assert len(set(keys)) == 6


# A member's id is nowhere.


async def test_no_id_of_a_voter_stands_in_the_file(boxes: BallotBoxes, folder: Path) -> None:
    box_id = await opened(boxes)
    for user_id in ELECTORATE:
        await boxes.cast(box_id, user_id, [0])
    content = box_path(folder).read_bytes()
    for user_id in ELECTORATE:
        for trace in (str(user_id).encode(), user_id.to_bytes(8, "big"), user_id.to_bytes(8, "little")):
            assert trace not in content


def test_the_file_seam_writes_what_it_is_given(tmp_path: Path) -> None:
    path = tmp_path / "file"
    path.write_bytes(bytes(10))
    with BoxFile.open(path) as file:
        file.write(3, b"abc")
        file.sync()
    assert path.read_bytes() == b"\0\0\0abc\0\0\0\0"
