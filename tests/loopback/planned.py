"""Scheduled events and threads of the loopback: what Discord keeps of them, and what it refuses."""

from __future__ import annotations

from tests.loopback import payloads
from tests.loopback.messages import Refusal
from tests.loopback.payloads import BOT_ID, GUILD_ID, Json

EXTERNAL, SCHEDULED, FINISHED = 3, 1, {3, 4}
PUBLIC_THREAD = 11


class Planned:
    def __init__(self) -> None:
        self.events: dict[int, Json] = {}
        self.threads: dict[int, Json] = {}
        self.made = 0  # events that were ever created

    @property
    def standing(self) -> list[Json]:
        """The events that are neither over nor cancelled."""
        return [event for event in self.events.values() if event["status"] not in FINISHED]

    def create(self, body: Json) -> Json:
        if body["entity_type"] != EXTERNAL or not body.get("entity_metadata", {}).get("location"):
            raise Refusal(400, 50035, "Invalid Form Body: a location is required")
        if not 1 <= len(body["name"]) <= 100 or len(body.get("description") or "") > 1000:
            raise Refusal(400, 50035, "Invalid Form Body: a name or a description of a wrong length")
        event_id = payloads.snowflake()
        self.made += 1
        self.events[event_id] = {
            "id": str(event_id),
            "guild_id": str(GUILD_ID),
            "channel_id": None,
            "creator_id": str(BOT_ID),
            "name": body["name"],
            "description": body.get("description"),
            "scheduled_start_time": body["scheduled_start_time"],
            "scheduled_end_time": body["scheduled_end_time"],
            "privacy_level": 2,
            "status": SCHEDULED,
            "entity_type": EXTERNAL,
            "entity_id": None,
            "entity_metadata": body["entity_metadata"],
            "user_count": 0,
            "image": None,
        }
        return self.events[event_id]

    def get(self, event_id: int) -> Json:
        """Raises Refusal."""
        if event_id not in self.events:
            raise Refusal(404, 10070, "Unknown Guild Scheduled Event")
        return self.events[event_id]

    def edit(self, event_id: int, body: Json) -> Json:
        event = self.get(event_id)
        if event["status"] in FINISHED:
            raise Refusal(400, 180000, "Cannot update a finished event")
        event |= {name: value for name, value in body.items() if name in event}
        return event

    def open_thread(self, channel_id: int, message_id: int, body: Json) -> Json:
        """A thread made from a message has its id; a second one is refused."""
        if message_id in self.threads:
            raise Refusal(400, 160004, "A thread has already been created for this message")
        self.threads[message_id] = {
            "id": str(message_id),
            "guild_id": str(GUILD_ID),
            "parent_id": str(channel_id),
            "owner_id": str(BOT_ID),
            "type": PUBLIC_THREAD,
            "name": body["name"],
            "message_count": 0,
            "member_count": 1,
            "total_message_sent": 0,
            "rate_limit_per_user": 0,
            "last_message_id": None,
            "flags": 0,
            "thread_metadata": {
                "archived": False,
                "locked": False,
                "auto_archive_duration": body.get("auto_archive_duration") or 1440,
                "archive_timestamp": payloads.now_text(),
                "create_timestamp": payloads.now_text(),
            },
        }
        return self.threads[message_id]
