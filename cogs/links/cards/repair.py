"""Dead links: what its sharer is told, what the moderators read once a week, the ways to repair."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import discord
from discord import ui

from bot.screen.i18n import Speaker
from bot.screen.neutral import neutral, plain
from bot.screen.ui import ACCENT, WARM, Field, Layout, button, choice, form, row, stamp
from cogs.links.cards.parts import SHORT, open_button
from cogs.links.models import Health, Link

_LONGEST_TYPED = 2_048


def dead_card(link: Link, archive: str, t: Speaker) -> Layout:
    """To whoever shared it."""
    return Layout(t("links-told-dead", title=neutral(link.title, 200)), _ways(link, archive, t), accent=WARM)


def repair_card(link: Link, archive: str, t: Speaker, *, problem: str = "") -> Layout:
    return Layout(
        f"## {neutral(link.title, 200)}",
        _state(link, t),
        *([f"**{problem}**"] if problem else []),
        f"-# {t('links-repair-ways')}",
        _ways(link, archive, t),
        accent=WARM,
    )


def _ways(link: Link, archive: str, t: Speaker) -> ui.ActionRow[Any]:
    number = link.link_id
    return row(
        button(t("links-new-address"), f"links:address:{number}", style=discord.ButtonStyle.primary),
        *open_button(archive, t, "links-archived-copy"),
        button(t("links-archive"), f"links:archive:{number}"),
    )


def _state(link: Link, t: Speaker) -> str:
    checkup = link.checkup
    if checkup.health is Health.DEAD:
        return t("links-dead", since=stamp(checkup.failing_since or link.added_at, "D"))
    if checkup.health is Health.MOVED:
        return t("links-moved-to", address=f"<{checkup.moved_to}>" if len(checkup.moved_to) <= SHORT else "…")
    if checkup.failing_since:
        return t("links-failing", since=stamp(checkup.failing_since, "D"))
    return t("links-answers")


def address_form(link: Link, t: Speaker) -> ui.Modal:
    found = link.checkup.moved_to if len(link.checkup.moved_to) <= _LONGEST_TYPED else ""
    field = Field("url", t("links-field-url"), t("links-field-new-url.hint"), found, placeholder="https://")
    return form(t("links-new-address"), f"links:addressed:{link.link_id}", [field])


def weekly_card(links: Sequence[Link], total: int, t: Speaker) -> Layout:
    """One message a week for the moderators."""
    lines = "\n".join(f"- **{neutral(link.title, 100)}** — {_state(link, t)}" for link in links)
    options = [
        discord.SelectOption(
            label=plain(link.title, 100), value=f"{link.link_id}", description=link.addresses.host[:100]
        )
        for link in links
    ]
    more = total - len(links)
    return Layout(
        f"## {t('links-weekly', count=total)}",
        lines,
        *([f"-# {t('links-weekly-more', count=more)}"] if more > 0 else []),
        f"-# {t('links-weekly-how')}",
        choice("links:sick:", options, placeholder=t("links-weekly-choose")),
        accent=ACCENT,
    )
