"""Every sentence exists in both languages, is used, and is written as French wants it."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path
from typing import Any, cast

import discord
import pytest
from discord import app_commands
from fluent.syntax import FluentParser, ast

from bot.client import FEATURES, ROOT, load_catalogue
from bot.demo.previews import invocations_in_french, words_in_french
from bot.registry import HomeAction, SettingsSection
from bot.screen.commands import FluentTranslator, command_key
from bot.screen.i18n import LANGUAGES, Catalogue
from tests.world import World

FOLDERS = [
    ROOT / "bot/screen/locales",
    ROOT / "bot/demo/locales",
    *(ROOT / "cogs" / feature / "locales" for feature in FEATURES),
]
# Discord's pattern for the names of slash commands and options.
NAME = re.compile(r"^[-_'\w]{1,32}$")


def messages(path: Path) -> dict[str, ast.Message]:
    resource = FluentParser().parse(path.read_text(encoding="utf-8"))
    junk = [entry.content for entry in resource.body if isinstance(entry, ast.Junk)]
    assert junk == []
    return {entry.id.name: entry for entry in resource.body if isinstance(entry, ast.Message)}


def variables(node: Any) -> set[str]:
    if isinstance(node, ast.VariableReference):
        return {node.id.name}
    found: set[str] = set()
    inner: list[Any] = list(vars(node).values()) if isinstance(node, ast.BaseNode) else []
    for value in inner:
        for item in cast("list[Any]", value) if isinstance(value, list) else [value]:
            found |= variables(item)
    return found


def shape(message: ast.Message) -> tuple[set[str], dict[str, set[str]]]:
    attributes = {attribute.id.name: variables(attribute) for attribute in message.attributes}
    return (variables(message.value) if message.value else set(), attributes)


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.parent.name)
def test_both_languages_say_the_same_things_with_the_same_variables(folder: Path) -> None:
    french, english = messages(folder / "fr.ftl"), messages(folder / "en.ftl")
    assert list(french) == list(english)
    assert {key: shape(message) for key, message in french.items()} == {
        key: shape(message) for key, message in english.items()
    }


def test_no_key_is_written_twice() -> None:
    keys = [key for folder in FOLDERS for key in messages(folder / "fr.ftl")]
    assert len(keys) == len(set(keys))


def test_every_message_is_used() -> None:
    """By its whole key, or by the beginning that an f-string completes."""
    code = "\n".join(
        path.read_text(encoding="utf-8")
        for folder in ("bot", "cogs")
        for pattern in ("*.py", "*.html", "*.js")
        for path in (ROOT / folder).rglob(pattern)
    )
    beginnings = tuple(re.findall(r"""f["']([a-z][a-z-]*-)\{""", code))
    spoken = ("command-", "choice-", "post-", "home-", "settings-section-", "feature-")
    unused = [
        key
        for folder in FOLDERS
        for key in messages(folder / "fr.ftl")
        if key not in code and not key.startswith(beginnings + spoken)
    ]
    assert unused == []


def values(path: Path) -> list[tuple[int, str]]:
    """(line number, text) of what is said: neither comments nor the syntax around it."""
    lines = path.read_text(encoding="utf-8").splitlines()
    return [(number, line) for number, line in enumerate(lines, start=1) if line and not line.startswith("#")]


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.parent.name)
def test_french_is_spaced_and_accented_as_in_print(folder: Path) -> None:
    wrong = [
        (number, line)
        for number, line in values(folder / "fr.ftl")
        if re.search(r" [;:?!»%]|« |\w'\w|[^\s\u00a0\u202f.…?!(/][;?!](?!\w)", line.split(" = ", 1)[-1])
        and not re.search(r"https?:", line)
    ]
    assert wrong == []


async def test_every_command_and_option_is_described_within_discord_s_limits(world: World) -> None:
    payload = await localised_payload(world)
    for path, entry in walk(payload, ()):
        for language in ("", "fr"):
            text_name = entry["name_localizations"]["fr"] if language else entry["name"]
            text = entry["description_localizations"]["fr"] if language else entry["description"]
            assert NAME.match(text_name), path
            assert text_name == text_name.lower(), path
            assert 1 <= len(text) <= 100, (path, len(text))
        assert entry["description"] != entry["name"], path


async def test_names_are_unique_among_siblings_in_each_language(world: World) -> None:
    def check(entries: list[dict[str, Any]]) -> None:
        for names in (
            [entry["name"] for entry in entries],
            [entry["name_localizations"]["fr"] for entry in entries],
        ):
            assert len(names) == len(set(names))
        for entry in entries:
            check(entry.get("options", []))

    check(await localised_payload(world))


async def test_every_menu_has_a_name_within_discord_s_limits(world: World) -> None:
    translator = FluentTranslator(world.bot.catalogue)
    menus = [command for command in world.bot.tree.get_commands() if isinstance(command, app_commands.ContextMenu)]
    for menu in menus:
        payload: dict[str, Any] = dict(await menu.get_translated_payload(world.bot.tree, translator))
        assert all(1 <= len(name) <= 32 for name in payload["name_localizations"].values())
        assert {"fr", "en-GB"} <= set(payload["name_localizations"])


async def localised_payload(world: World) -> list[dict[str, Any]]:
    """Of the slash commands; the names of menus may have spaces and capitals."""
    translator = FluentTranslator(world.bot.catalogue)
    return [
        dict(await command.get_translated_payload(world.bot.tree, translator))
        for command in world.bot.tree.get_commands()
        if not isinstance(command, app_commands.ContextMenu)
    ]


def walk(entries: list[dict[str, Any]], above: tuple[str, ...]) -> list[tuple[tuple[str, ...], dict[str, Any]]]:
    found: list[tuple[tuple[str, ...], dict[str, Any]]] = []
    for entry in entries:
        path = (*above, entry["name"])
        found.append((path, entry))
        found += walk(entry.get("options", []), path)
    return found


async def test_home_buttons_settings_sections_and_features_have_their_words(world: World) -> None:
    catalogue = load_catalogue()
    keys = [
        *(f"home-{action.key}" for action in world.bot.registry.all(HomeAction)),
        *(f"settings-section-{section.key}" for section in world.bot.registry.all(SettingsSection)),
        *(f"feature-{feature}" for feature in FEATURES),
        *(
            command_key(command)
            for command in world.bot.tree.walk_commands()
            if not isinstance(command, app_commands.ContextMenu)
        ),
    ]
    assert [key for key in keys for language in LANGUAGES if not catalogue.has(language, key)] == []


def test_french_counts_zero_as_one() -> None:
    t = load_catalogue().speaker("fr", discord.utils.MISSING)
    assert t("ballot-electorate-too-small", size=0, minimum=5).startswith("Ce groupe compte 0 personne\u00a0:")


async def test_a_word_of_a_command_means_one_thing_in_the_demo(world: World) -> None:
    payloads = await localised_payload(world)
    meanings = set(words_in_french(payloads))
    assert sorted(word for word, times in Counter(word for word, _ in meanings).items() if times > 1) == []
    invocations = invocations_in_french(payloads)
    assert invocations["library mine"] == "bibliothèque mes-textes"
    assert len(set(invocations.values())) == len(invocations)


def test_every_command_that_a_guide_names_is_there(catalogue: Catalogue) -> None:
    keys = [key for folder in FOLDERS for key in messages(folder / "fr.ftl") if key.startswith("command-")]
    names = {key: catalogue.text("fr", key, {}) for key in keys}
    known = {
        f"{names[group]} {names[key]}" for key in keys for group in keys if key != group and key.startswith(f"{group}-")
    }
    groups = {name.split()[0] for name in known}
    named = [
        (page.name, said)
        for page in [*(ROOT / "docs").glob("*.md"), ROOT / "README.md"]
        for said in re.findall(r"(?<![\w/.])/([a-zà-ÿ][\wà-ÿ-]* [a-zà-ÿ][\wà-ÿ-]*)", page.read_text("utf-8"))
    ]
    assert [(page, said) for page, said in named if said.split()[0] in groups and said not in known] == []
