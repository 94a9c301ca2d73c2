"""What one member sees: their answer, who comes, their reminders, lists, the calendar."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import discord
from discord import ui

from bot.screen.i18n import Speaker
from bot.screen.neutral import neutral, plain
from bot.screen.ui import ACCENT, Layout, button, choice, pager, row, rows, stamp, told_card
from cogs.meetups.cards.parts import TITLE
from cogs.meetups.models import LEADS, Answer, Listed, Occurrence, Preferences, Rsvp

# Three groups, a title and the counts fit a message.
_NAMES_SHOWN = 45
_ON_A_BUTTON = 40


def answer_words(rsvp: Rsvp | None, place: int, t: Speaker) -> str:
    """`place` on the waiting list, from 1."""
    if rsvp is None:
        return t("meetups-mine-none")
    if rsvp.waiting:
        return t("meetups-mine-waiting", place=place)
    return t(f"meetups-mine-{rsvp.answer}")


def answered_card(occurrence: Occurrence, words: str, t: Speaker) -> Layout:
    text = t("meetups-answered", title=neutral(occurrence.texts.title, TITLE), when=stamp(occurrence.starts_at))
    return told_card(
        f"{text}\n{words}",
        button(t("meetups-remind-me"), "meetups:preferences:"),
        button(t("meetups-calendar"), f"meetups:calendar:{occurrence.occurrence_id}"),
        accent=ACCENT,
    )


def who_card(occurrence: Occurrence, rsvps: Sequence[Rsvp], hidden: frozenset[int], t: Speaker) -> Layout:
    """`hidden`: those whose names this reader may not see."""
    groups = (
        ("yes", [rsvp for rsvp in rsvps if rsvp.answer is Answer.YES and not rsvp.waiting]),
        ("waiting", [rsvp for rsvp in rsvps if rsvp.waiting]),
        ("maybe", [rsvp for rsvp in rsvps if rsvp.answer is Answer.MAYBE]),
    )
    lines = [
        f"**{t(f'meetups-who-{name}', count=len(found))}** {_names(found, hidden, t)}"
        for name, found in groups
        if found
    ]
    title = t("meetups-who-title", title=neutral(occurrence.texts.title, TITLE), when=stamp(occurrence.starts_at))
    return Layout(title, "\n".join(lines) or t("meetups-who-nobody"))


def _names(rsvps: Sequence[Rsvp], hidden: frozenset[int], t: Speaker) -> str:
    shown = [rsvp for rsvp in rsvps if rsvp.user_id not in hidden]
    names = [f"<@{rsvp.user_id}>" for rsvp in shown[:_NAMES_SHOWN]]
    rest = len(rsvps) - len(names)
    return ", ".join([*names, *([t("meetups-who-others", count=rest)] if rest else [])])


def preferences_card(held: Preferences, usual: Sequence[int], t: Speaker) -> Layout:
    toggles = [
        button(
            t(f"meetups-prefer-{name}-{'off' if getattr(held, field) else 'on'}"),
            f"meetups:prefer:{field}:{0 if getattr(held, field) else 1}",
            style=discord.ButtonStyle.success if getattr(held, field) else discord.ButtonStyle.secondary,
        )
        for name, field in (("mentioned", "mentioned"), ("dm", "by_dm"), ("hidden", "hidden"))
    ]
    leads = usual if held.leads is None else held.leads
    options = [
        discord.SelectOption(label=t(f"meetups-lead-{lead}"), value=f"{lead}", default=lead in leads) for lead in LEADS
    ]
    return Layout(
        t("meetups-preferences"),
        *(row(toggle) for toggle in toggles),
        choice("meetups:leads:", options, placeholder=t("meetups-leads-placeholder"), least=0, most=len(options)),
        f"-# {t('meetups-preferences-foot')}",
    )


def list_card(lines: Sequence[Listed], t: Speaker, *, key: str, number: int, pages: int) -> Layout:
    """`key`: of the list, all or mine or those of a meetup."""
    words = [_line(listed, t) for listed in lines] or [t("meetups-list-empty")]
    buttons = [
        button(
            plain(
                f"{listed.occurrence.starts_at.astimezone(t.zone):%d/%m} · {listed.occurrence.texts.title}",
                _ON_A_BUTTON,
            ),
            f"meetups:open:{listed.occurrence.occurrence_id}",
        )
        for listed in lines
    ]
    blocks: list[str | ui.Item[Any]] = [f"## {t('meetups-list-title')}", *words, *rows(buttons)]
    extra = [row(button(t("meetups-remind-me"), "meetups:preferences:"))] if key == "mine" else []
    return Layout(*blocks, *extra, *pager(t, number, pages, lambda page: f"meetups:page:{key}:{page}"))


def _line(listed: Listed, t: Speaker) -> str:
    occurrence = listed.occurrence
    answer = f" · {t(f'meetups-short-{listed.mine.answer}')}" if listed.mine else ""
    status = "" if occurrence.status == "planned" else f" · {t(f'meetups-is-{occurrence.status}')}"
    return f"**{neutral(occurrence.texts.title, TITLE)}**\n{stamp(occurrence.starts_at)}{answer}{status}"


def calendar_card(files: Sequence[str], t: Speaker, *, google: str | None, words: str) -> Layout:
    """`words`: the hour with its zone, as the files say it."""
    held: list[ui.Item[Any]] = [ui.File[Any](f"attachment://{name}") for name in files]
    if google:
        held.append(row(ui.Button(label=t("meetups-google"), url=google)))
    return Layout(t("meetups-calendar-text"), words, *held)


def choice_name(occurrence: Occurrence, t: Speaker) -> str:
    """How a date is named in an autocompletion."""
    return plain(f"{occurrence.starts_at.astimezone(t.zone):%d/%m/%Y %H:%M} · {occurrence.texts.title}", 100)
