"""The community's memory: charters, experiences, studies, notes; found by a word, moderated before they are public."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.registry import (
    Archive,
    DigestSource,
    DraftIntake,
    Erased,
    FacetValues,
    HomeAction,
    PersonalData,
    PersonalFile,
    PersonalFiles,
    PublishedTexts,
    Reportable,
    Resume,
    Retention,
    ReviewDesk,
    ReviewKind,
    SearchSource,
)
from bot.text.extract import TextExtractor
from cogs.library.cog import LibraryCog
from cogs.library.jobs import POSTS, REVIEWS, EntryReports, LibraryFolder, Words
from cogs.library.models import LICENCES, TRADES, VENUES, Kind
from cogs.library.service import (
    DraftService,
    EntryService,
    LibraryArchive,
    LibraryIntake,
    LibraryNews,
    MeetingNotes,
    QuestionService,
    ReviewedService,
    StillValid,
    ValidityService,
)
from cogs.library.storage import DraftStorage, EntryStorage, NewsStorage, PeopleStorage
from cogs.library.views import DYNAMICS, FORMS, LibrarySource

if TYPE_CHECKING:
    from bot.client import CommunityBot
    from bot.storage.database import Transaction


@dataclass(frozen=True, slots=True)
class LibraryPersonalData:
    """Drafts, authorship where a text bears a name, questions."""

    storage: PeopleStorage
    entries: EntryService
    former: Callable[[], str]
    feature: str = "library"
    tables: frozenset[str] = frozenset({"library_drafts", "library_entries", "library_questions"})

    async def export(self, user_id: int) -> list[dict[str, object]]:
        return await self.storage.export(user_id)

    async def erase(self, user_id: int, transaction: Transaction) -> None:
        """What is public stays, signed by a former member; who they were is nowhere any more."""
        await self.entries.withdraw_waiting_of(transaction, user_id)
        await self.storage.erase(transaction, user_id, self.former())
        await self.entries.show_unsigned(transaction, user_id)

    async def list_of(self, user_id: int) -> list[PersonalFile]:
        return [PersonalFile(name, sha256) for name, sha256 in await self.storage.list_files(user_id)]

    async def withdraw(self, user_id: int, transaction: Transaction) -> None:
        await self.entries.remove_all_of(transaction, user_id)


async def setup(bot: CommunityBot) -> None:
    storage, desk = EntryStorage(bot.database), bot.registry.service(ReviewDesk)
    extractor = TextExtractor()
    drafts = DraftService(
        DraftStorage(bot.database),
        storage,
        desk,
        files=bot.files,
        extractor=extractor,
        thesaurus=bot.thesaurus,
        clock=bot.clock,
    )
    entries = EntryService(
        storage,
        bot.index,
        bot.outbox,
        desk,
        files=bot.files,
        thesaurus=bot.thesaurus,
        settings=bot.settings,
        clock=bot.clock,
    )
    validity = ValidityService(
        storage, entries, bot.notices, desk, bot.outbox, scheduler=bot.scheduler, clock=bot.clock
    )
    archive = LibraryArchive(storage, bot.files, bot.thesaurus)
    intake = LibraryIntake(
        storage,
        entries,
        desk,
        files=bot.files,
        extractor=extractor,
        thesaurus=bot.thesaurus,
        clock=bot.clock,
    )
    bot.registry.offer(Archive, LibraryFolder(archive, intake))
    for service in (
        archive,
        intake,
        drafts,
        entries,
        validity,
        ReviewedService(storage, entries, bot.notices, desk, scheduler=bot.scheduler, clock=bot.clock),
        QuestionService(storage, entries, bot.notices, desk, bot.outbox, clock=bot.clock),
    ):
        bot.registry.provide(service)
    _offer(bot, entries, validity)
    people = LibraryPersonalData(
        PeopleStorage(bot.database), entries, former=lambda: bot.public_speaker("library-former-member")
    )
    for port in (PersonalData, PersonalFiles, PublishedTexts):
        bot.registry.offer(port, people)
    bot.registry.offer(Erased, Erased("library", entries.sweep))
    bot.registry.offer(Retention, Retention("library", entries.forget_old))
    bot.add_dynamics(*DYNAMICS)
    bot.add_forms(*FORMS)
    cog = LibraryCog(bot, archive)
    bot.registry.offer(HomeAction, HomeAction("library-search", 40, cog.look))
    bot.registry.offer(HomeAction, HomeAction("library-add", 50, cog.begin))
    bot.registry.offer(HomeAction, HomeAction("library-mine", 60, cog.show_mine))
    await bot.add_cog(cog)


def _offer(bot: CommunityBot, entries: EntryService, validity: ValidityService) -> None:
    """What the library brings to the others."""

    async def resume() -> None:
        await validity.resume()
        await entries.sweep()
        # Killed between forgetting somebody and erasing the bytes: now.
        await bot.registry.service(ReviewedService).settled()

    bot.registry.offer(Resume, Resume("library", resume))
    bot.registry.offer(DraftIntake, bot.registry.service(DraftService))
    news = NewsStorage(bot.database)
    for source in (MeetingNotes(news, entries), LibraryNews(news, entries), StillValid(news, entries)):
        bot.registry.offer(DigestSource, source)
    bot.registry.offer(SearchSource, LibrarySource(entries))
    bot.registry.offer(Reportable, EntryReports(bot))
    for facet, values in (
        ("kind", tuple(Kind)), ("venue", VENUES), ("trade", TRADES), ("licence", LICENCES),
    ):  # fmt: skip
        bot.registry.offer(FacetValues, FacetValues(facet, values))
    for review in REVIEWS:
        bot.registry.offer(ReviewKind, review(bot))
    for post in POSTS:
        bot.outbox.register(post(bot))
    Words(bot).register()
