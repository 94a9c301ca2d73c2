"""The questionnaires that come with the bot, and the example that shows everything a file may hold."""

from __future__ import annotations

from pathlib import Path

SHIPPED = ("barometre-ia", "lignes-rouges", "apprendre-le-metier", "charge-de-travail")
EXAMPLE = "example"

_FOLDER = Path(__file__).parents[1] / "locales" / "questionnaires"


def shipped_text(key: str) -> str:
    """The TOML, as a moderator may download and change it. Raises KeyError."""
    if key not in {*SHIPPED, EXAMPLE}:
        raise KeyError(key)
    return (_FOLDER / f"{key}.toml").read_text(encoding="utf-8")
