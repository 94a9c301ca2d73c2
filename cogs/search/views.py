"""The screen of search results: it goes on from what its buttons carry."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import discord

from bot.client import CommunityBot
from bot.errors import StaleButton
from bot.screen.i18n import LANGUAGES
from bot.screen.ui import Dynamic, Form, Interaction, picked, show, take_time, turn
from cogs.search import cards
from cogs.search.models import LONGEST, State
from cogs.search.service import Results, SearchService

SHOWN_FACETS = ("tag", "kind", "venue", "year")
_STATE = r"(?P<within>[a-z]*):(?P<order>relevance|date):(?P<page>-?\d+):(?P<text>.*)"


def searching(interaction: Interaction) -> SearchService:
    return interaction.client.registry.service(SearchService)


class Screen:
    """`bot.registry.SearchScreen`."""

    async def show(self, interaction: discord.Interaction[CommunityBot], typed: str, *, within: str | None) -> None:
        await _show(interaction, State(" ".join(typed.split())[:LONGEST], within or ""), in_place=False)

    async def ask(self, interaction: discord.Interaction[CommunityBot], *, within: str | None) -> None:
        await _ask(interaction, State("", within or ""))


async def _ask(interaction: Interaction, state: State) -> None:
    t = interaction.client.speaker_for(interaction)
    await interaction.response.send_modal(cards.words_form(state.text, f"search:words:{state.within}", t))


async def _show(interaction: Interaction, state: State, *, in_place: bool) -> None:
    await take_time(interaction)
    results = await searching(interaction).search(state, lambda facet, value: _names(interaction, facet, value))
    await (turn if in_place else show)(interaction, _layout(interaction, results))


def _names(interaction: Interaction, facet: str, value: str) -> list[str]:
    """In every language, whatever the reader's: people mix them."""
    key = f"facet-{facet}-{value}"
    catalogue = interaction.client.catalogue
    return [catalogue.text(language, key, {}) for language in LANGUAGES if catalogue.has(language, key)]


def _layout(interaction: Interaction, results: Results) -> cards.Layout:
    t, found, state = interaction.client.speaker_for(interaction), results.found, results.state
    thesaurus, held = interaction.client.thesaurus, searching(interaction).long_queries

    def name(facet: str, value: str) -> str:
        key = f"facet-{facet}-{value}"
        return thesaurus.name(value, t.language) if facet == "tag" else t(key) if t.has(key) else value

    def custom_id(act: str, **changes: Any) -> str:
        to = replace(state, **changes)
        return f"search:{act}:{to.within}:{to.order}:{to.page}:{held.write(to.text)}"

    return cards.results_card(
        [(hit.ref, hit.kind, hit.title, hit.extract) for hit in found.hits],
        t,
        name,
        custom_id,
        text=state.text,
        total=found.total,
        whole=found.whole,
        facets=_facets(results),
        suggestion=found.suggestion,
        order=state.order,
        page=state.page,
        pages=results.pages,
    )


def _facets(results: Results) -> list[tuple[str, Sequence[tuple[str, int]]]]:
    """What narrows the result: not what all of it has already."""
    chosen = {(item.facet, item.value) for item in results.query.filters}
    facets: list[tuple[str, Sequence[tuple[str, int]]]] = []
    for facet in SHOWN_FACETS:
        counts = [
            (count.value, count.count)
            for count in results.found.facets.get(facet, ())
            if (facet, count.value) not in chosen and count.count < results.found.total
        ]
        if counts:
            facets.append((facet, counts))
    return facets


class _SearchItem(Dynamic, template=r"never"):
    def state(self, interaction: Interaction) -> State:
        """Raises SearchForgotten."""
        text = searching(interaction).long_queries.read(self.ids["text"])
        return State(text, self.ids["within"], self.ids["order"], max(0, int(self.ids["page"])))


class OpenButton(Dynamic, template=r"search:open:(?P<ref>[a-z]+:\d+)"):
    async def act(self, interaction: Interaction) -> None:
        source = searching(interaction).source(self.ids["ref"])
        if source is None:
            raise StaleButton
        await source.open(interaction, self.ids["ref"])


class PageButton(_SearchItem, template=rf"search:(?:page|order):{_STATE}"):
    async def act(self, interaction: Interaction) -> None:
        await _show(interaction, self.state(interaction), in_place=True)


class RefineSelect(_SearchItem, template=rf"search:refine-(?P<facet>[a-z]+):{_STATE}"):
    async def act(self, interaction: Interaction) -> None:
        state, value = self.state(interaction), picked(interaction)[0]
        written = f'"{value}"' if " " in value else value
        # What is chosen last goes first: a long query must not cut it off.
        text = f"{self.ids['facet']}:{written} {state.text}".strip()[:LONGEST]
        await _show(interaction, replace(state, text=text, page=0), in_place=True)


class FormButton(_SearchItem, template=rf"search:form:{_STATE}"):
    async def act(self, interaction: Interaction) -> None:
        await _ask(interaction, self.state(interaction))


class WordsForm(Form):
    template = re.compile(r"search:words:(?P<within>[a-z]*)")

    async def submitted(self, interaction: Interaction, ids: dict[str, str], values: dict[str, str], /) -> None:
        text = " ".join(values.get("words", "").split())
        await _show(interaction, State(text, ids["within"]), in_place=True)


DYNAMICS: tuple[type[Dynamic], ...] = (OpenButton, PageButton, RefineSelect, FormButton)
FORMS = (WordsForm(),)
