"""The demo's meetups: a monthly one that several have answered, planned as a moderator plans it."""

from __future__ import annotations

from collections.abc import Sequence

import simcord

TEXTS = {
    "title": "Les rencontres de la Loge",
    "about": (
        "Une heure et demie, chaque mois, pour mettre sur la table ce qu’on fait de l’IA et ce qu’on en refuse. "
        "Pour tous les métiers, sans rien préparer."
    ),
    "place": "L’Hôtel des Plumes, et en visio : https://visio.example/loge",
}
ANSWERS = ("Oui", "Oui", "Peut-être", "Oui", "Oui", "Non", "Oui")
MENTIONED, HIDDEN = 0, 3


async def plan_monthly(
    moderator: simcord.MemberActor, channel: simcord.ChannelHandle, members: Sequence[simcord.MemberActor]
) -> None:
    """In nine days at half past six, then every month; one person wants to be mentioned, another to stay unnamed."""
    form = await moderator.slash(channel, "meetup plan", when="dans 9 jours à 18h30", recurrence="monthly", capacity=12)
    preview = await moderator.submit_modal(form, TEXTS)
    assert preview.response is not None
    await moderator.click(preview.response, label="Publier")
    card = max(channel.history(), key=lambda message: (bool(message.components), message.id))
    for member, label in zip(members, ANSWERS, strict=False):
        await member.click(card, label=label)
    for place, label in (
        (MENTIONED, "Me mentionner dans le fil"),
        (HIDDEN, "Ne montrer mon nom qu’aux organisateur·rices"),
    ):
        preferences = await members[place].click(card, label="Me rappeler")
        assert preferences.response is not None
        await members[place].click(preferences.response, label=label)
