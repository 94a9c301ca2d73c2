"""SQL of meetups, and nothing else."""

from cogs.meetups.storage.dates import DatePollStorage
from cogs.meetups.storage.drafts import MeetupDraftStorage
from cogs.meetups.storage.meetups import MeetupStorage
from cogs.meetups.storage.people import MeetupPeopleStorage
from cogs.meetups.storage.rsvps import RsvpStorage

__all__ = ["DatePollStorage", "MeetupDraftStorage", "MeetupPeopleStorage", "MeetupStorage", "RsvpStorage"]
