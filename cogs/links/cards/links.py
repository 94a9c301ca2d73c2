"""A link that is kept: on its public card, in private, in lists."""

from __future__ import annotations

from typing import Any

import discord
from discord import ui

from bot.screen.i18n import Speaker
from bot.screen.neutral import clip, neutral, plain
from bot.screen.ui import ACCENT, QUIET, WARM, Layout, button, pager, row, rows
from cogs.links.cards.parts import (
    SHORT,
    Block,
    TagName,
    about_line,
    described,
    fitted,
    heading,
    health_line,
    jump_button,
    mark_buttons,
    open_button,
    tag_line,
    voices,
    written_address,
)
from cogs.links.models import Health, Link, LinkPage, Share

_MOST_SHARES, _ON_CARD = 6, 2
_ON_A_BUTTON = 60


def public_card(link: Link, t: Speaker, tag_name: TagName) -> Layout:
    """In the channel."""
    blocks: list[Block] = [
        heading(link.title),
        f"-# {about_line(link.about, link.addresses, t)}",
        *described(link.about),
        *written_address(link.addresses.canonical),
        voices(link, t, _ON_CARD),
        *tag_line(link.tags, t, tag_name),
        *health_line(link, t),
        row(
            *open_button(link.addresses.canonical, t),
            *mark_buttons(link, t),
            button(t("links-see"), f"links:show:{link.link_id}"),
        ),
    ]
    return Layout(*fitted(blocks), accent=QUIET if link.checkup.health is Health.DEAD else ACCENT)


def again_card(link: Link, share: Share, t: Speaker) -> Layout:
    """Under the card of a page that somebody shares again."""
    return Layout(
        t("links-again", who=f"<@{share.user_id}>", title=neutral(link.title, 150)),
        *([f"> {neutral(share.note, 500)}"] if share.note else []),
        accent=ACCENT,
    )


def down_card(t: Speaker) -> Layout:
    return Layout(t("links-down"), accent=QUIET)


def link_card(link: Link, t: Speaker, tag_name: TagName, *, user_id: int, moderator: bool, guild_id: int) -> Layout:
    """In private: everything, and what this member may do."""
    blocks: list[Block] = [
        heading(link.title),
        f"-# {about_line(link.about, link.addresses, t)}",
        *described(link.about),
        *written_address(link.addresses.canonical),
        voices(link, t, _MOST_SHARES, "> "),
        *tag_line(link.tags, t, tag_name),
        *health_line(link, t, detailed=True),
        *_permission(link, t, user_id),
        *rows([*open_button(link.addresses.canonical, t), *mark_buttons(link, t), *jump_button(link, t, guild_id)]),
        *rows(_acts(link, t, user_id, moderator=moderator)),
    ]
    return Layout(*fitted(blocks), accent=WARM if link.checkup.health is Health.DEAD else ACCENT)


def _permission(link: Link, t: Speaker, user_id: int) -> list[str]:
    share = link.share_of(user_id)
    if share is None:
        return []
    permissions = share.permissions
    how = "named" if permissions.leaves_with_name else "nameless" if permissions.leaves_discord else "never"
    return [f"-# {t(f'links-leaves-{how}')}"]


def _acts(link: Link, t: Speaker, user_id: int, *, moderator: bool) -> list[ui.Button[Any]]:
    number, share = link.link_id, link.share_of(user_id)
    report = button(t("review-report"), f"review:report:links:{number}")
    if share is None and not moderator:
        return [report]
    sick = link.checkup.health in {Health.DEAD, Health.MOVED, Health.FAILING}
    permissions = share.permissions if share else None
    leaves = "on" if permissions and permissions.leaves_discord else "off"
    named = "on" if permissions and permissions.leaves_with_name else "off"
    return [
        button(t("links-edit"), f"links:edit:{number}"),
        *([button(t("links-repair"), f"links:repair:{number}")] if sick else []),
        *([button(t(f"links-switch-leaves-{leaves}"), f"links:permit:{number}:leaves")] if share else []),
        *([button(t(f"links-switch-name-{named}"), f"links:permit:{number}:name")] if leaves == "on" else []),
        button(t("links-remove"), f"links:remove:{number}", style=discord.ButtonStyle.danger),
        *([report] if share is None else []),
    ]


def list_card(page: LinkPage, t: Speaker, tag_name: TagName, *, tag: str = "") -> Layout:
    title = t("links-list-of", tag=neutral(tag_name(tag), 45)) if tag else t("links-list")
    return Layout(
        f"## {title}",
        *([t("links-count", count=page.total)] if page.total else [t("links-list-empty")]),
        *(_line(link, t) for link in page.links),
        *pager(t, page.number, page.pages, lambda number: f"links:list:{number}:{tag[:60]}"),
        accent=ACCENT,
    )


def later_card(page: LinkPage, t: Speaker) -> Layout:
    return Layout(
        f"## {t('links-later-list')}",
        *([f"-# {t('links-later-private')}"] if page.total else [t("links-later-empty")]),
        *(_later_line(link, t) for link in page.links),
        *pager(t, page.number, page.pages, lambda number: f"links:later-list:{number}"),
        accent=ACCENT,
    )


def _line(link: Link, t: Speaker) -> ui.Section[Any]:
    return ui.Section(ui.TextDisplay(_words(link, t)), accessory=button(t("links-see"), f"links:show:{link.link_id}"))


def _later_line(link: Link, t: Speaker) -> ui.Section[Any]:
    return ui.Section(
        ui.TextDisplay(_words(link, t)), accessory=button(t("links-later-done"), f"links:done:{link.link_id}")
    )


def _words(link: Link, t: Speaker) -> str:
    address = link.addresses.canonical
    where = [f"<{address}>"] if len(address) <= SHORT else []
    lines = [
        f"**{neutral(link.title, 150)}**",
        f"-# {clip(about_line(link.about, link.addresses, t), 150)}",
        *where,
        *health_line(link, t),
    ]
    return "\n".join(lines)


def file_card(name: str, t: Speaker) -> Layout:
    """An export, sent with it."""
    file: ui.File[Any] = ui.File(f"attachment://{name}")
    return Layout(t("links-exported"), file, accent=ACCENT)


def published_card(link: Link, t: Speaker, *, again: bool, channel_id: int | None) -> Layout:
    found = [] if again else [t("links-published-nowhere")]
    where = [t("links-published-in", channel=f"<#{channel_id}>")] if channel_id else found
    text = t("links-shared-again") if again else t("links-shared")
    return Layout(
        "\n".join([f"**{text}**", *where]),
        row(button(t("links-see"), f"links:show:{link.link_id}")),
        accent=ACCENT,
    )


def removal_card(link: Link, t: Speaker, *, only_mine: bool) -> Layout:
    """Asks first."""
    key = "links-remove-mine-sure" if only_mine else "links-remove-sure"
    question = t(key, title=neutral(link.title, 150))
    return _sure_card(question, f"links:removed:{link.link_id}", f"links:show:{link.link_id}", t)


def _sure_card(question: str, yes: str, no: str, t: Speaker) -> Layout:
    """A step that cannot be undone asks first. `yes` and `no` are custom_ids."""
    return Layout(
        question,
        row(button(t("links-sure-yes"), yes, style=discord.ButtonStyle.danger), button(t("links-sure-no"), no)),
        accent=WARM,
    )


def reported_blocks(link: Link, t: Speaker, tag_name: TagName) -> tuple[str, ...]:
    """For the review desk."""
    return tuple(
        filter(
            None,
            [
                f"-# {about_line(link.about, link.addresses, t)}",
                *described(link.about, 500),
                voices(link, t, _ON_CARD, "> "),
                *tag_line(link.tags, t, tag_name),
            ],
        )
    )


def list_choice(title: str) -> str:
    """How a link is named in an autocompletion."""
    return plain(title, 100)
