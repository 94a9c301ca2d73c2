"""What the outbox, the notices and Discord's events call for meetups."""

from cogs.meetups.jobs.effects import EFFECTS
from cogs.meetups.jobs.following import Following
from cogs.meetups.jobs.posts import POSTS
from cogs.meetups.jobs.words import Words

__all__ = ["EFFECTS", "POSTS", "Following", "Words"]
