"""What people do with surveys."""

from cogs.surveys.service.digest import OpenSurveys, SurveyResults
from cogs.surveys.service.invitations import INVITE, REMIND, InvitationService
from cogs.surveys.service.lookup import PREFIX, SurveyLookup, document_of
from cogs.surveys.service.questionnaires import QuestionnaireService
from cogs.surveys.service.second import ASKED, ASKED_TO_CLOSE, SecondModerator
from cogs.surveys.service.surveys import CARD, RESULT, SUSPENDED, TEXTS, UPDATE, SurveyService
from cogs.surveys.service.texts import TextService

__all__ = [
    "ASKED",
    "ASKED_TO_CLOSE",
    "CARD",
    "INVITE",
    "PREFIX",
    "REMIND",
    "RESULT",
    "SUSPENDED",
    "TEXTS",
    "UPDATE",
    "InvitationService",
    "OpenSurveys",
    "QuestionnaireService",
    "SecondModerator",
    "SurveyLookup",
    "SurveyResults",
    "SurveyService",
    "TextService",
    "document_of",
]
