"""What several cards of meetups share."""

from __future__ import annotations

from typing import Any

import discord
from discord import ui

from bot.screen.i18n import Speaker
from bot.screen.neutral import neutral
from bot.screen.ui import button, row, stamp
from cogs.meetups.models import ComingDate, Counts, DateFacts, MonthPlace, Occurrence, Recurrence, Rhythm

# Room for the escapes of neutral().
TITLE, ABOUT, PLACE = 150, 1800, 500
_HOUR = 60


def length(minutes: int, t: Speaker) -> str:
    hours, rest = divmod(minutes, _HOUR)
    if not hours:
        return t("meetups-minutes", minutes=rest)
    return t("meetups-hours", hours=hours) + (f" {t('meetups-minutes', minutes=rest)}" if rest else "")


def minutes_of(occurrence: Occurrence) -> int:
    return int((occurrence.ends_at - occurrence.starts_at).total_seconds()) // 60


def rhythm_words(rhythm: Rhythm, place: MonthPlace | None, t: Speaker) -> str:
    """Empty for a single date."""
    if rhythm.recurrence is Recurrence.NONE:
        return ""
    weekday = t(f"meetups-weekday-{place.weekday if place else rhythm.start.weekday()}")
    if place and rhythm.recurrence is Recurrence.MONTHLY:
        nth = t("meetups-nth-last") if place.nth < 0 else t("meetups-nth", nth=place.nth)
        words = t("meetups-every-month", nth=nth, weekday=weekday)
    else:
        words = t(f"meetups-every-{rhythm.recurrence}", weekday=weekday)
    if rhythm.until is None:
        return words
    # The last day has no hour: noon is in it everywhere that matters.
    return t("meetups-until", words=words, day=f"{rhythm.until:%d/%m/%Y}")


def counts_words(counts: Counts, capacity: int | None, t: Speaker) -> str:
    words = [t("meetups-count-yes", count=counts.yes), t("meetups-count-maybe", count=counts.maybe)]
    if counts.waiting:
        words.append(t("meetups-count-waiting", count=counts.waiting))
    if capacity is not None:
        words.append(t("meetups-count-left", count=max(0, capacity - counts.yes), capacity=capacity))
    return " · ".join(words)


def body(facts: DateFacts, t: Speaker) -> list[str]:
    occurrence, meetup = facts.occurrence, facts.meetup
    texts = occurrence.texts
    when = f"{stamp(occurrence.starts_at)} ({stamp(occurrence.starts_at, 'R')})"
    lines = [
        f"**{t('meetups-label-when')}** {when} · {length(minutes_of(occurrence), t)}",
        f"**{t('meetups-label-where')}** {neutral(texts.place, PLACE)}",
    ]
    if rhythm := rhythm_words(meetup.rhythm, facts.place, t):
        lines.append(f"**{t('meetups-label-rhythm')}** {rhythm}")
    lines.append(f"**{t('meetups-label-answers')}** {counts_words(facts.counts, meetup.capacity, t)}")
    if facts.change_at is not None:
        lines.append(f"-# {t('meetups-clock-change', day=stamp(facts.change_at, 'D'))}")
    if occurrence.event_problem:
        lines.append(f"-# {t(f'meetups-no-event-{occurrence.event_problem}')}")
    about = [neutral(texts.about, ABOUT)] if texts.about else []
    return [f"## {neutral(texts.title, TITLE)}", *about, "\n".join(lines)]


def coming_line(date: ComingDate, t: Speaker) -> str:
    line = f"- {stamp(date.starts_at)}"
    if date.turn:
        line += f" · {t(f'meetups-turn-{date.turn}')}"
    elif date.change_at is not None:
        line += f" · {t('meetups-near-change', day=stamp(date.change_at, 'D'))}"
    return line


def answer_row(occurrence_id: int, t: Speaker) -> ui.ActionRow[Any]:
    return row(
        button(t("meetups-yes"), f"meetups:yes:{occurrence_id}", style=discord.ButtonStyle.success),
        button(t("meetups-maybe"), f"meetups:maybe:{occurrence_id}"),
        button(t("meetups-no"), f"meetups:no:{occurrence_id}"),
    )
