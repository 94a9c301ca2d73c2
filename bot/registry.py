"""Where features meet: the typed ports that each one offers, and the services it provides."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Protocol, TypeVar

if TYPE_CHECKING:
    from datetime import datetime

    import discord

    from bot.screen.i18n import Speaker
    from bot.storage.database import Transaction

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class HomeAction:
    """A button of the home card. `key` names it in the custom_id; its label is the message `home-<key>`."""

    key: str
    order: int
    run: Callable[[discord.Interaction[Any]], Awaitable[None]]


@dataclass(frozen=True, slots=True)
class Resume:
    """What a feature does once the community is known, at each start, before anybody is answered."""

    feature: str
    run: Callable[[], Awaitable[None]]


@dataclass(frozen=True, slots=True)
class SettingsSection:
    """A part of the moderators' panel: a button with the label `settings-section-<key>`, and what it says now."""

    key: str
    order: int
    summary: Callable[[Speaker], str]
    run: Callable[[discord.Interaction[Any]], Awaitable[None]]


class PersonalData(Protocol):
    """What a feature keeps about a person. Every feature offers one, even when it keeps nothing."""

    @property
    def feature(self) -> str: ...

    @property
    def tables(self) -> frozenset[str]:
        """The tables in which a Discord user id may stand."""
        ...

    async def export(self, user_id: int) -> list[dict[str, object]]:
        """Plain values, ready for JSON; empty when nothing is kept."""
        ...

    async def erase(self, user_id: int, transaction: Transaction) -> None: ...


@dataclass(frozen=True, slots=True)
class NothingPersonal:
    """For features that keep nothing about anybody."""

    feature: str
    tables: frozenset[str] = frozenset()

    async def export(self, user_id: int) -> list[dict[str, object]]:  # noqa: ARG002 - the contract's signature
        return []

    async def erase(self, user_id: int, transaction: Transaction) -> None: ...


@dataclass(frozen=True, slots=True)
class PublishedResult:
    """The result of a poll or a survey, once public. `number` within its feature; `message_id` where it stands."""

    feature: str
    number: int
    title: str
    published_at: datetime
    channel_id: int
    message_id: int | None


class ResultSource(Protocol):
    """What search and digests read results from."""

    @property
    def feature(self) -> str: ...

    async def published(self, since: datetime, until: datetime) -> list[PublishedResult]:
        """Half-open window, oldest first."""
        ...


class Registry:
    """Filled by the features' `setup`, read by whoever needs it afterwards."""

    def __init__(self) -> None:
        self._offers: dict[type[Any], list[Any]] = {}
        self._services: dict[type[Any], Any] = {}

    def offer(self, port: type[T], what: T) -> None:
        self._offers.setdefault(port, []).append(what)

    def all(self, port: type[T]) -> list[T]:
        return list(self._offers.get(port, []))

    def provide(self, service: object, kind: type[Any] | None = None) -> None:
        """By its class, or under another one; one of each, the last."""
        self._services[kind or type(service)] = service

    def service(self, kind: type[T]) -> T:
        """Raises KeyError when the feature is not loaded."""
        return self._services[kind]
