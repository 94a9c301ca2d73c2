"""Polls as their people live them: opened, voted in, closed; and what they read in the end."""

from __future__ import annotations

import asyncio
import json
import re
from collections.abc import Sequence
from dataclasses import dataclass
from random import Random

from bot.client import load_catalogue
from tests.loopback.interactions import Interaction
from tests.loopback.member import Actor
from tests.loopback.messages import custom_ids, words
from tests.loopback.payloads import Person, Posted
from tests.loopback.server import Loopback

PROPOSALS = ("Oui", "Non", "Je ne sais pas")
RECORDED = "C’est enregistré"
ALREADY = load_catalogue().text("fr", "ballot-already-answered", {})
_WORDS = (
    "affiche",
    "billetterie",
    "charte",
    "éclairage",
    "festival",
    "gradin",
    "habilleuse",
    "jauge",
    "kiosque",
    "loge",
    "machinerie",
    "notice",
    "orchestre",
    "partition",
    "quatrième",
    "régie",
    "saison",
    "tournée",
    "usage",
    "vidéo",
)
PATIENT = 40.0  # seconds for what the bot posts by itself, its waits after a fault included


@dataclass(frozen=True, slots=True)
class Community:
    """The people of a loopback, doing things with polls."""

    loopback: Loopback

    @property
    def moderator(self) -> Actor:
        return Actor(self.loopback, self.loopback.town.moderator)

    def actor(self, person: Person) -> Actor:
        return Actor(self.loopback, person)

    def channel(self, number: int = 0) -> int:
        """None of them is the first, where the bot introduces itself."""
        return self.loopback.town.channel_ids[number + 1]

    async def prepare(self, channel_id: int, question: str, proposals: Sequence[str] = PROPOSALS) -> Posted:
        """The preview, by slash command and form."""
        form = await self.moderator.slash(channel_id, "poll create", closing="dans 3 jours")
        assert form.modal is not None, words(form.message)
        preview = await self.moderator.submit(form, {"question": question, "proposals": "\n".join(proposals)})
        assert preview.message is not None
        return preview.message

    async def open_poll(self, channel_id: int, question: str, proposals: Sequence[str] = PROPOSALS) -> Posted:
        """Published; the public card."""
        preview = await self.prepare(channel_id, question, proposals)
        published = await self.moderator.click(preview, "polls:publish")
        assert "C’est publié" in words(published.message), words(published.message)
        return await self.wait_for_card(channel_id, question)

    async def wait_for_card(self, channel_id: int, question: str) -> Posted:
        async with asyncio.timeout(PATIENT):
            found = await self.loopback.messages.until(lambda: self.posts(channel_id, question, "polls:vote:") or None)
        (posted,) = found
        return posted

    async def wait_for_result(self, card: Posted) -> Posted:
        """The message that replies to the card."""
        async with asyncio.timeout(PATIENT):
            found = await self.loopback.messages.until(lambda: self.replies(card) or None)
        (posted,) = found
        return posted

    async def ask_to_close(self, card: Posted) -> Posted:
        """The question before closing early."""
        question = await self.moderator.slash(card.channel_id, "poll close", poll=str(poll_number(card)))
        assert question.message is not None
        return question.message

    async def close_poll(self, card: Posted) -> Posted:
        """By its moderator, before its time; the public result."""
        number = poll_number(card)
        await self.moderator.click(await self.ask_to_close(card), f"polls:close:{number}")
        return await self.wait_for_result(card)

    async def vote(self, person: Person, card: Posted, place: int) -> Interaction:
        """As far as it goes: the last press, acknowledged or not."""
        step = await self._choose(person, card, place)
        if not can_go_on(step, "polls:confirm") or step.message is None:
            return step
        return await self.actor(person).click(step.message, "polls:confirm")

    async def summary(self, person: Person, card: Posted, place: int) -> Posted:
        """Chosen, and only to be confirmed."""
        step = await self._choose(person, card, place)
        assert can_go_on(step, "polls:confirm"), words(step.message)
        assert step.message is not None
        return step.message

    async def _choose(self, person: Person, card: Posted, place: int) -> Interaction:
        actor = self.actor(person)
        ballot = await actor.click(card, "polls:vote:")
        if not can_go_on(ballot, "polls:choose") or ballot.message is None:
            return ballot
        return await actor.choose(ballot.message, "polls:choose", str(place))

    async def wait_until_over(self, card: Posted) -> None:
        async with asyncio.timeout(PATIENT):
            await self.loopback.messages.until(lambda: "Ce sondage est terminé" in words(card) or None)

    def posts(self, channel_id: int, question: str, custom_id: str = "") -> list[Posted]:
        return [
            posted
            for posted in self.loopback.messages.in_channel(channel_id)
            if question in words(posted) and any(found.startswith(custom_id) for found in custom_ids(posted))
        ]

    def replies(self, card: Posted) -> list[Posted]:
        return [
            posted
            for posted in self.loopback.messages.in_channel(card.channel_id)
            if posted.answers_to == card.message_id
        ]


def people_asked(card: Posted) -> int:
    """As the card says it, with or without a space between the thousands."""
    found = re.search(r"les ([\d\s]+) membres", words(card))
    assert found is not None, words(card)
    return int("".join(found[1].split()))


def make_question(number: int) -> str:
    """Each unlike the others: nearly the same question would need a second press."""
    return " ".join(Random(number).sample(_WORDS, 7)).capitalize() + " ?"


def can_go_on(interaction: Interaction, custom_id: str) -> bool:
    message = interaction.message
    return (
        interaction.is_acknowledged
        and message is not None
        and any(found.startswith(custom_id) for found in custom_ids(message))
    )


def poll_number(card: Posted) -> int:
    """Also of a card that is over: the number is kept by its reader."""
    (custom_id,) = [found for found in custom_ids(card) if found.startswith("polls:vote:")]
    return int(custom_id.rpartition(":")[2])


@dataclass(frozen=True, slots=True)
class Figures:
    turnout: int
    electorate: int
    votes: tuple[int, ...]


def figures(result: Posted) -> Figures:
    """From the JSON joined to a result."""
    (content,) = [content for name, content in result.files.items() if name.endswith(".json")]
    said = json.loads(content)
    return Figures(said["turnout"], said["electorate"], tuple(row["counts"][0] for row in said["results"]))
