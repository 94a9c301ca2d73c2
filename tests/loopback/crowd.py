"""People who vote whatever happens to the bot, and what each of them was told."""

from __future__ import annotations

import asyncio
from collections.abc import Iterable
from random import Random

from tests.loopback.messages import words
from tests.loopback.payloads import Person, Posted
from tests.loopback.polls import ALREADY, PROPOSALS, RECORDED, Community, Figures


class Crowd:
    """Each person wants one proposal, always the same; so a vote counted twice, or lost, shows in the figures."""

    def __init__(self, community: Community, card: Posted, chance: Random) -> None:
        self._community = community
        self._card = card
        self._chance = chance
        self._wanted: dict[int, int] = {}
        self.recorded: set[int] = set()  # told «C’est enregistré»
        self.counted: set[int] = set()  # told so, or told that their vote is in already
        self.confirmed: set[int] = set()  # pressed «Confirmer», whatever came of it

    async def vote(self, people: Iterable[Person], *, within: float = 0.0) -> None:
        """Each once, at a random moment of `within` seconds."""
        await asyncio.gather(*(self._vote(person, self._chance.uniform(0, within)) for person in people))

    async def insist(self, people: Iterable[Person]) -> None:
        """Those who had no answer press again, as the bot stands now."""
        await self.vote(person for person in people if person.user_id not in self.counted)

    def check(self, figures: Figures) -> None:
        """Every vote acknowledged is in the result once; others may be; nothing else is."""
        for place, votes in enumerate(figures.votes):
            surely = sum(self._wanted[user_id] == place for user_id in self.counted)
            perhaps = sum(self._wanted[user_id] == place for user_id in self.confirmed)
            assert surely <= votes <= perhaps, f"{PROPOSALS[place]}: {surely} <= {votes} <= {perhaps}"
        assert figures.turnout == sum(figures.votes)

    async def _vote(self, person: Person, wait: float) -> None:
        await asyncio.sleep(wait)
        place = self._wanted.setdefault(person.user_id, self._chance.randrange(len(PROPOSALS)))
        press = await self._community.vote(person, self._card, place)
        if press.custom_id.startswith("polls:confirm"):
            self.confirmed.add(person.user_id)
        if RECORDED in words(press.message) and press.is_acknowledged:
            assert person.user_id not in self.counted, f"{person.name} was told twice that it was recorded"
            self.recorded.add(person.user_id)
            self.counted.add(person.user_id)
        elif ALREADY in words(press.message):
            assert person.user_id in self.confirmed, f"{person.name} never confirmed"
            self.counted.add(person.user_id)
