"""What can be measured of accessibility: contrast, colours told apart, and no meaning carried by an emoji alone."""

from __future__ import annotations

import re
from itertools import combinations, pairwise

import pytest

from bot.client import FEATURES, ROOT
from bot.screen import charts

ENOUGH = 4.5
# Viénot, Brettel and Mollon, 1999: what protanopes and deuteranopes see, of linear RGB; tritanopes after Brettel, 1997.
SEEN = {
    "protanopia": ((0.11238, 0.88762, 0.0), (0.11238, 0.88762, 0.0), (0.00401, -0.00401, 1.0)),
    "deuteranopia": ((0.29275, 0.70725, 0.0), (0.29275, 0.70725, 0.0), (-0.02234, 0.02234, 1.0)),
    "tritanopia": ((1.01277, 0.13548, -0.14826), (-0.01243, 0.86812, 0.14431), (0.07589, 0.80500, 0.11911)),
}
TOLD_APART = 10.0  # CIE76; some two are seen by a trained eye
Linear = tuple[float, float, float]

PAPER, INK, QUIET, BAR = (getattr(charts, name) for name in ("_PAPER", "_INK", "_QUIET", "_BAR"))
LEVELS: tuple[str, ...] = getattr(charts, "_LEVELS")  # noqa: B009 - the palette is the module's own
LINES: tuple[str, ...] = getattr(charts, "_LINES")  # noqa: B009 - likewise


def linear(colour: str) -> Linear:
    red, green, blue = (int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5))
    return _linear(red), _linear(green), _linear(blue)


def _linear(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4


def luminance(colour: str) -> float:
    red, green, blue = linear(colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """WCAG 2.2."""
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("colour", [INK, QUIET, BAR, *LINES])
def test_text_bars_and_lines_stand_out_from_the_paper(colour: str) -> None:
    assert contrast(colour, PAPER) >= ENOUGH


@pytest.mark.parametrize("colour", [BAR, "#ECEAF6", *LEVELS])
def test_the_numbers_written_on_a_colour_can_be_read(colour: str) -> None:
    ink = PAPER if getattr(charts, "_is_dark")(colour) else INK  # noqa: B009 - as the charts choose it
    assert contrast(ink, colour) >= ENOUGH


@pytest.mark.parametrize("vision", sorted(SEEN))
@pytest.mark.parametrize("palette", [LEVELS], ids=["levels"])
def test_levels_beside_one_another_are_told_apart_by_every_vision(vision: str, palette: tuple[str, ...]) -> None:
    seen = [_lab(_as_seen(linear(colour), vision)) for colour in palette]
    assert min(_distance(one, other) for one, other in pairwise(seen)) >= TOLD_APART


@pytest.mark.parametrize("vision", sorted(SEEN))
def test_the_first_lines_are_told_apart_by_every_vision_and_the_others_by_their_markers(vision: str) -> None:
    seen = [_lab(_as_seen(linear(colour), vision)) for colour in LINES[:4]]
    assert min(_distance(one, other) for one, other in combinations(seen, 2)) >= TOLD_APART
    markers: tuple[str, ...] = getattr(charts, "_MARKERS")  # noqa: B009 - likewise
    assert len(set(markers)) == len(LINES)


def _as_seen(colour: Linear, vision: str) -> Linear:
    red, green, blue = (
        min(max(sum(weight * part for weight, part in zip(row, colour, strict=True)), 0.0), 1.0) for row in SEEN[vision]
    )
    return red, green, blue


def _lab(colour: Linear) -> Linear:
    """CIE L*a*b*, D65."""
    red, green, blue = colour
    x = (0.4124 * red + 0.3576 * green + 0.1805 * blue) / 0.95047
    y = 0.2126 * red + 0.7152 * green + 0.0722 * blue
    z = (0.0193 * red + 0.1192 * green + 0.9505 * blue) / 1.08883
    fx, fy, fz = (part ** (1 / 3) if part > 0.008856 else 7.787 * part + 16 / 116 for part in (x, y, z))
    return 116 * fy - 16, 500 * (fx - fy), 200 * (fy - fz)


def _distance(one: Linear, other: Linear) -> float:
    return sum((left - right) ** 2 for left, right in zip(one, other, strict=True)) ** 0.5


EMOJI = re.compile("[\U0001f300-\U0001faff\u2600-\u27bf\u2b00-\u2bff]")
FOLDERS = [ROOT / "bot/screen/locales", *(ROOT / "cogs" / feature / "locales" for feature in FEATURES)]


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.parent.name)
def test_no_sentence_says_anything_by_an_emoji_alone(folder: object) -> None:
    for language in ("fr", "en"):
        text = (ROOT / str(folder) / f"{language}.ftl").read_text(encoding="utf-8")
        values = re.findall(r"^(?:[\w-]+ =|\s+\.[\w-]+ =|\s+\[?\w*\]?)(.*)$", text, re.MULTILINE)
        alone = [value for value in values if EMOJI.search(value) and not re.search(r"\w{2}", value)]
        assert alone == []
