"""What is kept, in words; what anonymity rests on; an export as a page to read and as data to take along."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from datetime import datetime
from html import escape
from typing import Any

import discord

from bot.screen.i18n import Speaker
from bot.screen.ui import ACCENT, WARM, Layout, button, choice, divider, row

PARTS = ("kept", "not-kept", "nobody-can", "box", "verify")
EVERYTHING = "all"
_STYLE = (
    "body{font:17px/1.5 system-ui,sans-serif;max-width:46rem;margin:2rem auto;padding:0 1rem;color:#1f1d1a}"
    "dl{display:grid;grid-template-columns:minmax(9rem,max-content) 1fr;gap:.2rem 1rem;margin:0 0 1.2rem;"
    "padding-top:.6rem;border-top:1px solid #ccc}dt{color:#5a564f}"
    "dd{margin:0;white-space:pre-wrap;overflow-wrap:anywhere}"
    "@media(prefers-color-scheme:dark){body{background:#17161a;color:#f1eee8}dt{color:#b8b2a8}dl{border-color:#444}}"
)


def anonymity_card(t: Speaker) -> Layout:
    blocks = [f"### {t(f'anonymity-{part}-title')}\n{t(f'anonymity-{part}')}" for part in PARTS]
    return Layout(f"## {t('anonymity-title')}", t("anonymity-intro"), divider(), *blocks, accent=ACCENT)


def privacy_card(kept: Sequence[tuple[str, int]], others: Sequence[str], t: Speaker) -> Layout:
    """(feature, how much of it): what it keeps, why and for how long; the most first.

    `others`: the features that keep nothing about anybody.
    """
    lines = [
        f"**{t(f'feature-{feature}')}** · {t('privacy-count', count=count)}\n{t(f'privacy-keeps-{feature}')}"
        for feature, count in sorted(kept, key=lambda pair: -pair[1])
    ]
    nothing = t("privacy-keeps-nothing", features=", ".join(t(f"feature-{feature}") for feature in others))
    return Layout(
        f"## {t('privacy-title')}",
        t("privacy-intro"),
        divider(),
        "\n".join([*lines, nothing]),
        divider(),
        t("privacy-anonymous"),
        row(
            button(t("privacy-export"), "privacy:export:", style=discord.ButtonStyle.primary),
            button(t("privacy-erase"), "privacy:erase:"),
            button(t("home-anonymity"), "privacy:anonymity:"),
        ),
        accent=ACCENT,
    )


def what_card(features: Iterable[str], t: Speaker) -> Layout:
    """Of which features, or of all."""
    options = [discord.SelectOption(label=t("privacy-everything"), value=EVERYTHING)]
    options += [discord.SelectOption(label=t(f"feature-{feature}")[:100], value=feature) for feature in features]
    return Layout(t("privacy-what"), choice("privacy:what:", options, placeholder=t("privacy-choose")), accent=WARM)


def sure_card(feature: str, t: Speaker, *, texts: bool) -> Layout:
    """`texts`: what becomes of published texts is to be said."""
    where = t("privacy-everything") if feature == EVERYTHING else t(f"feature-{feature}")
    danger = discord.ButtonStyle.danger
    kept = t("privacy-forget-keep") if texts else t("privacy-forget")
    buttons = [button(kept, f"privacy:forget:{feature}:keep", style=danger)]
    if texts:
        buttons.append(button(t("privacy-forget-texts"), f"privacy:forget:{feature}:texts", style=danger))
    question = t("privacy-sure" if feature == EVERYTHING else "privacy-sure-one", where=where)
    return Layout(question, *([t("privacy-sure-texts")] if texts else []), row(*buttons), accent=WARM)


def erased_card(t: Speaker) -> Layout:
    return Layout(t("privacy-erased"), accent=ACCENT)


def export_json(kept: Sequence[tuple[str, Sequence[dict[str, Any]]]], user_id: int, now: datetime) -> bytes:
    held = {"user_id": str(user_id), "exported_at": now.isoformat(), "features": dict(kept)}
    return json.dumps(held, ensure_ascii=False, indent=2, default=str).encode()


def export_html(kept: Sequence[tuple[str, Sequence[dict[str, Any]]]], t: Speaker, now: datetime) -> bytes:
    """To be read in a browser, by the person it is about."""
    title = t("privacy-export-title", day=t.day(now))
    body = [f"<h1>{escape(title)}</h1>", f"<p>{escape(t('privacy-export-intro'))}</p>"]
    for feature, entries in kept:
        body.append(f"<h2>{escape(t(f'feature-{feature}'))}</h2>")
        body.append(f"<p>{escape(_plain(t(f'privacy-keeps-{feature}')))}</p>")
        body += [_entry(entry, t) for entry in entries] or [f"<p>{escape(t('privacy-export-nothing'))}</p>"]
    body.append(f"<p>{escape(_plain(t('privacy-anonymous')))}</p>")
    return (
        f'<!DOCTYPE html>\n<html lang="{t.language}"><head><meta charset="utf-8"><title>{escape(title)}</title>'
        f'<meta name="viewport" content="width=device-width, initial-scale=1"><style>{_STYLE}</style></head>\n<body>\n'
        + "\n".join(body)
        + "\n</body></html>\n"
    ).encode()


def _entry(entry: dict[str, Any], t: Speaker) -> str:
    pairs = "".join(
        f"<dt>{escape(_key(name, t))}</dt><dd>{escape(_value(value, t))}</dd>"
        for name, value in entry.items()
        if value not in {None, ""}
    )
    return f"<dl>{pairs}</dl>"


def _key(name: str, t: Speaker) -> str:
    key = f"privacy-key-{name.replace('_', '-')}"
    return t(key) if t.has(key) else name.replace("_", " ")


def _value(value: object, t: Speaker) -> str:
    if isinstance(value, bool):
        return t("privacy-yes" if value else "privacy-no")
    text = str(value)
    known = f"privacy-value-{text.lower().replace(' ', '-')}"
    if text.replace(" ", "").isalpha() and t.has(known):
        return t(known)
    try:
        return t.moment(datetime.fromisoformat(text)) if "T" in text and "+" in text else text
    except ValueError:
        return text


def _plain(text: str) -> str:
    return text.replace("**", "")
