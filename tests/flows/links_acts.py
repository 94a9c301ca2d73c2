"""A small web on loopback, and what people do with its links, as one line each."""

from __future__ import annotations

from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import discord
import simcord

from bot.web.policy import Policy
from tests.web.hostile import Behaviour, Request, Site, answer, is_loopback, redirect, run_site
from tests.world import World, make_world, parts

ARTICLE = "http://courrier.example/ia-et-plateaux"
GUIDE = "http://guides.example/sobriete"


def page(title: str, description: str = "", *extra: str) -> bytes:
    return (
        f'<html lang="fr"><head><title>{title}</title><meta property="og:title" content="{title}">'
        f'<meta property="og:description" content="{description}">{"".join(extra)}</head><body></body></html>'
    ).encode()


@dataclass
class Web:
    """Every name leads to this machine; pages by host and path, and what is not there is not found."""

    pages: dict[str, Behaviour] = field(default_factory=dict[str, Behaviour])
    site: Site | None = None
    lost: set[str] = field(default_factory=set[str])

    def put(self, url: str, content: bytes | Behaviour) -> None:
        self.pages[url.removeprefix("http://")] = answer(content) if isinstance(content, bytes) else content

    def move(self, url: str, to: str) -> None:
        self.put(url, redirect(to))

    def asked(self, host: str) -> int:
        assert self.site is not None
        return sum(request.header("host") == host for request in self.site.requests)

    async def resolve(self, host: str, port: int) -> list[str]:
        if host in self.lost:
            raise OSError
        return ["127.0.0.1"]

    @property
    def policy(self) -> Policy:
        assert self.site is not None
        return Policy(allows=is_loopback, resolve=self.resolve, served_at=self.site.port)

    async def behave(self, request: Request, writer: Any) -> None:
        known = self.pages.get(f"{request.header('host')}{request.path}")
        await (known or answer(b"", status="404 Not Found"))(request, writer)


@asynccontextmanager
async def running_web() -> AsyncGenerator[Web]:
    web = Web()
    web.put(
        ARTICLE,
        page(
            "L’IA entre en coulisses",
            "Enquête auprès de trente régies et billetteries.",
            '<meta name="author" content="Jeanne Vautrin">',
            '<meta property="article:published_time" content="2026-10-02">',
        ),
    )
    web.put(GUIDE, page("Guide de la sobriété numérique", "Dix gestes pour les équipes de communication."))
    async with run_site(web.behave) as site:
        web.site = site
        yield web


@asynccontextmanager
async def connected_world(data_dir: Path, web: Web) -> AsyncGenerator[World]:
    world = make_world(data_dir, web_policy=web.policy)
    async with world.simulator:
        yield world


async def share(world: World, member: simcord.MemberActor, url: str = ARTICLE, **options: str) -> Any:
    """The preview."""
    return await member.slash(world.channel, "link share", url=url, **options)


async def publish(world: World, member: simcord.MemberActor, url: str = ARTICLE, **options: str) -> int:
    """Through the preview; the link's number."""
    preview = await share(world, member, url, **options)
    assert preview.response is not None
    await member.click(preview.response.message, label="Publier")
    row = await world.simulator.as_bot(world.bot.database.one("SELECT max(link_id) AS link_id FROM links"))
    assert row is not None
    return int(row["link_id"])


def option_of(message: discord.Message, label: str) -> str:
    options = [option for part in parts(message) for option in getattr(part, "options", [])]
    (found,) = [option.value for option in options if option.label == label]
    return str(found)


def labels(message: discord.Message) -> list[str]:
    return [part.label for part in parts(message) if getattr(part, "label", None)]


def urls(message: discord.Message) -> list[str]:
    return [part.url for part in parts(message) if getattr(part, "url", None)]
