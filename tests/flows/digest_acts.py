"""What moderators do with digests, as one line each."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

import discord
import simcord

from tests.flows.library_acts import set_up
from tests.world import World, custom_ids, said

FIRST = "2026-12-01 09:00"  # a Tuesday, a week after the start
NEWS = "Texte n° {number} : ce que nous ne confierons jamais à une machine"


async def prepare(world: World) -> None:
    await world.make_sole_moderator()
    await set_up(world)


async def schedule(world: World, *, first: str = FIRST, **options: Any) -> simcord.InteractionResult:
    values: dict[str, Any] = {"name": "Lettre du mardi", "cadence": "weekly", "channel": world.channel, **options}
    return await world.moderator.slash(world.moderation, "digest schedule", first=first, **values)


async def publish_texts(world: World, count: int, *, leaves: bool = True, since: int = 0) -> None:
    """Straight into the library, as if they had gone through the desk just now."""
    now = world.simulator.now()

    async def work() -> None:
        async with world.bot.database.transaction() as transaction:
            for number in range(since, since + count):
                moment = (now + timedelta(seconds=number)).isoformat()
                entry_id = await transaction.insert(
                    "INSERT INTO library_entries (uid, status, created_at, published_at, verified_at, channel_id, "
                    "message_id) VALUES (?, 'public', ?, ?, ?, ?, ?)",
                    (f"uid-{number}", moment, moment, moment, world.channel.id, 10_000 + number),
                )
                await transaction.execute(
                    "INSERT INTO library_versions (entry_id, number, state, kind, title, summary, text, venue, trade, "
                    "licence, source, organisation, ai_use, author_name, leaves_discord, leaves_with_name, "
                    "submitted_at, published_at) VALUES (?, 1, 'public', 'charter', ?, 'En deux lignes.', 'Texte', '', "
                    "'', 'cc0-1', '', '', 'none', ?, ?, 0, ?, ?)",
                    (entry_id, NEWS.format(number=number), f"Autrice {number}", leaves, moment, moment),
                )

    await world.simulator.as_bot(work())


async def withdraw(world: World, number: int) -> None:
    async def work() -> None:
        async with world.bot.database.transaction() as transaction:
            await transaction.execute(
                "UPDATE library_entries SET status = 'archived' WHERE uid = ?", (f"uid-{number}",)
            )

    await world.simulator.as_bot(work())


async def draft(world: World, count: int, **options: Any) -> discord.Message:
    """Scheduled, published, and the draft is there."""
    await prepare(world)
    await publish_texts(world, count)
    await schedule(world, **options)
    await world.advance(days=4, hours=1)
    return draft_card(world)


def drafts(world: World) -> list[discord.Message]:
    return [
        message
        for message in world.posts(world.moderation)
        if any(custom_id.startswith("digests:") for custom_id in custom_ids(message))
        or "Numéro sauté" in said(message)
        or "Non publié" in said(message)
    ]


def draft_card(world: World) -> discord.Message:
    (card,) = drafts(world)
    return card


def letters(world: World, channel: simcord.ChannelHandle | None = None) -> list[discord.Message]:
    """The parts that went out, in order."""
    return [message for message in world.posts(channel) if "Texte n°" in said(message)]


def told(messages: list[discord.Message]) -> list[int]:
    """The numbers of the texts, in the order in which they are read."""
    words = "\n".join(said(message) for message in messages)
    return [int(piece.split(" ")[0].replace("\u00a0", "")) for piece in words.split("Texte n° ")[1:]]


async def due(world: World) -> datetime:
    row = await world.simulator.as_bot(world.bot.database.one("SELECT max(due_at) AS due FROM digest_issues"))
    assert row is not None
    return datetime.fromisoformat(row["due"])


async def states(world: World) -> list[str]:
    rows = await world.simulator.as_bot(world.bot.database.all("SELECT state FROM digest_issues ORDER BY issue_id"))
    return [row["state"] for row in rows]
