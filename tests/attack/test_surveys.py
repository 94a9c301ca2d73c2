"""The same survey twice, by the same people in another order and with each other's answers: all that is kept is equal.

Whoever sees the same bytes in both can link nobody in either. Polls and surveys together, texts and results included.
"""

from __future__ import annotations

import random
import shutil
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

import pytest

from bot.anonymity.ballot_box import BallotBoxes
from bot.client import MIGRATIONS
from bot.clock import Clock
from bot.posting.outbox import Outbox
from bot.registry import Registry
from bot.schedule.scheduler import HandTurnedScheduler
from bot.storage.database import Database
from bot.storage.folder import DataFolder
from bot.storage.settings import Settings
from cogs.review.service import ReviewService
from cogs.review.storage import ReviewStorage
from cogs.surveys.models import Answers, Launch, shipped_text
from cogs.surveys.service import InvitationService, QuestionnaireService, SurveyService
from cogs.surveys.service.crowd import make_up
from cogs.surveys.storage import SurveyStorage
from tests.attack.evidence import read_folder
from tests.attack.stores import NOW, SECRET, draw_election, kept_logs
from tests.attack.twins import Seen, differences, see

VOTERS = 60


@dataclass(frozen=True, slots=True)
class Place:
    service: SurveyService
    questionnaires: QuestionnaireService


@asynccontextmanager
async def open_place(path: Path) -> AsyncGenerator[Place]:
    folder, clock = DataFolder(path), Clock(lambda: NOW)
    folder.claim()
    database = await Database.open(folder.database, MIGRATIONS)
    scheduler, storage = HandTurnedScheduler(clock), SurveyStorage(database)
    settings = await Settings.load(database, timezone="Europe/Paris")
    outbox = Outbox(database, clock, scheduler, find_channel=_nowhere, moderators_channel_id=lambda: None)
    desk = ReviewService(ReviewStorage(database), outbox, Registry(), settings=settings, clock=clock)
    boxes, questionnaires = BallotBoxes(folder.ballots, SECRET), QuestionnaireService(storage, clock)
    await boxes.recover()
    service = SurveyService(
        storage, questionnaires, InvitationService(storage, outbox, clock), boxes, outbox, desk,
        scheduler=scheduler, settings=settings, clock=clock,
    )  # fmt: skip
    try:
        await service.resume()
        yield Place(service, questionnaires)
    finally:
        await boxes.close()
        await database.close()
        folder.release()


async def _nowhere(_channel_id: int) -> None:
    return None


async def live(root: Path, name: str, cast: list[tuple[int, Answers]]) -> list[Seen]:
    """During, at the end, and after."""
    data, seen = root / name, list[Seen]()
    shutil.copytree(root / "start", data)
    with kept_logs() as logs:
        async with open_place(data) as place:
            for half in (cast[: VOTERS // 2], cast[VOTERS // 2 :]):
                for voter, answers in half:
                    await place.service.record(1, voter, answers)
                seen.append(see(data, logs.getvalue()))
            await place.service.close(1)
            seen.append(see(data, logs.getvalue()))
        seen.append(see(data, logs.getvalue()))
    return seen


@pytest.mark.parametrize("key", ["barometre-ia", "charge-de-travail"])
async def test_other_people_s_answers_in_another_order_leave_the_same_bytes(key: str, tmp_path: Path) -> None:
    chance, election = random.Random(3), draw_election(VOTERS, seed=3)
    async with open_place(tmp_path / "start") as place:
        number, asked = await place.questionnaires.bring_in(shipped_text(key).encode(), 1)
        launch = Launch(number, 1, None, NOW + timedelta(days=5), 1)
        await place.service.launch(launch, election.members)
    answers = [make_up(asked, chance) for _ in range(VOTERS)]
    cast = list(zip(election.order, answers, strict=True))
    halves = cast[: VOTERS // 2], cast[VOTERS // 2 :]
    other: list[tuple[int, Answers]] = []
    for half in halves:
        voters, ballots = [voter for voter, _ in half], [ballot for _, ballot in half]
        other += zip(chance.sample(voters, len(voters)), chance.sample(ballots, len(ballots)), strict=True)
    assert other != cast
    one, twin = await live(tmp_path, "one", cast), await live(tmp_path, "other", other)
    assert list(differences(one, twin)) == []


async def test_no_voter_s_id_is_in_what_is_kept(tmp_path: Path) -> None:
    chance, election = random.Random(4), draw_election(VOTERS, seed=4)
    async with open_place(tmp_path / "data") as place:
        number, asked = await place.questionnaires.bring_in(shipped_text("barometre-ia").encode(), 1)
        await place.service.launch(Launch(number, 1, None, NOW + timedelta(days=5), 1), election.members)
        for voter in election.order:
            await place.service.record(1, voter, make_up(asked, chance))
        during, _ = read_folder(tmp_path / "data")
        await place.service.close(1)
    after, _ = read_folder(tmp_path / "data")
    for name, content in [*during.items(), *after.items()]:
        for voter in election.order:
            assert str(voter).encode() not in content, name
            assert voter.to_bytes(8, "big") not in content, name
