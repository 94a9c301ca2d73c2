"""What members see of polls. Pure: a poll and a speaker in, layouts, chart specifications and words out."""

from cogs.polls.cards.ballot import ballot_card, levels_card, recorded_card, start_again_card, summary_card
from cogs.polls.cards.drafts import (
    alike_card,
    alike_words,
    asked_card,
    draft_form,
    preview_card,
    published_card,
    to_correct_card,
)
from cogs.polls.cards.lists import (
    cancel_question_card,
    choice_name,
    close_question_card,
    list_card,
    openers_card,
    suspended_card,
)
from cogs.polls.cards.public import Terms, poll_card, reminded_card, reminder_card
from cogs.polls.cards.results import draw_result

__all__ = [
    "Terms",
    "alike_card",
    "alike_words",
    "asked_card",
    "ballot_card",
    "cancel_question_card",
    "choice_name",
    "close_question_card",
    "draft_form",
    "draw_result",
    "levels_card",
    "list_card",
    "openers_card",
    "poll_card",
    "preview_card",
    "published_card",
    "recorded_card",
    "reminded_card",
    "reminder_card",
    "start_again_card",
    "summary_card",
    "suspended_card",
    "to_correct_card",
]
