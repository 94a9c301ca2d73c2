"""How the bot is, in words; and what it holds back until a moderator says so."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import discord

from bot import __version__
from bot.screen.i18n import Speaker
from bot.screen.neutral import neutral
from bot.screen.ui import ACCENT, QUIET, WARM, Layout, button, row, stamp
from cogs.operation.models import Coming, Failure, Held, Missing, Status

_MEBIBYTE = 2**20
_MOST_KINDS, _MOST_CHANNELS, _MOST_TITLE = 15, 10, 80


def status_card(status: Status, missing: Sequence[Missing], t: Speaker) -> Layout:
    worried = status.held or status.failures or missing or status.backup_problem
    return Layout(
        f"## {t('operation-title')}",
        t("operation-worries" if worried else "operation-well"),
        "\n".join([
            t("operation-version", version=__version__, since=stamp(status.started_at, "R")),
            t("operation-beat", beat=stamp(status.last_beat, "R")) if status.last_beat else t("operation-no-beat"),
            t("operation-database", size=t.number(status.database_bytes / _MEBIBYTE, 1)),
            _backup(status, t),
        ]),
        _waiting(status.waiting, t),
        _coming(status.coming, t),
        *([_failures(status.failures, t)] if status.failures else ()),
        *([_missing(missing, t)] if missing else [t("operation-permissions-fine")]),
        *(_held_blocks(status.held, t) if status.held else ()),
        accent=WARM if worried else ACCENT,
    )  # fmt: skip


def held_card(held: Held, waiting: Sequence[tuple[str, int]], t: Speaker) -> Layout:
    """In the moderators' channel."""
    return Layout(f"## {t('operation-held-title')}", *_held_blocks(held, t, _waiting(waiting, t)), accent=WARM)


def resumed_card(who: str, t: Speaker) -> Layout:
    return Layout(t("operation-resumed", who=who), accent=QUIET)


def _held_blocks(held: Held, t: Speaker, *about: str) -> tuple[str | discord.ui.ActionRow[Any], ...]:
    resume = button(t("operation-resume"), "operation:resume:", style=discord.ButtonStyle.success)
    return (t(f"operation-held-{held.why}", since=stamp(held.since)), *about, t("operation-held-hint"), row(resume))


def _backup(status: Status, t: Speaker) -> str:
    if status.backup_problem:
        return t("operation-backup-problem", problem=status.backup_problem)
    return (
        t("operation-backup", when=stamp(status.last_backup, "R")) if status.last_backup else t("operation-no-backup")
    )


def _waiting(waiting: Sequence[tuple[str, int]], t: Speaker) -> str:
    if not waiting:
        return t("operation-nothing-waits")
    lines = [t("operation-waiting-line", what=_kind(kind, t), count=count) for kind, count in waiting[:_MOST_KINDS]]
    return "\n".join([t("operation-waiting"), *lines])


def _coming(coming: Sequence[Coming], t: Speaker) -> str:
    if not coming:
        return t("operation-nothing-comes")
    lines = [
        t(
            "operation-coming-line",
            when=stamp(one.at, "R"),
            what=t(f"due-{one.what}", title=neutral(one.title, _MOST_TITLE)),
        )
        for one in coming
    ]
    return "\n".join([t("operation-comes"), *lines])


def _failures(failures: Sequence[Failure], t: Speaker) -> str:
    lines = [
        "- "
        + t(
            f"problem-{failure.problem}",
            what=_kind(failure.kind, t),
            channel=f"<#{failure.channel_id}>",
        )
        for failure in failures
    ]
    return "\n".join([t("operation-failures"), *lines])


def _missing(missing: Sequence[Missing], t: Speaker) -> str:
    gone = [t("operation-channel-gone", channel=f"<#{one.channel_id}>") for one in missing if one.permissions is None]
    lacking = [
        t(
            "operation-channel-lacks",
            channel=f"<#{one.channel_id}>",
            missing=", ".join(t(f"permission-{name.replace('_', '-')}") for name in one.permissions),
        )
        for one in missing[:_MOST_CHANNELS]
        if one.permissions is not None
    ]
    return "\n".join([*gone, *([t("operation-permissions"), *lacking] if lacking else [])])


def _kind(kind: str, t: Speaker) -> str:
    return t.or_else(f"post-{kind.replace(':', '-')}", kind)
