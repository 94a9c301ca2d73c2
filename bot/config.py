"""The settings of the process, read once; the only reader of the environment."""

from __future__ import annotations

import binascii
from base64 import urlsafe_b64decode, urlsafe_b64encode
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from secrets import token_bytes
from zoneinfo import ZoneInfo, available_timezones

from bot.errors import ConfigError

DATA_DIR, PARIS = "data", "Europe/Paris"
YES, NO = {"yes", "true", "on", "1", "oui"}, {"no", "false", "off", "0", "non"}

SECRET_BYTES = 32
LOG_LEVELS = ("DEBUG", "INFO", "WARNING", "ERROR")


@dataclass(frozen=True, slots=True)
class Config:
    """`guild_id` is None when the bot serves the only guild it is in."""

    discord_token: str = field(repr=False)
    secret_key: bytes = field(repr=False)
    guild_id: int | None = None
    data_dir: Path = Path(DATA_DIR)
    timezone: ZoneInfo = field(default_factory=lambda: ZoneInfo(PARIS))
    log_level: str = "INFO"
    daily_backup: bool = True


def new_secret() -> str:
    return urlsafe_b64encode(token_bytes(SECRET_BYTES)).decode()


def load_data_dir(environ: Mapping[str, str]) -> Path:
    """Alone, for who needs nothing else."""
    return _Reading(environ).data_dir()


def load_config(environ: Mapping[str, str]) -> Config:
    """Raises ConfigError with every problem found, a sentence each."""
    reading = _Reading(environ)
    config = Config(
        discord_token=reading.token(),
        secret_key=reading.secret_key(),
        guild_id=reading.guild_id(),
        data_dir=reading.data_dir(),
        timezone=reading.timezone(),
        log_level=reading.log_level(),
        daily_backup=reading.daily_backup(),
    )
    if reading.problems:
        raise ConfigError(reading.problems)
    return config


class _Reading:
    """One pass over the environment that notes problems instead of stopping at the first."""

    def __init__(self, environ: Mapping[str, str]) -> None:
        self._environ = environ
        self.problems: list[str] = []

    def value(self, name: str) -> str:
        return self._environ.get(name, "").strip()

    def token(self) -> str:
        token = self.value("DISCORD_TOKEN")
        if not token:
            self.problems.append(
                "DISCORD_TOKEN is missing: copy the bot's token from Discord's developer portal into .env."
            )
        elif any(character.isspace() for character in token):
            self.problems.append("DISCORD_TOKEN contains a space: paste the token alone, on one line.")
        return token

    def secret_key(self) -> bytes:
        text = self.value("SECRET_KEY")
        if not text:
            self.problems.append("SECRET_KEY is missing: run `make secret` and put the line it prints into .env.")
            return b""
        try:
            key = urlsafe_b64decode(text.encode())
        except (binascii.Error, UnicodeEncodeError):
            key = b""
        if len(key) != SECRET_BYTES:
            self.problems.append(
                "SECRET_KEY is malformed: it must be exactly what `make secret` printed, "
                "44 characters. Do not invent one."
            )
        return key

    def guild_id(self) -> int | None:
        text = self.value("GUILD_ID")
        if not text:
            return None
        if text.isascii() and text.isdigit() and 15 <= len(text) <= 20:  # noqa: PLR2004 - a snowflake's length
            return int(text)
        self.problems.append(
            f"GUILD_ID is not a Discord identifier ({text[:30]!r}): with Discord's developer mode on, right-click "
            "the server, “Copy Server ID”. Leave it empty if the bot is in one server only."
        )
        return None

    def data_dir(self) -> Path:
        return Path(self.value("DATA_DIR") or DATA_DIR)

    def timezone(self) -> ZoneInfo:
        name = self.value("TIMEZONE") or PARIS
        if name == PARIS or name in available_timezones():
            return ZoneInfo(name)
        self.problems.append(f"TIMEZONE is unknown ({name[:40]!r}): use a name such as {PARIS}.")
        return ZoneInfo(PARIS)

    def daily_backup(self) -> bool:
        text = self.value("DAILY_BACKUP").lower() or "yes"
        if text not in YES | NO:
            self.problems.append(f"DAILY_BACKUP is neither yes nor no ({text[:20]!r}).")
        return text not in NO

    def log_level(self) -> str:
        level = self.value("LOG_LEVEL").upper() or "INFO"
        if level not in LOG_LEVELS:
            self.problems.append(f"LOG_LEVEL is unknown ({level[:20]!r}): use one of {', '.join(LOG_LEVELS)}.")
        return level
