"""What a member does on their screen, one line each."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from tests.loopback.interactions import (
    AUTOCOMPLETE,
    COMMAND,
    COMPONENT,
    MODAL_SUBMIT,
    Interaction,
)
from tests.loopback.messages import custom_ids, parts, walk
from tests.loopback.payloads import Json, Person, Posted
from tests.loopback.server import Loopback

BUTTON, STRING_SELECT = 2, 3
SYNCED_WITHIN = 20.0  # seconds after the start; before, nobody has a command to type


class NothingToPressError(AssertionError):
    """The message has no such button."""


@dataclass(frozen=True, slots=True)
class Actor:
    loopback: Loopback
    person: Person

    async def slash(self, channel_id: int, name: str, **options: str) -> Interaction:
        """«poll create» by its base names; options are texts, as all of ours are but snowflakes."""
        return await self._command(COMMAND, channel_id, name, options)

    async def complete(self, channel_id: int, name: str, **options: str) -> Interaction:
        """What autocompletion offers for the last option."""
        return await self._command(AUTOCOMPLETE, channel_id, name, options)

    async def click(self, message: Posted, custom_id: str) -> Interaction:
        """The first button whose custom_id begins like this."""
        data = {"component_type": BUTTON, "custom_id": _the_one(message, custom_id)}
        return await self._act(message.channel_id, COMPONENT, data, message)

    async def choose(self, message: Posted, custom_id: str, *values: str) -> Interaction:
        data = {"component_type": STRING_SELECT, "custom_id": _the_one(message, custom_id), "values": list(values)}
        return await self._act(message.channel_id, COMPONENT, data, message)

    async def submit(self, shown: Interaction, values: Mapping[str, str]) -> Interaction:
        """The form that `shown` brought."""
        assert shown.modal is not None
        named = {part["custom_id"] for part in walk(shown.modal["components"]) if part["type"] == 4}
        assert set(values) <= named, f"the form has the fields {named}"
        fields = [
            {"type": 18, "component": {"type": 4, "custom_id": name, "value": values.get(name, "")}}
            for name in sorted(named)
        ]
        data = {"custom_id": shown.modal["custom_id"], "components": fields}
        return await self._act(shown.channel_id, MODAL_SUBMIT, data, shown.pressed)

    async def _command(self, kind: int, channel_id: int, name: str, options: Mapping[str, str]) -> Interaction:
        await asyncio.wait_for(self.loopback.routes.synced.wait(), SYNCED_WITHIN)
        words = name.split()
        command = next(command for command in self.loopback.routes.commands if command["name"] == words[0])
        filled: list[Json] = [{"name": key, "type": 3, "value": value} for key, value in options.items()]
        if kind == AUTOCOMPLETE:
            filled[-1]["focused"] = True
        for word in reversed(words[1:]):
            filled = [{"name": word, "type": 1, "options": filled}]
        data: dict[str, Any] = {"id": command["id"], "name": words[0], "type": 1, "options": filled}
        return await self._act(channel_id, kind, data, None)

    async def _act(self, channel_id: int, kind: int, data: Json, message: Posted | None) -> Interaction:
        return await self.loopback.interactions.act(self.person, channel_id, kind, data, message)


def _the_one(message: Posted, beginning: str) -> str:
    for part in parts(message):
        if str(part.get("custom_id", "")).startswith(beginning) and not part.get("disabled"):
            return part["custom_id"]
    raise NothingToPressError(f"no {beginning!r} among {custom_ids(message)}")
