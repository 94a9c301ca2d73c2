"""`/poll`: Discord in, one call to the service, Discord out."""

from __future__ import annotations

import discord
from discord import app_commands
from discord.ext import commands

from bot.client import CommunityBot
from bot.schedule.when import describe_when, iso_local, suggest_whens
from bot.screen.checks import ChannelGone, is_moderator, member_of, moderator_only, require_can_post
from bot.screen.ui import Interaction, show, turn
from cogs.polls import cards
from cogs.polls.models import MOST_PROPOSALS, Kind, NotAllowedToOpen, Poll, PollNotFound, PollNotOpen, Status
from cogs.polls.service import OPEN, DraftService, PollService, Preparation
from cogs.polls.views import electorate_of, show_list, show_result

USUAL_LENGTH = "7j"


class PollsCog(commands.Cog):
    """The commands of polls, and their buttons on the home card."""

    poll = app_commands.Group(name="poll", description="polls")

    def __init__(self, bot: CommunityBot, service: PollService, drafts: DraftService) -> None:
        self._bot = bot
        self._service = service
        self._drafts = drafts

    @commands.Cog.listener()
    async def on_community_ready(self) -> None:
        await self._service.resume()

    # Opening

    @poll.command(name="create", description="create")
    @app_commands.choices(kind=[app_commands.Choice(name=kind.value, value=kind.value) for kind in Kind])
    async def create(
        self,
        interaction: Interaction,
        closing: str,
        kind: str = Kind.SINGLE.value,
        maximum: app_commands.Range[int, 2, MOST_PROPOSALS] | None = None,
        channel: discord.TextChannel | discord.Thread | None = None,
        electorate: discord.Role | None = None,
    ) -> None:
        role_id = None if electorate is None or electorate.is_default() else electorate.id
        await self._prepare(
            interaction,
            Preparation(
                author_id=interaction.user.id,
                kind=Kind(kind),
                maximum=maximum,
                closing=closing,
                channel_id=channel.id if channel else self._here(interaction),
                role_id=role_id,
            ),
        )

    @create.autocomplete("closing")
    async def _suggest_closing(self, interaction: Interaction, typed: str) -> list[app_commands.Choice[str]]:
        now, zone = self._bot.clock.now(), self._bot.zone
        language = self._bot.speaker_for(interaction).language
        return [
            app_commands.Choice(
                name=describe_when(moment, now=now, zone=zone, language=language)[:100],
                value=iso_local(moment, zone),
            )
            for moment in suggest_whens(typed, now=now, zone=zone, language=language)
        ]

    async def prepare_usual(self, interaction: Interaction) -> None:
        """From the home card: a single choice, to everyone, for a week, in the channel of the card."""
        await self._prepare(
            interaction,
            Preparation(
                author_id=interaction.user.id,
                kind=Kind.SINGLE,
                maximum=None,
                closing=USUAL_LENGTH,
                channel_id=self._here(interaction),
                role_id=None,
            ),
        )

    async def _prepare(self, interaction: Interaction, preparation: Preparation) -> None:
        member, community = member_of(interaction), self._bot.settings.community
        if community.poll_openers == "moderators" and not is_moderator(member, community):
            raise NotAllowedToOpen
        require_can_post(interaction, preparation.channel_id)
        electorate_of(interaction, preparation.role_id)
        draft = await self._drafts.start_draft(preparation)
        await interaction.response.send_modal(cards.draft_form(draft, self._bot.speaker_for(interaction)))

    def _here(self, interaction: Interaction) -> int:
        """The channel of the command; from a direct message, the one for announcements."""
        if interaction.guild_id is not None and interaction.channel_id is not None:
            return interaction.channel_id
        if (channel_id := self._bot.settings.community.announcements_channel_id) is not None:
            return channel_id
        raise ChannelGone

    # Looking up

    @poll.command(name="list", description="list")
    async def list_polls(self, interaction: Interaction) -> None:
        await show_list(interaction, "open", 0, in_place=False)

    @poll.command(name="results", description="results")
    async def results(self, interaction: Interaction, poll: str) -> None:
        await show_result(interaction, _number(poll))

    @results.autocomplete("poll")
    async def _suggest_closed(self, _interaction: Interaction, typed: str) -> list[app_commands.Choice[str]]:
        return _choices(await self._service.suggest(typed, (Status.CLOSED,)))

    # Ending

    @moderator_only()
    @poll.command(name="close", description="close")
    async def close(self, interaction: Interaction, poll: str) -> None:
        found = await self._service.get_poll(_number(poll))
        if found.status is not Status.OPEN:
            raise PollNotOpen(found.status)
        await show(interaction, cards.close_question_card(found, self._bot.speaker_for(interaction)))

    @moderator_only()
    @poll.command(name="cancel", description="cancel")
    async def cancel(self, interaction: Interaction, poll: str) -> None:
        found = await self._service.get_poll(_number(poll))
        if found.status.is_over:
            raise PollNotOpen(found.status)
        await show(interaction, cards.cancel_question_card(found, self._bot.speaker_for(interaction)))

    @close.autocomplete("poll")
    @cancel.autocomplete("poll")
    async def _suggest_open(self, _interaction: Interaction, typed: str) -> list[app_commands.Choice[str]]:
        return _choices(await self._service.suggest(typed, OPEN))

    # The home card

    async def show_open(self, interaction: Interaction) -> None:
        await show_list(interaction, "open", 0, in_place=False)

    async def show_past(self, interaction: Interaction) -> None:
        await show_list(interaction, "past", 0, in_place=False)

    async def show_openers(self, interaction: Interaction) -> None:
        t = self._bot.speaker_for(interaction)
        await turn(interaction, cards.openers_card(self._bot.settings.community.poll_openers, t))


def _number(typed: str) -> int:
    """Autocompletion gives the number; a person may type «12» or «12. La question»."""
    digits = typed.strip().lstrip("#").split(".")[0].strip()
    if not (digits.isascii() and digits.isdigit() and len(digits) < 10):  # noqa: PLR2004 - no poll has ten digits
        raise PollNotFound
    return int(digits)


def _choices(polls: list[Poll]) -> list[app_commands.Choice[str]]:
    return [app_commands.Choice(name=cards.choice_name(poll), value=str(poll.poll_id)) for poll in polls]
