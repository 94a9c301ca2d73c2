"""The server the loopback simulates: its people, roles and channels."""

from __future__ import annotations

from dataclasses import dataclass, field

from tests.loopback import payloads
from tests.loopback.payloads import BOT_ID, EVERYONE, GUILD_ID, MANAGE_GUILD, Json, Person, Role

CHANNELS = 13
_FIRST_CHANNEL, _FIRST_MEMBER = 910_000_000_000_000_000, 920_000_000_000_000_000
_MODERATION = 900_000_000_000_000_010
_LOCALES = ("fr", "fr", "en-GB", "fr", "de", "en-US")


def _make_members(size: int) -> list[Person]:
    return [
        Person(_FIRST_MEMBER + number, f"Membre {number}", _LOCALES[number % len(_LOCALES)])
        for number in range(1, size + 1)
    ]


@dataclass(slots=True)
class Town:
    """One moderator, who owns the server, `size` members and the bot."""

    size: int
    members: list[Person] = field(init=False)
    moderator: Person = field(
        default_factory=lambda: Person(
            _FIRST_MEMBER, "Colombine", role_ids=(_MODERATION,), permissions=EVERYONE | MANAGE_GUILD
        )
    )
    bot: Person = field(default_factory=lambda: Person(BOT_ID, "Boucle", is_bot=True))
    denied: dict[int, int] = field(default_factory=dict[int, int])  # by channel, what is denied to everybody
    channel_ids: tuple[int, ...] = tuple(_FIRST_CHANNEL + number for number in range(CHANNELS))
    roles: tuple[Role, ...] = (
        Role(GUILD_ID, "@everyone", EVERYONE),
        Role(_MODERATION, "Modération", EVERYONE | MANAGE_GUILD),
    )

    def __post_init__(self) -> None:
        self.members = _make_members(self.size)

    @property
    def everyone(self) -> list[Person]:
        return [self.moderator, *self.members]

    def channel(self, channel_id: int) -> Json:
        position = self.channel_ids.index(channel_id)
        denied = self.denied.get(channel_id)
        overwrites = [] if denied is None else [{"id": str(GUILD_ID), "type": 0, "allow": "0", "deny": str(denied)}]
        return payloads.channel(channel_id, f"salon-{position}", position) | {"permission_overwrites": overwrites}

    def guild(self) -> Json:
        return payloads.guild(
            "Le Théâtre de la Boucle",
            self.moderator.user_id,
            [payloads.role(role, position) for position, role in enumerate(self.roles)],
            [self.channel(channel_id) for channel_id in self.channel_ids],
            [payloads.member(person) for person in [*self.everyone, self.bot]],
        )
