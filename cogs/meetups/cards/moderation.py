"""What organisers and moderators are asked about Discord's own events; the settings."""

from __future__ import annotations

from collections.abc import Sequence

import discord

from bot.screen.i18n import Speaker
from bot.screen.neutral import neutral
from bot.screen.ui import WARM, Layout, button, choice, row, stamp
from cogs.meetups.cards.parts import TITLE
from cogs.meetups.models import EventFace, Occurrence


def conflict_card(occurrence: Occurrence, theirs: EventFace, t: Speaker) -> Layout:
    texts = occurrence.texts
    sides = [
        t(
            f"meetups-conflict-{side}",
            title=neutral(title, TITLE),
            when=stamp(starts_at),
            place=neutral(place, 300),
        )
        for side, title, starts_at, place in (
            ("theirs", theirs.title, theirs.starts_at, theirs.place),
            ("ours", texts.title, occurrence.starts_at, texts.place),
        )
    ]
    return Layout(
        t("meetups-conflict", title=neutral(texts.title, TITLE)),
        *sides,
        row(
            button(t("meetups-keep-theirs"), f"meetups:theirs:{occurrence.occurrence_id}"),
            button(t("meetups-keep-ours"), f"meetups:ours:{occurrence.occurrence_id}"),
        ),
        accent=WARM,
    )


def deleted_card(occurrence: Occurrence, t: Speaker) -> Layout:
    number = occurrence.occurrence_id
    return Layout(
        t("meetups-event-deleted", title=neutral(occurrence.texts.title, TITLE), when=stamp(occurrence.starts_at)),
        row(
            button(t("meetups-event-again"), f"meetups:event-again:{number}"),
            button(t("meetups-event-without"), f"meetups:event-without:{number}"),
            button(t("meetups-cancel-this"), f"meetups:cancel:{number}", style=discord.ButtonStyle.danger),
        ),
        accent=WARM,
    )


def full_card(occurrence: Occurrence, t: Speaker) -> Layout:
    text = t("meetups-events-full", title=neutral(occurrence.texts.title, TITLE), when=stamp(occurrence.starts_at))
    return Layout(text, accent=WARM)


def settings_card(planners: str, zones: Sequence[str], known: Sequence[str], t: Speaker) -> Layout:
    who = [
        discord.SelectOption(label=t(f"meetups-planners-{name}"), value=name, default=name == planners)
        for name in ("moderators", "everyone")
    ]
    listed = [discord.SelectOption(label=name, value=name, default=name in zones) for name in known]
    return Layout(
        t("meetups-settings-planners"),
        choice("meetups:planners:", who),
        t("meetups-settings-zones"),
        choice("meetups:zones:", listed, least=0, most=len(listed)),
        row(button(t("settings-back"), "settings:panel:")),
    )
