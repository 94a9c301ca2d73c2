"""What Discord says of its objects, as JSON; shaped after its published OpenAPI description."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from itertools import count
from time import time
from typing import Any, TypeAlias

from aiohttp import web

Json: TypeAlias = dict[str, Any]

DISCORD_EPOCH = 1_420_070_400_000  # milliseconds
COMPONENTS_V2, EPHEMERAL, LOADING = 1 << 15, 1 << 6, 1 << 7
VIEW, SEND, ATTACH, HISTORY, MANAGE_GUILD = 1 << 10, 1 << 11, 1 << 15, 1 << 16, 1 << 5
EVERYONE = VIEW | SEND | ATTACH | HISTORY
APPLICATION_ID, BOT_ID, GUILD_ID = 900_000_000_000_000_001, 900_000_000_000_000_001, 900_000_000_000_000_002
JOINED_AT = "2026-01-05T09:00:00+00:00"

_numbers = count()


def snowflake() -> int:
    """Of this moment, as Discord makes them: the creation time is read from it."""
    return (int(time() * 1000) - DISCORD_EPOCH) << 22 | (next(_numbers) & 0x3FFFFF)


def now_text() -> str:
    return datetime.now(UTC).isoformat()


@dataclass(frozen=True, slots=True)
class Person:
    """A member. `locale` is the language of their own Discord."""

    user_id: int
    name: str
    locale: str = "fr"
    role_ids: tuple[int, ...] = ()
    is_bot: bool = False
    permissions: int = EVERYONE


@dataclass(frozen=True, slots=True)
class Role:
    role_id: int
    name: str
    permissions: int = 0


@dataclass(slots=True)
class Posted:
    """A message as it stands; an edit changes `payload` and `files` in place."""

    message_id: int
    channel_id: int
    payload: Json
    files: dict[str, bytes] = field(default_factory=dict[str, bytes])
    edits: int = 0

    @property
    def answers_to(self) -> int | None:
        """The message it replies to."""
        reference: Json = self.payload.get("message_reference") or {}
        return int(reference["message_id"]) if reference else None

    @property
    def is_ephemeral(self) -> bool:
        return bool(self.payload["flags"] & EPHEMERAL)


def user(person: Person) -> Json:
    return {
        "id": str(person.user_id),
        "username": person.name,
        "global_name": person.name,
        "discriminator": "0",
        "avatar": None,
        "bot": person.is_bot,
        "flags": 0,
        "public_flags": 0,
    }


def member(person: Person) -> Json:
    return {
        "user": user(person),
        "roles": [str(role_id) for role_id in person.role_ids],
        "joined_at": JOINED_AT,
        "nick": None,
        "avatar": None,
        "premium_since": None,
        "deaf": False,
        "mute": False,
        "flags": 0,
        "pending": False,
        "communication_disabled_until": None,
    }


def role(role: Role, position: int) -> Json:
    return {
        "id": str(role.role_id),
        "name": role.name,
        "permissions": str(role.permissions),
        "position": position,
        "color": 0,
        "colors": {"primary_color": 0, "secondary_color": None, "tertiary_color": None},
        "hoist": False,
        "icon": None,
        "unicode_emoji": None,
        "managed": False,
        "mentionable": False,
        "flags": 0,
    }


def channel(channel_id: int, name: str, position: int) -> Json:
    return {
        "id": str(channel_id),
        "guild_id": str(GUILD_ID),
        "type": 0,
        "name": name,
        "position": position,
        "permission_overwrites": [],
        "parent_id": None,
        "topic": None,
        "nsfw": False,
        "rate_limit_per_user": 0,
        "last_message_id": None,
        "flags": 0,
    }


def guild(name: str, owner_id: int, roles: list[Json], channels: list[Json], members: list[Json]) -> Json:
    """`members` whole; what a GUILD_CREATE leaves out is the gateway's business."""
    return {
        "id": str(GUILD_ID),
        "name": name,
        "owner_id": str(owner_id),
        "roles": roles,
        "channels": channels,
        "members": members,
        "member_count": len(members),
        "large": len(members) > 250,
        "unavailable": False,
        "joined_at": JOINED_AT,
        "preferred_locale": "fr",
        **{key: [] for key in _EMPTY_LISTS},
        **dict.fromkeys(_ZEROS, 0),
        **dict.fromkeys(_NOTHINGS),
    }


_EMPTY_LISTS = (
    "threads",
    "emojis",
    "stickers",
    "voice_states",
    "presences",
    "stage_instances",
    "guild_scheduled_events",
    "soundboard_sounds",
    "features",
)
_ZEROS = (
    "verification_level",
    "default_message_notifications",
    "explicit_content_filter",
    "mfa_level",
    "nsfw_level",
    "premium_tier",
    "system_channel_flags",
    "premium_subscription_count",
)
_NOTHINGS = (
    "icon",
    "banner",
    "splash",
    "discovery_splash",
    "description",
    "afk_channel_id",
    "system_channel_id",
    "rules_channel_id",
    "public_updates_channel_id",
    "vanity_url_code",
    "afk_timeout",
)


def application(owner: Person) -> Json:
    return {
        "id": str(APPLICATION_ID),
        "name": "Boucle",
        "icon": None,
        "description": "",
        "bot_public": False,
        "bot_require_code_grant": False,
        "owner": user(owner),
        "team": None,
        "verify_key": "0" * 64,
        "flags": 1 << 15,
        "rpc_origins": [],
        "tags": [],
        "interactions_endpoint_url": None,
    }


def message(author: Person, channel_id: int, body: Json) -> Json:
    """Of what a bot sends, what Discord answers with."""
    message_id = snowflake()
    return {
        "id": str(message_id),
        "channel_id": str(channel_id),
        "type": 19 if body.get("message_reference") else 0,
        "author": user(author),
        "content": body.get("content") or "",
        "timestamp": now_text(),
        "edited_timestamp": None,
        "tts": False,
        "mention_everyone": False,
        "mentions": [],
        "mention_roles": [],
        "attachments": [],
        "embeds": body.get("embeds") or [],
        "components": [],
        "pinned": False,
        "flags": body.get("flags") or 0,
        **({"nonce": body["nonce"]} if body.get("nonce") else {}),
        **({"message_reference": body["message_reference"]} if body.get("message_reference") else {}),
    }


def attachment(filename: str, content: bytes, description: str | None, channel_id: int) -> Json:
    attachment_id = snowflake()
    address = f"https://cdn.invalid/attachments/{channel_id}/{attachment_id}/{filename}"
    return {
        "id": str(attachment_id),
        "filename": filename,
        "size": len(content),
        "url": address,
        "proxy_url": address,
        "content_type": "image/png" if filename.endswith(".png") else "text/plain",
        **({"description": description} if description else {}),
    }


def answer(body: Any, status: int = 200, headers: Mapping[str, str] | None = None) -> web.Response:
    """Without a charset in its type: discord.py reads nothing else as JSON."""
    return web.Response(body=json.dumps(body).encode(), status=status, headers=headers, content_type="application/json")
