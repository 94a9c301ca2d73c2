"""Surveys as values: questionnaires, one person's answers, the counters of a box, and the figures drawn from them."""

from cogs.surveys.models.problems import BadQuestionnaire, Problem
from cogs.surveys.models.questionnaire import (
    AGREEMENT_LEVELS,
    NO_OPINION,
    PREFER_NOT_TO_SAY,
    TOP_SCORE,
    Condition,
    Kind,
    Option,
    Question,
    Questionnaire,
    Wording,
)
from cogs.surveys.models.reading import read_questionnaire

__all__ = [
    "AGREEMENT_LEVELS",
    "NO_OPINION",
    "PREFER_NOT_TO_SAY",
    "TOP_SCORE",
    "BadQuestionnaire",
    "Condition",
    "Kind",
    "Option",
    "Problem",
    "Question",
    "Questionnaire",
    "Wording",
    "read_questionnaire",
]
