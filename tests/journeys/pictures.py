"""`make pictures`: the documentation's pictures, taken from the journeys so that they stay true."""

from __future__ import annotations

from pathlib import Path

from PIL import Image

ROOT = Path(__file__).parents[2]
SCREENSHOTS, IMAGES = ROOT / "build" / "journeys", ROOT / "docs" / "images"
# A journey's screenshot, and its name in the documentation.
PICTURES = {
    "poll-chart": "demo",
    "library-form": "library-form",
    "library-mine": "library-mine",
    "library-found-without-accents": "library-found-without-accents",
    "library-entry": "library-entry",
    "link-preview": "link-preview",
    "link-known": "link-known",
    "review-card": "review-card",
    "review-list": "review-list",
    "meetup-card": "meetup-card",
    "meetup-thread": "meetup-thread",
    "survey-card": "survey-card",
    "survey-results": "survey-results",
    "survey-trend": "survey-trend",
    "digest-draft": "digest-draft",
    "digest-mail": "digest-mail",
    "newcomer-home": "home",
    "privacy-card": "privacy-card",
    "status": "status",
}
COLOURS = 128


def main() -> None:
    for taken, name in PICTURES.items():
        (source,) = SCREENSHOTS.glob(f"[0-9][0-9]-{taken}.png")
        with Image.open(source) as picture:
            picture.convert("RGB").quantize(COLOURS).save(IMAGES / f"{name}.png", optimize=True)


if __name__ == "__main__":
    main()
