"""`/poll`: Discord in, one call to the service, Discord out."""

from __future__ import annotations

import discord
from discord import app_commands
from discord.ext import commands

from bot.client import CommunityBot
from bot.schedule.when import describe_when, iso_local, suggest_whens
from bot.screen.checks import chosen_channel, electorate_of, here, moderator_only, number_of, require_can_post
from bot.screen.sight import visible_channels
from bot.screen.ui import Interaction, show, turn
from bot.text.tidy import same_words
from cogs.polls import cards
from cogs.polls.models import (
    MOST_PROPOSALS,
    TEMPLATES,
    Kind,
    NoSuchTemplate,
    Poll,
    PollNotFound,
    PollNotOpen,
    Status,
    find_template,
)
from cogs.polls.service import EMPTY, OPEN, DraftService, PollService, Preparation, Texts
from cogs.polls.views import require_may_open, show_ballot, show_list, show_result

USUAL_LENGTH = "7j"


class PollsCog(commands.Cog):
    """The commands of polls, and their buttons on the home card."""

    poll = app_commands.Group(name="poll", description="polls")

    def __init__(self, bot: CommunityBot, service: PollService, drafts: DraftService) -> None:
        self._bot = bot
        self._service = service
        self._drafts = drafts

    # Opening

    @poll.command(name="create", description="create")
    @app_commands.choices(kind=[app_commands.Choice(name=kind.value, value=kind.value) for kind in Kind])
    async def create(  # noqa: PLR0913 - the options of the command
        self,
        interaction: Interaction,
        *,
        closing: str,
        kind: str = Kind.SINGLE.value,
        maximum: app_commands.Range[int, 2, MOST_PROPOSALS] | None = None,
        channel: discord.TextChannel | discord.Thread | None = None,
        electorate: discord.Role | None = None,
        sensitive: bool = False,
        reminder: bool = True,
    ) -> None:
        await self._prepare(
            interaction,
            Preparation(
                author_id=interaction.user.id,
                kind=Kind(kind),
                maximum=maximum,
                closing=closing,
                channel_id=chosen_channel(interaction, channel),
                role_id=_role_id(electorate),
                sensitive=sensitive,
                reminder=reminder,
            ),
        )

    @poll.command(name="template", description="template")
    async def template(
        self,
        interaction: Interaction,
        theme: str,
        closing: str,
        channel: discord.TextChannel | discord.Thread | None = None,
        electorate: discord.Role | None = None,
    ) -> None:
        """A ready-made poll, to be changed before it is published."""
        template = find_template(theme)
        if template is None:
            raise NoSuchTemplate
        key, t = f"polls-template-{template.key}", self._bot.public_speaker
        await self._prepare(
            interaction,
            Preparation(
                author_id=interaction.user.id,
                kind=template.kind,
                maximum=template.maximum,
                closing=closing,
                channel_id=chosen_channel(interaction, channel),
                role_id=_role_id(electorate),
                sensitive=template.sensitive,
            ),
            Texts(t(f"{key}.question"), t(f"{key}.context"), t(f"{key}.proposals")),
        )

    @template.autocomplete("theme")
    async def _suggest_theme(self, _interaction: Interaction, typed: str) -> list[app_commands.Choice[str]]:
        t = self._bot.public_speaker
        names = {template.key: t(f"polls-template-{template.key}") for template in TEMPLATES}
        wanted = same_words(typed)
        return [
            app_commands.Choice(name=name[:100], value=key)
            for key, name in names.items()
            if wanted in same_words(name) or wanted == key
        ]

    @template.autocomplete("closing")
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
        """From the home card: a single choice, to everyone, for a week, where announcements go, or else here."""
        announcements_id = self._bot.settings.community.announcements_channel_id
        await self._prepare(
            interaction,
            Preparation(
                author_id=interaction.user.id,
                kind=Kind.SINGLE,
                maximum=None,
                closing=USUAL_LENGTH,
                channel_id=announcements_id or here(interaction),
                role_id=None,
            ),
        )

    async def _prepare(self, interaction: Interaction, preparation: Preparation, texts: Texts = EMPTY) -> None:
        require_may_open(interaction)
        require_can_post(interaction, preparation.channel_id)
        self._drafts.require_enough(preparation, len(await electorate_of(interaction, preparation.role_id)))
        draft = await self._drafts.start_draft(preparation, texts)
        await interaction.response.send_modal(cards.draft_form(draft, self._bot.speaker_for(interaction)))

    # Looking up

    @poll.command(name="list", description="list")
    async def list_polls(self, interaction: Interaction) -> None:
        await show_list(interaction, "open", 0, in_place=False)

    @poll.command(name="results", description="results")
    async def results(self, interaction: Interaction, poll: str) -> None:
        await show_result(interaction, number_of(poll, PollNotFound))

    @results.autocomplete("poll")
    async def _suggest_closed(self, interaction: Interaction, typed: str) -> list[app_commands.Choice[str]]:
        channels = visible_channels(interaction)
        return _choices(await self._service.lookup.suggest(typed, (Status.CLOSED,), channels=channels))

    # Ending

    @moderator_only()
    @poll.command(name="close", description="close")
    async def close(self, interaction: Interaction, poll: str) -> None:
        found = await self._service.lookup.get_poll(number_of(poll, PollNotFound))
        if found.status is not Status.OPEN:
            raise PollNotOpen(found.status)
        await show(interaction, cards.close_question_card(found, self._bot.speaker_for(interaction)))

    @moderator_only()
    @poll.command(name="cancel", description="cancel")
    async def cancel(self, interaction: Interaction, poll: str) -> None:
        found = await self._service.lookup.get_poll(number_of(poll, PollNotFound))
        if found.status.is_over:
            raise PollNotOpen(found.status)
        await show(interaction, cards.cancel_question_card(found, self._bot.speaker_for(interaction)))

    @close.autocomplete("poll")
    @cancel.autocomplete("poll")
    async def _suggest_open(self, interaction: Interaction, typed: str) -> list[app_commands.Choice[str]]:
        channels = visible_channels(interaction)
        return _choices(await self._service.lookup.suggest(typed, OPEN, channels=channels))

    # The home card

    async def show_open(self, interaction: Interaction) -> None:
        """The ballot at once where there is only one."""
        channels = visible_channels(interaction)
        page = await self._service.lookup.list_page((Status.OPEN,), 0, 2, channels=channels)
        if len(page.polls) == 1:
            await show_ballot(interaction, page.polls[0].poll_id)
            return
        await show_list(interaction, "open", 0, in_place=False)

    async def show_past(self, interaction: Interaction) -> None:
        await show_list(interaction, "past", 0, in_place=False)

    async def show_openers(self, interaction: Interaction) -> None:
        t = self._bot.speaker_for(interaction)
        await turn(interaction, cards.openers_card(self._bot.settings.community.poll_openers, t))


def _role_id(role: discord.Role | None) -> int | None:
    """None for everyone, which Discord also knows as a role."""
    return None if role is None or role.is_default() else role.id


def _choices(polls: list[Poll]) -> list[app_commands.Choice[str]]:
    return [app_commands.Choice(name=cards.choice_name(poll), value=str(poll.poll_id)) for poll in polls]
