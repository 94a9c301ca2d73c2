"""The moderators' panel, and the two posts of the settings."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import discord
from discord import ui

from bot.screen.i18n import LANGUAGES, Speaker
from bot.screen.ui import ACCENT, Field, Layout, button, form, row, rows
from bot.storage.settings import Community
from cogs.settings.models import USUAL_ZONES

CHANNELS = ("announcements", "moderators")


def panel_card(sections: Sequence[tuple[str, str]], t: Speaker) -> Layout:
    """`sections`: key and what it says now, in order."""
    lines = "\n".join(f"**{t(f'settings-section-{key}')}** — {now}" for key, now in sections)
    buttons = [button(t(f"settings-section-{key}"), f"settings:section:{key}") for key, _ in sections]
    return Layout(f"## {t('settings-title')}", t("settings-intro"), lines, *rows(buttons), accent=ACCENT)


def back_row(t: Speaker) -> ui.ActionRow[Any]:
    return row(button(t("settings-back"), "settings:panel:"))


def language_card(community: Community, t: Speaker) -> Layout:
    language: ui.Select[Any] = ui.Select(
        custom_id="settings:language:",
        options=[
            discord.SelectOption(label=t(f"language-{name}"), value=name, default=name == community.language)
            for name in LANGUAGES
        ],
    )
    follow: ui.Select[Any] = ui.Select(
        custom_id="settings:follow:",
        options=[
            discord.SelectOption(
                label=t(f"settings-follow-{value}"),
                value=value,
                default=(value == "yes") is community.follow_member_language,
            )
            for value in ("no", "yes")
        ],
    )
    return Layout(
        t("settings-language-question"),
        row(language),
        t("settings-follow-question"),
        row(follow),
        back_row(t),
    )


def zone_card(community: Community, t: Speaker) -> Layout:
    names = dict.fromkeys([*USUAL_ZONES, community.timezone])
    select: ui.Select[Any] = ui.Select(
        custom_id="settings:zone:",
        options=[discord.SelectOption(label=name, value=name, default=name == community.timezone) for name in names],
    )
    return Layout(
        t("settings-zone-question"),
        row(select),
        row(
            button(t("settings-zone-other"), "settings:zone-form:"),
            button(t("settings-back"), "settings:panel:"),
        ),
    )


def zone_form(typed: str, t: Speaker) -> ui.Modal:
    return form(
        t("settings-section-zone"),
        "settings:zone-typed:",
        [
            Field(
                "zone",
                t("settings-zone-label"),
                t("settings-zone-hint"),
                typed,
                placeholder="Europe/Paris",
                most=60,
            )
        ],
    )


def moderators_card(community: Community, t: Speaker, *, role_is_there: bool) -> Layout:
    select: ui.RoleSelect[Any] = ui.RoleSelect(
        custom_id="settings:moderators:",
        placeholder=t("settings-moderators-placeholder"),
        min_values=0,
        max_values=1,
        default_values=[discord.Object(community.moderators_role_id)]
        if community.moderators_role_id and role_is_there
        else [],
    )
    return Layout(t("settings-moderators-question"), row(select), back_row(t))


def channels_card(community: Community, t: Speaker, *, there: frozenset[int]) -> Layout:
    """`there`: the channels that still exist."""
    blocks: list[str | ui.Item[Any]] = []
    for purpose in CHANNELS:
        current: int | None = getattr(community, f"{purpose}_channel_id")
        select: ui.ChannelSelect[Any] = ui.ChannelSelect(
            custom_id=f"settings:channel:{purpose}",
            channel_types=[discord.ChannelType.text, discord.ChannelType.news],
            min_values=0,
            max_values=1,
            placeholder=t("settings-channel-placeholder"),
            default_values=[discord.Object(current)] if current in there else [],
        )
        blocks += [t(f"settings-channel-{purpose}"), row(select)]
    return Layout(*blocks, back_row(t))


def thresholds_card(community: Community, t: Speaker) -> Layout:
    return Layout(
        t(
            "settings-thresholds-now",
            electorate=community.minimum_electorate,
            answers=community.minimum_answers,
        ),
        row(
            button(t("settings-thresholds-raise"), "settings:thresholds-form:"),
            button(t("settings-back"), "settings:panel:"),
        ),
    )


def thresholds_form(electorate: str, answers: str, t: Speaker) -> ui.Modal:
    return form(
        t("settings-section-thresholds"),
        "settings:thresholds-typed:",
        [
            Field(
                "electorate",
                t("settings-electorate-label"),
                t("settings-electorate-hint"),
                electorate,
                most=6,
            ),
            Field("answers", t("settings-answers-label"), t("settings-answers-hint"), answers, most=6),
        ],
    )


def welcome_card(t: Speaker) -> Layout:
    return Layout(
        f"## {t('settings-welcome-title')}",
        t("settings-welcome-text"),
        row(button(t("settings-welcome-button"), "settings:open:", style=discord.ButtonStyle.primary)),
        accent=ACCENT,
    )


def anonymity_changed_card(electorate: int, answers: int, t: Speaker) -> Layout:
    return Layout(t("settings-thresholds-announced", electorate=electorate, answers=answers), accent=ACCENT)


def to_correct_card(problem: str, again: str, t: Speaker) -> Layout:
    """`again`: the custom_id of the button that opens the form filled."""
    return Layout(problem, row(button(t("form-correct"), again, style=discord.ButtonStyle.primary)))
