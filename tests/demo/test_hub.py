"""The demo's page answers in both languages, moves the time, keeps strangers out, and stops cleanly."""

from __future__ import annotations

import asyncio
import re
from collections.abc import AsyncGenerator
from datetime import UTC, datetime, timedelta
from typing import Any

import aiohttp
import discord
import pytest
from discord.ext import commands
from simcord.preview import Preview

from bot.clock import Clock
from bot.demo.hub import running
from bot.demo.play import Play
from bot.demo.simulator import Simulator
from bot.demo.stage import Persona, Room, Stage, Trial, Words

START = datetime(2027, 3, 1, 8, 5, tzinfo=UTC)


class ToyBot(commands.Bot):
    """Reminds a channel an hour after each message, answers backstage, and can keep a message."""

    def __init__(self, clock: Clock) -> None:
        super().__init__("!", intents=discord.Intents.all())
        self.clock = clock
        self.due: list[tuple[datetime, int]] = []
        self.kept: list[str] = []

    async def setup_hook(self) -> None:
        @self.tree.context_menu(name="Garder")
        async def _(interaction: discord.Interaction, message: discord.Message) -> None:
            self.kept.append(message.content)
            await interaction.response.send_modal(discord.ui.Modal(title="Garder").add_item(Why()))

        await self.tree.sync()

    async def on_message(self, message: discord.Message, /) -> None:
        if not message.author.bot:
            self.due.append((self.clock.now() + timedelta(hours=1), message.channel.id))
        if message.content == "en coulisses" and message.guild is not None:
            backstage = discord.utils.get(message.guild.text_channels, name="coulisses")
            assert backstage is not None
            await backstage.send("Entendu")

    async def ring(self, now: datetime) -> None:
        for moment, channel_id in [due for due in self.due if due[0] <= now]:
            self.due.remove((moment, channel_id))
            channel = self.get_channel(channel_id)
            assert isinstance(channel, discord.TextChannel)
            await channel.send("Rappel !")


class Why(discord.ui.TextInput[discord.ui.Modal]):
    def __init__(self) -> None:
        super().__init__(label="Pourquoi ?")


async def populate(simulator: Simulator[ToyBot]) -> Stage:
    guild = simulator.env.create_guild("TMNlab", preferred_locale="fr")
    lobby = guild.create_text_channel("accueil")
    guild.create_text_channel("coulisses")
    ines = guild.add_member(simulator.env.create_user("ines", global_name="Inès"))
    yann = guild.add_member(simulator.env.create_user("yann", global_name="Yann"))
    simulator.on_advance.append(simulator.bot.ring)
    await ines.send(lobby, "Bonjour")
    return Stage(
        guild=guild,
        rooms=(Room("accueil", lobby, Words("Pour dire bonjour", "To say hello")),),
        personas=(
            Persona(ines, Words("Communication", "Communications")),
            Persona(yann, Words("Direction", "Director"), moderator=True),
        ),
        trials=(Trial(Words("Écrire", "Write"), Words("Un mot.", "A word."), "accueil"),),
    )


class Visitor:
    """A browser, without the browser."""

    def __init__(self, session: aiohttp.ClientSession, address: str, play: Play) -> None:
        self.session = session
        self.address = address
        self.play = play

    async def text(self, path: str) -> str:
        async with self.session.get(f"{self.address}{path}") as response:
            assert response.status == 200
            return await response.text()

    async def state(self, language: str = "fr") -> dict[str, Any]:
        async with self.session.get(f"{self.address}api/state?lang={language}") as response:
            return await response.json()

    async def post(self, path: str, wish: dict[str, Any]) -> tuple[int, Any]:
        async with self.session.post(f"{self.address}{path}", json=wish) as response:
            is_json = response.content_type == "application/json"
            return response.status, await response.json() if is_json else await response.text()

    async def preview(self, href: str) -> PreviewPage:
        """Open a channel as the page's link does."""
        async with self.session.get(f"{self.address}{href.lstrip('/')}", allow_redirects=False) as response:
            assert response.status == 302
            base, _, capability = response.headers["Location"].partition("#")
        return await PreviewPage(self.session, base.partition("?")[0], capability).opened()


class PreviewPage:
    """One open page of simcord's preview, over its own API."""

    def __init__(self, session: aiohttp.ClientSession, base: str, capability: str) -> None:
        self.session = session
        self.base = base
        self.headers = {"X-Simcord-Capability": capability}
        self.snapshot: dict[str, Any] = {}

    async def opened(self) -> PreviewPage:
        async with self.session.post(f"{self.base}api/pages", json={}, headers=self.headers) as response:
            self.snapshot = await response.json()
        self.headers["X-Simcord-Context"] = self.snapshot["context"]["id"]
        return self

    async def text(self) -> str:
        """Everything the page shows now."""
        async with self.session.get(f"{self.base}api/state", headers=self.headers) as response:
            return await response.text()

    async def send(self, content: str) -> dict[str, Any]:
        action = {
            "protocol_version": 3,
            "sequence": 1,
            "request_id": "r1",
            "generation": self.snapshot["context"]["generation"],
            "bot_generation": self.snapshot["botGeneration"],
            "published_revision": self.snapshot["publishedRevision"],
            "kind": "send_message",
            "content": content,
        }
        async with self.session.post(f"{self.base}api/action", json=action, headers=self.headers) as response:
            assert response.status == 200
            return await response.json()


@pytest.fixture
async def visitor() -> AsyncGenerator[Visitor]:
    async with (
        running(ToyBot, populate, start=START, port=0) as (address, play),
        aiohttp.ClientSession() as session,
    ):
        yield Visitor(session, address, play)


@pytest.mark.parametrize(
    ("path", "language", "heading"),
    [("", "fr", "Bienvenue dans"), ("fr", "fr", "Bienvenue dans"), ("en", "en", "Welcome to")],
)
async def test_the_page_speaks_both_languages(visitor: Visitor, path: str, language: str, heading: str) -> None:
    page = await visitor.text(path)
    assert f'<html lang="{language}">' in page
    assert heading in page
    assert "{{" not in page
    assert f'data-language="{language}" aria-current="page"' in page


async def test_the_page_asks_nothing_of_other_hosts(visitor: Visitor) -> None:
    for path in ("", "hub.css", "hub.js"):
        found = re.findall(r"(?:https?:)?//[\w.-]+", await visitor.text(path))
        assert set(found) <= {"http://www.w3.org"}, "the icon's namespace is no address"


async def test_the_state_lists_places_people_and_trials_in_the_reader_s_language(visitor: Visitor) -> None:
    french, english = await visitor.state("fr"), await visitor.state("en")
    assert [room["key"] for room in french["rooms"]] == ["accueil"]
    assert [channel["name"] for channel in french["others"]] == ["coulisses"]
    assert [(who["name"], who["moderator"]) for who in french["people"]] == [("Inès", False), ("Yann", True)]
    assert french["rooms"][0]["about"] == "Pour dire bonjour"
    assert english["rooms"][0]["about"] == "To say hello"
    assert english["trials"][0]["room"]["go"] == "Open “accueil”"
    assert french["menus"] == [{"command": "Garder", "name": "Garder"}]


async def test_the_time_is_said_in_words_in_the_community_s_zone(visitor: Visitor) -> None:
    assert (await visitor.state("fr"))["when"] == "lundi 1er mars 2027 à 9\u00a0h\u00a005"
    assert (await visitor.state("en"))["when"] == "Monday 1 March 2027, 09:05"


async def test_moving_the_time_brings_what_the_bot_does_by_itself(visitor: Visitor) -> None:
    page = await visitor.preview((await visitor.state())["rooms"][0]["href"])
    assert "Rappel !" not in await page.text()
    before = await visitor.state()
    status, after = await visitor.post("api/advance?lang=fr", {"days": 1})
    assert status == 200
    assert after["when"].startswith("mardi 2 mars 2027")
    assert after["rooms"][0]["newest"] != before["rooms"][0]["newest"]
    assert "Rappel !" in await page.text(), "a page that is open shows it without being asked"


async def test_simulated_time_follows_real_time(visitor: Visitor) -> None:
    await asyncio.sleep(1.2)
    assert timedelta(0) < visitor.play.simulator.now() - START < timedelta(seconds=5)


@pytest.mark.parametrize("wish", [{}, {"hours": -1}, {"days": 1e9}, {"hours": "une"}, {"days": 367}])
async def test_only_sensible_jumps_are_accepted(visitor: Visitor, wish: dict[str, Any]) -> None:
    assert (await visitor.post("api/advance", wish))[0] == 400


async def test_a_click_and_the_clock_take_turns(visitor: Visitor) -> None:
    page = await visitor.preview((await visitor.state())["rooms"][0]["href"])
    jumps = [asyncio.create_task(visitor.post("api/advance", {"hours": 1})) for _ in range(3)]
    sent = await page.send("Encore moi")
    assert {status for status, _ in await asyncio.gather(*jumps)} == {200}
    assert sent["settlement"] == "settled" or sent["rejected"], "either done, or refused because the page moved on"


async def test_one_acts_as_the_persona_one_was_last(visitor: Visitor) -> None:
    yann = visitor.play.stage.personas[1].actor
    visitor.play.previews.persona_id = yann.id
    page = await visitor.preview((await visitor.state())["rooms"][0]["href"])
    await page.send("C’est Yann")
    sent = visitor.play.stage.rooms[0].channel.last_message
    assert sent is not None
    assert (sent.author.id, sent.content) == (yann.id, "C’est Yann")


async def test_what_is_done_in_one_channel_shows_on_the_open_page_of_another(visitor: Visitor) -> None:
    state = await visitor.state()
    lobby = await visitor.preview(state["rooms"][0]["href"])
    backstage = await visitor.preview(state["others"][0]["href"])
    sent = await lobby.send("en coulisses")
    assert (sent["settlement"], sent["dispatch"]) == ("settled", "dispatched")
    assert "Entendu" in await backstage.text()


async def test_direct_messages_open_as_their_owner(visitor: Visitor) -> None:
    yann = visitor.play.stage.personas[1].actor
    member = yann.member
    assert member is not None
    await visitor.play.simulator.as_bot(member.send("Entre nous"))
    page = await visitor.preview((await visitor.state())["people"][1]["href"])
    assert "Entre nous" in await page.text()


async def test_a_message_command_runs_and_its_modal_waits_on_the_member_s_next_page(visitor: Visitor) -> None:
    state = await visitor.state()
    room, ines = state["rooms"][0], state["people"][0]
    async with visitor.session.get(f"{visitor.address}api/messages/{room['id']}") as response:
        messages = await response.json()
    wish = {"command": "Garder", "member": ines["id"], "channel": room["id"], "message": messages[0]["id"]}
    assert await visitor.post("api/menu", wish) == (200, {"ok": True})
    assert visitor.play.simulator.bot.kept == ["Bonjour"]
    assert "Pourquoi ?" in await (await visitor.preview(room["href"])).text()
    assert "Pourquoi ?" not in await (await visitor.preview(room["href"])).text()


async def test_a_message_command_on_nothing_is_refused(visitor: Visitor) -> None:
    assert (await visitor.post("api/menu", {"command": "Garder"}))[0] == 400


async def test_a_channel_that_is_not_there_is_not_found(visitor: Visitor) -> None:
    async with visitor.session.get(f"{visitor.address}open/1", allow_redirects=False) as response:
        assert response.status == 404


@pytest.mark.parametrize("headers", [{"Host": "demo.example"}, {"Origin": "http://demo.example"}, {"Origin": "null"}])
async def test_other_sites_cannot_reach_the_demo(visitor: Visitor, headers: dict[str, str]) -> None:
    async with visitor.session.get(f"{visitor.address}api/state", headers=headers) as response:
        assert response.status == 403


async def test_a_form_of_another_site_cannot_move_the_time(visitor: Visitor) -> None:
    async with visitor.session.post(f"{visitor.address}api/advance", data={"days": "1"}) as response:
        assert response.status == 415


async def test_a_preview_page_is_french_on_demand_and_may_live_in_the_hub_s_frame_only(
    visitor: Visitor,
) -> None:
    href = (await visitor.state())["rooms"][0]["href"]
    page = await visitor.preview(href)
    for language, translated in (("fr", True), ("en", False)):
        async with visitor.session.get(f"{page.base}?lang={language}") as response:
            assert ("preview-fr.js" in await response.text()) is translated
            policy = response.headers["Content-Security-Policy"]
            assert f"frame-ancestors {visitor.address.rstrip('/')}" in policy
            assert "X-Frame-Options" not in response.headers
    async with visitor.session.get(f"{page.base}preview.css") as response:
        assert "#inspector-toggle" in (await response.text()).rpartition("Added after simcord's")[2]


async def test_simcord_still_allows_one_preview_only(visitor: Visitor) -> None:
    """The contract behind Previews: when this fails, opening several needs no hook any more."""
    href = (await visitor.state())["rooms"][0]["href"]
    await visitor.preview(href)
    room = visitor.play.stage.rooms[0]
    viewers = [visitor.play.stage.personas[0].actor]
    with pytest.raises(Exception, match="Only one active Preview"):
        assert isinstance(visitor.play.simulator.env.preview(room.channel, viewers=viewers), Preview)
