"""Interactions: what a member does, what the bot answers to it, and Discord's three seconds in between."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from dataclasses import dataclass, field
from secrets import token_urlsafe
from time import perf_counter
from typing import Any

from tests.loopback import payloads
from tests.loopback.gateway import Gateway
from tests.loopback.messages import MALFORMED, Messages, Refusal
from tests.loopback.payloads import APPLICATION_ID, EVERYONE, GUILD_ID, LOADING, Json, Person, Posted
from tests.loopback.town import Town

PATIENCE = 3.0  # seconds
COMMAND, COMPONENT, AUTOCOMPLETE, MODAL_SUBMIT = 2, 3, 4, 5
MESSAGE, DEFERRED, DEFERRED_UPDATE, UPDATE, CHOICES, MODAL = 4, 5, 6, 7, 8, 9


@dataclass(slots=True)
class Interaction:
    """One press. `message` is what the member sees in the end; `seconds` what the acknowledgement took."""

    interaction_id: int
    token: str
    person: Person
    channel_id: int
    pressed: Posted | None
    settled: asyncio.Future[None]
    custom_id: str = ""
    sent_at: float = 0.0
    seconds: float | None = None
    callback: int | None = None
    message: Posted | None = None
    modal: Json | None = None
    choices: list[Json] = field(default_factory=list[Json])
    followed: asyncio.Event = field(default_factory=asyncio.Event)

    @property
    def is_acknowledged(self) -> bool:
        return self.callback is not None

    @property
    def is_late(self) -> bool:
        return perf_counter() - self.sent_at > PATIENCE


class Interactions:
    def __init__(self, town: Town, gateway: Gateway, messages: Messages) -> None:
        self._town = town
        self._gateway = gateway
        self._messages = messages
        self._by_token: dict[str, Interaction] = {}
        self.late = 0

    def all(self) -> list[Interaction]:
        return list(self._by_token.values())

    def find(self, token: str) -> Interaction | None:
        return self._by_token.get(token)

    def get(self, token: str) -> Interaction:
        """Raises Refusal, as for an unknown webhook."""
        found = self._by_token.get(token)
        if found is None:
            raise Refusal(404, 10015, "Unknown Webhook")
        return found

    async def tell(self, name: str, data: Json) -> None:
        """Of something that is no interaction, as Discord tells whoever listens."""
        await self._gateway.dispatch(name, data)

    async def act(
        self, person: Person, channel_id: int, kind: int, data: Json, pressed: Posted | None = None
    ) -> Interaction:
        """Sends it and waits for the acknowledgement, three seconds at most; without one nothing is raised."""
        interaction = Interaction(
            payloads.snowflake(),
            token_urlsafe(24),
            person,
            channel_id,
            pressed,
            asyncio.get_running_loop().create_future(),
            data.get("custom_id", ""),
        )
        self._by_token[interaction.token] = interaction
        event = self._event(interaction, kind, data)
        interaction.sent_at = perf_counter()
        await self._gateway.dispatch("INTERACTION_CREATE", event)
        await asyncio.wait([interaction.settled], timeout=PATIENCE - (perf_counter() - interaction.sent_at))
        return interaction

    def answer(self, interaction: Interaction, callback: Json, files: Mapping[str, bytes]) -> Json:
        """What the callback route does. Raises Refusal: too late, or a second time."""
        if interaction.is_late:
            self.late += 1
            raise Refusal(404, 10062, "Unknown interaction")
        if interaction.callback is not None:
            raise Refusal(400, 40060, "Interaction has already been acknowledged.")
        kind: int = callback["type"]
        body: Json = callback.get("data") or {}
        self._apply(interaction, kind, body, files)
        interaction.callback, interaction.seconds = kind, perf_counter() - interaction.sent_at
        if not interaction.settled.done():
            interaction.settled.set_result(None)
        return _callback_response(interaction, kind)

    def follow_up(self, interaction: Interaction, body: Json, files: Mapping[str, bytes]) -> Posted:
        """Another message; after a «thinking» answer, that answer itself."""
        if interaction.callback is None:
            raise Refusal(404, 10015, "Unknown Webhook")
        if interaction.callback == DEFERRED and interaction.message and interaction.message.payload["flags"] & LOADING:
            return self.edit_original(interaction, body, files)
        interaction.message = self._messages.make(interaction.channel_id, body, files)
        interaction.followed.set()
        return interaction.message

    def edit_original(self, interaction: Interaction, body: Json, files: Mapping[str, bytes]) -> Posted:
        if interaction.message is None:
            raise Refusal(404, 10008, "Unknown Message")
        interaction.message.payload["flags"] &= ~LOADING
        self._messages.edit(interaction.message, body, files)
        interaction.followed.set()
        return interaction.message

    def _apply(self, interaction: Interaction, kind: int, body: Json, files: Mapping[str, bytes]) -> None:
        match kind:
            case 4:
                interaction.message = self._messages.make(interaction.channel_id, body, files)
            case 5:
                loading = body | {"flags": (body.get("flags") or 0) | LOADING}
                interaction.message = self._messages.make(interaction.channel_id, loading, {})
            case 6 | 7:
                if interaction.pressed is None:
                    raise Refusal(400, MALFORMED, "Invalid Form Body: there is no message to update")
                if kind == UPDATE:
                    self._messages.edit(interaction.pressed, body, files)
                interaction.message = interaction.pressed
            case 8:
                interaction.choices = body["choices"]
            case 9:
                interaction.modal = body
            case other:
                raise AssertionError(f"the loopback does not know the callback {other}")

    def _event(self, interaction: Interaction, kind: int, data: Json) -> Json:
        person = interaction.person
        event: dict[str, Any] = {
            "id": str(interaction.interaction_id),
            "application_id": str(APPLICATION_ID),
            "type": kind,
            "token": interaction.token,
            "version": 1,
            "data": data,
            "guild_id": str(GUILD_ID),
            "guild": {"id": str(GUILD_ID), "features": [], "locale": "fr"},
            "guild_locale": "fr",
            "locale": person.locale,
            "channel_id": str(interaction.channel_id),
            "channel": self._town.channel(interaction.channel_id) | {"permissions": str(person.permissions)},
            "member": payloads.member(person) | {"permissions": str(person.permissions)},
            "app_permissions": str(EVERYONE),
            "attachment_size_limit": 10_485_760,
            "entitlements": [],
            "entitlement_sku_ids": [],
            "authorizing_integration_owners": {"0": str(GUILD_ID)},
            "context": 0,
        }
        if interaction.pressed is not None:
            event["message"] = interaction.pressed.payload
        return event


def _callback_response(interaction: Interaction, kind: int) -> Json:
    answer: Json = {"interaction": {"id": str(interaction.interaction_id), "type": COMPONENT}}
    if interaction.message is not None and kind != DEFERRED_UPDATE:
        answer["interaction"] |= {
            "response_message_id": str(interaction.message.message_id),
            "response_message_loading": kind == DEFERRED,
            "response_message_ephemeral": interaction.message.is_ephemeral,
        }
        answer["resource"] = {"type": kind, "message": interaction.message.payload}
    return answer
