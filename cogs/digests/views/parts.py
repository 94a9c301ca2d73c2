"""What the buttons of digests need to find."""

from __future__ import annotations

from bot.screen.ui import Interaction, Layout
from cogs.digests import cards
from cogs.digests.service import DigestService, IssueService, ReadingService, WelcomeService


def digests(interaction: Interaction) -> DigestService:
    return interaction.client.registry.service(DigestService)


def issues(interaction: Interaction) -> IssueService:
    return interaction.client.registry.service(IssueService)


def reading(interaction: Interaction) -> ReadingService:
    return interaction.client.registry.service(ReadingService)


def welcomes(interaction: Interaction) -> WelcomeService:
    return interaction.client.registry.service(WelcomeService)


async def sheet_card(interaction: Interaction, issue_id: int, page: int = 0) -> Layout:
    """The issue as it is now, in the community's language: what is read is what will be posted."""
    service = issues(interaction)
    sheet = await service.get_sheet(issue_id)
    fresh = await service.count_fresh(sheet.issue)
    return cards.draft_card(sheet.issue, sheet.letter, interaction.client.public_speaker, page=page, fresh=fresh)
