"""What surveys show."""

from cogs.surveys.cards.answering import (
    begin_again_card,
    done_card,
    pages_card,
    read_page,
    sheet_card,
    start_card,
    survey_form,
)
from cogs.surveys.cards.asking import (
    asked_card,
    asked_to_close_card,
    preview_card,
    problems_text,
    questionnaires_card,
    reminder_card,
    sure_card,
    survey_card,
    suspended_card,
    told_file_card,
)
from cogs.surveys.cards.files import file_names, result_files
from cogs.surveys.cards.results import draw_question, draw_result, list_card, trend_card
from cogs.surveys.cards.texts import paraphrase_form, published_texts_card, texts_blocks, texts_card

__all__ = [
    "asked_card",
    "asked_to_close_card",
    "begin_again_card",
    "done_card",
    "draw_question",
    "draw_result",
    "file_names",
    "list_card",
    "pages_card",
    "paraphrase_form",
    "preview_card",
    "problems_text",
    "published_texts_card",
    "questionnaires_card",
    "read_page",
    "reminder_card",
    "result_files",
    "sheet_card",
    "start_card",
    "sure_card",
    "survey_card",
    "survey_form",
    "suspended_card",
    "texts_blocks",
    "texts_card",
    "told_file_card",
    "trend_card",
]
