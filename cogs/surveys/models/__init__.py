"""Surveys as values: questionnaires, one person's answers, the counters of a box, and the figures drawn from them."""

from cogs.surveys.models.answers import (
    UNRANKED,
    Answer,
    Answers,
    BadAnswer,
    check_answer,
    check_page,
    is_visible,
    missing,
    visible_questions,
)
from cogs.surveys.models.change import Change, Share, change, share_of, wilson
from cogs.surveys.models.figures import Scale, ThreeSteps, scale, shares, three_steps
from cogs.surveys.models.identity import fingerprint, series_key, short_fingerprint
from cogs.surveys.models.layout import Block, Layout
from cogs.surveys.models.pages import Control, Page, control, pages, visible_pages
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
from cogs.surveys.models.shipped import EXAMPLE, SHIPPED, shipped_text
from cogs.surveys.models.sums import Sum, sums
from cogs.surveys.models.tables import Results, Table, tables

__all__ = [
    "AGREEMENT_LEVELS",
    "EXAMPLE",
    "NO_OPINION",
    "PREFER_NOT_TO_SAY",
    "SHIPPED",
    "TOP_SCORE",
    "UNRANKED",
    "Answer",
    "Answers",
    "BadAnswer",
    "BadQuestionnaire",
    "Block",
    "Change",
    "Condition",
    "Control",
    "Kind",
    "Layout",
    "Option",
    "Page",
    "Problem",
    "Question",
    "Questionnaire",
    "Results",
    "Scale",
    "Share",
    "Sum",
    "Table",
    "ThreeSteps",
    "Wording",
    "change",
    "check_answer",
    "check_page",
    "control",
    "fingerprint",
    "is_visible",
    "missing",
    "pages",
    "read_questionnaire",
    "scale",
    "series_key",
    "share_of",
    "shares",
    "shipped_text",
    "short_fingerprint",
    "sums",
    "tables",
    "three_steps",
    "visible_pages",
    "visible_questions",
    "wilson",
]
