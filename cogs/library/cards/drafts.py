"""Writing: the forms, and the sheet on which a draft is completed before it is sent."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import discord
from discord import ui

from bot.screen.i18n import Speaker
from bot.screen.neutral import neutral
from bot.screen.ui import ACCENT, WARM, Field, Layout, Upload, button, choice, divider, form, row, rows
from cogs.library.cards.parts import SOURCE, SUMMARY, TagName, about, file_lines, heading, tag_list
from cogs.library.models import (
    LICENCES,
    MOST_SUMMARY,
    MOST_TEXT,
    MOST_TITLE,
    TRADES,
    VENUES,
    AiUse,
    Content,
    Draft,
    Kind,
)

_EXCERPT = 500


def kinds_card(t: Speaker) -> Layout:
    """The first question, for those who did not come by the command."""
    options = [
        discord.SelectOption(
            label=t(f"facet-kind-{kind}"), value=kind.value, description=t(f"facet-kind-{kind}-hint")[:100]
        )
        for kind in Kind
    ]
    return Layout(t("library-which-kind"), choice("library:kind:", options), accent=ACCENT)


def new_form(kind: Kind, t: Speaker) -> ui.Modal:
    """Its draft begins when it is sent."""
    return _text_form(Content(kind), f"library:text:0:{kind}", "", t)


def text_form(draft: Draft, t: Speaker, tag_name: TagName) -> ui.Modal:
    tags = ", ".join(tag_name(tag) for tag in draft.content.tags)
    return _text_form(draft.content, f"library:text:{draft.draft_id}", tags, t)


def _text_form(content: Content, custom_id: str, tags: str, t: Speaker) -> ui.Modal:
    return form(
        t(f"library-form-{content.kind}"),
        custom_id,
        [
            Field("title", t("library-field-title"), value=content.title, most=MOST_TITLE),
            Field(
                "summary",
                t("library-field-summary"),
                t("library-field-summary.hint"),
                value=content.summary,
                long=True,
                required=False,
                most=MOST_SUMMARY,
            ),
            Field(
                "text",
                t("library-field-text"),
                t("library-field-text.hint"),
                value=content.text,
                long=True,
                required=False,
                most=MOST_TEXT,
            ),
            Field("tags", t("library-field-tags"), t("library-field-tags.hint"), value=tags, required=False, most=400),
            Upload("files", t("library-field-files"), t("library-field-files.hint"), most=3),
        ],
    )


def describe_form(draft: Draft, t: Speaker) -> ui.Modal:
    content = draft.content
    return form(
        t("library-describe"),
        f"library:described:{draft.draft_id}",
        [
            Field(
                "organisation",
                t("library-field-organisation"),
                t("library-field-organisation.hint"),
                value=content.organisation,
                required=False,
                most=MOST_TITLE,
            ),
            Field(
                "source",
                t("library-field-source"),
                t("library-field-source.hint"),
                value=content.source,
                required=False,
                most=500,
            ),
            Field(
                "year",
                t("library-field-year"),
                t("library-field-year.hint"),
                value=str(content.year or ""),
                required=False,
                most=4,
            ),
        ],
    )


def attach_form(draft: Draft, t: Speaker) -> ui.Modal:
    upload = Upload("files", t("library-field-files"), t("library-field-files.hint"), most=3)
    return form(t("library-attach"), f"library:attached:{draft.draft_id}", [upload])


def draft_card(
    draft: Draft, t: Speaker, tag_name: TagName, *, by_dm: bool, problem: str = "", typed: str = ""
) -> Layout:
    """Everything at a glance; what is missing is said on top."""
    content, number = draft.content, draft.draft_id
    signed = "named" if draft.named else "unnamed"
    body = [neutral(content.summary, SUMMARY)] if content.summary else []
    if content.text:
        body.append(f">>> {neutral(content.text, _EXCERPT)}")
    lines = [
        t("library-tags-line", tags=tag_list(content.tags, tag_name)) if content.tags else t("library-no-tags"),
        about(content, "", t) if not draft.named else about(content, t("library-your-name"), t),
    ]
    if content.source:
        lines.append(t("library-source-line", source=neutral(content.source, SOURCE)))
    if content.files:
        lines.append(file_lines(content.files, t))
    return Layout(
        *([f"**{problem}**"] if problem else []),
        *([f">>> {neutral(typed, 400)}"] if typed else []),
        t("library-draft-new-version") if draft.entry_id else t("library-draft"),
        heading(content) if content.title else f"## {t('library-untitled')}",
        *body,
        "\n".join(lines),
        divider(),
        _select(draft, "ai_use", [use.value for use in AiUse], "library-ai", t),
        _select(draft, "venue", ["", *VENUES], "facet-venue", t),
        _select(draft, "trade", ["", *TRADES], "facet-trade", t),
        _select(draft, "licence", LICENCES, "facet-licence", t),
        f"-# {t(f'library-{signed}-explained')} {t(f'library-leaves-{_leaving(draft)}')}",
        *rows(
            [
                button(t("library-write"), f"library:write:{number}"),
                button(t("library-describe"), f"library:describe:{number}"),
                button(t("library-attach"), f"library:attach:{number}"),
                *([button(t("library-detach"), f"library:detach:{number}")] if content.files else []),
            ]
        ),
        *rows(
            [
                button(t(f"library-switch-{signed}"), f"library:switch:{number}:named"),
                button(t(f"library-switch-leaves-{_on(content.leaves_discord)}"), f"library:switch:{number}:leaves"),
                *(
                    [button(t(f"library-switch-name-{_on(content.leaves_with_name)}"), f"library:switch:{number}:name")]
                    if draft.named and content.leaves_discord
                    else []
                ),
                button(t(f"library-switch-dm-{_on(by_dm)}"), f"library:switch:{number}:dm"),
            ]
        ),
        row(
            button(t("library-send"), f"library:send:{number}", style=discord.ButtonStyle.primary),
            button(t("library-discard"), f"library:discard:{number}", style=discord.ButtonStyle.danger),
        ),
        f"-# {t('library-draft-kept')}",
        accent=WARM if problem else ACCENT,
    )


def sent_card(t: Speaker, *, named: bool) -> Layout:
    return Layout(t("library-sent"), t("library-sent-named") if named else t("library-sent-nameless"), accent=ACCENT)


def _select(draft: Draft, field: str, values: Sequence[str], words: str, t: Speaker) -> ui.ActionRow[Any]:
    """`field` of the content; `words` begins the messages of its values."""
    current = getattr(draft.content, field)
    options = [
        discord.SelectOption(
            label=t(f"{words}-{value or 'none'}")[:100],
            value=value or "-",
            default=bool(value) and value == current,
        )
        for value in values
    ]
    placeholder = t(f"library-choose-{field.replace('_', '-')}")
    return choice(f"library:choose:{draft.draft_id}:{field}", options, placeholder=placeholder)


def _leaving(draft: Draft) -> str:
    if not draft.content.leaves_discord:
        return "never"
    return "named" if draft.named and draft.content.leaves_with_name else "nameless"


def _on(value: bool) -> str:  # noqa: FBT001 - a word for it
    return "on" if value else "off"
