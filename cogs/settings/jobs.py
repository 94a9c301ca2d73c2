"""What the outbox calls for the settings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.posting.outbox_storage import OutboxRow
from bot.posting.posts import Post, PostKind
from cogs.settings import cards
from cogs.settings.service import CHANGED, WELCOME

if TYPE_CHECKING:
    from bot.client import CommunityBot


class _SettingsPost(PostKind):
    def __init__(self, bot: CommunityBot) -> None:
        self._bot = bot


class WelcomePost(_SettingsPost):
    kind = WELCOME

    async def render(self, row: OutboxRow) -> Post | None:  # noqa: ARG002 - the contract's signature
        return Post(cards.welcome_card(self._bot.public_speaker))

    def mark(self, row: OutboxRow) -> str:  # noqa: ARG002 - the contract's signature
        return "settings:open:"


class AnonymityChangedPost(_SettingsPost):
    kind = CHANGED

    async def render(self, row: OutboxRow) -> Post | None:
        return Post(cards.anonymity_changed_card(row.ref["electorate"], row.ref["answers"], self._bot.public_speaker))


POSTS = (WelcomePost, AnonymityChangedPost)
