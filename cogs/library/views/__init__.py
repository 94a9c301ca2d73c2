"""The buttons, selects and forms of the library: each finds its text by its number."""

from cogs.library.views import desk, drafts, entries
from cogs.library.views.desk import show_tag
from cogs.library.views.drafts import open_new_form
from cogs.library.views.entries import LibrarySource, show_entry, show_history, show_mine

DYNAMICS = (*drafts.DYNAMICS, *entries.DYNAMICS, *desk.DYNAMICS)
FORMS = (*drafts.FORMS, *entries.FORMS, *desk.FORMS)

__all__ = [
    "DYNAMICS",
    "FORMS",
    "LibrarySource",
    "open_new_form",
    "show_entry",
    "show_history",
    "show_mine",
    "show_tag",
]
