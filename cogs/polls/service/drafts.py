"""Preparing a poll: what is typed is kept first and judged afterwards, so that nothing is lost."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from bot.anonymity.box_format import Terms
from bot.anonymity.disclosure import require_electorate, terms_for
from bot.clock import Clock
from bot.schedule.when import parse_when
from bot.storage.settings import Settings
from bot.text.tidy import tidy, tidy_lines
from cogs.polls.models import BadDraft, Draft, DraftGone, Kind, Sheet, check_maximum, read_draft
from cogs.polls.storage import PollStorage

# Between the command and the publication.
TIME_TO_WRITE = timedelta(minutes=10)
DRAFTS_KEPT = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class Preparation:
    """The options of `/poll create`. `closing` in free words."""

    author_id: int
    kind: Kind
    maximum: int | None
    closing: str
    channel_id: int
    role_id: int | None
    sensitive: bool = False
    reminder: bool = True


@dataclass(frozen=True, slots=True)
class Texts:
    """What a form holds, as typed; `proposals` and `grades` one a line."""

    question: str = ""
    context: str = ""
    proposals: str = ""
    grades: str = ""


EMPTY = Texts()


class DraftService:
    def __init__(self, storage: PollStorage, *, settings: Settings, clock: Clock) -> None:
        self._storage = storage
        self._settings = settings
        self._clock = clock

    async def start_draft(self, preparation: Preparation, texts: Texts = EMPTY) -> Draft:
        """`texts`: what the form holds at first. Raises BadDraft and the refusals of `parse_when`."""
        check_maximum(preparation.kind, preparation.maximum)
        closes_at = self._closing(preparation.closing)
        if closes_at < self._clock.now() + TIME_TO_WRITE:
            raise BadDraft("polls-closing-too-near")
        draft = Draft(
            draft_id=0,
            author_id=preparation.author_id,
            kind=preparation.kind,
            maximum=preparation.maximum,
            closes_at=closes_at,
            channel_id=preparation.channel_id,
            role_id=preparation.role_id,
            sensitive=preparation.sensitive,
            reminder=preparation.reminder,
            question=texts.question,
            context=texts.context,
            proposals=texts.proposals,
            grades=texts.grades,
        )
        now = self._clock.now()
        await self._storage.delete_drafts_before(now - DRAFTS_KEPT)
        return replace(draft, draft_id=await self._storage.add_draft(draft, now))

    def require_enough(self, preparation: Preparation, electorate: int) -> None:
        """Before anybody types a word. Raises ElectorateTooSmall."""
        require_electorate(electorate, self._terms(preparation.role_id, sensitive=preparation.sensitive))

    async def get_draft(self, draft_id: int, author_id: int) -> Draft:
        """Raises DraftGone."""
        draft = await self._storage.find_draft(draft_id)
        if draft is None or draft.author_id != author_id:
            raise DraftGone
        return draft

    async def get_any_draft(self, draft_id: int) -> Draft:
        """Whoever's; for a second moderator. Raises DraftGone."""
        draft = await self._storage.find_draft(draft_id)
        if draft is None:
            raise DraftGone
        return draft

    async def fill_draft(self, draft_id: int, author_id: int, texts: Texts) -> tuple[Draft, Sheet]:
        """Kept before it is judged, so that nothing typed is lost. Raises BadDraft, DraftGone."""
        draft = (await self.get_draft(draft_id, author_id)).filled(
            question=" ".join(tidy(texts.question).split()),
            context=tidy(texts.context),
            proposals="\n".join(tidy_lines(texts.proposals)),
            grades="\n".join(tidy_lines(texts.grades)),
        )
        await self._storage.save_draft(draft)
        return draft, read_draft(draft)

    async def discard_draft(self, draft_id: int, author_id: int) -> None:
        await self.get_draft(draft_id, author_id)
        async with self._storage.transaction() as transaction:
            await self._storage.delete_draft(transaction, draft_id)

    def require_electorate(self, draft: Draft, electorate: int) -> Terms:
        """Raises ElectorateTooSmall."""
        terms = self._terms(draft.role_id, sensitive=draft.sensitive)
        require_electorate(electorate, terms)
        return terms

    def _terms(self, role_id: int | None, *, sensitive: bool) -> Terms:
        community = self._settings.community
        chosen = Terms(community.minimum_electorate, community.minimum_answers)
        return terms_for(chosen, role=role_id is not None, sensitive=sensitive)

    def _closing(self, words: str) -> datetime:
        return parse_when(words, now=self._clock.now(), zone=ZoneInfo(self._settings.community.timezone))
