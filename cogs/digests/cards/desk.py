"""What moderators work on: the draft exactly as it will look, and its items one by one."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import discord
from discord import ui

from bot.screen.i18n import Speaker
from bot.screen.neutral import neutral, plain
from bot.screen.ui import ACCENT, QUIET, WARM, Field, Layout, button, choice, form, pager, row, rows, stamp
from cogs.digests.cards.letter import letter_parts
from cogs.digests.models import FEWEST_ITEMS, MOST_INTRODUCTION, Issue, Item, Letter, State

_ON_A_PAGE = 20


def draft_card(issue: Issue, letter: Letter, t: Speaker, *, page: int = 0, fresh: int = 0) -> Layout:
    """One part at a time, with what can be done about it."""
    parts = letter_parts(letter, t, role_id=issue.role_id)
    page = min(max(page, 0), len(parts) - 1)
    says = [_state(issue, t)]
    if issue.state.may_change and len(letter.items) < FEWEST_ITEMS:
        says.append(t("digests-too-few", count=len(letter.items)))
    if letter.withdrawn:
        titles = ", ".join(neutral(plain(title, 80), 80) for _, title in letter.withdrawn[:3])
        says.append(t("digests-withdrawn", count=len(letter.withdrawn), titles=titles))
    if fresh:
        says.append(t("digests-fresh", count=fresh))
    return Layout(
        *parts[page],
        ui.Separator(),
        "\n".join(says),
        *pager(t, page, len(parts), lambda number: f"digests:page:{issue.issue_id}:{number}"),
        *rows(_buttons(issue, letter, t)),
        accent=WARM if issue.state is State.DRAFT else QUIET,
    )


def _state(issue: Issue, t: Speaker) -> str:
    who = f"<@{issue.approved_by}>" if issue.approved_by else t("digests-somebody")
    return t(
        f"digests-state-{issue.state}",
        due=stamp(issue.due_at),
        lapses=stamp(issue.lapses_at),
        channel=f"<#{issue.channel_id}>",
        who=who,
    )


def _buttons(issue: Issue, letter: Letter, t: Speaker) -> list[ui.Button[Any]]:
    number, buttons = issue.issue_id, list[ui.Button[Any]]()
    few = len(letter.items) < FEWEST_ITEMS
    if issue.state is State.DRAFT:
        style = discord.ButtonStyle.secondary if few else discord.ButtonStyle.success
        approve = f"digests:approve:{number}:{issue.revision}"
        buttons.append(button(t("digests-approve"), approve, style=style, disabled=not letter.items))
    if issue.state.may_change:
        skip_style = discord.ButtonStyle.primary if few else discord.ButtonStyle.secondary
        buttons += [
            button(t("digests-edit-introduction"), f"digests:introduce:{number}"),
            button(t("digests-items"), f"digests:items:{number}:0"),
            button(t("digests-postpone"), f"digests:postpone:{number}"),
            button(t("digests-skip"), f"digests:skip:{number}", style=skip_style),
            button(t("digests-look-again"), f"digests:fresh:{number}"),
        ]
    if issue.letter is not None:
        buttons.append(button(t("digests-mail"), f"digests:mail:{number}"))
    return buttons


def reminder_card(issue: Issue, t: Speaker) -> Layout:
    return Layout(
        t("digests-reminder", name=neutral(issue.name, 90), lapses=stamp(issue.lapses_at)),
        row(button(t("digests-show"), f"digests:show:{issue.issue_id}", style=discord.ButtonStyle.primary)),
        accent=WARM,
    )


def items_card(issue: Issue, items: Sequence[Item], t: Speaker, *, page: int) -> Layout:
    """Every item, the removed ones struck out; one can be chosen."""
    pages = max(1, -(-len(items) // _ON_A_PAGE))
    page = min(max(page, 0), pages - 1)
    shown = list(enumerate(items))[page * _ON_A_PAGE : (page + 1) * _ON_A_PAGE]
    lines = "\n".join(_line(place, item, t) for place, item in shown)
    options = [
        discord.SelectOption(label=plain(f"{place + 1}. {item.title}", 100), value=f"{place}") for place, item in shown
    ]
    return Layout(
        f"## {t('digests-items')}",
        lines or t("digests-no-items"),
        *([choice(f"digests:item:{issue.issue_id}", options, placeholder=t("digests-choose-item"))] if options else []),
        *pager(t, page, pages, lambda number: f"digests:items:{issue.issue_id}:{number}"),
        row(button(t("digests-show"), f"digests:show:{issue.issue_id}")),
        accent=ACCENT,
    )


def _line(place: int, item: Item, t: Speaker) -> str:
    title = neutral(plain(item.title, 90), 100)
    words = f"~~{title}~~" if item.removed else title
    return f"{place + 1}. {words} -# {t(f'digest-section-{item.section}')}".replace(" -# ", " · ")


def item_card(issue: Issue, place: int, item: Item, t: Speaker) -> Layout:
    number = issue.issue_id
    away = (
        button(t("digests-restore"), f"digests:restore:{number}:{place}")
        if item.removed
        else button(t("digests-remove"), f"digests:remove:{number}:{place}", style=discord.ButtonStyle.danger)
    )
    return Layout(
        f"**{neutral(plain(item.title, 200), 220)}**",
        neutral(plain(item.summary, 300), 320) or t("digests-no-summary"),
        row(
            button(t("digests-up"), f"digests:move:{number}:{place}:up"),
            button(t("digests-down"), f"digests:move:{number}:{place}:down"),
            away,
        ),
        row(button(t("digests-items"), f"digests:items:{number}:{place // _ON_A_PAGE}")),
        accent=ACCENT,
    )


def introduction_form(issue: Issue, t: Speaker) -> ui.Modal:
    field = Field(
        "introduction",
        t("digests-introduction-label"),
        t("digests-introduction-hint"),
        issue.introduction,
        long=True,
        required=False,
        most=MOST_INTRODUCTION,
    )
    return form(t("digests-edit-introduction"), f"digests:introduced:{issue.issue_id}", [field])


def postpone_form(issue: Issue, t: Speaker) -> ui.Modal:
    field = Field("when", t("digests-postpone-label"), t("digests-postpone-hint"), most=80)
    return form(t("digests-postpone"), f"digests:postponed:{issue.issue_id}", [field])
