"""The public message of a poll, the blocks that its preview shares with it, and the reminder."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from discord import ui

from bot.screen.i18n import Speaker
from bot.screen.neutral import neutral
from bot.screen.ui import ACCENT, QUIET, Layout, button, row, stamp
from cogs.polls.cards.parts import CONTEXT, QUESTION, heading, numbered, rule, vote_button, who
from cogs.polls.models import Poll, Sheet, Status


@dataclass(frozen=True, slots=True)
class Terms:
    """What stands under the proposals: for whom, until when, from how many answers on, how rounded."""

    role_id: int | None
    electorate: int
    closes_at: datetime
    minimum: int
    rounding: int


def public_blocks(t: Speaker, sheet: Sheet, terms: Terms) -> list[str]:
    context = [neutral(sheet.context, CONTEXT)] if sheet.context else []
    closing = f"{stamp(terms.closes_at)} ({stamp(terms.closes_at, 'R')})"
    sensitive = [t("polls-sensitive-line", step=terms.rounding)] if terms.rounding > 1 else []
    return [
        heading(sheet.question),
        *context,
        numbered(sheet.proposals),
        "\n".join(
            [
                f"**{t('polls-label-rule')}** {rule(t, sheet)}",
                f"**{t('polls-label-who')}** {who(t, terms.role_id, terms.electorate)}",
                f"**{t('polls-label-closing')}** {closing}",
                "-# " + " ".join([t("polls-anonymity-line", minimum=terms.minimum), *sensitive]),
            ]
        ),
    ]


def poll_card(poll: Poll, t: Speaker) -> Layout:
    """The public message: as it stands while open, and once the poll is over."""
    terms = Terms(poll.role_id, poll.electorate, poll.closes_at, poll.minimum_answers, poll.rounding)
    blocks: list[str | ui.Item[Any]] = [*public_blocks(t, poll.sheet, terms)]
    if poll.alike is not None:
        key = "polls-alike-survey-announced" if poll.alike.is_survey else "polls-alike-announced"
        blocks.append(t(key, number=poll.alike.number))
    if poll.status is not Status.OPEN:
        blocks.append(f"**{t(f'polls-over-{poll.status}')}**")
    buttons: list[ui.Item[Any]] = []
    if poll.status is Status.CLOSED:
        buttons.append(button(t("polls-result-private"), f"polls:result:{poll.poll_id}"))
    elif not poll.status.is_over:
        buttons.append(vote_button(poll.poll_id, t))
    buttons.append(button(t("polls-how-anonymous"), "privacy:anonymity:"))
    return Layout(*blocks, row(*buttons), accent=QUIET if poll.status.is_over else ACCENT)


def reminded_card(poll: Poll, t: Speaker) -> Layout:
    """What becomes of the reminder once the poll is over."""
    buttons = (
        [row(button(t("polls-result-private"), f"polls:result:{poll.poll_id}"))] if poll.status is Status.CLOSED else []
    )
    said = f"{neutral(poll.sheet.question, QUESTION)}\n**{t(f'polls-over-{poll.status}')}**"
    return Layout(said, *buttons, accent=QUIET)


def reminder_card(poll: Poll, t: Speaker) -> Layout:
    """The same for all: whoever has answered is told to ignore it, since nobody knows who has."""
    return Layout(
        t("polls-reminder", question=neutral(poll.sheet.question, QUESTION), closing=stamp(poll.closes_at, "R")),
        row(vote_button(poll.poll_id, t)),
        accent=ACCENT,
    )
