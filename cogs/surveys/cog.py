"""`/survey`: Discord in, one call to the service, Discord out."""

from __future__ import annotations

import discord
from discord import app_commands
from discord.ext import commands

from bot.client import CommunityBot
from bot.schedule.when import describe_when, iso_local, suggest_whens
from bot.screen.checks import (
    electorate_of,
    has_other_moderator,
    moderator_only,
    number_of,
    require_can_post,
    require_may_write,
)
from bot.screen.ui import Interaction, show, told_card
from bot.text.tidy import same_words
from cogs.surveys import cards
from cogs.surveys.models import BadQuestionnaire, FileUnfit, Launch, QuestionnaireNotFound, Survey, SurveyNotFound
from cogs.surveys.service import QuestionnaireService, SecondModerator, SurveyService
from cogs.surveys.views import (
    show_list,
    show_questionnaires,
    show_results,
    show_trend,
    toggle_subscription,
    visible_surveys,
)

LARGEST_FILE = 200_000


class SurveysCog(commands.Cog):
    """The commands of surveys, and their button on the home card."""

    survey = app_commands.Group(name="survey", description="survey")

    def __init__(self, bot: CommunityBot, service: SurveyService, questionnaires: QuestionnaireService) -> None:
        self._bot = bot
        self._service = service
        self._questionnaires = questionnaires

    # For everybody

    @survey.command(name="list", description="list")
    async def list_surveys(self, interaction: Interaction) -> None:
        await show_list(interaction, "open", in_place=False)

    async def show_open(self, interaction: Interaction) -> None:
        """From the home card."""
        await show_list(interaction, "open", in_place=False)

    @survey.command(name="results", description="results")
    async def results(self, interaction: Interaction, survey: str) -> None:
        await show_results(interaction, number_of(survey, SurveyNotFound))

    @survey.command(name="trend", description="trend")
    async def trend(self, interaction: Interaction, survey: str) -> None:
        await show_trend(interaction, number_of(survey, SurveyNotFound), None)

    @survey.command(name="subscribe", description="subscribe")
    async def subscribe(self, interaction: Interaction) -> None:
        await toggle_subscription(interaction)

    # For moderators

    @moderator_only()
    @survey.command(name="template", description="template")
    async def template(self, interaction: Interaction) -> None:
        await show_questionnaires(interaction)

    @moderator_only()
    @survey.command(name="import", description="import")
    async def bring_in(self, interaction: Interaction, file: discord.Attachment) -> None:
        if file.size > LARGEST_FILE:
            raise FileUnfit
        t = self._bot.speaker_for(interaction)
        try:
            number, questionnaire = await self._questionnaires.bring_in(await file.read(), interaction.user.id)
        except BadQuestionnaire as bad:
            await show(interaction, told_card(f"{t(bad.key, **bad.params)}\n{cards.problems_text(bad, t)}"))
            return
        await show(interaction, cards.preview_card(number, questionnaire, t))

    @moderator_only()
    @survey.command(name="launch", description="launch")
    async def launch(
        self,
        interaction: Interaction,
        questionnaire: str,
        closing: str,
        channel: discord.TextChannel | None = None,
        electorate: discord.Role | None = None,
    ) -> None:
        channel_id = self._channel_id(interaction, channel)
        role_id = None if electorate is None or electorate.is_default() else electorate.id
        try:
            number = number_of(questionnaire, SurveyNotFound)
        except SurveyNotFound:
            raise QuestionnaireNotFound from None
        launch = Launch(number, channel_id, role_id, self._service.read_closing(closing), interaction.user.id)
        await self._questionnaires.get(launch.questionnaire_id)
        people = await electorate_of(interaction, role_id)
        self._service.require_enough(role_id, len(people))
        t = self._bot.speaker_for(interaction)
        if await has_other_moderator(interaction):
            await self._bot.registry.service(SecondModerator).ask(launch)
            await show(interaction, told_card(t("surveys-second-asked")))
            return
        survey = await self._service.launch(launch, people)
        await show(interaction, told_card(t("surveys-launched", channel=f"<#{survey.channel_id}>")))

    @launch.autocomplete("questionnaire")
    async def _suggest_questionnaire(self, interaction: Interaction, typed: str) -> list[app_commands.Choice[str]]:
        language, wanted = self._bot.speaker_for(interaction).language, same_words(typed)
        return [
            app_commands.Choice(name=questionnaire.title.in_language(language)[:100], value=str(number))
            for number, questionnaire in await self._questionnaires.list_all()
            if wanted in same_words(questionnaire.title.in_language(language))
        ][:25]

    @launch.autocomplete("closing")
    async def _suggest_closing(self, interaction: Interaction, typed: str) -> list[app_commands.Choice[str]]:
        now, zone = self._bot.clock.now(), self._bot.zone
        language = self._bot.speaker_for(interaction).language
        return [
            app_commands.Choice(
                name=describe_when(moment, now=now, zone=zone, language=language)[:100], value=iso_local(moment, zone)
            )
            for moment in suggest_whens(typed, now=now, zone=zone, language=language)
        ]

    @moderator_only()
    @survey.command(name="close", description="close")
    async def close(self, interaction: Interaction, survey: str) -> None:
        found = await self._service.lookup.get(number_of(survey, SurveyNotFound))
        await self._ask(interaction, found, "close")

    @moderator_only()
    @survey.command(name="cancel", description="cancel")
    async def cancel(self, interaction: Interaction, survey: str) -> None:
        found = await self._service.lookup.get(number_of(survey, SurveyNotFound))
        await self._ask(interaction, found, "cancel")

    async def _ask(self, interaction: Interaction, survey: Survey, what: str) -> None:
        t = self._bot.speaker_for(interaction)
        title = survey.questionnaire.title.in_language(t.language)
        question = t(f"surveys-{what}-question", title=title[:100])
        custom_id = f"surveys:{what}:{survey.survey_id}"
        await show(interaction, cards.sure_card(question, t(f"surveys-{what}-yes"), custom_id, t))

    @close.autocomplete("survey")
    @cancel.autocomplete("survey")
    async def _suggest_open(self, interaction: Interaction, typed: str) -> list[app_commands.Choice[str]]:
        return await self._suggest(interaction, typed, over=False)

    @results.autocomplete("survey")
    @trend.autocomplete("survey")
    async def _suggest_past(self, interaction: Interaction, typed: str) -> list[app_commands.Choice[str]]:
        return await self._suggest(interaction, typed, over=True)

    async def _suggest(self, interaction: Interaction, typed: str, *, over: bool) -> list[app_commands.Choice[str]]:
        t, wanted = self._bot.speaker_for(interaction), same_words(typed)
        return [
            app_commands.Choice(name=name[:100], value=str(survey.survey_id))
            for survey in await visible_surveys(interaction, over=over)
            if wanted in same_words(name := _name(survey, t.language))
        ]

    def _channel_id(self, interaction: Interaction, channel: discord.TextChannel | None) -> int:
        announcements_id = self._bot.settings.community.announcements_channel_id
        channel_id = channel.id if channel else announcements_id or interaction.channel_id or 0
        require_may_write(interaction, channel_id)
        require_can_post(interaction, channel_id)
        return channel_id


def _name(survey: Survey, language: str) -> str:
    return f"{survey.survey_id}. {survey.questionnaire.title.in_language(language)}"
