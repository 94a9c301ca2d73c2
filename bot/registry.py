"""Where features meet: the typed ports that each one offers, and the services it provides."""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Protocol, TypeVar

if TYPE_CHECKING:
    from datetime import datetime
    from pathlib import Path

    import discord

    from bot.screen.desk import Choice, Subject
    from bot.screen.i18n import Speaker
    from bot.storage.database import Transaction
    from bot.text.search import Document

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class HomeAction:
    """A button of the home card. `key` names it in the custom_id; its label is the message `home-<key>`."""

    key: str
    order: int
    run: Callable[[discord.Interaction[Any]], Awaitable[None]]


@dataclass(frozen=True, slots=True)
class Resume:
    """What a feature does once the community is known, at each start, before anybody is answered."""

    feature: str
    run: Callable[[], Awaitable[None]]


@dataclass(frozen=True, slots=True)
class Retention:
    """What a feature keeps for a time only: `run(now)` once a day."""

    feature: str
    run: Callable[[datetime], Awaitable[None]]


@dataclass(frozen=True, slots=True)
class Due:
    """What will happen by itself. Said by the message `due-<what>`, which is given `title` and `when`."""

    what: str
    title: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Agenda:
    """`list_due(most)`: what the feature will do next by itself, soonest first."""

    feature: str
    list_due: Callable[[int], Awaitable[list[Due]]]


@dataclass(frozen=True, slots=True)
class SettingsSection:
    """A part of the moderators' panel: a button with the label `settings-section-<key>`, and what it says now."""

    key: str
    order: int
    summary: Callable[[Speaker], str]
    run: Callable[[discord.Interaction[Any]], Awaitable[None]]


class PersonalData(Protocol):
    """What a feature keeps about a person. Every feature offers one, even when it keeps nothing."""

    @property
    def feature(self) -> str: ...

    @property
    def tables(self) -> frozenset[str]:
        """The tables in which a Discord user id may stand."""
        ...

    async def export(self, user_id: int) -> list[dict[str, object]]:
        """Plain values, ready for JSON; empty when nothing is kept."""
        ...

    async def erase(self, user_id: int, transaction: Transaction) -> None: ...


@dataclass(frozen=True, slots=True)
class PersonalFile:
    """Kept under its hash, in the folder of files."""

    name: str
    sha256: str


class PersonalFiles(Protocol):
    """A feature that keeps files of a person's: they go into their export."""

    @property
    def feature(self) -> str: ...

    async def list_of(self, user_id: int) -> list[PersonalFile]: ...


class PublishedTexts(Protocol):
    """A feature with texts that a person published: the one who leaves chooses whether they stay, unsigned."""

    @property
    def feature(self) -> str: ...

    async def withdraw(self, user_id: int, transaction: Transaction) -> None:
        """All that is theirs alone: words and files. Before `PersonalData.erase`, in the same transaction."""
        ...


@dataclass(frozen=True, slots=True)
class Erased:
    """What a feature does once an erasure is committed: memory, files, whatever the database does not hold."""

    feature: str
    run: Callable[[], Awaitable[None]]


class Forgetting(Protocol):
    """Having somebody forgotten again, after a backup from before was restored."""

    async def forget_again(self, user_id: int, feature: str | None, *, texts: bool) -> None:
        """By one feature, or by all; `texts`: what was published goes too."""
        ...


@dataclass(frozen=True, slots=True)
class PersonalSettings:
    """What members chose for themselves, and needs no more care than being deleted once they are members no more.

    `tables`: each with a `user_id`.
    """

    feature: str
    tables: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class NothingPersonal:
    """For features that keep nothing about anybody."""

    feature: str
    tables: frozenset[str] = frozenset()

    async def export(self, user_id: int) -> list[dict[str, object]]:  # noqa: ARG002 - the contract's signature
        return []

    async def erase(self, user_id: int, transaction: Transaction) -> None: ...


@dataclass(frozen=True, slots=True)
class PublishedResult:
    """The result of a poll or a survey, once public. `number` within its feature; `message_id` where it stands."""

    feature: str
    number: int
    title: str
    published_at: datetime
    channel_id: int
    message_id: int | None


@dataclass(frozen=True, slots=True)
class AskedBefore:
    """A question that a feature asked. `number` within the feature."""

    number: int
    question: str


@dataclass(frozen=True, slots=True)
class QuestionsAsked:
    """`list_since(moment)`: what was open then or later, and not cancelled: nearly the same must not be asked again."""

    feature: str
    list_since: Callable[[datetime], Awaitable[list[AskedBefore]]]


class ResultSource(Protocol):
    """What search and digests read results from."""

    @property
    def feature(self) -> str: ...

    async def published(self, since: datetime, until: datetime) -> list[PublishedResult]:
        """Half-open window, oldest first."""
        ...


@dataclass(frozen=True, slots=True)
class DigestItem:
    """Something a digest may tell once. `ref` is `<feature>:…`, the same for as long as it is the same news.

    `channel_id`: where it stands, and whoever cannot see that channel is not told, unless it is `for_everybody`.
    `url`: elsewhere on the web.
    `author` is empty without a name; `author_id`: by whom their name is found again when they ask to be forgotten.
    `happens_at`: of what lies ahead. `weight`: the heaviest are told first within their section.
    `tags` are keys of the thesaurus.
    """

    ref: str
    title: str
    summary: str
    published_at: datetime
    channel_id: int | None = None
    message_id: int | None = None
    for_everybody: bool = False
    url: str = ""
    author: str = ""
    leaves_discord: bool = False
    leaves_with_name: bool = False
    author_id: int | None = None
    happens_at: datetime | None = None
    weight: int = 0
    tags: tuple[str, ...] = ()


class DigestSource(Protocol):
    """What a feature offers to digests. Several may share a section, whose title is `digest-section-<section>`."""

    @property
    def section(self) -> str: ...

    @property
    def order(self) -> int:
        """Of the section in a new digest."""
        ...

    async def items(self, since: datetime, until: datetime) -> list[DigestItem]:
        """Published in this half-open window and public still, oldest first.

        What lies ahead counts as published once it is near: as far ahead as the window is long, two weeks at least.
        """
        ...

    def knows(self, ref: str) -> bool: ...

    async def stands(self, ref: str) -> bool:
        """Whether it is still public, just before it is posted."""
        ...


@dataclass(frozen=True, slots=True)
class Verdict:
    choice: str
    words: str
    moderator_id: int


class ReviewKind(Protocol):
    """Something that waits for a moderator's decision."""

    @property
    def kind(self) -> str: ...

    @property
    def choices(self) -> tuple[Choice, ...]: ...

    async def show(self, ref: str, t: Speaker) -> Subject | None:
        """None when there is nothing left to decide."""
        ...

    async def decide(self, ref: str, verdict: Verdict, transaction: Transaction) -> None:
        """Inside the desk's transaction; a UserError undoes it all."""
        ...

    async def settled(self, ref: str, verdict: Verdict) -> None:
        """After the commit."""
        ...


class ReviewDesk(Protocol):
    """Where features put what waits for a decision."""

    async def submit(
        self, transaction: Transaction, *, kind: str, ref: str, author_id: int | None, note: str = ""
    ) -> None:
        """Once for each (kind, ref) that waits. Raises TooManyWaiting. `wake` follows the commit."""
        ...

    async def withdraw(self, transaction: Transaction, kind: str, ref: str) -> None: ...

    async def forget_author(self, transaction: Transaction, kind: str, ref: str) -> None:
        """Of whatever was decided about it."""
        ...

    def wake(self) -> None: ...


class Reindex(Protocol):
    """`python -m bot reindex`."""

    async def rebuild(self, progress: Callable[[int], Awaitable[None]]) -> None: ...


class Crowd(Protocol):
    """A feature that people who are nobody may take part in, for the demo."""

    async def answer(self, people: Sequence[int], seed: int) -> None:
        """Each of them, in what was opened last; the same for the same seed."""
        ...


class Archive(Protocol):
    """A feature that can be written to a folder and read back: `python -m bot export` and `import`."""

    @property
    def feature(self) -> str: ...

    async def export(self, folder: Path) -> str:
        """What was written, in a sentence for whoever runs the command."""
        ...

    async def bring_in(self, folder: Path) -> str:
        """What was read. Raises UserError when it is no such folder."""
        ...


class CalendarSource(Protocol):
    """A feature with dates: `python -m bot export calendar.ics`."""

    async def calendar(self) -> bytes:
        """A whole calendar file."""
        ...


@dataclass(frozen=True, slots=True)
class SharedLink:
    title: str
    url: str


class SharedLinks(Protocol):
    """A feature that knows which links were shared where."""

    async def shared_in(self, channel_id: int, since: datetime) -> list[SharedLink]:
        """In a channel or a thread, from that moment on and public still, oldest first."""
        ...


class DraftIntake(Protocol):
    """A feature that takes drafts from others: whoever wrote it goes on there."""

    async def intake(  # noqa: PLR0913 - what a draft is made of
        self, *, author_id: int, kind: str, title: str, summary: str, text: str, tags: str, origin: str
    ) -> int:
        """The draft's number. `origin` comes back to every `Follow` once it is published."""
        ...


class Follow(Protocol):
    """A feature that wants to know what became of a draft it gave away."""

    async def published(self, origin: str, entry_id: int, transaction: Transaction) -> None:
        """In the transaction that publishes it; `settled` follows the commit."""
        ...

    async def settled(self, origin: str) -> None: ...


class Reportable(Protocol):
    """A feature whose public items members may report, by `<prefix>:<number>`."""

    @property
    def prefix(self) -> str: ...

    async def show(self, ref: str, t: Speaker) -> Subject | None:
        """None when it is not public any more."""
        ...

    async def author_of(self, ref: str) -> int | None:
        """Who must not decide about it."""
        ...

    async def withdraw(self, ref: str, transaction: Transaction) -> None: ...

    async def withdrawn(self) -> None:
        """After the commit."""
        ...


class SearchSource(Protocol):
    """A feature with something public to find. Its refs are `<prefix>:<number>`."""

    @property
    def prefix(self) -> str: ...

    def documents(self) -> AsyncIterator[Document]:
        """Everything public, for building the index again."""
        ...

    async def open(self, interaction: discord.Interaction[Any], ref: str) -> None:
        """A search result was pressed."""
        ...


@dataclass(frozen=True, slots=True)
class FacetValues:
    """The values that a facet of the index may have; each has a message `facet-<facet>-<value>`."""

    facet: str
    values: tuple[str, ...]


class SearchScreen(Protocol):
    """The one screen of results; `within` is a prefix of refs, or None for everything."""

    async def show(self, interaction: discord.Interaction[Any], typed: str, *, within: str | None) -> None: ...

    async def ask(self, interaction: discord.Interaction[Any], *, within: str | None) -> None:
        """A form for the words."""
        ...


class Registry:
    """Filled by the features' `setup`, read by whoever needs it afterwards."""

    def __init__(self) -> None:
        self._offers: dict[type[Any], list[Any]] = {}
        self._services: dict[type[Any], Any] = {}

    def offer(self, port: type[T], what: T) -> None:
        self._offers.setdefault(port, []).append(what)

    def all(self, port: type[T]) -> list[T]:
        return list(self._offers.get(port, []))

    def provide(self, service: object, kind: type[Any] | None = None) -> None:
        """By its class, or under another one; one of each, the last."""
        self._services[kind or type(service)] = service

    def service(self, kind: type[T]) -> T:
        """Raises KeyError when the feature is not loaded."""
        return self._services[kind]


async def list_due(registry: Registry, most: int) -> list[Due]:
    """What all the features will do next by themselves, soonest first."""
    dues = [due for agenda in registry.all(Agenda) for due in await agenda.list_due(most)]
    return sorted(dues, key=lambda due: due.at)[:most]
