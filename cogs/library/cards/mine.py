"""Where each text that a person sent stands, what they were writing, and what they are asked."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from discord import ui

from bot.screen.i18n import Speaker
from bot.screen.neutral import neutral, plain
from bot.screen.ui import ACCENT, Layout, button, pager, row, stamp
from cogs.library.models import Draft, Entry, EntryStatus, Question, Version, VersionState

_A_PAGE = 5
_ON_A_BUTTON = 40
Block = str | ui.Item[Any]


def mine_card(
    drafts: Sequence[Draft],
    questions: Sequence[tuple[Question, str]],
    sent: Sequence[tuple[Entry, Version]],
    t: Speaker,
    *,
    page: int,
    by_dm: bool,
) -> Layout:
    """`questions` with the title of what they are about."""
    items = [
        *(_draft(draft, t) for draft in drafts),
        *(_question(question, title, t) for question, title in questions),
        *(_sent(entry, version, t) for entry, version in sent),
    ]
    pages = max(1, -(-len(items) // _A_PAGE))
    page = min(max(page, 0), pages - 1)
    shown = [block for item in items[page * _A_PAGE : (page + 1) * _A_PAGE] for block in item]
    return Layout(
        f"## {t('library-mine')}",
        *(shown or [t("library-mine-empty")]),
        *pager(t, page, pages, lambda number: f"library:mine:{number}"),
        f"-# {t('library-mine-foot')}",
        row(button(t(f"library-switch-dm-{'on' if by_dm else 'off'}"), "library:dm:")),
        accent=ACCENT,
    )


def _draft(draft: Draft, t: Speaker) -> list[Block]:
    title = draft.content.title or t("library-untitled")
    return [
        f"**{neutral(title, 120)}**\n-# {t('library-mine-draft', moment=stamp(draft.touched_at, 'R'))}",
        row(button(t("library-resume", title=plain(title, _ON_A_BUTTON)), f"library:resume:{draft.draft_id}")),
    ]


def _question(question: Question, title: str, t: Speaker) -> list[Block]:
    return [
        f"{t('library-told-asked', title=neutral(title, 120))}\n> {neutral(' '.join(question.text.split()), 300)}",
        row(button(t("library-answer"), f"library:answer:{question.question_id}")),
    ]


def _sent(entry: Entry, version: Version, t: Speaker) -> list[Block]:
    state = "archived" if entry.status is EntryStatus.ARCHIVED else version.state.value
    lines = [
        f"**{neutral(version.content.title, 120)}**",
        f"-# {t(f'library-mine-{state}', moment=stamp(version.submitted_at, 'D'))}",
    ]
    if version.reason and version.state in {VersionState.CHANGES, VersionState.DECLINED}:
        lines.append(f"> {neutral(' '.join(version.reason.split()), 300)}")
    return ["\n".join(lines), row(*_acts(entry, version, t))]


def _acts(entry: Entry, version: Version, t: Speaker) -> list[ui.Button[Any]]:
    revise = button(t("library-revise"), f"library:renew:{entry.entry_id}")
    if entry.status is EntryStatus.ARCHIVED:
        return [button(t("library-bring-back"), f"library:renew:{entry.entry_id}")]
    if version.state is VersionState.WAITING:
        return [
            button(t("library-whole"), f"library:whole:{version.version_id}:0"),
            button(t("library-take-back"), f"library:take-back:{version.version_id}"),
        ]
    if version.state is not VersionState.PUBLIC:
        return [revise]
    read = button(t("library-read"), f"library:show:{entry.entry_id}")
    if entry.asked_at is None:
        return [read]
    return [read, button(t("library-valid-yes"), f"library:valid:{entry.entry_id}")]
