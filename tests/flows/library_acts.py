"""What people do with the library, as one line each."""

from __future__ import annotations

from typing import Any

import discord
import simcord

from tests.flows.acts import answer
from tests.world import World, custom_ids

TITLE = "Charte d’usage de l’I.A. du Théâtre d’Essai"
TEXT = "Nos médiatrices et nos régisseur·euses décident ensemble de ce qu’une IA ne fera jamais."


async def write(
    world: World, author: simcord.MemberActor, *, kind: str = "charter", **values: Any
) -> simcord.InteractionResult:
    """The draft's sheet."""
    shown = await author.slash(world.channel, "library add", kind=kind)
    typed: dict[str, Any] = {"title": TITLE, "summary": "En dix lignes.", "text": TEXT, "tags": "lignes rouges"}
    return await author.submit_modal(shown, {**typed, **values})


async def complete(author: simcord.MemberActor, sheet: discord.Message, *, named: bool = True) -> discord.Message:
    """What must be said is said; the sheet as it is then."""
    sheet = answer(await author.select(sheet, ["helped"], custom_id=starting(sheet, "library:choose:", ":ai_use")))
    if not named:
        sheet = answer(await author.click(sheet, label="Publier sans mon nom"))
    return sheet


async def submit(
    world: World, author: simcord.MemberActor, *, named: bool = True, **values: Any
) -> simcord.InteractionResult:
    sheet = answer(await write(world, author, **values))
    return await author.click(await complete(author, sheet, named=named), label="Envoyer à la relecture")


async def set_up(world: World) -> None:
    """The moderators' channel and the one for announcements."""
    await world.simulator.as_bot(
        world.bot.settings.change(moderators_channel_id=world.moderation.id, announcements_channel_id=world.channel.id)
    )


async def publish(world: World, author: simcord.MemberActor, *, named: bool = True, **values: Any) -> int:
    """Through the desk; the entry's number."""
    await submit(world, author, named=named, **values)
    card = waiting_cards(world)[-1]
    await world.moderator.click(card, label="Publier")
    row = await world.simulator.as_bot(
        world.bot.database.one("SELECT max(entry_id) AS entry_id FROM library_entries WHERE status = 'public'")
    )
    assert row is not None
    return int(row["entry_id"])


def waiting_cards(world: World) -> list[discord.Message]:
    return [
        message
        for message in world.posts(world.moderation)
        if any(custom_id.startswith("review:decide:") for custom_id in custom_ids(message))
    ]


def starting(message: discord.Message, beginning: str, end: str = "") -> str:
    (found,) = [
        custom_id for custom_id in custom_ids(message) if custom_id.startswith(beginning) and custom_id.endswith(end)
    ]
    return found
