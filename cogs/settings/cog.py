"""`/settings …`, and the welcome when the bot first meets the server."""

from __future__ import annotations

from discord import app_commands
from discord.ext import commands

from bot.client import CommunityBot
from bot.screen.checks import MODERATORS, first_channel
from bot.screen.i18n import Speaker
from bot.screen.ui import Interaction
from cogs.settings.service import SettingsService
from cogs.settings.views import open_section, show_panel


class SettingsCog(commands.Cog):
    settings = app_commands.Group(name="settings", description="settings")

    def __init__(self, bot: CommunityBot, service: SettingsService) -> None:
        self._bot = bot
        self._service = service

    async def resume(self) -> None:
        """The welcome, the first time."""
        channel = first_channel(self._bot.guild)
        if channel is not None:
            await self._service.welcome(channel.id)

    @settings.command(name="open", description="open")
    async def open_panel(self, interaction: Interaction) -> None:
        await show_panel(interaction, in_place=False)

    @settings.command(name="tour", description="tour")
    async def take_tour(self, interaction: Interaction) -> None:
        await open_section(interaction, "tour")

    open_panel.extras["audience"] = take_tour.extras["audience"] = MODERATORS

    def summary(self, key: str, t: Speaker) -> str:
        """What the section says now, in the panel."""
        community = self._service.community
        if key == "language":
            follow = t("settings-follow-yes") if community.follow_member_language else ""
            return " · ".join(filter(None, [t(f"language-{community.language}"), follow]))
        if key == "zone":
            return community.timezone
        if key == "moderators":
            role_id = community.moderators_role_id
            return f"<@&{role_id}>" if role_id else t("settings-moderators-none")
        if key == "channels":
            return " · ".join(
                t(f"settings-channel-{purpose}-short")
                + " "
                + (f"<#{channel_id}>" if channel_id else t("settings-channel-none"))
                for purpose, channel_id in (
                    ("announcements", community.announcements_channel_id),
                    ("moderators", community.moderators_channel_id),
                )
            )
        return t(
            "settings-thresholds-short",
            electorate=community.minimum_electorate,
            answers=community.minimum_answers,
        )
