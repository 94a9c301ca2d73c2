"""Planning and changing: the form, the preview, publishing, applying."""

from __future__ import annotations

import re

from bot.screen.checks import require_can_post
from bot.screen.ui import Dynamic, Form, Interaction, Layout, conclude, told_card, turn
from cogs.meetups import cards
from cogs.meetups.models import BadMeetup, Draft, Scope, Texts
from cogs.meetups.service import coming_dates, month_place
from cogs.meetups.views.parts import (
    changes,
    drafts,
    plans,
    require_may_plan,
    require_organiser,
)


async def preview_of(interaction: Interaction, draft: Draft) -> Layout:
    t, preview = interaction.client.speaker_for(interaction), drafts(interaction).preview(draft)
    if draft.occurrence_id is not None:
        meetup, occurrence = await require_organiser(interaction, draft.occurrence_id)
        dates = coming_dates(preview)[: 1 if draft.scope is Scope.THIS else None] if draft.moves else []
        return cards.change_preview_card(draft, meetup, occurrence, dates, t)
    return cards.preview_card(draft, preview.rhythm, month_place(preview.rhythm), coming_dates(preview), t)


async def require_may(interaction: Interaction, draft: Draft) -> None:
    if draft.occurrence_id is None:
        require_may_plan(interaction)
        require_can_post(interaction, draft.channel_id)
    else:
        await require_organiser(interaction, draft.occurrence_id)


class _DraftItem(Dynamic, template=r"never"):
    async def draft(self, interaction: Interaction) -> Draft:
        return await drafts(interaction).get(int(self.ids["draft_id"]), interaction.user.id)


class DraftForm(Form):
    template = re.compile(r"meetups:form:(?P<draft_id>\d+)")

    async def submitted(self, interaction: Interaction, ids: dict[str, str], values: dict[str, str], /) -> None:
        draft_id, user_id = int(ids["draft_id"]), interaction.user.id
        texts = Texts(*(values.get(name, "") for name in ("title", "about", "place")))
        try:
            draft = await drafts(interaction).fill(draft_id, user_id, texts)
        except BadMeetup as problem:
            t = interaction.client.speaker_for(interaction)
            draft = await drafts(interaction).get(draft_id, user_id)
            await turn(interaction, cards.to_correct_card(draft, t(problem.key, **problem.params), t))
            return
        await turn(interaction, await preview_of(interaction, draft))


class CorrectButton(_DraftItem, template=r"meetups:correct:(?P<draft_id>\d+)"):
    async def act(self, interaction: Interaction) -> None:
        draft = await self.draft(interaction)
        await interaction.response.send_modal(cards.draft_form(draft, interaction.client.speaker_for(interaction)))


class DiscardButton(_DraftItem, template=r"meetups:discard:(?P<draft_id>\d+)"):
    async def act(self, interaction: Interaction) -> None:
        await drafts(interaction).discard(int(self.ids["draft_id"]), interaction.user.id)
        await turn(interaction, told_card(interaction.client.speaker_for(interaction)("meetups-discarded")))


class PublishButton(_DraftItem, template=r"meetups:publish:(?P<draft_id>\d+)"):
    async def act(self, interaction: Interaction) -> None:
        draft, t = await self.draft(interaction), interaction.client.speaker_for(interaction)
        await require_may(interaction, draft)
        try:
            meetup = await plans(interaction).plan(draft.draft_id, interaction.user.id)
        except BadMeetup as problem:
            await turn(interaction, cards.to_correct_card(draft, t(problem.key, **problem.params), t))
            return
        await conclude(interaction, cards.published_card(meetup, t))


class ApplyButton(_DraftItem, template=r"meetups:apply:(?P<draft_id>\d+)"):
    async def act(self, interaction: Interaction) -> None:
        draft, t = await self.draft(interaction), interaction.client.speaker_for(interaction)
        await require_may(interaction, draft)
        try:
            changed = await changes(interaction).change(draft)
        except BadMeetup as problem:
            await turn(interaction, cards.to_correct_card(draft, t(problem.key, **problem.params), t))
            return
        await conclude(interaction, told_card(t("meetups-applied" if changed else "meetups-nothing-changed")))


class CancelButton(Dynamic, template=r"meetups:cancel:(?P<occurrence_id>\d+)"):
    """Asks first."""

    async def act(self, interaction: Interaction) -> None:
        await ask_to_cancel(interaction, int(self.ids["occurrence_id"]), Scope.THIS)


async def ask_to_cancel(interaction: Interaction, occurrence_id: int, scope: Scope) -> None:
    meetup, occurrence = await require_organiser(interaction, occurrence_id)
    t = interaction.client.speaker_for(interaction)
    reach = scope if meetup.recurs else Scope.SERIES
    await turn(interaction, cards.cancel_question_card(occurrence, reach, t))


class CancelledButton(Dynamic, template=r"meetups:cancelled:(?P<occurrence_id>\d+):(?P<scope>this|following|series)"):
    async def act(self, interaction: Interaction) -> None:
        _, occurrence = await require_organiser(interaction, int(self.ids["occurrence_id"]))
        await changes(interaction).cancel(occurrence.occurrence_id, Scope(self.ids["scope"]))
        await conclude(interaction, told_card(interaction.client.speaker_for(interaction)("meetups-cancelled-now")))


class KeepButton(Dynamic, template=r"meetups:keep:"):
    async def act(self, interaction: Interaction) -> None:
        await turn(interaction, told_card(interaction.client.speaker_for(interaction)("meetups-kept")))


DYNAMICS: tuple[type[Dynamic], ...] = (
    CorrectButton,
    DiscardButton,
    PublishButton,
    ApplyButton,
    CancelButton,
    CancelledButton,
    KeepButton,
)
