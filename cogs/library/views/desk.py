"""What moderators press beside a decision: reading the whole text, its files, setting its tags, the thesaurus."""

from __future__ import annotations

import re

from bot.screen.checks import require_moderator
from bot.screen.ui import Dynamic, Form, Interaction, conclude, show, take_time, told_card, turn
from bot.text.tags import Tag
from cogs.library import cards
from cogs.library.views.entries import send_files
from cogs.library.views.parts import entries, tag_namer


class RetagButton(Dynamic, template=r"library:retag:(?P<version_id>\d+)"):
    async def act(self, interaction: Interaction) -> None:
        require_moderator(interaction)
        version = await entries(interaction).get_version(int(self.ids["version_id"]))
        t = interaction.client.speaker_for(interaction)
        await interaction.response.send_modal(cards.tags_form(version, t, tag_namer(interaction)))


class RetagForm(Form):
    template = re.compile(r"library:retagged:(?P<version_id>\d+)")

    async def submitted(self, interaction: Interaction, ids: dict[str, str], values: dict[str, str], /) -> None:
        require_moderator(interaction)
        version = await entries(interaction).retag(int(ids["version_id"]), values.get("tags", ""))
        t, name = interaction.client.speaker_for(interaction), tag_namer(interaction)
        tags = ", ".join(name(tag) for tag in version.content.tags) or "—"
        await conclude_privately(interaction, t("library-retagged", tags=tags))


class WholeButton(Dynamic, template=r"library:whole:(?P<version_id>\d+):(?P<page>-?\d+)"):
    """For moderators, and for whoever wrote it."""

    async def act(self, interaction: Interaction) -> None:
        version = await entries(interaction).get_version(int(self.ids["version_id"]))
        if (await entries(interaction).get_entry(version.entry_id)).author_id != interaction.user.id:
            require_moderator(interaction)
        t = interaction.client.speaker_for(interaction)
        layout = cards.whole_card(version, t, tag_namer(interaction), page=int(self.ids["page"]))
        await turn(interaction, layout)


class VersionFilesButton(Dynamic, template=r"library:version-files:(?P<version_id>\d+)"):
    async def act(self, interaction: Interaction) -> None:
        require_moderator(interaction)
        version = await entries(interaction).get_version(int(self.ids["version_id"]))
        await interaction.response.defer(ephemeral=True, thinking=True)
        await send_files(interaction, version)


# The thesaurus.


async def tag_layout(interaction: Interaction, tag: Tag, done: str = "") -> cards.Layout:
    t, thesaurus = interaction.client.speaker_for(interaction), interaction.client.thesaurus
    count = await entries(interaction).count_tagged(thesaurus.keys_of(tag.key))
    synonyms = (*tag.fr_synonyms, *tag.en_synonyms)
    return cards.tag_card(tag.key, (tag.fr, tag.en), synonyms, count, t, done=done)


class TagButton(Dynamic, template=r"library:tag:(?P<key>[a-z0-9-]+):(?P<what>rename|synonym|merge)"):
    async def act(self, interaction: Interaction) -> None:
        require_moderator(interaction)
        tag = interaction.client.thesaurus.get(self.ids["key"])
        t = interaction.client.speaker_for(interaction)
        await interaction.response.send_modal(cards.name_form(tag.key, self.ids["what"], (tag.fr, tag.en), t))


class TagForm(Form):
    template = re.compile(r"library:tag-form:(?P<key>[a-z0-9-]+):(?P<what>rename|synonym|merge)")

    async def submitted(self, interaction: Interaction, ids: dict[str, str], values: dict[str, str], /) -> None:
        require_moderator(interaction)
        await take_time(interaction)  # every text that bears it is indexed again
        key, what, thesaurus = ids["key"], ids["what"], interaction.client.thesaurus
        if what == "rename":
            tag = await thesaurus.rename(key, fr=values.get("fr", ""), en=values.get("en", ""))
        elif what == "synonym":
            language = interaction.client.speaker_for(interaction).language
            tag = await thesaurus.add_synonym(key, values.get("name", ""), language=language)
        else:
            into = thesaurus.find(values.get("name", ""))
            tag = await thesaurus.merge(key, into.key if into else values.get("name", ""))
        await entries(interaction).index_tagged(frozenset({key, tag.key}))
        t = interaction.client.speaker_for(interaction)
        await turn(interaction, await tag_layout(interaction, tag, t(f"library-tag-{what}-done")))


async def show_tag(interaction: Interaction, typed: str) -> None:
    require_moderator(interaction)
    tag = interaction.client.thesaurus.find(typed) or interaction.client.thesaurus.get(typed)
    await show(interaction, await tag_layout(interaction, tag))


async def conclude_privately(interaction: Interaction, text: str) -> None:
    """Beside the card that was pressed, which stays."""
    if interaction.message is not None and interaction.message.flags.ephemeral:
        await show(interaction, told_card(text))
    else:
        await conclude(interaction, told_card(text))


DYNAMICS: tuple[type[Dynamic], ...] = (RetagButton, WholeButton, VersionFilesButton, TagButton)
FORMS = (RetagForm(), TagForm())
