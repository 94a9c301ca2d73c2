"""The ballot boxes of the open polls and surveys: who may answer, who has, how many of each answer; never which.

Nothing here logs a member, an answer or a time, and nothing is told before a box is sealed.
"""

from __future__ import annotations

import asyncio
import hmac
import logging
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from secrets import token_bytes, token_hex

from bot.anonymity.box_disk import BoxFile, create_box, destroy_box, overwrite, recover, restore_key
from bot.anonymity.box_format import (
    Ballot,
    DamagedBox,
    Live,
    NoRoom,
    Rolls,
    State,
    Terms,
    Text,
    box_key,
    draw_up_rolls,
    elector_token,
    key_check,
    read_box,
)
from bot.errors import UserError

log = logging.getLogger(__name__)

CACHEDIR_TAG = "Signature: 8a477f597d28d172789f06886806bc55\n# Open ballot boxes are left out of backups.\n"


class NotInElectorate(UserError):
    def __init__(self) -> None:
        super().__init__("ballot-not-in-electorate")


class AlreadyAnswered(UserError):
    def __init__(self) -> None:
        super().__init__("ballot-already-answered")


class BoxSealed(UserError):
    def __init__(self) -> None:
        super().__init__("ballot-sealed")


class BoxUnavailable(UserError):
    """Missing, damaged, of another SECRET_KEY, or on a disk that no longer writes."""

    def __init__(self) -> None:
        super().__init__("ballot-unavailable")


class BoxFull(UserError):
    """The space reserved for texts is used up: shorter ones may still fit."""

    def __init__(self) -> None:
        super().__init__("ballot-full")


class BoxNotCreated(UserError):
    def __init__(self) -> None:
        super().__init__("ballot-not-created")


@dataclass(frozen=True, slots=True)
class Tally:
    """The content of a sealed box. `counts` in the order the counters were given at opening; `texts` sorted."""

    terms: Terms
    electorate: int
    turnout: int
    counts: tuple[int, ...]
    texts: tuple[Text, ...] = ()


@dataclass(slots=True)
class _Waiting:
    ballot: Ballot
    recorded: asyncio.Future[None]


@dataclass(slots=True)
class _Box:
    path: Path
    key: bytes
    rolls: Rolls
    state: State
    sealed: bool = False
    broken: bool = False
    waiting: list[_Waiting] = field(default_factory=list[_Waiting])
    writer: asyncio.Task[None] | None = None

    @property
    def live(self) -> Live:
        return self.state.live


@dataclass(frozen=True, slots=True)
class Recovery:
    """What start-up found: `usable` ids; `refused` ids of damaged boxes or of another SECRET_KEY, left untouched."""

    usable: frozenset[str]
    refused: frozenset[str]


class BallotBoxes:
    """The folder of the open boxes. One instance per process, which holds the folder's lock."""

    def __init__(self, folder: Path, secret_key: bytes) -> None:
        self._folder = folder
        self._secret_key = secret_key
        self._boxes: dict[str, _Box] = {}
        self._claimed: set[str] = set()

    async def recover(self) -> Recovery:
        """Before the first connection: every box back to one whole state."""
        return await asyncio.to_thread(self._recover)

    async def create(self, electorate: Iterable[int], *, counters: int, terms: Terms, room: int = 0) -> str:
        """The new box's id; `room`: bytes reserved for open texts.

        Raises BoxNotCreated when the disk refuses, leaving nothing behind.
        """
        box_id, salt = token_hex(16), token_bytes(16)
        path = self._path(box_id)

        def build() -> tuple[Rolls, State]:
            rolls = draw_up_rolls(
                secret_key=self._secret_key,
                salt=salt,
                electorate=electorate,
                counters=counters,
                terms=terms,
                room=room,
            )
            return rolls, create_box(path, rolls)

        try:
            rolls, state = await asyncio.to_thread(build)
        except OSError as error:
            log.error("a ballot box could not be created: %s", error.strerror)  # noqa: TRY400
            raise BoxNotCreated from error
        self._claimed.add(box_id)
        self._boxes[box_id] = _Box(path, box_key(self._secret_key, salt), rolls, state)
        return box_id

    def has(self, box_id: str) -> bool:
        return box_id in self._boxes

    def claim(self, box_id: str) -> bool:
        """A poll or survey says that this box is its own. False when it cannot be used."""
        self._claimed.add(box_id)
        return box_id in self._boxes

    def list_orphans(self) -> set[str]:
        """The boxes that can be used and that nobody claimed."""
        return set(self._boxes) - self._claimed

    def is_on_roll(self, box_id: str, user_id: int) -> bool:
        """Whether this person may answer at all; says nothing about whether they have."""
        box = self._boxes.get(box_id)
        return box is not None and box.rolls.position(elector_token(box.key, user_id)) is not None

    def has_answered(self, box_id: str, user_id: int) -> bool | None:
        """For whoever asks what is kept about themselves, and for nobody else. None for who is not on the roll."""
        box = self._boxes.get(box_id)
        position = box.rolls.position(elector_token(box.key, user_id)) if box is not None else None
        return None if box is None or position is None else box.live.has_answered(position)

    def require_may_answer(self, box_id: str, user_id: int) -> None:
        """Raises what `cast` would, before the member takes the trouble of answering."""
        box = self._open_box(box_id)
        if box.live.has_answered(self._position(box, user_id)):
            raise AlreadyAnswered

    async def cast(self, box_id: str, user_id: int, marks: Sequence[int], texts: Sequence[Text] = ()) -> None:
        """Returns once it is on disk. `marks` are counters, each raised by one; `texts` with their question's number.

        Raises NotInElectorate, AlreadyAnswered, BoxFull, BoxSealed, BoxUnavailable; then nothing is recorded.
        """
        box = self._open_box(box_id)
        ballot = Ballot(self._position(box, user_id), tuple(marks), tuple(texts))
        waiting = _Waiting(ballot, asyncio.get_running_loop().create_future())
        if any(not 0 <= mark < box.rolls.counters for mark in ballot.marks):
            raise ValueError("a mark outside the ballot")
        box.waiting.append(waiting)
        if box.writer is None:
            box.writer = asyncio.create_task(self._write(box))
        # Shielded: whoever stops waiting does not take the answers of the others along.
        await asyncio.shield(waiting.recorded)

    async def seal(self, box_id: str) -> Tally:
        """No answer enters any more; what was under way is in. Raises BoxUnavailable."""
        box = self._boxes.get(box_id)
        if box is None or box.broken:
            raise BoxUnavailable
        box.sealed = True
        while box.writer is not None:
            await asyncio.wait([box.writer])
        return Tally(box.rolls.terms, box.rolls.electors, box.live.turnout, box.live.counts, box.live.read_texts())

    def unseal(self, box_id: str) -> None:
        """When what was to be done with the tally failed."""
        if box := self._boxes.get(box_id):
            box.sealed = False

    async def destroy(self, box_id: str) -> None:
        """Zeroed and gone; may be repeated."""
        if box := self._boxes.get(box_id):
            box.sealed = True
            while box.writer is not None:
                await asyncio.wait([box.writer])
        await asyncio.to_thread(destroy_box, self._path(box_id))
        self._boxes.pop(box_id, None)

    async def close(self) -> None:
        """Waits for the answers under way."""
        writers = [box.writer for box in self._boxes.values() if box.writer is not None]
        if writers:
            await asyncio.wait(writers)

    def _path(self, box_id: str) -> Path:
        return self._folder / f"{box_id}.box"

    def _open_box(self, box_id: str) -> _Box:
        box = self._boxes.get(box_id)
        if box is None or box.broken:
            raise BoxUnavailable
        if box.sealed:
            raise BoxSealed
        return box

    def _position(self, box: _Box, user_id: int) -> int:
        position = box.rolls.position(elector_token(box.key, user_id))
        if position is None:
            raise NotInElectorate
        return position

    async def _write(self, box: _Box) -> None:
        """Writes as long as somebody waits, then ends. Those who arrive during a write share the next one."""
        try:
            while box.waiting:
                group, box.waiting = box.waiting, []
                await self._write_group(box, group)
        finally:
            box.writer = None

    async def _write_group(self, box: _Box, group: list[_Waiting]) -> None:
        first: dict[int, _Waiting] = {}
        for waiting in group:
            if not box.live.has_answered(waiting.ballot.position):
                first.setdefault(waiting.ballot.position, waiting)
        try:
            refusal = await self._record(box, list(first.values()))
        except NoRoom:
            # Together they do not fit; one by one, most do.
            for waiting in group:
                await self._write_group(box, [waiting])
            return
        except BaseException:
            # Whatever it is, nobody is left waiting for an answer that will not come.
            box.broken = True
            for waiting in group:
                _settle(waiting, BoxUnavailable())
            raise
        accepted = {id(waiting) for waiting in first.values()}
        for waiting in group:
            _settle(waiting, refusal or (None if id(waiting) in accepted else AlreadyAnswered()))

    async def _record(self, box: _Box, group: list[_Waiting]) -> UserError | None:
        """Why it was not recorded. Raises NoRoom when a smaller group may fit."""
        if not group:
            return None
        try:
            live = box.live.with_ballots(waiting.ballot for waiting in group)
            box.state = await asyncio.to_thread(_overwrite_path, box, live)
        except NoRoom:
            if len(group) > 1:
                raise
            return BoxFull()
        except OSError as error:
            log.error("a ballot box could not be written: %s", error.strerror)  # noqa: TRY400
            await self._restore(box)
            return BoxUnavailable()
        return None

    async def _restore(self, box: _Box) -> None:
        """After a failed write: the last durable state again, or no more answers until the next start."""
        try:
            await asyncio.to_thread(_restore_path, box)
        except OSError:
            box.broken = True

    def _recover(self) -> Recovery:
        (self._folder / "CACHEDIR.TAG").write_text(CACHEDIR_TAG, encoding="utf-8")
        usable: set[str] = set()
        refused: set[str] = set()
        for path in self._folder.glob("*.box"):
            try:
                box = self._load(path)
            except (DamagedBox, OSError):
                box = None
            if box is None:
                refused.add(path.stem)
            else:
                usable.add(path.stem)
                self._boxes[path.stem] = box
        return Recovery(frozenset(usable), frozenset(refused))

    def _load(self, path: Path) -> _Box | None:
        """None for a box of another SECRET_KEY, which is not touched. Raises DamagedBox, OSError."""
        content = path.read_bytes()
        rolls, _ = read_box(content)
        key = box_key(self._secret_key, rolls.salt)
        if not hmac.compare_digest(key_check(key), rolls.key_check):
            return None
        with BoxFile.open(path) as file:
            rolls, state = recover(file, content)
        return _Box(path, key, rolls, state)


def _overwrite_path(box: _Box, live: Live) -> State:
    with BoxFile.open(box.path) as file:
        return overwrite(file, box.rolls, box.state, live)


def _restore_path(box: _Box) -> None:
    with BoxFile.open(box.path) as file:
        restore_key(file, box.rolls, box.state)


def _settle(waiting: _Waiting, refusal: UserError | None) -> None:
    if waiting.recorded.done():
        return
    if refusal is None:
        waiting.recorded.set_result(None)
    else:
        waiting.recorded.set_exception(refusal)
