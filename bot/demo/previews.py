"""simcord's preview pages, one per channel, behind one gate: all hooks into their private parts are here.

simcord allows one preview, which knows nothing of a hub, of other channels, of a clock or of French. The
hooks sit on the objects of one demo, never on simcord's classes.
"""

# As in simulator.py: there is no public way to do what is done here.
# pyright: reportPrivateUsage=false

from __future__ import annotations

import asyncio
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import AsyncExitStack
from http import HTTPStatus
from pathlib import Path
from typing import Any, cast

import simcord
from aiohttp import web
from simcord.backend.access import can_access_channel
from simcord.preview import Preview
from simcord.preview._server import PreviewServer

from bot.screen.i18n import Language, as_language

Viewer = simcord.MemberActor | simcord.UserHandle
_PAGES = Path(__file__).parent / "pages"
# A browser page that is left open is released after ten minutes; one that is reloaded in haste, then too.
_MAX_PAGES = 64
_DEEPER = frozenset({1, 2})  # the types of a command in a group, and of a group
_BEHAVIOUR, _TRANSLATION = "/preview.js", "/preview-fr.js"


class Previews:
    """Opens a preview when a channel is first visited, and keeps all of them up to date."""

    def __init__(self, env: simcord.Env, *, zone: str) -> None:
        self.gate = asyncio.Lock()
        self.hub_origins: tuple[str, ...] = ()
        self.persona_id: int | None = None
        self._env = env
        self._zone = zone
        self._open: dict[int, Preview] = {}
        self._stack = AsyncExitStack()

    async def open(self, channel: simcord.ChannelHandle, viewers: Sequence[Viewer]) -> Preview:
        """The channel's preview, started if need be. Call it inside the gate.

        Raises LookupError if none of the viewers can read the channel.
        """
        preview = self._open.get(channel.id)
        if preview is None:
            preview = self._open[channel.id] = await self._start(channel, viewers)
        return preview

    def allowed(self, channel: simcord.ChannelHandle, viewers: Sequence[Viewer]) -> list[Viewer]:
        """Whoever of them can read the channel now."""
        return [who for who in viewers if can_access_channel(self._env, channel.id, who, history=True)]

    def url(self, preview: Preview, language: Language) -> str:
        """Holds the preview's secret: whoever has it can act as any of its viewers."""
        return preview.url.replace("/#", f"/?lang={language}#")

    def offer_modal(self, preview: Preview, opened: simcord.InteractionResult) -> None:
        """Show a modal that no click of the page opened, on the next page that its member opens."""
        assert preview._python is not None
        preview._python.modal = opened

    async def refresh(self, but: Preview | None = None) -> None:
        """Bring what browsers show up to date. Call it inside the gate."""
        for preview in self._open.values():
            if preview is not but and len(preview._pages) > 1:  # the first page is simcord's own
                await preview.refresh()

    async def close(self) -> None:
        await self._stack.aclose()
        self._open.clear()

    async def _start(self, channel: simcord.ChannelHandle, viewers: Sequence[Viewer]) -> Preview:
        allowed = self.allowed(channel, viewers)
        if not allowed:
            raise LookupError(f"nobody can read channel {channel.id}")
        self._env._preview = None  # simcord refuses a second preview while it sees a first
        preview = self._env.preview(channel, viewers=allowed, layout="channel", locale="fr", timezone=self._zone)
        preview._server = _GatedServer(preview, self, viewers)
        vars(preview)["_MAX_PAGES"] = _MAX_PAGES
        await self._stack.enter_async_context(preview)
        # Messages and reactions tell `env._preview` that they were sent: every preview must hear it.
        self._env._preview = cast("Preview", _Fan(self._open))
        return preview


class _Fan:
    """Stands where simcord expects its only preview."""

    _closed = False

    def __init__(self, previews: dict[int, Preview]) -> None:
        self._previews = previews

    def _mark_action_dispatched(self) -> None:
        for preview in self._previews.values():
            preview._mark_action_dispatched()


class _GatedServer(PreviewServer):
    """Lets clicks in one at a time, tells the other channels, and dresses the page."""

    def __init__(self, preview: Preview, previews: Previews, candidates: Sequence[Viewer]) -> None:
        super().__init__(preview)
        self._candidates = candidates
        self._previews = previews
        # The page lives in the hub's frame, which simcord forbids to everybody.
        headers = {key: text for key, text in super()._SECURITY_HEADERS.items() if key != "X-Frame-Options"}
        policy = headers["Content-Security-Policy"]
        ancestors = " ".join(previews.hub_origins) or "'none'"
        headers["Content-Security-Policy"] = policy.replace("frame-ancestors 'none'", f"frame-ancestors {ancestors}")
        vars(self)["_SECURITY_HEADERS"] = headers
        # simcord makes a route of each of these.
        own = {path: path.removeprefix("/") for path in (_BEHAVIOUR, _TRANSLATION)}
        vars(self)["_STATIC_FILES"] = {**super()._STATIC_FILES, **own}

    async def _action(self, request: Any) -> Any:
        """A click and the clock must never be under way together: simcord would refuse one of them."""
        async with self._previews.gate:
            seen = len(self.preview.env.backend.transcript)
            try:
                response = await super()._action(request)
            except ConnectionResetError:  # the visitor has left while the click waited its turn
                return web.Response(status=HTTPStatus.BAD_REQUEST)
            page = self.preview._pages.get(request.headers.get("X-Simcord-Context", ""))
            if page is not None:
                self._previews.persona_id = page.viewer.id
            if len(self.preview.env.backend.transcript) != seen:
                await self._previews.refresh(but=self.preview)
            return response

    async def _pages(self, request: Any) -> Any:
        """A new page begins as whoever one was last, at the newest message."""
        async with self._previews.gate:
            preview, persona_id = self.preview, self._previews.persona_id
            first = preview._python
            assert first is not None
            viewers = self._previews.allowed(preview.channel, self._candidates) or [*preview.viewers]
            preview.viewers = tuple(sorted(viewers, key=lambda viewer: viewer.id != persona_id))
            first.target_id = preview._initial_target(preview.viewers[0], preview.channel.id)
            first.window_end_id = None
            try:
                return await super()._pages(request)
            except ConnectionResetError:
                return web.Response(status=HTTPStatus.BAD_REQUEST)
            finally:
                first.modal = None

    async def _commands(self, request: Any) -> Any:
        """Simcord lists commands under their own names; their French ones go along, for the translation."""
        response = await super()._commands(request)
        if response.status == HTTPStatus.OK:
            commands = self.preview.env.backend.commands.values()
            all_commands = [command for scope in commands for command in scope.values()]
            french = {"invocations": invocations_in_french(all_commands), "words": dict(words_in_french(all_commands))}
            response.text = json.dumps({**json.loads(response.text), "french": french})
        return response

    async def _index(self, request: Any) -> Any:
        response = await super()._index(request)
        scripts = f'<script type="module" src="{_BEHAVIOUR}"></script>'
        page = response.text
        if as_language(request.query.get("lang", "fr")) == "fr":
            page = page.replace('lang="en"', 'lang="fr"')
            scripts += f'<script type="module" src="{_TRANSLATION}"></script>'
        response.text = page.replace("</head>", f"{scripts}</head>")  # before simcord's own, at the end
        return response

    async def _static(self, request: Any) -> Any:
        if request.path in {_BEHAVIOUR, _TRANSLATION}:
            script = (_PAGES / request.path.removeprefix("/")).read_text(encoding="utf-8")
            return web.Response(text=script, content_type="text/javascript", headers=self._SECURITY_HEADERS)
        response = await super()._static(request)
        if request.path == "/preview.css" and isinstance(response, web.Response):
            response.text = f"{response.text}\n{(_PAGES / 'preview.css').read_text(encoding='utf-8')}"
        return response


def invocations_in_french(commands: Iterable[Mapping[str, Any]], before: str = "", said: str = "") -> dict[str, str]:
    """What commands are called in French, by their whole names: two groups may each have a `mine`."""
    names: dict[str, str] = {}
    for command in commands:
        translations: Mapping[str, str] = command.get("name_localizations") or {}
        path = f"{before}{command['name']}"
        spoken = f"{said}{translations.get('fr', command['name'])}"
        names[path] = spoken
        deeper = [option for option in command.get("options", ()) if option["type"] in _DEEPER]
        names |= invocations_in_french(deeper, f"{path} ", f"{spoken} ")
    return names


def words_in_french(parts: Iterable[Mapping[str, Any]]) -> Iterator[tuple[str, str]]:
    """What descriptions, options and choices are called in French, by their own words: each word has one meaning in all
    commands, since the screen does not say of which command an option is.
    """
    for part in parts:
        named = ("description",) if part.get("type") in _DEEPER or "options" in part else ("name", "description")
        for what in named:
            translations: Mapping[str, str] | None = part.get(f"{what}_localizations")
            if translations and "fr" in translations:
                yield part[what], translations["fr"]
        yield from words_in_french([*part.get("options", ()), *part.get("choices", ())])
