"""The digests there are, how each is composed, and the issues that went out."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

import discord
from discord import ui

from bot.screen.i18n import Speaker
from bot.screen.neutral import neutral, plain
from bot.screen.ui import ACCENT, QUIET, WARM, Layout, button, choice, pager, row, rows, stamp
from cogs.digests.cards.letter import letter_parts
from cogs.digests.models import Digest, Issue, Letter

_MOST_LISTED = 12
_ON_A_PAGE = 10


def list_card(digests: Sequence[tuple[Digest, datetime]], t: Speaker) -> Layout:
    """(digest, when its next issue is due)."""
    if not digests:
        return Layout(t("digests-none"), accent=QUIET)
    options = [
        discord.SelectOption(label=plain(digest.name, 100), value=f"{digest.digest_id}") for digest, _ in digests
    ]
    return Layout(
        f"## {t('digests-title')}",
        *(f"**{neutral(digest.name, 90)}**\n{_described(digest, due, t)}" for digest, due in digests[:_MOST_LISTED]),
        choice("digests:digest:", options, placeholder=t("digests-choose")),
        accent=ACCENT,
    )


def _described(digest: Digest, due: datetime, t: Speaker) -> str:
    if digest.paused:
        return t(
            "digests-line-paused", cadence=t(f"choice-{digest.schedule.cadence}"), channel=f"<#{digest.channel_id}>"
        )
    return t(
        "digests-line",
        cadence=t(f"choice-{digest.schedule.cadence}"),
        due=stamp(due),
        channel=f"<#{digest.channel_id}>",
        lead=digest.lead_days,
    )


def digest_card(digest: Digest, due: datetime, sections: Sequence[str], t: Speaker, *, waiting: Issue | None) -> Layout:
    """What one digest tells, in its order, and where its next issue stands."""
    order = "\n".join(f"{place}. {t(f'digest-section-{key}')}" for place, key in enumerate(digest.sections, start=1))
    included = [
        discord.SelectOption(label=t(f"digest-section-{key}")[:100], value=key, default=key in digest.sections)
        for key in sections
    ]
    number, what = digest.digest_id, "resume" if digest.paused else "pause"
    raised = [option for option in included if option.default][1:]
    look = [button(t("digests-show"), f"digests:show:{waiting.issue_id}")] if waiting else []
    return Layout(
        f"## {neutral(digest.name, 90)}",
        _described(digest, due, t),
        f"**{t('digests-sections')}**\n{order}",
        choice(f"digests:sections:{number}", included, placeholder=t("digests-sections"), most=len(included)),
        *([_raise(number, raised, t)] if raised else []),
        *rows([*look, button(t(f"digests-{what}"), f"digests:{what}:{number}")]),
        accent=ACCENT,
    )


def _raise(number: int, options: Sequence[discord.SelectOption], t: Speaker) -> ui.ActionRow[Any]:
    plain_ones = [discord.SelectOption(label=option.label, value=option.value) for option in options]
    return choice(f"digests:raise:{number}", plain_ones, placeholder=t("digests-raise"))


def archive_card(issues: Sequence[Issue], t: Speaker, *, page: int, typed: str = "") -> Layout:
    """`typed` is not carried along: more than one page of a search is too much to look through."""
    pages = 1 if typed else max(1, -(-len(issues) // _ON_A_PAGE))
    page = min(max(page, 0), pages - 1)
    shown = issues[page * _ON_A_PAGE : (page + 1) * _ON_A_PAGE]
    if not shown:
        return Layout(t("digests-archive-empty"), accent=QUIET)
    options = [
        discord.SelectOption(label=plain(f"{issue.name} · {t.day(issue.due_at)}", 100), value=f"{issue.issue_id}")
        for issue in shown
    ]
    return Layout(
        f"## {t('digests-archive')}",
        "\n".join(_past_line(issue, t) for issue in shown),
        choice("digests:past:", options, placeholder=t("digests-archive-choose")),
        *pager(t, page, pages, lambda number: f"digests:archive:{number}"),
        accent=ACCENT,
    )


def _past_line(issue: Issue, t: Speaker) -> str:
    count = len(issue.letter.items) if issue.letter else 0
    return f"- {neutral(issue.name, 90)} · {t.day(issue.due_at)} · {t('digests-count', count=count)}"


def past_card(issue: Issue, letter: Letter, t: Speaker, *, page: int) -> Layout:
    """A letter that went out, as it was; without the call."""
    parts = letter_parts(letter, t)
    page = min(max(page, 0), len(parts) - 1)
    return Layout(
        *parts[page],
        *pager(t, page, len(parts), lambda number: f"digests:read:{issue.issue_id}:{number}"),
        row(button(t("digests-mail"), f"digests:mail:{issue.issue_id}")),
        accent=QUIET,
    )


def sure_card(question: str, yes: str, custom_id: str) -> Layout:
    return Layout(question, row(button(yes, custom_id, style=discord.ButtonStyle.danger)), accent=WARM)
