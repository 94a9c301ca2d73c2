"""Answering: in a direct message or right here, page by page; nothing is written before the confirmation.

A rehearsal is the same with the questionnaire's number, «q12», in the place of the survey's: it records nothing.
"""

from __future__ import annotations

import re
from contextlib import suppress

import discord

from bot.anonymity.held import NothingHeld
from bot.screen.checks import require_moderator
from bot.screen.errors import NO_ANSWER, refuses_messages
from bot.screen.ui import Dynamic, Form, Interaction, conclude, form_values, show, told_card, turn
from cogs.surveys import cards
from cogs.surveys.models import Answers, BadAnswer, Questionnaire, check_page, missing, numbered_pages, visible_pages
from cogs.surveys.views.parts import held, questionnaires, surveys

_ABOUT = r"(?P<about>q?\d+)"


class _Answering(Dynamic, template=r"never"):
    """Nothing else happens on the occasion of an answer: it would tell when somebody answered."""

    quiet = True


async def _find(interaction: Interaction, about: str) -> Questionnaire:
    """Raises what keeps this person from answering."""
    if about.startswith("q"):
        require_moderator(interaction)
        return await questionnaires(interaction).get(int(about[1:]))
    survey = await surveys(interaction).require_may_answer(int(about), interaction.user.id)
    return survey.questionnaire


def _key(about: str) -> int:
    """Under which answers are held: rehearsals apart from surveys."""
    return -int(about[1:]) if about.startswith("q") else int(about)


async def _begin_again(interaction: Interaction, about: str, problem: NothingHeld) -> None:
    t = interaction.client.speaker_for(interaction)
    await turn(interaction, cards.begin_again_card(about, t(problem.key), t))


async def show_sheet(interaction: Interaction, survey_id: int) -> None:
    """Whoever comes back goes on where they were. Private, in a direct message too: what stays there tells nothing."""
    survey = await surveys(interaction).require_may_answer(survey_id, interaction.user.id)
    t, user_id = interaction.client.speaker_for(interaction), interaction.user.id
    ticket = held(interaction).find(user_id, survey_id)
    answers: Answers = held(interaction).get(ticket, user_id) if ticket else {}
    if ticket and answers:
        done = _done(survey.questionnaire, answers, -1)
        layout = cards.pages_card(survey.questionnaire, f"{survey_id}", answers, ticket, t, done=done)
    else:
        layout = cards.sheet_card(survey, held(interaction).hold(user_id, survey_id, {}), t)
    await turn(interaction, layout)


class DirectButton(_Answering, template=r"surveys:dm:(?P<survey_id>\d+)"):
    """A direct message that holds only a start; where they are closed, the same right here."""

    async def act(self, interaction: Interaction) -> None:
        survey_id = int(self.ids["survey_id"])
        survey = await surveys(interaction).require_may_answer(survey_id, interaction.user.id)
        t = interaction.client.speaker_for(interaction)
        if interaction.guild_id is None:
            await show_sheet(interaction, survey_id)
            return
        await interaction.response.defer(ephemeral=True, thinking=True)
        try:
            message = await interaction.user.send(view=cards.start_card(survey, t, on_request=True))
        except discord.HTTPException as error:
            if not refuses_messages(error):
                raise
            ticket = held(interaction).hold(interaction.user.id, survey_id, {})
            await show(interaction, cards.sheet_card(survey, ticket, t))
            return
        await show(interaction, told_card(t("surveys-sent-in-private", link=message.jump_url)))


class HereButton(_Answering, template=r"surveys:here:(?P<survey_id>\d+)"):
    async def act(self, interaction: Interaction) -> None:
        await show_sheet(interaction, int(self.ids["survey_id"]))


class StartButton(_Answering, template=rf"surveys:start:{_ABOUT}"):
    async def act(self, interaction: Interaction) -> None:
        about = self.ids["about"]
        if about.startswith("q"):
            await rehearse(interaction, int(about[1:]))
        else:
            await show_sheet(interaction, int(about))


class BeginButton(_Answering, template=r"surveys:begin:(?P<survey_id>\d+)"):
    """In the message that somebody asked for: its date would tell for good when they went to answer."""

    async def act(self, interaction: Interaction) -> None:
        await show_sheet(interaction, int(self.ids["survey_id"]))
        if interaction.message is not None:
            with suppress(*NO_ANSWER):
                await interaction.message.delete()


async def rehearse(interaction: Interaction, questionnaire_id: int) -> None:
    """As a member will go through it; nothing is recorded."""
    require_moderator(interaction)
    questionnaire = await questionnaires(interaction).get(questionnaire_id)
    about = f"q{questionnaire_id}"
    ticket = held(interaction).hold(interaction.user.id, _key(about), {})
    t = interaction.client.speaker_for(interaction)
    await show(interaction, cards.pages_card(questionnaire, about, {}, ticket, t, done=0))


class PageButton(_Answering, template=rf"surveys:page:{_ABOUT}:(?P<ticket>[\w-]+):(?P<place>\d+)"):
    """A page as a form, filled with what was answered already."""

    async def act(self, interaction: Interaction) -> None:
        about, ticket, place = self.ids["about"], self.ids["ticket"], int(self.ids["place"])
        questionnaire = await _find(interaction, about)
        try:
            answers = held(interaction).get(ticket, interaction.user.id)
        except NothingHeld as problem:
            await _begin_again(interaction, about, problem)
            return
        shown, t = numbered_pages(questionnaire, answers), interaction.client.speaker_for(interaction)
        found = next(((number, page) for number, (at, page) in enumerate(shown, start=1) if at == place), None)
        if found is None:
            # A changed mind has hidden it meanwhile.
            await _show_pages(interaction, questionnaire, about, ticket)
            return
        number, page = found
        custom_id = f"surveys:filled:{about}:{ticket}:{place}"
        modal = cards.survey_form(page, answers, custom_id, t, number=number, count=len(shown))
        await interaction.response.send_modal(modal)


class PageForm(Form):
    """What was sent is held in memory only."""

    template = re.compile(rf"surveys:filled:{_ABOUT}:(?P<ticket>[\w-]+):(?P<place>\d+)")
    quiet = True

    async def submitted(self, interaction: Interaction, ids: dict[str, str], values: dict[str, str], /) -> None:  # noqa: ARG002 - choices are no texts
        about, ticket, place = ids["about"], ids["ticket"], int(ids["place"])
        questionnaire, t = await _find(interaction, about), interaction.client.speaker_for(interaction)
        answers = held(interaction).get(ticket, interaction.user.id)
        page = dict(numbered_pages(questionnaire, answers)).get(place)
        if page is None:
            await _show_pages(interaction, questionnaire, about, ticket)
            return
        problem = ""
        try:
            answers = check_page(page.questions, cards.read_page(page, form_values(interaction)), answers)
            held(interaction).replace(ticket, interaction.user.id, answers)
        except BadAnswer as error:
            question = error.question.text.in_language(t.language)
            problem = t("surveys-page-problem", question=question[:100], what=t(error.key, **error.params))
        shown = [at for at, _ in numbered_pages(questionnaire, answers)]
        at = sum(other < place for other in shown)
        done = at if problem else _done(questionnaire, answers, at)
        layout = cards.pages_card(questionnaire, about, answers, ticket, t, done=done, problem=problem)
        await turn(interaction, layout)


async def _show_pages(interaction: Interaction, questionnaire: Questionnaire, about: str, ticket: str) -> None:
    answers = held(interaction).get(ticket, interaction.user.id)
    t, done = interaction.client.speaker_for(interaction), _done(questionnaire, answers, -1)
    await turn(interaction, cards.pages_card(questionnaire, about, answers, ticket, t, done=done))


def _done(questionnaire: Questionnaire, answers: Answers, place: int) -> int:
    """How many pages are behind: all where an earlier one was only corrected and nothing is missing."""
    shown = visible_pages(questionnaire, answers)
    first = next(
        (
            number
            for number, page in enumerate(shown)
            if number > place and not any(question.id in answers for question in page.questions)
        ),
        len(shown),
    )
    lacking = {question.id for question in missing(questionnaire, answers)}
    blocked = next(
        (number for number, page in enumerate(shown) if lacking & {question.id for question in page.questions}),
        len(shown),
    )
    return min(first, blocked)


class ConfirmButton(_Answering, template=rf"surveys:confirm:{_ABOUT}:(?P<ticket>[\w-]+)"):
    async def act(self, interaction: Interaction) -> None:
        about, ticket = self.ids["about"], self.ids["ticket"]
        questionnaire, t = await _find(interaction, about), interaction.client.speaker_for(interaction)
        try:
            answers = held(interaction).get(ticket, interaction.user.id)
        except NothingHeld as problem:
            await _begin_again(interaction, about, problem)
            return
        if missing(questionnaire, answers):
            layout = cards.pages_card(questionnaire, about, answers, ticket, t, done=_done(questionnaire, answers, -1))
            await turn(interaction, layout)
            return
        if about.startswith("q"):
            held(interaction).release(ticket)
            await conclude(interaction, told_card(t("surveys-rehearsed")))
            return
        await surveys(interaction).record(int(about), interaction.user.id, answers)
        held(interaction).release(ticket)
        await conclude(interaction, cards.done_card(await surveys(interaction).lookup.get(int(about)), t))


DYNAMICS: tuple[type[Dynamic], ...] = (
    DirectButton,
    HereButton,
    StartButton,
    BeginButton,
    PageButton,
    ConfirmButton,
)
FORMS = (PageForm(),)
