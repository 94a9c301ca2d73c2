"""What members see of meetups. Pure: values and a speaker in, layouts out."""

from cogs.meetups.cards.dates import (
    best_card,
    close_dates_card,
    dates_card,
    dates_form,
    dates_preview_card,
    my_slots_card,
)
from cogs.meetups.cards.moderation import conflict_card, deleted_card, full_card, settings_card
from cogs.meetups.cards.planning import (
    cancel_question_card,
    change_preview_card,
    draft_form,
    preview_card,
    published_card,
    to_correct_card,
)
from cogs.meetups.cards.private import (
    answer_words,
    answered_card,
    calendar_card,
    choice_name,
    list_card,
    preferences_card,
    who_card,
)
from cogs.meetups.cards.public import (
    change_card,
    date_card,
    meetup_card,
    noted_card,
    notes_card,
    notes_form,
    private_reminder_card,
    promoted_card,
    reminder_card,
)

__all__ = [
    "answer_words",
    "answered_card",
    "best_card",
    "calendar_card",
    "cancel_question_card",
    "change_card",
    "change_preview_card",
    "choice_name",
    "close_dates_card",
    "conflict_card",
    "date_card",
    "dates_card",
    "dates_form",
    "dates_preview_card",
    "deleted_card",
    "draft_form",
    "full_card",
    "list_card",
    "meetup_card",
    "my_slots_card",
    "noted_card",
    "notes_card",
    "notes_form",
    "preferences_card",
    "preview_card",
    "private_reminder_card",
    "promoted_card",
    "published_card",
    "reminder_card",
    "settings_card",
    "to_correct_card",
    "who_card",
]
