"""What people do with polls, as one line each."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import discord
import simcord

from tests.world import World, said

QUESTION = "Avez-vous utilisé une IA générative ce mois-ci ?"
USUAL_GRADES = ("Excellent", "Très bien", "Bien", "Assez bien", "Passable", "Insuffisant", "À rejeter")
PROPOSALS = ("Oui", "Non", "Je ne sais pas")


def answer(result: simcord.InteractionResult) -> discord.Message:
    """The private answer, which must be there."""
    assert result.acknowledged
    assert result.response is not None
    return result.response.message


def words(result: simcord.InteractionResult) -> str:
    return said(answer(result))


async def fill_form(
    actor: simcord.MemberActor,
    shown: simcord.InteractionResult,
    *,
    question: str = QUESTION,
    context: str = "",
    proposals: Sequence[str] = PROPOSALS,
    grades: Sequence[str] = (),
) -> simcord.InteractionResult:
    values = {"question": question, "context": context, "proposals": "\n".join(proposals)}
    fields = str(shown.modal)
    if "'grades'" in fields:
        values["grades"] = "\n".join(grades or USUAL_GRADES)
    return await actor.submit_modal(shown, values)


async def prepare(world: World, *, closing: str = "dans 3 jours", **options: Any) -> simcord.InteractionResult:
    """The preview, by the moderator."""
    texts = {name: options.pop(name) for name in ("question", "context", "proposals", "grades") if name in options}
    shown = await world.moderator.slash(world.channel, "poll create", closing=closing, **options)
    return await fill_form(world.moderator, shown, **texts)


async def open_poll(world: World, **options: Any) -> discord.Message:
    """Published; the public card."""
    before = {message.id for message in world.posts()}
    preview = await prepare(world, **options)
    await world.moderator.click(answer(preview), label="Publier")
    new = [message for message in world.posts() if message.id not in before]
    assert len(new) == 1, [said(message) for message in new]
    return new[0]


async def vote(voter: simcord.MemberActor, card: discord.Message, *places: int) -> simcord.InteractionResult:
    """The whole way, to the confirmation."""
    ballot = await voter.click(card, label="Voter")
    summary = await voter.select(answer(ballot), [str(place) for place in places])
    return await voter.click(answer(summary), label="Confirmer mon vote")
