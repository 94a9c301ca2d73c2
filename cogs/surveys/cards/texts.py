"""Open texts: what moderators read and strike out, and what is published."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import discord
from discord import ui

from bot.screen.i18n import Speaker
from bot.screen.neutral import neutral
from bot.screen.ui import ACCENT, QUIET, Field, Layout, button, form, pager, row
from cogs.surveys.models import OpenText, Survey

_A_PAGE, _TEXT = 4, 700


def texts_blocks(count: int, struck: int, t: Speaker) -> tuple[str, ...]:
    return (t("surveys-texts-waiting", count=count, struck=struck),)


def texts_card(survey: Survey, texts: Sequence[OpenText], t: Speaker, *, page: int) -> Layout:
    """For moderators, in private; sorted, so that no order tells anything."""
    pages = max(1, -(-len(texts) // _A_PAGE))
    page = min(max(page, 0), pages - 1)
    blocks: list[str | ui.Item[Any]] = []
    for text in texts[page * _A_PAGE : (page + 1) * _A_PAGE]:
        shown = neutral(text.text, _TEXT)
        blocks += [
            f"~~{shown}~~" if text.struck else f">>> {shown}",
            row(
                button(
                    t("surveys-unstrike" if text.struck else "surveys-strike"),
                    f"surveys:strike:{text.text_id}:{page}",
                    style=discord.ButtonStyle.secondary if text.struck else discord.ButtonStyle.danger,
                ),
                button(t("surveys-paraphrase"), f"surveys:paraphrase:{text.text_id}:{page}"),
            ),
        ]
    return Layout(
        f"### {t('surveys-texts-title', title=neutral(survey.questionnaire.title.in_language(t.language), 150))}",
        *(blocks or [t("surveys-texts-none")]),
        *pager(t, page, pages, lambda number: f"surveys:review-texts:{survey.survey_id}:{number}"),
        accent=ACCENT,
    )


def paraphrase_form(text: OpenText, page: int, t: Speaker) -> ui.Modal:
    field = Field(
        "words", t("surveys-paraphrase"), t("surveys-paraphrase-hint"), text.text, long=True, required=False, most=1000
    )
    return form(t("surveys-paraphrase"), f"surveys:paraphrased:{text.text_id}:{page}", [field])


def published_texts_card(survey: Survey, texts: Sequence[OpenText], t: Speaker, *, page: int) -> Layout:
    pages = max(1, -(-len(texts) // _A_PAGE))
    page = min(max(page, 0), pages - 1)
    blocks: list[str] = []
    current = ""
    for text in texts[page * _A_PAGE : (page + 1) * _A_PAGE]:
        if text.question != current:
            current = text.question
            question = survey.questionnaire.question(current).text.in_language(t.language)
            blocks.append(f"**{neutral(question, 200)}**")
        blocks.append(f">>> {neutral(text.text, _TEXT)}")
    return Layout(
        f"### {t('surveys-texts-title', title=neutral(survey.questionnaire.title.in_language(t.language), 150))}",
        *(blocks or [t("surveys-texts-none")]),
        *pager(t, page, pages, lambda number: f"surveys:texts:{survey.survey_id}:{number}"),
        accent=ACCENT if texts else QUIET,
    )
