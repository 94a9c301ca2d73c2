"""The result: card, chart, alternative text, files."""

from __future__ import annotations

import io
from typing import Any

import discord
from discord import ui

from bot.screen.charts import MOST_ALT, Bars, paint_bars
from bot.screen.i18n import Speaker
from bot.screen.neutral import clip, neutral, plain
from bot.screen.ui import ACCENT, QUIET, Layout, button, row
from cogs.polls.cards.parts import PROPOSAL, heading, stamp
from cogs.polls.models import ClosedPoll, Kind, Poll, Result, as_csv, as_json

CHART = "poll.png"


def result_card(closed: ClosedPoll, t: Speaker) -> Layout:
    """With a result, the message carries the chart and the two files named here."""
    poll, result = closed.poll, closed.result
    closed_at = poll.closed_at or poll.closes_at
    head = [heading(poll.question), t("polls-result-closed", moment=stamp(closed_at))]
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
        f"{rank}. {neutral(poll.proposals[place], PROPOSAL)} — **{_votes(result, place, t)}**"
        for rank, place in enumerate(result.ranking(), start=1)
    ]
    note = "\n-# " + t("polls-shares-of-people") if poll.kind is Kind.SEVERAL else ""
    return "\n".join(lines) + note


def _votes(result: Result, place: int, t: Speaker) -> str:
    votes = result.votes[place]
    return t("polls-votes", votes=votes, share=t.percent(votes, result.turnout))
