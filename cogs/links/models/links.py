"""A page that somebody shared, as it is kept."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum

from bot.errors import UserError

MOST_TITLE, MOST_DESCRIPTION, MOST_NOTE, MOST_TAGS, LONGEST_TAG = 300, 1_000, 500, 8, 40

# What Discord would read as markup in a page's title.
_MARKS = re.compile(r"[\[\]()*_~`|<>@#\\]")


class LinkState(StrEnum):
    """`ARCHIVED`: kept, neither found nor listed. `REMOVED`: by whoever shared it or a moderator; its words go."""

    PUBLIC = "public"
    ARCHIVED = "archived"
    REMOVED = "removed"


class Health(StrEnum):
    """`BLOCKED`: the site turns robots away, so nothing is known. `MOVED`: it leads to another site now."""

    FINE = "fine"
    BLOCKED = "blocked"
    FAILING = "failing"
    DEAD = "dead"
    MOVED = "moved"


@dataclass(frozen=True, slots=True)
class About:
    """What a page says of itself, or what people wrote instead. `kind`: html, pdf, image…; "" when not read yet."""

    title: str = ""
    description: str = ""
    site: str = ""
    author: str = ""
    published_on: date | None = None
    language: str | None = None
    reading_minutes: int | None = None
    kind: str = ""
    size: int | None = None


@dataclass(frozen=True, slots=True)
class Addresses:
    """As typed, where it led ("" when not known), the clean one that people open, and its host as it may be shown."""

    given: str
    final: str
    canonical: str
    host: str


@dataclass(frozen=True, slots=True)
class Permissions:
    """Both off unless the sharer says otherwise."""

    leaves_discord: bool = False
    leaves_with_name: bool = False


@dataclass(frozen=True, slots=True)
class Source:
    """The message in which somebody wrote the link."""

    channel_id: int | None = None
    message_id: int | None = None


NO_SOURCE = Source()
NOTHING_LEAVES = Permissions()
NOT_READ = About()


@dataclass(frozen=True, slots=True)
class Share:
    """`user_id` is None for what was imported, or when the person asked to be forgotten."""

    user_id: int | None
    note: str
    shared_at: datetime
    source: Source = NO_SOURCE
    permissions: Permissions = NOTHING_LEAVES
    share_id: int = 0


@dataclass(frozen=True, slots=True)
class Checkup:
    """What the checks found. `failure` is a reason of the fetcher, as a word."""

    health: Health = Health.FINE
    failure: str = ""
    failures: int = 0
    failing_since: datetime | None = None
    checks: int = 0
    checked_at: datetime | None = None
    check_at: datetime | None = None
    etag: str | None = None
    last_modified: str | None = None
    moved_to: str = ""


@dataclass(frozen=True, slots=True)
class Link:
    """`shares`: the first first. `is_read`: the page answered once."""

    link_id: int
    state: LinkState
    addresses: Addresses
    about: About
    is_read: bool
    added_at: datetime
    tags: tuple[str, ...] = ()
    shares: tuple[Share, ...] = ()
    useful: int = 0
    channel_id: int | None = None
    message_id: int | None = None
    checkup: Checkup = field(default_factory=Checkup)

    @property
    def title(self) -> str:
        """Never empty."""
        return self.about.title or self.addresses.canonical

    @property
    def is_public(self) -> bool:
        return self.state is LinkState.PUBLIC

    def share_of(self, user_id: int) -> Share | None:
        return next((share for share in self.shares if share.user_id == user_id), None)

    def is_first_sharer(self, user_id: int) -> bool:
        return bool(self.shares) and self.shares[0].user_id == user_id


@dataclass(frozen=True, slots=True)
class LinkPage:
    """One page of a list; `number` counts from 0, `total` the links of all pages."""

    links: tuple[Link, ...]
    number: int
    pages: int
    total: int


class LinkUnknown(UserError):
    """Typed instead of chosen."""

    def __init__(self) -> None:
        super().__init__("links-unknown")


class LinkGone(UserError):
    def __init__(self) -> None:
        super().__init__("links-gone")


class NotYourLink(UserError):
    def __init__(self) -> None:
        super().__init__("links-not-yours")


class DraftGone(UserError):
    def __init__(self) -> None:
        super().__init__("links-draft-gone")


class NoLink(UserError):
    """In a message, or a channel."""

    def __init__(self) -> None:
        super().__init__("links-none-in-message")


class AddressTaken(UserError):
    """A repair that would make two links one."""

    def __init__(self, title: str) -> None:
        super().__init__("links-address-taken", title=_MARKS.sub(" ", title)[:100])


class TooManyTags(UserError):
    def __init__(self) -> None:
        super().__init__("links-too-many-tags", most=MOST_TAGS)


_ADDRESS = re.compile(r"https?://[^\s<>\"`|]+", re.IGNORECASE)
_ENDING = ".,;:!?…»”’'*_~"


def find_addresses(text: str) -> tuple[str, ...]:
    """What looks like addresses in a message, each once, in its order; punctuation around them left out."""
    found: dict[str, None] = {}
    for match in _ADDRESS.finditer(text):
        address = match[0].rstrip(_ENDING)
        while address.endswith(")") and address.count(")") > address.count("("):
            address = address[:-1].rstrip(_ENDING)
        found[address] = None
    return tuple(found)


def split_tags(typed: str) -> tuple[str, ...]:
    """The words between commas, each once; raises TooManyTags."""
    words = dict.fromkeys(" ".join(word.split())[:LONGEST_TAG] for word in typed.replace(";", ",").split(","))
    words.pop("", None)
    if len(words) > MOST_TAGS:
        raise TooManyTags
    return tuple(words)
