"""What needs a second moderator: launching a survey, and ending one early."""

from __future__ import annotations

from collections.abc import Collection

from bot.anonymity.disclosure import AGREEMENT_LAPSES_AFTER
from bot.clock import Clock
from bot.posting.outbox import Outbox
from bot.storage.settings import Settings
from cogs.surveys.models import Closing, Launch, RequestGone, SameModerator, Status, Survey, SurveyNotOpen
from cogs.surveys.service.surveys import SurveyService
from cogs.surveys.storage import SurveyStorage

ASKED, ASKED_TO_CLOSE = "surveys:asked", "surveys:asked-to-close"


class SecondModerator:
    def __init__(
        self, storage: SurveyStorage, surveys: SurveyService, outbox: Outbox, *, settings: Settings, clock: Clock
    ) -> None:
        self._storage = storage
        self._surveys = surveys
        self._outbox = outbox
        self._settings = settings
        self._clock = clock

    async def ask(self, launch: Launch) -> None:
        """A second moderator is to confirm."""
        channel_id = self._settings.community.moderators_channel_id or launch.channel_id
        async with self._storage.transaction() as transaction:
            request_id = await self._storage.add_request(transaction, launch, self._clock.now())
            ref = {"request_id": request_id}
            await self._outbox.add(transaction, key=f"{ASKED}:{request_id}", kind=ASKED, ref=ref, channel_id=channel_id)
        self._outbox.wake()

    async def get_request(self, request_id: int) -> Launch:
        """Raises RequestGone."""
        launch = await self._storage.find_request(request_id)
        if launch is None:
            raise RequestGone
        return launch

    async def confirm(self, request_id: int, moderator_id: int, electorate: Collection[int]) -> Survey:
        """Raises RequestGone, SameModerator, and what `launch` does."""
        launch = await self.get_request(request_id)
        if launch.asked_by == moderator_id:
            raise SameModerator
        return await self._surveys.launch(launch, electorate)

    async def ask_to_close(self, survey_id: int, asked_by: int) -> None:
        """Ending early, right after somebody's answer, would let two results be compared: a second one must agree."""
        survey = await self._surveys.lookup.get(survey_id)
        if survey.status is not Status.OPEN:
            raise SurveyNotOpen(survey.status)
        channel_id = self._settings.community.moderators_channel_id or survey.channel_id
        async with self._storage.transaction() as transaction:
            await self._storage.delete_closings_before(transaction, self._clock.now() - AGREEMENT_LAPSES_AFTER)
            request_id = await self._storage.add_closing(transaction, survey_id, asked_by, self._clock.now())
            if request_id:
                ref = {"request_id": request_id}
                key = f"{ASKED_TO_CLOSE}:{request_id}"
                await self._outbox.add(transaction, key=key, kind=ASKED_TO_CLOSE, ref=ref, channel_id=channel_id)
        self._outbox.wake()

    async def get_closing(self, request_id: int) -> Closing:
        """Raises RequestGone, after a day too: an agreement kept in reserve would choose the moment."""
        closing = await self._storage.find_closing(request_id)
        if closing is None or closing.asked_at < self._clock.now() - AGREEMENT_LAPSES_AFTER:
            raise RequestGone
        return closing

    async def confirm_closing(self, request_id: int, moderator_id: int) -> None:
        """Raises RequestGone, SameModerator, and what `close` does."""
        closing = await self.get_closing(request_id)
        if closing.asked_by == moderator_id:
            raise SameModerator
        await self._surveys.close(closing.survey_id)

    async def refuse_closing(self, request_id: int) -> None:
        """Raises RequestGone."""
        closing = await self.get_closing(request_id)
        async with self._storage.transaction() as transaction:
            await self._storage.delete_closing(transaction, closing.survey_id)

    async def refuse(self, request_id: int) -> None:
        """Raises RequestGone."""
        async with self._storage.transaction() as transaction:
            if not await self._storage.delete_request(transaction, request_id):
                raise RequestGone
