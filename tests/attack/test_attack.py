"""An adversary with DATA_DIR at one moment, the result, SECRET_KEY, all logs and the order of voting links nobody.

The same techniques link nearly everybody in stores that are naive, so they can fail. `python -m tests.attack` prints
more of it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from cogs.polls.models import Kind
from tests.attack.adversary import (
    GUESSES,
    TECHNIQUES,
    count_states,
    states_in_files,
    who_answered,
)
from tests.attack.evidence import Evidence, Link, Verdict, judge, read_folder
from tests.attack.loop_disk import LoopDisk, NoLoopDevice, loop_disk
from tests.attack.naive import IN_FILES, UnnamedCountersInWal
from tests.attack.stores import (
    LABELS,
    SECRET,
    DyingFile,
    Election,
    draw_election,
    kept_logs,
    seize_naive,
    seize_ours,
    seize_renamed_file,
    two_copies,
)
from tests.attack.twins import differences, see_twins
from tests.flows.acts import open_poll, vote
from tests.world import World

NEARLY_ALL = 0.9
VOTERS = 24


@pytest.fixture
def election() -> Election:
    return draw_election(VOTERS, seed=4)


@pytest.fixture
def disk(tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[LoopDisk]:
    try:
        with loop_disk(tmp_path / "disk", getattr(request, "param", "")) as disk:
            yield disk
    except NoLoopDevice as error:
        pytest.skip(str(error))


def attack(evidence: Evidence, election: Election) -> Verdict:
    return judge(evidence, election.choices, TECHNIQUES)


# The bot's own.


@pytest.mark.parametrize("steps", range(DyingFile.STEPS + 1))
async def test_our_store_links_nobody_at_any_moment(election: Election, tmp_path: Path, steps: int) -> None:
    """Killed between any two steps of a write, and not yet started again, too."""
    for moment, evidence in await seize_ours(election, tmp_path, kill_after=steps):
        verdict = attack(evidence, election)
        assert not verdict.guesses, moment
        assert verdict.beyond == set(), moment
        assert count_states(evidence) == (0 if moment.startswith("after") else 1), moment


async def test_the_raw_image_of_our_disk_holds_one_state_and_none_at_the_end(
    election: Election, tmp_path: Path, disk: LoopDisk
) -> None:
    for moment, evidence in await seize_ours(election, tmp_path, disk=disk):
        assert evidence.image
        assert attack(evidence, election).beyond == set(), moment
        assert count_states(evidence) == (0 if moment.startswith("after") else 1), moment


@pytest.mark.parametrize("disk", ["data=journal"], indirect=True)
async def test_a_disk_that_journals_data_keeps_what_the_documentation_says_it_keeps(
    election: Election, tmp_path: Path, disk: LoopDisk
) -> None:
    """So the scan of an image can find the states of a box."""
    _, evidence = (await seize_ours(election, tmp_path, disk=disk))[-1]
    assert attack(evidence, election).share >= NEARLY_ALL


@pytest.mark.parametrize("sensitive", [False, True])
@pytest.mark.parametrize("kind", Kind)
async def test_other_people_s_answers_in_another_order_leave_the_same_bytes(
    kind: Kind,
    sensitive: bool,  # noqa: FBT001 - pytest gives arguments by name
    tmp_path: Path,
) -> None:
    one, other = await see_twins(tmp_path, kind, voters=VOTERS, seed=11, sensitive=sensitive)
    assert len(one) == 4
    assert list(differences(one, other)) == []


async def test_the_whole_bot_links_nobody_either(world: World) -> None:
    with kept_logs() as logs:
        card = await open_poll(world, proposals=LABELS)
        choices = {member.id: (place * place) % len(LABELS) for place, member in enumerate(world.members)}
        for member in world.members:
            await vote(member, card, choices[member.id])
        everyone = tuple(member.id for member in world.everyone)
        election = Election(everyone, tuple(choices), choices, early=len(choices))
        during, times = read_folder(world.data_dir)
        await world.advance(days=3)
        after, later = read_folder(world.data_dir)
    assert world.results()
    lines = tuple(logs.getvalue().splitlines())
    assert lines
    for files, file_times in ((during, times), (after, later)):
        evidence = Evidence(
            election.members, election.order, len(choices), LABELS, SECRET, files, file_times, lines, election.result
        )
        assert attack(evidence, election).linked == set()
    assert any(name.endswith(".box") for name in during)


# What is admitted.


async def test_secret_key_and_an_open_box_show_who_has_answered(election: Election, tmp_path: Path) -> None:
    moments = dict(await seize_ours(election, tmp_path))
    assert who_answered(moments["during the poll"]) == set(election.order[: election.early])
    assert who_answered(moments["after the poll"]) == set()
    another_key = replace(moments["during the poll"], secret_key=bytes(32), rolls=())
    assert who_answered(another_key) == set()


async def test_two_copies_of_an_open_box_link_the_vote_between_them(election: Election, tmp_path: Path) -> None:
    during = dict(await seize_ours(election, tmp_path / "poll"))["during the poll"]
    verdict = attack(two_copies(election, during, tmp_path), election)
    voter = election.order[election.early]
    assert verdict.beyond == {Link(voter, election.choices[voter])}


def test_counts_alone_imply_what_is_unanimous(tmp_path: Path) -> None:
    """And all votes but one, for whoever knows that one: its author."""
    voters = draw_election(20, seed=1)
    same = replace(voters, choices=dict.fromkeys(voters.order, 2))
    assert len(states_in_files(same.evidence(None, 20))) == 20
    odd = replace(same, choices={**same.choices, voters.order[5]: 0})
    evidence = odd.evidence(None, 20)
    assert states_in_files(evidence) == set()
    insider = replace(evidence, known={voters.order[5]: 0})
    assert len(states_in_files(insider)) == 19
    assert judge(insider, odd.choices, TECHNIQUES).beyond == set()


# The naive ones.


@pytest.mark.parametrize("store", IN_FILES)
def test_naive_stores_link_nearly_everybody(store: str, election: Election, tmp_path: Path) -> None:
    for moment, evidence in seize_naive(IN_FILES[store], election, tmp_path / "naive"):
        if moment.startswith("during"):
            assert attack(evidence, election).share >= NEARLY_ALL, moment


def test_a_deleted_vote_can_be_read_after_the_poll(election: Election, tmp_path: Path) -> None:
    _, after = seize_naive(IN_FILES["(a) user id beside the vote"], election, tmp_path / "naive")[-1]
    verdict = attack(after, election)
    assert verdict.share >= NEARLY_ALL
    assert [claim.technique for claim in verdict.successes] == ["deleted_rows"]


def test_counters_that_rise_in_order_tell_who_raised_them_whatever_their_names(tmp_path: Path) -> None:
    election = draw_election(60, seed=60)
    assert len(set(election.result)) == len(LABELS)
    (_, evidence), _ = seize_naive(UnnamedCountersInWal, election, tmp_path / "naive")[-2:]
    verdict = attack(evidence, election)
    assert verdict.share >= NEARLY_ALL
    assert [claim.technique for claim in verdict.successes] == ["tallies_in_write_ahead_log"]


def test_a_renamed_file_stays_in_freed_blocks(election: Election, disk: LoopDisk) -> None:
    _, after = seize_renamed_file(election, disk)[-1]
    assert after.files == {}
    assert attack(after, election).share >= NEARLY_ALL


def test_a_renamed_file_stays_in_freed_blocks_of_an_emulated_disk(election: Election) -> None:
    _, after = seize_renamed_file(election, None)[-1]
    assert attack(after, election).share >= NEARLY_ALL


# The judge.


async def test_luck_is_not_counted(election: Election, tmp_path: Path) -> None:
    evidence = dict(await seize_ours(election, tmp_path))["during the poll"]
    verdict = judge(evidence, election.choices, GUESSES)
    (guess,) = verdict.guesses
    assert guess.committed == evidence.voted
    assert verdict.linked == set()
