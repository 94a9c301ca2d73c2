"""What every job of meetups needs to find."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from bot.posting.outbox_storage import OutboxRow
from bot.screen.i18n import Speaker
from cogs.meetups.models import Meetup, Occurrence, Status
from cogs.meetups.service import DatePollService, EventService, FactsService, PlanService, RsvpService

if TYPE_CHECKING:
    from bot.client import CommunityBot


class MeetupJob:
    def __init__(self, bot: CommunityBot) -> None:
        self.bot = bot

    @property
    def t(self) -> Speaker:
        return self.bot.public_speaker

    @property
    def dates(self) -> DatePollService:
        return self.bot.registry.service(DatePollService)

    @property
    def plans(self) -> PlanService:
        return self.bot.registry.service(PlanService)

    @property
    def events(self) -> EventService:
        return self.bot.registry.service(EventService)

    @property
    def facts(self) -> FactsService:
        return self.bot.registry.service(FactsService)

    @property
    def rsvps(self) -> RsvpService:
        return self.bot.registry.service(RsvpService)

    async def find_date(self, row: OutboxRow | dict[str, Any]) -> tuple[Meetup, Occurrence] | None:
        """None also where the date was moved since."""
        ref = row if isinstance(row, dict) else row.ref
        found = await self.events.find(ref["occurrence_id"])
        if found is None or found[1].status is Status.CANCELLED:
            return None
        return found if ref.get("starts_at") in {None, found[1].starts_at.isoformat()} else None
