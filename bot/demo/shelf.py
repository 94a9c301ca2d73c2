"""The demo's library: thirty texts from a folder, as a moderator would bring them in, and one that waits."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import simcord

from bot.demo.simulator import Simulator
from bot.registry import Archive

FOLDER = Path(__file__).parent / "library"

WAITING = {
    "title": "Ce que j’ai appris en relisant une IA pendant six mois",
    "summary": "Stage en communication : relire n’est pas écrire, et personne ne m’avait appris à relire.",
    "text": (
        "À mon arrivée, on m’a confié la relecture des textes de saison qu’un assistant avait ébauchés. J’ai "
        "d’abord cru que c’était la partie facile.\n\n"
        "Au bout d’un mois, je ne savais plus dire si une phrase était bonne : elles étaient toutes correctes. Ma "
        "tutrice m’a fait écrire, à la main, un texte par semaine, sans aide, et nous le lisions à voix haute.\n\n"
        "Je garde deux règles : ne relire que ce qu’on aurait su écrire, et compter ce temps-là comme du travail."
    ),
    "tags": "apprentissage des juniors, relecture",
}


async def bring_in(simulator: Simulator[Any]) -> None:
    for archive in simulator.bot.registry.all(Archive):
        await simulator.as_bot(archive.bring_in(FOLDER))


async def send_one(author: simcord.MemberActor, channel: simcord.ChannelHandle) -> None:
    """A trainee's account, for whoever plays the moderator to decide about."""
    form = await author.slash(channel, "library add", kind="experience")
    sheet = await author.submit_modal(form, WAITING)
    assert sheet.response is not None
    sheet = await author.select(sheet.response, ["none"], custom_id="library:choose:1:ai_use")
    assert sheet.response is not None
    await author.click(sheet.response, label="Envoyer à la relecture")
