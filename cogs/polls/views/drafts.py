"""Preparing: the form, the preview, publishing; and the second moderator where one is needed."""

from __future__ import annotations

import re

from bot.screen.checks import electorate_of, has_other_moderator, require_can_post, require_moderator
from bot.screen.ui import Dynamic, Form, Interaction, conclude, redraw, told_card, turn
from cogs.polls import cards
from cogs.polls.models import Action, Alike, AskedAlready, BadDraft, Draft, Poll, Request
from cogs.polls.service import Texts
from cogs.polls.views.parts import (
    drafts,
    lookup,
    polls,
    require_may_open,
    second,
    terms_of,
)


class DraftForm(Form):
    template = re.compile(r"polls:form:(?P<draft_id>\d+)")

    async def submitted(self, interaction: Interaction, ids: dict[str, str], values: dict[str, str], /) -> None:
        require_may_open(interaction)
        draft_id, user_id = int(ids["draft_id"]), interaction.user.id
        t = interaction.client.speaker_for(interaction)
        try:
            draft, sheet = await drafts(interaction).fill_draft(draft_id, user_id, Texts(**values))
        except BadDraft as problem:
            draft = await drafts(interaction).get_draft(draft_id, user_id)
            await turn(interaction, cards.to_correct_card(draft, t(problem.key, **problem.params), t))
            return
        await turn(interaction, cards.preview_card(draft, sheet, t, await terms_of(interaction, draft)))


class CorrectDraftButton(Dynamic, template=r"polls:correct-draft:(?P<draft_id>\d+)"):
    async def act(self, interaction: Interaction) -> None:
        require_may_open(interaction)
        draft = await drafts(interaction).get_draft(int(self.ids["draft_id"]), interaction.user.id)
        await interaction.response.send_modal(cards.draft_form(draft, interaction.client.speaker_for(interaction)))


class DiscardButton(Dynamic, template=r"polls:discard:(?P<draft_id>\d+)"):
    async def act(self, interaction: Interaction) -> None:
        await drafts(interaction).discard_draft(int(self.ids["draft_id"]), interaction.user.id)
        await turn(interaction, told_card(interaction.client.speaker_for(interaction)("polls-discarded")))


class PublishButton(Dynamic, template=r"polls:publish:(?P<draft_id>\d+)"):
    """At once, unless nearly the same was asked within thirty days."""

    async def act(self, interaction: Interaction) -> None:
        draft_id = int(self.ids["draft_id"])
        try:
            await publish(interaction, draft_id)
        except AskedAlready as asked:
            draft = await drafts(interaction).get_draft(draft_id, interaction.user.id)
            if await has_other_moderator(interaction):
                await _ask_second(interaction, draft, asked.alike)
            else:
                t = interaction.client.speaker_for(interaction)
                await turn(interaction, cards.alike_card(draft, asked.alike, t))


class PublishAlikeButton(Dynamic, template=r"polls:publish-alike:(?P<draft_id>\d+)"):
    """For a moderator who is alone; the card announces it."""

    async def act(self, interaction: Interaction) -> None:
        draft = await drafts(interaction).get_draft(int(self.ids["draft_id"]), interaction.user.id)
        alike = await lookup(interaction).find_alike(draft.question, interaction.client.clock.now())
        if alike is not None and await has_other_moderator(interaction):
            await _ask_second(interaction, draft, alike)
        else:
            await publish(interaction, draft.draft_id, agreed=True)


async def _ask_second(interaction: Interaction, draft: Draft, alike: Alike) -> None:
    t = interaction.client.speaker_for(interaction)
    await terms_of(interaction, draft)
    await second(interaction).ask(Action.OPEN, draft.draft_id, interaction.user.id, channel_id=draft.channel_id)
    await turn(interaction, told_card(t("polls-alike-asked", where=cards.alike_words(alike, t))))


async def publish(interaction: Interaction, draft_id: int, *, agreed: bool = False) -> None:
    require_may_open(interaction)
    t = interaction.client.speaker_for(interaction)
    draft = await drafts(interaction).get_draft(draft_id, interaction.user.id)
    require_can_post(interaction, draft.channel_id)
    electorate = await electorate_of(interaction, draft.role_id)
    try:
        poll = await polls(interaction).open_poll(draft_id, interaction.user.id, electorate, agreed=agreed)
    except BadDraft as problem:
        await turn(interaction, cards.to_correct_card(draft, t(problem.key, **problem.params), t))
        return
    await conclude(interaction, cards.published_card(poll, t))


class CloseButton(Dynamic, template=r"polls:close:(?P<poll_id>\d+)"):
    """Before its time: with a second moderator when there is one."""

    async def act(self, interaction: Interaction) -> None:
        require_moderator(interaction)
        t = interaction.client.speaker_for(interaction)
        poll = await lookup(interaction).get_poll(int(self.ids["poll_id"]))
        if await has_other_moderator(interaction):
            await second(interaction).ask(
                Action.CLOSE, poll.poll_id, interaction.user.id, channel_id=interaction.channel_id or poll.channel_id
            )
            await turn(interaction, told_card(t("polls-close-asked")))
            return
        await polls(interaction).close_poll(poll.poll_id)
        await conclude(interaction, told_card(t("polls-closed-now", channel=f"<#{poll.channel_id}>")))


class SecondButton(Dynamic, template=r"polls:second:(?P<request_id>\d+)"):
    async def act(self, interaction: Interaction) -> None:
        require_moderator(interaction)
        request = await second(interaction).get_for_decision(int(self.ids["request_id"]), interaction.user.id)
        t = interaction.client.public_speaker
        if request.action is Action.CLOSE:
            poll = await second(interaction).close(request)
            said = t("polls-second-closed", number=poll.poll_id, who=interaction.user.mention)
        else:
            poll = await self._open(interaction, request)
            said = t("polls-second-opened", number=poll.poll_id, who=interaction.user.mention)
        await redraw(interaction, told_card(said))

    async def _open(self, interaction: Interaction, request: Request) -> Poll:
        draft = await drafts(interaction).get_any_draft(request.subject_id)
        require_can_post(interaction, draft.channel_id)
        return await second(interaction).open(request, await electorate_of(interaction, draft.role_id))


class RefuseButton(Dynamic, template=r"polls:refuse:(?P<request_id>\d+)"):
    """Also for whoever asked and thinks better of it."""

    async def act(self, interaction: Interaction) -> None:
        require_moderator(interaction)
        request = await second(interaction).get_request(int(self.ids["request_id"]))
        await second(interaction).refuse(request)
        t = interaction.client.public_speaker
        await redraw(interaction, told_card(t("polls-second-refused", who=interaction.user.mention)))


class DestroyButton(Dynamic, template=r"polls:destroy:(?P<poll_id>\d+)"):
    async def act(self, interaction: Interaction) -> None:
        require_moderator(interaction)
        await polls(interaction).cancel_poll(int(self.ids["poll_id"]))
        await conclude(interaction, told_card(interaction.client.speaker_for(interaction)("polls-cancelled-now")))


class KeepButton(Dynamic, template=r"polls:keep:"):
    async def act(self, interaction: Interaction) -> None:
        await turn(interaction, told_card(interaction.client.speaker_for(interaction)("polls-kept-open")))


DYNAMICS: tuple[type[Dynamic], ...] = (
    CorrectDraftButton,
    DiscardButton,
    PublishButton,
    PublishAlikeButton,
    CloseButton,
    SecondButton,
    RefuseButton,
    DestroyButton,
    KeepButton,
)
