"""The buttons, selects and forms of links: each finds its link or its draft by its number."""

from cogs.links.views import links, repair, settings, sharing
from cogs.links.views.links import LinkSource, ask_removal, open_edit_form, show_later, show_list
from cogs.links.views.parts import show_link
from cogs.links.views.settings import show_settings
from cogs.links.views.sharing import open_share_form, share, share_message

DYNAMICS = (*sharing.DYNAMICS, *links.DYNAMICS, *repair.DYNAMICS, *settings.DYNAMICS)
FORMS = (*sharing.FORMS, *links.FORMS, *repair.FORMS, *settings.FORMS)

__all__ = [
    "DYNAMICS",
    "FORMS",
    "LinkSource",
    "ask_removal",
    "open_edit_form",
    "open_share_form",
    "share",
    "share_message",
    "show_later",
    "show_link",
    "show_list",
    "show_settings",
]
