"""What several cards of polls share: a heading, a stamp, the rule, who is asked."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import discord
from discord import ui

from bot.screen.i18n import Speaker
from bot.screen.neutral import neutral
from bot.screen.ui import button
from cogs.polls.models import Kind, Sheet

# Room for the escapes of neutral(): question + context + 20 proposals stay under Discord's 4,000 characters.
QUESTION, CONTEXT, PROPOSAL, GRADE = 300, 900, 92, 40


def heading(question: str) -> str:
    return f"## {neutral(question, QUESTION)}"


def numbered(proposals: Sequence[str]) -> str:
    return "\n".join(f"{number}. {neutral(proposal, PROPOSAL)}" for number, proposal in enumerate(proposals, start=1))


def rule(t: Speaker, sheet: Sheet) -> str:
    if sheet.kind is Kind.JUDGMENT:
        return t("polls-rule-judgment", best=neutral(sheet.grades[0], GRADE), worst=neutral(sheet.grades[-1], GRADE))
    if sheet.kind is Kind.SEVERAL and sheet.maximum < len(sheet.proposals):
        return t("polls-rule-several", maximum=sheet.maximum)
    return t({Kind.SINGLE: "polls-rule-single", Kind.RANKING: "polls-rule-ranking"}.get(sheet.kind, "polls-rule-any"))


def who(t: Speaker, role_id: int | None, electorate: int) -> str:
    if role_id is None:
        return t("polls-who-everyone", size=electorate)
    return t("polls-who-role", size=electorate, role=f"<@&{role_id}>")


def vote_button(poll_id: int, t: Speaker) -> ui.Button[Any]:
    return button(t("polls-vote"), f"polls:vote:{poll_id}", style=discord.ButtonStyle.primary)
