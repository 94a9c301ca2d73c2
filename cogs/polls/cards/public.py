"""The public message of a poll, and the blocks that its preview shares with it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from discord import ui

from bot.screen.i18n import Speaker
from bot.screen.neutral import neutral
from bot.screen.ui import ACCENT, QUIET, Layout, button, row
from cogs.polls.cards.parts import CONTEXT, heading, numbered, rule, stamp, vote_button, who
from cogs.polls.models import Kind, Poll, Sheet


@dataclass(frozen=True, slots=True)
class Terms:
    """What stands under the proposals: for whom, until when, from how many answers on."""

    kind: Kind
    role_id: int | None
    electorate: int
    closes_at: datetime
    minimum: int


def public_blocks(t: Speaker, sheet: Sheet, terms: Terms) -> list[str]:
    context = [neutral(sheet.context, CONTEXT)] if sheet.context else []
    closing = f"{stamp(terms.closes_at)} ({stamp(terms.closes_at, 'R')})"
    return [
        heading(sheet.question),
        *context,
        numbered(sheet.proposals),
        "\n".join(
            [
                f"**{t('polls-label-rule')}** {rule(t, terms.kind, sheet.maximum, len(sheet.proposals))}",
                f"**{t('polls-label-who')}** {who(t, terms.role_id, terms.electorate)}",
                f"**{t('polls-label-closing')}** {closing}",
                "-# " + t("polls-anonymity-line", minimum=terms.minimum),
            ]
        ),
    ]


def poll_card(poll: Poll, t: Speaker) -> Layout:
    """The public message: as it stands while open, and once the poll is over."""
    sheet = Sheet(poll.question, poll.context, poll.proposals, poll.maximum)
    terms = Terms(poll.kind, poll.role_id, poll.electorate, poll.closes_at, poll.minimum_answers)
    blocks: list[str | ui.Item[Any]] = [*public_blocks(t, sheet, terms)]
    if poll.status.is_over:
        blocks.append(f"**{t(f'polls-over-{poll.status}')}**")
    buttons: list[ui.Item[Any]] = [vote_button(poll.poll_id, t)] if not poll.status.is_over else []
    buttons.append(button(t("polls-how-anonymous"), "privacy:anonymity:"))
    return Layout(*blocks, row(*buttons), accent=QUIET if poll.status.is_over else ACCENT)
