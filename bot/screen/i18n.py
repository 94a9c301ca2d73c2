"""Sentences in the reader's language, from the `.ftl` files of the core and of each feature."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Literal
from zoneinfo import ZoneInfo

from fluent.runtime import FluentBundle, FluentResource

Language = Literal["fr", "en"]
LANGUAGES: tuple[Language, ...] = ("fr", "en")
_LOCALES = {"fr": "fr-FR", "en": "en-GB"}


def as_language(text: str, default: Language = "fr") -> Language:
    """«fr», «fr-CA», «en-US»… to a language we speak."""
    short = text[:2].lower()
    return short if short in LANGUAGES else default


class Catalogue:
    """Every message of every feature, read once at start."""

    def __init__(self, folders: Iterable[Path]) -> None:
        self._bundles = {language: FluentBundle([_LOCALES[language]], use_isolating=False) for language in LANGUAGES}
        for folder in folders:
            for language, bundle in self._bundles.items():
                bundle.add_resource(FluentResource((folder / f"{language}.ftl").read_text(encoding="utf-8")))

    def has(self, language: Language, key: str) -> bool:
        name, _, attribute = key.partition(".")
        bundle = self._bundles[language]
        return bundle.has_message(name) and (not attribute or attribute in bundle.get_message(name).attributes)

    def text(self, language: Language, key: str, params: Mapping[str, object]) -> str:
        """`key` or `key.attribute`. Raises KeyError without such a message, ValueError for a missing variable."""
        name, _, attribute = key.partition(".")
        bundle = self._bundles[language]
        if not self.has(language, key):
            raise KeyError(f"no message {key!r} in {language}")
        message = bundle.get_message(name)
        pattern = message.attributes[attribute] if attribute else message.value
        if pattern is None:
            raise KeyError(f"message {key!r} has no value in {language}")
        text, errors = bundle.format_pattern(pattern, dict(params))
        if errors:
            raise ValueError(f"message {key!r} in {language}: {errors}")
        return str(text)

    def speaker(self, language: Language, zone: ZoneInfo) -> Speaker:
        return Speaker(self, language, zone)


@dataclass(frozen=True, slots=True)
class Speaker:
    """One reader's language and zone: `t("polls-closed-title", count=3)`."""

    catalogue: Catalogue
    language: Language
    zone: ZoneInfo

    def __call__(self, key: str, /, **params: object) -> str:
        return self.catalogue.text(self.language, key, params)

    def has(self, key: str) -> bool:
        return self.catalogue.has(self.language, key)

    def or_else(self, key: str, otherwise: str) -> str:
        """For keys made of what a database holds: a feature may be gone."""
        return self(key) if self.has(key) else otherwise

    def day(self, moment: datetime) -> str:
        """«27 novembre 2026»: for files and pictures, where Discord's own timestamps do not show."""
        from babel.dates import format_date  # noqa: PLC0415 - heavy

        local = moment.astimezone(self.zone)
        written = format_date(local, format="long", locale=_babel(self.language))
        return f"1er{written[1:]}" if self.language == "fr" and local.day == 1 else written

    def moment(self, moment: datetime) -> str:
        """«mardi 1er décembre 2026 à 9 h 05», likewise."""
        from babel.dates import format_datetime  # noqa: PLC0415 - heavy

        local = moment.astimezone(self.zone)
        day = "1er" if local.day == 1 else str(local.day)
        pattern = "EEEE d MMMM y, HH:mm" if self.language == "en" else f"EEEE '{day}' MMMM y 'à' H\u00a0'h'\u00a0mm"
        return format_datetime(local, pattern, locale=_babel(self.language))

    def number(self, value: float, decimals: int = 0) -> str:
        from babel.numbers import format_decimal  # noqa: PLC0415 - heavy

        pattern = "#,##0" + ("." + "0" * decimals if decimals else "")
        return format_decimal(value, format=pattern, locale=_babel(self.language))

    def percent(self, part: int, whole: int) -> str:
        """One decimal under 1 000 answers would claim a precision nobody needs: whole per cents."""
        from babel.numbers import format_percent  # noqa: PLC0415 - heavy

        return format_percent(part / whole if whole else 0, locale=_babel(self.language))


def _babel(language: Language) -> str:
    return _LOCALES[language].replace("-", "_")
