"""Charts as PNG, drawn by matplotlib outside the event loop. Everything they say is also said in words."""

from __future__ import annotations

import asyncio
import io
import logging
import textwrap
import threading
import warnings
from dataclasses import dataclass
from typing import Any

MOST_ALT = 1024

# Contrast on the paper, by WCAG's formula: ink 14:1, bar 6:1.
_PAPER, _INK, _QUIET, _BAR = "#FFFFFF", "#1E2430", "#5A6273", "#5B3FD6"

_one_at_a_time = threading.Lock()


@dataclass(frozen=True, slots=True)
class Bars:
    """Horizontal bars, first on top. `values` set the lengths, `captions` are what stands beside each bar."""

    title: str
    labels: tuple[str, ...]
    values: tuple[float, ...]
    captions: tuple[str, ...]
    foot: str


async def paint_bars(bars: Bars) -> bytes:
    """A PNG, 1,600 pixels wide."""
    return await asyncio.to_thread(_paint_bars, bars)


def _paint_bars(bars: Bars) -> bytes:
    from matplotlib.backends.backend_agg import FigureCanvasAgg  # noqa: PLC0415 - heavy
    from matplotlib.figure import Figure  # noqa: PLC0415 - heavy

    logging.getLogger("matplotlib").setLevel(logging.WARNING)
    title = textwrap.wrap(bars.title, 62)[:4] or [""]
    labels = ["\n".join(textwrap.wrap(label, 34)[:3]) for label in bars.labels]
    lines = sum(max(1, label.count("\n") + 1) for label in labels)
    height = 1.5 + 0.36 * len(title) + 0.34 * len(labels) + 0.22 * lines
    with _one_at_a_time, warnings.catch_warnings():
        # An emoji the font lacks is drawn as a box; the words below the picture have it.
        warnings.filterwarnings("ignore", message="Glyph .* missing from")
        figure = Figure(figsize=(10, height), dpi=160, facecolor=_PAPER)
        canvas: Any = FigureCanvasAgg(figure)
        _draw(figure, bars, title, labels, height)
        buffer = io.BytesIO()
        canvas.print_png(buffer)
    return buffer.getvalue()


def _draw(figure: Any, bars: Bars, title: list[str], labels: list[str], height: float) -> None:
    top = 1 - (0.35 + 0.36 * len(title)) / height
    # The labels get the room they need, between a tenth and a third of the width.
    left = min(0.36, max(0.1, 0.05 + 0.0095 * max(len(line) for label in labels for line in label.split("\n"))))
    axes = figure.add_axes((left, 0.75 / height, 0.86 - left, top - 0.75 / height))
    places = range(len(labels))
    axes.barh(places, bars.values, color=_BAR, height=0.62)
    axes.set_xlim(0, max([*bars.values, 1]) * 1.02)
    axes.set_ylim(len(labels) - 0.4, -0.6)
    axes.set_yticks([])
    axes.set_xticks([])
    for side in ("top", "right", "bottom"):
        axes.spines[side].set_visible(False)
    axes.spines["left"].set_color(_QUIET)
    text = {"color": _INK, "va": "center", "parse_math": False}  # a label with two $ is no formula
    for place, label, value, caption in zip(places, labels, bars.values, bars.captions, strict=True):
        axes.text(-0.02, place, label, ha="right", fontsize=11, transform=axes.get_yaxis_transform(), **text)
        axes.annotate(
            caption, (value, place), xytext=(6, 0), textcoords="offset points",
            fontsize=11, fontweight="bold", annotation_clip=False, color=_INK, va="center", parse_math=False,
        )  # fmt: skip
    figure.text(
        0.03, 1 - 0.3 / height, "\n".join(title),
        fontsize=15, fontweight="bold", va="top", color=_INK, parse_math=False,
    )  # fmt: skip
    figure.text(0.03, 0.28 / height, bars.foot, fontsize=10, color=_QUIET, parse_math=False)
