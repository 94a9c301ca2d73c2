"""The messages of the loopback: sent, edited, repeated under a nonce, refused when Discord would refuse them."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterator, Mapping
from copy import deepcopy
from time import monotonic
from typing import Any, TypeVar

from tests.loopback import payloads
from tests.loopback.payloads import COMPONENTS_V2, EPHEMERAL, Json, Person, Posted

T = TypeVar("T")

NONCE_KEPT_FOR = 300.0  # seconds; Discord says "the past few minutes"
MALFORMED = 50035
MOST_TEXT, MOST_COMPONENTS, MOST_CUSTOM_ID, MOST_ALT = 4000, 40, 100, 1024


class Refusal(Exception):
    """An error as Discord answers it."""

    def __init__(self, status: int, code: int, text: str) -> None:
        super().__init__(text)
        self.status = status
        self.body: Json = {"code": code, "message": text}
        self.is_malformed = code == MALFORMED


class Messages:
    def __init__(self, author: Person) -> None:
        self._author = author
        self._by_id: dict[int, Posted] = {}
        self._public: dict[int, list[Posted]] = {}
        self._nonces: dict[tuple[int, str], tuple[float, Posted]] = {}
        self._changed = asyncio.Event()
        self.repeats = 0

    async def until(self, find: Callable[[], T | None]) -> T:
        """What `find` gives, once it gives something; asked at each message sent or edited."""
        while (found := find()) is None:
            await self._changed.wait()
        return found

    def in_channel(self, channel_id: int) -> list[Posted]:
        """Oldest first."""
        return list(self._public.get(channel_id, []))

    def get(self, message_id: int) -> Posted:
        """Raises Refusal."""
        found = self._by_id.get(message_id)
        if found is None:
            raise Refusal(404, 10008, "Unknown Message")
        return found

    def send(self, channel_id: int, body: Json, files: Mapping[str, bytes]) -> Posted:
        """A repeated nonce is answered with the first message."""
        nonce = str(body["nonce"]) if body.get("nonce") and body.get("enforce_nonce") else None
        if nonce and (known := self._nonces.get((channel_id, nonce))) and monotonic() - known[0] < NONCE_KEPT_FOR:
            self.repeats += 1
            return known[1]
        posted = self.make(channel_id, body, files)
        self._public.setdefault(channel_id, []).append(posted)
        if nonce:
            self._nonces[channel_id, nonce] = (monotonic(), posted)
        self._tell()
        return posted

    def make(self, channel_id: int, body: Json, files: Mapping[str, bytes]) -> Posted:
        """One that is in no channel's history: an answer to an interaction."""
        payload = payloads.message(self._author, channel_id, body)
        posted = Posted(int(payload["id"]), channel_id, payload)
        self._fill(posted, body, files)
        self._by_id[posted.message_id] = posted
        return posted

    def edit(self, posted: Posted, body: Json, files: Mapping[str, bytes]) -> None:
        self._fill(posted, body, files)
        for name in ("content", "embeds"):
            if name in body:
                posted.payload[name] = body[name] or ("" if name == "content" else [])
        posted.payload["flags"] |= body.get("flags") or 0
        posted.payload["edited_timestamp"] = payloads.now_text()
        posted.edits += 1
        self._tell()

    def adopt(self, channel_id: int, payload: Json) -> Posted:
        """A message as it stands elsewhere, for somebody to press."""
        posted = Posted(payloads.snowflake(), channel_id, deepcopy(payload))
        posted.payload["id"], posted.payload["channel_id"] = str(posted.message_id), str(channel_id)
        self._by_id[posted.message_id] = posted
        return posted

    def _tell(self) -> None:
        self._changed.set()
        self._changed = asyncio.Event()

    def _fill(self, posted: Posted, body: Json, files: Mapping[str, bytes]) -> None:
        if files or "attachments" in body:
            entries: list[Json] = body.get("attachments") or []
            described = {str(entry.get("filename")): entry.get("description") for entry in entries}
            posted.files = dict(files)
            posted.payload["attachments"] = [
                payloads.attachment(name, content, described.get(name), posted.channel_id)
                for name, content in files.items()
            ]
        if "components" in body:
            components: list[Json] = deepcopy(body["components"] or [])
            _require_fit(components, (body.get("flags") or 0) | posted.payload["flags"], set(posted.files))
            for number, component in enumerate(walk(components), start=1):
                component.setdefault("id", number)
            posted.payload["components"] = components


def walk(components: list[Json]) -> Iterator[Json]:
    """Every component, at any depth, in the reader's order."""
    for component in components:
        yield component
        yield from walk(component.get("components") or [])
        for single in ("component", "accessory"):
            if inner := component.get(single):
                yield from walk([inner])


def parts(posted: Posted) -> Iterator[Json]:
    return walk(posted.payload["components"])


def words(posted: Posted | None) -> str:
    """Everything a message says; nothing for no message."""
    if posted is None:
        return ""
    return "\n".join([posted.payload["content"], *(part["content"] for part in parts(posted) if "content" in part)])


def custom_ids(posted: Posted) -> list[str]:
    return [part["custom_id"] for part in parts(posted) if "custom_id" in part]


def hide(body: Json) -> Json:
    return body | {"flags": (body.get("flags") or 0) | EPHEMERAL}


def _require_fit(components: list[Json], flags: int, files: set[str]) -> None:
    everything = list(walk(components))
    ids = [part["custom_id"] for part in everything if "custom_id" in part]
    text = sum(len(part["content"]) for part in everything if "content" in part)
    problems = [
        (
            not flags & COMPONENTS_V2 and any(part["type"] > 8 for part in everything),
            "components need IS_COMPONENTS_V2",
        ),
        (len(everything) > MOST_COMPONENTS, "too many components"),
        (text > MOST_TEXT, "too much text"),
        (len(ids) != len(set(ids)), "a custom_id twice"),
        (any(not 1 <= len(custom_id) <= MOST_CUSTOM_ID for custom_id in ids), "a custom_id of a wrong length"),
        (any(name not in files for name in _files_named(everything)), "an attachment that is not there"),
    ]
    for is_wrong, text_of_it in problems:
        if is_wrong:
            raise Refusal(400, MALFORMED, f"Invalid Form Body: {text_of_it}")


def _files_named(components: list[Json]) -> Iterator[str]:
    for part in components:
        items: list[Json] = part.get("items") or []
        media: list[Any] = [part.get("file"), *(item.get("media") for item in items)]
        for medium in filter(None, media):
            address = str(medium["url"])
            if address.startswith("attachment://"):
                yield address.removeprefix("attachment://")
