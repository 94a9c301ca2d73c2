"""What people do with surveys, as one line each."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import discord
import simcord

from tests.flows.acts import answer
from tests.world import World, said

QUESTIONNAIRE = """
key = "essai"
languages = ["fr"]
[profile]
question = "famille"
crossed = ["usage"]
[title]
fr = "Essai : nos usages"
[introduction]
fr = "Trois minutes, sans jugement."

[[question]]
id = "famille"
kind = "single"
required = true
text.fr = "Votre famille de métiers ?"
options = [
  { id = "prefer-not-to-say", fr = "Je préfère ne pas répondre" },
  { id = "bureau", fr = "Bureau" },
  { id = "plateau", fr = "Plateau" },
]

[[question]]
id = "usage"
kind = "single"
required = true
text.fr = "Utilisez-vous une IA ?"
options = [{ id = "oui", fr = "Oui" }, { id = "non", fr = "Non" }]

[[question]]
id = "temps"
kind = "agreement"
text.fr = "L’IA me fait gagner du temps"

[[question]]
id = "taches"
kind = "several"
maximum = 2
text.fr = "Pour quoi faire ?"
options = [{ id = "a", fr = "Écrire" }, { id = "b", fr = "Traduire" }, { id = "c", fr = "Compter" }]
show_if = { question = "usage", options = ["oui"] }

[[question]]
id = "ordre"
kind = "ranking"
text.fr = "Par quoi commencer ?"
options = [{ id = "x", fr = "Une charte" }, { id = "y", fr = "Des ateliers" }]

[[question]]
id = "mots"
kind = "open"
text.fr = "Un mot de plus ?"
"""

Values = Mapping[str, Sequence[str] | str]
FIRST: Values = {"famille": "1", "usage": "0", "temps": "3"}
SECOND: Values = {"taches": ["0", "1"]}
THIRD: Values = {"ordre.0": ["0"], "ordre.1": ["1"]}
FOURTH: Values = {"mots": "Merci d’avoir posé la question."}


async def bring_in(world: World, toml: str = QUESTIONNAIRE) -> simcord.InteractionResult:
    return await world.moderator.slash(world.channel, "survey import", file=("essai.toml", toml.encode()))


async def number_of(world: World, key: str = "essai") -> int:
    row = await world.simulator.as_bot(
        world.bot.database.one("SELECT max(questionnaire_id) AS n FROM survey_questionnaires WHERE key = ?", (key,))
    )
    assert row is not None
    return int(row["n"])


async def launch(world: World, *, key: str = "essai", closing: str = "dans 5 jours") -> discord.Message:
    """By the only moderator; the public card."""
    if key == "essai":
        await bring_in(world)
    before = {message.id for message in world.posts()}
    await world.moderator.slash(
        world.channel, "survey launch", questionnaire=str(await number_of(world, key)), closing=closing
    )
    (card,) = [message for message in world.posts() if message.id not in before and "Enquête anonyme" in said(message)]
    return card


async def fill(member: Any, shown: simcord.InteractionResult, label: str, values: Values) -> simcord.InteractionResult:
    """One page, by its button on the card that is shown."""
    form = await member.click(answer(shown), label=label)
    assert form.modal is not None, said(answer(form))
    return await member.submit_modal(form, dict(values))


async def go_through(
    member: Any, sheet: simcord.InteractionResult, pages: Sequence[Values] = (FIRST, SECOND, THIRD, FOURTH)
) -> simcord.InteractionResult:
    """From the sheet to the last card before the confirmation."""
    shown = await fill(member, sheet, "Commencer", pages[0])
    for number, values in enumerate(pages[1:], start=2):
        shown = await fill(member, shown, f"Page {number}", values)
    return shown


async def answer_here(world: World, member: simcord.MemberActor, pages: Sequence[Values]) -> simcord.InteractionResult:
    """Without a direct message, from the list."""
    listed = await member.slash(world.channel, "survey list")
    sheet = await member.click(answer(listed), label="Répondre en privé")
    return await member.click(answer(await go_through(member, sheet, pages)), label="Confirmer mes réponses")
