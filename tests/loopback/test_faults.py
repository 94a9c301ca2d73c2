"""Discord failing in every way it knows, while people vote and while polls close."""

from __future__ import annotations

import asyncio

from tests.loopback.conftest import Length
from tests.loopback.faults import KINDS, Kind
from tests.loopback.interactions import Interaction
from tests.loopback.messages import words
from tests.loopback.payloads import Person, Posted
from tests.loopback.polls import ALREADY, RECORDED, Community, can_go_on, figures, make_question
from tests.loopback.process import BotProcess

PRESSES = ("polls:vote", "polls:choose", "polls:confirm")
NOTHING_RECORDED = "rien n’a été enregistré"
PEOPLE = 6  # enough for a result
CALLBACK, SENDING, EDITING = "POST .*/callback", "POST .*/channels/", "PATCH .*/channels/"


async def test_a_vote_survives_every_fault_at_every_press(
    community: Community, bot: BotProcess, length: Length
) -> None:
    for number in range(length.rounds_of_faults):
        card = await community.open_poll(community.channel(number), make_question(number))
        cases: list[tuple[Kind, str]] = [(kind, press) for kind in KINDS for press in PRESSES]
        voters = community.loopback.town.members[: len(cases)]
        told = await asyncio.gather(
            *(
                vote_through(community, person, card, kind, press)
                for person, (kind, press) in zip(voters, cases, strict=True)
            )
        )
        for case, last in zip(cases, told, strict=True):
            assert RECORDED in words(last.message) or ALREADY in words(last.message), (case, words(last.message))
        result = await community.close_poll(card)
        assert figures(result).votes == (len(voters), 0, 0)


async def vote_through(community: Community, person: Person, card: Posted, kind: Kind, press: str) -> Interaction:
    """With a fault at one press; a member without an answer, or told to, starts again from the card."""
    actor = community.actor(person)

    def spoil(custom_id: str) -> None:
        if custom_id == press:
            community.loopback.faults.add(kind, CALLBACK, about=person.user_id)

    spoil("polls:vote")
    step = await actor.click(card, "polls:vote")
    if can_go_on(step, "polls:choose") and step.message is not None:
        spoil("polls:choose")
        step = await actor.choose(step.message, "polls:choose", "0")
    if can_go_on(step, "polls:confirm") and step.message is not None:
        spoil("polls:confirm")
        step = await actor.click(step.message, "polls:confirm")
    if RECORDED in words(step.message):
        return step
    again = await community.vote(person, card, 0)
    if NOTHING_RECORDED in words(step.message):
        assert RECORDED in words(again.message), f"{kind} at {press}: told that nothing was recorded, though it was"
    return again


async def test_polls_close_through_every_fault(community: Community, bot: BotProcess, length: Length) -> None:
    """The moderator's press, the result and the card's edit meet each fault."""
    for number in range(length.rounds_of_faults):
        questions = [make_question(100 * number + place) for place in range(len(KINDS))]
        cards = [
            await community.open_poll(community.channel(place), question) for place, question in enumerate(questions)
        ]
        for card in cards:
            people = community.loopback.town.members[:PEOPLE]
            await asyncio.gather(*(community.vote(person, card, 1) for person in people))
        before = [len(community.loopback.messages.in_channel(card.channel_id)) for card in cards]

        await asyncio.gather(*(close_through(community, card, kind) for card, kind in zip(cards, KINDS, strict=True)))

        for card, already in zip(cards, before, strict=True):
            result = await community.wait_for_result(card)
            assert figures(result).votes == (0, PEOPLE, 0)
            await community.wait_until_over(card)
            assert len(community.loopback.messages.in_channel(card.channel_id)) == already + 1


async def close_through(community: Community, card: Posted, kind: Kind) -> None:
    asked = await community.ask_to_close(card)
    for route in (CALLBACK, SENDING, EDITING):
        community.loopback.faults.add(kind, route, about=card.channel_id)
    pressed = await community.moderator.click(asked, "polls:close")
    if not pressed.is_acknowledged:
        again = await community.moderator.click(asked, "polls:close")
        assert again.is_acknowledged, kind
