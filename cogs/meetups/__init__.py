"""Meetups: planned once, remembered by everyone, kept as memory."""

from __future__ import annotations

from collections.abc import Callable, Coroutine
from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING, Any

from bot.registry import (
    Agenda,
    CalendarSource,
    DigestSource,
    Follow,
    HomeAction,
    PersonalData,
    PersonalSettings,
    Resume,
    SettingsSection,
)
from bot.screen.i18n import Speaker
from cogs.meetups.cog import MeetupsCog
from cogs.meetups.jobs import EFFECTS, POSTS, Following, Words
from cogs.meetups.service import (
    Announcer,
    CalendarService,
    CardRefresh,
    ChangeService,
    ComingMeetups,
    DatePollService,
    DueService,
    EventService,
    FactsService,
    Horizon,
    MeetupDraftService,
    NotesService,
    PlanService,
    RsvpService,
)
from cogs.meetups.storage import DatePollStorage, MeetupDraftStorage, MeetupPeopleStorage, MeetupStorage, RsvpStorage
from cogs.meetups.views import DYNAMICS, FORMS, in_words, show_settings

if TYPE_CHECKING:
    from bot.client import CommunityBot
    from bot.storage.database import Transaction

DAILY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class MeetupPersonalData:
    """Answers, preferences, what is being planned, who organises."""

    storage: MeetupPeopleStorage
    rsvps: RsvpService
    feature: str = "meetups"
    tables: frozenset[str] = frozenset(
        {
            "meetup_date_polls",
            "meetup_drafts",
            "meetup_preferences",
            "meetup_rsvps",
            "meetup_slot_answers",
            "meetups",
        }
    )

    async def export(self, user_id: int) -> list[dict[str, object]]:
        return await self.storage.export(user_id)

    async def erase(self, user_id: int, transaction: Transaction) -> None:
        await self.rsvps.forget(transaction, user_id)
        await self.storage.erase(transaction, user_id)


@dataclass(frozen=True, slots=True)
class MeetupCalendar:
    """`bot.registry.CalendarSource`."""

    bot: CommunityBot
    calendars: CalendarService

    async def calendar(self) -> bytes:
        t = self.bot.public_speaker
        return await self.calendars.everything(t("meetups-calendar-name"), in_words(t, self.bot.clock.now()))


async def setup(bot: CommunityBot) -> None:
    storage, rsvp_storage, draft_storage = (
        MeetupStorage(bot.database),
        RsvpStorage(bot.database),
        MeetupDraftStorage(bot.database),
    )
    announcer = Announcer(bot.outbox, bot.clock)
    refresh = CardRefresh(storage, announcer, scheduler=bot.scheduler, clock=bot.clock)
    horizon = Horizon(storage, announcer, bot.clock)
    dues = DueService(
        storage,
        rsvp_storage,
        bot.notices,
        horizon=horizon,
        refresh=refresh,
        announcer=announcer,
        scheduler=bot.scheduler,
        clock=bot.clock,
    )
    drafts = MeetupDraftService(draft_storage, settings=bot.settings, clock=bot.clock)
    plans = PlanService(
        storage, drafts, draft_storage, horizon=horizon, announcer=announcer, dues=dues, clock=bot.clock
    )
    rsvps = RsvpService(storage, rsvp_storage, bot.notices, refresh=refresh, announcer=announcer, clock=bot.clock)
    changes = ChangeService(
        storage,
        draft_storage,
        rsvp_storage,
        rsvps,
        bot.notices,
        horizon=horizon,
        refresh=refresh,
        announcer=announcer,
        dues=dues,
        clock=bot.clock,
    )
    events = EventService(storage, changes, announcer, refresh=refresh, settings=bot.settings, clock=bot.clock)
    calendars = CalendarService(storage, settings=bot.settings, clock=bot.clock)
    notes = NotesService(storage, refresh)
    facts = FactsService(plans, rsvps, notes, bot.clock)
    dates = DatePollService(DatePollStorage(bot.database), drafts, bot.outbox, scheduler=bot.scheduler, clock=bot.clock)
    for service in (dates, calendars, changes, drafts, dues, events, facts, notes, plans, rsvps):
        bot.registry.provide(service)
    following = Following(bot)
    bot.registry.offer(Agenda, Agenda("meetups", plans.list_due))
    bot.registry.offer(Resume, Resume("meetups", _starting(bot, following, refresh)))
    bot.registry.offer(Follow, notes)
    bot.registry.offer(DigestSource, ComingMeetups(storage))
    bot.registry.offer(CalendarSource, MeetupCalendar(bot, calendars))
    bot.registry.offer(PersonalData, MeetupPersonalData(MeetupPeopleStorage(bot.database), rsvps))
    bot.registry.offer(PersonalSettings, PersonalSettings("meetups", ("meetup_preferences",)))
    bot.registry.offer(SettingsSection, SettingsSection("meetups", 35, _planners(bot), show_settings))
    for kind in (*POSTS, *EFFECTS):
        bot.outbox.register(kind(bot))
    Words(bot).register()
    bot.add_dynamics(*DYNAMICS)
    bot.add_forms(*FORMS)
    cog = MeetupsCog(bot, drafts, plans, following)
    bot.registry.offer(HomeAction, HomeAction("meetups", 70, cog.show_all))
    bot.registry.offer(HomeAction, HomeAction("meetup-plan", 80, cog.plan_usual))
    await bot.add_cog(cog)


def _starting(bot: CommunityBot, following: Following, refresh: CardRefresh) -> Callable[[], Coroutine[Any, Any, None]]:
    """Rows first; what Discord must be asked for comes after the start, not before it."""
    plans, events = bot.registry.service(PlanService), bot.registry.service(EventService)

    async def roll() -> None:
        await plans.roll()
        await events.try_full_ones()
        bot.scheduler.set_alarm("meetups:roll", bot.clock.now() + DAILY, roll)

    async def resume() -> None:
        await roll()
        await refresh.resume()
        await bot.registry.service(DatePollService).resume()
        bot.scheduler.set_alarm("meetups:reconcile", bot.clock.now(), following.reconcile)

    return resume


def _planners(bot: CommunityBot) -> Callable[[Speaker], str]:
    def summary(t: Speaker) -> str:
        return t(f"meetups-planners-{bot.settings.community.meetup_planners}")

    return summary
