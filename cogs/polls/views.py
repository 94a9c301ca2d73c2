"""The buttons, selects and forms of polls: each finds the poll by its number, an answer by a random ticket."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.anonymity.held import HeldAnswers, NothingHeld
from bot.screen.checks import require_can_post, require_configurer, require_moderator
from bot.screen.ui import Dynamic, Form, Interaction, picked, show, turn
from cogs.polls import cards
from cogs.polls.models import BadDraft, Draft, Poll, RoleGone
from cogs.polls.service import OPEN, PAST, DraftService, PollService

PAGE_SIZE = 5


class HeldChoices(HeldAnswers[tuple[int, ...]]):
    """Places ticked and not yet confirmed."""


def _service(interaction: Interaction) -> PollService:
    return interaction.client.registry.service(PollService)


def _drafts(interaction: Interaction) -> DraftService:
    return interaction.client.registry.service(DraftService)


def _held(interaction: Interaction) -> HeldChoices:
    return interaction.client.registry.service(HeldChoices)


def electorate_of(interaction: Interaction, role_id: int | None) -> list[int]:
    """The members who may vote if it opened now: people, no bots. Raises RoleGone."""
    guild = interaction.client.guild
    if role_id is not None and guild.get_role(role_id) is None:
        raise RoleGone
    return [
        member.id
        for member in guild.members
        if not member.bot and (role_id is None or member.get_role(role_id) is not None)
    ]


# Preparing


class DraftForm(Form):
    template = re.compile(r"polls:form:(?P<draft_id>\d+)")

    async def submitted(self, interaction: Interaction, ids: dict[str, str], values: dict[str, str], /) -> None:
        draft_id, drafts = int(ids["draft_id"]), _drafts(interaction)
        t = interaction.client.speaker_for(interaction)
        answer = show if interaction.message is None else turn
        try:
            draft, sheet = await drafts.fill_draft(
                draft_id,
                interaction.user.id,
                question=values.get("question", ""),
                context=values.get("context", ""),
                proposals=values.get("proposals", ""),
            )
            electorate = len(electorate_of(interaction, draft.role_id))
            terms = drafts.require_electorate(draft, electorate)
        except BadDraft as problem:
            draft = await drafts.get_draft(draft_id, interaction.user.id)
            await answer(interaction, cards.to_correct_card(draft, t(problem.key, **problem.params), t))
            return
        await answer(
            interaction,
            cards.preview_card(draft, sheet, t, electorate=electorate, minimum=terms.minimum_answers),
        )


class CorrectDraftButton(Dynamic, template=r"polls:correct-draft:(?P<draft_id>\d+)"):
    async def act(self, interaction: Interaction) -> None:
        draft = await _drafts(interaction).get_draft(int(self.ids["draft_id"]), interaction.user.id)
        await interaction.response.send_modal(cards.draft_form(draft, interaction.client.speaker_for(interaction)))


class PublishButton(Dynamic, template=r"polls:publish:(?P<draft_id>\d+)"):
    async def act(self, interaction: Interaction) -> None:
        t = interaction.client.speaker_for(interaction)
        draft = await _drafts(interaction).get_draft(int(self.ids["draft_id"]), interaction.user.id)
        try:
            poll = await self._publish(interaction, draft)
        except BadDraft as problem:
            await turn(interaction, cards.to_correct_card(draft, t(problem.key, **problem.params), t))
            return
        await turn(interaction, cards.published_card(poll, t))

    async def _publish(self, interaction: Interaction, draft: Draft) -> Poll:
        require_can_post(interaction, draft.channel_id)
        electorate = electorate_of(interaction, draft.role_id)
        return await _service(interaction).open_poll(draft.draft_id, interaction.user.id, electorate)


class DiscardButton(Dynamic, template=r"polls:discard:(?P<draft_id>\d+)"):
    async def act(self, interaction: Interaction) -> None:
        await _drafts(interaction).discard_draft(int(self.ids["draft_id"]), interaction.user.id)
        await turn(interaction, cards.said(interaction.client.speaker_for(interaction)("polls-discarded")))


# Voting


async def show_ballot(interaction: Interaction, poll_id: int, chosen: Sequence[int] = ()) -> None:
    poll = await _service(interaction).require_may_vote(poll_id, interaction.user.id)
    await show(interaction, cards.ballot_card(poll, interaction.client.speaker_for(interaction), chosen))


class VoteButton(Dynamic, template=r"polls:vote:(?P<poll_id>\d+)"):
    async def act(self, interaction: Interaction) -> None:
        await show_ballot(interaction, int(self.ids["poll_id"]))


class ChooseSelect(Dynamic, template=r"polls:choose:(?P<poll_id>\d+)"):
    async def act(self, interaction: Interaction) -> None:
        poll_id, user_id = int(self.ids["poll_id"]), interaction.user.id
        poll = await _service(interaction).require_may_vote(poll_id, user_id)
        chosen = tuple(int(value) for value in picked(interaction))
        ticket = _held(interaction).hold(user_id, chosen)
        t = interaction.client.speaker_for(interaction)
        await turn(interaction, cards.summary_card(poll, chosen, ticket, t))


class ChangeButton(Dynamic, template=r"polls:change:(?P<poll_id>\d+):(?P<ticket>[\w-]+)"):
    async def act(self, interaction: Interaction) -> None:
        user_id = interaction.user.id
        poll = await _service(interaction).require_may_vote(int(self.ids["poll_id"]), user_id)
        try:
            chosen = _held(interaction).get(self.ids["ticket"], user_id)
        except NothingHeld:
            chosen = ()
        await turn(interaction, cards.ballot_card(poll, interaction.client.speaker_for(interaction), chosen))


class ConfirmButton(Dynamic, template=r"polls:confirm:(?P<poll_id>\d+):(?P<ticket>[\w-]+)"):
    async def act(self, interaction: Interaction) -> None:
        service, held, user_id = _service(interaction), _held(interaction), interaction.user.id
        t = interaction.client.speaker_for(interaction)
        poll = await service.require_may_vote(int(self.ids["poll_id"]), user_id)
        try:
            chosen = held.get(self.ids["ticket"], user_id)
        except NothingHeld as problem:
            await turn(interaction, cards.start_again_card(poll, t(problem.key), t))
            return
        await service.cast_ballot(poll.poll_id, user_id, chosen)
        held.release(self.ids["ticket"])
        await turn(interaction, cards.recorded_card(poll, t))


# Looking up


async def show_list(interaction: Interaction, shown: str, number: int, *, in_place: bool) -> None:
    service, t = _service(interaction), interaction.client.speaker_for(interaction)
    page = await service.list_page(OPEN if shown == "open" else PAST, number, PAGE_SIZE)
    layout = cards.list_card(
        page.polls,
        t,
        shown=shown,
        number=page.number,
        pages=page.pages,
        jump=f"https://discord.com/channels/{interaction.client.guild.id}",
    )
    await (turn if in_place else show)(interaction, layout)


async def show_result(interaction: Interaction, poll_id: int) -> None:
    """Deferred: painting takes a moment."""
    closed = await _service(interaction).get_closed(poll_id)
    await interaction.response.defer(ephemeral=True, thinking=True)
    layout, files = await cards.draw_result(closed, interaction.client.speaker_for(interaction))
    await interaction.followup.send(view=layout, files=files, ephemeral=True)


class FilterSelect(Dynamic, template=r"polls:filter:"):
    async def act(self, interaction: Interaction) -> None:
        await show_list(interaction, picked(interaction)[0], 0, in_place=True)


class PageButton(Dynamic, template=r"polls:page:(?P<shown>open|past):(?P<number>-?\d+)"):
    async def act(self, interaction: Interaction) -> None:
        await show_list(interaction, self.ids["shown"], int(self.ids["number"]), in_place=True)


class ResultButton(Dynamic, template=r"polls:result:(?P<poll_id>\d+)"):
    async def act(self, interaction: Interaction) -> None:
        await show_result(interaction, int(self.ids["poll_id"]))


# Ending


class CloseButton(Dynamic, template=r"polls:close:(?P<poll_id>\d+)"):
    async def act(self, interaction: Interaction) -> None:
        require_moderator(interaction)
        closed = await _service(interaction).close_poll(int(self.ids["poll_id"]))
        t = interaction.client.speaker_for(interaction)
        await turn(interaction, cards.said(t("polls-closed-now", channel=f"<#{closed.poll.channel_id}>")))


class DestroyButton(Dynamic, template=r"polls:destroy:(?P<poll_id>\d+)"):
    async def act(self, interaction: Interaction) -> None:
        require_moderator(interaction)
        await _service(interaction).cancel_poll(int(self.ids["poll_id"]))
        await turn(interaction, cards.said(interaction.client.speaker_for(interaction)("polls-cancelled-now")))


class KeepButton(Dynamic, template=r"polls:keep:"):
    async def act(self, interaction: Interaction) -> None:
        await turn(interaction, cards.said(interaction.client.speaker_for(interaction)("polls-kept-open")))


# Settings


class OpenersSelect(Dynamic, template=r"polls:openers:"):
    """Who may open polls: a part of the settings panel."""

    async def act(self, interaction: Interaction) -> None:
        require_configurer(interaction)
        await interaction.client.settings.change(poll_openers=picked(interaction)[0])
        t = interaction.client.speaker_for(interaction)
        await turn(interaction, cards.openers_card(interaction.client.settings.community.poll_openers, t, saved=True))


DYNAMICS: tuple[type[Dynamic], ...] = (
    CorrectDraftButton,
    PublishButton,
    DiscardButton,
    VoteButton,
    ChooseSelect,
    ChangeButton,
    ConfirmButton,
    FilterSelect,
    PageButton,
    ResultButton,
    CloseButton,
    DestroyButton,
    KeepButton,
    OpenersSelect,
)
