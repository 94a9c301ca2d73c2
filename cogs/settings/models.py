"""The rules of the settings."""

from __future__ import annotations

import unicodedata
from zoneinfo import available_timezones

from bot.errors import UserError

# Where members of a French-speaking network live; any other zone can be typed.
USUAL_ZONES = (
    "Europe/Paris",
    "Europe/Brussels",
    "Europe/Zurich",
    "America/Martinique",
    "America/Guadeloupe",
    "America/Cayenne",
    "America/Montreal",
    "Indian/Reunion",
    "Indian/Mayotte",
    "Pacific/Noumea",
    "Pacific/Tahiti",
)


class UnknownZone(UserError):
    def __init__(self, name: str) -> None:
        super().__init__("settings-zone-unknown", name=name[:60])


class NotANumber(UserError):
    def __init__(self, typed: str) -> None:
        super().__init__("settings-not-a-number", typed=typed[:40])


class ThresholdLowered(UserError):
    """Thresholds are a promise: they can be raised, never lowered."""

    def __init__(self, *, typed: int, current: int) -> None:
        super().__init__("settings-threshold-lowered", typed=typed, current=current)


class ThresholdTooLarge(UserError):
    def __init__(self, most: int) -> None:
        super().__init__("settings-threshold-too-large", most=most)


def read_zone(typed: str) -> str:
    """The zone's exact name, whatever the capitals and accents; «Nouméa» is enough. Raises UnknownZone."""
    bare = "".join(letter for letter in unicodedata.normalize("NFD", typed) if not unicodedata.combining(letter))
    wanted = bare.strip().replace(" ", "_").casefold()
    for name in sorted(available_timezones()):
        if wanted in {name.casefold(), name.rpartition("/")[2].casefold()} and "/" in name:
            return name
    raise UnknownZone(typed)


def read_threshold(typed: str, current: int, most: int) -> int:
    """At most the people there are, or no vote could open. Raises NotANumber, ThresholdLowered, ThresholdTooLarge."""
    text = typed.strip()
    if not (text.isascii() and text.isdigit() and len(text) <= 6):  # noqa: PLR2004 - far above any community
        raise NotANumber(typed)
    number = int(text)
    if number < current:
        raise ThresholdLowered(typed=number, current=current)
    if number > max(most, current):
        raise ThresholdTooLarge(max(most, current))
    return number
