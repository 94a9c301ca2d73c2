"""An entry: its announcement, its pages, its files."""

from __future__ import annotations

from typing import Any

import discord
from discord import ui

from bot.screen.i18n import Speaker
from bot.screen.neutral import neutral, pages_of, plain
from bot.screen.ui import ACCENT, QUIET, WARM, Field, Layout, button, form, pager, row, rows, stamp
from cogs.library.cards.parts import SUMMARY, TagName, about, file_lines, heading, labels
from cogs.library.models import RESERVED, Content, Shown, Version

# A page of text, and all that fits a message beside its buttons.
_PAGE, _WHOLE = 2200, 3600


def announcement_card(version: Version, t: Speaker, tag_name: TagName) -> Layout:
    """The public message about a new entry."""
    content = version.content
    return Layout(
        f"-# {t('library-new')}",
        heading(content),
        about(content, version.author_name, t),
        *([neutral(content.summary, SUMMARY)] if content.summary else []),
        labels(content, t, tag_name),
        row(
            button(t("library-read"), f"library:show:{version.entry_id}", style=discord.ButtonStyle.primary),
            button(t("review-report"), f"review:report:library:{version.entry_id}"),
        ),
        accent=ACCENT,
    )


def down_card(title: str, t: Speaker) -> Layout:
    return Layout(f"### {neutral(title, 200)}", t("library-down"), accent=QUIET)


def entry_card(shown: Shown, t: Speaker, tag_name: TagName, *, page: int, may_edit: bool) -> Layout:
    """In pages: the first says what it is, each a part of the text."""
    content, number = shown.version.content, shown.entry.entry_id
    front = _front(shown, t, tag_name)
    files = [file_lines(content.files, t)] if content.files else []
    taken = sum(map(len, [*front, *files, heading(content)]))
    parts = pages_of(content.text, _PAGE, first=_WHOLE - taken)
    page = min(max(page, 0), len(parts) - 1)
    return Layout(
        heading(content),
        *(front if page == 0 else []),
        *([parts[page]] if parts[page] else []),
        *(files if page == 0 else []),
        *pager(t, page, len(parts), lambda wanted: f"library:page:{number}:{wanted}"),
        *rows(_acts(content, number, t, may_edit=may_edit)),
        accent=WARM if shown.doubtful else ACCENT,
    )


def _front(shown: Shown, t: Speaker, tag_name: TagName) -> list[str]:
    """What stands above the text."""
    version, content = shown.version, shown.version.content
    dates = [t("library-edited", moment=stamp(version.published_at or version.submitted_at, "D"))]
    if shown.entry.verified_at:
        dates.append(t("library-verified", moment=stamp(shown.entry.verified_at, "D")))
    lines = [about(content, version.author_name, t), f"-# {' · '.join(dates)}"]
    if shown.adapted:
        whose = f" · {t('library-by', name=neutral(shown.adapted_author, 100))}" if shown.adapted_author else ""
        lines.append(f"-# {t('library-adapted-from', title=neutral(shown.adapted, 150))}{whose}")
    if shown.doubtful:
        lines.append(f"**{t('library-doubtful')}**")
    summary = [f"*{neutral(content.summary, SUMMARY)}*"] if content.summary else []
    return ["\n".join(lines), *summary, labels(content, t, tag_name)]


def _acts(content: Content, number: int, t: Speaker, *, may_edit: bool) -> list[ui.Button[Any]]:
    return [
        *([button(t("library-files"), f"library:files:{number}")] if content.files else []),
        button(t("library-history"), f"library:history:{number}"),
        *([button(t("library-adapt"), f"library:adapt:{number}")] if content.licence != RESERVED else []),
        button(t("library-ask"), f"library:ask:{number}"),
        button(t("review-report"), f"review:report:library:{number}"),
        *(
            [
                button(t("library-new-version"), f"library:renew:{number}"),
                button(t("library-archive"), f"library:archive:{number}", style=discord.ButtonStyle.danger),
            ]
            if may_edit
            else []
        ),
    ]


def files_card(title: str, names: list[str], t: Speaker) -> Layout:
    """The files themselves are sent with it."""
    files: list[ui.Item[Any]] = [ui.File(f"attachment://{name}") for name in names]
    return Layout(t("library-files-of", title=neutral(title, 200)), *files)


def question_form(number: int, t: Speaker) -> ui.Modal:
    field = Field("question", t("library-field-question"), t("library-field-question.hint"), long=True, most=1000)
    return form(t("library-ask"), f"library:question:{number}", [field])


def sure_card(question: str, yes: str, no: str, t: Speaker) -> Layout:
    """A step that cannot be undone asks first. `yes` and `no` are custom_ids."""
    return Layout(
        question,
        row(button(t("library-sure-yes"), yes, style=discord.ButtonStyle.danger), button(t("library-sure-no"), no)),
        accent=WARM,
    )


def whole_card(version: Version, t: Speaker, tag_name: TagName, *, page: int) -> Layout:
    """A text that waits, from beginning to end, for whoever decides."""
    parts = pages_of(version.content.text, _PAGE)
    page = min(max(page, 0), len(parts) - 1)
    return Layout(
        heading(version.content),
        about(version.content, version.author_name, t),
        parts[page] or t("library-text-in-files"),
        *([labels(version.content, t, tag_name)] if page == 0 else []),
        *pager(t, page, len(parts), lambda wanted: f"library:whole:{version.version_id}:{wanted}"),
        accent=ACCENT,
    )


def list_choice(title: str) -> str:
    """How an entry is named in an autocompletion."""
    return plain(title, 100)
