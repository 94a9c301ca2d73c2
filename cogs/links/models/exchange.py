"""Links as files: Netscape bookmarks (what browsers and bookmark tools read), CSV, JSON. Pure.

What is read is anybody's file: bounded, and nothing in it is believed before the service has looked at it.
"""

from __future__ import annotations

import csv
import html
import io
import json
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any, Literal, cast

from bot.errors import UserError
from cogs.links.models.links import MOST_DESCRIPTION, MOST_NOTE, MOST_TITLE, Link, Permissions, Share

Format = Literal["bookmarks", "csv", "json"]
FORMATS: tuple[Format, ...] = ("bookmarks", "csv", "json")
ENDINGS: dict[Format, str] = {"bookmarks": "html", "csv": "csv", "json": "json"}
VERSION = 1
MOST_LINKS = 5_000
LARGEST_FILE = 8_000_000
# A tag of HTML, its attributes, and the text up to the next tag; possessive, so that failing is linear.
_BOOKMARK = re.compile(r"<a\s([^<>]{1,9000}+)>([^<]{0,2000}+)", re.IGNORECASE)
_ATTRIBUTE = re.compile(r"([a-z_]{1,30}+)\s*+=\s*+(?:\"([^\"]*+)\"|'([^']*+)')", re.IGNORECASE)
_DESCRIPTION = re.compile(r"(?:\s*+</a>)?\s*+<dd>([^<]{0,4000}+)", re.IGNORECASE)
_COLUMNS = {
    "url": ("url", "href", "link", "address", "adresse", "lien", "given_url", "resolved_url"),
    "title": ("title", "titre", "name", "nom", "resolved_title"),
    "description": ("description", "excerpt", "resume", "résumé"),
    "note": ("note", "notes", "comment", "commentaire"),
    "tags": ("tags", "tag", "labels", "mots-clés", "mots-cles", "étiquettes"),
    "added": ("added_at", "time_added", "created", "created_at", "date", "ajouté", "timestamp"),
}
_ROW = ("url", "title", "description", "note", "tags", "added")


class NotLinks(UserError):
    """No format that is read here, or nothing in it."""

    def __init__(self) -> None:
        super().__init__("links-not-links")


class ExportTooLarge(UserError):
    """For a message of Discord; the command line knows no such limit."""

    def __init__(self) -> None:
        super().__init__("links-export-too-large")


class FileTooLarge(UserError):
    def __init__(self) -> None:
        super().__init__("links-file-too-large", most=MOST_LINKS, megabytes=LARGEST_FILE // 1_000_000)


@dataclass(frozen=True, slots=True)
class Incoming:
    """One link of a file. `known`: everything a JSON file of this bot says of it, else empty."""

    url: str
    title: str = ""
    description: str = ""
    note: str = ""
    tags: tuple[str, ...] = ()
    added_at: datetime | None = None
    known: tuple[tuple[str, Any], ...] = ()


# Writing


def write_bookmarks(links: Iterable[Link], tag_name: dict[str, str]) -> str:
    lines = [
        "<!DOCTYPE NETSCAPE-Bookmark-file-1>",
        '<META HTTP-EQUIV="Content-Type" CONTENT="text/html; charset=UTF-8">',
        "<TITLE>Bookmarks</TITLE>",
        "<H1>Bookmarks</H1>",
        "<DL><p>",
    ]
    for link in links:
        tags = ",".join(tag_name.get(tag, tag) for tag in link.tags)
        lines.append(
            f'    <DT><A HREF="{html.escape(link.addresses.canonical)}" ADD_DATE="{int(link.added_at.timestamp())}" '
            f'TAGS="{html.escape(tags)}">{html.escape(link.title)}</A>'
        )
        if link.about.description:
            lines.append(f"    <DD>{html.escape(link.about.description)}")
    return "\n".join([*lines, "</DL><p>", ""])


def write_csv(links: Iterable[Link], tag_name: dict[str, str]) -> str:
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow(("url", "title", "description", "notes", "tags", "added_at"))
    for link in links:
        notes = " — ".join(share.note for share in link.shares if share.note)
        tags = ", ".join(tag_name.get(tag, tag) for tag in link.tags)
        cells = (link.addresses.canonical, link.title, link.about.description, notes, tags, link.added_at.isoformat())
        writer.writerow([_safe(cell) for cell in cells])
    return "\ufeff" + text.getvalue()


def write_json(links: Iterable[Link], tag_name: dict[str, str], *, with_ids: bool) -> str:
    """`with_ids`: of the sharers, as Discord knows them."""
    held = {"format": VERSION, "links": [_described(link, tag_name, with_ids=with_ids) for link in links]}
    return json.dumps(held, ensure_ascii=False, indent=1)


def _described(link: Link, tag_name: dict[str, str], *, with_ids: bool) -> dict[str, Any]:
    about, addresses = link.about, link.addresses
    return {
        "url": addresses.canonical,
        "given": addresses.given,
        "final": addresses.final,
        "title": about.title,
        "description": about.description,
        "site": about.site,
        "author": about.author,
        "published_on": about.published_on.isoformat() if about.published_on else None,
        "language": about.language,
        "reading_minutes": about.reading_minutes,
        "kind": about.kind,
        "size": about.size,
        "is_read": link.is_read,
        "state": link.state.value,
        "added_at": link.added_at.isoformat(),
        "tags": [tag_name.get(tag, tag) for tag in link.tags],
        "useful": link.useful,
        "shares": [_described_share(share, with_ids=with_ids) for share in link.shares],
    }


def _described_share(share: Share, *, with_ids: bool) -> dict[str, Any]:
    return {
        **({"user_id": share.user_id} if with_ids else {}),
        "note": share.note,
        "shared_at": share.shared_at.isoformat(),
        "leaves_discord": share.permissions.leaves_discord,
        "leaves_with_name": share.permissions.leaves_with_name,
    }


def _safe(text: str) -> str:
    """A spreadsheet must not run what a page or a member wrote."""
    return "'" + text if text[:1] in tuple("=+-@\t") else text


# Reading


def read_links(text: str) -> tuple[Incoming, ...]:
    """By what the file holds, whatever its name. Raises NotLinks, FileTooLarge."""
    if len(text) > LARGEST_FILE:
        raise FileTooLarge
    start = text.lstrip()[:1]
    try:
        found = _read_json(text) if start in {"{", "["} else _read_bookmarks(text) if start == "<" else _read_csv(text)
        read = tuple(_first(found, MOST_LINKS + 1))
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError, csv.Error):
        raise NotLinks from None
    if not read:
        raise NotLinks
    if len(read) > MOST_LINKS:
        raise FileTooLarge
    return read


def _first(found: Iterator[Incoming], most: int) -> Iterator[Incoming]:
    for place, incoming in enumerate(found):
        if place == most:
            return
        yield incoming


def _read_bookmarks(text: str) -> Iterator[Incoming]:
    for found in _BOOKMARK.finditer(text):
        held = {match[1].lower(): html.unescape(match[2] or match[3] or "") for match in _ATTRIBUTE.finditer(found[1])}
        described = _DESCRIPTION.match(text, found.end())
        if held.get("href"):
            yield _incoming(
                {
                    "url": held["href"],
                    "title": html.unescape(found[2]),
                    "description": html.unescape(described[1]) if described else "",
                    "tags": held.get("tags", ""),
                    "added": held.get("add_date", ""),
                }
            )


def _read_csv(text: str) -> Iterator[Incoming]:
    header, _, _ = text.lstrip("\ufeff\r\n").partition("\n")
    delimiter = max(",;\t", key=header.count)
    rows = csv.reader(io.StringIO(text.lstrip("\ufeff")), delimiter=delimiter)
    names = [cell.strip().casefold() for cell in next(rows, list[str]())]
    places = {key: _place(names, called) for key, called in _COLUMNS.items()}
    if places["url"] is None:
        raise NotLinks
    for row in rows:
        held = {key: row[place] for key, place in places.items() if place is not None and place < len(row)}
        if held.get("url", "").strip():
            yield _incoming({key: value.removeprefix("'") for key, value in held.items()})


def _read_json(text: str) -> Iterator[Incoming]:
    whole: Any = json.loads(text)
    ours = isinstance(whole, dict) and cast("dict[str, Any]", whole).get("format") == VERSION
    links: list[dict[str, Any]] = cast("dict[str, Any]", whole)["links"] if isinstance(whole, dict) else whole
    for link in links:
        held = {str(key).casefold(): value for key, value in link.items()}
        words = {key: _word(held, called) for key, called in _COLUMNS.items()}
        if words["url"]:
            yield _incoming(words, known=tuple(held.items()) if ours else ())


def _word(held: dict[str, Any], called: Sequence[str]) -> str:
    value = next((held[name] for name in called if held.get(name)), "")
    return ",".join(map(str, cast("list[Any]", value))) if isinstance(value, list) else str(value)


def _place(names: Sequence[str], called: Sequence[str]) -> int | None:
    return next((names.index(name) for name in called if name in names), None)


def _incoming(words: dict[str, str], known: tuple[tuple[str, Any], ...] = ()) -> Incoming:
    held = {key: " ".join(words.get(key, "").split()) for key in _ROW}
    return Incoming(
        url=held["url"],
        title=held["title"][:MOST_TITLE],
        description=held["description"][:MOST_DESCRIPTION],
        note=held["note"][:MOST_NOTE],
        tags=tuple(filter(None, (tag.strip()[:40] for tag in re.split(r"[,;|]", held["tags"]))))[:8],
        added_at=_moment(held["added"]),
        known=known,
    )


def _moment(text: str) -> datetime | None:
    """ISO, or the seconds that browsers write."""
    try:
        if text.isascii() and text.isdigit():
            return datetime.fromtimestamp(int(text[:10]), UTC)
        read = datetime.fromisoformat(text)
    except (ValueError, OverflowError, OSError):
        return None
    return read if read.tzinfo else read.replace(tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Details:
    """What a file of this bot says beyond an address and words. Malformed values are left out."""

    given: str
    final: str
    site: str
    author: str
    published_on: date | None
    language: str | None
    reading_minutes: int | None
    kind: str
    size: int | None
    is_read: bool
    archived: bool
    shares: tuple[Share, ...]


def details_of(incoming: Incoming) -> Details | None:
    """None for a file of another tool."""
    held = dict(incoming.known)
    if not held:
        return None
    return Details(
        given=_text(held, "given", 2_048),
        final=_text(held, "final", 8_192),
        site=_text(held, "site", 100),
        author=_text(held, "author", 200),
        published_on=_day(_text(held, "published_on", 10)),
        language=_text(held, "language", 3) or None,
        reading_minutes=_count(held, "reading_minutes"),
        kind=_text(held, "kind", 20),
        size=_count(held, "size"),
        is_read=held.get("is_read") is True,
        archived=held.get("state") == "archived",
        shares=tuple(_shares(held.get("shares"))),
    )


def _shares(value: object) -> Iterator[Share]:
    items = cast("list[Any]", value)[:500] if isinstance(value, list) else []
    for item in items:
        if not isinstance(item, dict):
            continue
        held = cast("dict[str, Any]", item)
        shared_at, user_id = _moment(_text(held, "shared_at", 40)), held.get("user_id")
        if shared_at is not None:
            yield Share(
                user_id if isinstance(user_id, int) and not isinstance(user_id, bool) and user_id > 0 else None,
                _text(held, "note", MOST_NOTE),
                shared_at,
                permissions=Permissions(held.get("leaves_discord") is True, held.get("leaves_with_name") is True),
            )


def _text(held: dict[str, Any], name: str, most: int) -> str:
    value = held.get(name)
    return " ".join(value.split())[:most] if isinstance(value, str) else ""


def _count(held: dict[str, Any], name: str) -> int | None:
    value = held.get(name)
    return value if isinstance(value, int) and not isinstance(value, bool) and 0 < value < 2**40 else None


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None
