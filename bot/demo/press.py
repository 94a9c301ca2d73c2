"""The web of the demo: a few pages served on this machine, and a policy that leads nowhere else."""

from __future__ import annotations

import asyncio
import contextlib
import html
import tomllib
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from bot.web.addresses import Address
from bot.web.policy import Policy

PAGES = Path(__file__).with_name("press.toml")
_SENTENCE = "Une équipe raconte ce qu’elle a essayé, et ce qu’elle a choisi de ne pas faire. "


@dataclass(slots=True)
class Press:
    """`port` is where every one of these pages is served; any other name does not exist."""

    pages: dict[str, dict[str, Any]]
    port: int = 0
    _read: set[str] = field(default_factory=set[str])

    @property
    def policy(self) -> Policy:
        """For the demo only: this machine, this port, these names."""
        return Policy(allows=_is_here, resolve=self._resolve, served_at=self.port)

    async def _resolve(self, host: str, _port: int) -> list[str]:
        if host not in {place.partition("/")[0] for place in self.pages}:
            raise OSError("no such site in the demo")
        return ["127.0.0.1"]

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        with contextlib.suppress(ConnectionError, asyncio.IncompleteReadError, asyncio.LimitOverrunError):
            head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1")
            status, content = self._answer(_place(head))
            writer.write(
                f"HTTP/1.1 {status}\r\nContent-Type: text/html; charset=utf-8\r\n"
                f"Content-Length: {len(content)}\r\nConnection: close\r\n\r\n".encode()
                + content
            )
            await writer.drain()
        writer.close()

    def _answer(self, place: str) -> tuple[str, bytes]:
        page = self.pages.get(place)
        if page is None:
            return "404 Not Found", b""
        if page.get("goes") and place in self._read:
            return "410 Gone", b""
        self._read.add(place)
        return "200 OK", _write(page).encode()


@asynccontextmanager
async def running_press() -> AsyncGenerator[Press]:
    held: dict[str, Any] = tomllib.loads(PAGES.read_text(encoding="utf-8"))
    press = Press({_key(page["url"]): page for page in held["page"]})
    server = await asyncio.start_server(press.serve, "127.0.0.1", 0)
    press.port = server.sockets[0].getsockname()[1]
    try:
        yield press
    finally:
        server.close()


def _is_here(address: Address) -> bool:
    return address.is_loopback


def _key(url: str) -> str:
    parts = urlsplit(url)
    return f"{parts.hostname}{parts.path}"


def _place(head: str) -> str:
    request, *lines = head.split("\r\n")
    host = next((line.partition(":")[2].strip() for line in lines if line.lower().startswith("host:")), "")
    return host.partition(":")[0] + request.split(" ")[1].partition("?")[0]


def _write(page: dict[str, Any]) -> str:
    """As a newspaper's site marks up an article."""
    said = {name: html.escape(str(page[name])) for name in ("title", "description", "site", "author", "date")}
    author = f'<meta name="author" content="{said["author"]}">' if said["author"] else ""
    text = _SENTENCE * (int(page["words"]) // len(_SENTENCE.split()))
    return (
        f'<!doctype html><html lang="fr"><head><meta charset="utf-8"><title>{said["title"]} | {said["site"]}</title>'
        f'<meta property="og:title" content="{said["title"]}">'
        f'<meta property="og:description" content="{said["description"]}">'
        f'<meta property="og:site_name" content="{said["site"]}">{author}'
        f'<meta property="article:published_time" content="{said["date"]}"></head>'
        f"<body><article><h1>{said['title']}</h1><p>{text}</p></article></body></html>"
    )
