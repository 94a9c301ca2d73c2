"""What moderators decide for the community, and the welcome, once."""

from __future__ import annotations

from bot.posting.outbox import Outbox
from bot.storage.database import Database, Transaction
from bot.storage.settings import Community, Settings
from cogs.settings.models import read_threshold, read_zone

WELCOME, CHANGED = "settings:welcome", "settings:anonymity-changed"


class SettingsService:
    def __init__(self, settings: Settings, database: Database, outbox: Outbox) -> None:
        self._settings = settings
        self._database = database
        self._outbox = outbox

    @property
    def community(self) -> Community:
        return self._settings.community

    async def welcome(self, channel_id: int) -> None:
        """Posted once in the life of the database."""
        async with self._database.transaction() as transaction:
            added = await self._outbox.add(transaction, key=WELCOME, kind=WELCOME, ref={}, channel_id=channel_id)
        if added:
            self._outbox.wake()

    async def choose_language(self, language: str) -> None:
        await self._settings.change(language=language)

    async def follow_members(self, *, follow: bool) -> None:
        await self._settings.change(follow_member_language=follow)

    async def choose_zone(self, typed: str) -> None:
        """Raises UnknownZone."""
        await self._settings.change(timezone=read_zone(typed))

    async def choose_moderators(self, role_id: int | None) -> None:
        await self._settings.change(moderators_role_id=role_id)

    async def choose_channel(self, purpose: str, channel_id: int | None) -> None:
        """`purpose`: announcements or moderators."""
        await self._settings.change(**{f"{purpose}_channel_id": channel_id})

    async def raise_thresholds(
        self, electorate: str, answers: str, *, members: int, public_channel_id: int | None
    ) -> None:
        """As typed; posted publicly when something changed. Raises NotANumber, ThresholdLowered, ThresholdTooLarge."""

        def rule(now: Community) -> dict[str, int]:
            return {
                "minimum_electorate": read_threshold(electorate, now.minimum_electorate, members),
                "minimum_answers": read_threshold(answers, now.minimum_answers, members),
            }

        async def announce(transaction: Transaction, changed: Community) -> None:
            channel_id = changed.announcements_channel_id or public_channel_id
            if channel_id is None:
                return
            ref = {"electorate": changed.minimum_electorate, "answers": changed.minimum_answers}
            key = f"{CHANGED}:{changed.minimum_electorate}:{changed.minimum_answers}"
            await self._outbox.add(transaction, key=key, kind=CHANGED, ref=ref, channel_id=channel_id)

        await self._settings.decide(rule, announce)
        self._outbox.wake()
