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
from cogs.polls.models import Draft, DraftGone, Kind, Sheet, check_maximum, read_draft
from cogs.polls.storage import PollStorage

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


class DraftService:
    def __init__(self, storage: PollStorage, *, settings: Settings, clock: Clock) -> None:
        self._storage = storage
        self._settings = settings
        self._clock = clock

    async def start_draft(self, preparation: Preparation) -> Draft:
        """Raises BadDraft and the refusals of `parse_when`."""
        check_maximum(preparation.kind, preparation.maximum)
        draft = Draft(
            draft_id=0,
            author_id=preparation.author_id,
            kind=preparation.kind,
            maximum=preparation.maximum,
            closes_at=self._closing(preparation.closing),
            channel_id=preparation.channel_id,
            role_id=preparation.role_id,
        )
        now = self._clock.now()
        await self._storage.delete_drafts_before(now - DRAFTS_KEPT)
        return replace(draft, draft_id=await self._storage.add_draft(draft, now))

    async def get_draft(self, draft_id: int, author_id: int) -> Draft:
        """Raises DraftGone."""
        draft = await self._storage.find_draft(draft_id)
        if draft is None or draft.author_id != author_id:
            raise DraftGone
        return draft

    async def fill_draft(
        self, draft_id: int, author_id: int, *, question: str, context: str, proposals: str
    ) -> tuple[Draft, Sheet]:
        """Kept before it is judged, so that nothing typed is lost. Raises BadDraft, DraftGone."""
        draft = (await self.get_draft(draft_id, author_id)).filled(
            question=" ".join(tidy(question).split()),
            context=tidy(context),
            proposals="\n".join(tidy_lines(proposals)),
        )
        await self._storage.save_draft(draft)
        return draft, read_draft(draft)

    async def discard_draft(self, draft_id: int, author_id: int) -> None:
        await self.get_draft(draft_id, author_id)
        async with self._storage.transaction() as transaction:
            await self._storage.delete_draft(transaction, draft_id)

    def terms(self, *, role: bool) -> Terms:
        community = self._settings.community
        return terms_for(Terms(community.minimum_electorate, community.minimum_answers), role=role)

    def require_electorate(self, draft: Draft, electorate: int) -> Terms:
        """Raises ElectorateTooSmall."""
        terms = self.terms(role=draft.role_id is not None)
        require_electorate(electorate, terms)
        return terms

    def _closing(self, words: str) -> datetime:
        return parse_when(words, now=self._clock.now(), zone=ZoneInfo(self._settings.community.timezone))
