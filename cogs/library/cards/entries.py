"""An entry: its announcement, its pages, its files."""

from __future__ import annotations

from datetime import datetime
from typing import Any

import discord
from discord import ui

from bot.screen.i18n import Speaker
from bot.screen.neutral import neutral, pages_of, plain
from bot.screen.ui import ACCENT, QUIET, WARM, Field, Layout, button, form, pager, row, rows, stamp
from cogs.library.cards.parts import SUMMARY, TagName, about, file_lines, heading, labels
from cogs.library.models import Content, Version

_PAGE = 2200


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


def entry_card(  # noqa: PLR0913 - what decides of its buttons
    version: Version,
    t: Speaker,
    tag_name: TagName,
    *,
    page: int,
    verified_at: datetime | None,
    doubtful: bool,
    adapted: str,
    may_edit: bool,
) -> Layout:
    """In pages: the first says what it is, each a part of the text."""
    content, number = version.content, version.entry_id
    parts = pages_of(content.text, _PAGE)
    page = min(max(page, 0), len(parts) - 1)
    head: list[str | ui.Item[Any]] = [heading(content)]
    if page == 0:
        head += _front(version, t, tag_name, verified_at=verified_at, doubtful=doubtful, adapted=adapted)
    return Layout(
        *head,
        *([parts[page]] if parts[page] else []),
        *([file_lines(content.files, t)] if content.files and page == 0 else []),
        *pager(t, page, len(parts), lambda wanted: f"library:page:{number}:{wanted}"),
        *rows(_acts(content, number, t, may_edit=may_edit)),
        accent=WARM if doubtful else ACCENT,
    )


def _front(
    version: Version,
    t: Speaker,
    tag_name: TagName,
    *,
    verified_at: datetime | None,
    doubtful: bool,
    adapted: str,
) -> list[str]:
    content = version.content
    dates = [t("library-edited", moment=stamp(version.published_at or version.submitted_at, "D"))]
    if verified_at:
        dates.append(t("library-verified", moment=stamp(verified_at, "D")))
    lines = [about(content, version.author_name, t), f"-# {' · '.join(dates)}"]
    if adapted:
        lines.append(f"-# {t('library-adapted-from', title=neutral(adapted, 150))}")
    if doubtful:
        lines.append(f"**{t('library-doubtful')}**")
    summary = [f"*{neutral(content.summary, SUMMARY)}*"] if content.summary else []
    return ["\n".join(lines), *summary, labels(content, t, tag_name)]


def _acts(content: Content, number: int, t: Speaker, *, may_edit: bool) -> list[ui.Button[Any]]:
    return [
        *([button(t("library-files"), f"library:files:{number}")] if content.files else []),
        button(t("library-history"), f"library:history:{number}"),
        button(t("library-adapt"), f"library:adapt:{number}"),
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


def told_card(text: str, *buttons: ui.Button[Any], warm: bool = False) -> Layout:
    return Layout(text, *rows(buttons), accent=WARM if warm else ACCENT)


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
