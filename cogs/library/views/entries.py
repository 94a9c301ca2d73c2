"""Reading an entry: its pages, files, versions; asking its author; archiving."""

from __future__ import annotations

import io
import re
from collections.abc import AsyncIterator

import discord

from bot.client import CommunityBot
from bot.screen.neutral import neutral
from bot.screen.ui import WARM, Dynamic, Form, Interaction, conclude, picked, show, take_time, told_card, turn
from bot.storage.files import FileLost
from bot.text.search_models import Document
from cogs.library import cards
from cogs.library.models import EntryGone, Version
from cogs.library.service import EntryService
from cogs.library.service.entries import PREFIX
from cogs.library.views.parts import drafts, entries, moderates, questions, tag_namer, validity

# Room for what a message adds to its files.
MARGIN = 100_000
_UNFIT = re.compile(r"[^\w.-]+")


async def show_entry(interaction: Interaction, entry_id: int, page: int = 0, *, in_place: bool = False) -> None:
    shown = await entries(interaction).get_public(entry_id)
    mine = shown.entry.author_id == interaction.user.id
    layout = cards.entry_card(
        shown,
        interaction.client.speaker_for(interaction),
        tag_namer(interaction),
        page=page,
        may_edit=mine or moderates(interaction),
    )
    await (turn if in_place else show)(interaction, layout)


async def show_mine(interaction: Interaction, page: int = 0, *, in_place: bool = False) -> None:
    """Drafts first, then questions, then what was sent; five to a page."""
    user_id, t = interaction.user.id, interaction.client.speaker_for(interaction)
    layout = cards.mine_card(
        await drafts(interaction).list_of(user_id),
        await entries(interaction).list_questions(user_id),
        await entries(interaction).list_mine(user_id),
        t,
        page=page,
        by_dm=interaction.client.notices.wants_dm(user_id),
    )
    await (turn if in_place else show)(interaction, layout)


async def show_history(interaction: Interaction, entry_id: int, *, in_place: bool) -> None:
    versions = await entries(interaction).list_public_versions(entry_id)
    layout = cards.history_card(versions, interaction.client.speaker_for(interaction))
    await (turn if in_place else show)(interaction, layout)


async def send_files(interaction: Interaction, version: Version) -> None:
    """As many messages as Discord's limit asks for; a file that is lost is named, and stops no other."""
    await take_time(interaction)
    t, title = interaction.client.speaker_for(interaction), version.content.title
    limit, lost = interaction.client.guild.filesize_limit - MARGIN, list[str]()
    batches: list[list[tuple[str, bytes]]] = [[]]
    for place, file in enumerate(version.content.files, start=1):
        try:
            content = await entries(interaction).read_file(file)
        except FileLost:
            lost.append(file.name)
            continue
        if batches[-1] and sum(len(other) for _, other in batches[-1]) + len(content) > limit:
            batches.append([])
        batches[-1].append((f"{place}-{_UNFIT.sub('_', file.name)}", content))
    for batch in filter(None, batches):
        files = [discord.File(io.BytesIO(content), name) for name, content in batch]
        layout = cards.files_card(title, [file.filename for file in files], t)
        await interaction.followup.send(view=layout, files=files, ephemeral=True)
    if lost:
        await show(interaction, told_card(t("library-files-lost", names=neutral(", ".join(lost), 1000)), accent=WARM))


class LibrarySource:
    """What search finds in the library, and opens."""

    prefix = PREFIX

    def __init__(self, service: EntryService) -> None:
        self._service = service

    def documents(self) -> AsyncIterator[Document]:
        return self._service.documents()

    async def open(self, interaction: discord.Interaction[CommunityBot], ref: str) -> None:
        await show_entry(interaction, int(ref.partition(":")[2]))


class _EntryItem(Dynamic, template=r"never"):
    @property
    def entry_id(self) -> int:
        return int(self.ids["entry_id"])


class ShowButton(_EntryItem, template=r"library:show:(?P<entry_id>\d+)"):
    async def act(self, interaction: Interaction) -> None:
        await show_entry(interaction, self.entry_id, in_place=True)


class PageButton(_EntryItem, template=r"library:page:(?P<entry_id>\d+):(?P<page>-?\d+)"):
    async def act(self, interaction: Interaction) -> None:
        await show_entry(interaction, self.entry_id, int(self.ids["page"]), in_place=True)


class FilesButton(_EntryItem, template=r"library:files:(?P<entry_id>\d+)"):
    async def act(self, interaction: Interaction) -> None:
        shown = await entries(interaction).get_public(self.entry_id)
        await interaction.response.defer(ephemeral=True, thinking=True)
        await send_files(interaction, shown.version)


class HistoryButton(_EntryItem, template=r"library:history:(?P<entry_id>\d+)"):
    async def act(self, interaction: Interaction) -> None:
        await show_history(interaction, self.entry_id, in_place=True)


class CompareSelect(_EntryItem, template=r"library:compare:(?P<entry_id>\d+)"):
    async def act(self, interaction: Interaction) -> None:
        one, _, other = picked(interaction)[0].partition("-")
        public = {
            version.version_id: version for version in await entries(interaction).list_public_versions(self.entry_id)
        }
        before, after = public.get(int(one)), public.get(int(other))
        if before is None or after is None:
            raise EntryGone
        t = interaction.client.speaker_for(interaction)
        await turn(interaction, cards.difference_card(before, after, t, tag_namer(interaction)))


class AskButton(_EntryItem, template=r"library:ask:(?P<entry_id>\d+)"):
    async def act(self, interaction: Interaction) -> None:
        await entries(interaction).get_public(self.entry_id)
        t = interaction.client.speaker_for(interaction)
        await interaction.response.send_modal(cards.question_form(self.entry_id, t))


class QuestionForm(Form):
    template = re.compile(r"library:question:(?P<entry_id>\d+)")

    async def submitted(self, interaction: Interaction, ids: dict[str, str], values: dict[str, str], /) -> None:
        await questions(interaction).ask(int(ids["entry_id"]), interaction.user.id, values.get("question", ""))
        t = interaction.client.speaker_for(interaction)
        await conclude(interaction, told_card(t("library-question-sent")))


class AnswerButton(Dynamic, template=r"library:answer:(?P<question_id>\d+)"):
    async def act(self, interaction: Interaction) -> None:
        question = await questions(interaction).get(int(self.ids["question_id"]))
        t = interaction.client.speaker_for(interaction)
        await interaction.response.send_modal(cards.answer_form(question, t))


class AnswerForm(Form):
    template = re.compile(r"library:answered:(?P<question_id>\d+)")

    async def submitted(self, interaction: Interaction, ids: dict[str, str], values: dict[str, str], /) -> None:
        await questions(interaction).answer(int(ids["question_id"]), interaction.user.id, values.get("answer", ""))
        t = interaction.client.speaker_for(interaction)
        await conclude(interaction, told_card(t("library-answer-sent")))


class ArchiveButton(_EntryItem, template=r"library:archive:(?P<entry_id>\d+)"):
    """Asks first."""

    async def act(self, interaction: Interaction) -> None:
        shown = await entries(interaction).get_public(self.entry_id)
        t = interaction.client.speaker_for(interaction)
        question = t("library-archive-sure", title=neutral(shown.version.content.title, 150))
        yes, no = f"library:archived:{self.entry_id}", f"library:show:{self.entry_id}"
        await turn(interaction, cards.sure_card(question, yes, no, t))


class ArchivedButton(_EntryItem, template=r"library:archived:(?P<entry_id>\d+)"):
    async def act(self, interaction: Interaction) -> None:
        await entries(interaction).archive(self.entry_id, interaction.user.id, moderator=moderates(interaction))
        t = interaction.client.speaker_for(interaction)
        await conclude(interaction, told_card(t("library-archived")))


class ValidButton(_EntryItem, template=r"library:valid:(?P<entry_id>\d+)"):
    async def act(self, interaction: Interaction) -> None:
        await validity(interaction).confirm(self.entry_id, interaction.user.id)
        t = interaction.client.speaker_for(interaction)
        await conclude(interaction, told_card(t("library-valid-thanks")))


class MinePageButton(Dynamic, template=r"library:mine:(?P<page>-?\d+)"):
    async def act(self, interaction: Interaction) -> None:
        await show_mine(interaction, int(self.ids["page"]), in_place=True)


class DirectMessagesButton(Dynamic, template=r"library:dm:"):
    async def act(self, interaction: Interaction) -> None:
        notices, user_id = interaction.client.notices, interaction.user.id
        await notices.choose_dm(user_id, wanted=not notices.wants_dm(user_id))
        await show_mine(interaction, in_place=True)


DYNAMICS: tuple[type[Dynamic], ...] = (
    ShowButton,
    PageButton,
    FilesButton,
    HistoryButton,
    CompareSelect,
    AskButton,
    AnswerButton,
    ArchiveButton,
    ArchivedButton,
    ValidButton,
    MinePageButton,
    DirectMessagesButton,
)
FORMS = (QuestionForm(), AnswerForm())
