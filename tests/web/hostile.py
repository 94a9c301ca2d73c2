"""Servers that misbehave, on loopback: one behaviour each, started by the test that needs it."""

from __future__ import annotations

import asyncio
import contextlib
import ssl
from collections.abc import AsyncGenerator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from ipaddress import IPv4Address, IPv6Address

from bot.web.policy import Policy


@dataclass(slots=True)
class Request:
    """`head` is everything up to the empty line, as text."""

    head: str

    @property
    def path(self) -> str:
        return self.head.split(" ", 2)[1]

    def header(self, name: str) -> str | None:
        for line in self.head.split("\r\n")[1:]:
            key, _, value = line.partition(":")
            if key.lower() == name.lower():
                return value.strip()
        return None


Behaviour = Callable[[Request, asyncio.StreamWriter], Awaitable[None]]


@dataclass(slots=True)
class Site:
    port: int = 0
    scheme: str = "http"
    requests: list[Request] = field(default_factory=list[Request])
    connections: int = 0

    def url(self, path: str = "/", *, host: str = "127.0.0.1") -> str:
        return f"{self.scheme}://{host}:{self.port}{path}"


@asynccontextmanager
async def run_site(
    behaviour: Behaviour,
    *,
    tls: ssl.SSLContext | None = None,
    host: str = "127.0.0.1",
    port: int = 0,
    greeting: bytes = b"",
) -> AsyncGenerator[Site]:
    """`greeting` is said before anything is asked, as other protocols do."""
    site = Site(scheme="https" if tls else "http")

    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        site.connections += 1
        with contextlib.suppress(ConnectionError, asyncio.IncompleteReadError):
            writer.write(greeting)
            head = await reader.readuntil(b"\r\n\r\n")
            request = Request(head.decode("latin-1"))
            site.requests.append(request)
            await behaviour(request, writer)
            await writer.drain()
        writer.close()

    server = await asyncio.start_server(serve, host, port, ssl=tls)
    site.port = server.sockets[0].getsockname()[1]
    try:
        yield site
    finally:
        server.close()


def answer(body: bytes = b"<title>Bonjour</title>", *headers: str, status: str = "200 OK") -> Behaviour:
    """A well-behaved answer, of HTML unless a header says otherwise."""
    lines = [f"HTTP/1.1 {status}", *headers, f"Content-Length: {len(body)}"]
    if not any(header.lower().startswith("content-type") for header in headers):
        lines.append("Content-Type: text/html")

    async def behave(request: Request, writer: asyncio.StreamWriter) -> None:
        writer.write("\r\n".join(lines).encode() + b"\r\n\r\n" + body)

    return behave


def redirect(location: str, *headers: str, status: str = "302 Found") -> Behaviour:
    return answer(b"", f"Location: {location}", *headers, status=status)


def by_path(pages: dict[str, Behaviour]) -> Behaviour:
    async def behave(request: Request, writer: asyncio.StreamWriter) -> None:
        await pages[request.path](request, writer)

    return behave


def raw(data: bytes) -> Behaviour:
    async def behave(request: Request, writer: asyncio.StreamWriter) -> None:
        writer.write(data)

    return behave


def is_loopback(address: IPv4Address | IPv6Address) -> bool:
    """127.0.0.9 plays the private network in these tests."""
    return address.is_loopback and str(address) != "127.0.0.9"


def open_policy(*, patience: float = 2.0, most_bytes: int = 2**21, tls: ssl.SSLContext | None = None) -> Policy:
    """Loopback and any port, nothing else."""
    return Policy(
        allows=is_loopback, ports=None, patience=patience, connect_patience=1.0, most_bytes=most_bytes, tls=tls
    )
