"""A private word to one person: in a direct message if they chose so, or else the next time they use the bot.

Told once, then forgotten: a notice is deleted as soon as it is said, since it holds who it is for.
"""

from __future__ import annotations

import logging
from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING, Any

import discord

from bot.clock import Clock
from bot.posting.notices_storage import Notice, NoticeStorage
from bot.posting.outbox import Outbox
from bot.posting.outbox_storage import OutboxRow
from bot.posting.posts import Post, PostKind
from bot.screen.errors import NO_ANSWER
from bot.screen.i18n import Speaker
from bot.storage.database import Database, Transaction

if TYPE_CHECKING:
    from bot.client import CommunityBot

log = logging.getLogger(__name__)

NOTICE_KIND = "core:notice"
MOST_AT_ONCE = 3

Aside = Callable[["discord.Interaction[CommunityBot]"], Awaitable["discord.ui.LayoutView | None"]]
Draw = Callable[[dict[str, Any], Speaker], Awaitable[discord.ui.LayoutView | None]]


class Notices:
    """Features register how each kind is drawn, and add rows in the transaction of what they tell."""

    def __init__(self, database: Database, clock: Clock, outbox: Outbox) -> None:
        self._storage = NoticeStorage(database)
        self._clock = clock
        self._outbox = outbox
        self._kinds: dict[str, Draw] = {}
        self._asides: list[Aside] = []
        self._expecting: set[int] = set()
        self._by_dm: set[int] = set()

    def register(self, kind: str, draw: Draw) -> None:
        """`draw` gives None when there is nothing left to say."""
        self._kinds[kind] = draw

    def add_aside(self, aside: Aside) -> None:
        """A word that depends on who is there and how things are, kept nowhere: None when there is none."""
        self._asides.append(aside)

    async def resume(self) -> None:
        self._expecting = await self._storage.list_people()
        self._by_dm = await self._storage.list_dm_people()

    def wants_dm(self, user_id: int) -> bool:
        return user_id in self._by_dm

    async def choose_dm(self, user_id: int, *, wanted: bool) -> None:
        """Nobody is written to who did not choose it."""
        await self._storage.set_dm(user_id, wanted=wanted)
        (self._by_dm.add if wanted else self._by_dm.discard)(user_id)

    async def add(
        self, transaction: Transaction, *, user_id: int, kind: str, ref: dict[str, Any], chosen: bool = False
    ) -> None:
        """In the caller's transaction; the outbox is woken after the commit. `ref` holds ids only.

        `chosen`: they asked for this very kind of word as a direct message.
        """
        by_dm = chosen or self.wants_dm(user_id)
        notice_id = await self._storage.add(
            transaction, Notice(0, user_id, kind, ref, by_dm=by_dm), now=self._clock.now()
        )
        if by_dm:
            await self._outbox.add(
                transaction, key=f"notice:{notice_id}", kind=NOTICE_KIND, ref={"notice_id": notice_id}, channel_id=0
            )
        else:
            self._expecting.add(user_id)

    async def forget(self, transaction: Transaction, kind: str, ref: dict[str, Any]) -> None:
        """Whatever was to be said about it, to whomever."""
        await self._storage.delete_about(transaction, kind, ref)

    async def tell(self, interaction: discord.Interaction[CommunityBot]) -> None:
        """What waits for this person, after the answer they came for. Never raises: they came for something else."""
        if not interaction.response.is_done():
            return
        if interaction.response.type is discord.InteractionResponseType.modal:
            return
        for aside in self._asides:
            await self._say(interaction, aside)
        if interaction.user.id not in self._expecting:
            return
        self._expecting.discard(interaction.user.id)
        waiting = await self._storage.list_waiting(interaction.user.id, MOST_AT_ONCE)
        for notice in waiting:
            await self._tell_one(interaction, notice)
        if await self._storage.list_waiting(interaction.user.id, 1):
            self._expecting.add(interaction.user.id)

    async def _say(self, interaction: discord.Interaction[CommunityBot], aside: Aside) -> None:
        try:
            layout = await aside(interaction)
            if layout is not None:
                await interaction.followup.send(view=layout, ephemeral=True)
        except NO_ANSWER as error:
            log.warning("an aside could not be said (%s)", type(error).__name__)
        except Exception:
            log.exception("an aside could not be drawn")

    async def _tell_one(self, interaction: discord.Interaction[CommunityBot], notice: Notice) -> None:
        try:
            layout = await self.draw(notice, interaction.client.speaker_for(interaction))
        except Exception:
            # It would stand in the way of all later ones, at every visit.
            log.exception("a notice of the kind %s could not be drawn, and is dropped", notice.kind)
            layout = None
        try:
            if layout is not None:
                await interaction.followup.send(view=layout, ephemeral=True)
        except NO_ANSWER as error:
            log.warning("a notice could not be told (%s)", type(error).__name__)
        else:
            await self._storage.delete(notice.notice_id)

    async def drop(self, notice_id: int) -> None:
        await self._storage.delete(notice_id)

    async def draw(self, notice: Notice, t: Speaker) -> discord.ui.LayoutView | None:
        draw = self._kinds.get(notice.kind)
        return await draw(notice.ref, t) if draw else None

    async def find(self, notice_id: int) -> Notice | None:
        return await self._storage.find(notice_id)

    async def said(self, transaction: Transaction, notice_id: int) -> None:
        await self._storage.delete_in(transaction, notice_id)

    async def keep_for_later(self, transaction: Transaction, notice_id: int) -> None:
        """Their direct messages are closed: at the next occasion then."""
        if user_id := await self._storage.turn_to_waiting(transaction, notice_id):
            self._expecting.add(user_id)


class NoticePost(PostKind):
    """A notice as a direct message."""

    kind = NOTICE_KIND
    keeps_message_id = False

    def __init__(self, bot: CommunityBot, notices: Notices) -> None:
        self._bot = bot
        self._notices = notices

    async def render(self, row: OutboxRow) -> Post | None:
        notice = await self._notices.find(row.ref["notice_id"])
        layout = await self._notices.draw(notice, self._bot.public_speaker) if notice else None
        if layout is None:
            await self._notices.drop(row.ref["notice_id"])
        return Post(layout) if layout else None

    async def find_channel(self, row: OutboxRow) -> Any:
        notice = await self._notices.find(row.ref["notice_id"])
        assert notice is not None
        user = self._bot.get_user(notice.user_id) or await self._bot.fetch_user(notice.user_id)
        return user.dm_channel or await user.create_dm()

    async def posted(self, row: OutboxRow, message_id: int, transaction: Transaction) -> None:  # noqa: ARG002
        await self._notices.said(transaction, row.ref["notice_id"])

    async def refused(self, row: OutboxRow, transaction: Transaction) -> bool:
        await self._notices.keep_for_later(transaction, row.ref["notice_id"])
        return True
