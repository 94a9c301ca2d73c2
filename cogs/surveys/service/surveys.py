"""Opening a survey, answering it, ending it. Nothing of an answer is logged, stored or counted outside the box."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable, Collection
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from bot.anonymity.ballot_box import BallotBoxes, BoxSealed, BoxUnavailable, Tally
from bot.anonymity.box_format import Terms
from bot.anonymity.crossing import Lots, draw_lots
from bot.anonymity.disclosure import require_electorate, terms_for
from bot.anonymity.held import HeldAnswers
from bot.clock import Clock
from bot.errors import UserError
from bot.posting.outbox import Outbox
from bot.registry import ReviewDesk
from bot.schedule.scheduler import Scheduler
from bot.schedule.when import parse_when
from bot.storage.database import Transaction
from bot.storage.settings import Settings
from cogs.surveys.models import (
    ALIKE_WITHIN,
    Answers,
    ClosesTooSoon,
    Launch,
    Layout,
    RequestGone,
    Status,
    Survey,
    SurveyNotOpen,
    open_questions,
    room_for,
)
from cogs.surveys.service.invitations import INVITE, REMIND, InvitationService
from cogs.surveys.service.lookup import OPEN, SurveyLookup
from cogs.surveys.service.publication import Counts, counts_of, texts_of
from cogs.surveys.service.questionnaires import QuestionnaireService
from cogs.surveys.storage import SurveyStorage

log = logging.getLogger(__name__)

CARD, UPDATE, RESULT, SUSPENDED = "surveys:card", "surveys:update", "surveys:result", "surveys:suspended"
TEXTS = "survey-texts"
SHORTEST = timedelta(hours=1)
AGAIN = timedelta(minutes=5)
REMIND_BEFORE, REMIND_FROM = timedelta(days=1), timedelta(days=3)


class SurveyService:
    def __init__(  # noqa: PLR0913 - all that a survey touches
        self,
        storage: SurveyStorage,
        questionnaires: QuestionnaireService,
        invitations: InvitationService,
        boxes: BallotBoxes,
        outbox: Outbox,
        desk: ReviewDesk,
        *,
        scheduler: Scheduler,
        settings: Settings,
        clock: Clock,
        lots: Lots = draw_lots,
    ) -> None:
        self._lots = lots
        self._storage = storage
        self.lookup = SurveyLookup(storage, settings)
        self._questionnaires = questionnaires
        self._invitations = invitations
        self._boxes = boxes
        self._outbox = outbox
        self._desk = desk
        self._scheduler = scheduler
        self._settings = settings
        self._clock = clock
        self._open: dict[int, Survey] = {}
        self.is_restored: Callable[[], bool] = lambda: False
        self._ending = asyncio.Lock()
        self.held: HeldAnswers[Answers] = HeldAnswers("surveys", clock, scheduler)

    # Opening

    def read_closing(self, typed: str) -> datetime:
        """Raises what parse_when does, and ClosesTooSoon."""
        community = self._settings.community
        closes_at = parse_when(typed, now=self._clock.now(), zone=ZoneInfo(community.timezone))
        if closes_at < self._clock.now() + SHORTEST:
            raise ClosesTooSoon
        return closes_at

    def require_enough(self, role_id: int | None, electorate: int) -> Terms:
        """The thresholds as they would be frozen. Raises ElectorateTooSmall."""
        community = self._settings.community
        chosen = Terms(community.minimum_electorate, community.minimum_answers)
        terms = terms_for(chosen, role=role_id is not None)
        require_electorate(electorate, terms)
        return terms

    async def launch(self, launch: Launch, electorate: Collection[int]) -> Survey:
        """The box first, then everything else in one transaction.

        Raises QuestionnaireNotFound, ClosesTooSoon, ElectorateTooSmall, BoxNotCreated, RequestGone.
        """
        questionnaire = await self._questionnaires.get(launch.questionnaire_id)
        now = self._clock.now()
        if launch.closes_at < now + SHORTEST:
            raise ClosesTooSoon
        terms = self.require_enough(launch.role_id, len(electorate))
        layout = Layout.of(questionnaire)
        room = room_for(questionnaire, len(electorate))
        box_id = await self._boxes.create(electorate, counters=layout.counters, terms=terms, room=room)
        survey = Survey(
            0, launch.questionnaire_id, questionnaire, launch.channel_id, launch.role_id, len(electorate),
            terms.minimum_answers, Status.OPEN, now, launch.closes_at, box_id,
            alike_id=await self._storage.find_alike(questionnaire.key, now - ALIKE_WITHIN),
        )  # fmt: skip
        try:
            survey_id = await self._write_opening(launch, survey)
        except BaseException:
            await self._boxes.destroy(box_id)
            raise
        self._outbox.wake()
        survey = await self.lookup.get(survey_id)
        self._arm(survey)
        log.info("survey %d is open", survey_id)
        return survey

    async def _write_opening(self, launch: Launch, survey: Survey) -> int:
        async with self._storage.transaction() as transaction:
            if launch.request_id and not await self._storage.delete_request(transaction, launch.request_id):
                raise RequestGone
            survey_id = await self._storage.add_survey(transaction, survey, launch.asked_by)
            await self._announce(transaction, survey_id, CARD, survey.channel_id, "once")
            await self._invitations.invite_all(transaction, survey_id, INVITE)
        return survey_id

    # Answering

    async def require_may_answer(self, survey_id: int, user_id: int) -> Survey:
        """Raises SurveyNotOpen, NotInElectorate, AlreadyAnswered, BoxSealed, BoxUnavailable."""
        survey = self._open.get(survey_id)
        if survey is None:
            raise SurveyNotOpen((await self.lookup.get(survey_id)).status)
        if survey.closes_at <= self._clock.now():
            raise BoxSealed
        assert survey.box_id is not None
        self._boxes.require_may_answer(survey.box_id, user_id)
        return survey

    async def is_to_be_told(self, survey_id: int, user_id: int) -> bool:
        """Still a subscriber, and one of those who are asked."""
        survey = self._open.get(survey_id)
        if survey is None or survey.box_id is None or not self._boxes.is_on_roll(survey.box_id, user_id):
            return False
        return await self._invitations.is_subscribed(user_id)

    async def record(self, survey_id: int, user_id: int, answers: Answers) -> None:
        """A whole, confirmed answer; returns once it is durable. Raises what `require_may_answer` does, and BoxFull."""
        survey = await self.require_may_answer(survey_id, user_id)
        assert survey.box_id is not None
        marks = Layout.of(survey.questionnaire).marks(answers)
        texts = [
            (place, text)
            for place, question in enumerate(open_questions(survey.questionnaire))
            if isinstance(text := answers.get(question.id, ()), str) and text
        ]
        await self._boxes.cast(survey.box_id, user_id, marks, texts)

    # Ending

    async def close(self, survey_id: int) -> None:
        """Publishes what may be, then destroys the box. Raises SurveyNotOpen, BoxUnavailable."""
        async with self._ending:
            survey = await self.lookup.get(survey_id)
            if survey.status is not Status.OPEN or survey.box_id is None:
                raise SurveyNotOpen(survey.status)
            tally = await self._boxes.seal(survey.box_id)
            try:
                counts = await asyncio.to_thread(counts_of, survey.questionnaire, tally, self._lots)
                async with self._storage.transaction() as transaction:
                    await self._write_closing(transaction, survey, tally, counts)
            except BaseException:
                self._boxes.unseal(survey.box_id)
                raise
            await self._after_end(survey)

    async def cancel(self, survey_id: int) -> None:
        """The answers are destroyed unread. Raises SurveyNotOpen."""
        async with self._ending:
            survey = await self.lookup.get(survey_id)
            if survey.status.is_over:
                raise SurveyNotOpen(survey.status)
            self._disarm(survey)  # nobody is told that an answer is recorded while it is being destroyed
            async with self._storage.transaction() as transaction:
                if not await self._storage.end_survey(
                    transaction, survey_id, status=Status.CANCELLED, closed_at=self._clock.now(), withheld=False
                ):
                    raise SurveyNotOpen(Status.CLOSED)
                await self._invitations.forget(transaction, survey)
                await self._storage.delete_closing(transaction, survey_id)
                await self._announce(transaction, survey_id, UPDATE, survey.channel_id, "over")
            await self._after_end(survey)

    async def close_due(self, survey_id: int) -> None:
        """What the alarm calls."""
        survey = await self._storage.find_survey(survey_id)
        if survey is None or survey.status is not Status.OPEN:
            return
        if survey.closes_at > self._clock.now():
            self._arm(survey)
            return
        try:
            await self.close(survey_id)
        except SurveyNotOpen:
            return
        except BoxUnavailable:
            await self._suspend(survey)
        except Exception:
            # The disk refuses, say: what is due stays due.
            self._scheduler.set_alarm(f"surveys:close:{survey_id}", self._clock.now() + AGAIN, self._closing(survey_id))
            raise

    async def remind(self, survey_id: int) -> None:
        """The same for all subscribers, once."""
        if survey_id not in self._open:
            return
        async with self._storage.transaction() as transaction:
            await self._invitations.invite_all(transaction, survey_id, REMIND)
        self._outbox.wake()

    async def _write_closing(
        self, transaction: Transaction, survey: Survey, tally: Tally, counts: Counts | None
    ) -> None:
        if not await self._storage.end_survey(
            transaction, survey.survey_id, status=Status.CLOSED, closed_at=self._clock.now(), withheld=counts is None
        ):
            raise SurveyNotOpen(Status.CLOSED)
        if counts is not None:
            await self._storage.add_result(transaction, survey.survey_id, tally.turnout, counts)
            texts = texts_of(survey.questionnaire, tally)
            await self._storage.add_texts(transaction, survey.survey_id, texts)
            if texts:
                await self._desk.submit(transaction, kind=TEXTS, ref=f"{survey.survey_id}", author_id=None)
        await self._invitations.forget(transaction, survey)
        await self._storage.delete_closing(transaction, survey.survey_id)
        await self._announce(transaction, survey.survey_id, RESULT, survey.channel_id, "result")
        await self._announce(transaction, survey.survey_id, UPDATE, survey.channel_id, "over")

    async def note_message(self, transaction: Transaction, survey_id: int, message_id: int) -> None:
        await self._storage.set_message(transaction, survey_id, message_id)

    async def note_result_message(self, transaction: Transaction, survey_id: int, message_id: int) -> None:
        await self._storage.set_result_message(transaction, survey_id, message_id)

    # Starting again

    async def resume(self) -> None:
        await self._questionnaires.resume()
        for survey_id, box_id in await self._storage.list_leftover_boxes():
            await self._destroy_box(survey_id, box_id)
        for survey in await self._storage.list_surveys(OPEN, limit=1000):
            usable = survey.box_id is not None and self._boxes.claim(survey.box_id)
            if survey.status is Status.OPEN and not usable:
                # Boxes are in no backup: after a restore, what was answered is lost, and nobody waits for it.
                await (self.cancel(survey.survey_id) if self.is_restored() else self._suspend(survey))
            elif survey.status is Status.SUSPENDED and usable:
                await self._take_up(survey)
            elif usable:
                self._arm(survey)
        await self._storage.forget_deleted()

    async def _take_up(self, survey: Survey) -> None:
        async with self._storage.transaction() as transaction:
            await self._storage.set_status(transaction, survey.survey_id, now=Status.OPEN, before=Status.SUSPENDED)
            await self._announce(transaction, survey.survey_id, UPDATE, survey.channel_id, self._stamp())
        self._arm(await self.lookup.get(survey.survey_id))

    def _arm(self, survey: Survey) -> None:
        number = survey.survey_id
        self._open[number] = survey
        self._scheduler.set_alarm(f"surveys:close:{number}", survey.closes_at, self._closing(number))
        if survey.closes_at - survey.opened_at >= REMIND_FROM:

            async def ring() -> None:
                await self.remind(number)

            self._scheduler.set_alarm(f"surveys:remind:{number}", survey.closes_at - REMIND_BEFORE, ring)

    def _closing(self, survey_id: int) -> Callable[[], Awaitable[None]]:
        async def ring() -> None:
            await self.close_due(survey_id)

        return ring

    def _disarm(self, survey: Survey) -> None:
        self._open.pop(survey.survey_id, None)
        for alarm in ("close", "remind"):
            self._scheduler.clear_alarm(f"surveys:{alarm}:{survey.survey_id}")

    async def _after_end(self, survey: Survey) -> None:
        """It is over and said to be; what is left to do here may fail and be done later."""
        self._disarm(survey)
        self.held.forget(survey.survey_id)
        self._outbox.wake()
        log.info("survey %d is over", survey.survey_id)
        if survey.box_id is not None:
            await self._destroy_box(survey.survey_id, survey.box_id)
        await self._storage.forget_deleted()

    async def _destroy_box(self, survey_id: int, box_id: str) -> None:
        async def again() -> None:
            await self._destroy_box(survey_id, box_id)

        try:
            await self._boxes.destroy(box_id)
            await self._storage.forget_box(survey_id)
        except (OSError, UserError):
            log.error("the ballot box of survey %d could not be destroyed yet", survey_id)  # noqa: TRY400
            self._scheduler.set_alarm(f"surveys:destroy:{survey_id}", self._clock.now() + AGAIN, again)

    async def _suspend(self, survey: Survey) -> None:
        self._disarm(survey)
        channel_id = self._settings.community.moderators_channel_id
        async with self._storage.transaction() as transaction:
            if not await self._storage.set_status(
                transaction, survey.survey_id, now=Status.SUSPENDED, before=Status.OPEN
            ):
                return
            if channel_id is not None:
                await self._announce(transaction, survey.survey_id, SUSPENDED, channel_id, self._stamp())
            await self._announce(transaction, survey.survey_id, UPDATE, survey.channel_id, self._stamp())
        log.error("survey %d is suspended: its box is missing, damaged or of another SECRET_KEY", survey.survey_id)
        self._outbox.wake()

    def _stamp(self) -> str:
        return self._clock.now().isoformat()

    async def _announce(
        self, transaction: Transaction, survey_id: int, kind: str, channel_id: int, occasion: str
    ) -> None:
        await self._outbox.add(
            transaction,
            key=f"{kind}:{survey_id}:{occasion}",
            kind=kind,
            ref={"survey_id": survey_id},
            channel_id=channel_id,
        )
