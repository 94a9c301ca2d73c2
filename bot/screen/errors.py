"""Refusals and accidents turned into one sentence, in one place."""

from __future__ import annotations

import logging
from collections.abc import Awaitable, Callable, Mapping
from secrets import token_hex
from typing import TYPE_CHECKING, Any

import discord
from discord import ui

from bot.errors import UserError

if TYPE_CHECKING:
    from bot.client import CommunityBot

log = logging.getLogger(__name__)

UNKNOWN_INTERACTION = 10062
_CHARACTERS_HANDED_BACK = 3500


async def guarded(
    interaction: discord.Interaction[CommunityBot],
    act: Callable[[discord.Interaction[CommunityBot]], Awaitable[None]],
) -> None:
    try:
        if await interaction.client.serves(interaction):
            await act(interaction)
    except Exception as error:  # noqa: BLE001 - the one place where anything becomes a sentence
        await explain(interaction, error)


async def explain(
    interaction: discord.Interaction[CommunityBot], error: BaseException, *, typed: Mapping[str, str] | None = None
) -> None:
    """Says a refusal; for anything else, a reference that the log has too. `typed` is handed back."""
    t = interaction.client.speaker_for(interaction)
    if isinstance(error, UserError):
        await tell(interaction, t(error.key, **error.params), typed=typed)
    elif isinstance(error, discord.HTTPException) and error.code == UNKNOWN_INTERACTION:
        log.warning("an answer came too late for Discord")
    else:
        reference = token_hex(3)
        # In the voting path an exception's message could hold an answer: type and place only.
        log.error("unexpected, reference %s: %s", reference, place_of(error))
        await tell(interaction, t("error-unexpected", reference=reference), typed=typed)


async def tell(interaction: discord.Interaction[Any], text: str, *, typed: Mapping[str, str] | None = None) -> None:
    """A private sentence, and what was typed; an interaction that no longer accepts one is left alone."""
    view = sentence("\n".join([text, *_handed_back(typed or {})]))
    try:
        if interaction.response.is_done():
            await interaction.followup.send(view=view, ephemeral=True)
        else:
            await interaction.response.send_message(view=view, ephemeral=True)
    except discord.HTTPException as error:
        log.warning("a sentence could not be said (%s)", error.code)


def sentence(text: str) -> ui.LayoutView:
    view = ui.LayoutView(timeout=None)
    view.add_item(ui.TextDisplay(text))
    view.stop()
    return view


def place_of(error: BaseException) -> str:
    """«ValueError at service.py:42 cast_ballot, ui.py:…»: where, innermost first, and never the message."""
    places: list[str] = []
    trace = error.__traceback__
    while trace is not None:
        code = trace.tb_frame.f_code
        places.append(f"{code.co_filename.rsplit('/', 1)[-1]}:{trace.tb_lineno} {code.co_name}")
        trace = trace.tb_next
    return f"{type(error).__name__} at {', '.join(reversed(places[-6:]))}"


def _handed_back(typed: Mapping[str, str]) -> list[str]:
    """In a block that can be copied; nothing when nothing was typed."""
    text = "\n\n".join(value for value in typed.values() if value.strip())
    return ["```\n" + text.replace("```", "''' ")[:_CHARACTERS_HANDED_BACK] + "\n```"] if text else []
