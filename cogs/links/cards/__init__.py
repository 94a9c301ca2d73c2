"""What is shown of links."""

from bot.screen.ui import Layout
from cogs.links.cards.drafts import draft_card, draft_form, edit_form, known_card, pick_card, share_form
from cogs.links.cards.links import (
    again_card,
    down_card,
    file_card,
    later_card,
    link_card,
    list_card,
    list_choice,
    public_card,
    published_card,
    removal_card,
    reported_blocks,
)
from cogs.links.cards.parts import TagName
from cogs.links.cards.repair import address_form, dead_card, repair_card, weekly_card
from cogs.links.cards.settings import MOST_WATCHED, contact_form, settings_card

__all__ = [
    "MOST_WATCHED",
    "Layout",
    "TagName",
    "address_form",
    "again_card",
    "contact_form",
    "dead_card",
    "down_card",
    "draft_card",
    "draft_form",
    "edit_form",
    "file_card",
    "known_card",
    "later_card",
    "link_card",
    "list_card",
    "list_choice",
    "pick_card",
    "public_card",
    "published_card",
    "removal_card",
    "repair_card",
    "reported_blocks",
    "settings_card",
    "share_form",
    "weekly_card",
]
