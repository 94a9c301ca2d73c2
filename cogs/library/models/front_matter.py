"""A version of a text as a Markdown file: TOML between two lines of `+++`, a blank line, the text."""

from __future__ import annotations

import json
import tomllib
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from cogs.library.models.contents import (
    LICENCES,
    MOST_SUMMARY,
    MOST_TEXT,
    MOST_TITLE,
    TRADES,
    USUAL_LICENCE,
    VENUES,
    AiUse,
    Content,
    Kind,
)

FENCE = "+++"
# As people write them, beside our own keys.
_LICENCES = {
    "CC BY-SA 4.0": USUAL_LICENCE,
    "CC BY 4.0": "cc-by-4",
    "CC0 1.0": "cc0-1",
    "Tous droits réservés": "all-rights-reserved",
}


class BadFrontMatter(ValueError):
    """Says which field, in English: for whoever runs the import."""


@dataclass(frozen=True, slots=True)
class Page:
    """A file read. `author` is empty without a name; `published` is None for a text that is to be reviewed."""

    content: Content
    author: str
    published: date | datetime | None


def write_page(content: Content, author: str, published: datetime | None) -> str:
    """Files are named elsewhere: they are not text."""
    fields: dict[str, object] = {
        "kind": content.kind.value,
        **{name: getattr(content, name) for name in ("title", "summary")},
        "tags": list(content.tags),
        "venue": content.venue,
        "trade": content.trade,
        **({"year": content.year} if content.year is not None else {}),
        "licence": content.licence,
        "source": content.source,
        "organisation": content.organisation,
        "author": author,
        "ai_use": content.ai_use,
        "leaves_discord": content.leaves_discord,
        "leaves_with_name": content.leaves_with_name,
    }
    lines = [f"{name} = {_toml(value)}" for name, value in fields.items()]
    if published is not None:
        lines.append(f"published = {published.isoformat()}")
    return "\n".join([FENCE, *lines, FENCE, "", content.text, ""])


def read_page(text: str) -> Page:
    """Raises BadFrontMatter."""
    head, body = _split(text.replace("\r\n", "\n").removeprefix("\ufeff"))
    try:
        fields = tomllib.loads(head)
    except tomllib.TOMLDecodeError as error:
        raise BadFrontMatter(f"front matter: {error}") from error
    licence = _text(fields, "licence") or USUAL_LICENCE
    if len(body) > MOST_TEXT:
        raise BadFrontMatter(f"the text has more than {MOST_TEXT} characters: keep it in a file of its own")
    year = fields.get("year")
    content = Content(
        kind=Kind(_one_of(fields, "kind", [kind.value for kind in Kind])),
        text=body,
        tags=tuple(str(tag) for tag in fields.get("tags", [])),
        venue=_one_of(fields, "venue", ["", *VENUES]),
        trade=_one_of(fields, "trade", ["", *TRADES]),
        year=year if isinstance(year, int) else None,
        licence=_known("licence", _LICENCES.get(licence, licence), LICENCES),
        ai_use=_one_of(fields, "ai_use", ["", *AiUse]),
        leaves_discord=fields.get("leaves_discord") is True,
        leaves_with_name=fields.get("leaves_with_name") is True,
        title=_text(fields, "title")[:MOST_TITLE],
        summary=_text(fields, "summary")[:MOST_SUMMARY],
        source=_text(fields, "source"),
        organisation=_text(fields, "organisation")[:MOST_TITLE],
    )
    published = fields.get("published")
    return Page(content, _text(fields, "author"), published if isinstance(published, date) else None)


def has_front_matter(text: str) -> bool:
    return text.removeprefix("\ufeff").startswith(FENCE)


def _split(text: str) -> tuple[str, str]:
    if not text.startswith(f"{FENCE}\n"):
        raise BadFrontMatter("the file does not begin with +++")
    head, fence, body = text[len(FENCE) + 1 :].partition(f"\n{FENCE}\n")
    if not fence:
        raise BadFrontMatter("the front matter has no second +++")
    return head, body.removeprefix("\n").removesuffix("\n")


def _text(fields: dict[str, Any], name: str) -> str:
    value = fields.get(name, "")
    if not isinstance(value, str):
        raise BadFrontMatter(f"{name}: must be a text")
    return value


def _one_of(fields: dict[str, Any], name: str, values: list[str]) -> str:
    return _known(name, _text(fields, name), values)


def _known(name: str, value: str, values: list[str] | tuple[str, ...]) -> str:
    if value not in values:
        raise BadFrontMatter(f"{name}: {value!r} is none of {', '.join(filter(None, values))}")
    return value


def _toml(value: object) -> str:
    """JSON's strings, numbers, booleans and lists are TOML's; but for DEL."""
    return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")
