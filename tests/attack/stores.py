"""Elections held in the bot's own store and in the naive ones, and what an adversary can seize at each moment."""

from __future__ import annotations

import logging
import random
from collections.abc import AsyncGenerator, Callable, Generator, Mapping, Sequence
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from io import StringIO
from pathlib import Path

from bot.anonymity.ballot_box import BallotBoxes
from bot.anonymity.box_disk import BoxFile, overwrite
from bot.anonymity.box_format import Ballot, box_key, elector_token, read_box
from bot.anonymity.log_filter import AnonymityFilter
from bot.client import MIGRATIONS
from bot.clock import Clock
from bot.logs import OURS, OneLine
from bot.posting.outbox import Outbox
from bot.schedule.scheduler import HandTurnedScheduler
from bot.storage.database import Database
from bot.storage.folder import DataFolder
from bot.storage.settings import Settings
from cogs.polls.models import Kind, Poll, Result
from cogs.polls.service import DraftService, PollService, Preparation, Texts
from cogs.polls.storage import PollStorage
from tests.attack.evidence import Evidence, count, read_folder
from tests.attack.loop_disk import LoopDisk
from tests.attack.naive import MakeStore, NaiveStore, RenamedFile, RenamedFileOnToyDisk, ToyDisk

SECRET = bytes(range(32))
LABELS = ("Jamais au travail", "Parfois, en cachette", "Souvent, ouvertement", "Je préfère ne pas dire")
WEIGHTS = (5, 3, 2, 1)
NOW = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)
FIRST_SNOWFLAKE, LAST_SNOWFLAKE = 2 * 10**17, 13 * 10**17


@dataclass(frozen=True, slots=True)
class Election:
    """`order`: the voters, first to last. `choices` is the truth. After `early` votes, DATA_DIR is seized first."""

    members: tuple[int, ...]
    order: tuple[int, ...]
    choices: Mapping[int, int]
    early: int

    @property
    def result(self) -> tuple[int, ...]:
        return count(LABELS, (self.choices[voter] for voter in self.order))

    def evidence(self, folder: Path | None, voted: int, *, published: bool = True) -> Evidence:
        """Without a folder, no files."""
        files, times = read_folder(folder) if folder else ({}, {})
        return Evidence(
            self.members, self.order, voted, LABELS, SECRET, files, times,
            published=self.result if published else None,
        )  # fmt: skip


def draw_election(voters: int, seed: int) -> Election:
    """Every third more may vote and does not."""
    chance = random.Random(seed)
    members = chance.sample(range(FIRST_SNOWFLAKE, LAST_SNOWFLAKE), voters + voters // 3)
    order = chance.sample(members, voters)
    choices = chance.choices(range(len(LABELS)), WEIGHTS, k=voters)
    return Election(tuple(members), tuple(order), dict(zip(order, choices, strict=True)), 3 * voters // 4)


Seized = list[tuple[str, Evidence]]
DYING = "killed in a write, not started again"


@contextmanager
def kept_logs() -> Generator[StringIO]:
    """What the bot writes to its log, through its own filter and format, at the levels it really uses."""
    lines, root = StringIO(), logging.getLogger()
    handler = logging.StreamHandler(lines)
    handler.setFormatter(OneLine("%(asctime)s %(levelname)-7s %(name)s: %(message)s"))
    handler.addFilter(AnonymityFilter())
    # The simulated Discord is no part of the bot: on a real server its records do not exist.
    handler.addFilter(lambda record: not record.name.startswith("simcord"))
    before = {name: logging.getLogger(name).level for name in ("", *OURS)}
    root.addHandler(handler)
    for name in before:
        logging.getLogger(name).setLevel(logging.INFO)
    try:
        yield lines
    finally:
        root.removeHandler(handler)
        for name, level in before.items():
            logging.getLogger(name).setLevel(level)


# The bot's own.


class Killed(BaseException):
    """The process ends here."""


class KilledBeforeDestroying(BallotBoxes):
    async def destroy(self, box_id: str) -> None:
        raise Killed


class DyingFile(BoxFile):
    """Gives up after so many of a write's steps: a copy, sync, the key, sync, the other copy, hiding the times."""

    STEPS = 6

    def __init__(self, descriptor: int) -> None:
        super().__init__(descriptor)
        self.steps_left = self.STEPS

    def write(self, offset: int, content: bytes) -> None:
        self._step()
        super().write(offset, content)

    def sync(self) -> None:
        self._step()
        super().sync()

    def hide_times(self) -> None:
        self._step()
        super().hide_times()

    def _step(self) -> None:
        if self.steps_left == 0:
            raise Killed
        self.steps_left -= 1


@dataclass(frozen=True, slots=True)
class Ours:
    """The service with its real database and boxes on a DATA_DIR."""

    path: Path
    service: PollService
    drafts: DraftService

    @property
    def box(self) -> Path:
        (path,) = (self.path / "ballots").glob("*.box")
        return path

    async def open_poll(self, members: Sequence[int], kind: Kind = Kind.SINGLE, *, sensitive: bool = False) -> Poll:
        preparation = Preparation(
            author_id=members[0], kind=kind, maximum=None, closing="7j", channel_id=1, role_id=None, sensitive=sensitive
        )
        draft = await self.drafts.start_draft(preparation)
        texts = Texts("Utilisez-vous une IA ?", "", "\n".join(LABELS), "Bien\nPassable\nÀ rejeter")
        await self.drafts.fill_draft(draft.draft_id, members[0], texts)
        return await self.service.open_poll(draft.draft_id, members[0], members)


@asynccontextmanager
async def ours(path: Path, boxes: type[BallotBoxes] = BallotBoxes) -> AsyncGenerator[Ours]:
    """Started as the bot starts: boxes mended, polls taken up again. The clock stands still."""
    folder, clock = DataFolder(path), Clock(lambda: NOW)
    folder.claim()
    database = await Database.open(folder.database, MIGRATIONS)
    scheduler, storage = HandTurnedScheduler(clock), PollStorage(database)
    settings = await Settings.load(database, timezone="Europe/Paris")
    drafts = DraftService(storage, settings=settings, clock=clock)
    ballot_boxes = boxes(folder.ballots, SECRET)
    outbox = Outbox(database, clock, scheduler, find_channel=_nowhere, moderators_channel_id=lambda: None)
    service = PollService(storage, drafts, ballot_boxes, outbox, scheduler=scheduler, settings=settings, clock=clock)
    try:
        await ballot_boxes.recover()
        await service.resume()
        yield Ours(path, service, drafts)
    finally:
        await ballot_boxes.close()
        await database.close()
        folder.release()


@dataclass(frozen=True, slots=True)
class Scene:
    """A poll in DATA_DIR, from which everything is seized again and again. With a disk, its raw image too."""

    election: Election
    data: Path
    disk: LoopDisk | None
    logs: StringIO
    seized: Seized = field(default_factory=Seized)
    rolls: list[bytes] = field(default_factory=list[bytes])

    def seize(self, moment: str, voted: int) -> None:
        logs = tuple(self.logs.getvalue().splitlines())
        evidence = replace(self.election.evidence(self.data, voted), logs=logs, rolls=tuple(self.rolls))
        self.seized.append((moment, replace(evidence, image=self.disk.read()) if self.disk else evidence))


async def seize_ours(election: Election, root: Path, *, kill_after: int = 2, disk: LoopDisk | None = None) -> Seized:
    """Every moment of one poll. `kill_after`: which step of a write is the last."""
    with kept_logs() as logs:
        scene = Scene(election, (disk.root if disk else root) / "data", disk, logs)
        poll = await _vote_and_crash(scene, kill_after)
        await _close_and_crash(scene, poll)
    return scene.seized


async def _vote_and_crash(scene: Scene, kill_after: int) -> Poll:
    election, everyone = scene.election, len(scene.election.order)
    async with ours(scene.data) as store:
        poll = await store.open_poll(election.members)
        scene.rolls.append(store.box.read_bytes())
        await _vote(store, poll, election, range(election.early))
        scene.seize("during the poll", election.early)
    _die_writing(scene.data, election, election.early, steps=kill_after)
    voted = election.early + _is_in(scene.data, election)
    scene.seize(DYING, voted)
    async with ours(scene.data) as store:
        scene.seize("that crash, started again", voted)
        await _vote(store, poll, election, range(voted, everyone))
        scene.seize("during the poll, all have voted", everyone)
    return poll


async def _close_and_crash(scene: Scene, poll: Poll) -> None:
    election, everyone = scene.election, len(scene.election.order)
    try:
        async with ours(scene.data, KilledBeforeDestroying) as store:
            await store.service.close_poll(poll.poll_id)
    except Killed:
        scene.seize("killed in closing, box still there", everyone)
    async with ours(scene.data) as store:
        closed = await store.service.lookup.get_closed(poll.poll_id)
        assert isinstance(closed.result, Result)
        assert closed.result.counts == election.result
        scene.seize("after the poll", everyone)
    scene.seize("after the poll, bot stopped", everyone)


def two_copies(election: Election, before: Evidence, root: Path) -> Evidence:
    """DATA_DIR before and after one vote."""
    data = root / "copy"
    for name, content in before.files.items():
        path = data / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    _die_writing(data, election, before.voted, steps=DyingFile.STEPS)
    return replace(election.evidence(data, before.voted), earlier=before.files)


async def _vote(store: Ours, poll: Poll, election: Election, places: range) -> None:
    for voter in election.order[places.start : places.stop]:
        await store.service.cast_ballot(poll.poll_id, voter, (election.choices[voter],))


def _die_writing(data: Path, election: Election, voted: int, *, steps: int) -> None:
    """The bot's own writing of the next vote, which ends after so many steps."""
    (path,) = (data / "ballots").glob("*.box")
    rolls, state = read_box(path.read_bytes())
    voter = election.order[voted]
    position = rolls.position(elector_token(box_key(SECRET, rolls.salt), voter))
    assert position is not None
    live = state.live.with_ballots([Ballot(position, [election.choices[voter]])])
    with DyingFile.open(path) as file:
        assert isinstance(file, DyingFile)
        file.steps_left = steps
        try:
            overwrite(file, rolls, state, live)
        except Killed:
            return


def _is_in(data: Path, election: Election) -> bool:
    """Whether the vote that was being written when the process died turned out recorded."""
    (path,) = (data / "ballots").glob("*.box")
    _, state = read_box(path.read_bytes())
    return state.live.turnout > election.early


async def _nowhere(_channel_id: int) -> None:
    return None


# The naive ones.


def seize_naive(make: MakeStore, election: Election, folder: Path) -> Seized:
    folder.mkdir(parents=True)
    store = make(folder, election.members, LABELS)
    return _seize_naive(store, election, lambda voted: election.evidence(folder, voted))


def seize_renamed_file(election: Election, disk: LoopDisk | None) -> Seized:
    """On the loop device, or on the toy where there is none."""
    if disk is not None:
        folder = disk.root / "naive"
        folder.mkdir()
        store, image = RenamedFile(folder, election.members, LABELS), disk.read
    else:
        toy = ToyDisk(len(election.order) + 50)
        folder, store, image = None, RenamedFileOnToyDisk(toy, election.members, LABELS), lambda: bytes(toy.image)

    def look(voted: int) -> Evidence:
        return replace(election.evidence(folder, voted), image=image())

    return _seize_naive(store, election, look)


def _seize_naive(store: NaiveStore, election: Election, look: Callable[[int], Evidence]) -> Seized:
    seized: Seized = []
    for voted, voter in enumerate(election.order):
        if voted == election.early:
            seized.append(("during the poll", replace(look(voted), logs=tuple(store.logs))))
        store.cast(voter, election.choices[voter])
    everyone = len(election.order)
    seized.append(("during the poll, all have voted", replace(look(everyone), logs=tuple(store.logs))))
    store.close_poll()
    seized.append(("after the poll", replace(look(everyone), logs=tuple(store.logs))))
    store.release()
    return seized
