"""What the demo shows: the guild, the rooms, the people one can be, and things to try."""

from __future__ import annotations

from dataclasses import dataclass
from zoneinfo import ZoneInfo

import simcord

from bot.screen.i18n import Language

_PARIS = ZoneInfo("Europe/Paris")


@dataclass(frozen=True, slots=True)
class Words:
    """One text in both languages."""

    fr: str
    en: str

    def in_language(self, language: Language) -> str:
        return self.fr if language == "fr" else self.en


@dataclass(frozen=True, slots=True)
class Room:
    """A channel in the list; `key` names it in the page's `data-channel`."""

    key: str
    channel: simcord.ChannelHandle
    about: Words


@dataclass(frozen=True, slots=True)
class Persona:
    """A member one can act as; `about` is their trade and house."""

    actor: simcord.MemberActor
    about: Words
    moderator: bool = False


@dataclass(frozen=True, slots=True)
class Trial:
    """Something to try; `room` is the key of the room where it begins."""

    title: Words
    text: Words
    room: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Stage:
    """`personas` come in the order of the page's lists; the first is who one is at the beginning.

    Channels and threads of the guild that are no `rooms` are listed after them.
    """

    guild: simcord.GuildHandle
    rooms: tuple[Room, ...]
    personas: tuple[Persona, ...]
    trials: tuple[Trial, ...] = ()
    zone: ZoneInfo = _PARIS

    @property
    def moderator(self) -> simcord.MemberActor | None:
        return next((persona.actor for persona in self.personas if persona.moderator), None)
