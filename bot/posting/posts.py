"""What features offer to the outbox: messages to draw, and other effects."""

from __future__ import annotations

from abc import ABC, abstractmethod
from dataclasses import dataclass, field
from typing import Any, ClassVar

import discord

from bot.posting.outbox_storage import OutboxRow
from bot.storage.database import Transaction


@dataclass(frozen=True, slots=True)
class Post:
    """A message drawn. With `edits`, that message is changed instead of a new one sent.

    `mentions`: the only people whom it may ping. `mentions_role`: the one role that it may ping. `crossposts`:
    published to followers where the channel has any.
    """

    layout: discord.ui.LayoutView
    files: list[discord.File] = field(default_factory=list[discord.File])
    reply_to: int | None = None
    edits: int | None = None
    mentions: tuple[int, ...] = ()
    mentions_role: int | None = None
    crossposts: bool = False


class _Kind(ABC):
    """What a feature's jobs offer for one kind of row."""

    kind: ClassVar[str]
    # False where it would tell whom something was sent to.
    keeps_message_id: ClassVar[bool] = True

    async def posted(self, row: OutboxRow, message_id: int, transaction: Transaction) -> None:  # noqa: B027
        """Whatever must be written together with the message's id."""

    async def refused(self, row: OutboxRow, transaction: Transaction) -> bool:  # noqa: ARG002
        """Discord will never take it. True when that is dealt with here, and the moderators need not be told."""
        return False


class Effect(_Kind):
    """Something else than a message: a thread, an event. Discord knows no nonce for these."""

    @abstractmethod
    async def perform(self, row: OutboxRow) -> int | None:
        """The id of what there is now; None when there was nothing left to do.

        An earlier attempt may have succeeded without our knowing: it is looked for first.
        """


class PostKind(_Kind):
    """A message."""

    @abstractmethod
    async def render(self, row: OutboxRow) -> Post | None:
        """From the rows as they are now; None when there is nothing left to post."""

    def mark(self, row: OutboxRow) -> str:  # noqa: ARG002 - for those that have one
        """A custom_id or a file name by which the message is found again, beside its signature; or empty."""
        return ""

    async def find_channel(self, row: OutboxRow) -> Any:  # noqa: ARG002 - for private messages
        """None for the channel of the row."""
        return None
