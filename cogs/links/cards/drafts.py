"""Before publishing: what the page says, what is known of it, and everything that may be changed."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import discord
from discord import ui

from bot.screen.i18n import Speaker
from bot.screen.neutral import neutral, plain
from bot.screen.ui import ACCENT, WARM, Field, Layout, button, choice, form, rows
from cogs.links.cards.parts import (
    NOTE,
    Block,
    TagName,
    about_line,
    described,
    fitted,
    heading,
    jump_button,
    open_button,
    tag_line,
    voices,
    written_address,
)
from cogs.links.models import MOST_DESCRIPTION, MOST_NOTE, MOST_TITLE, Draft, Link

_MOST_SHARES = 3


def draft_card(draft: Draft, t: Speaker, tag_name: TagName, *, problem: str = "") -> Layout:
    unread = [f"**{t('links-kept-unread', why=t(f'links-reason-{draft.problem}'))}**"] if draft.problem else []
    address = draft.addresses.canonical
    blocks: list[Block] = [
        f"-# {t('links-preview')}",
        heading(draft.about.title or address),
        f"-# {about_line(draft.about, draft.addresses, t)}",
        *described(draft.about),
        *written_address(address),
        *unread,
        *_own_words(draft, t, tag_name),
        f"-# {_leaving(draft, t)}",
        *([f"**{problem}**"] if problem else []),
        *rows(_acts(draft, t, "links-publish")),
    ]
    return Layout(*fitted(blocks), accent=WARM if unread else ACCENT)


def known_card(draft: Draft, known: Link, t: Speaker, tag_name: TagName, *, guild_id: int, problem: str = "") -> Layout:
    """By whom, when, where; and a place for one's own words."""
    blocks: list[Block] = [
        f"**{t('links-known')}**",
        heading(known.title),
        f"-# {about_line(known.about, known.addresses, t)}",
        voices(known, t, _MOST_SHARES, "> "),
        *_own_words(draft, t, tag_name),
        f"-# {_leaving(draft, t)}",
        *([f"**{problem}**"] if problem else []),
        *rows([*_acts(draft, t, "links-share-again"), *_looks(known, t, guild_id)]),
    ]
    return Layout(*fitted(blocks), accent=WARM)


def _own_words(draft: Draft, t: Speaker, tag_name: TagName) -> list[str]:
    note = t("links-your-note", note=neutral(draft.note, NOTE)) if draft.note else t("links-no-note")
    return [note, *tag_line(draft.tags, t, tag_name)]


def _leaving(draft: Draft, t: Speaker) -> str:
    permissions = draft.permissions
    how = "named" if permissions.leaves_with_name else "nameless" if permissions.leaves_discord else "never"
    return t(f"links-leaves-{how}")


def _acts(draft: Draft, t: Speaker, publish: str) -> list[ui.Button[Any]]:
    number, permissions = draft.draft_id, draft.permissions
    leaves, named = ("on" if flag else "off" for flag in (permissions.leaves_discord, permissions.leaves_with_name))
    return [
        button(t(publish), f"links:publish:{number}", style=discord.ButtonStyle.primary),
        button(t("links-edit"), f"links:write:{number}"),
        button(t(f"links-switch-leaves-{leaves}"), f"links:switch:{number}:leaves"),
        *(
            [button(t(f"links-switch-name-{named}"), f"links:switch:{number}:name")]
            if permissions.leaves_discord
            else []
        ),
        *([button(t("links-retry"), f"links:retry:{number}")] if draft.problem else []),
        button(t("links-discard"), f"links:discard:{number}"),
    ]


def _looks(known: Link, t: Speaker, guild_id: int) -> list[ui.Button[Any]]:
    return [*jump_button(known, t, guild_id), *open_button(known.addresses.canonical, t)]


def pick_card(drafts: Sequence[Draft], t: Speaker, *, more: int) -> Layout:
    """Several links in one message: which one?"""
    options = [
        discord.SelectOption(
            label=plain(draft.addresses.host, 100),
            description=plain(draft.addresses.canonical, 100),
            value=f"{draft.draft_id}",
        )
        for draft in drafts
    ]
    return Layout(
        t("links-which", count=len(drafts)),
        choice("links:pick:", options, placeholder=t("links-which-hint")),
        *([f"-# {t('links-too-many', count=more)}"] if more > 0 else []),
        accent=ACCENT,
    )


def share_form(t: Speaker) -> ui.Modal:
    """From the home card."""
    return form(
        t("home-link-share"),
        "links:new:",
        [
            Field("url", t("links-field-url"), t("links-field-url.hint"), placeholder="https://"),
            *_words_fields(t, "", ""),
        ],
    )


def draft_form(draft: Draft, t: Speaker, tag_name: TagName) -> ui.Modal:
    """Of a page that is known, only one's own words."""
    tags = ", ".join(tag_name(tag) for tag in draft.tags)
    page = [] if draft.link_id is not None else page_fields(draft.about.title, draft.about.description, t)
    return form(t("links-edit"), f"links:written:{draft.draft_id}", [*page, *_words_fields(t, draft.note, tags)])


def page_fields(title: str, description: str, t: Speaker) -> list[Field]:
    return [
        Field("title", t("links-field-title"), value=title, required=False, most=MOST_TITLE),
        Field(
            "description",
            t("links-field-description"),
            value=description,
            required=False,
            most=MOST_DESCRIPTION,
            long=True,
        ),
    ]


def _words_fields(t: Speaker, note: str, tags: str) -> list[Field]:
    return [
        Field(
            "note", t("links-field-note"), t("links-field-note.hint"), value=note, required=False, most=MOST_NOTE,
            long=True,
        ),
        Field("tags", t("links-field-tags"), t("links-field-tags.hint"), value=tags, required=False, most=400),
    ]  # fmt: skip


def edit_form(link: Link, user_id: int, t: Speaker, tag_name: TagName, *, whole: bool) -> ui.Modal:
    """`whole`: title, description and tags too, for the first sharer and moderators."""
    share = link.share_of(user_id)
    tags = ", ".join(tag_name(tag) for tag in link.tags)
    note, tag_field = _words_fields(t, share.note if share else "", tags)
    return form(
        t("links-edit"),
        f"links:edited:{link.link_id}",
        [
            *(page_fields(link.about.title, link.about.description, t) if whole else []),
            *([note] if share else []),
            *([tag_field] if whole else []),
        ],
    )
