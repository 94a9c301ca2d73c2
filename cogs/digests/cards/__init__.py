"""What digests show."""

from cogs.digests.cards.desk import draft_card, introduction_form, item_card, items_card, postpone_form, reminder_card
from cogs.digests.cards.letter import letter_parts, part_card
from cogs.digests.cards.lists import (
    archive_card,
    digest_card,
    list_card,
    past_card,
    sure_card,
)
from cogs.digests.cards.mail import Mail, mail_card, mail_of
from cogs.digests.cards.news import news_card, welcome_card, welcome_form

__all__ = [
    "Mail",
    "archive_card",
    "digest_card",
    "draft_card",
    "introduction_form",
    "item_card",
    "items_card",
    "letter_parts",
    "list_card",
    "mail_card",
    "mail_of",
    "news_card",
    "part_card",
    "past_card",
    "postpone_form",
    "reminder_card",
    "sure_card",
    "welcome_card",
    "welcome_form",
]
