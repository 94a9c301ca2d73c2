"""The home card and the help."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import discord
from discord import ui

from bot.screen.checks import MODERATORS
from bot.screen.i18n import Speaker
from bot.screen.ui import ACCENT, Layout, button, pager, row, rows

TOUR = ("people", "channels", "home", "votes", "review", "letter", "trust")


@dataclass(frozen=True, slots=True)
class CommandHelp:
    """A command as Discord shows it: `mention` is clickable when `command_id` is known."""

    name: str
    description: str
    command_id: int | None

    @property
    def mention(self) -> str:
        return f"</{self.name}:{self.command_id}>" if self.command_id else f"`/{self.name}`"


@dataclass(frozen=True, slots=True)
class FeatureHelp:
    """The commands of one feature, for members and for moderators."""

    feature: str
    members: tuple[CommandHelp, ...]
    moderators: tuple[CommandHelp, ...]


def home_card(actions: Sequence[str], t: Speaker) -> Layout:
    """`actions`: the keys of the home actions, in order."""
    buttons = [
        button(
            t(f"home-{key}"),
            f"home:do:{key}",
            style=discord.ButtonStyle.primary if place == 0 else discord.ButtonStyle.secondary,
        )
        for place, key in enumerate(actions)
    ]
    return Layout(f"## {t('home-title')}", t("home-text"), *rows(buttons), "-# " + t("home-foot"), accent=ACCENT)


def help_card(features: Sequence[FeatureHelp], part: str, t: Speaker, *, others: Sequence[str] = ()) -> Layout:
    """`part`: for members or for moderators. `others`: the parts that may be turned to; both do not fit one message."""
    blocks: list[str | ui.Item[Any]] = [f"## {t('help-title')}", t("help-intro"), f"### {t(f'help-for-{part}')}"]
    for feature in features:
        commands = feature.moderators if part == MODERATORS else feature.members
        if commands:
            blocks.append(_feature(feature.feature, commands, t))
    turns = [button(t(f"help-for-{other}"), f"home:help:{other}") for other in others]
    blocks.append(row(button(t("help-first-steps"), "home:first-steps:"), *turns))
    return Layout(*blocks, "-# " + t("help-foot"), accent=ACCENT)


def _feature(feature: str, commands: Sequence[CommandHelp], t: Speaker) -> str:
    lines = "\n".join(f"- {command.mention} — {command.description}" for command in commands)
    return f"**{t(f'feature-{feature}')}**\n{lines}"


def choose_home_card(t: Speaker) -> Layout:
    select: ui.ChannelSelect[Any] = ui.ChannelSelect(
        custom_id="home:post:",
        channel_types=[discord.ChannelType.text, discord.ChannelType.news],
        placeholder=t("settings-channel-placeholder"),
    )
    return Layout(t("home-choose-channel"), row(select), row(button(t("settings-back"), "settings:panel:")))


def home_posted_card(channel_id: int, t: Speaker) -> Layout:
    return Layout(t("home-posted", channel=f"<#{channel_id}>"), row(button(t("settings-back"), "settings:panel:")))


def first_steps_card(t: Speaker) -> Layout:
    """What a newcomer can do in five minutes; in a direct message, to be found again."""
    return Layout(f"## {t('first-steps-title')}", t("first-steps-text"), "-# " + t("first-steps-foot"), accent=ACCENT)


def tour_card(page: int, t: Speaker) -> Layout:
    """For moderators: one thing a page, in the order in which a community is set up."""
    page = min(max(page, 0), len(TOUR) - 1)
    stop = TOUR[page]
    return Layout(
        f"## {t(f'tour-{stop}-title')}",
        t(f"tour-{stop}"),
        *pager(t, page, len(TOUR), lambda number: f"home:tour:{number}"),
        row(button(t("settings-back"), "settings:panel:")),
        accent=ACCENT,
    )
