"""Preparing a poll: the form, the preview, what is to be corrected, what another moderator must confirm."""

from __future__ import annotations

import discord
from discord import ui

from bot.screen.i18n import Speaker
from bot.screen.neutral import neutral
from bot.screen.ui import WARM, Field, Layout, button, divider, form, row, stamp, told_card
from cogs.polls.cards.parts import QUESTION
from cogs.polls.cards.public import Terms, public_blocks
from cogs.polls.models import (
    MOST_CONTEXT,
    MOST_GRADES,
    MOST_PROPOSAL,
    MOST_QUESTION,
    Action,
    Alike,
    Draft,
    Kind,
    Poll,
    Request,
    Sheet,
    most_proposals,
)


def draft_form(draft: Draft, t: Speaker) -> ui.Modal:
    hints = {
        "question": t("polls-form-question-hint", most=MOST_QUESTION),
        "context": t("polls-form-context-hint", most=MOST_CONTEXT),
        "proposals": t("polls-form-proposals-hint", most=most_proposals(draft.kind), length=MOST_PROPOSAL),
    }
    values = {"question": draft.question, "context": draft.context, "proposals": draft.proposals}
    examples = {
        "question": t("polls-form-question-example"),
        "proposals": t("polls-form-proposals-example"),
    }
    if draft.kind is Kind.JUDGMENT:
        hints["grades"] = t("polls-form-grades-hint", most=MOST_GRADES)
        values["grades"] = draft.grades or t("polls-usual-grades")
    # Nothing is required here: what is missing is said with the text handed back, by the rules of a draft.
    fields = [
        Field(
            name,
            t(f"polls-form-{name}"),
            hint,
            values[name],
            placeholder=examples.get(name, ""),
            long=True,
            required=False,
        )
        for name, hint in hints.items()
    ]
    return form(t("polls-form-title"), f"polls:form:{draft.draft_id}", fields)


def preview_card(draft: Draft, sheet: Sheet, t: Speaker, terms: Terms) -> Layout:
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
    return told_card(t("polls-published", channel=f"<#{poll.channel_id}>", number=poll.poll_id))


def alike_words(alike: Alike, t: Speaker) -> str:
    return t("polls-alike-survey" if alike.is_survey else "polls-alike-poll", number=alike.number)


def alike_card(draft: Draft, alike: Alike, t: Speaker) -> Layout:
    """Told to whoever publishes alone a question that was asked before; others ask a second moderator."""
    return Layout(
        t("polls-alike-alone", where=alike_words(alike, t), question=neutral(alike.question, QUESTION)),
        row(
            button(
                t("polls-publish-anyway"), f"polls:publish-alike:{draft.draft_id}", style=discord.ButtonStyle.danger
            ),
            button(t("polls-correct"), f"polls:correct-draft:{draft.draft_id}"),
        ),
        accent=WARM,
    )


def asked_card(request: Request, subject: Poll | Draft, t: Speaker) -> Layout:
    """To the moderators: one asks, another confirms."""
    if isinstance(subject, Poll):
        question, moment = subject.sheet.question, subject.closes_at
    else:
        question, moment = subject.question, subject.closes_at
    return Layout(
        t(
            f"polls-asked-{request.action}",
            who=f"<@{request.asked_by}>",
            question=neutral(question, QUESTION),
            closing=stamp(moment),
        ),
        row(
            button(
                t(f"polls-second-{request.action}"),
                f"polls:second:{request.request_id}",
                style=discord.ButtonStyle.danger if request.action is Action.CLOSE else discord.ButtonStyle.success,
            ),
            button(t("polls-second-refuse"), f"polls:refuse:{request.request_id}"),
        ),
        accent=WARM,
    )
