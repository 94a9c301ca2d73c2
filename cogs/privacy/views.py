"""What is kept about oneself: seen, taken along, forgotten; and the button that explains anonymity."""

from __future__ import annotations

from collections.abc import AsyncIterator

from bot.screen.parcels import room_of, send_parcels
from bot.screen.ui import Dynamic, Interaction, picked, show, take_time, turn
from bot.storage.zips import pack
from cogs.privacy import cards
from cogs.privacy.service import Kept, PrivacyService


async def show_anonymity(interaction: Interaction) -> None:
    await show(interaction, cards.anonymity_card(interaction.client.speaker_for(interaction)))


def _privacy(interaction: Interaction) -> PrivacyService:
    return interaction.client.registry.service(PrivacyService)


async def show_privacy(interaction: Interaction) -> None:
    kept = await _privacy(interaction).look(interaction.user.id)
    counted = [(one.feature, len(one.entries)) for one in kept if one.about_people]
    others = [one.feature for one in kept if not one.about_people]
    await turn(interaction, cards.privacy_card(counted, others, interaction.client.speaker_for(interaction)))


class AnonymityButton(Dynamic, template=r"privacy:anonymity:"):
    async def act(self, interaction: Interaction) -> None:
        await show_anonymity(interaction)


class ExportButton(Dynamic, template=r"privacy:export:"):
    async def act(self, interaction: Interaction) -> None:
        await take_time(interaction)
        bot, t = interaction.client, interaction.client.speaker_for(interaction)
        kept = await _privacy(interaction).look(interaction.user.id)
        packed = await pack(_pages(interaction, kept), room_of(bot.guild))
        await send_parcels(
            interaction, packed, "mes-donnees", lambda number, of: t("privacy-exported", number=number, of=of), t
        )


async def _pages(interaction: Interaction, kept: list[Kept]) -> AsyncIterator[tuple[str, bytes]]:
    now, t = interaction.client.clock.now(), interaction.client.speaker_for(interaction)
    entries = [(one.feature, one.entries) for one in kept if one.about_people]
    yield "a-lire.html", cards.export_html(entries, t, now)
    yield "donnees.json", cards.export_json(entries, interaction.user.id, now)
    async for page in _privacy(interaction).pages(kept):
        yield page


class EraseButton(Dynamic, template=r"privacy:erase:"):
    async def act(self, interaction: Interaction) -> None:
        kept = await _privacy(interaction).look(interaction.user.id)
        features = [one.feature for one in kept if one.entries]
        await turn(interaction, cards.what_card(features, interaction.client.speaker_for(interaction)))


class WhatSelect(Dynamic, template=r"privacy:what:"):
    async def act(self, interaction: Interaction) -> None:
        (feature,) = picked(interaction)
        texts = _privacy(interaction).has_texts(_chosen(feature))
        await turn(interaction, cards.sure_card(feature, interaction.client.speaker_for(interaction), texts=texts))


class ForgetButton(Dynamic, template=r"privacy:forget:(?P<feature>[a-z]+):(?P<how>keep|texts)"):
    """`quiet`: nothing is written about whoever is being forgotten."""

    quiet = True

    async def act(self, interaction: Interaction) -> None:
        await take_time(interaction)
        feature, texts = _chosen(self.ids["feature"]), self.ids["how"] == "texts"
        await _privacy(interaction).erase(interaction.user.id, feature, texts=texts)
        await turn(interaction, cards.erased_card(interaction.client.speaker_for(interaction)))


def _chosen(feature: str) -> str | None:
    return None if feature == cards.EVERYTHING else feature


DYNAMICS: tuple[type[Dynamic], ...] = (AnonymityButton, ExportButton, EraseButton, WhatSelect, ForgetButton)
