"""What the buttons of links need to find."""

from __future__ import annotations

from collections.abc import Callable

from bot.screen.checks import is_moderator, member_of, require_can_post, require_may_write
from bot.screen.ui import Interaction, show, turn
from cogs.links import cards
from cogs.links.models import Draft, Link
from cogs.links.service import HealthService, LinkService, RepairService, SharingService


def sharing(interaction: Interaction) -> SharingService:
    return interaction.client.registry.service(SharingService)


def links(interaction: Interaction) -> LinkService:
    return interaction.client.registry.service(LinkService)


def health(interaction: Interaction) -> HealthService:
    return interaction.client.registry.service(HealthService)


def repairs(interaction: Interaction) -> RepairService:
    return interaction.client.registry.service(RepairService)


def tag_namer(interaction: Interaction) -> Callable[[str], str]:
    """Keys to names, in the reader's language."""
    language = interaction.client.speaker_for(interaction).language
    return lambda key: interaction.client.thesaurus.name(key, language)


def moderates(interaction: Interaction) -> bool:
    return is_moderator(member_of(interaction), interaction.client.settings.community)


async def draft_layout(interaction: Interaction, draft: Draft, problem: str = "") -> cards.Layout:
    """The preview, or what is there already of the same page."""
    t, name = interaction.client.speaker_for(interaction), tag_namer(interaction)
    known = await sharing(interaction).find_known(draft)
    if known is None:
        return cards.draft_card(draft, t, name, problem=problem)
    return cards.known_card(draft, known, t, name, guild_id=interaction.client.guild.id, problem=problem)


async def show_link(interaction: Interaction, link: Link, *, in_place: bool) -> None:
    layout = cards.link_card(
        link,
        interaction.client.speaker_for(interaction),
        tag_namer(interaction),
        user_id=interaction.user.id,
        moderator=moderates(interaction),
        guild_id=interaction.client.guild.id,
    )
    await (turn if in_place else show)(interaction, layout)


def require_channel(interaction: Interaction, channel_id: int | None) -> None:
    """The bot lends nobody its own rights. Raises ChannelGone, CannotWrite, CannotPost."""
    if channel_id is not None:
        require_may_write(interaction, channel_id)
        require_can_post(interaction, channel_id)
