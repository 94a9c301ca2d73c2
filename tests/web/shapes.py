"""The page shapes of `tests/web/pages`, with what a person would answer."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from pathlib import Path

from bot.web.fetch import Page

FOLDER = Path(__file__).parent / "pages"
SETS = ("own", "held_out")


@dataclass(frozen=True, slots=True)
class Shape:
    name: str
    content: bytes
    expected: dict[str, str]

    @property
    def page(self) -> Page:
        return page_of(self.content, url=f"https://www.example.org/{self.name}")


def page_of(
    content: bytes,
    *,
    url: str = "https://www.example.org/page",
    content_type: str = "text/html",
    charset: str | None = None,
    file_name: str | None = None,
    size: int | None = None,
) -> Page:
    return Page(
        given=url,
        final=url,
        status=200,
        content_type=content_type,
        charset=charset,
        content=content,
        size=size,
        etag=None,
        last_modified=None,
        truncated=False,
        file_name=file_name,
    )


def load_shapes(folder: str) -> list[Shape]:
    table = tomllib.loads((FOLDER / folder / "expected.toml").read_text(encoding="utf-8"))
    return [Shape(name, (FOLDER / folder / f"{name}.html").read_bytes(), expected) for name, expected in table.items()]
