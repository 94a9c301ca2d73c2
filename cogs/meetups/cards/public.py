"""What stands in the channel and in the thread."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import discord
from discord import ui

from bot.screen.i18n import Speaker
from bot.screen.neutral import neutral, plain
from bot.screen.ui import ACCENT, QUIET, WARM, Field, Layout, button, form, row, stamp
from cogs.meetups.cards.parts import TITLE, answer_row, body
from cogs.meetups.models import Change, Counts, DateFacts, Meetup, Occurrence, Status

_MOST_NOTES = 3500


def meetup_card(facts: DateFacts, t: Speaker) -> Layout:
    """The date to come; once there is none, the last."""
    occurrence, meetup = facts.occurrence, facts.meetup
    open_ = occurrence.status is Status.PLANNED
    blocks: list[str | ui.Item[Any]] = [*body(facts, t)]
    if not open_:
        blocks.append(f"**{t(f'meetups-is-{occurrence.status}')}**")
    if facts.notes is not None:
        blocks.append(row(button(t("meetups-read-notes"), f"library:show:{facts.notes}")))
    if open_:
        blocks.append(answer_row(occurrence.occurrence_id, t))
    foot = [
        button(t("meetups-who"), f"meetups:who:{occurrence.occurrence_id}"),
        button(t("meetups-dates"), f"meetups:dates:{meetup.meetup_id}:0"),
    ]
    if open_:
        foot[:0] = [
            button(t("meetups-remind-me"), "meetups:preferences:"),
            button(t("meetups-calendar"), f"meetups:calendar:{occurrence.occurrence_id}"),
        ]
    return Layout(*blocks, row(*foot), accent=ACCENT if open_ else QUIET)


def date_card(facts: DateFacts, t: Speaker, *, mine: str) -> Layout:
    """One date, privately; `mine`: what the reader answered, in words."""
    occurrence = facts.occurrence
    blocks: list[str | ui.Item[Any]] = [*body(facts, t), mine]
    if facts.notes is not None:
        blocks.append(row(button(t("meetups-read-notes"), f"library:show:{facts.notes}")))
    if occurrence.status is Status.PLANNED:
        blocks.append(answer_row(occurrence.occurrence_id, t))
    blocks.append(
        row(
            button(t("meetups-who"), f"meetups:who:{occurrence.occurrence_id}"),
            button(t("meetups-calendar"), f"meetups:calendar:{occurrence.occurrence_id}"),
        )
    )
    return Layout(*blocks)


def reminder_card(occurrence: Occurrence, mentions: list[int], t: Speaker) -> Layout:
    """The time left is Discord's to count: it stays true however late this comes."""
    text = t(
        "meetups-reminder",
        title=neutral(occurrence.texts.title, TITLE),
        left=stamp(occurrence.starts_at, "R"),
        when=stamp(occurrence.starts_at),
        place=neutral(occurrence.texts.place, 500),
    )
    people = [" ".join(f"<@{user_id}>" for user_id in mentions)] if mentions else []
    return Layout(text, *people, answer_row(occurrence.occurrence_id, t), accent=ACCENT)


def private_reminder_card(occurrence: Occurrence, t: Speaker, *, jump: str) -> Layout:
    text = t(
        "meetups-reminder",
        title=neutral(occurrence.texts.title, TITLE),
        left=stamp(occurrence.starts_at, "R"),
        when=stamp(occurrence.starts_at),
        place=neutral(occurrence.texts.place, 500),
    )
    return Layout(text, f"-# {jump} · {t('meetups-private-why')}", accent=ACCENT)


def change_card(change: Change, t: Speaker) -> Layout:
    """Old and new, where they differ; the same in the thread and in private."""
    before, after = change.before, change.after
    title = neutral(before.title, TITLE)
    reach = t(f"meetups-reach-{change.scope}")
    if change.cancelled:
        text = t("meetups-cancelled-told", title=title, when=stamp(before.starts_at), reach=reach)
        return Layout(text, accent=WARM)
    lines = [t("meetups-changed-told", title=title, reach=reach)]
    if before.title != after.title:
        lines.append(_line("title", neutral(before.title, TITLE), neutral(after.title, TITLE), t))
    if (before.starts_at, before.ends_at) != (after.starts_at, after.ends_at):
        old, new = (f"{stamp(side.starts_at)} → {stamp(side.ends_at, 't')}" for side in (before, after))
        lines.append(_line("when", old, new, t))
    if before.place != after.place:
        lines.append(_line("where", neutral(before.place, 400), neutral(after.place, 400), t))
    if before.about != after.about:
        lines.append(f"**{t('meetups-label-about')}** {neutral(after.about, 1200)}")
    return Layout("\n".join(lines), answer_row(change.occurrence_id, t), accent=WARM)


def _line(label: str, old: str, new: str, t: Speaker) -> str:
    return f"**{t(f'meetups-label-{label}')}** ~~{old}~~\n→ {new}"


def promoted_card(occurrence: Occurrence, t: Speaker) -> Layout:
    text = t("meetups-promoted", title=neutral(occurrence.texts.title, TITLE), when=stamp(occurrence.starts_at))
    return Layout(text, answer_row(occurrence.occurrence_id, t), accent=ACCENT)


def notes_card(meetup: Meetup, occurrence: Occurrence, t: Speaker) -> Layout:
    who = f"<@{meetup.organiser_id}>" if meetup.organiser_id else t("meetups-organisers")
    return Layout(
        t("meetups-notes-asked", who=who, title=neutral(occurrence.texts.title, TITLE)),
        row(button(t("meetups-write-notes"), f"meetups:notes:{occurrence.occurrence_id}")),
        accent=ACCENT,
    )


def notes_form(occurrence: Occurrence, counts: Counts, links: Sequence[tuple[str, str]], t: Speaker) -> ui.Modal:
    """Who was there only if they want to say it: nothing of it is filled in by name.

    `links`: (title, address) of what was shared around the date, for whoever writes to keep or strike out.
    """
    title = t("meetups-notes-title", title=plain(occurrence.texts.title, 80), day=t.day(occurrence.starts_at))
    fields = [
        Field("title", t("meetups-form-title"), value=plain(title, 120), most=120),
        Field("summary", t("meetups-notes-summary"), required=False, most=300),
        Field(
            "text",
            t("meetups-notes-text"),
            t("meetups-notes-text.hint"),
            _links_shared(links, t),
            long=True,
            most=_MOST_NOTES,
        ),
        Field(
            "attendance",
            t("meetups-notes-attendance"),
            t("meetups-notes-attendance.hint", count=counts.yes),
            required=False,
            most=300,
        ),
    ]
    return form(t("meetups-write-notes"), f"meetups:noted:{occurrence.occurrence_id}", fields)


def _links_shared(links: Sequence[tuple[str, str]], t: Speaker) -> str:
    """As many as leave half of the room to write in; none is cut."""
    lines, left = list[str](), _MOST_NOTES // 2
    for title, url in links:
        line = t("meetups-notes-link", title=plain(title, 150), url=url)
        left -= len(line) + 1
        if left < 0:
            break
        lines.append(line)
    return "\n".join(["", "", t("meetups-notes-links"), *lines]) if lines else ""


def noted_card(draft_id: int, t: Speaker) -> Layout:
    """On to the library, where it is completed and sent."""
    resume = button(t("meetups-notes-go-on"), f"library:resume:{draft_id}", style=discord.ButtonStyle.primary)
    return Layout(t("meetups-noted"), row(resume), accent=ACCENT)
