"""What the outbox, the review desk and the notices call for the library."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import discord

from bot.posting.outbox_storage import OutboxRow
from bot.posting.posts import Post, PostKind
from bot.registry import Follow, Verdict
from bot.screen.desk import Choice, Subject
from bot.screen.i18n import Speaker
from bot.screen.ui import button
from bot.storage.database import Transaction
from cogs.library import cards
from cogs.library.models import EntryGone, EntryStatus, QuestionGone
from cogs.library.service import (
    ANSWERED,
    ASKED,
    CHANGES,
    DECLINED,
    ENTRY,
    PUBLISHED,
    STILL_VALID,
    SUBMISSION,
    UPDATE,
    VALIDITY,
    EntryService,
    LibraryArchive,
    LibraryIntake,
    QuestionService,
    ReviewedService,
    ValidityService,
)
from cogs.library.service.entries import PREFIX
from cogs.library.service.questions import QUESTION

if TYPE_CHECKING:
    from bot.client import CommunityBot


class _LibraryJob:
    def __init__(self, bot: CommunityBot) -> None:
        self._bot = bot

    @property
    def _entries(self) -> EntryService:
        return self._bot.registry.service(EntryService)

    @property
    def _questions(self) -> QuestionService:
        return self._bot.registry.service(QuestionService)

    def _tag_name(self, t: Speaker) -> Callable[[str], str]:
        return lambda key: self._bot.thesaurus.name(key, t.language)


# Posts.


class EntryPost(_LibraryJob, PostKind):
    """The announcement of a new entry."""

    kind = ENTRY

    async def render(self, row: OutboxRow) -> Post | None:
        t = self._bot.public_speaker
        try:
            shown = await self._entries.get_public(row.ref["entry_id"])
        except EntryGone:
            return None
        return Post(cards.announcement_card(shown.version, t, self._tag_name(t)))

    async def posted(self, row: OutboxRow, message_id: int, transaction: Transaction) -> None:
        await self._entries.note_message(transaction, row.ref["entry_id"], row.channel_id, message_id)

    def mark(self, row: OutboxRow) -> str:
        return f"library:show:{row.ref['entry_id']}"


class UpdatePost(_LibraryJob, PostKind):
    """The announcement once more, as the entry is now."""

    kind = UPDATE

    async def render(self, row: OutboxRow) -> Post | None:
        t, entry = self._bot.public_speaker, await self._entries.get_entry(row.ref["entry_id"])
        if entry.message_id is None:
            return None
        if entry.status is not EntryStatus.PUBLIC:
            return Post(cards.down_card(await self._title(entry.entry_id), t), edits=entry.message_id)
        shown = await self._entries.get_public(entry.entry_id)
        return Post(cards.announcement_card(shown.version, t, self._tag_name(t)), edits=entry.message_id)

    async def _title(self, entry_id: int) -> str:
        version = await self._entries.find_last(entry_id)
        return version.content.title if version else ""


POSTS = (EntryPost, UpdatePost)


# The review desk.


class SubmissionReview(_LibraryJob):
    kind = SUBMISSION
    choices = (Choice("publish", "good"), Choice("changes", asks=True), Choice("decline", "bad", asks=True))

    async def show(self, ref: str, t: Speaker) -> Subject | None:
        version = await self._reviewed.find_waiting(int(ref))
        if version is None:
            return None
        blocks = cards.submission_blocks(version, t, self._tag_name(t))
        buttons = [
            button(t("library-retag"), f"library:retag:{ref}"),
            button(t("library-whole"), f"library:whole:{ref}:0"),
        ]
        if version.content.files:
            buttons.append(button(t("library-files"), f"library:version-files:{ref}"))
        return Subject(version.content.title, blocks, tuple(buttons))

    async def decide(self, ref: str, verdict: Verdict, transaction: Transaction) -> None:
        version_id = int(ref)
        if verdict.choice == "publish":
            await self._reviewed.publish(transaction, version_id)
            origin, entry_id = await self._reviewed.origin_of(version_id)
            for follow in self._bot.registry.all(Follow) if origin else ():
                await follow.published(origin, entry_id, transaction)
        elif verdict.choice == "changes":
            await self._reviewed.send_back(transaction, version_id, verdict.words)
        else:
            await self._reviewed.decline(transaction, version_id, verdict.words)

    async def settled(self, ref: str, verdict: Verdict) -> None:
        await self._reviewed.settled()
        if verdict.choice == "publish":
            origin, _ = await self._reviewed.origin_of(int(ref))
            for follow in self._bot.registry.all(Follow) if origin else ():
                await follow.settled(origin)
        await self._bot.registry.service(ValidityService).arm()

    @property
    def _reviewed(self) -> ReviewedService:
        return self._bot.registry.service(ReviewedService)


class QuestionReview(_LibraryJob):
    """About an entry without a name: the moderators answer."""

    kind = QUESTION
    choices = (Choice("answer", "good", asks=True),)

    async def show(self, ref: str, t: Speaker) -> Subject | None:
        question = await self._questions.get_answered(int(ref))
        version = await self._entries.find_last(question.entry_id) if question else None
        if question is None or version is None:
            return None
        read = button(t("library-read"), f"library:show:{question.entry_id}")
        return Subject(version.content.title, cards.question_blocks(question, t), (read,))

    async def decide(self, ref: str, verdict: Verdict, transaction: Transaction) -> None:
        await self._questions.answer_in(transaction, int(ref), verdict.words)

    async def settled(self, ref: str, verdict: Verdict) -> None: ...


class ValidityReview(_LibraryJob):
    """An old entry without a name: the moderators say whether it still holds."""

    kind = VALIDITY
    choices = (Choice("valid", "good"), Choice("archive", "bad"))

    async def show(self, ref: str, t: Speaker) -> Subject | None:
        try:
            shown = await self._entries.get_public(int(ref))
        except EntryGone:
            return None
        read = button(t("library-read"), f"library:show:{ref}")
        return Subject(shown.version.content.title, cards.validity_blocks(shown.version, t), (read,))

    async def decide(self, ref: str, verdict: Verdict, transaction: Transaction) -> None:
        if verdict.choice == "valid":
            await self._bot.registry.service(ValidityService).confirm_in(transaction, int(ref))
            return
        await self._entries.take_down(transaction, int(ref), EntryStatus.ARCHIVED)

    async def settled(self, ref: str, verdict: Verdict) -> None:  # noqa: ARG002 - the contract's signature
        await self._bot.registry.service(ValidityService).arm()


class EntryReports(_LibraryJob):
    """Public entries may be reported."""

    prefix = PREFIX

    async def show(self, ref: str, t: Speaker) -> Subject | None:
        number = ref.partition(":")[2]
        try:
            shown = await self._entries.get_public(int(number))
        except EntryGone:
            return None
        read = button(t("library-read"), f"library:show:{number}")
        return Subject(
            shown.version.content.title, cards.submission_blocks(shown.version, t, self._tag_name(t)), (read,)
        )

    async def author_of(self, ref: str) -> int | None:
        return (await self._entries.get_entry(int(ref.partition(":")[2]))).author_id

    async def withdraw(self, ref: str, transaction: Transaction) -> None:
        await self._entries.remove_in(transaction, int(ref.partition(":")[2]))

    async def withdrawn(self) -> None:
        """Its files are nobody's any more, and its words leave the bytes of the database."""
        await self._entries.sweep()
        await self._entries.sweep()
        await self._bot.registry.service(ReviewedService).settled()


class LibraryFolder:
    """`bot.registry.Archive`, in words for whoever runs the command."""

    feature = "library"

    def __init__(self, archive: LibraryArchive, intake: LibraryIntake) -> None:
        self._archive = archive
        self._intake = intake

    async def export(self, folder: Path) -> str:
        return f"Library: {await self._archive.write_to(folder)} texts written to {folder}."

    async def bring_in(self, folder: Path) -> str:
        report = await self._intake.read_from(folder)
        counted = (
            f"{report.added} texts added, {report.known} known already, {report.waiting} waiting at the review desk"
        )
        return "\n".join([f"Library: {counted}.", *(f"  left out: {problem}" for problem in report.problems)])


REVIEWS = (SubmissionReview, QuestionReview, ValidityReview)


# Private words.


class Words(_LibraryJob):
    """Draws the notices of the library."""

    def register(self) -> None:
        notices = self._bot.notices
        for kind, outcome in ((PUBLISHED, "published"), (CHANGES, "changes"), (DECLINED, "declined")):
            notices.register(kind, self._outcome(outcome))
        notices.register(ASKED, self._asked)
        notices.register(ANSWERED, self._answered)
        notices.register(STILL_VALID, self._still_valid)

    def _outcome(self, outcome: str) -> Callable[[dict[str, Any], Speaker], Any]:
        async def draw(ref: dict[str, Any], t: Speaker) -> discord.ui.LayoutView | None:
            try:
                version = await self._entries.get_version(ref["version_id"])
            except EntryGone:
                return None
            return cards.outcome_card(version, outcome, t)

        return draw

    async def _asked(self, ref: dict[str, Any], t: Speaker) -> discord.ui.LayoutView | None:
        try:
            question = await self._questions.get(ref["question_id"])
            shown = await self._entries.get_public(question.entry_id)
        except (QuestionGone, EntryGone):
            return None
        return cards.asked_card(question, shown.version.content.title, t)

    async def _answered(self, ref: dict[str, Any], t: Speaker) -> discord.ui.LayoutView | None:
        question = await self._questions.get_answered(ref["question_id"])
        version = await self._entries.find_last(question.entry_id) if question else None
        if question is None or version is None:
            return None
        return cards.answered_card(question, version.content.title, t)

    async def _still_valid(self, ref: dict[str, Any], t: Speaker) -> discord.ui.LayoutView | None:
        try:
            shown = await self._entries.get_public(ref["entry_id"])
        except EntryGone:
            return None
        return cards.still_valid_card(shown.version, t)
