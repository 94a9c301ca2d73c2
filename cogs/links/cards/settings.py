"""The moderators' choices: channels that are watched, and whom a site's owner can reach."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import discord
from discord import ui

from bot.screen.i18n import Speaker
from bot.screen.neutral import neutral
from bot.screen.ui import Field, Layout, button, form, row

MOST_WATCHED = 10


def settings_card(watched: Sequence[int], channel_id: int | None, contact: str, t: Speaker, *, reads: bool) -> Layout:
    """`reads`: this session is told what members write."""
    select: ui.ChannelSelect[Any] = ui.ChannelSelect(
        custom_id="links:watch:",
        channel_types=[discord.ChannelType.text, discord.ChannelType.news],
        min_values=0,
        max_values=MOST_WATCHED,
        placeholder=t("links-watch-placeholder"),
        default_values=[discord.Object(channel_id) for channel_id in watched],
    )
    channel: ui.ChannelSelect[Any] = ui.ChannelSelect(
        custom_id="links:channel:",
        channel_types=[discord.ChannelType.text, discord.ChannelType.news],
        min_values=0,
        max_values=1,
        placeholder=t("settings-channel-placeholder"),
        default_values=[discord.Object(channel_id)] if channel_id else [],
    )
    state = "off" if not watched else "on" if reads else "next-start"
    return Layout(
        t("links-channel-question"),
        row(channel),
        t("links-watch-question"),
        f"-# {t(f'links-watch-{state}')}",
        row(select),
        t("links-contact-question", contact=neutral(contact, 200) or "—"),
        row(button(t("links-contact-change"), "links:contact:"), button(t("settings-back"), "settings:panel:")),
    )


def contact_form(contact: str, t: Speaker) -> ui.Modal:
    field = Field("contact", t("links-field-contact"), t("links-field-contact.hint"), contact, required=False, most=200)
    return form(t("links-contact-change"), "links:contact-typed:", [field])
