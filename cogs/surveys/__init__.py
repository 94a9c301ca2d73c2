"""Anonymous surveys: several questions, answered in private on a phone, repeated over the seasons."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.anonymity.ballot_box import BallotBoxes
from bot.posting.outbox import Outbox
from bot.registry import (
    Agenda,
    Crowd,
    DigestSource,
    FacetValues,
    HomeAction,
    PersonalData,
    PersonalSettings,
    QuestionsAsked,
    ResultSource,
    Resume,
    ReviewDesk,
    ReviewKind,
    SearchSource,
)
from cogs.surveys.cog import SurveysCog
from cogs.surveys.jobs import POSTS, TextsReview
from cogs.surveys.models import Status
from cogs.surveys.service import (
    InvitationService,
    OpenSurveys,
    QuestionnaireService,
    SecondModerator,
    SurveyResults,
    SurveyService,
    TextService,
)
from cogs.surveys.service import crowd as made_up
from cogs.surveys.storage import SurveyStorage
from cogs.surveys.views import DYNAMICS, FORMS, SurveySource

if TYPE_CHECKING:
    from bot.client import CommunityBot
    from bot.storage.database import Transaction


MOST_OPEN = 100


@dataclass(frozen=True, slots=True)
class SurveyPersonalData:
    """Who launched, who brought a questionnaire in, who asked for direct messages. Who answered stands in no table."""

    storage: SurveyStorage
    boxes: BallotBoxes
    outbox: Outbox
    language: Callable[[], str]
    feature: str = "surveys"
    tables: frozenset[str] = frozenset(
        {"survey_closings", "survey_questionnaires", "survey_requests", "survey_subscribers", "surveys"}
    )

    async def export(self, user_id: int) -> list[dict[str, object]]:
        """Whether they answered what is open, too: it is kept until it closes."""
        surveys = await self.storage.list_surveys((Status.OPEN,), limit=MOST_OPEN)
        answered = [(survey, self.boxes.has_answered(survey.box_id, user_id)) for survey in surveys if survey.box_id]
        return [
            *await self.storage.export_person(user_id),
            *(
                {"open_survey": survey.questionnaire.title.in_language(self.language()), "answered": flag}
                for survey, flag in answered
                if flag is not None
            ),
        ]

    async def erase(self, user_id: int, transaction: Transaction) -> None:
        await self.storage.erase_person(transaction, user_id)
        await self.outbox.forget_person(transaction, user_id)


async def setup(bot: CommunityBot) -> None:
    storage = SurveyStorage(bot.database)
    questionnaires = QuestionnaireService(storage, bot.clock)
    invitations = InvitationService(storage, bot.outbox, bot.clock)
    service = SurveyService(
        storage,
        questionnaires,
        invitations,
        bot.boxes,
        bot.outbox,
        bot.registry.service(ReviewDesk),
        scheduler=bot.scheduler,
        settings=bot.settings,
        clock=bot.clock,
        lots=bot.lots,
    )
    second = SecondModerator(storage, service, bot.outbox, settings=bot.settings, clock=bot.clock)
    for provided in (service, second, questionnaires, invitations, TextService(storage)):
        bot.registry.provide(provided)
    bot.registry.provide(made_up.Crowd(storage, service), Crowd)
    bot.registry.offer(DigestSource, SurveyResults(storage, bot.settings))
    bot.registry.offer(DigestSource, OpenSurveys(storage, bot.settings))
    service.is_restored = lambda: bot.safe_mode.is_restored
    bot.registry.offer(Agenda, Agenda("surveys", service.lookup.list_due))
    bot.registry.offer(Resume, Resume("surveys", service.resume))
    bot.registry.offer(ResultSource, service.lookup)
    bot.registry.offer(QuestionsAsked, QuestionsAsked("surveys", service.lookup.list_asked_since))
    bot.registry.offer(SearchSource, SurveySource(bot, service))
    bot.registry.offer(FacetValues, FacetValues("kind", (SurveySource.prefix,)))
    bot.registry.offer(ReviewKind, TextsReview(bot))
    people = SurveyPersonalData(storage, bot.boxes, bot.outbox, lambda: bot.settings.community.language)
    bot.registry.offer(PersonalData, people)
    bot.registry.offer(PersonalSettings, PersonalSettings("surveys", ("survey_subscribers",)))
    for post in POSTS:
        bot.outbox.register(post(bot))
    bot.add_dynamics(*DYNAMICS)
    bot.add_forms(*FORMS)
    cog = SurveysCog(bot, service, questionnaires)
    bot.registry.offer(HomeAction, HomeAction("surveys", 15, cog.show_open))
    await bot.add_cog(cog)
