"""The buttons, selects and forms of surveys."""

from cogs.surveys.views import answering, moderating, results
from cogs.surveys.views.moderating import show_questionnaires, toggle_subscription
from cogs.surveys.views.parts import visible_surveys
from cogs.surveys.views.results import SurveySource, show_list, show_results, show_trend

DYNAMICS = (*answering.DYNAMICS, *moderating.DYNAMICS, *results.DYNAMICS)
FORMS = (*answering.FORMS, *moderating.FORMS)

__all__ = [
    "DYNAMICS",
    "FORMS",
    "SurveySource",
    "show_list",
    "show_questionnaires",
    "show_results",
    "show_trend",
    "toggle_subscription",
    "visible_surveys",
]
