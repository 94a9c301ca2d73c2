"""What the buttons of surveys need to find: the services, the people."""

from __future__ import annotations

from bot.anonymity.held import HeldAnswers
from bot.screen.ui import Interaction
from cogs.surveys.models import Answers
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
