"""The controls of meetups: buttons, selects, forms."""

from bot.screen.ui import Dynamic, Form
from cogs.meetups.views import answers, dates, moderation, notes, planning
from cogs.meetups.views.answers import show_list, show_preferences
from cogs.meetups.views.moderation import show_settings
from cogs.meetups.views.parts import in_words, list_organised, require_may_plan, require_organiser
from cogs.meetups.views.planning import DraftForm, ask_to_cancel

DYNAMICS: tuple[type[Dynamic], ...] = (
    *planning.DYNAMICS,
    *answers.DYNAMICS,
    *moderation.DYNAMICS,
    *notes.DYNAMICS,
    *dates.DYNAMICS,
)
FORMS: tuple[Form, ...] = (DraftForm(), *notes.FORMS, *dates.FORMS)

__all__ = [
    "DYNAMICS",
    "FORMS",
    "ask_to_cancel",
    "in_words",
    "list_organised",
    "require_may_plan",
    "require_organiser",
    "show_list",
    "show_preferences",
    "show_settings",
]
