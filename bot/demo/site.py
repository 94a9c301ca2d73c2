"""The demo's own page, over HTTP on 127.0.0.1: what there is to see, the time, ways into the channels."""

from __future__ import annotations

import html
import json
import logging
import re
from collections.abc import Awaitable, Callable
from datetime import timedelta
from functools import cache
from pathlib import Path
from typing import Any, cast

import simcord
from aiohttp import web

from bot.demo.listing import Listing
from bot.demo.play import Play
from bot.demo.stage import Words
from bot.screen.i18n import LANGUAGES, Catalogue, Language, as_language

_log = logging.getLogger(__name__)
_HERE = Path(__file__).parent
_LOOPBACK = "127.0.0.1"
_LONGEST_JUMP = timedelta(days=366)
_FILES = {"hub.css": "text/css", "hub.js": "text/javascript"}
_HEADERS = {
    "Cache-Control": "no-store",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    # The frame shows simcord's previews, each on a port of its own.
    "Content-Security-Policy": (
        f"default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; "
        f"frame-src 'self' http://{_LOOPBACK}:*; base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
    ),
}


@cache
def catalogue() -> Catalogue:
    return Catalogue([_HERE / "locales"])


class Site:
    """Answers only to its own address, so that no other web page can drive the demo."""

    def __init__(self, play: Play, guide: Words | None) -> None:
        self._play = play
        self._guide = guide
        self._runner = web.AppRunner(self._application(), access_log=None, shutdown_timeout=1)
        self._hosts: frozenset[str] = frozenset()

    async def start(self, port: int) -> str:
        """The address served, on a free port if this one is taken."""
        await self._runner.setup()
        try:
            await web.TCPSite(self._runner, _LOOPBACK, port).start()
        except OSError:
            await web.TCPSite(self._runner, _LOOPBACK, 0).start()
        taken = cast("tuple[str, int]", self._runner.addresses[0])[1]
        self._hosts = frozenset(f"{name}:{taken}" for name in (_LOOPBACK, "localhost"))
        self._play.previews.hub_origins = tuple(f"http://{host}" for host in sorted(self._hosts))
        return f"http://{_LOOPBACK}:{taken}/"

    async def close(self) -> None:
        await self._runner.cleanup()

    def _application(self) -> web.Application:
        application = web.Application(middlewares=[self._guard])
        application.add_routes(
            [
                web.get("/", self._page),
                web.get(r"/{language:fr|en}", self._page),
                web.get(r"/{file:hub\.(?:css|js)}", self._file),
                web.get(r"/open/{channel:\d+}", self._open),
                web.get("/api/state", self._state),
                web.get(r"/api/messages/{channel:\d+}", self._messages),
                web.post("/api/advance", self._advance),
                web.post("/api/menu", self._menu),
            ]
        )
        return application

    @web.middleware
    async def _guard(
        self, request: web.Request, handler: Callable[[web.Request], Awaitable[web.StreamResponse]]
    ) -> web.StreamResponse:
        origin = request.headers.get("Origin")
        if request.host not in self._hosts or (origin and origin.removeprefix("http://") not in self._hosts):
            raise web.HTTPForbidden(headers=_HEADERS)
        if request.method == "POST" and request.content_type != "application/json":
            raise web.HTTPUnsupportedMediaType(headers=_HEADERS)
        response = await handler(request)
        response.headers.update(_HEADERS)
        return response

    # ------------------------------------------------------------------------------------------- pages

    async def _page(self, request: web.Request) -> web.Response:
        language = as_language(request.match_info.get("language", "fr"))
        return web.Response(text=self._rendered(language), content_type="text/html")

    def _rendered(self, language: Language) -> str:
        """`{{demo-key}}` in the page becomes that sentence; the rest is filled in by hub.js."""
        words = catalogue()

        def sentence(found: re.Match[str]) -> str:
            key = found[1]
            if key == "language":
                return language
            if key == "demo-lead" and self._guide is not None:
                return html.escape(self._guide.in_language(language))
            return html.escape(words.text(language, key, {}))

        page = (_HERE / "pages" / "hub.html").read_text(encoding="utf-8")
        for other in LANGUAGES:
            page = page.replace(f"{{{{current-{other}}}}}", 'aria-current="page"' if other == language else "")
        return re.sub(r"\{\{([a-z-]+)\}\}", sentence, page)

    async def _file(self, request: web.Request) -> web.Response:
        name = request.match_info["file"]
        text = (_HERE / "pages" / name).read_text(encoding="utf-8")
        return web.Response(text=text, content_type=_FILES[name])

    async def _open(self, request: web.Request) -> web.Response:
        """Send the browser to the channel's preview page, started now if nobody has been there yet."""
        language = as_language(request.query.get("lang", "fr"))
        listing = self._listing(language)
        channel_id = int(request.match_info["channel"])
        previews = self._play.previews
        async with previews.gate:
            try:
                preview = await previews.open(listing.channel(channel_id), listing.viewers(channel_id))
            except LookupError:
                return web.Response(status=404, text=catalogue().text(language, "demo-nobody", {}))
        raise web.HTTPFound(previews.url(preview, language), headers=_HEADERS)

    # --------------------------------------------------------------------------------------------- JSON

    async def _state(self, request: web.Request) -> web.Response:
        return web.json_response(self._listing(as_language(request.query.get("lang", "fr"))).state())

    async def _messages(self, request: web.Request) -> web.Response:
        listing = self._listing("fr")
        return web.json_response(listing.recent_messages(int(request.match_info["channel"])))

    async def _advance(self, request: web.Request) -> web.Response:
        """`{"hours": 1, "days": 7}`, either or both; answers with the new state."""
        wish = await _json(request)
        try:
            span = timedelta(hours=float(wish.get("hours", 0)), days=float(wish.get("days", 0)))
        except (TypeError, ValueError, OverflowError):
            raise web.HTTPBadRequest(text="hours and days are numbers") from None
        if not timedelta(0) < span <= _LONGEST_JUMP:
            raise web.HTTPBadRequest(text="between a moment and a year")
        try:
            await self._play.advance(span)
        except Exception:  # noqa: BLE001 - whatever the bot raised, the page says so
            _log.exception("Advancing the demo's time failed")
            return web.json_response({"error": "advance"}, status=500)
        return await self._state(request)

    async def _menu(self, request: web.Request) -> web.Response:
        """`{"command": "…", "member": "id", "channel": "id", "message": "id"}`."""
        wish = await _json(request)
        listing = self._listing("fr")
        try:
            actor = listing.actor(int(wish["member"]))
            channel = listing.channel(int(wish["channel"]))
            await self._play.run_menu(actor, channel, str(wish["command"]), int(wish["message"]))
        except (KeyError, TypeError, ValueError, LookupError):
            raise web.HTTPBadRequest(text="no such action, member, channel or message") from None
        except (simcord.SetupError, simcord.BackendError) as refusal:
            return web.json_response({"error": str(refusal)}, status=409)
        except Exception:  # noqa: BLE001 - as above
            _log.exception("A message command failed in the demo")
            return web.json_response({"error": "menu"}, status=500)
        return web.json_response({"ok": True})

    def _listing(self, language: Language) -> Listing:
        play = self._play
        return Listing(play.simulator.env, play.stage, catalogue().speaker(language, play.stage.zone))


async def _json(request: web.Request) -> dict[str, Any]:
    try:
        body: Any = await request.json()
    except json.JSONDecodeError:
        raise web.HTTPBadRequest(text="JSON, please") from None
    if not isinstance(body, dict):
        raise web.HTTPBadRequest(text="a JSON object, please")
    return cast("dict[str, Any]", body)
