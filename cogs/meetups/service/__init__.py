"""The use cases of meetups; no Discord, no SQL."""

from cogs.meetups.service.announcing import (
    CARD,
    CHANGED,
    CONFLICT,
    DELETED,
    EVENT,
    FULL,
    NOTES,
    PROMOTED,
    REMINDED,
    REMINDER,
    THREAD,
    TOLD,
    UPDATE,
    Announcer,
)
from cogs.meetups.service.calendar import CalendarService
from cogs.meetups.service.changes import ChangeService
from cogs.meetups.service.dates import DATES, DATES_UPDATE, DatePollService
from cogs.meetups.service.digest import ComingMeetups
from cogs.meetups.service.drafts import Alteration, MeetupDraftService, Preparation, Preview
from cogs.meetups.service.due import DueService
from cogs.meetups.service.events import EventService, Standing, standing
from cogs.meetups.service.facts import FactsService, coming_dates, month_place
from cogs.meetups.service.horizon import Horizon
from cogs.meetups.service.notes import Notes, NotesService
from cogs.meetups.service.plans import PlanService
from cogs.meetups.service.refresh import CardRefresh
from cogs.meetups.service.rsvps import Attendance, RsvpService

__all__ = [
    "CARD",
    "CHANGED",
    "CONFLICT",
    "DATES",
    "DATES_UPDATE",
    "DELETED",
    "EVENT",
    "FULL",
    "NOTES",
    "PROMOTED",
    "REMINDED",
    "REMINDER",
    "THREAD",
    "TOLD",
    "UPDATE",
    "Alteration",
    "Announcer",
    "Attendance",
    "CalendarService",
    "CardRefresh",
    "ChangeService",
    "ComingMeetups",
    "DatePollService",
    "DueService",
    "EventService",
    "FactsService",
    "Horizon",
    "MeetupDraftService",
    "Notes",
    "NotesService",
    "PlanService",
    "Preparation",
    "Preview",
    "RsvpService",
    "Standing",
    "coming_dates",
    "month_place",
    "standing",
]
