"""Direct messages at the launch and before the end, to those who asked for them and to nobody else.

The same for all subscribers, since who has answered is nobody's business. The rows that hold whom they are for go at
the end of the survey.
"""

from __future__ import annotations

from datetime import timedelta

from bot.clock import Clock
from bot.posting.outbox import Outbox
from bot.storage.database import Transaction
from cogs.surveys.models import Survey
from cogs.surveys.storage import SurveyStorage

INVITE, REMIND = "surveys:invite", "surveys:remind"
# New conversations too fast look like spam to Discord.
PACE = timedelta(seconds=3)


class InvitationService:
    def __init__(self, storage: SurveyStorage, outbox: Outbox, clock: Clock) -> None:
        self._storage = storage
        self._outbox = outbox
        self._clock = clock

    async def toggle(self, user_id: int) -> bool:
        """Whether this person is a subscriber now."""
        if await self._storage.is_subscribed(user_id):
            await self._storage.unsubscribe(user_id)
            return False
        await self._storage.subscribe(user_id)
        return True

    async def is_subscribed(self, user_id: int) -> bool:
        return await self._storage.is_subscribed(user_id)

    async def invite_all(self, transaction: Transaction, survey_id: int, kind: str) -> None:
        """In the caller's transaction; paced."""
        now = self._clock.now()
        for number, user_id in enumerate(await self._storage.list_subscribers()):
            await self._outbox.add(
                transaction,
                key=f"{kind}:{survey_id}:{user_id}",
                kind=kind,
                ref={"survey_id": survey_id, "user_id": user_id},
                channel_id=0,
                due_at=now + number * PACE,
            )

    async def forget(self, transaction: Transaction, survey: Survey) -> None:
        """At the end: who was invited."""
        for kind in (INVITE, REMIND):
            await self._outbox.forget(transaction, f"{kind}:{survey.survey_id}:")
