"""Voting: the ballot, what is chosen, the summary, the confirmation. A ballot is held in memory, under a ticket."""

from __future__ import annotations

from bot.anonymity.held import NothingHeld
from bot.screen.ui import Dynamic, Interaction, Layout, conclude, picked, show, turn
from cogs.polls import cards
from cogs.polls.models import Ballot, Poll, blank, missing
from cogs.polls.views.parts import held, polls


def _ballot_layout(interaction: Interaction, poll: Poll, ballot: Ballot, problem: str = "") -> Layout:
    t = interaction.client.speaker_for(interaction)
    if not poll.sheet.kind.has_levels:
        return cards.ballot_card(poll, t, ballot)
    ticket = held(interaction).hold(interaction.user.id, poll.poll_id, ballot)
    return cards.levels_card(poll, ballot, ticket, t, problem)


def _blank(poll: Poll) -> Ballot:
    return blank(poll.sheet) if poll.sheet.kind.has_levels else ()


async def _open_poll(interaction: Interaction, ids: dict[str, str]) -> Poll:
    return await polls(interaction).require_may_vote(int(ids["poll_id"]), interaction.user.id)


async def _start_again(interaction: Interaction, poll: Poll, problem: NothingHeld) -> None:
    t = interaction.client.speaker_for(interaction)
    await turn(interaction, cards.start_again_card(poll, t(problem.key), t))


async def show_ballot(interaction: Interaction, poll_id: int) -> None:
    poll = await polls(interaction).require_may_vote(poll_id, interaction.user.id)
    await show(interaction, _ballot_layout(interaction, poll, _blank(poll)))


class VotingItem(Dynamic, template=r"never"):
    """Nothing else happens on the occasion of a vote: it would tell when somebody voted."""

    quiet = True


class VoteButton(VotingItem, template=r"polls:vote:(?P<poll_id>\d+)"):
    async def act(self, interaction: Interaction) -> None:
        await show_ballot(interaction, int(self.ids["poll_id"]))


class ChooseSelect(VotingItem, template=r"polls:choose:(?P<poll_id>\d+)"):
    async def act(self, interaction: Interaction) -> None:
        poll = await _open_poll(interaction, self.ids)
        ballot = tuple(int(value) for value in picked(interaction))
        await _show_summary(interaction, poll, ballot)


class LevelSelect(VotingItem, template=r"polls:level:(?P<poll_id>\d+):(?P<ticket>[\w-]+):(?P<place>\d+)"):
    """Nothing is redrawn: the select already shows what was chosen."""

    async def act(self, interaction: Interaction) -> None:
        poll = await _open_poll(interaction, self.ids)
        ticket, place = self.ids["ticket"], int(self.ids["place"])
        try:
            ballot = held(interaction).get(ticket, interaction.user.id)
        except NothingHeld as problem:
            await _start_again(interaction, poll, problem)
            return
        level = int(picked(interaction)[0])
        held(interaction).replace(ticket, interaction.user.id, (*ballot[:place], level, *ballot[place + 1 :]))
        await interaction.response.defer()


class ReviewButton(VotingItem, template=r"polls:review:(?P<poll_id>\d+):(?P<ticket>[\w-]+)"):
    async def act(self, interaction: Interaction) -> None:
        poll = await _open_poll(interaction, self.ids)
        try:
            ballot = held(interaction).get(self.ids["ticket"], interaction.user.id)
        except NothingHeld as problem:
            await _start_again(interaction, poll, problem)
            return
        count = missing(poll.sheet, ballot)
        if count:
            t = interaction.client.speaker_for(interaction)
            problem = t(f"polls-unfinished-{poll.sheet.kind}", count=count)
            await turn(interaction, _ballot_layout(interaction, poll, ballot, problem))
            return
        await _show_summary(interaction, poll, ballot)


class ChangeButton(VotingItem, template=r"polls:change:(?P<poll_id>\d+):(?P<ticket>[\w-]+)"):
    async def act(self, interaction: Interaction) -> None:
        poll = await _open_poll(interaction, self.ids)
        try:
            ballot = held(interaction).get(self.ids["ticket"], interaction.user.id)
        except NothingHeld:
            ballot = _blank(poll)
        await turn(interaction, _ballot_layout(interaction, poll, ballot))


class ConfirmButton(VotingItem, template=r"polls:confirm:(?P<poll_id>\d+):(?P<ticket>[\w-]+)"):
    async def act(self, interaction: Interaction) -> None:
        poll, user_id = await _open_poll(interaction, self.ids), interaction.user.id
        try:
            ballot = held(interaction).get(self.ids["ticket"], user_id)
        except NothingHeld as problem:
            await _start_again(interaction, poll, problem)
            return
        await polls(interaction).cast_ballot(poll.poll_id, user_id, ballot)
        held(interaction).release(self.ids["ticket"])
        await conclude(interaction, cards.recorded_card(poll, interaction.client.speaker_for(interaction)))


async def _show_summary(interaction: Interaction, poll: Poll, ballot: Ballot) -> None:
    ticket = held(interaction).hold(interaction.user.id, poll.poll_id, ballot)
    t = interaction.client.speaker_for(interaction)
    await turn(interaction, cards.summary_card(poll, ballot, ticket, t))


DYNAMICS: tuple[type[Dynamic], ...] = (
    VoteButton,
    ChooseSelect,
    LevelSelect,
    ReviewButton,
    ChangeButton,
    ConfirmButton,
)
