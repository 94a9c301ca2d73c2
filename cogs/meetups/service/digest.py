"""Meetups that come, for digests."""

from __future__ import annotations

from datetime import datetime, timedelta

from bot.registry import DigestItem
from cogs.meetups.models import Meetup, Occurrence, Status
from cogs.meetups.storage import MeetupStorage

DATE = "meetups:date"
LEAST_AHEAD = timedelta(weeks=2)


class ComingMeetups:
    """A `DigestSource`: each date once, when it is near."""

    section, order = "meetups", 10

    def __init__(self, storage: MeetupStorage) -> None:
        self._storage = storage

    async def items(self, since: datetime, until: datetime) -> list[DigestItem]:
        ahead = max(until - since, LEAST_AHEAD)
        dates = [date for date in await self._storage.list_to_come(until) if until < date.starts_at <= until + ahead]
        meetups = {number: await self._storage.find_meetup(number) for number in {date.meetup_id for date in dates}}
        return [
            # A horizon back from its start it became near; a date planned later still was near at once.
            _item(date, meetup, max(since, date.starts_at - ahead))
            for date in dates
            if (meetup := meetups[date.meetup_id]) is not None
        ]

    def knows(self, ref: str) -> bool:
        return ref.startswith(f"{DATE}:")

    async def stands(self, ref: str) -> bool:
        """Whether it is to come is for whoever tells it to say: they know when."""
        date = await self._storage.find_occurrence(int(ref.removeprefix(f"{DATE}:")))
        return date is not None and date.status is Status.PLANNED


def _item(date: Occurrence, meetup: Meetup, near_at: datetime) -> DigestItem:
    """The community's own, in nobody's name: it may leave Discord."""
    return DigestItem(
        ref=f"{DATE}:{date.occurrence_id}",
        title=date.texts.title,
        summary=" · ".join(filter(None, [date.texts.place, date.texts.about])),
        published_at=near_at,
        channel_id=meetup.channel_id,
        message_id=meetup.message_id,
        leaves_discord=True,
        happens_at=date.starts_at,
    )
