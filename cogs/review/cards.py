"""What moderators see of what waits and of what was decided."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import discord
from discord import ui

from bot.screen.desk import Choice, Subject
from bot.screen.i18n import Speaker
from bot.screen.neutral import neutral, plain
from bot.screen.ui import ACCENT, QUIET, Field, Layout, button, choice, form, pager, rows, stamp
from cogs.review.models import WORDS_LENGTH, Item, Page

_NOTE, _LIST_TITLE, _ON_A_BUTTON = 600, 120, 40
_STYLES = {
    "good": discord.ButtonStyle.success,
    "bad": discord.ButtonStyle.danger,
    "plain": discord.ButtonStyle.secondary,
}


def waiting_card(item: Item, subject: Subject, choices: Sequence[Choice], t: Speaker) -> Layout:
    kind = t(f"review-kind-{item.kind}")
    blocks: list[str | ui.Item[Any]] = [
        f"-# {t('review-waiting-since', kind=kind, moment=stamp(item.submitted_at, 'R'))}",
        f"## {neutral(subject.title, 200)}",
        *subject.blocks,
    ]
    if item.note:
        blocks.append(f"{t('review-note')}\n{neutral(item.note, _NOTE)}")
    buttons = [
        button(
            t(f"review-choice-{choice.key}"),
            f"review:decide:{item.review_id}:{choice.key}",
            style=_STYLES[choice.weight],
        )
        for choice in choices
    ]
    return Layout(*blocks, *rows([*buttons, *subject.buttons]), accent=ACCENT)


def decided_card(item: Item, title: str, t: Speaker) -> Layout:
    """Without its text: what was declined is nobody's to read again."""
    blocks = [f"### {neutral(title, 200)}" if title else f"### {t(f'review-kind-{item.kind}')}", decision(item, t)]
    if item.words:
        blocks.append(f"> {neutral(' '.join(item.words.split()), _NOTE)}")
    return Layout(*blocks, accent=QUIET)


def decision(item: Item, t: Speaker) -> str:
    who = f"<@{item.decided_by}>" if item.decided_by else t("review-nobody")
    moment = stamp(item.decided_at, "f") if item.decided_at else ""
    return t(f"review-decided-{item.choice}", who=who, moment=moment)


def gone_card(t: Speaker) -> Layout:
    return Layout(t("review-gone"))


def list_card(page: Page, titles: Sequence[str], t: Speaker, *, shown: str) -> Layout:
    """`shown`: waiting or decided."""
    lines = [_line(item, title, t) for item, title in zip(page.items, titles, strict=True)]
    buttons = [
        button(t("review-open", title=plain(title, _ON_A_BUTTON)), f"review:open:{item.review_id}")
        for item, title in zip(page.items, titles, strict=True)
        if item.choice is None
    ]
    options = [
        discord.SelectOption(label=t(f"review-list-{name}"), value=name, default=name == shown)
        for name in ("waiting", "decided")
    ]
    return Layout(
        f"## {t('review-list-title')}",
        choice("review:filter:", options),
        *(lines or [t(f"review-list-empty-{shown}")]),
        *rows(buttons),
        *pager(t, page.number, page.pages, lambda number: f"review:page:{shown}:{number}"),
    )


def _line(item: Item, title: str, t: Speaker) -> str:
    kind = t(f"review-kind-{item.kind}")
    if item.choice is None:
        about = t("review-waiting-since", kind=kind, moment=stamp(item.submitted_at, "R"))
    else:
        about = f"{kind} · {decision(item, t)}"
    return f"**{neutral(title, _LIST_TITLE)}**\n-# {about}"


def words_form(review_id: int, choice: str, t: Speaker) -> ui.Modal:
    field = Field(
        "words",
        t(f"review-words-{choice}"),
        t(f"review-words-{choice}.hint"),
        long=True,
        most=WORDS_LENGTH,
    )
    return form(t(f"review-choice-{choice}"), f"review:words:{review_id}:{choice}", [field])


def report_form(ref: str, t: Speaker) -> ui.Modal:
    field = Field("reason", t("review-report-reason"), t("review-report-reason.hint"), long=True, most=WORDS_LENGTH)
    return form(t("review-report"), f"review:report-form:{ref}", [field])


def reported_card(t: Speaker) -> Layout:
    return Layout(t("review-reported"))
