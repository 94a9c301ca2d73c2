"""What moderators press on a digest, and in the archive."""

from __future__ import annotations

from bot.screen.checks import require_moderator
from bot.screen.ui import Dynamic, Interaction, picked, show, told_card, turn
from cogs.digests import cards
from cogs.digests.models import Digest
from cogs.digests.views.parts import digests, issues


async def show_list(interaction: Interaction) -> None:
    service = digests(interaction)
    listed = [(digest, service.next_due(digest)) for digest in await service.list_all()]
    await show(interaction, cards.list_card(listed, interaction.client.speaker_for(interaction)))


async def show_digest(interaction: Interaction, digest: Digest) -> None:
    service = digests(interaction)
    card = cards.digest_card(
        digest,
        service.next_due(digest),
        service.list_sections(),
        interaction.client.speaker_for(interaction),
        waiting=await issues(interaction).find_open(digest.digest_id),
    )
    await turn(interaction, card)


async def show_archive(interaction: Interaction, page: int, typed: str = "") -> None:
    past = await issues(interaction).list_past(typed)
    await turn(
        interaction, cards.archive_card(past, interaction.client.speaker_for(interaction), page=page, typed=typed)
    )


class DigestSelect(Dynamic, template=r"digests:digest:"):
    async def act(self, interaction: Interaction) -> None:
        require_moderator(interaction)
        await show_digest(interaction, await digests(interaction).get(int(picked(interaction)[0])))


class SectionsSelect(Dynamic, template=r"digests:sections:(?P<digest_id>\d+)"):
    async def act(self, interaction: Interaction) -> None:
        require_moderator(interaction)
        digest = await digests(interaction).choose_sections(int(self.ids["digest_id"]), picked(interaction))
        await show_digest(interaction, digest)


class RaiseSelect(Dynamic, template=r"digests:raise:(?P<digest_id>\d+)"):
    async def act(self, interaction: Interaction) -> None:
        require_moderator(interaction)
        digest = await digests(interaction).raise_section(int(self.ids["digest_id"]), picked(interaction)[0])
        await show_digest(interaction, digest)


class PauseButton(Dynamic, template=r"digests:(?P<what>pause|resume):(?P<digest_id>\d+)"):
    """What its label says, though somebody else pressed it too."""

    async def act(self, interaction: Interaction) -> None:
        require_moderator(interaction)
        paused = self.ids["what"] == "pause"
        await show_digest(interaction, await digests(interaction).pause(int(self.ids["digest_id"]), paused=paused))


class DeleteButton(Dynamic, template=r"digests:delete:(?P<digest_id>\d+)"):
    async def act(self, interaction: Interaction) -> None:
        require_moderator(interaction)
        await digests(interaction).delete(int(self.ids["digest_id"]))
        await turn(interaction, told_card(interaction.client.speaker_for(interaction)("digests-deleted")))


class ArchiveButton(Dynamic, template=r"digests:archive:(?P<page>-?\d+)"):
    async def act(self, interaction: Interaction) -> None:
        require_moderator(interaction)
        await show_archive(interaction, int(self.ids["page"]))


async def _read(interaction: Interaction, issue_id: int, page: int) -> None:
    require_moderator(interaction)
    sheet = await issues(interaction).get_sheet(issue_id)
    t = interaction.client.public_speaker
    await turn(interaction, cards.past_card(sheet.issue, sheet.letter, t, page=page))


class PastSelect(Dynamic, template=r"digests:past:"):
    async def act(self, interaction: Interaction) -> None:
        await _read(interaction, int(picked(interaction)[0]), 0)


class ReadButton(Dynamic, template=r"digests:read:(?P<issue_id>\d+):(?P<page>-?\d+)"):
    async def act(self, interaction: Interaction) -> None:
        await _read(interaction, int(self.ids["issue_id"]), int(self.ids["page"]))


DYNAMICS: tuple[type[Dynamic], ...] = (
    DigestSelect,
    SectionsSelect,
    RaiseSelect,
    PauseButton,
    DeleteButton,
    ArchiveButton,
    PastSelect,
    ReadButton,
)
