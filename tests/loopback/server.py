"""The small Discord: town, messages, interactions, routes and gateway on one port of 127.0.0.1."""

from __future__ import annotations

from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from socket import AF_INET, SOCK_STREAM, socket

from aiohttp import web

from tests.loopback.faults import Answer, Faults
from tests.loopback.gateway import Gateway
from tests.loopback.interactions import Interactions
from tests.loopback.messages import Messages
from tests.loopback.routes import Routes
from tests.loopback.town import Town

BACKLOG = 4096  # a thousand answers at once are a thousand connections


class Loopback:
    def __init__(self, town: Town, port: int) -> None:
        self.town = town
        self.address = f"http://127.0.0.1:{port}"
        self.gateway_address = f"ws://127.0.0.1:{port}/gateway"
        self.messages = Messages(town.bot)
        self.gateway = Gateway(town, self.gateway_address)
        self.interactions = Interactions(town, self.gateway, self.messages)
        self.routes = Routes(town, self.messages, self.interactions)
        self.faults = Faults(self.routes.subjects)
        self.keeps_connections = True

    def application(self) -> web.Application:
        @web.middleware
        async def spoil(request: web.Request, handler: Answer) -> web.StreamResponse:
            answer = await self.faults.answer(request, handler)
            if not self.keeps_connections and "/gateway" not in request.path:
                answer.force_close()
            return answer

        application = web.Application(middlewares=[spoil], client_max_size=32 * 2**20)
        application.router.add_get("/gateway", self.gateway.serve)
        application.router.add_routes(self.routes.table(self.gateway_address))
        return application


@asynccontextmanager
async def run_loopback(size: int) -> AsyncGenerator[Loopback]:
    """A town of `size` members besides its moderator."""
    listening = socket(AF_INET, SOCK_STREAM)
    listening.bind(("127.0.0.1", 0))
    loopback = Loopback(Town(size), listening.getsockname()[1])
    runner = web.AppRunner(loopback.application(), access_log=None, shutdown_timeout=0.5)
    await runner.setup()
    await web.SockSite(runner, listening, backlog=BACKLOG).start()
    try:
        yield loopback
    finally:
        await loopback.gateway.stop()
        await runner.cleanup()
