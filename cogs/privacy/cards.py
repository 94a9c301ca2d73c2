"""What anonymity rests on, in words."""

from __future__ import annotations

from bot.screen.i18n import Speaker
from bot.screen.ui import ACCENT, Layout, divider

PARTS = ("kept", "not-kept", "nobody-can", "box", "verify")


def anonymity_card(t: Speaker) -> Layout:
    blocks = [f"### {t(f'anonymity-{part}-title')}\n{t(f'anonymity-{part}')}" for part in PARTS]
    return Layout(f"## {t('anonymity-title')}", t("anonymity-intro"), divider(), *blocks, accent=ACCENT)
