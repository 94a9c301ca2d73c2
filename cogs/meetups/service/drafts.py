"""Planning and changing: what is typed is kept first and judged afterwards, so that nothing is lost."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime, time
from zoneinfo import ZoneInfo

from bot.clock import Clock
from bot.schedule import series
from bot.schedule.when import parse_length, parse_when
from bot.storage.settings import Settings
from bot.text.tidy import tidy, tidy_lines
from cogs.meetups.models import (
    DRAFTS_KEPT,
    FARTHEST,
    USUAL_LEADS,
    USUAL_MINUTES,
    Draft,
    Meetup,
    MeetupDraftGone,
    Occurrence,
    Recurrence,
    Rhythm,
    Scope,
    Texts,
    check_texts,
    check_time,
)
from cogs.meetups.service.horizon import series_of
from cogs.meetups.storage import MeetupDraftStorage

SHOWN_DATES = 6


@dataclass(frozen=True, slots=True)
class Preparation:
    """The options of `/meetup plan`; `when`, `duration` and `until` in free words, empty for the usual."""

    author_id: int
    channel_id: int
    when: str
    duration: str = ""
    recurrence: Recurrence = Recurrence.NONE
    until: str = ""
    capacity: int | None = None
    leads: tuple[int, ...] = USUAL_LEADS


@dataclass(frozen=True, slots=True)
class Alteration:
    """The options of `/meetup edit`, empty for what stays."""

    scope: Scope
    when: str = ""
    duration: str = ""
    capacity: int | None = None


@dataclass(frozen=True, slots=True)
class Preview:
    """`dates`: the next ones; `changes`: by position, the change of time within a week of it."""

    draft: Draft
    rhythm: Rhythm
    dates: list[series.Occurrence]
    changes: dict[int, datetime]


class MeetupDraftService:
    def __init__(self, storage: MeetupDraftStorage, *, settings: Settings, clock: Clock) -> None:
        self._storage = storage
        self._settings = settings
        self._clock = clock

    @property
    def zone(self) -> ZoneInfo:
        return ZoneInfo(self._settings.community.timezone)

    async def start(self, preparation: Preparation, texts: Texts | None = None) -> Draft:
        """Raises BadMeetup, and the refusals of `parse_when` and `parse_length`."""
        starts_at = self._moment(preparation.when)
        draft = Draft(
            draft_id=0,
            author_id=preparation.author_id,
            channel_id=preparation.channel_id,
            starts_at=starts_at,
            minutes=self._minutes(preparation.duration, starts_at),
            recurrence=preparation.recurrence,
            until=self._last_day(preparation.until),
            capacity=preparation.capacity,
            leads=preparation.leads,
            texts=texts or Texts("", "", ""),
        )
        check_time(draft, self._clock.now(), self.zone)
        return await self._add(draft)

    async def start_change(
        self, meetup: Meetup, occurrence: Occurrence, author_id: int, alteration: Alteration
    ) -> Draft:
        """Filled with what there is. Raises as `start` does."""
        starts_at = self._moment(alteration.when) if alteration.when else occurrence.starts_at
        usual = int((occurrence.ends_at - occurrence.starts_at).total_seconds()) // 60
        draft = Draft(
            draft_id=0,
            author_id=author_id,
            channel_id=meetup.channel_id,
            starts_at=starts_at,
            minutes=self._minutes(alteration.duration, starts_at) if alteration.duration else usual,
            recurrence=meetup.rhythm.recurrence,
            # 0 lifts the limit.
            capacity=meetup.capacity if alteration.capacity is None else alteration.capacity or None,
            leads=meetup.leads,
            texts=occurrence.texts,
            occurrence_id=occurrence.occurrence_id,
            scope=alteration.scope if meetup.recurs else Scope.SERIES,
            moves=bool(alteration.when or alteration.duration),
        )
        check_time(draft, self._clock.now(), self.zone)
        return await self._add(draft)

    async def get(self, draft_id: int, author_id: int) -> Draft:
        """Raises MeetupDraftGone, also for somebody else's."""
        draft = await self._storage.find(draft_id)
        if draft is None or draft.author_id != author_id:
            raise MeetupDraftGone
        return draft

    async def fill(self, draft_id: int, author_id: int, texts: Texts) -> Draft:
        """Kept before it is judged. Raises MeetupDraftGone, BadMeetup."""
        typed = Texts(" ".join(tidy_lines(texts.title)), tidy(texts.about).strip(), " ".join(tidy_lines(texts.place)))
        draft = replace(await self.get(draft_id, author_id), texts=typed)
        await self._storage.save(draft, self._clock.now())
        check_texts(typed)
        check_time(draft, self._clock.now(), self.zone)
        return draft

    async def discard(self, draft_id: int, author_id: int) -> None:
        await self.get(draft_id, author_id)
        await self._storage.discard(draft_id)

    def rhythm_of(self, draft: Draft) -> Rhythm:
        local = draft.starts_at.astimezone(self.zone).replace(tzinfo=None)
        return Rhythm(local, self.zone.key, draft.recurrence, draft.until)

    def preview(self, draft: Draft) -> Preview:
        rhythm = self.rhythm_of(draft)
        dates = series.occurrences(series_of(rhythm), after=self._clock.now(), limit=SHOWN_DATES)
        near = {place: series.change_near(found.starts_at, self.zone) for place, found in enumerate(dates)}
        return Preview(draft, rhythm, dates, {place: change for place, change in near.items() if change})

    def _moment(self, words: str) -> datetime:
        return parse_when(words, now=self._clock.now(), zone=self.zone, most=FARTHEST)

    def _minutes(self, words: str, starts_at: datetime) -> int:
        if not words.strip():
            return USUAL_MINUTES
        return int(parse_length(words, start=starts_at, zone=self.zone).total_seconds()) // 60

    def read_minutes(self, words: str) -> int:
        """Of something whose date is not known yet. Raises UnclearLength, EndsBeforeItStarts."""
        return self._minutes(words, self._clock.now())

    def _last_day(self, words: str) -> date | None:
        if not words.strip():
            return None
        now = self._clock.now()
        # «Until the 14th» counts the whole of that day, so it is read from this morning on.
        morning = datetime.combine(now.astimezone(self.zone).date(), time(), self.zone)
        return parse_when(words, now=morning, zone=self.zone, most=2 * FARTHEST).astimezone(self.zone).date()

    async def _add(self, draft: Draft) -> Draft:
        now = self._clock.now()
        await self._storage.delete_before(now - DRAFTS_KEPT)
        return replace(draft, draft_id=await self._storage.add(draft, now))
