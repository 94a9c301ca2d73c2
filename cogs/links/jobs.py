"""What the outbox, the review desk and the notices call for links."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import discord

from bot.posting.outbox_storage import OutboxRow
from bot.posting.posts import Post, PostKind
from bot.screen.desk import Subject
from bot.screen.i18n import Speaker
from bot.screen.ui import button
from bot.storage.database import Transaction
from cogs.links import cards
from cogs.links.models import Health, LinkGone
from cogs.links.service import (
    AGAIN,
    CARD,
    DEAD,
    PREFIX,
    UPDATE,
    WEEKLY,
    ExchangeService,
    HealthService,
    LinkService,
    archive_search,
)

if TYPE_CHECKING:
    from bot.client import CommunityBot


class _LinkJob:
    def __init__(self, bot: CommunityBot) -> None:
        self._bot = bot

    @property
    def _links(self) -> LinkService:
        return self._bot.registry.service(LinkService)

    def _tag_name(self, t: Speaker) -> Callable[[str], str]:
        return lambda key: self._bot.thesaurus.name(key, t.language)


class LinkPost(_LinkJob, PostKind):
    """The card of a link, under the message it came from."""

    kind = CARD

    async def render(self, row: OutboxRow) -> Post | None:
        t = self._bot.public_speaker
        try:
            link = await self._links.get_public(row.ref["link_id"])
        except LinkGone:
            return None
        return Post(cards.public_card(link, t, self._tag_name(t)), reply_to=row.ref.get("reply_to"))

    async def posted(self, row: OutboxRow, message_id: int, transaction: Transaction) -> None:
        await self._links.note_message(transaction, row.ref["link_id"], row.channel_id, message_id)

    def mark(self, row: OutboxRow) -> str:
        return f"links:useful:{row.ref['link_id']}"


class LinkUpdatePost(_LinkJob, PostKind):
    """The card once more, as the link is now."""

    kind = UPDATE

    async def render(self, row: OutboxRow) -> Post | None:
        t, link = self._bot.public_speaker, await self._links.find(row.ref["link_id"])
        if link is None or link.message_id is None:
            return None
        layout = cards.public_card(link, t, self._tag_name(t)) if link.is_public else cards.down_card(t)
        return Post(layout, edits=link.message_id)


class AgainPost(_LinkJob, PostKind):
    """Somebody shares it again: under its card."""

    kind = AGAIN

    async def render(self, row: OutboxRow) -> Post | None:
        try:
            link = await self._links.get_public(row.ref["link_id"])
        except LinkGone:
            return None
        share = next((share for share in link.shares if share.share_id == row.ref["share_id"]), None)
        if share is None or share.user_id is None:
            return None
        return Post(cards.again_card(link, share, self._bot.public_speaker), reply_to=link.message_id)


class WeeklyPost(_LinkJob, PostKind):
    """For the moderators, what is to be repaired."""

    kind = WEEKLY

    async def render(self, row: OutboxRow) -> Post | None:  # noqa: ARG002 - the contract's signature
        sick, total = await self._bot.registry.service(HealthService).list_sick()
        return Post(cards.weekly_card(sick, total, self._bot.public_speaker)) if sick else None


POSTS = (LinkPost, LinkUpdatePost, AgainPost, WeeklyPost)


class LinkReports(_LinkJob):
    """Public links may be reported: a page may have become something else."""

    prefix = PREFIX

    async def show(self, ref: str, t: Speaker) -> Subject | None:
        number = ref.partition(":")[2]
        try:
            link = await self._links.get_public(int(number))
        except LinkGone:
            return None
        see = button(t("links-see"), f"links:show:{number}")
        return Subject(link.title, cards.reported_blocks(link, t, self._tag_name(t)), (see,))

    async def author_of(self, ref: str) -> int | None:
        link = await self._links.find(int(ref.partition(":")[2]))
        return link.shares[0].user_id if link and link.shares else None

    async def withdraw(self, ref: str, transaction: Transaction) -> None:
        await self._links.remove_in(transaction, int(ref.partition(":")[2]))

    async def withdrawn(self) -> None:
        """Its words leave the bytes of the database."""
        await self._links.forget_deleted()


class LinksFolder:
    """`bot.registry.Archive`, in words for whoever runs the command. Lists of later reading are private: left out."""

    feature = "links"

    def __init__(self, exchange: ExchangeService) -> None:
        self._exchange = exchange

    async def export(self, folder: Path) -> str:
        return f"Links: {await self._exchange.write_to(folder)} links written to {folder / 'links'}."

    async def bring_in(self, folder: Path) -> str:
        report = await self._exchange.read_from(folder)
        return (
            f"Links: {report.added} added, {report.known} known already, {report.refused} that are no address to keep."
        )


class Words(_LinkJob):
    """Draws the private words of links."""

    def register(self) -> None:
        self._bot.notices.register(DEAD, self._dead)

    async def _dead(self, ref: dict[str, Any], t: Speaker) -> discord.ui.LayoutView | None:
        link = await self._links.find(ref["link_id"])
        if link is None or not link.is_public or link.checkup.health is not Health.DEAD:
            return None
        return cards.dead_card(link, archive_search(link.addresses.canonical), t)
