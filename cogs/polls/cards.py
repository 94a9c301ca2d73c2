"""What members see of polls. Pure: a poll and a speaker in, layouts, chart specifications and words out."""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import discord
from discord import ui

from bot.screen.charts import MOST_ALT, Bars, paint_bars
from bot.screen.i18n import Speaker
from bot.screen.neutral import clip, neutral, plain
from bot.screen.ui import ACCENT, QUIET, WARM, Field, Layout, button, divider, form, row
from cogs.polls.models import (
    MOST_CONTEXT,
    MOST_PROPOSAL,
    MOST_PROPOSALS,
    MOST_QUESTION,
    ClosedPoll,
    Draft,
    Kind,
    Poll,
    Result,
    Sheet,
    Status,
    as_csv,
    as_json,
)

# Room for the escapes of neutral(): question + context + 20 proposals stay under Discord's 4,000 characters.
_QUESTION, _CONTEXT, _PROPOSAL = 300, 900, 92
_LIST_QUESTION = 150

CHART = "poll.png"


def _stamp(moment: datetime, style: str = "F") -> str:
    """Discord shows it in the reader's own zone and language."""
    return f"<t:{int(moment.timestamp())}:{style}>"


def _heading(question: str) -> str:
    return f"## {neutral(question, _QUESTION)}"


def _numbered(proposals: Sequence[str]) -> str:
    return "\n".join(f"{number}. {neutral(proposal, _PROPOSAL)}" for number, proposal in enumerate(proposals, start=1))


def _rule(t: Speaker, kind: Kind, maximum: int, proposals: int) -> str:
    if kind is Kind.SINGLE:
        return t("polls-rule-single")
    return t("polls-rule-any") if maximum >= proposals else t("polls-rule-several", maximum=maximum)


def _who(t: Speaker, role_id: int | None, electorate: int) -> str:
    if role_id is None:
        return t("polls-who-everyone", size=electorate)
    return t("polls-who-role", size=electorate, role=f"<@&{role_id}>")


@dataclass(frozen=True, slots=True)
class _Terms:
    """What stands under the proposals: for whom, until when, from how many answers on."""

    kind: Kind
    role_id: int | None
    electorate: int
    closes_at: datetime
    minimum: int


def _public_blocks(t: Speaker, sheet: Sheet, terms: _Terms) -> list[str]:
    context = [neutral(sheet.context, _CONTEXT)] if sheet.context else []
    closing = f"{_stamp(terms.closes_at)} ({_stamp(terms.closes_at, 'R')})"
    return [
        _heading(sheet.question),
        *context,
        _numbered(sheet.proposals),
        "\n".join(
            [
                f"**{t('polls-label-rule')}** {_rule(t, terms.kind, sheet.maximum, len(sheet.proposals))}",
                f"**{t('polls-label-who')}** {_who(t, terms.role_id, terms.electorate)}",
                f"**{t('polls-label-closing')}** {closing}",
                "-# " + t("polls-anonymity-line", minimum=terms.minimum),
            ]
        ),
    ]


def poll_card(poll: Poll, t: Speaker) -> Layout:
    """The public message: as it stands while open, and once the poll is over."""
    sheet = Sheet(poll.question, poll.context, poll.proposals, poll.maximum)
    terms = _Terms(poll.kind, poll.role_id, poll.electorate, poll.closes_at, poll.minimum_answers)
    blocks: list[str | ui.Item[Any]] = [*_public_blocks(t, sheet, terms)]
    if poll.status.is_over:
        blocks.append(f"**{t(f'polls-over-{poll.status}')}**")
    buttons: list[ui.Item[Any]] = [vote_button(poll.poll_id, t)] if not poll.status.is_over else []
    buttons.append(button(t("polls-how-anonymous"), "privacy:anonymity:"))
    return Layout(*blocks, row(*buttons), accent=QUIET if poll.status.is_over else ACCENT)


def vote_button(poll_id: int, t: Speaker) -> ui.Button[Any]:
    return button(t("polls-vote"), f"polls:vote:{poll_id}", style=discord.ButtonStyle.primary)


# Preparing


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
    terms = _Terms(draft.kind, draft.role_id, electorate, draft.closes_at, minimum)
    blocks = _public_blocks(t, sheet, terms)
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


def said(text: str, *buttons: ui.Button[Any], accent: discord.Colour | None = None) -> Layout:
    return Layout(text, *([row(*buttons)] if buttons else []), accent=accent)


def published_card(poll: Poll, t: Speaker) -> Layout:
    return said(t("polls-published", channel=f"<#{poll.channel_id}>", number=poll.poll_id), accent=ACCENT)


# Voting: private from here to the confirmation


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
        _heading(poll.question),
        t("polls-sheet", minimum=poll.minimum_answers, closing=_stamp(poll.closes_at)),
        f"**{t('polls-label-rule')}** {_rule(t, poll.kind, poll.maximum, len(poll.proposals))}",
        row(select),
        row(button(t("polls-how-anonymous"), "privacy:anonymity:")),
        accent=ACCENT,
    )


def summary_card(poll: Poll, chosen: Sequence[int], ticket: str, t: Speaker) -> Layout:
    lines = "\n".join(f"- **{neutral(poll.proposals[place], _PROPOSAL)}**" for place in sorted(chosen))
    return Layout(
        _heading(poll.question),
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
        t("polls-recorded", closing=_stamp(poll.closes_at)),
        "-# " + t("polls-recorded-why"),
        accent=ACCENT,
    )


def start_again_card(poll: Poll, problem: str, t: Speaker) -> Layout:
    return said(problem, vote_button(poll.poll_id, t), accent=WARM)


# Results


def result_card(closed: ClosedPoll, t: Speaker) -> Layout:
    """With a result, the message carries the chart and the two files named here."""
    poll, result = closed.poll, closed.result
    closed_at = poll.closed_at or poll.closes_at
    head = [_heading(poll.question), t("polls-result-closed", moment=_stamp(closed_at))]
    again = row(button(t("polls-result-private"), f"polls:result:{poll.poll_id}"))
    if result is None:
        return Layout(*head, t("polls-result-withheld", minimum=poll.minimum_answers), again, accent=QUIET)
    gallery: ui.MediaGallery[Any] = ui.MediaGallery(
        discord.MediaGalleryItem(f"attachment://{CHART}", description=chart_text(poll, result, t))
    )
    files: list[ui.Item[Any]] = [ui.File(f"attachment://{name}") for name in file_names(poll)]
    return Layout(
        *head,
        _turnout(poll, result, t),
        _table(poll, result, t),
        gallery,
        *files,
        "-# " + t("polls-result-foot"),
        again,
        accent=ACCENT,
    )


async def draw_result(closed: ClosedPoll, t: Speaker) -> tuple[Layout, list[discord.File]]:
    """The card and its files: chart, CSV, JSON; no file when nothing is published."""
    poll, result = closed.poll, closed.result
    layout = result_card(closed, t)
    if result is None:
        return layout, []
    picture = await paint_bars(chart(poll, result, t))
    csv_name, json_name = file_names(poll)
    return layout, [
        discord.File(io.BytesIO(picture), CHART, description=chart_text(poll, result, t)),
        discord.File(io.BytesIO(as_csv(poll, result)), csv_name),
        discord.File(io.BytesIO(as_json(poll, result)), json_name),
    ]


def file_names(poll: Poll) -> tuple[str, str]:
    return f"poll-{poll.poll_id}.csv", f"poll-{poll.poll_id}.json"


def chart(poll: Poll, result: Result, t: Speaker) -> Bars:
    order = result.ranking()
    return Bars(
        title=poll.question,
        labels=tuple(poll.proposals[place] for place in order),
        values=tuple(float(result.votes[place]) for place in order),
        captions=tuple(_votes(result, place, t) for place in order),
        foot=t(
            "polls-chart-foot",
            turnout=result.turnout,
            electorate=poll.electorate,
            day=t.day(poll.closed_at or poll.closes_at),
        ),
    )


def chart_text(poll: Poll, result: Result, t: Speaker) -> str:
    """The alternative text: every figure of the picture, as far as Discord's 1,024 characters go."""
    figures = "; ".join(
        t("polls-alt-line", proposal=plain(poll.proposals[place], 60), votes=result.votes[place])
        for place in result.ranking()
    )
    return clip(t("polls-alt", turnout=result.turnout, electorate=poll.electorate, figures=figures), MOST_ALT)


def _turnout(poll: Poll, result: Result, t: Speaker) -> str:
    return t(
        "polls-turnout",
        turnout=result.turnout,
        electorate=poll.electorate,
        share=t.percent(result.turnout, poll.electorate),
    )


def _table(poll: Poll, result: Result, t: Speaker) -> str:
    lines = [
        f"{rank}. {neutral(poll.proposals[place], _PROPOSAL)} — **{_votes(result, place, t)}**"
        for rank, place in enumerate(result.ranking(), start=1)
    ]
    note = "\n-# " + t("polls-shares-of-people") if poll.kind is Kind.SEVERAL else ""
    return "\n".join(lines) + note


def _votes(result: Result, place: int, t: Speaker) -> str:
    votes = result.votes[place]
    return t("polls-votes", votes=votes, share=t.percent(votes, result.turnout))


# Lists and moderation


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
            button(t("polls-vote-number", number=poll.poll_id), f"polls:vote:{poll.poll_id}")
            for poll in polls
            if poll.status is Status.OPEN
        ]
    else:
        buttons += [
            button(t("polls-result-number", number=poll.poll_id), f"polls:result:{poll.poll_id}")
            for poll in polls
            if poll.status is Status.CLOSED
        ]
    return Layout(
        f"## {t('polls-list-title')}",
        row(select),
        *lines,
        *([row(*buttons)] if buttons else []),
        *([_pager(t, shown, number, pages)] if pages > 1 else []),
    )


def _pager(t: Speaker, shown: str, number: int, pages: int) -> ui.ActionRow[Any]:
    return row(
        button(t("page-previous"), f"polls:page:{shown}:{number - 1}", disabled=number == 0),
        button(t("page-number", number=number + 1, pages=pages), f"polls:page:{shown}:{number}", disabled=True),
        button(t("page-next"), f"polls:page:{shown}:{number + 1}", disabled=number + 1 >= pages),
    )


def _list_line(poll: Poll, t: Speaker, jump: str) -> str:
    message_id = poll.result_message_id or poll.message_id
    link = f" · [{t('polls-see')}]({jump}/{poll.channel_id}/{message_id})" if message_id else ""
    when = t(f"polls-list-line-{poll.status}", moment=_stamp(poll.closed_at or poll.closes_at, "R"))
    return f"**{poll.poll_id}.** {neutral(poll.question, _LIST_QUESTION)}\n-# {when}{link}"


def close_question_card(poll: Poll, t: Speaker) -> Layout:
    return Layout(
        t(
            "polls-close-question",
            question=neutral(poll.question, _QUESTION),
            closing=_stamp(poll.closes_at, "R"),
        ),
        row(
            button(t("polls-close-yes"), f"polls:close:{poll.poll_id}", style=discord.ButtonStyle.danger),
            button(t("polls-keep-open"), "polls:keep:"),
        ),
        accent=WARM,
    )


def cancel_question_card(poll: Poll, t: Speaker) -> Layout:
    return Layout(
        t("polls-cancel-question", question=neutral(poll.question, _QUESTION)),
        row(
            button(t("polls-cancel-yes"), f"polls:destroy:{poll.poll_id}", style=discord.ButtonStyle.danger),
            button(t("polls-keep-open"), "polls:keep:"),
        ),
        accent=WARM,
    )


def suspended_card(poll: Poll, t: Speaker) -> Layout:
    return Layout(
        t("polls-suspended-told", number=poll.poll_id, question=neutral(poll.question, _QUESTION)),
        accent=WARM,
    )


def choice_name(poll: Poll) -> str:
    """How a poll is named in an autocompletion."""
    return plain(f"{poll.poll_id}. {poll.question}", 100)


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
