"""Voting: private from here to the confirmation."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import discord
from discord import ui

from bot.screen.i18n import Speaker
from bot.screen.neutral import neutral, plain
from bot.screen.ui import ACCENT, WARM, Layout, button, row
from cogs.polls.cards.parts import PROPOSAL, heading, rule, said, stamp, vote_button
from cogs.polls.models import Poll


def ballot_card(poll: Poll, t: Speaker, chosen: Sequence[int] = ()) -> Layout:
    """The information sheet in a few lines, then the ballot."""
    options = [
        discord.SelectOption(label=plain(proposal, 100), value=str(place), default=place in chosen)
        for place, proposal in enumerate(poll.proposals)
    ]
    select: ui.Select[Any] = ui.Select(
        custom_id=f"polls:choose:{poll.poll_id}",
        placeholder=t("polls-ballot-placeholder", maximum=poll.maximum),
        min_values=1,
        max_values=poll.maximum,
        options=options,
    )
    return Layout(
        heading(poll.question),
        t("polls-sheet", minimum=poll.minimum_answers, closing=stamp(poll.closes_at)),
        f"**{t('polls-label-rule')}** {rule(t, poll.kind, poll.maximum, len(poll.proposals))}",
        row(select),
        row(button(t("polls-how-anonymous"), "privacy:anonymity:")),
        accent=ACCENT,
    )


def summary_card(poll: Poll, chosen: Sequence[int], ticket: str, t: Speaker) -> Layout:
    lines = "\n".join(f"- **{neutral(poll.proposals[place], PROPOSAL)}**" for place in sorted(chosen))
    return Layout(
        heading(poll.question),
        t("polls-summary", count=len(chosen)) + "\n" + lines,
        t("polls-confirm-warning"),
        row(
            button(
                t("polls-confirm"),
                f"polls:confirm:{poll.poll_id}:{ticket}",
                style=discord.ButtonStyle.success,
            ),
            button(t("polls-correct"), f"polls:change:{poll.poll_id}:{ticket}"),
        ),
        accent=ACCENT,
    )


def recorded_card(poll: Poll, t: Speaker) -> Layout:
    return Layout(
        t("polls-recorded", closing=stamp(poll.closes_at)),
        "-# " + t("polls-recorded-why"),
        accent=ACCENT,
    )


def start_again_card(poll: Poll, problem: str, t: Speaker) -> Layout:
    return said(problem, vote_button(poll.poll_id, t), accent=WARM)
