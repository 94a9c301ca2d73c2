"""Where each text that a person sent stands, and what they were writing."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from discord import ui

from bot.screen.i18n import Speaker
from bot.screen.neutral import neutral, plain
from bot.screen.ui import ACCENT, Layout, button, row, stamp
from cogs.library.models import Draft, Entry, EntryStatus, Version, VersionState

_MOST = 6
_ON_A_BUTTON = 40


def mine_card(drafts: Sequence[Draft], sent: Sequence[tuple[Entry, Version]], t: Speaker) -> Layout:
    blocks: list[str | ui.ActionRow[Any]] = [f"## {t('library-mine')}"]
    for draft in drafts[:_MOST]:
        title = draft.content.title or t("library-untitled")
        blocks += [
            f"**{neutral(title, 120)}**\n-# {t('library-mine-draft', moment=stamp(draft.touched_at, 'R'))}",
            row(button(t("library-resume", title=plain(title, _ON_A_BUTTON)), f"library:resume:{draft.draft_id}")),
        ]
    for entry, version in sent[:_MOST]:
        blocks += _sent(entry, version, t)
    if len(blocks) == 1:
        blocks.append(t("library-mine-empty"))
    hidden = max(0, len(drafts) - _MOST) + max(0, len(sent) - _MOST)
    if hidden:
        blocks.append(f"-# {t('library-mine-more', count=hidden)}")
    return Layout(*blocks, f"-# {t('library-mine-foot')}", accent=ACCENT)


def _sent(entry: Entry, version: Version, t: Speaker) -> list[str | ui.ActionRow[Any]]:
    state = "archived" if entry.status is EntryStatus.ARCHIVED else version.state.value
    lines = [
        f"**{neutral(version.content.title, 120)}**",
        f"-# {t(f'library-mine-{state}', moment=stamp(version.submitted_at, 'D'))}",
    ]
    if version.reason:
        lines.append(f"> {neutral(' '.join(version.reason.split()), 300)}")
    act = {
        VersionState.WAITING: button(t("library-take-back"), f"library:take-back:{version.version_id}"),
        VersionState.CHANGES: button(t("library-revise"), f"library:renew:{entry.entry_id}"),
        VersionState.PUBLIC: button(t("library-read"), f"library:show:{entry.entry_id}"),
    }.get(version.state)
    return ["\n".join(lines), *([row(act)] if act and state != "archived" else [])]
