"""Refusals and accidents turned into one sentence, in one place."""

from __future__ import annotations

import io
import logging
from collections.abc import Awaitable, Callable, Mapping
from secrets import token_hex
from typing import TYPE_CHECKING, Any

import aiohttp
import discord
from discord import ui

from bot.anonymity.log_filter import place_of
from bot.errors import UserError

if TYPE_CHECKING:
    from bot.client import CommunityBot

log = logging.getLogger(__name__)

CANNOT_MESSAGE, TOO_MANY_CONVERSATIONS = 50007, 40003

# Too late, or answered already: nothing more can be said to this interaction.
SPENT = frozenset({10062, 40060})
_IN_A_BLOCK = 3000

# Every way in which a reply fails to reach Discord.
NO_ANSWER = (discord.HTTPException, aiohttp.ClientError, OSError, TimeoutError)


async def guarded(
    interaction: discord.Interaction[CommunityBot],
    act: Callable[[discord.Interaction[CommunityBot]], Awaitable[None]],
) -> None:
    """Nothing escapes: what discord.py logs of an exception would hold its message."""
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
    elif _is_the_network(error):
        # Whether the answer arrived is not known; the member can press again.
        log.warning("an answer may not have reached Discord (%s)", type(error).__name__)
    else:
        reference = token_hex(3)
        # In the voting path an exception's message could hold an answer: type and place only.
        log.error("unexpected, reference %s: %s", reference, place_of(error))
        await tell(interaction, t("error-unexpected", reference=reference), typed=typed)


async def tell(interaction: discord.Interaction[Any], text: str, *, typed: Mapping[str, str] | None = None) -> None:
    """A private sentence, and what was typed; an interaction that no longer accepts one is left alone."""
    back = "\n\n".join(value for value in (typed or {}).values() if value.strip())
    block = ["```\n" + back.replace("```", "''' ") + "\n```"] if back and len(back) <= _IN_A_BLOCK else []
    files = [discord.File(io.BytesIO(back.encode()), "texte.txt")] if back and not block else []
    view = sentence("\n".join([text, *block]), file_name="texte.txt" if files else None)
    try:
        if interaction.response.is_done():
            await interaction.followup.send(view=view, files=files, ephemeral=True)
        else:
            await interaction.response.send_message(view=view, files=files, ephemeral=True)
    except NO_ANSWER as error:
        log.warning("a sentence could not be said (%s)", type(error).__name__)


def refuses_messages(error: discord.HTTPException) -> bool:
    """Whether direct messages are closed, or too many were opened in a short time: it is said elsewhere then."""
    return isinstance(error, discord.Forbidden) or error.code in {CANNOT_MESSAGE, TOO_MANY_CONVERSATIONS}


def sentence(text: str, *, file_name: str | None = None) -> ui.LayoutView:
    view = ui.LayoutView(timeout=None)
    view.add_item(ui.TextDisplay(text))
    if file_name:
        view.add_item(ui.File(f"attachment://{file_name}"))
    view.stop()
    return view


def _is_the_network(error: BaseException) -> bool:
    if isinstance(error, discord.HTTPException):
        return error.code in SPENT or isinstance(error, discord.DiscordServerError)
    return isinstance(error, aiohttp.ClientError | ConnectionError | TimeoutError)
