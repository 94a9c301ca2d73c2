"""The demo's small theatre community, made by its members acting, never by writing tables.

Every character comes from the repertoire; none is anybody.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

import discord
import simcord

from bot.demo import barometer, meetups, sharing, shelf
from bot.demo.simulator import Simulator
from bot.demo.stage import Persona, Room, Stage, Trial, Words

# The past poll lasts a week; the demo opens a day after its end.
BEFORE = timedelta(days=8)
# The counts on a meetup's card follow within ten seconds.
PAUSE = timedelta(seconds=15)


@dataclass(frozen=True, slots=True)
class Character:
    name: str
    about: Words
    role: str


MODERATOR = Character(
    "Colombine",
    Words("modératrice · direction d’un théâtre de papier", "moderator · directs a paper theatre"),
    "Direction",
)
CHARACTERS = (
    Character(
        "Arlequin",
        Words("relations publiques · la Scène des Masques", "public relations · the Stage of Masks"),
        "RP et médiation",
    ),
    Character("Dorine", Words("communication · le Salon d’Orgon", "communication · Orgon’s Salon"), "Communication"),
    Character("Figaro", Words("production · la Folle Journée", "production · the Mad Day"), "Production"),
    Character("Suzanne", Words("administration · la Folle Journée", "administration · the Mad Day"), "Administration"),
    Character(
        "Cyrano",
        Words("rédaction et réseaux sociaux · l’Hôtel des Plumes", "writing and social networks · the Feather Inn"),
        "Communication",
    ),
    Character("Roxane", Words("médiation · l’Hôtel des Plumes", "mediation · the Feather Inn"), "RP et médiation"),
    Character(
        "Puck",
        Words("régie générale · festival des Songes", "stage management · Festival of Dreams"),
        "Technique",
    ),
    Character("Titania", Words("direction · festival des Songes", "direction · Festival of Dreams"), "Direction"),
    Character("Scapin", Words("billetterie · les Fourberies", "box office · the Tricks"), "RP et médiation"),
    Character(
        "Antigone",
        Words("mécénat · compagnie du Chœur", "fundraising · Company of the Chorus"),
        "Administration",
    ),
    Character(
        "Ariel",
        Words("stage en communication · l’Île", "communication trainee · the Island"),
        "Communication",
    ),
    Character(
        "Miranda",
        Words("apprentissage en production · l’Île", "production apprentice · the Island"),
        "Production",
    ),
)

TRAINEE = "Ariel"

ROOMS = (
    ("bienvenue", Words("le message d’accueil : tout part de là", "the home message: everything starts here")),
    ("agora", Words("les votes de la communauté", "the community’s votes")),
    ("annonces", Words("ce qui s’adresse à tout le monde", "what is meant for everybody")),
    ("entre-nous", Words("la conversation de tous les jours", "everyday conversation")),
    ("modération", Words("réservé à la modération", "for the moderators")),
)


@dataclass(frozen=True, slots=True)
class Question:
    closing: str
    kind: str
    question: str
    context: str
    proposals: tuple[str, ...]


PAST = Question(
    "7j",
    "single",
    "Ce mois-ci, avez-vous utilisé une IA générative dans votre travail ?",
    "Sans jugement : c’est pour savoir d’où nous partons. Une correction de courriel compte autant qu’une affiche.",
    ("Oui, et mon équipe le sait", "Oui, mais je n’en parle pas", "Non, pas encore", "Non, et je ne le souhaite pas"),
)
PAST_VOTES = (1, 1, 0, 1, 2, 1, 0, 3, 1, 2, 0)  # places; two members did not answer

OPEN = Question(
    "dans 5 jours à 18h",
    "several",
    "Où placeriez-vous une ligne rouge, dans votre structure ?",
    "Ce qu’on déciderait ensemble de ne jamais confier à une IA.",
    (
        "Recruter ou évaluer des personnes",
        "Choisir la programmation",
        "Écrire à un·e artiste",
        "Créer les visuels d’un spectacle",
        "Rédiger une demande de subvention",
        "Répondre au public",
        "Aucune, pour l’instant",
    ),
)
OPEN_VOTES: tuple[tuple[int, ...], ...] = ((0, 1), (0, 2, 3), (0,), (1, 2), (0, 1, 3))

TRIALS = (
    Trial(
        Words("Votez", "Vote"),
        Words(
            "Ouvrez #agora en tant que Dorine et appuyez sur « Voter » au sondage en cours. Rouvrez-le en tant que "
            "Figaro : personne ne voit la réponse de personne.",
            "Open #agora as Dorine and press “Voter” on the open poll. Open it again as Figaro: nobody sees "
            "anybody’s answer.",
        ),
        "agora",
    ),
    Trial(
        Words("Ouvrez un sondage", "Open a poll"),
        Words(
            "En tant que Colombine, tapez /sondage créer, avec « vendredi 18h » pour fin. Relisez l’aperçu, publiez.",
            "As Colombine, type /poll create, with “friday 6pm” for closing. Read the preview, publish.",
        ),
        "agora",
    ),
    Trial(
        Words("Cherchez sans accents", "Search without accents"),
        Words(
            "En tant que Puck, tapez /bibliothèque chercher, puis « regisseuse » ou « mediateur » : la recherche "
            "comprend l’écriture inclusive. Précisez par mot-clé, ouvrez un texte.",
            "As Puck, type /library search, then “regisseuse” or “mediateur”: search understands inclusive "
            "writing. Narrow by tag, open a text.",
        ),
        "entre-nous",
    ),
    Trial(
        Words("Répondez au baromètre", "Answer the barometer"),
        Words(
            "En tant que Suzanne, ouvrez #annonces et appuyez sur « Répondre en privé » : tout se passe en message "
            "privé, page par page. Puis faites passer une semaine : résultats, groupes, évolution.",
            "As Suzanne, open #annonces and press “Répondre en privé”: it all happens in a direct message, page by "
            "page. Then move a week forward: results, groups, trend.",
        ),
        "annonces",
    ),
    Trial(
        Words("Gardez un lien", "Keep a link"),
        Words(
            "Roxane a cité une page dans #entre-nous : avec « Agir sur un message », choisissez « Garder ce lien », "
            "relisez l’aperçu, publiez. Puis, en tant que Figaro, tapez /lien partager avec l’adresse de l’enquête que "
            "Dorine a partagée : un lien déjà là devient une voix de plus.",
            "Roxane mentioned a page in #entre-nous: with “Act on a message”, choose “Keep this link”, read the "
            "preview, publish. Then, as Figaro, type /link share with the address of the inquiry that Dorine shared: "
            "a link that is there already becomes one more voice.",
        ),
        "entre-nous",
    ),
    Trial(
        Words("Réparez un lien mort", "Repair a dead link"),
        Words(
            "La page que Scapin avait partagée a disparu. En tant que Scapin, tapez /lien liste : le bot vous en "
            "prévient en privé. Donnez-lui la nouvelle adresse, "
            "http://atelier-des-possibles.example/catalogue/relecture.",
            "The page that Scapin shared is gone. As Scapin, type /link list: the bot tells you in private. Give it "
            "the new address, http://atelier-des-possibles.example/catalogue/relecture.",
        ),
        "entre-nous",
    ),
    Trial(
        Words("Relisez un texte", "Review a text"),
        Words(
            "Ariel a envoyé un texte. En tant que Colombine, ouvrez #modération : publiez-le, ou demandez des "
            "modifications. Ariel le saura la prochaine fois qu’elle utilisera le bot.",
            "Ariel sent a text. As Colombine, open #modération: publish it, or ask for changes. Ariel will know "
            "the next time she uses the bot.",
        ),
        "modération",
    ),
    Trial(
        Words("Venez à une rencontre", "Come to a meetup"),
        Words(
            "Dans #annonces, répondez « Oui » aux rencontres de la Loge, puis « Me rappeler ». Avancez de neuf jours : "
            "les rappels arrivent dans le fil, puis Colombine est invitée à écrire le compte rendu.",
            "In #annonces, answer “Oui” to the meetups of the Loge, then “Me rappeler”. Move nine days forward: the "
            "reminders come in the thread, and an hour after the end Colombine is asked to write the notes.",
        ),
        "annonces",
    ),
    Trial(
        Words("Envoyez la lettre", "Send the digest"),
        Words(
            "En tant que Colombine, ouvrez #modération : la lettre de la semaine attend. Ajoutez les nouveautés, "
            "écrivez trois phrases, approuvez, puis faites passer une semaine : elle paraît dans #annonces. Sa version "
            "pour le mail est sous « Pour la liste de diffusion ».",
            "As Colombine, open #modération: this week’s digest waits. Add what is new, write three sentences, "
            "approve, then move a week forward: it appears in #annonces. Its mail version is under “Pour la liste de "
            "diffusion”.",
        ),
        "modération",
    ),
    Trial(
        Words("Avancez d’une semaine", "Move a week forward"),
        Words(
            "Faites passer le temps : le sondage se ferme, l’urne est détruite, et le résultat paraît avec son "
            "graphique.",
            "Let time pass: the poll closes, its ballot box is destroyed, and the result appears with its chart.",
        ),
        "agora",
    ),
)


async def populate(simulator: Simulator[Any]) -> Stage:
    """The server, its people, a week of its life; at the end the clock shows the real time."""
    guild = simulator.env.create_guild("La Petite Scène (démo)")
    roles = {name: guild.create_role(name) for name in sorted({character.role for character in CHARACTERS})}
    boss = guild.create_role("Modération", permissions=discord.Permissions(manage_guild=True))
    rooms = _build_rooms(guild, boss)
    moderator = guild.add_member(simulator.env.create_user(MODERATOR.name), roles=[boss])
    members = [
        guild.add_member(simulator.env.create_user(character.name), roles=[roles[character.role]])
        for character in CHARACTERS
    ]
    extras = barometer.hire_extras(simulator, guild)
    await simulator.env.settle()
    await _settle_in(moderator, rooms, boss)
    await shelf.bring_in(simulator)
    await sharing.share_all(lambda name: _playing(name, members), rooms["entre-nous"])
    agora = rooms["agora"]
    await barometer.launch(moderator, rooms["annonces"], "dans 7 jours")
    await barometer.answer(simulator, [*extras, *members[:6]], seed=1)
    await _hold_past_poll(simulator, agora, moderator, members)
    await barometer.launch(moderator, rooms["annonces"], "dans 5 jours")
    await barometer.answer(simulator, [*extras, *members[8:11]], seed=2)
    await _open_poll(moderator, agora, OPEN)
    for member, places in zip(members[5:], OPEN_VOTES, strict=False):
        await _vote(member, agora, places)
    await meetups.plan_monthly(moderator, rooms["annonces"], members)
    await simulator.advance(PAUSE)
    await _schedule_letter(moderator, rooms)
    await shelf.send_one(_playing(TRAINEE, members), rooms["entre-nous"])
    await sharing.mention_one(_playing("Roxane", members), rooms["entre-nous"])
    _dismiss_private_answers(simulator.env)
    return _stage(guild, rooms, moderator, members)


def _playing(name: str, members: Sequence[simcord.MemberActor]) -> simcord.MemberActor:
    return next(member for member, character in zip(members, CHARACTERS, strict=True) if character.name == name)


def _build_rooms(guild: simcord.GuildHandle, boss: simcord.RoleHandle) -> dict[str, simcord.ChannelHandle]:
    me = guild.me
    assert me is not None
    hidden: dict[Any, discord.PermissionOverwrite] = {
        guild.default_role: discord.PermissionOverwrite(view_channel=False),
        boss: discord.PermissionOverwrite(view_channel=True),
        me: discord.PermissionOverwrite(view_channel=True, send_messages=True),
    }
    return {
        name: guild.create_text_channel(name, overwrites=hidden if name == "modération" else None, topic=about.fr)
        for name, about in ROOMS
    }


async def _settle_in(
    moderator: simcord.MemberActor, rooms: dict[str, simcord.ChannelHandle], boss: simcord.RoleHandle
) -> None:
    """What a moderator does on the first day: role, channels, home message."""
    panel = await moderator.slash(rooms["modération"], "settings open")
    section = await moderator.click(_shown(panel), custom_id="settings:section:moderators")
    await moderator.select(_shown(section), [boss], custom_id="settings:moderators:")
    panel = await moderator.slash(rooms["modération"], "settings open")
    section = await moderator.click(_shown(panel), custom_id="settings:section:channels")
    section = await moderator.select(_shown(section), [rooms["annonces"]], custom_id="settings:channel:announcements")
    await moderator.select(_shown(section), [rooms["modération"]], custom_id="settings:channel:moderators")
    panel = await moderator.slash(rooms["modération"], "settings open")
    section = await moderator.click(_shown(panel), custom_id="settings:section:home")
    await moderator.select(_shown(section), [rooms["bienvenue"]], custom_id="home:post:")


async def _hold_past_poll(
    simulator: Simulator[Any],
    agora: simcord.ChannelHandle,
    moderator: simcord.MemberActor,
    members: Sequence[simcord.MemberActor],
) -> None:
    await _open_poll(moderator, agora, PAST)
    for member, place in zip(members, PAST_VOTES, strict=False):
        await _vote(member, agora, (place,))
    await simulator.advance(BEFORE - PAUSE)


async def _open_poll(actor: simcord.MemberActor, channel: simcord.ChannelHandle, question: Question) -> None:
    form = await actor.slash(channel, "poll create", closing=question.closing, kind=question.kind)
    preview = await actor.submit_modal(
        form,
        {
            "question": question.question,
            "context": question.context,
            "proposals": "\n".join(question.proposals),
        },
    )
    await actor.click(_shown(preview), label="Publier")


async def _schedule_letter(moderator: simcord.MemberActor, rooms: dict[str, simcord.ChannelHandle]) -> None:
    """Its draft comes at once, for whoever plays the moderator to approve."""
    await moderator.slash(
        rooms["modération"],
        "digest schedule",
        name="La lettre de la Petite Scène",
        cadence="weekly",
        first="dans 4 jours",
        channel=rooms["annonces"],
        lead=5,
    )


async def _vote(member: simcord.MemberActor, channel: simcord.ChannelHandle, places: Sequence[int]) -> None:
    """In the newest poll of the channel."""
    card = max((message for message in channel.history() if "Voter" in _labels(message)), key=lambda card: card.id)
    ballot = await member.click(card, label="Voter")
    summary = await member.select(_shown(ballot), [str(place) for place in places])
    await member.click(_shown(summary), label="Confirmer mon vote")


def _shown(result: simcord.InteractionResult) -> simcord.ResponseMessage:
    assert result.response is not None
    return result.response


def _labels(message: discord.Message) -> set[str]:
    pending: list[Any] = list(message.components)
    labels: set[str] = set()
    while pending:
        part = pending.pop()
        pending += getattr(part, "children", [])
        labels.add(getattr(part, "label", None) or "")
    return labels


def _dismiss_private_answers(env: simcord.Env) -> None:
    """As Discord does by itself when it is opened anew."""
    for channel_id, messages in env.backend.messages.items():
        for message in [message for message in messages.values() if message.is_ephemeral]:
            env.backend.delete_message(channel_id, message.id)


def _stage(
    guild: simcord.GuildHandle,
    rooms: dict[str, simcord.ChannelHandle],
    moderator: simcord.MemberActor,
    members: Sequence[simcord.MemberActor],
) -> Stage:
    return Stage(
        guild=guild,
        rooms=tuple(Room(name, rooms[name], about) for name, about in ROOMS),
        personas=(
            Persona(moderator, MODERATOR.about, moderator=True),
            *(Persona(member, character.about) for member, character in zip(members, CHARACTERS, strict=True)),
        ),
        trials=TRIALS,
    )
