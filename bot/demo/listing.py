"""What the demo's page lists, as JSON: places, people, events, actions, and the time in words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, cast

import discord
import simcord
from simcord.backend.access import channel_accessible
from simcord.backend.models import Message
from simcord.components import walk_components

from bot.demo.stage import Persona, Room, Stage, Trial
from bot.screen.i18n import Speaker

_MESSAGE_COMMAND = 3
_TEXT_TYPES = frozenset({0, 5})
_RECENT = 12
_EXCERPT = 80


@dataclass(frozen=True, slots=True)
class Listing:
    """One look at the community, in one language."""

    env: simcord.Env
    stage: Stage
    say: Speaker

    def state(self) -> dict[str, Any]:
        """`newest` is the id of a place's last message, "0" if it has none: the page marks what grew."""
        return {
            "now": self.env.now().astimezone(self.stage.zone).isoformat(),
            "when": self.say.moment(self.env.now()),
            "rooms": [self._room(room) for room in self.stage.rooms],
            "others": [self._place(channel) for channel in self._other_channels()],
            "people": [self._person(persona) for persona in self.stage.personas],
            "events": [self._event(event) for event in self._events()],
            "menus": self._menus(),
            "trials": [self._trial(trial) for trial in self.stage.trials],
        }

    # --------------------------------------------------------------------------- lookups, LookupError if none

    def channel(self, channel_id: int) -> simcord.ChannelHandle:
        for persona in self.stage.personas:
            if persona.actor.user.dm_channel.id == channel_id:
                return persona.actor.user.dm_channel
        for channel in self.stage.guild.channels.values():
            for place in (channel, *channel.threads):
                if place.id == channel_id:
                    return place
        raise LookupError(f"no channel {channel_id}")

    def viewers(self, channel_id: int) -> list[simcord.MemberActor | simcord.UserHandle]:
        """Whoever may act there: the owner of direct messages, all personas elsewhere."""
        actors = [persona.actor for persona in self.stage.personas]
        owner = next((actor.user for actor in actors if actor.user.dm_channel.id == channel_id), None)
        return [owner] if owner is not None else [*actors]

    def actor(self, member_id: int) -> simcord.MemberActor:
        for persona in self.stage.personas:
            if persona.actor.id == member_id:
                return persona.actor
        raise LookupError(f"no persona {member_id}")

    def recent_messages(self, channel_id: int) -> list[dict[str, str]]:
        """The newest first: `id`, and `text` with the author's name."""
        stored = sorted(self.env.backend.messages.get(channel_id, {}).values(), key=lambda message: -message.id)
        seen = [message for message in stored if not message.is_ephemeral][:_RECENT]
        return [
            {"id": str(message.id), "text": f"{self._name(message.author_id)} · {_excerpt(message)}"}
            for message in seen
        ]

    # ----------------------------------------------------------------------------------------------- places

    def _room(self, room: Room) -> dict[str, Any]:
        return {**self._place(room.channel, room.key), "about": room.about.in_language(self.say.language)}

    def _place(self, channel: simcord.ChannelHandle, key: str | None = None) -> dict[str, Any]:
        name = channel.name or str(channel.id)
        stored = self.env.backend.get_channel(channel.id).thread_metadata
        return {
            "key": key or name,
            "id": str(channel.id),
            "name": name,
            "about": "",
            "href": self._href(channel.id),
            "newest": self._newest(channel.id),
            "closed": stored is not None and (stored.archived or stored.locked),
            "threads": [self._place(thread) for thread in channel.threads if self._is_readable(thread.id)],
        }

    def _other_channels(self) -> list[simcord.ChannelHandle]:
        listed = {room.channel.id for room in self.stage.rooms}
        return [
            channel
            for channel in self.stage.guild.channels.values()
            if channel.id not in listed
            and self.env.backend.get_channel(channel.id).type in _TEXT_TYPES
            and self._is_readable(channel.id)
        ]

    def _is_readable(self, channel_id: int) -> bool:
        return any(
            channel_accessible(self.env.backend, channel_id, persona.actor.id, history=True)
            for persona in self.stage.personas
        )

    def _href(self, channel_id: int) -> str:
        return f"/open/{channel_id}?lang={self.say.language}"

    def _newest(self, channel_id: int) -> str:
        stored = self.env.backend.messages.get(channel_id, {}).values()
        return str(max((message.id for message in stored if not message.is_ephemeral), default=0))

    # ----------------------------------------------------------------------------------------------- people

    def _person(self, persona: Persona) -> dict[str, Any]:
        channel = persona.actor.user.dm_channel
        return {
            "key": persona.actor.name,
            "id": str(persona.actor.id),
            "name": self._name(persona.actor.id),
            "about": persona.about.in_language(self.say.language),
            "moderator": persona.moderator,
            "href": self._href(channel.id),
            "channel": str(channel.id),
            "newest": self._newest(channel.id),
        }

    def _name(self, user_id: int) -> str:
        guild = self.env.bot.get_guild(self.stage.guild.id)
        member = guild and guild.get_member(user_id)
        return member.display_name if member else self.env.backend.get_user(user_id).name

    # ------------------------------------------------------------------------------------- events and actions

    def _events(self) -> list[discord.ScheduledEvent]:
        guild = self.env.bot.get_guild(self.stage.guild.id)
        ended = (discord.EventStatus.completed, discord.EventStatus.cancelled)
        events = [event for event in (guild.scheduled_events if guild else ()) if event.status not in ended]
        return sorted(events, key=lambda event: event.start_time)

    def _event(self, event: discord.ScheduledEvent) -> dict[str, Any]:
        # The bot's cache does not count them; Discord's own screen shows the number.
        interested = len(self.env.backend.get_guild(event.guild_id).scheduled_events[event.id].user_ids)
        place = event.location or (event.channel.name if event.channel else "")
        return {
            "id": str(event.id),
            "name": event.name,
            "when": self.say.moment(event.start_time),
            "place": place,
            "interested": self.say("demo-event-interested", count=interested),
            "active": event.status is discord.EventStatus.active,
        }

    def _menus(self) -> list[dict[str, str]]:
        """The message commands that the bot has synced, `name` as Discord would show it."""
        found: dict[str, str] = {}
        for scope in (None, self.stage.guild.id):
            for (name, kind), command in self.env.backend.commands.get(scope, {}).items():
                if kind == _MESSAGE_COMMAND:
                    names = cast("dict[str, str]", command.get("name_localizations") or {})
                    found[name] = names.get(self.say.language, name)
        return [{"command": command, "name": name} for command, name in found.items()]

    def _trial(self, trial: Trial) -> dict[str, Any]:
        room = next((room for room in self.stage.rooms if room.key == trial.room), None)
        return {
            "title": trial.title.in_language(self.say.language),
            "text": trial.text.in_language(self.say.language),
            "room": {"id": str(room.channel.id), "go": self.say("demo-go", room=room.channel.name)} if room else None,
        }


def _excerpt(message: Message) -> str:
    """What it says, in one line: its text, or the first words of its embed or of its components."""
    titles = [str(embed.get("title") or embed.get("description") or "") for embed in message.embeds]
    texts = [str(part.get("content", "")) for part in walk_components(message.components)]
    line = " ".join(next((text for text in (message.content, *titles, *texts) if text), "…").split())
    return line if len(line) <= _EXCERPT else f"{line[: _EXCERPT - 1]}…"
