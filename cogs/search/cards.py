"""Search results: what was found, with the words in bold; what else narrows it."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import Any

import discord
from discord import ui

from bot.screen.i18n import Speaker
from bot.screen.neutral import clip, neutral
from bot.screen.ui import ACCENT, QUIET, Field, Layout, button, choice, form, pager, rows
from cogs.search.models import LONGEST

_TITLE, _QUERY, _EXTRACT = 150, 200, 420
_MARKS = re.compile(r"[*_`>#]+(?=\S)|(?<=\S)[*_`]+")
MOST_VALUES = 20

# A facet, and its values with their counts.
Facets = Sequence[tuple[str, Sequence[tuple[str, int]]]]
# Ref, kind, title, and the extract in runs: a text, and whether it was looked for.
Hits = Sequence[tuple[str, str, str, Sequence[tuple[str, bool]]]]
CustomId = Callable[..., str]
Name = Callable[[str, str], str]


def results_card(  # noqa: PLR0913 - all that a page of results shows
    hits: Hits,
    t: Speaker,
    name: Name,
    custom_id: CustomId,
    *,
    text: str,
    total: int,
    whole: int,
    facets: Facets,
    suggestion: str | None,
    order: str,
    page: int,
    pages: int,
) -> Layout:
    """`custom_id(act, **changes)` of a button that goes on from here; `name(facet, value)` in the reader's language."""
    title = t("search-title", text=neutral(text, _QUERY)) if text else t("search-everything")
    counted = t("search-count", count=whole) if whole else t("search-near") if total else t("search-nothing")
    near = [f"-# {t('search-and-near', count=total - whole)}"] if 0 < whole < total else []
    corrected = [t("search-corrected", text=neutral(suggestion, _QUERY))] if suggestion else []
    return Layout(
        f"## {title}",
        "\n".join([counted, *corrected, *near]),
        *(_hit(hit, t, name) for hit in hits),
        *pager(t, page, pages, lambda number: custom_id("page", page=number)),
        *(_facet(facet, values, t, name, custom_id) for facet, values in facets),
        *rows(
            [
                button(t("search-again"), custom_id("form")),
                *(
                    [button(t(f"search-by-{_other(order)}"), custom_id("order", order=_other(order), page=0))]
                    if total > 1 and text
                    else []
                ),
            ]
        ),
        *([f"-# {t('search-hint')}"] if not total else []),
        accent=ACCENT if total else QUIET,
    )


def _hit(hit: tuple[str, str, str, Sequence[tuple[str, bool]]], t: Speaker, name: Name) -> ui.Section[Any]:
    ref, kind, title, runs = hit
    extract = "".join(f"**{_bare(text)}**" if is_found else _bare(text) for text, is_found in runs)
    lines = [
        f"**{neutral(title, _TITLE)}**",
        f"-# {name('kind', kind)}",
        *([clip(extract, _EXTRACT)] if extract else []),
    ]
    return ui.Section(
        ui.TextDisplay("\n".join(lines)),
        accessory=button(t("search-open"), f"search:open:{ref}"),
    )


def _bare(text: str) -> str:
    """A piece of somebody's Markdown on one line, without its marks."""
    return neutral(_MARKS.sub("", text.replace("\n", " ")), 250)


def _facet(
    facet: str, values: Sequence[tuple[str, int]], t: Speaker, name: Name, custom_id: CustomId
) -> ui.ActionRow[Any]:
    options = [
        discord.SelectOption(label=f"{name(facet, value)} ({count})"[:100], value=value)
        for value, count in values[:MOST_VALUES]
    ]
    return choice(custom_id(f"refine-{facet}"), options, placeholder=t(f"search-refine-{facet}"))


def _other(order: str) -> str:
    return "date" if order == "relevance" else "relevance"


def words_form(text: str, custom_id: str, t: Speaker) -> ui.Modal:
    field = Field("words", t("search-words"), t("search-words.hint"), value=text, required=False, most=LONGEST)
    return form(t("search-again"), custom_id, [field])
