"""Private words: what became of a text, a question, its answer, whether it is still valid."""

from __future__ import annotations

from discord import ui

from bot.screen.i18n import Speaker
from bot.screen.neutral import neutral
from bot.screen.ui import ACCENT, Field, Layout, button, form, row
from cogs.library.models import Question, Version


def outcome_card(version: Version, outcome: str, t: Speaker) -> Layout:
    """`outcome`: published, changes or declined."""
    title = neutral(version.content.title, 200)
    act = {
        "published": button(t("library-read"), f"library:show:{version.entry_id}"),
        "changes": button(t("library-revise"), f"library:renew:{version.entry_id}"),
        "declined": button(t("library-revise"), f"library:renew:{version.entry_id}"),
    }.get(outcome)
    return Layout(
        t(f"library-told-{outcome}", title=title),
        *([f"> {neutral(' '.join(version.reason.split()), 1200)}"] if version.reason else []),
        *([row(act)] if act else []),
        accent=ACCENT,
    )


def asked_card(question: Question, title: str, t: Speaker) -> Layout:
    return Layout(
        t("library-told-asked", title=neutral(title, 200)),
        f"> {neutral(' '.join(question.text.split()), 1500)}",
        row(button(t("library-answer"), f"library:answer:{question.question_id}")),
        accent=ACCENT,
    )


def answer_form(question: Question, t: Speaker) -> ui.Modal:
    field = Field("answer", t("library-field-answer"), t("library-field-answer.hint"), long=True, most=1000)
    return form(t("library-answer"), f"library:answered:{question.question_id}", [field])


def answered_card(question: Question, title: str, t: Speaker) -> Layout:
    return Layout(
        t("library-told-answered", title=neutral(title, 200)),
        f"-# {neutral(' '.join(question.text.split()), 600)}",
        f"> {neutral(' '.join((question.answer or '').split()), 1500)}",
        accent=ACCENT,
    )


def still_valid_card(version: Version, t: Speaker) -> Layout:
    number = version.entry_id
    return Layout(
        t("library-still-valid", title=neutral(version.content.title, 200)),
        row(
            button(t("library-valid-yes"), f"library:valid:{number}"),
            button(t("library-valid-update"), f"library:renew:{number}"),
            button(t("library-archive"), f"library:archive:{number}"),
        ),
        accent=ACCENT,
    )
