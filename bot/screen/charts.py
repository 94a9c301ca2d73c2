"""Charts as PNG, drawn by matplotlib outside the event loop. Everything they say is also said in words."""

from __future__ import annotations

import asyncio
import io
import logging
import math
import textwrap
import threading
import warnings
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

MOST_ALT = 1024

# Contrast on the paper, by WCAG's formula: ink 14:1, quiet 6:1, bar 7:1.
_PAPER, _INK, _QUIET, _BAR = "#FFFFFF", "#1E2430", "#5A6273", "#5B3FD6"
# Best to worst, told apart by every kind of colour vision (after ColorBrewer's PuOr, by Cynthia Brewer, Apache 2.0).
_LEVELS = ("#2D004B", "#542788", "#7465A3", "#D8DAEB", "#FEE0B6", "#E08214", "#7F3B08")
_WIDTH = 10.0
_FAINT_SHARE = 0.06

_one_at_a_time = threading.Lock()


@dataclass(frozen=True, slots=True)
class Bars:
    """Horizontal bars, first on top. `values` set the lengths, `captions` are what stands beside each bar."""

    title: str
    labels: tuple[str, ...]
    values: tuple[float, ...]
    captions: tuple[str, ...]
    foot: str


@dataclass(frozen=True, slots=True)
class Profiles:
    """Bars cut in levels, best on the left, each as long as the whole; a line at the middle. `counts`: per label."""

    title: str
    labels: tuple[str, ...]
    levels: tuple[str, ...]
    counts: tuple[tuple[int, ...], ...]
    captions: tuple[str, ...]
    foot: str


@dataclass(frozen=True, slots=True)
class Scales:
    """Bars that lean to the left as far as people disagree and to the right as they agree; the middle level is shared.

    `levels`: an odd number, the least first. `counts`: per label, without those who have no opinion.
    """

    title: str
    labels: tuple[str, ...]
    levels: tuple[str, ...]
    counts: tuple[tuple[int, ...], ...]
    captions: tuple[str, ...]
    foot: str


@dataclass(frozen=True, slots=True)
class Waves:
    """A line per label over the waves, shares from 0 to 1; None where a wave did not ask."""

    title: str
    waves: tuple[str, ...]
    labels: tuple[str, ...]
    shares: tuple[tuple[float | None, ...], ...]
    foot: str


@dataclass(frozen=True, slots=True)
class Duels:
    """A square table: in each row, how many prefer it to each column."""

    title: str
    labels: tuple[str, ...]
    counts: tuple[tuple[int, ...], ...]
    foot: str


Chart = Bars | Profiles | Duels | Scales | Waves


async def paint(chart: Chart) -> bytes:
    """A PNG, 1,600 pixels wide."""
    return await asyncio.to_thread(_paint, chart)


def _paint(chart: Chart) -> bytes:
    logging.getLogger("matplotlib").setLevel(logging.WARNING)
    with _one_at_a_time, warnings.catch_warnings():
        # An emoji the font lacks is drawn as a box; the words below the picture have it.
        warnings.filterwarnings("ignore", message="Glyph .* missing from")
        if isinstance(chart, Bars):
            return _Sheet(chart, chart.labels).png(lambda axes: _draw_bars(axes, chart))
        if isinstance(chart, Profiles):
            return _Sheet(chart, chart.labels, below=0.75).png(lambda axes: _draw_profiles(axes, chart))
        if isinstance(chart, Scales):
            return _Sheet(chart, chart.labels, below=0.75).png(lambda axes: _draw_scales(axes, chart))
        if isinstance(chart, Waves):
            return _paint_waves(chart)
        return _Sheet(chart, chart.labels, below=0.1, right=0.97).png(lambda axes: _draw_duels(axes, chart))


class _Sheet:
    """The paper: a title on top, labels at the left with the room they need, a foot below."""

    def __init__(self, chart: Chart, labels: Sequence[str], *, below: float = 0.0, right: float = 0.84) -> None:
        from matplotlib.backends.backend_agg import FigureCanvasAgg  # noqa: PLC0415 - heavy
        from matplotlib.figure import Figure  # noqa: PLC0415 - heavy

        title = textwrap.wrap(chart.title, 54)[:5] or [""]
        self._labels = ["\n".join(textwrap.wrap(label, 28)[:4]) for label in labels]
        lines = sum(label.count("\n") + 1 for label in self._labels)
        height = 1.6 + below + 0.4 * len(title) + 0.36 * len(labels) + 0.26 * lines
        figure: Any = Figure(figsize=(_WIDTH, height), dpi=160, facecolor=_PAPER)
        self._canvas: Any = FigureCanvasAgg(figure)
        longest = max(len(line) for label in self._labels for line in label.split("\n"))
        left = min(0.37, max(0.1, 0.05 + 0.0115 * longest))
        top, bottom = 1 - (0.4 + 0.4 * len(title)) / height, (0.75 + below) / height
        self._axes: Any = figure.add_axes((left, bottom, right - left, top - bottom))
        bold = {"fontsize": 17, "fontweight": "bold", "va": "top", "color": _INK, "parse_math": False}
        figure.text(0.03, 1 - 0.3 / height, "\n".join(title), **bold)
        figure.text(0.03, 0.28 / height, chart.foot, fontsize=12, color=_QUIET, parse_math=False)

    def png(self, draw: Callable[[Any], None]) -> bytes:
        axes = self._axes
        axes.set_ylim(len(self._labels) - 0.4, -0.6)
        axes.set_xticks([])
        axes.set_yticks([])
        for side in ("top", "right", "bottom", "left"):
            axes.spines[side].set_visible(False)
        for place, label in enumerate(self._labels):
            axes.text(-0.02, place, label, ha="right", fontsize=13, transform=axes.get_yaxis_transform(), **_TEXT)
        draw(axes)
        buffer = io.BytesIO()
        self._canvas.print_png(buffer)
        return buffer.getvalue()


# parse_math: a label with two dollar signs is no formula.
_TEXT: dict[str, Any] = {"color": _INK, "va": "center", "parse_math": False}


def _caption(axes: Any, caption: str, value: float, place: int) -> None:
    axes.annotate(
        caption,
        (value, place),
        xytext=(6, 0),
        textcoords="offset points",
        fontsize=13,
        fontweight="bold",
        annotation_clip=False,
        **_TEXT,
    )


def _draw_bars(axes: Any, bars: Bars) -> None:
    axes.barh(range(len(bars.values)), bars.values, color=_BAR, height=0.62)
    axes.set_xlim(0, max([*bars.values, 1]) * 1.02)
    axes.spines["left"].set_visible(True)
    axes.spines["left"].set_color(_QUIET)
    for place, (value, caption) in enumerate(zip(bars.values, bars.captions, strict=True)):
        _caption(axes, caption, value, place)


def _draw_profiles(axes: Any, profiles: Profiles) -> None:
    colours = _palette(len(profiles.levels))
    for place, counts in enumerate(profiles.counts):
        whole, left = sum(counts) or 1, 0.0
        for count, colour in zip(counts, colours, strict=True):
            share = count / whole
            axes.barh(place, share, left=left, color=colour, edgecolor=_PAPER, linewidth=1, height=0.66)
            if share >= _FAINT_SHARE:
                ink = _PAPER if _is_dark(colour) else _INK
                axes.text(left + share / 2, place, str(count), ha="center", fontsize=12, **_TEXT | {"color": ink})
            left += share
        _caption(axes, profiles.captions[place], 1.0, place)
    axes.set_xlim(0, 1)
    axes.axvline(0.5, color=_INK, linewidth=1.2, linestyle=(0, (4, 3)))
    _legend(axes, profiles.levels, colours)


def _draw_scales(axes: Any, scales: Scales) -> None:
    """The middle of the middle level stands at zero."""
    # The palette has its best on the dark side: here that is the last level.
    colours, half = _palette(len(scales.levels))[::-1], len(scales.levels) // 2
    for place, counts in enumerate(scales.counts):
        whole = sum(counts) or 1
        left = -(sum(counts[:half]) + counts[half] / 2) / whole
        for count, colour in zip(counts, colours, strict=True):
            share = count / whole
            axes.barh(place, share, left=left, color=colour, edgecolor=_PAPER, linewidth=1, height=0.66)
            if share >= _FAINT_SHARE:
                ink = _PAPER if _is_dark(colour) else _INK
                axes.text(left + share / 2, place, str(count), ha="center", fontsize=12, **_TEXT | {"color": ink})
            left += share
        _caption(axes, scales.captions[place], 1.0, place)
    axes.set_xlim(-1, 1)
    axes.axvline(0, color=_INK, linewidth=1.2, linestyle=(0, (4, 3)), zorder=0)
    _legend(axes, scales.levels, colours)


_MARKERS = ("o", "s", "^", "D", "v", "P", "X")
# The first four told apart by every kind of colour vision (after Okabe and Ito, 2008), and all by a marker each.
_LINES = ("#0072B2", "#B24A00", "#1E2430", "#A14A76", "#007A5A", "#8A5A00", "#5B3FD6")


def _paint_waves(chart: Waves) -> bytes:
    """Each line has a marker of its own, and its name at its end: nothing is told by colour alone."""
    from matplotlib.backends.backend_agg import FigureCanvasAgg  # noqa: PLC0415 - heavy
    from matplotlib.figure import Figure  # noqa: PLC0415 - heavy

    figure: Any = Figure(figsize=(_WIDTH, 5.6), dpi=160, facecolor=_PAPER)
    canvas: Any = FigureCanvasAgg(figure)
    axes: Any = figure.add_axes((0.08, 0.18, 0.56, 0.6))
    highest = max((share for shares in chart.shares for share in shares if share is not None), default=0.0)
    top = min(1.0, 0.1 * math.ceil(10 * highest + 0.5))
    for place, shares in enumerate(chart.shares):
        points = [(wave, share) for wave, share in enumerate(shares) if share is not None]
        colour, marker = _LINES[place % len(_LINES)], _MARKERS[place % len(_MARKERS)]
        if points:
            axes.plot(*zip(*points, strict=True), marker=marker, markersize=8, linewidth=2.2, color=colour)
    _name_lines(axes, chart, top)
    axes.set_ylim(0, top)
    axes.set_xlim(-0.2, len(chart.waves) - 0.8)
    axes.set_xticks(range(len(chart.waves)), chart.waves, fontsize=11, color=_INK)
    ticks = [top * step / 4 for step in range(5)]
    axes.set_yticks(ticks, [f"{100 * tick:.0f} %" for tick in ticks], fontsize=11, color=_INK)
    axes.grid(axis="y", color="#E4E6EC")
    for side in ("top", "right"):
        axes.spines[side].set_visible(False)
    title = "\n".join(textwrap.wrap(chart.title, 60)[:3])
    figure.text(0.03, 0.95, title, fontsize=16, fontweight="bold", va="top", color=_INK, parse_math=False)
    figure.text(0.03, 0.04, chart.foot, fontsize=12, color=_QUIET, parse_math=False)
    buffer = io.BytesIO()
    canvas.print_png(buffer)
    return buffer.getvalue()


def _name_lines(axes: Any, chart: Waves, top: float) -> None:
    """Beside their ends, pushed apart as far as it takes for each to be read."""
    ends = sorted((shares[-1] or 0.0, place) for place, shares in enumerate(chart.shares))
    last, at, gap = len(chart.waves) - 1, -1.0, top / 14
    for share, place in ends:
        at = max(share, at + gap)
        axes.annotate(
            f"{textwrap.shorten(chart.labels[place], 34, placeholder='…')}",
            (last, share),
            xytext=(last + 0.06 * max(1, last), at),
            fontsize=11,
            annotation_clip=False,
            arrowprops={"arrowstyle": "-", "color": "#B8BDC9", "linewidth": 0.8},
            **_TEXT | {"color": _LINES[place % len(_LINES)]},
        )


def _legend(axes: Any, levels: Sequence[str], colours: Sequence[str]) -> None:
    from matplotlib.patches import Patch  # noqa: PLC0415 - heavy

    patches: list[Any] = [
        Patch(facecolor=colour, edgecolor=_QUIET, linewidth=0.5, label=level.replace("$", r"\$"))
        for level, colour in zip(levels, colours, strict=True)
    ]
    axes.figure.legend(
        handles=patches, loc="lower left", bbox_to_anchor=(0.02, 0.42 / axes.figure.get_figheight()),
        ncols=4, frameon=False, fontsize=12, labelcolor=_INK,
    )  # fmt: skip


def _draw_duels(axes: Any, duels: Duels) -> None:
    size = len(duels.counts)
    axes.set_xlim(-0.5, size - 0.5)
    for row, counts in enumerate(duels.counts):
        for column, count in enumerate(counts):
            if row == column:
                continue
            won = count > duels.counts[column][row]
            axes.barh(row, 0.94, left=column - 0.47, height=0.86, color=_BAR if won else "#ECEAF6")
            ink = _PAPER if won else _INK
            weight = "bold" if won else "normal"
            axes.text(column, row, str(count), ha="center", fontsize=13, fontweight=weight, **_TEXT | {"color": ink})
    for column, label in enumerate(duels.labels):
        axes.text(column, -0.62, label.split(" ")[0], ha="center", fontsize=13, **_TEXT)


def _palette(levels: int) -> list[str]:
    """Spread over the seven, ends included."""
    last = len(_LEVELS) - 1
    return [_LEVELS[round(level * last / (levels - 1))] for level in range(levels)]


def _is_dark(colour: str) -> bool:
    red, green, blue = (int(colour[start : start + 2], 16) for start in (1, 3, 5))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue < 120  # noqa: PLR2004 - half way, seen on the palette
