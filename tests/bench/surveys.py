"""The cost of surveys at the service: an answer to 25 questions, a crowd at once, a closing with all its crossings."""

from __future__ import annotations

import asyncio
import random
import time
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from datetime import timedelta
from pathlib import Path
from statistics import median, quantiles
from tempfile import TemporaryDirectory

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
from cogs.surveys.models import Launch
from cogs.surveys.service import InvitationService, QuestionnaireService, SurveyService
from cogs.surveys.service.crowd import make_up
from cogs.surveys.storage import SurveyStorage

ELECTORS, ALONE, FIRST_ID = 1_000, 100, 10**17
QUESTIONS, CROSSED = 25, 20


def questionnaire() -> str:
    """25 questions, the first the profile, 20 crossed with it, the last an open text."""
    options = ", ".join(f'{{ id = "o{place}", fr = "Réponse {place}" }}' for place in range(5))
    bands = ", ".join(f'{{ id = "b{place}", fr = "Groupe {place}" }}' for place in range(4))
    crossed = ", ".join(f'"q{number}"' for number in range(1, CROSSED + 1))
    head = 'key = "bench"\nlanguages = ["fr"]\n[title]\nfr = "Mesure"\n[introduction]\nfr = "Mesure."\n'
    profile = (
        f'[profile]\nquestion = "groupe"\ncrossed = [{crossed}]\n[[question]]\nid = "groupe"\nkind = "single"\n'
        f'required = true\ntext.fr = "Groupe ?"\n'
        f'options = [{{ id = "prefer-not-to-say", fr = "Non" }}, {bands}]\n'
    )
    closed = "".join(
        f'[[question]]\nid = "q{number}"\nkind = "single"\ntext.fr = "Question {number} ?"\noptions = [{options}]\n'
        for number in range(1, QUESTIONS - 1)
    )
    return f'{head}{profile}{closed}[[question]]\nid = "mots"\nkind = "open"\ntext.fr = "Un mot ?"\n'


async def run() -> None:
    with TemporaryDirectory(prefix="bench-", dir=Path.cwd()) as folder:
        async with _rig(Path(folder)) as (service, questionnaires):
            await _measure(service, questionnaires)


async def _measure(service: SurveyService, questionnaires: QuestionnaireService) -> None:
    number, asked = await questionnaires.bring_in(questionnaire().encode(), 1)
    launch = Launch(number, 1, None, Clock().now() + timedelta(days=3), 1)
    survey = await service.launch(launch, range(FIRST_ID, FIRST_ID + ELECTORS))
    chance = random.Random(1)
    answers = [make_up(asked, chance) for _ in range(ELECTORS)]
    alone: list[float] = []
    for place in range(ALONE):
        began = time.perf_counter()
        await service.record(survey.survey_id, FIRST_ID + place, answers[place])
        alone.append(time.perf_counter() - began)
    began = time.perf_counter()
    await asyncio.gather(
        *(service.record(survey.survey_id, FIRST_ID + place, answers[place]) for place in range(ALONE, ELECTORS))
    )
    crowd = time.perf_counter() - began
    lags: list[float] = []
    watching = asyncio.create_task(_watch(lags))
    began = time.perf_counter()
    await service.close(survey.survey_id)
    closing = time.perf_counter() - began
    watching.cancel()
    p99 = quantiles(alone, n=100)[98]
    print(f"A survey of {QUESTIONS} questions, {CROSSED} crossed with 5 bands, {ELECTORS:,} electors, open texts\n")
    print(f"one confirmed answer     median {1000 * median(alone):.1f} ms, p99 {1000 * p99:.1f} ms   (to reach: 20 ms)")
    print(f"{ELECTORS - ALONE} answers at once     all in {crowd:.2f} s                    (to reach: 3 s)")
    late = f"event loop late by {1000 * max(lags):.0f} ms"
    print(f"closing                  {closing:.2f} s, {late}   (to reach: 5 s, 50 ms)")


async def _watch(lags: list[float]) -> None:
    while True:
        began = time.perf_counter()
        await asyncio.sleep(0.005)
        lags.append(time.perf_counter() - began - 0.005)


@asynccontextmanager
async def _rig(path: Path) -> AsyncGenerator[tuple[SurveyService, QuestionnaireService]]:
    folder, clock = DataFolder(path), Clock()
    folder.claim()
    database = await Database.open(folder.database, MIGRATIONS)
    scheduler, storage = HandTurnedScheduler(clock), SurveyStorage(database)
    settings = await Settings.load(database, timezone="Europe/Paris")
    outbox = Outbox(database, clock, scheduler, find_channel=_nowhere, moderators_channel_id=lambda: None)
    desk = ReviewService(ReviewStorage(database), outbox, Registry(), settings=settings, clock=clock)
    boxes, questionnaires = BallotBoxes(folder.ballots, bytes(32)), QuestionnaireService(storage, clock)
    invitations = InvitationService(storage, outbox, clock)
    try:
        yield (
            SurveyService(
                storage, questionnaires, invitations, boxes, outbox, desk,
                scheduler=scheduler, settings=settings, clock=clock,
            ),
            questionnaires,
        )  # fmt: skip
    finally:
        await boxes.close()
        await database.close()
        folder.release()


async def _nowhere(_channel_id: int) -> None:
    return None


if __name__ == "__main__":
    asyncio.run(run())
