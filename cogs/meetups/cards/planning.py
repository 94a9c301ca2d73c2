"""Planning and changing: the form, the preview, what is to be corrected."""

from __future__ import annotations

from collections.abc import Sequence

import discord
from discord import ui

from bot.screen.i18n import Speaker
from bot.screen.neutral import neutral
from bot.screen.ui import WARM, Field, Layout, button, divider, form, row, stamp, told_card
from cogs.meetups.cards.parts import ABOUT, PLACE, TITLE, coming_line, length, rhythm_words
from cogs.meetups.models import (
    MOST_ABOUT,
    MOST_PLACE,
    MOST_TITLE,
    ComingDate,
    Draft,
    Meetup,
    MonthPlace,
    Occurrence,
    Rhythm,
)


def draft_form(draft: Draft, t: Speaker) -> ui.Modal:
    """Nothing is required or bounded here: what is wrong is said with the text handed back, by the rules of a draft."""
    texts = draft.texts
    fields = [
        Field("title", t("meetups-form-title"), t("meetups-form-title.hint", most=MOST_TITLE), texts.title,
              placeholder=t("meetups-form-title.example"), required=False),
        Field("about", t("meetups-form-about"), t("meetups-form-about.hint", most=MOST_ABOUT), texts.about,
              long=True, required=False),
        Field("place", t("meetups-form-place"), t("meetups-form-place.hint", most=MOST_PLACE), texts.place,
              required=False),
    ]  # fmt: skip
    title = t("meetups-form") if draft.occurrence_id is None else t("meetups-form-change")
    return form(title, f"meetups:form:{draft.draft_id}", fields)


def preview_card(
    draft: Draft, rhythm: Rhythm, place: MonthPlace | None, dates: Sequence[ComingDate], t: Speaker
) -> Layout:
    texts = draft.texts
    lines = [
        f"**{t('meetups-label-when')}** {stamp(draft.starts_at)} · {length(draft.minutes, t)}",
        f"**{t('meetups-label-where')}** {neutral(texts.place, PLACE)}",
    ]
    if words := rhythm_words(rhythm, place, t):
        lines.append(f"**{t('meetups-label-rhythm')}** {words}")
    if draft.capacity is not None:
        lines.append(f"**{t('meetups-label-capacity')}** {draft.capacity}")
    lines.append(f"**{t('meetups-label-reminders')}** {leads_words(draft.leads, t)}")
    listed = [t("meetups-next-dates"), *(coming_line(date, t) for date in dates)]
    return Layout(
        t("meetups-preview-intro", channel=f"<#{draft.channel_id}>"),
        divider(),
        f"## {neutral(texts.title, TITLE)}",
        *([neutral(texts.about, ABOUT)] if texts.about else []),
        "\n".join(lines),
        "\n".join(listed),
        divider(),
        row(
            button(t("meetups-publish"), f"meetups:publish:{draft.draft_id}", style=discord.ButtonStyle.success),
            button(t("form-correct"), f"meetups:correct:{draft.draft_id}"),
            button(t("meetups-discard"), f"meetups:discard:{draft.draft_id}", style=discord.ButtonStyle.danger),
        ),
    )


def change_preview_card(
    draft: Draft, meetup: Meetup, occurrence: Occurrence, dates: Sequence[ComingDate], t: Speaker
) -> Layout:
    """Old and new, before anything counts; `dates`: what a new time makes of those that follow."""
    texts = draft.texts
    lines = [
        t(f"meetups-change-reach-{draft.scope}"),
        f"**{t('meetups-label-title')}** {neutral(texts.title, TITLE)}",
        f"**{t('meetups-label-when')}** {stamp(draft.starts_at)} · {length(draft.minutes, t)}"
        + (f"\n-# {t('meetups-instead-of', when=stamp(occurrence.starts_at))}" if draft.moves else ""),
        f"**{t('meetups-label-where')}** {neutral(texts.place, PLACE)}",
    ]
    if draft.capacity is not None:
        lines.append(f"**{t('meetups-label-capacity')}** {draft.capacity}")
    return Layout(
        t("meetups-change-intro", title=neutral(meetup.texts.title, TITLE)),
        "\n".join(lines),
        *([neutral(texts.about, ABOUT)] if texts.about else []),
        *(["\n".join([t("meetups-next-dates"), *(coming_line(date, t) for date in dates)])] if dates else []),
        row(
            button(t("meetups-apply"), f"meetups:apply:{draft.draft_id}", style=discord.ButtonStyle.success),
            button(t("form-correct"), f"meetups:correct:{draft.draft_id}"),
            button(t("meetups-discard"), f"meetups:discard:{draft.draft_id}", style=discord.ButtonStyle.danger),
        ),
    )


def to_correct_card(draft: Draft, problem: str, t: Speaker) -> Layout:
    """What is wrong, and the way back to the form, filled."""
    return Layout(
        problem,
        "-# " + t("meetups-nothing-lost"),
        row(
            button(t("form-correct"), f"meetups:correct:{draft.draft_id}", style=discord.ButtonStyle.primary),
            button(t("meetups-discard"), f"meetups:discard:{draft.draft_id}"),
        ),
        accent=WARM,
    )


def published_card(meetup: Meetup, t: Speaker) -> Layout:
    return told_card(t("meetups-published", channel=f"<#{meetup.channel_id}>"))


def cancel_question_card(occurrence: Occurrence, scope: str, t: Speaker) -> Layout:
    question = t(
        f"meetups-cancel-sure-{scope}",
        title=neutral(occurrence.texts.title, TITLE),
        when=stamp(occurrence.starts_at),
    )
    yes = f"meetups:cancelled:{occurrence.occurrence_id}:{scope}"
    return Layout(
        question,
        row(
            button(t("meetups-cancel-yes"), yes, style=discord.ButtonStyle.danger),
            button(t("meetups-keep"), "meetups:keep:"),
        ),
        accent=WARM,
    )


def leads_words(leads: Sequence[int], t: Speaker) -> str:
    return ", ".join(t(f"meetups-lead-{lead}") for lead in leads) if leads else t("meetups-lead-none")
