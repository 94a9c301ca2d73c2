"""What the buttons of surveys need to find: the services, the people."""

from __future__ import annotations

from bot.anonymity.held import HeldAnswers
from bot.screen.sight import visible_channels
from bot.screen.ui import Interaction
from cogs.surveys.models import Answers, Survey, SurveyNotFound
from cogs.surveys.service import InvitationService, QuestionnaireService, SecondModerator, SurveyService, TextService


def surveys(interaction: Interaction) -> SurveyService:
    return interaction.client.registry.service(SurveyService)


def second(interaction: Interaction) -> SecondModerator:
    return interaction.client.registry.service(SecondModerator)


def questionnaires(interaction: Interaction) -> QuestionnaireService:
    return interaction.client.registry.service(QuestionnaireService)


def invitations(interaction: Interaction) -> InvitationService:
    return interaction.client.registry.service(InvitationService)


def texts(interaction: Interaction) -> TextService:
    return interaction.client.registry.service(TextService)


def held(interaction: Interaction) -> HeldAnswers[Answers]:
    return surveys(interaction).held


async def visible_survey(interaction: Interaction, survey_id: int) -> Survey:
    """Raises SurveyNotFound, also for one of a channel that this member cannot see."""
    survey = await surveys(interaction).lookup.get(survey_id)
    channels = visible_channels(interaction)
    if channels is not None and survey.channel_id not in channels:
        raise SurveyNotFound
    return survey


async def visible_surveys(interaction: Interaction, *, over: bool) -> list[Survey]:
    channels = visible_channels(interaction)
    listed = await surveys(interaction).lookup.list_surveys(over=over)
    return [survey for survey in listed if channels is None or survey.channel_id in channels]
