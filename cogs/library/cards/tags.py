"""The thesaurus, and what people look for in vain, for the moderators."""

from __future__ import annotations

from collections.abc import Sequence

from discord import ui

from bot.screen.i18n import Speaker
from bot.screen.neutral import neutral
from bot.screen.ui import ACCENT, Field, Layout, button, form, row

_MOST = 25


def tag_card(
    key: str, names: tuple[str, str], synonyms: Sequence[str], count: int, t: Speaker, *, done: str = ""
) -> Layout:
    """`names`: in French and in English."""
    french, english = names
    listed = ", ".join(neutral(name, 60) for name in synonyms) or t("library-tag-no-synonym")
    return Layout(
        *([f"**{done}**"] if done else []),
        f"## {neutral(french, 60)}",
        f"{t('library-tag-english', name=neutral(english, 60))}\n{t('library-tag-synonyms', names=listed[:1500])}",
        t("library-tag-count", count=count),
        row(
            button(t("library-tag-rename"), f"library:tag:{key}:rename"),
            button(t("library-tag-synonym"), f"library:tag:{key}:synonym"),
            button(t("library-tag-merge"), f"library:tag:{key}:merge"),
        ),
        accent=ACCENT,
    )


def name_form(key: str, act: str, current: tuple[str, str], t: Speaker) -> ui.Modal:
    """`act`: rename, synonym or merge."""
    french, english = current
    if act == "rename":
        fields = [
            Field("fr", t("library-tag-french"), value=french, most=40),
            Field("en", t("library-tag-in-english"), value=english, most=40),
        ]
    else:
        fields = [Field("name", t(f"library-tag-{act}-field"), t(f"library-tag-{act}-field.hint"), most=40)]
    return form(t(f"library-tag-{act}"), f"library:tag-form:{key}:{act}", fields)


def misses_card(misses: Sequence[tuple[str, int]], t: Speaker) -> Layout:
    """What people looked for in vain, and how often."""
    lines = "\n".join(t("library-miss-line", words=neutral(words, 80), count=count) for words, count in misses[:_MOST])
    return Layout(
        f"## {t('library-misses')}",
        lines or t("library-misses-empty"),
        f"-# {t('library-misses-foot')}",
        accent=ACCENT,
    )
