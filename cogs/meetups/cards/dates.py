"""Looking for a date: the form, the public card, one's answers, the best slots."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import discord
from discord import ui

from bot.screen.i18n import Speaker
from bot.screen.neutral import neutral
from bot.screen.ui import ACCENT, QUIET, WARM, Field, Layout, button, choice, form, row, stamp
from cogs.meetups.cards.parts import TITLE, length
from cogs.meetups.models import MOST_SLOTS, MOST_TITLE, Answer, DatePoll, DatePollStatus, Slot

# Ten slots of two groups fit a message, whatever the title.
_NAMES_SHOWN = 5
_PROPOSED = 3


def dates_form(channel_id: int, minutes: int, t: Speaker) -> ui.Modal:
    fields = [
        Field("title", t("meetups-form-title"), t("meetups-form-title.hint", most=MOST_TITLE), required=False),
        Field(
            "slots",
            t("meetups-slots"),
            t("meetups-slots.hint", most=MOST_SLOTS),
            placeholder=t("meetups-slots.example"),
            long=True,
            required=False,
        ),
    ]
    return form(t("meetups-dates-form"), f"meetups:dates-form:{channel_id}:{minutes}", fields)


def dates_card(poll: DatePoll, slots: Sequence[Slot], t: Speaker) -> Layout:
    """The public card."""
    open_ = poll.status is DatePollStatus.OPEN
    foot = "meetups-dates-named" if open_ else "meetups-dates-closed"
    return Layout(
        *_head(poll, slots, t),
        f"-# {t(foot)}",
        row(
            *([button(t("meetups-dates-answer"), f"meetups:dates-answer:{poll.date_poll_id}",
                      style=discord.ButtonStyle.primary)] if open_ else []),
            button(t("meetups-dates-close" if open_ else "meetups-dates-best"),
                   f"meetups:dates-close:{poll.date_poll_id}"),
        ),
        accent=ACCENT if open_ else QUIET,
    )  # fmt: skip


def dates_preview_card(poll: DatePoll, slots: Sequence[Slot], t: Speaker) -> Layout:
    """As understood, before it is public."""
    publish = button(
        t("meetups-publish"), f"meetups:dates-publish:{poll.date_poll_id}", style=discord.ButtonStyle.success
    )
    return Layout(t("meetups-preview-intro", channel=f"<#{poll.channel_id}>"), *_head(poll, slots, t), row(publish))


def _head(poll: DatePoll, slots: Sequence[Slot], t: Speaker) -> list[str]:
    title = t("meetups-dates-title", title=neutral(poll.title, TITLE), length=length(poll.minutes, t))
    return [title, "\n".join(_line(slot, t) for slot in slots)]


def _line(slot: Slot, t: Speaker) -> str:
    groups = [
        f"{t(f'meetups-slot-{answer}')} {_names(slot.people(answer))}"
        for answer in (Answer.YES, Answer.MAYBE)
        if slot.people(answer)
    ]
    return f"- {stamp(slot.starts_at)}" + (f"\n  -# {' · '.join(groups)}" if groups else "")


def _names(people: Sequence[int]) -> str:
    shown = " ".join(f"<@{user_id}>" for user_id in people[:_NAMES_SHOWN])
    rest = len(people) - _NAMES_SHOWN
    return f"({len(people)}) {shown}" + (f" +{rest}" if rest > 0 else "")


def close_dates_card(poll: DatePoll, t: Speaker) -> Layout:
    """Before what cannot be undone."""
    sure = button(
        t("meetups-dates-close"), f"meetups:dates-close-now:{poll.date_poll_id}", style=discord.ButtonStyle.danger
    )
    return Layout(t("meetups-dates-close-sure", title=neutral(poll.title, TITLE)), row(sure), accent=WARM)


def my_slots_card(poll: DatePoll, slots: Sequence[Slot], user_id: int, t: Speaker, *, hours: Sequence[str]) -> Layout:
    """A select for each slot; `hours`: each of them in words, since a select shows no timestamp."""
    selects: list[ui.Item[Any]] = []
    for slot, hour in zip(slots, hours, strict=True):
        mine = dict(slot.answers).get(user_id)
        options = [
            discord.SelectOption(
                label=f"{hour} · {t(f'meetups-slot-{answer}')}"[:100], value=answer.value, default=answer is mine
            )
            for answer in Answer
        ]
        selects.append(choice(f"meetups:slot:{slot.slot_id}", options, placeholder=hour))
    title = t("meetups-dates-yours", title=neutral(poll.title, TITLE))
    return Layout(title, *selects, f"-# {t('meetups-dates-saved')}")


def best_card(poll: DatePoll, ranked: Sequence[Slot], t: Speaker, *, hours: Sequence[str]) -> Layout:
    """The best slots first, each to be planned at a press."""
    buttons = [
        button(
            t("meetups-dates-plan", hour=hour)[:80],
            f"meetups:dates-plan:{slot.slot_id}",
            style=discord.ButtonStyle.success if place == 0 else discord.ButtonStyle.secondary,
        )
        for place, (slot, hour) in enumerate(zip(ranked[:_PROPOSED], hours, strict=False))
    ]
    return Layout(
        t("meetups-dates-ranked", title=neutral(poll.title, TITLE)),
        "\n".join(_line(slot, t) for slot in ranked),
        *(row(item) for item in buttons),
    )
