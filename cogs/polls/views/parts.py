"""What the buttons of polls need to find: the services, the people."""

from __future__ import annotations

from bot.anonymity.held import HeldAnswers
from bot.screen.checks import electorate_of, is_moderator, member_of
from bot.screen.sight import visible_channels
from bot.screen.ui import Interaction
from cogs.polls import cards
from cogs.polls.models import Ballot, Draft, NotAllowedToOpen, Poll, PollNotFound
from cogs.polls.service import DraftService, PollLookup, PollService, SecondModerator


def polls(interaction: Interaction) -> PollService:
    return interaction.client.registry.service(PollService)


def lookup(interaction: Interaction) -> PollLookup:
    return polls(interaction).lookup


def drafts(interaction: Interaction) -> DraftService:
    return interaction.client.registry.service(DraftService)


def second(interaction: Interaction) -> SecondModerator:
    return interaction.client.registry.service(SecondModerator)


def held(interaction: Interaction) -> HeldAnswers[Ballot]:
    return polls(interaction).held


def require_may_open(interaction: Interaction) -> None:
    """At each step: the right may be lost between the form and the publication. Raises NotAllowedToOpen."""
    community = interaction.client.settings.community
    if community.poll_openers == "moderators" and not is_moderator(member_of(interaction), community):
        raise NotAllowedToOpen


async def visible_poll(interaction: Interaction, poll_id: int) -> Poll:
    """Raises PollNotFound, also for a poll of a channel that this member cannot see."""
    poll = await lookup(interaction).get_poll(poll_id)
    channels = visible_channels(interaction)
    if channels is not None and poll.channel_id not in channels:
        raise PollNotFound
    return poll


async def terms_of(interaction: Interaction, draft: Draft) -> cards.Terms:
    """As they would be frozen now. Raises RoleGone, ElectorateTooSmall."""
    electorate = len(await electorate_of(interaction, draft.role_id))
    terms = drafts(interaction).require_electorate(draft, electorate)
    return cards.Terms(draft.role_id, electorate, draft.closes_at, terms.minimum_answers, terms.rounding)
