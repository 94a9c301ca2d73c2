"""Strangers' text on a Discord message: shown as it was typed, pinging nobody, hiding no link."""

from __future__ import annotations

import discord

ELLIPSIS = "…"
_ZERO_WIDTH = "\u200b"


def clip(text: str, limit: int) -> str:
    return text if len(text) <= limit else text[: limit - 1].rstrip() + ELLIPSIS


def neutral(text: str, limit: int) -> str:
    """Markdown and mentions made inert; at most `limit` characters once escaped, never cut inside an escape."""
    escaped = ""
    for character in text:
        piece = _inert(character)
        if len(escaped) + len(piece) > limit - 1:
            return escaped.rstrip() + ELLIPSIS
        escaped += piece
    return escaped


def plain(text: str, limit: int) -> str:
    """For labels and titles, where Discord reads no markdown but still draws mentions nowhere."""
    return clip(" ".join(text.split()), limit)


def _inert(character: str) -> str:
    if character in "@<":
        return character + _ZERO_WIDTH
    if character in "*_~`|\\[]()>#-":
        return "\\" + character if character in "*_~`|\\[]#" else character
    return character


NO_MENTIONS = discord.AllowedMentions.none()
