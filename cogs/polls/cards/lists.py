"""Lists, and what moderators are asked and told."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import discord
from discord import ui

from bot.screen.i18n import Speaker
from bot.screen.neutral import neutral, plain
from bot.screen.ui import WARM, Layout, button, pager, row, stamp
from cogs.polls.cards.parts import QUESTION
from cogs.polls.models import Poll, Status

_LIST_QUESTION = 150
_ON_A_BUTTON = 40


def list_card(polls: Sequence[Poll], t: Speaker, *, shown: str, number: int, pages: int, jump: str) -> Layout:
    """`shown` is the filter, open or past; `jump` the guild part of a message's address."""
    lines = [_list_line(poll, t, jump) for poll in polls] or [t(f"polls-list-empty-{shown}")]
    select: ui.Select[Any] = ui.Select(
        custom_id="polls:filter:",
        options=[
            discord.SelectOption(label=t(f"polls-list-{name}"), value=name, default=name == shown)
            for name in ("open", "past")
        ],
    )
    buttons: list[ui.Item[Any]] = []
    if shown == "open":
        buttons += [
            button(
                t("polls-vote-number", question=plain(poll.sheet.question, _ON_A_BUTTON)), f"polls:vote:{poll.poll_id}"
            )
            for poll in polls
            if poll.status is Status.OPEN
        ]
    else:
        buttons += [
            button(
                t("polls-result-number", question=plain(poll.sheet.question, _ON_A_BUTTON)),
                f"polls:result:{poll.poll_id}",
            )
            for poll in polls
            if poll.status is Status.CLOSED
        ]
    return Layout(
        f"## {t('polls-list-title')}",
        row(select),
        *lines,
        *([row(*buttons)] if buttons else []),
        *pager(t, number, pages, lambda page: f"polls:page:{shown}:{page}"),
    )


def _list_line(poll: Poll, t: Speaker, jump: str) -> str:
    message_id = poll.result_message_id or poll.message_id
    link = f" · [{t('polls-see')}]({jump}/{poll.channel_id}/{message_id})" if message_id else ""
    when = t(f"polls-list-line-{poll.status}", moment=stamp(poll.closed_at or poll.closes_at, "R"))
    return f"**{poll.poll_id}.** {neutral(poll.sheet.question, _LIST_QUESTION)}\n-# {when}{link}"


def close_question_card(poll: Poll, t: Speaker) -> Layout:
    question = t(
        "polls-close-question",
        question=neutral(poll.sheet.question, QUESTION),
        closing=stamp(poll.closes_at, "R"),
    )
    return _sure(question, t("polls-close-yes"), f"polls:close:{poll.poll_id}", t)


def cancel_question_card(poll: Poll, t: Speaker) -> Layout:
    question = t("polls-cancel-question", question=neutral(poll.sheet.question, QUESTION))
    return _sure(question, t("polls-cancel-yes"), f"polls:destroy:{poll.poll_id}", t)


def _sure(question: str, yes: str, custom_id: str, t: Speaker) -> Layout:
    """A step that cannot be undone asks first."""
    return Layout(
        question,
        row(
            button(yes, custom_id, style=discord.ButtonStyle.danger),
            button(t("polls-keep-open"), "polls:keep:"),
        ),
        accent=WARM,
    )


def suspended_card(poll: Poll, t: Speaker) -> Layout:
    return Layout(
        t("polls-suspended-told", number=poll.poll_id, question=neutral(poll.sheet.question, QUESTION)),
        accent=WARM,
    )


def choice_name(poll: Poll) -> str:
    """How a poll is named in an autocompletion."""
    return plain(f"{poll.poll_id}. {poll.sheet.question}", 100)


def openers_card(openers: str, t: Speaker, *, saved: bool = False) -> Layout:
    select: ui.Select[Any] = ui.Select(
        custom_id="polls:openers:",
        options=[
            discord.SelectOption(
                label=t(f"polls-openers-{who}"),
                value=who,
                description=t(f"polls-openers-{who}.hint"),
                default=who == openers,
            )
            for who in ("moderators", "everyone")
        ],
    )
    back = row(button(t("settings-back"), "settings:panel:"))
    return Layout(t("polls-openers-question"), row(select), *([t("settings-saved")] if saved else []), back)
