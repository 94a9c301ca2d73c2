"""What several cards of links share: the lines that say what a page is. Every word of a page is made inert here."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime, time
from typing import Any

import discord
from discord import ui

from bot.screen.i18n import Speaker
from bot.screen.neutral import clip, neutral
from bot.screen.ui import button, stamp
from cogs.links.models import About, Addresses, Health, Link, Share

TITLE, DESCRIPTION, SHORT, NOTE = 250, 700, 200, 400
_LONGEST_BUTTON = 512
_MEGABYTE = 1_000_000
_LANGUAGES = frozenset({"fr", "en", "de", "es", "it", "nl", "pt", "ar"})
TagName = Callable[[str], str]
Block = str | ui.Item[Any]
# Of the 4,000 characters of a message; no text is cut below the second.
_ROOM, _SHORTEST = 3_900, 100


def heading(title: str) -> str:
    return f"## {neutral(' '.join(title.split()), TITLE)}"


def about_line(about: About, addresses: Addresses, t: Speaker) -> str:
    """Where, by whom, when, in which language, how long."""
    site = [neutral(about.site, 80)] if about.site and about.site.casefold() != addresses.host.casefold() else []
    dates = [t("links-published-on", day=_day(about, t))] if about.published_on else []
    language = (
        [t(f"links-language-{about.language}")] if about.language in _LANGUAGES and about.language != t.language else []
    )
    minutes = [t("links-minutes", count=about.reading_minutes)] if about.reading_minutes else []
    kind = [t("links-kind-pdf")] if about.kind == "pdf" else []
    size = [_size(about.size, t)] if about.size and about.kind not in {"", "html"} else []
    author = [neutral(about.author, 120)] if about.author else []
    return " · ".join([neutral(addresses.host, 100), *site, *author, *dates, *language, *minutes, *kind, *size])


def described(about: About, limit: int = DESCRIPTION) -> list[str]:
    return [neutral(about.description, limit)] if about.description else []


def tag_line(tags: Sequence[str], t: Speaker, tag_name: TagName) -> list[str]:
    names = ", ".join(neutral(tag_name(tag), 45) for tag in tags)
    return [f"-# {t('links-tags', tags=names)}"] if tags else []


def quoted(share: Share, t: Speaker) -> str:
    """Who shared it, and why."""
    who = t("links-by", who=f"<@{share.user_id}>") if share.user_id else t("links-by-nobody")
    said = f" — {neutral(share.note, NOTE)}" if share.note else ""
    return f"{who}, {stamp(share.shared_at, 'D')}{said}"


def voices(link: Link, t: Speaker, most: int, mark: str = "") -> str:
    """Who shares it and why, the first first; `mark` before each. Never empty."""
    lines = [mark + quoted(share, t) for share in link.shares[:most]] or [t("links-by-nobody")]
    more = len(link.shares) - most
    return "\n".join([*lines, *([f"-# {t('links-known-more', count=more)}"] if more > 0 else [])])


def health_line(link: Link, t: Speaker, *, detailed: bool = False) -> list[str]:
    """Nothing about a page that is well, unless asked for details."""
    health = link.checkup.health
    if health is Health.DEAD:
        return [f"**{t('links-dead', since=stamp(link.checkup.failing_since or link.added_at, 'D'))}**"]
    if health is Health.MOVED:
        return [f"-# {t('links-moved')}"]
    unread = [t("links-unread")] if not link.is_read else []
    return [f"-# {line}" for line in [*unread, *(_details(link, t) if detailed else [])]]


def _details(link: Link, t: Speaker) -> list[str]:
    """What is known and changes nothing yet."""
    checkup = link.checkup
    if checkup.health is Health.FAILING and checkup.failing_since:
        return [t("links-failing", since=stamp(checkup.failing_since, "D"))]
    if checkup.health is Health.BLOCKED or checkup.failure == "blocked":
        return [t("links-blocked")]
    return [t("links-checked", moment=stamp(checkup.checked_at, "R"))] if checkup.checked_at else []


def fitted(blocks: Sequence[Block]) -> list[Block]:
    """What a message holds: the longest texts are shortened, an address never."""
    held = list(blocks)
    while (over := sum(len(block) for block in held if isinstance(block, str)) - _ROOM) > 0:
        lengths = [len(block) if isinstance(block, str) and not block.startswith("<http") else 0 for block in held]
        place = lengths.index(max(lengths))
        longest = held[place]
        assert isinstance(longest, str)
        held[place] = clip(longest, max(len(longest) - over, _SHORTEST))
    return held


def open_button(address: str, t: Speaker, label: str = "links-open") -> list[ui.Button[Any]]:
    """None for an address that Discord takes no button for: it is then written out."""
    if len(address) > _LONGEST_BUTTON:
        return []
    return [ui.Button(label=t(label), url=address, style=discord.ButtonStyle.link)]


def jump_button(link: Link, t: Speaker, guild_id: int) -> list[ui.Button[Any]]:
    """To its card, or to the message it came from."""
    places = [(link.channel_id, link.message_id), *((s.source.channel_id, s.source.message_id) for s in link.shares)]
    place = next(((channel, message) for channel, message in places if channel and message), None)
    if place is None:
        return []
    return open_button(f"https://discord.com/channels/{guild_id}/{place[0]}/{place[1]}", t, "links-where")


def written_address(address: str) -> list[str]:
    return [f"<{clip(address, 2100)}>"] if len(address) > _LONGEST_BUTTON else []


def mark_buttons(link: Link, t: Speaker) -> list[ui.Button[Any]]:
    number = link.link_id
    return [
        button(t("links-useful", count=link.useful), f"links:useful:{number}"),
        button(t("links-later"), f"links:later:{number}"),
    ]


def _day(about: About, t: Speaker) -> str:
    assert about.published_on is not None
    return t.day(datetime.combine(about.published_on, time(12), t.zone))


def _size(count: int, t: Speaker) -> str:
    if count < _MEGABYTE:
        return t("links-kilobytes", size=t.number(max(1, round(count / 1000))))
    return t("links-megabytes", size=t.number(count / _MEGABYTE, 1))
