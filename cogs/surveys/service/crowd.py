"""Made-up answers, for rehearsals: the demo's extras and the benchmarks. Nobody real is behind them."""

from __future__ import annotations

import random
from collections.abc import Sequence

from cogs.surveys.models import NO_OPINION, Answer, Answers, Kind, Question, Questionnaire, Status, is_visible
from cogs.surveys.service.surveys import SurveyService
from cogs.surveys.storage import SurveyStorage

WORDS = (
    "Merci d’avoir posé la question.",
    "On manque surtout de temps pour en parler en équipe.",
    "Je voudrais une formation, sur le temps de travail.",
    "Le plus dur, c’est d’oser le dire.",
    "Gardons des moments sans écran.",
)
SKIPPED, WRITTEN = 0.06, 0.35


class Crowd:
    """`bot.registry.Crowd`."""

    def __init__(self, storage: SurveyStorage, service: SurveyService) -> None:
        self._storage = storage
        self._service = service

    async def answer(self, people: Sequence[int], seed: int) -> None:
        """Each of these people answers the newest open survey."""
        chance = random.Random(seed)  # noqa: S311 - made up, and the same each time
        (survey,) = await self._storage.list_surveys([Status.OPEN], limit=1)
        for user_id in people:
            answers = make_up(survey.questionnaire, chance, lean=seed)
            await self._service.record(survey.survey_id, user_id, answers)


def make_up(questionnaire: Questionnaire, chance: random.Random, *, lean: int = 0) -> Answers:
    """A whole answer; `lean` shifts what is frequent, so that two waves differ."""
    answers: dict[str, Answer] = {}
    for question in questionnaire.questions:
        if is_visible(questionnaire, question, answers) and (question.required or chance.random() > SKIPPED):
            made_up = _one(question, chance, lean)
            if made_up:
                answers[question.id] = made_up
    return answers


def _one(question: Question, chance: random.Random, lean: int) -> Answer:
    size = len(question.options)
    if question.kind is Kind.OPEN:
        return chance.choice(WORDS) if chance.random() < WRITTEN else ""
    if question.kind is Kind.RANKING:
        return tuple(chance.sample(range(size), size))
    if question.kind is Kind.SEVERAL:
        return tuple(sorted(chance.sample(range(size), chance.randint(1, min(question.maximum, size)))))
    places = NO_OPINION + 1 if question.kind is Kind.AGREEMENT else question.answers
    weights = [1 + (place * (lean + 2) + len(question.id)) % 5 for place in range(places)]
    return tuple(chance.choices(range(places), weights))
