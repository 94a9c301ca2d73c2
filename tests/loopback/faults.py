"""What goes wrong between the bot and Discord, on purpose, request by request."""

from __future__ import annotations

import asyncio
import re
import socket
import struct
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from typing import Literal

from aiohttp import web

from tests.loopback import payloads

Answer = Callable[[web.Request], Awaitable[web.StreamResponse]]
Kind = Literal[
    "limited",  # 429 with Retry-After, for this route
    "limited everywhere",  # 429, global
    "500",
    "502",
    "502 after",  # what was asked was done all the same
    "silence",  # no answer, then the connection ends; nothing was done
    "silence after",  # no answer, though it was done
    "reset",  # the connection is reset before anything was done
    "cut",  # it was done; the connection is reset in the middle of the answer's body
    "trap before",  # nothing is done and nothing answered: the moment to kill the bot
    "trap after",  # it was done, and nothing is answered
]
KINDS: tuple[Kind, ...] = (
    "limited",
    "limited everywhere",
    "500",
    "502",
    "502 after",
    "silence",
    "silence after",
    "reset",
    "cut",
)
RETRY_AFTER = 0.5  # seconds
SILENCE, SHORT_SILENCE = 4.0, 1.0  # seconds: longer than an interaction waits; for everything else


@dataclass(slots=True)
class Fault:
    """`route` is searched in «METHOD /path». `about` narrows it to one channel's or one person's requests."""

    kind: Kind
    route: str
    about: int | None = None
    times: int = 1
    met: int = 0
    sprung: asyncio.Event = field(default_factory=asyncio.Event)

    def concerns(self, what: str, about: set[int]) -> bool:
        return self.met < self.times and bool(re.search(self.route, what)) and (self.about in {None, *about})


class Faults:
    def __init__(self, subjects: Callable[[web.Request], set[int]]) -> None:
        """`subjects` gives the channel and the person a request is about."""
        self._subjects = subjects
        self._waiting: list[Fault] = []

    def add(self, kind: Kind, route: str, *, about: int | None = None, times: int = 1) -> Fault:
        fault = Fault(kind, route, about, times)
        self._waiting.append(fault)
        return fault

    def clear(self) -> None:
        self._waiting.clear()

    async def answer(self, request: web.Request, handler: Answer) -> web.StreamResponse:
        what = f"{request.method} {request.path}"
        about = self._subjects(request)
        fault = next((fault for fault in self._waiting if fault.concerns(what, about)), None)
        if fault is None:
            return await handler(request)
        fault.met += 1
        if fault.kind in {"502 after", "silence after", "cut", "trap after"}:
            done = await handler(request)
        else:
            await request.read()
            done = web.Response()
        fault.sprung.set()
        return await _spoil(fault.kind, request, done)


async def _spoil(kind: Kind, request: web.Request, done: web.StreamResponse) -> web.StreamResponse:
    if kind in {"limited", "limited everywhere"}:
        return _limited(everywhere=kind == "limited everywhere")
    if kind in {"500", "502", "502 after"}:
        return web.Response(status=int(kind[:3]), text="<html>upstream</html>", content_type="text/html")
    if kind in {"silence", "silence after"}:
        await asyncio.sleep(SILENCE if "/interactions/" in request.path else SHORT_SILENCE)
    elif kind in {"trap before", "trap after"}:
        await asyncio.sleep(60)  # the bot is killed meanwhile
    elif kind == "cut":
        await _send_half(request, done)
    _reset(request)
    return done


def _limited(*, everywhere: bool) -> web.Response:
    return payloads.answer(
        {"message": "You are being rate limited.", "retry_after": RETRY_AFTER, "global": everywhere},
        status=429,
        headers={
            "Retry-After": str(RETRY_AFTER),
            "Via": "1.1 loopback",
            "X-RateLimit-Scope": "global" if everywhere else "user",
            **({"X-RateLimit-Global": "true"} if everywhere else {}),
        },
    )


async def _send_half(request: web.Request, done: web.StreamResponse) -> None:
    assert isinstance(done, web.Response)
    body = done.body
    assert isinstance(body, bytes)
    half = web.StreamResponse(status=done.status, headers={"Content-Type": "application/json"})
    half.content_length = len(body) + 1
    await half.prepare(request)
    await half.write(body[: len(body) // 2])


def _reset(request: web.Request) -> None:
    """An RST instead of a polite end."""
    transport = request.transport
    if transport is None:
        return
    connection = transport.get_extra_info("socket")
    if connection is not None:
        connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    transport.abort()
