"""Voting: private from here to the confirmation."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import discord
from discord import ui

from bot.screen.i18n import Speaker
from bot.screen.neutral import neutral, plain
from bot.screen.ui import ACCENT, WARM, Layout, button, row, stamp, told_card
from cogs.polls.cards.parts import CONTEXT, GRADE, PROPOSAL, heading, numbered, rule, vote_button
from cogs.polls.models import UNRANKED, Ballot, Kind, Poll, Sheet, levels


def ballot_card(poll: Poll, t: Speaker, chosen: Sequence[int] = ()) -> Layout:
    """The information sheet in a few lines, then the ballot of a single or several choices."""
    options = [
        discord.SelectOption(label=plain(f"{place + 1}. {proposal}", 100), value=str(place), default=place in chosen)
        for place, proposal in enumerate(poll.sheet.proposals)
    ]
    select: ui.Select[Any] = ui.Select(
        custom_id=f"polls:choose:{poll.poll_id}",
        placeholder=t("polls-ballot-placeholder", maximum=poll.sheet.maximum),
        min_values=1,
        max_values=poll.sheet.maximum,
        options=options,
    )
    return Layout(
        *_head(poll, t),
        numbered(poll.sheet.proposals),
        row(select),
        row(button(t("polls-how-anonymous"), "privacy:anonymity:")),
        accent=ACCENT,
    )


def levels_card(poll: Poll, ballot: Ballot, ticket: str, t: Speaker, problem: str = "") -> Layout:
    """A select for each proposal: its mention, or its rank. What is chosen is held under the ticket."""
    blocks: list[str | ui.Item[Any]] = []
    for place, proposal in enumerate(poll.sheet.proposals):
        blocks += [
            f"**{neutral(proposal, PROPOSAL)}**",
            row(_level_select(poll, place, ballot[place], ticket, t)),
        ]
    return Layout(
        *_head(poll, t),
        *blocks,
        *([f"**{problem}**"] if problem else []),
        row(
            button(t("polls-review"), f"polls:review:{poll.poll_id}:{ticket}", style=discord.ButtonStyle.primary),
            button(t("polls-how-anonymous"), "privacy:anonymity:"),
        ),
        accent=ACCENT,
    )


def _level_select(poll: Poll, place: int, level: int, ticket: str, t: Speaker) -> ui.Select[Any]:
    labels = [_level_name(poll.sheet, value, t) for value in range(levels(poll.sheet))]
    options = [
        discord.SelectOption(label=plain(label, 100), value=str(value), default=value == level)
        for value, label in enumerate(labels)
    ]
    if poll.sheet.kind is Kind.RANKING:
        options.append(
            discord.SelectOption(label=t("polls-unranked"), value=str(UNRANKED), description=t("polls-unranked.hint"))
        )
    return ui.Select(
        custom_id=f"polls:level:{poll.poll_id}:{ticket}:{place}",
        placeholder=t(f"polls-placeholder-{poll.sheet.kind}"),
        options=options,
    )


def _level_name(sheet: Sheet, level: int, t: Speaker) -> str:
    if level == UNRANKED:
        return t("polls-unranked")
    return sheet.grades[level] if sheet.kind is Kind.JUDGMENT else t("polls-rank", rank=level + 1)


def summary_card(poll: Poll, ballot: Ballot, ticket: str, t: Speaker) -> Layout:
    return Layout(
        heading(poll.sheet.question),
        _summary(poll.sheet, ballot, t),
        t("polls-confirm-warning"),
        row(
            button(t("polls-confirm"), f"polls:confirm:{poll.poll_id}:{ticket}", style=discord.ButtonStyle.success),
            button(t("polls-correct"), f"polls:change:{poll.poll_id}:{ticket}"),
        ),
        accent=ACCENT,
    )


def _summary(sheet: Sheet, ballot: Ballot, t: Speaker) -> str:
    if not sheet.kind.has_levels:
        lines = [f"- **{neutral(sheet.proposals[place], PROPOSAL)}**" for place in sorted(ballot)]
        return "\n".join([t("polls-summary", count=len(ballot)), *lines])
    order = sorted(range(len(ballot)), key=lambda place: (ballot[place] == UNRANKED, ballot[place], place))
    lines = [
        f"- {neutral(sheet.proposals[place], PROPOSAL)} — **{neutral(_level_name(sheet, ballot[place], t), GRADE)}**"
        for place in order
    ]
    return "\n".join([t("polls-summary-levels"), *lines])


def recorded_card(poll: Poll, t: Speaker) -> Layout:
    return Layout(
        t("polls-recorded", closing=stamp(poll.closes_at), channel=f"<#{poll.channel_id}>"),
        "-# " + t("polls-recorded-why"),
        accent=ACCENT,
    )


def start_again_card(poll: Poll, problem: str, t: Speaker) -> Layout:
    return told_card(problem, vote_button(poll.poll_id, t), accent=WARM)


def _head(poll: Poll, t: Speaker) -> list[str]:
    sheet = t("polls-sheet", minimum=poll.minimum_answers, closing=stamp(poll.closes_at))
    if poll.sensitive:
        sheet += " " + t("polls-sensitive-line", step=poll.rounding)
    context = [neutral(poll.sheet.context, CONTEXT)] if poll.sheet.context else []
    return [
        heading(poll.sheet.question),
        *context,
        sheet,
        "-# " + t("polls-sheet-foot"),
        f"**{t('polls-label-rule')}** {rule(t, poll.sheet)}",
    ]
