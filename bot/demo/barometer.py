"""The demo's barometer: a wave that is over, another under way, most people having answered both."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import simcord

from bot.demo.simulator import Simulator
from bot.registry import Crowd

# Extras, as in a theatre: they fill the room, and speak to nobody.
EXTRAS = 47
KEY = "Baromètre"


def hire_extras(simulator: Simulator[Any], guild: simcord.GuildHandle) -> list[simcord.MemberActor]:
    return [guild.add_member(simulator.env.create_user(f"Figurant·e {number}")) for number in range(1, EXTRAS + 1)]


async def launch(moderator: simcord.MemberActor, room: simcord.ChannelHandle, closing: str) -> None:
    """By what its list of questionnaires suggests first for this word."""
    choices = await moderator.autocomplete(room, "survey launch", "questionnaire", KEY)
    await moderator.slash(room, "survey launch", questionnaire=str(choices[0]["value"]), closing=closing)


async def answer(simulator: Simulator[Any], people: Sequence[simcord.MemberActor], seed: int) -> None:
    crowd = simulator.bot.registry.service(Crowd)
    await simulator.as_bot(crowd.answer([person.id for person in people], seed))
