"""What the library shows."""

from bot.screen.ui import Layout
from cogs.library.cards.drafts import attach_form, describe_form, draft_card, kinds_card, new_form, sent_card, text_form
from cogs.library.cards.entries import (
    announcement_card,
    down_card,
    entry_card,
    files_card,
    list_choice,
    question_form,
    sure_card,
    whole_card,
)
from cogs.library.cards.history import difference_card, history_card
from cogs.library.cards.mine import mine_card
from cogs.library.cards.notices import (
    answer_form,
    answered_card,
    asked_card,
    outcome_card,
    still_valid_card,
)
from cogs.library.cards.review import question_blocks, submission_blocks, tags_form, validity_blocks
from cogs.library.cards.tags import misses_card, name_form, tag_card

__all__ = [
    "Layout",
    "announcement_card",
    "answer_form",
    "answered_card",
    "asked_card",
    "attach_form",
    "describe_form",
    "difference_card",
    "down_card",
    "draft_card",
    "entry_card",
    "files_card",
    "history_card",
    "kinds_card",
    "list_choice",
    "mine_card",
    "misses_card",
    "name_form",
    "new_form",
    "outcome_card",
    "question_blocks",
    "question_form",
    "sent_card",
    "still_valid_card",
    "submission_blocks",
    "sure_card",
    "tag_card",
    "tags_form",
    "text_form",
    "validity_blocks",
    "whole_card",
]
