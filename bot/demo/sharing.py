"""The links that the demo's people share, by the command they would type."""

from __future__ import annotations

from collections.abc import Callable

import simcord

FOUND = "http://courrier-des-plateaux.example/enquete-ia-en-coulisses"
GONE = "http://atelier-des-possibles.example/formation-relecture"
IN_A_MESSAGE = "http://ecoute-accessible.example/sous-titres-en-direct"
SHARED = (
    ("Scapin", GONE, "J’y étais en septembre, je recommande.", "formation"),
    ("Dorine", FOUND, "On s’y reconnaît tous et toutes : à lire avant la prochaine rencontre.", "usages souterrains"),
    ("Puck", "http://guides-sobres.example/mesurer-ses-usages", "Testé avec la technique, en une heure.", "écologie"),
    ("Antigone", "http://droits-et-scene.example/clause-ia-contrats", "La deuxième rédaction est la plus claire.", ""),
)
MESSAGE = f"Vous avez vu ça ? {IN_A_MESSAGE} Ils ont comparé cinq représentations avec le public sourd."


async def share_all(playing: Callable[[str], simcord.MemberActor], channel: simcord.ChannelHandle) -> None:
    for name, url, note, tags in SHARED:
        member = playing(name)
        preview = await member.slash(channel, "link share", url=url, note=note, tags=tags)
        assert preview.response is not None
        await member.click(preview.response, label="Publier")


async def mention_one(member: simcord.MemberActor, channel: simcord.ChannelHandle) -> None:
    """In a message like any other: for « Garder ce lien »."""
    await member.send(channel, MESSAGE)
