"""The parts every screen is made of: cards that stand still, buttons and forms that outlive a restart.

Nothing on screen depends on an object in memory: a press or a form finds its code by its custom_id,
`feature:action:ids`, and what it needs by its ids.
"""

from __future__ import annotations

import logging
import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any, ClassVar, Self, TypeAlias

import discord
from discord import ui

from bot.screen.errors import NO_ANSWER, guarded

if TYPE_CHECKING:
    from bot.client import CommunityBot
    from bot.screen.i18n import Speaker

Interaction: TypeAlias = "discord.Interaction[CommunityBot]"

log = logging.getLogger(__name__)

MOST_TEXT = 4000
MOST_COMPONENTS = 40

ACCENT = discord.Colour(0x7A5CFF)
QUIET = discord.Colour(0x5C6370)
WARM = discord.Colour(0xE0A030)


class Layout(ui.LayoutView):
    """A Components V2 message. Stopped from the start, so that discord.py keeps no copy of it in memory.

    Raises ValueError when it would not fit a message: cards are cut to size where they are drawn.
    """

    def __init__(self, *blocks: str | ui.Item[Any], accent: discord.Colour | None = None) -> None:
        super().__init__(timeout=None)
        container: ui.Container[Any] = ui.Container(accent_colour=accent)
        for block in blocks:
            container.add_item(ui.TextDisplay(block) if isinstance(block, str) else block)
        self.add_item(container)
        self.stop()
        if self.content_length() > MOST_TEXT or self.total_children_count > MOST_COMPONENTS:
            raise ValueError(f"a card of {self.content_length()} characters does not fit a message")


def button(
    label: str,
    custom_id: str,
    *,
    style: discord.ButtonStyle = discord.ButtonStyle.secondary,
    disabled: bool = False,
    emoji: str | None = None,
) -> ui.Button[Any]:
    return ui.Button(label=label[:80], custom_id=custom_id, style=style, disabled=disabled, emoji=emoji)


def row(*items: ui.Item[Any]) -> ui.ActionRow[Any]:
    return ui.ActionRow(*items)


def rows(buttons: Sequence[ui.Button[Any]]) -> list[ui.ActionRow[Any]]:
    """Five buttons a row."""
    return [ui.ActionRow(*buttons[start : start + 5]) for start in range(0, len(buttons), 5)]


def told_card(text: str, *buttons: ui.Button[Any], accent: discord.Colour = ACCENT) -> Layout:
    """A sentence that says what was done, or why not."""
    return Layout(text, *rows(buttons), accent=accent)


def pager(t: Speaker, number: int, pages: int, custom_id: Callable[[int], str]) -> list[ui.ActionRow[Any]]:
    """Nothing for a single page. `custom_id` of a page's number, from 0."""
    if pages <= 1:
        return []
    return [
        row(
            button(t("page-previous"), custom_id(number - 1), disabled=number == 0),
            button(t("page-number", number=number + 1, pages=pages), custom_id(number), disabled=True),
            button(t("page-next"), custom_id(number + 1), disabled=number + 1 >= pages),
        )
    ]


def choice(
    custom_id: str, options: Iterable[discord.SelectOption], *, placeholder: str = "", least: int = 1, most: int = 1
) -> ui.ActionRow[Any]:
    """A select in a row of its own; at most 25 options."""
    held = list(options)[:25]
    select: ui.Select[Any] = ui.Select(
        custom_id=custom_id,
        options=held,
        placeholder=placeholder[:150] or None,
        min_values=least,
        max_values=min(most, len(held)),
    )
    return row(select)


def stamp(moment: datetime, style: str = "F") -> str:
    """Discord shows it in the reader's own zone and language."""
    return f"<t:{int(moment.timestamp())}:{style}>"


def divider() -> ui.Separator[Any]:
    return ui.Separator()


class Dynamic(ui.DynamicItem[ui.Item[Any]], template=r"never"):
    """A button or a select, built again from its custom_id: give a `template`, then write `act`.

    `ids` are the template's named groups; `picked(interaction)` gives what a select holds. `quiet`: nothing else is
    told or written on this occasion, since it may be somebody's vote.
    """

    quiet: ClassVar[bool] = False

    def __init__(self, item: ui.Item[Any], ids: dict[str, str]) -> None:
        super().__init__(item)
        self.ids = ids

    @classmethod
    async def from_custom_id(
        cls, _interaction: discord.Interaction[Any], item: ui.Item[Any], match: re.Match[str], /
    ) -> Self:
        return cls(item, match.groupdict())

    async def callback(self, interaction: discord.Interaction[Any]) -> None:
        # discord.py never sends a dynamic item's exceptions to a view's on_error.
        await guarded(interaction, self.act)
        if not self.quiet:
            await interaction.client.notices.tell(interaction)

    async def act(self, interaction: Interaction) -> None:
        raise NotImplementedError


def picked(interaction: discord.Interaction[Any]) -> list[str]:
    data: Any = interaction.data or {}
    return list(data.get("values", []))


def picked_ids(interaction: discord.Interaction[Any]) -> list[int]:
    return [int(value) for value in picked(interaction)]


@dataclass(frozen=True, slots=True)
class Field:
    """One text field of a form; label at most 45 characters, description at most 100, as Discord wants."""

    name: str
    label: str
    description: str = ""
    value: str = ""
    placeholder: str = ""
    long: bool = False
    required: bool = True
    most: int | None = None


@dataclass(frozen=True, slots=True)
class Upload:
    """A field for files: `uploads(interaction)` gives what was put in."""

    name: str
    label: str
    description: str = ""
    most: int = 1


@dataclass(frozen=True, slots=True)
class Choices:
    """A field to choose in: (value, label) each, at most 10 as a group of buttons or boxes, 25 as a select.

    `most` above 1: several. `form_values(interaction)` gives the values.
    """

    name: str
    label: str
    options: tuple[tuple[str, str], ...]
    description: str = ""
    chosen: tuple[str, ...] = ()
    most: int = 1
    as_select: bool = False
    required: bool = True

    def component(self) -> ui.Item[Any]:
        if self.as_select:
            return self._select()
        if self.most > 1:
            return ui.CheckboxGroup(
                custom_id=self.name,
                required=self.required,
                min_values=1 if self.required else 0,
                max_values=min(self.most, len(self.options)),
                options=[
                    discord.CheckboxGroupOption(label=label[:100], value=value, default=value in self.chosen)
                    for value, label in self.options
                ],
            )
        return ui.RadioGroup(
            custom_id=self.name,
            required=self.required,
            options=[
                discord.RadioGroupOption(label=label[:100], value=value, default=value in self.chosen)
                for value, label in self.options
            ],
        )

    def _select(self) -> ui.Select[Any]:
        return ui.Select(
            custom_id=self.name,
            required=self.required,
            min_values=1 if self.required else 0,
            max_values=min(self.most, len(self.options)),
            options=[
                discord.SelectOption(label=label[:100], value=value, default=value in self.chosen)
                for value, label in self.options
            ],
        )


@dataclass(frozen=True, slots=True)
class Words:
    """A text between the fields of a form."""

    text: str


AnyField = Field | Upload | Choices | Words


def form(title: str, custom_id: str, fields: Iterable[AnyField]) -> ui.Modal:
    """Stopped like the cards: its answer comes to the `Form` of that custom_id, also after a restart."""
    modal = ui.Modal(title=title[:45], custom_id=custom_id, timeout=None)
    for field in fields:
        if isinstance(field, Words):
            modal.add_item(ui.TextDisplay(field.text))
            continue
        if isinstance(field, Choices):
            description = field.description[:100] or None
            modal.add_item(ui.Label(text=field.label[:45], description=description, component=field.component()))
            continue
        if isinstance(field, Upload):
            files: ui.FileUpload[Any] = ui.FileUpload(custom_id=field.name, max_values=field.most, required=False)
            modal.add_item(
                ui.Label(text=field.label[:45], description=field.description[:100] or None, component=files)
            )
            continue
        text: ui.TextInput[Any] = ui.TextInput(
            custom_id=field.name,
            style=discord.TextStyle.paragraph if field.long else discord.TextStyle.short,
            default=(field.value if field.most is None else field.value[: field.most]) or None,
            placeholder=field.placeholder[:100] or None,
            required=field.required,
            max_length=field.most,
        )
        modal.add_item(ui.Label(text=field.label[:45], description=field.description[:100] or None, component=text))
    modal.stop()
    return modal


class Form:
    """What answers a submitted form: a template of custom_ids, and `submitted`."""

    template: ClassVar[re.Pattern[str]]
    quiet: ClassVar[bool] = False

    async def submitted(self, interaction: Interaction, ids: dict[str, str], values: dict[str, str], /) -> None:
        raise NotImplementedError


def typed_values(interaction: discord.Interaction[Any]) -> dict[str, str]:
    """The texts of a submitted form, by field name, in the form's order."""
    values: dict[str, str] = {}
    data: Any = interaction.data or {}
    pending: list[Any] = list(data.get("components", []))
    while pending:
        component = pending.pop(0)
        inner = component.get("component")
        pending = [*component.get("components", []), *([inner] if inner else []), *pending]
        if "value" in component:
            values[component["custom_id"]] = component["value"] or ""
    return values


def form_values(interaction: discord.Interaction[Any]) -> dict[str, list[str]]:
    """What was chosen or typed in a submitted form, by field name; empty lists where nothing was."""
    values: dict[str, list[str]] = {}
    data: Any = interaction.data or {}
    pending: list[Any] = list(data.get("components", []))
    while pending:
        component = pending.pop(0)
        inner = component.get("component")
        pending = [*component.get("components", []), *([inner] if inner else []), *pending]
        if "custom_id" in component:
            single = component.get("value")
            held: list[Any] = component.get("values") or ([single] if single is not None else [])
            values[component["custom_id"]] = [str(value) for value in held]
    return values


def uploads(interaction: discord.Interaction[Any]) -> list[discord.Attachment]:
    """The files of a submitted form. Their addresses expire: to be read at once."""
    data: Any = interaction.data or {}
    resolved: Any = data.get("resolved") or {}
    attached: dict[str, Any] = resolved.get("attachments") or {}
    payloads: list[Any] = list(attached.values())
    state: Any = getattr(interaction, "_state")  # noqa: B009 - discord.py has no other way to a file of a form
    return [discord.Attachment(data=payload, state=state) for payload in payloads]


async def take_time(interaction: discord.Interaction[Any]) -> None:
    """For what lasts longer than a moment: `turn` and `show` go on working afterwards."""
    if interaction.response.is_done():
        return
    if interaction.message is not None and interaction.message.flags.ephemeral:
        await interaction.response.defer()
    else:
        await interaction.response.defer(ephemeral=True, thinking=True)


async def show(interaction: discord.Interaction[Any], layout: Layout, files: Sequence[discord.File] = ()) -> None:
    """A private answer, by whichever way is still open."""
    if interaction.response.is_done():
        await interaction.followup.send(view=layout, files=list(files), ephemeral=True)
    else:
        await interaction.response.send_message(view=layout, files=list(files), ephemeral=True)


async def turn(interaction: discord.Interaction[Any], layout: Layout) -> None:
    """The private message that was pressed becomes this one; from a public message, a private answer."""
    if interaction.message is None or not interaction.message.flags.ephemeral:
        await show(interaction, layout)
    else:
        await redraw(interaction, layout)


async def redraw(interaction: discord.Interaction[Any], layout: Layout) -> None:
    """The message that was pressed becomes this one, for whoever sees it."""
    if interaction.response.is_done():
        await interaction.edit_original_response(view=layout, attachments=[])
    else:
        await interaction.response.edit_message(view=layout, attachments=[])


async def conclude(interaction: discord.Interaction[Any], layout: Layout) -> None:
    """Says what is done already: a reply that fails must not be told as if the act had."""
    for say in (turn, show):
        try:
            await say(interaction, layout)
        except NO_ANSWER as error:
            log.warning("what was done could not be said (%s)", type(error).__name__)
        else:
            return
