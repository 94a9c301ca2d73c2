"""Command names and descriptions from the `.ftl` files, and the sync with Discord when they changed.

`/poll create` is the message `command-poll-create`: its value the name, `.description` its description,
`.closing` and `.closing-description` those of its option `closing`.
"""

from __future__ import annotations

import json
import logging
from hashlib import sha256
from typing import TYPE_CHECKING, Any

import discord
from discord import app_commands
from discord.app_commands import TranslationContextLocation as Location

from bot.screen.errors import NO_ANSWER
from bot.screen.i18n import Catalogue, Language

if TYPE_CHECKING:
    from bot.client import CommunityBot

log = logging.getLogger(__name__)

SYNCED = "commands-synced"

# The base texts are English; Discord shows them wherever it has no localisation.
_LANGUAGES: dict[discord.Locale, Language] = {
    discord.Locale.french: "fr",
    discord.Locale.british_english: "en",
    discord.Locale.american_english: "en",
}


class FluentTranslator(app_commands.Translator):
    def __init__(self, catalogue: Catalogue) -> None:
        self._catalogue = catalogue

    async def translate(
        self,
        string: app_commands.locale_str,
        locale: discord.Locale,
        context: app_commands.TranslationContextTypes,
    ) -> str | None:
        language = _LANGUAGES.get(locale)
        if language is None:
            return None
        key = _key(string, context)
        return self._catalogue.text(language, key, {})


def describe_in_english(tree: app_commands.CommandTree[Any], catalogue: Catalogue) -> None:
    """Puts the English descriptions, Discord's fallback, on every command and option."""
    for command in tree.walk_commands():
        if isinstance(command, app_commands.ContextMenu):
            continue
        key = command_key(command)
        command.description = catalogue.text("en", f"{key}.description", {})
        if isinstance(command, app_commands.Command):
            descriptions: dict[str, str | app_commands.locale_str] = {
                option.name: app_commands.locale_str(catalogue.text("en", f"{key}.{option.name}-description", {}))
                for option in command.parameters
            }
            app_commands.describe(**descriptions)(command)


async def sync_commands(bot: CommunityBot) -> bool:
    """Tells Discord when something changed. False when it could not be told, and is to be told later."""
    translator = bot.tree.translator
    assert translator is not None
    payload = [
        await command.get_translated_payload(bot.tree, translator)
        for command in sorted(bot.tree.get_commands(), key=lambda command: command.name)
    ]
    application = bot.application_id
    fingerprint = sha256(json.dumps([application, payload], sort_keys=True, default=str).encode()).hexdigest()
    if await bot.settings.note(SYNCED) == fingerprint:
        return True
    try:
        await bot.tree.sync()
    except app_commands.CommandSyncFailure as error:
        log.error("Discord refuses the commands: %s", error)  # noqa: TRY400 - the sentence says it all
        return False
    except NO_ANSWER as error:
        log.warning("Discord did not take the commands (%s)", type(error).__name__)
        return False
    await bot.settings.write_note(SYNCED, fingerprint)
    log.info("the commands were synced")
    return True


def command_key(command: app_commands.Command[Any, Any, Any] | app_commands.Group) -> str:
    return "command-" + command.qualified_name.replace(" ", "-")


def _key(string: app_commands.locale_str, context: app_commands.TranslationContextTypes) -> str:
    data: Any = context.data
    if context.location in {Location.command_name, Location.group_name}:
        return command_key(data) if not isinstance(data, app_commands.ContextMenu) else f"menu-{data.name}"
    if context.location in {Location.command_description, Location.group_description}:
        return f"{command_key(data)}.description"
    if context.location is Location.parameter_name:
        return f"{command_key(data.command)}.{data.name}"
    if context.location is Location.parameter_description:
        return f"{command_key(data.command)}.{data.name}-description"
    return f"choice-{string.message}"
