"""Preparing a poll: the form, the preview, what is to be corrected."""

from __future__ import annotations

import discord
from discord import ui

from bot.screen.i18n import Speaker
from bot.screen.ui import ACCENT, WARM, Field, Layout, button, divider, form, row
from cogs.polls.cards.parts import said
from cogs.polls.cards.public import Terms, public_blocks
from cogs.polls.models import MOST_CONTEXT, MOST_PROPOSAL, MOST_PROPOSALS, MOST_QUESTION, Draft, Poll, Sheet


def draft_form(draft: Draft, t: Speaker) -> ui.Modal:
    return form(
        t("polls-form-title"),
        f"polls:form:{draft.draft_id}",
        [
            Field(
                "question",
                t("polls-form-question"),
                t("polls-form-question-hint", most=MOST_QUESTION),
                draft.question,
                placeholder=t("polls-form-question-example"),
                long=True,
                required=False,
            ),
            Field(
                "context",
                t("polls-form-context"),
                t("polls-form-context-hint", most=MOST_CONTEXT),
                draft.context,
                long=True,
                required=False,
            ),
            Field(
                "proposals",
                t("polls-form-proposals"),
                t("polls-form-proposals-hint", most=MOST_PROPOSALS, length=MOST_PROPOSAL),
                draft.proposals,
                placeholder=t("polls-form-proposals-example"),
                long=True,
                required=False,
            ),
        ],
    )


def preview_card(draft: Draft, sheet: Sheet, t: Speaker, *, electorate: int, minimum: int) -> Layout:
    terms = Terms(draft.kind, draft.role_id, electorate, draft.closes_at, minimum)
    blocks = public_blocks(t, sheet, terms)
    return Layout(
        t("polls-preview-intro", channel=f"<#{draft.channel_id}>"),
        divider(),
        *blocks,
        divider(),
        t("polls-preview-frozen"),
        row(
            button(t("polls-publish"), f"polls:publish:{draft.draft_id}", style=discord.ButtonStyle.success),
            button(t("polls-correct"), f"polls:correct-draft:{draft.draft_id}"),
            button(t("polls-cancel"), f"polls:discard:{draft.draft_id}", style=discord.ButtonStyle.danger),
        ),
    )


def to_correct_card(draft: Draft, problem: str, t: Speaker) -> Layout:
    """What is wrong, and the way back to the form, filled."""
    return Layout(
        problem,
        "-# " + t("polls-nothing-lost"),
        row(
            button(t("polls-correct"), f"polls:correct-draft:{draft.draft_id}", style=discord.ButtonStyle.primary),
            button(t("polls-cancel"), f"polls:discard:{draft.draft_id}"),
        ),
        accent=WARM,
    )


def published_card(poll: Poll, t: Speaker) -> Layout:
    return said(t("polls-published", channel=f"<#{poll.channel_id}>", number=poll.poll_id), accent=ACCENT)
