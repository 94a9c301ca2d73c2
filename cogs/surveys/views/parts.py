"""What the buttons of surveys need to find: the services, the people."""

from __future__ import annotations

from bot.anonymity.held import HeldAnswers
from bot.errors import UserError
from bot.screen.ui import Interaction
from cogs.surveys.models import Answers
from cogs.surveys.service import InvitationService, QuestionnaireService, SecondModerator, SurveyService, TextService


class RoleGone(UserError):
    def __init__(self) -> None:
        super().__init__("surveys-role-gone")


def surveys(interaction: Interaction) -> SurveyService:
    return interaction.client.registry.service(SurveyService)


def second(interaction: Interaction) -> SecondModerator:
    return interaction.client.registry.service(SecondModerator)


def questionnaires(interaction: Interaction) -> QuestionnaireService:
    return interaction.client.registry.service(QuestionnaireService)


def invitations(interaction: Interaction) -> InvitationService:
    return interaction.client.registry.service(InvitationService)


def texts(interaction: Interaction) -> TextService:
    return interaction.client.registry.service(TextService)


def held(interaction: Interaction) -> HeldAnswers[Answers]:
    return surveys(interaction).held


async def electorate_of(interaction: Interaction, role_id: int | None) -> list[int]:
    """The members who may answer if it were launched now: people, no bots. Raises RoleGone."""
    guild = await interaction.client.whole_guild()
    if role_id is not None and guild.get_role(role_id) is None:
        raise RoleGone
    return [
        member.id
        for member in guild.members
        if not member.bot and (role_id is None or member.get_role(role_id) is not None)
    ]
