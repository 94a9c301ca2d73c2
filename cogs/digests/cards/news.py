"""What is new, for one member."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime

import discord
from discord import ui

from bot.screen.i18n import Speaker
from bot.screen.neutral import neutral
from bot.screen.ui import ACCENT, QUIET, Field, Layout, button, form, row, rows, stamp
from cogs.digests.cards.letter import item_text
from cogs.digests.models import MOST_WORDS, Section

_ROOM, _MOST_SECTIONS = 3000, 10


def news_card(
    sections: Sequence[Section],
    t: Speaker,
    *,
    since: datetime,
    themes: Sequence[str],
    remembered: bool,
    may_be_welcomed: bool = False,
) -> Layout:
    """As much as one message holds, and how much more there is. `themes`: their names."""
    blocks, told = list[str](), 0
    left = _ROOM
    for section in sections[:_MOST_SECTIONS]:
        lines = list(_fitting(section, left, t))
        if not lines:
            break
        block = "\n".join([f"### {t(f'digest-section-{section.key}')}", *lines])
        blocks.append(block)
        left, told = left - len(block), told + len(lines)
    more = sum(len(section.items) for section in sections) - told
    return Layout(
        f"## {t('news-title')}\n-# {t('news-since', since=stamp(since))}",
        *([f"-# {t('news-themes', themes=', '.join(themes))}"] if themes else []),
        *(blocks or [t("news-nothing")]),
        *([t("news-more", count=more)] if more else []),
        *rows(
            [
                button(t("news-forget"), "digests:forget:")
                if remembered
                else button(t("news-remember"), "digests:remember:", style=discord.ButtonStyle.primary),
                *([button(t("news-welcome"), "digests:welcome:")] if may_be_welcomed else []),
            ]
        ),
        accent=ACCENT if blocks else QUIET,
    )


def welcome_form(words: str, t: Speaker) -> ui.Modal:
    field = Field("words", t("news-welcome-label"), t("news-welcome-hint"), words, required=False, most=MOST_WORDS)
    return form(t("news-welcome-form"), "digests:welcomed:", [field])


def welcome_card(name: str, t: Speaker) -> Layout:
    return Layout(
        t("news-welcomed", name=neutral(name, 60)),
        row(button(t("news-unwelcome"), "digests:unwelcome:")),
        accent=ACCENT,
    )


def _fitting(section: Section, room: int, t: Speaker) -> Iterator[str]:
    room -= 60
    for item in section.items:
        text = item_text(item, t)
        room -= len(text) + 1
        if room < 0:
            return
        yield text
