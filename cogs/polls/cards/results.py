"""The result: card, chart, alternative text, files. How each kind is counted stands in a file of its own."""

from __future__ import annotations

import io
from datetime import timedelta
from typing import Any

import discord
from discord import ui

from bot.screen.i18n import Speaker
from bot.screen.ui import ACCENT, QUIET, Layout, stamp
from cogs.polls.cards.parts import heading
from cogs.polls.cards.tables import Reading, read_choices, read_judgment, read_ranking
from cogs.polls.models import ClosedPoll, Kind, Poll, Result, as_csv, as_json

CHART = "poll.png"
# A closing later than its time by the clock's own slowness is no early one.
EARLY = timedelta(minutes=1)

_READERS = {Kind.JUDGMENT: read_judgment, Kind.RANKING: read_ranking}


def result_card(closed: ClosedPoll, reading: Reading | None, t: Speaker) -> Layout:
    """With a result, the message carries the chart and the two files named here."""
    poll = closed.poll
    if closed.result is None or reading is None:
        reason = t(f"polls-result-withheld-{poll.withheld}", minimum=poll.minimum_answers)
        return Layout(*_head(poll, t), reason, accent=QUIET)
    gallery: ui.MediaGallery[Any] = ui.MediaGallery(
        discord.MediaGalleryItem(f"attachment://{CHART}", description=reading.chart_text)
    )
    files: list[ui.Item[Any]] = [ui.File(f"attachment://{name}") for name in file_names(poll)]
    return Layout(
        *_head(poll, t),
        _turnout(poll, closed.result, t),
        *reading.blocks,
        gallery,
        *files,
        "-# " + t("polls-result-foot"),
        accent=ACCENT,
    )


async def draw_result(closed: ClosedPoll, t: Speaker) -> tuple[Layout, list[discord.File]]:
    """The card and its files: chart, CSV, JSON; no file when nothing is published."""
    poll, result = closed.poll, closed.result
    if result is None:
        return result_card(closed, None, t), []
    reading = _READERS.get(poll.sheet.kind, read_choices)(poll, result, t)
    picture = await reading.paint()
    csv_name, json_name = file_names(poll)
    return result_card(closed, reading, t), [
        discord.File(io.BytesIO(picture), CHART, description=reading.chart_text),
        discord.File(io.BytesIO(as_csv(poll, result)), csv_name),
        discord.File(io.BytesIO(as_json(poll, result)), json_name),
    ]


def file_names(poll: Poll) -> tuple[str, str]:
    return f"poll-{poll.poll_id}.csv", f"poll-{poll.poll_id}.json"


def _head(poll: Poll, t: Speaker) -> list[str]:
    closed_at = poll.closed_at or poll.closes_at
    early = poll.closes_at - closed_at > EARLY
    moment = stamp(closed_at)
    said = t("polls-result-closed-early", moment=moment) if early else t("polls-result-closed", moment=moment)
    return [heading(poll.sheet.question), said]


def _turnout(poll: Poll, result: Result, t: Speaker) -> str:
    text = t(
        "polls-turnout",
        turnout=result.turnout,
        electorate=poll.electorate,
        share=t.percent(result.turnout, poll.electorate),
    )
    return f"{text}\n-# {t('polls-rounded', step=poll.rounding)}" if poll.sensitive else text
