"""The gateway: HELLO, IDENTIFY, READY, heartbeats, RESUME with what was missed, invalid sessions, member chunks."""

from __future__ import annotations

import asyncio
import json
import zlib
from contextlib import suppress
from dataclasses import dataclass, field
from secrets import token_hex
from typing import Any

from aiohttp import WSMsgType, web

from tests.loopback import payloads
from tests.loopback.payloads import APPLICATION_ID, GUILD_ID, Json
from tests.loopback.town import Town

DISPATCH, HEARTBEAT, IDENTIFY, RESUME, RECONNECT, REQUEST_MEMBERS = 0, 1, 2, 6, 7, 8
INVALID_SESSION, HELLO, HEARTBEAT_ACK = 9, 10, 11
HEARTBEAT_INTERVAL = 41_250  # milliseconds, Discord's own
CHUNK = 1000  # members


@dataclass(slots=True)
class Wire:
    """One connection; compressed as the bot asked."""

    socket: web.WebSocketResponse
    compressor: Any = None
    turn: asyncio.Lock = field(default_factory=asyncio.Lock)

    async def send(self, event: Json) -> None:
        async with self.turn:  # the compressor's order is the wire's order
            text = json.dumps(event)
            if self.compressor is None:
                await self.socket.send_str(text)
            else:
                packed = self.compressor.compress(text.encode()) + self.compressor.flush(zlib.Z_SYNC_FLUSH)
                await self.socket.send_bytes(packed)


@dataclass(slots=True)
class Session:
    """`sent` is kept, so that a RESUME replays what was missed."""

    session_id: str = field(default_factory=token_hex)
    sent: list[Json] = field(default_factory=list[Json])
    wire: Wire | None = None
    is_resumable: bool = True

    async def dispatch(self, name: str, data: Json) -> None:
        event = {"op": DISPATCH, "t": name, "s": len(self.sent) + 1, "d": data}
        self.sent.append(event)
        if self.wire is not None:
            try:
                await self.wire.send(event)
            except ConnectionError:
                self.wire = None


class Gateway:
    def __init__(self, town: Town, address: str) -> None:
        self._town = town
        self._address = address
        self._session: Session | None = None
        self._sockets: set[web.WebSocketResponse] = set()
        self._asked: list[asyncio.Task[None]] = []
        self.identified = 0
        self.resumed = 0
        self.refused = 0  # connections to refuse from now on
        self.chunk_size = CHUNK
        self.chunk_wait = 0.0  # seconds before each chunk of members
        self.ready = asyncio.Event()  # set at each READY and RESUMED

    async def dispatch(self, name: str, data: Json) -> None:
        """To whoever is connected; into the session while it is cut; nowhere without a session."""
        if self._session is not None:
            await self._session.dispatch(name, data)

    # What befalls it

    async def cut(self) -> None:
        """The connection dies without a word; the session can be resumed."""
        self.ready.clear()
        session, wire = self._current()
        session.wire = None
        assert wire.socket._req is not None  # pyright: ignore[reportPrivateUsage] # no public way to its transport
        transport = wire.socket._req.transport  # pyright: ignore[reportPrivateUsage]
        if transport is not None:
            transport.abort()

    async def close(self, code: int) -> None:
        self.ready.clear()
        session, wire = self._current()
        session.wire = None
        await wire.socket.close(code=code)

    async def ask_to_reconnect(self) -> None:
        self.ready.clear()
        _, wire = self._current()
        await wire.send({"op": RECONNECT, "d": None})

    async def invalidate(self, *, resumable: bool) -> None:
        self.ready.clear()
        session, wire = self._current()
        session.is_resumable = resumable
        await wire.send({"op": INVALID_SESSION, "d": resumable})

    async def stop(self) -> None:
        for task in self._asked:
            task.cancel()
        for socket in list(self._sockets):
            await socket.close(code=1001)

    def _current(self) -> tuple[Session, Wire]:
        assert self._session is not None
        assert self._session.wire is not None
        return self._session, self._session.wire

    # The connection

    async def serve(self, request: web.Request) -> web.StreamResponse:
        if self.refused:
            self.refused -= 1
            return web.Response(status=503)
        socket = web.WebSocketResponse(autoping=True, compress=False)
        await socket.prepare(request)
        wire = Wire(socket, zlib.compressobj() if request.query.get("compress") == "zlib-stream" else None)
        self._sockets.add(socket)
        try:
            await wire.send({"op": HELLO, "d": {"heartbeat_interval": HEARTBEAT_INTERVAL}})
            async for message in socket:
                if message.type is WSMsgType.TEXT:
                    await self._hear(wire, json.loads(message.data))
        except ConnectionError:
            pass
        finally:
            self._sockets.discard(socket)
            if self._session is not None and self._session.wire is wire:
                self._session.wire = None
        return socket

    async def _hear(self, wire: Wire, said: Json) -> None:
        operation = said["op"]
        if operation == HEARTBEAT:
            self._asked.append(asyncio.create_task(_acknowledge(wire)))
        elif operation == IDENTIFY:
            await self._identify(wire)
        elif operation == RESUME:
            await self._resume(wire, said["d"])
        elif operation == REQUEST_MEMBERS:
            self._asked.append(asyncio.create_task(self._send_members(said["d"])))
        else:
            raise AssertionError(f"the loopback's gateway does not know operation {operation}")

    async def _identify(self, wire: Wire) -> None:
        self.identified += 1
        session = self._session = Session(wire=wire)
        await session.dispatch(
            "READY",
            {
                "v": 10,
                "user": payloads.user(self._town.bot),
                "guilds": [{"id": str(GUILD_ID), "unavailable": True}],
                "session_id": session.session_id,
                "resume_gateway_url": self._address,
                "application": {"id": str(APPLICATION_ID), "flags": 1 << 15},
            },
        )
        guild = self._town.guild()
        if guild["large"]:
            guild["members"] = [payloads.member(self._town.bot)]  # the rest is asked for
        await session.dispatch("GUILD_CREATE", guild)
        self.ready.set()

    async def _resume(self, wire: Wire, asked: Json) -> None:
        session = self._session
        if session is None or session.session_id != asked["session_id"] or not session.is_resumable:
            await wire.send({"op": INVALID_SESSION, "d": False})
            return
        self.resumed += 1
        for event in session.sent[asked["seq"] or 0 :]:
            await wire.send(event)
        session.wire = wire
        await session.dispatch("RESUMED", {})
        self.ready.set()

    async def _send_members(self, asked: Json) -> None:
        session, _ = self._current()
        people = [payloads.member(person) for person in [*self._town.everyone, self._town.bot]]
        chunks = [people[start : start + self.chunk_size] for start in range(0, len(people), self.chunk_size)]
        for number, chunk in enumerate(chunks):
            await asyncio.sleep(self.chunk_wait)
            await session.dispatch(
                "GUILD_MEMBERS_CHUNK",
                {
                    "guild_id": str(GUILD_ID),
                    "members": chunk,
                    "chunk_index": number,
                    "chunk_count": len(chunks),
                    "not_found": [],
                    **({"nonce": asked["nonce"]} if asked.get("nonce") else {}),
                },
            )


async def _acknowledge(wire: Wire) -> None:
    """After a network's delay: discord.py notes when it sent only after it has sent."""
    await asyncio.sleep(0.05)
    with suppress(ConnectionError):
        await wire.send({"op": HEARTBEAT_ACK, "d": None})
