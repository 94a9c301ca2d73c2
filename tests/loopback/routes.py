"""The HTTP routes the bot uses. Any other is answered with 500, kept in `unknown`, and fails the test."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Awaitable, Callable, Mapping
from typing import Any

from aiohttp import BodyPartReader, web

from tests.loopback import payloads
from tests.loopback.interactions import Interactions
from tests.loopback.messages import Messages, Refusal
from tests.loopback.payloads import APPLICATION_ID, Json, Posted
from tests.loopback.planned import Planned
from tests.loopback.town import Town

TOKEN = "loopback.token"
MOST_HISTORY = 100
Body = tuple[Json, Mapping[str, bytes]]


class Routes:
    def __init__(self, town: Town, messages: Messages, interactions: Interactions) -> None:
        self._town = town
        self._messages = messages
        self._interactions = interactions
        self.planned = Planned()
        self.commands: list[Json] = []
        self.synced = asyncio.Event()
        self.requests: list[str] = []
        self.unknown: list[str] = []
        self.refused: list[str] = []  # what Discord would have found malformed

    def table(self, gateway_address: str) -> list[web.RouteDef]:
        async def gateway(_request: web.Request) -> web.Response:
            limits = {"total": 1000, "remaining": 999, "reset_after": 1, "max_concurrency": 1}
            return payloads.answer({"url": gateway_address, "shards": 1, "session_start_limit": limits})

        events = "/guilds/{guild}/scheduled-events"
        webhook = "/webhooks/{application}/{token}"
        return [
            web.get("/api/v10/gateway/bot", gateway),
            *(
                web.route(method, f"/api/v10{path}", _answered(self, action))
                for method, path, action in (
                    ("GET", "/users/@me", self._me),
                    ("GET", "/oauth2/applications/@me", self._application),
                    ("GET", "/users/@me/guilds", self._list_guilds),
                    ("GET", "/guilds/{guild}", self._guild),
                    ("GET", "/guilds/{guild}/channels", self._list_channels),
                    ("GET", "/guilds/{guild}/members/{member}", self._member),
                    ("PUT", "/applications/{application}/commands", self._sync),
                    ("GET", "/channels/{channel}/messages", self._history),
                    ("POST", "/channels/{channel}/messages", self._send),
                    ("PATCH", "/channels/{channel}/messages/{message}", self._edit),
                    ("GET", "/channels/{channel}", self._find_channel),
                    ("POST", "/channels/{channel}/messages/{message}/threads", self._open_thread),
                    ("GET", events, self._list_events),
                    ("POST", events, self._create_event),
                    ("GET", events + "/{event}", self._get_event),
                    ("PATCH", events + "/{event}", self._edit_event),
                    ("POST", "/interactions/{interaction}/{token}/callback", self._callback),
                    ("POST", webhook, self._follow_up),
                    ("PATCH", webhook + "/messages/@original", self._edit_original),
                )
            ),
            web.route("*", "/{path:.*}", self._unknown),
        ]

    def subjects(self, request: web.Request) -> set[int]:
        """The channel and the person a request is about."""
        found: set[int] = set()
        if (channel := request.match_info.get("channel")) is not None:
            found.add(int(channel))
        if (token := request.match_info.get("token")) and (interaction := self._interactions.find(token)) is not None:
            found |= {interaction.channel_id, interaction.person.user_id}
        return found

    # The bot itself

    async def _me(self, _request: web.Request) -> Any:
        return payloads.user(self._town.bot) | {"mfa_enabled": False, "locale": "fr", "verified": True}

    async def _application(self, _request: web.Request) -> Any:
        return payloads.application(self._town.moderator)

    async def _list_guilds(self, _request: web.Request) -> Any:
        return [{name: self._town.guild()[name] for name in ("id", "name", "features")} | {"permissions": "0"}]

    async def _guild(self, _request: web.Request) -> Any:
        return self._town.guild()

    async def _list_channels(self, _request: web.Request) -> Any:
        return self._town.guild()["channels"]

    async def _member(self, _request: web.Request) -> Any:
        return payloads.member(self._town.bot)

    async def _sync(self, request: web.Request) -> Any:
        sent: list[Json] = await request.json()
        self.commands = [
            command
            | {"id": str(payloads.snowflake()), "application_id": str(APPLICATION_ID), "version": "1"}
            | {"description": command.get("description") or ""}
            for command in sent
        ]
        self.synced.set()
        return self.commands

    # Messages

    async def _send(self, request: web.Request) -> Any:
        body, files = await _body(request)
        return self._messages.send(self._channel(request), body, files).payload

    async def _edit(self, request: web.Request) -> Any:
        body, files = await _body(request)
        posted = self._messages.get(int(request.match_info["message"]))
        self._messages.edit(posted, body, files)
        return posted.payload

    async def _history(self, request: web.Request) -> Any:
        """Newest first, as Discord gives it."""
        limit = min(int(request.query.get("limit", 50)), MOST_HISTORY)
        before, after = int(request.query.get("before", 1 << 63)), int(request.query.get("after", 0))
        found: list[Posted] = [
            posted for posted in self._messages.in_channel(self._channel(request)) if after < posted.message_id < before
        ]
        return [posted.payload for posted in reversed(found[-limit:])]

    # Threads and events

    async def _find_channel(self, request: web.Request) -> Any:
        channel_id = self._channel(request)
        return self.planned.threads.get(channel_id) or self._town.channel(channel_id)

    async def _open_thread(self, request: web.Request) -> Any:
        body, _ = await _body(request)
        return self.planned.open_thread(self._channel(request), int(request.match_info["message"]), body)

    async def _list_events(self, _request: web.Request) -> Any:
        return self.planned.standing

    async def _create_event(self, request: web.Request) -> Any:
        event = self.planned.create(await request.json())
        await self._interactions.tell("GUILD_SCHEDULED_EVENT_CREATE", event)
        return event

    async def _get_event(self, request: web.Request) -> Any:
        return self.planned.get(int(request.match_info["event"]))

    async def _edit_event(self, request: web.Request) -> Any:
        event = self.planned.edit(int(request.match_info["event"]), await request.json())
        await self._interactions.tell("GUILD_SCHEDULED_EVENT_UPDATE", event)
        return event

    def _channel(self, request: web.Request) -> int:
        channel_id = int(request.match_info["channel"])
        if channel_id not in self._town.channel_ids and channel_id not in self.planned.threads:
            raise Refusal(404, 10003, "Unknown Channel")
        return channel_id

    # Interactions

    async def _callback(self, request: web.Request) -> Any:
        body, files = await _body(request)
        return self._interactions.answer(self._interactions.get(request.match_info["token"]), body, files)

    async def _follow_up(self, request: web.Request) -> Any:
        body, files = await _body(request)
        interaction = self._interactions.get(request.match_info["token"])
        return self._interactions.follow_up(interaction, body, files).payload

    async def _edit_original(self, request: web.Request) -> Any:
        body, files = await _body(request)
        interaction = self._interactions.get(request.match_info["token"])
        return self._interactions.edit_original(interaction, body, files).payload

    async def _unknown(self, request: web.Request) -> web.Response:
        self.unknown.append(f"{request.method} {request.path}")
        return payloads.answer({"message": "the loopback does not know this route"}, status=500)


def _answered(
    routes: Routes, action: Callable[[web.Request], Awaitable[Any]]
) -> Callable[[web.Request], Awaitable[web.StreamResponse]]:
    async def answer(request: web.Request) -> web.StreamResponse:
        routes.requests.append(f"{request.method} {request.path.removeprefix('/api/v10')}")
        if "token" not in request.match_info and request.headers.get("Authorization") != f"Bot {TOKEN}":
            return payloads.answer({"message": "401: Unauthorized", "code": 0}, status=401)
        try:
            return payloads.answer(await action(request))
        except Refusal as refusal:
            if refusal.is_malformed:
                routes.refused.append(f"{request.method} {request.path}: {refusal}")
            return payloads.answer(refusal.body, status=refusal.status)

    return answer


async def _body(request: web.Request) -> Body:
    """JSON, or `payload_json` beside files named in its `attachments`."""
    if not request.content_type.startswith("multipart/"):
        return await request.json(), {}
    payload: Json = {}
    files: dict[str, bytes] = {}
    async for part in await request.multipart():
        assert isinstance(part, BodyPartReader)
        content = bytes(await part.read())
        if part.name == "payload_json":
            payload = json.loads(content)
        else:
            files[part.filename or ""] = content
    # An interaction's body holds its message in `data`.
    return payload, files
