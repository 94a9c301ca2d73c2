"""Zips handed to whoever asked for them, in private."""

from __future__ import annotations

import io
from collections.abc import Callable, Sequence
from typing import Any

import discord

from bot.screen.i18n import Speaker
from bot.screen.neutral import clip, neutral
from bot.screen.ui import ACCENT, Interaction, Layout, show
from bot.storage.zips import Packed

# What the rest of the message may weigh.
ZIP_MARGIN = 200_000
_MOST_NAMED, _LONGEST_NAME = 10, 100


def room_of(guild: discord.Guild) -> int:
    """How many bytes one of them may have."""
    return guild.filesize_limit - ZIP_MARGIN


async def send_parcels(
    interaction: Interaction, packed: Packed, name: str, words: Callable[[int, int], str], t: Speaker
) -> None:
    """`name`-1.zip and so on, each with `words(number, of)`; what fitted none is named with the last."""
    of = len(packed.zips)
    for number, content in enumerate(packed.zips, start=1):
        file = f"{name}-{number}.zip"
        card = parcel_card(words(number, of), file, packed.left_out if number == of else (), t)
        await show(interaction, card, [discord.File(io.BytesIO(content), file)])


def parcel_card(words: str, file: str, left_out: Sequence[str], t: Speaker) -> Layout:
    attached: discord.ui.File[Any] = discord.ui.File(f"attachment://{file}")
    return Layout(words, attached, *([_left_out(left_out, t)] if left_out else ()), accent=ACCENT)


def _left_out(paths: Sequence[str], t: Speaker) -> str:
    names = [neutral(clip(path.rpartition("/")[2], _LONGEST_NAME), 2 * _LONGEST_NAME) for path in paths]
    listed = "\n".join(f"- {name}" for name in names[:_MOST_NAMED])
    return f"{t('parcel-left-out', count=len(paths))}\n{listed}"
