"""Writing, completing and sending a text."""

from __future__ import annotations

import re

from bot.errors import UserError
from bot.screen.checks import member_of
from bot.screen.ui import Dynamic, Form, Interaction, Layout, conclude, picked, take_time, told_card, turn, uploads
from cogs.library import cards
from cogs.library.models import BadContent, Draft, Kind
from cogs.library.service import Typed
from cogs.library.views.parts import attach_all, drafts, entries, moderates, tag_namer

_SWITCHES = {"leaves": "leaves_discord", "name": "leaves_with_name"}


def draft_layout(interaction: Interaction, draft: Draft, problem: str = "", typed: str = "") -> Layout:
    by_dm = interaction.client.notices.wants_dm(interaction.user.id)
    t = interaction.client.speaker_for(interaction)
    return cards.draft_card(draft, t, tag_namer(interaction), by_dm=by_dm, problem=problem, typed=typed)


async def show_problem(interaction: Interaction, draft_id: int, problem: UserError, typed: str = "") -> None:
    """On the draft itself, which has kept everything that was right; `typed`, what was not, is handed back."""
    draft = await drafts(interaction).get(draft_id, interaction.user.id)
    t = interaction.client.speaker_for(interaction)
    await turn(interaction, draft_layout(interaction, draft, t(problem.key, **problem.params), typed))


async def open_new_form(interaction: Interaction, kind: Kind) -> None:
    t = interaction.client.speaker_for(interaction)
    await interaction.response.send_modal(cards.new_form(kind, t))


async def open_text_form(interaction: Interaction, draft: Draft) -> None:
    t = interaction.client.speaker_for(interaction)
    await interaction.response.send_modal(cards.text_form(draft, t, tag_namer(interaction)))


class _DraftItem(Dynamic, template=r"never"):
    @property
    def draft_id(self) -> int:
        return int(self.ids["draft_id"])

    async def draft(self, interaction: Interaction) -> Draft:
        return await drafts(interaction).get(self.draft_id, interaction.user.id)


class KindSelect(Dynamic, template=r"library:kind:"):
    async def act(self, interaction: Interaction) -> None:
        await open_new_form(interaction, Kind(picked(interaction)[0]))


class TextForm(Form):
    """A new text has no number yet: one that is never sent leaves no draft behind."""

    template = re.compile(r"library:text:(?P<draft_id>\d+)(?::(?P<kind>[a-z]+))?")

    async def submitted(self, interaction: Interaction, ids: dict[str, str], values: dict[str, str], /) -> None:
        service, user_id, files = drafts(interaction), interaction.user.id, uploads(interaction)
        draft_id = int(ids["draft_id"]) or (await service.start(user_id, Kind(ids["kind"]))).draft_id
        names = ("title", "summary", "text", "tags")
        typed = Typed(**{name: values.get(name, "") for name in names})
        draft = await service.write(draft_id, user_id, typed)
        problem: UserError | None = None
        if files:
            await take_time(interaction)
            try:
                await attach_all(interaction, draft, files)
            except UserError as error:
                problem = error
        try:
            draft = await service.tag(draft_id, user_id, typed.tags)
        except BadContent as error:
            await show_problem(interaction, draft_id, problem or error, typed.tags)
            return
        if problem is not None:
            await show_problem(interaction, draft_id, problem)
            return
        await turn(interaction, draft_layout(interaction, draft))


class WriteButton(_DraftItem, template=r"library:write:(?P<draft_id>\d+)"):
    async def act(self, interaction: Interaction) -> None:
        await open_text_form(interaction, await self.draft(interaction))


class ResumeButton(_DraftItem, template=r"library:resume:(?P<draft_id>\d+)"):
    async def act(self, interaction: Interaction) -> None:
        await turn(interaction, draft_layout(interaction, await self.draft(interaction)))


class DescribeButton(_DraftItem, template=r"library:describe:(?P<draft_id>\d+)"):
    async def act(self, interaction: Interaction) -> None:
        t = interaction.client.speaker_for(interaction)
        await interaction.response.send_modal(cards.describe_form(await self.draft(interaction), t))


class DescribeForm(Form):
    template = re.compile(r"library:described:(?P<draft_id>\d+)")

    async def submitted(self, interaction: Interaction, ids: dict[str, str], values: dict[str, str], /) -> None:
        draft_id = int(ids["draft_id"])
        try:
            draft = await drafts(interaction).describe(
                draft_id,
                interaction.user.id,
                organisation=values.get("organisation", ""),
                source=values.get("source", ""),
                year=values.get("year", ""),
            )
        except BadContent as problem:
            await show_problem(interaction, draft_id, problem, "\n".join(filter(None, values.values())))
            return
        await turn(interaction, draft_layout(interaction, draft))


class AttachButton(_DraftItem, template=r"library:attach:(?P<draft_id>\d+)"):
    async def act(self, interaction: Interaction) -> None:
        t = interaction.client.speaker_for(interaction)
        await interaction.response.send_modal(cards.attach_form(await self.draft(interaction), t))


class AttachForm(Form):
    template = re.compile(r"library:attached:(?P<draft_id>\d+)")

    async def submitted(self, interaction: Interaction, ids: dict[str, str], values: dict[str, str], /) -> None:  # noqa: ARG002
        draft_id = int(ids["draft_id"])
        draft = await drafts(interaction).get(draft_id, interaction.user.id)
        await take_time(interaction)
        try:
            draft = await attach_all(interaction, draft, uploads(interaction))
        except UserError as problem:
            await show_problem(interaction, draft_id, problem)
            return
        await turn(interaction, draft_layout(interaction, draft))


class DetachButton(_DraftItem, template=r"library:detach:(?P<draft_id>\d+)"):
    async def act(self, interaction: Interaction) -> None:
        draft = await drafts(interaction).detach_all(self.draft_id, interaction.user.id)
        await turn(interaction, draft_layout(interaction, draft))


class ChooseSelect(_DraftItem, template=r"library:choose:(?P<draft_id>\d+):(?P<field>ai_use|venue|trade|licence)"):
    async def act(self, interaction: Interaction) -> None:
        value = picked(interaction)[0].removeprefix("-")
        try:
            draft = await drafts(interaction).choose(self.draft_id, interaction.user.id, **{self.ids["field"]: value})
        except BadContent as problem:
            await show_problem(interaction, self.draft_id, problem)
            return
        await turn(interaction, draft_layout(interaction, draft))


class SwitchButton(_DraftItem, template=r"library:switch:(?P<draft_id>\d+):(?P<what>named|leaves|name|dm)"):
    async def act(self, interaction: Interaction) -> None:
        draft, what, user_id = await self.draft(interaction), self.ids["what"], interaction.user.id
        if what == "dm":
            notices = interaction.client.notices
            await notices.choose_dm(user_id, wanted=not notices.wants_dm(user_id))
        elif what == "named":
            draft = await drafts(interaction).sign(self.draft_id, user_id, named=not draft.named)
        else:
            field = _SWITCHES[what]
            chosen = {field: not getattr(draft.content, field)}
            draft = await drafts(interaction).choose(self.draft_id, user_id, **chosen)
        await turn(interaction, draft_layout(interaction, draft))


class SendButton(_DraftItem, template=r"library:send:(?P<draft_id>\d+)"):
    async def act(self, interaction: Interaction) -> None:
        name = member_of(interaction).display_name
        try:
            version = await drafts(interaction).submit(self.draft_id, interaction.user.id, name)
        except BadContent as problem:
            await show_problem(interaction, self.draft_id, problem)
            return
        t = interaction.client.speaker_for(interaction)
        await conclude(interaction, cards.sent_card(t, named=bool(version.author_name)))


class DiscardButton(_DraftItem, template=r"library:discard:(?P<draft_id>\d+)"):
    """Asks first."""

    async def act(self, interaction: Interaction) -> None:
        await self.draft(interaction)
        t = interaction.client.speaker_for(interaction)
        await turn(
            interaction,
            cards.sure_card(
                t("library-discard-sure"), f"library:throw:{self.draft_id}", f"library:resume:{self.draft_id}", t
            ),
        )


class ThrowButton(_DraftItem, template=r"library:throw:(?P<draft_id>\d+)"):
    async def act(self, interaction: Interaction) -> None:
        await drafts(interaction).discard(self.draft_id, interaction.user.id)
        await conclude(interaction, told_card(interaction.client.speaker_for(interaction)("library-discarded")))


class RenewButton(Dynamic, template=r"library:renew:(?P<entry_id>\d+)"):
    """The next version of a text."""

    async def act(self, interaction: Interaction) -> None:
        draft = await drafts(interaction).start_version(
            int(self.ids["entry_id"]), interaction.user.id, moderator=moderates(interaction)
        )
        await turn(interaction, draft_layout(interaction, draft))


class TakeBackButton(Dynamic, template=r"library:take-back:(?P<version_id>\d+)"):
    """Out of the review, a draft again."""

    async def act(self, interaction: Interaction) -> None:
        draft = await drafts(interaction).take_back(int(self.ids["version_id"]), interaction.user.id)
        t = interaction.client.speaker_for(interaction)
        await turn(interaction, draft_layout(interaction, draft, t("library-taken-back")))


class AdaptButton(Dynamic, template=r"library:adapt:(?P<entry_id>\d+)"):
    async def act(self, interaction: Interaction) -> None:
        shown = await entries(interaction).get_public(int(self.ids["entry_id"]))
        draft = await drafts(interaction).adapt(shown.version, interaction.user.id)
        await turn(interaction, draft_layout(interaction, draft))


DYNAMICS: tuple[type[Dynamic], ...] = (
    KindSelect,
    WriteButton,
    ResumeButton,
    DescribeButton,
    AttachButton,
    DetachButton,
    ChooseSelect,
    SwitchButton,
    SendButton,
    DiscardButton,
    ThrowButton,
    RenewButton,
    TakeBackButton,
    AdaptButton,
)
FORMS = (TextForm(), DescribeForm(), AttachForm())
