"""The moderators' panel, the welcome, the home card, the help and the languages."""

from __future__ import annotations

import logging
from pathlib import Path

import discord
import pytest

from bot.screen.commands import SYNCED
from bot.screen.i18n import LANGUAGES, Language
from tests.flows.acts import answer, open_poll, words
from tests.world import World, custom_ids, make_simulator, said


async def section(world: World, key: str) -> discord.Message:
    panel = await world.moderator.slash(world.channel, "settings open")
    return answer(await world.moderator.click(answer(panel), custom_id=f"settings:section:{key}"))


async def test_the_bot_introduces_itself_once(world: World) -> None:
    (welcome,) = world.posts()
    assert "Je suis le bot de la communauté" in said(welcome)
    await world.restart()
    assert len(world.posts()) == 1
    assert "Réglages" in words(await world.moderator.click(welcome, label="Ouvrir les réglages"))
    assert "réservé" in words(await world.members[0].click(welcome, label="Ouvrir les réglages"))


async def test_the_language_changes_everything_posted(world: World) -> None:
    await world.moderator.select(await section(world, "language"), ["en"], custom_id="settings:language:")
    shown = await world.members[0].slash(world.channel, "help")
    assert "For everybody" in words(shown)
    form = await world.moderator.slash(world.channel, "poll create", closing="in 3 days")
    assert "Your poll" in str(form.modal)


async def test_private_replies_may_follow_each_member(world: World) -> None:
    world.simulator.set_locale(world.members[0], discord.Locale.british_english)
    assert "Pour tout le monde" in words(await world.members[0].slash(world.channel, "help"))
    await world.moderator.select(await section(world, "language"), ["yes"], custom_id="settings:follow:")
    assert "For everybody" in words(await world.members[0].slash(world.channel, "help"))
    assert "Pour tout le monde" in words(await world.members[1].slash(world.channel, "help"))


async def test_the_zone_can_be_picked_or_typed(world: World) -> None:
    page = await section(world, "zone")
    await world.moderator.select(page, ["Pacific/Noumea"], custom_id="settings:zone:")
    assert world.bot.settings.community.timezone == "Pacific/Noumea"
    form = await world.moderator.click(page, label="Un autre fuseau")
    await world.moderator.submit_modal(form, {"zone": "  buenos aires "})
    assert world.bot.settings.community.timezone.endswith("Buenos_Aires")


async def test_an_unknown_zone_is_handed_back(world: World) -> None:
    form = await world.moderator.click(await section(world, "zone"), label="Un autre fuseau")
    refused = await world.moderator.submit_modal(form, {"zone": "Trifouillis"})
    assert "Je ne connais pas le fuseau «\u00a0Trifouillis\u00a0»" in words(refused)
    again = await world.moderator.click(answer(refused), label="Corriger")
    assert "Trifouillis" in str(again.modal)


async def test_the_moderators_role_decides_and_the_manager_keeps_the_settings(world: World) -> None:
    await world.moderator.select(await section(world, "moderators"), [world.role], custom_id="settings:moderators:")
    await world.grant(world.members[0])
    refused = await world.moderator.slash(world.channel, "poll create", closing="7j")
    assert "l’équipe de modération ouvre les sondages" in words(refused)
    assert (await world.members[0].slash(world.channel, "poll create", closing="7j")).modal is not None
    assert "Réglages" in words(await world.moderator.slash(world.channel, "settings open"))


async def test_a_deleted_moderators_role_locks_nobody_out(world: World) -> None:
    await world.moderator.select(await section(world, "moderators"), [world.role], custom_id="settings:moderators:")
    await world.delete_role()
    assert (await world.moderator.slash(world.channel, "poll create", closing="7j")).modal is not None


async def test_everyone_may_open_polls_when_so_decided(world: World) -> None:
    await world.moderator.select(await section(world, "polls"), ["everyone"], custom_id="polls:openers:")
    assert (await world.members[0].slash(world.channel, "poll create", closing="7j")).modal is not None


async def raise_thresholds(world: World, electorate: str, answers: str) -> str:
    form = await world.moderator.click(await section(world, "thresholds"), label="Relever les seuils")
    return words(await world.moderator.submit_modal(form, {"electorate": electorate, "answers": answers}))


async def test_thresholds_rise_publicly_and_never_fall(world: World) -> None:
    assert "8 personnes consultées" in await raise_thresholds(world, "8", "6")
    assert "Les seuils d’anonymat ont été relevés" in said(world.posts()[-1])
    assert "plus bas que le seuil actuel" in await raise_thresholds(world, "8", "5")
    assert "n’est pas un nombre entier" in await raise_thresholds(world, "huit", "6")
    assert "trop élevé" in await raise_thresholds(world, "8", "100000")
    assert world.bot.settings.community.minimum_answers == 6


async def test_an_open_poll_keeps_the_thresholds_of_its_opening(world: World) -> None:
    card = await open_poll(world)
    await raise_thresholds(world, "5", "9")
    assert "moins de 5 personnes" in said(card)
    assert "moins de 9 personnes" in said(await open_poll(world, question="Tout autre chose ?"))


async def test_settings_survive_a_restart(world: World) -> None:
    await raise_thresholds(world, "7", "7")
    await world.moderator.select(
        await section(world, "channels"), [world.moderation], custom_id="settings:channel:moderators"
    )
    await world.restart()
    community = world.bot.settings.community
    assert (community.minimum_answers, community.moderators_channel_id) == (7, world.moderation.id)


async def test_who_lost_the_right_meanwhile_changes_nothing(world: World) -> None:
    page = await section(world, "language")
    await world.remove_roles(world.moderator)
    assert "réservé" in words(await world.moderator.select(page, ["en"], custom_id="settings:language:"))
    assert world.bot.settings.community.language == "fr"


async def test_the_home_card_is_posted_where_moderators_choose_and_lives_on(world: World) -> None:
    await world.moderator.select(await section(world, "home"), [world.channel], custom_id="home:post:")
    home = world.post_with("home:do:help")
    await world.restart()
    assert "Pour tout le monde" in words(await world.members[0].click(home, label="Aide"))
    assert "home:do:vote" in custom_ids(home)


@pytest.mark.parametrize("language", LANGUAGES)
async def test_help_shows_moderators_their_part_too(world: World, language: Language) -> None:
    def t(key: str) -> str:
        return world.bot.catalogue.text(language, key, {})

    await world.bot.settings.change(language=language)
    help_button = "home:help:moderators"
    assert help_button not in custom_ids(answer(await world.members[0].slash(world.channel, "help")))
    shown = await world.moderator.slash(world.channel, "help")
    assert t("help-for-members") in words(shown)
    part = words(await world.moderator.click(answer(shown), custom_id=help_button))
    assert f"`/{t('command-poll')} {t('command-poll-close')}`" in part
    assert f"`/{t('command-settings')} {t('command-settings-open')}`" in part


async def test_anonymity_is_explained_without_flags_or_counts(world: World) -> None:
    shown = words(await world.members[0].slash(world.channel, "anonymity"))
    assert "bot/anonymity" in shown
    assert not any(character.isdigit() for character in shown)


async def test_commands_work_in_a_direct_message(world: World) -> None:
    await open_poll(world)
    user = world.members[0].user
    assert "Pour tout le monde" in words(await user.slash("help"))
    listing = await user.slash("poll list")
    ballot = await user.click(answer(listing), custom_id="polls:vote:1")
    summary = await user.select(answer(ballot), ["0"])
    assert "C’est enregistré" in words(await user.click(answer(summary), label="Confirmer mon vote"))


async def test_strangers_are_told_in_a_direct_message(world: World) -> None:
    await open_poll(world)
    stranger = world.simulator.env.create_user("Passant")
    for refused in (await stranger.slash("poll create", closing="7j"), await stranger.slash("poll list")):
        assert "parmi les membres de la communauté" in words(refused)


async def test_commands_are_synced_only_when_they_changed(world: World, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.INFO)
    await world.restart()
    assert "the commands were synced" not in caplog.text
    await world.bot.settings.write_note(SYNCED, "another version's")
    await world.restart()
    assert "the commands were synced" in caplog.text


@pytest.mark.errors_expected
async def test_two_servers_and_no_choice_does_nothing_and_says_so(
    data_dir: Path, caplog: pytest.LogCaptureFixture
) -> None:
    simulator = make_simulator(data_dir)
    channels = [simulator.env.create_guild(name).create_text_channel("général") for name in ("Un", "Deux")]
    async with simulator:
        assert not any(channel.history() for channel in channels)
    assert "set GUILD_ID" in caplog.text


async def test_first_steps_come_by_direct_message_to_whoever_asks_and_nobody_else(world: World) -> None:
    member = world.members[0]
    shown = await member.slash(world.channel, "help")
    await world.restart()
    told = await member.click(answer(shown), label="Premiers pas, en message privé")
    assert "C’est envoyé" in words(told)
    (message,) = [found for found in member.user.dm_channel.history() if "Cinq minutes suffisent" in said(found)]
    assert "/chercher" in said(message)
    assert not [found for found in world.members[1].user.dm_channel.history() if "Cinq minutes" in said(found)]


async def test_the_tour_of_moderators_goes_through_what_there_is_to_set(world: World) -> None:
    panel = await world.moderator.slash(world.channel, "settings open")
    shown = await world.moderator.click(answer(panel), label="Le tour en sept étapes")
    assert "1. Qui modère" in words(shown)
    await world.restart()
    for title in (
        "2. Où je parle",
        "3. Le message",
        "4. Un premier",
        "5. La relecture",
        "6. La lettre",
        "7. La confiance",
    ):
        shown = await world.moderator.click(answer(shown), label="Suivants")
        assert title in words(shown).replace("\u00a0", " ")
    assert "1. Qui modère" in words(await world.moderator.slash(world.channel, "settings tour"))
    assert "réservé à l’équipe" in words(await world.members[0].slash(world.channel, "settings tour"))
