"""The four ways a date is refused."""

from __future__ import annotations

from datetime import datetime, timedelta

from bot.errors import UserError

MAX_AHEAD = timedelta(days=90)
_SHOWN = 100


class UnclearWhen(UserError):
    def __init__(self, text: str) -> None:
        super().__init__("when-unclear", text=text[:_SHOWN])


class PastWhen(UserError):
    def __init__(self, text: str) -> None:
        super().__init__("when-past", text=text)


class TooFarWhen(UserError):
    def __init__(self, text: str, most: timedelta = MAX_AHEAD) -> None:
        super().__init__("when-too-far", text=text, days=most.days)


class SkippedHour(UserError):
    """The clocks jump over this local time, as on the last Sunday of March in Europe."""

    def __init__(self, text: str, local: datetime) -> None:
        super().__init__("when-skipped-hour", text=text, hour=f"{local:%H:%M}")
