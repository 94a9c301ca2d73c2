"""What the buttons of the library need to find."""

from __future__ import annotations

from collections.abc import Callable

import discord

from bot.screen.checks import is_moderator, member_of
from bot.screen.ui import Interaction
from bot.storage.files import require_size
from cogs.library.models import BadContent, Draft
from cogs.library.service import DraftService, EntryService, QuestionService, ValidityService


def drafts(interaction: Interaction) -> DraftService:
    return interaction.client.registry.service(DraftService)


def entries(interaction: Interaction) -> EntryService:
    return interaction.client.registry.service(EntryService)


def questions(interaction: Interaction) -> QuestionService:
    return interaction.client.registry.service(QuestionService)


def validity(interaction: Interaction) -> ValidityService:
    return interaction.client.registry.service(ValidityService)


def tag_namer(interaction: Interaction) -> Callable[[str], str]:
    """Keys to names, in the reader's language."""
    language = interaction.client.speaker_for(interaction).language
    return lambda key: interaction.client.thesaurus.name(key, language)


def moderates(interaction: Interaction) -> bool:
    return is_moderator(member_of(interaction), interaction.client.settings.community)


async def attach_all(interaction: Interaction, draft: Draft, files: list[discord.Attachment]) -> Draft:
    """Raises what the files are refused for; those before the refused one are kept."""
    for file in files:
        require_size(file.size)
        try:
            content = await file.read()
        except discord.HTTPException as error:
            raise BadContent("library-file-expired") from error
        draft = await drafts(interaction).attach(draft.draft_id, interaction.user.id, file.filename, content)
    return draft
