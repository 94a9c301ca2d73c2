"""What people do with surveys."""

from cogs.surveys.service.digest import OpenSurveys, SurveyResults
from cogs.surveys.service.invitations import INVITE, REMIND, InvitationService
from cogs.surveys.service.questionnaires import QuestionnaireService
from cogs.surveys.service.surveys import ASKED, CARD, RESULT, SUSPENDED, TEXTS, UPDATE, SurveyService
from cogs.surveys.service.texts import TextService

__all__ = [
    "ASKED",
    "CARD",
    "INVITE",
    "REMIND",
    "RESULT",
    "SUSPENDED",
    "TEXTS",
    "UPDATE",
    "InvitationService",
    "OpenSurveys",
    "QuestionnaireService",
    "SurveyResults",
    "SurveyService",
    "TextService",
]
