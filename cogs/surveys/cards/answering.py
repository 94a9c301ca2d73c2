"""Answering: the sheet, the forms page by page, what is done and what is left. No message shows an answer."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import discord
from discord import ui

from bot.screen.i18n import Speaker
from bot.screen.neutral import neutral
from bot.screen.ui import (
    ACCENT,
    AnyField,
    Choices,
    Field,
    Layout,
    Words,
    button,
    divider,
    form,
    row,
    rows,
    stamp,
)
from cogs.surveys.models import (
    MINIMUM_CROSSED,
    NO_OPINION,
    UNRANKED,
    Answer,
    Answers,
    Control,
    Kind,
    Page,
    Question,
    Questionnaire,
    Survey,
    control,
    missing,
    numbered_pages,
    short_fingerprint,
)

_TITLE, _LABEL = 200, 45
_MOST_BUTTONS, _MOST_RANKS = 9, 4


def start_card(survey: Survey, t: Speaker, *, on_request: bool = False) -> Layout:
    """In a direct message, this and nothing else until it is done. `on_request`: gone once it was pressed."""
    start = "begin" if on_request else "start"
    title = neutral(survey.questionnaire.title.in_language(t.language), _TITLE)
    return Layout(
        t("surveys-invitation", title=title, closing=stamp(survey.closes_at, "R")),
        row(button(t("surveys-start"), f"surveys:{start}:{survey.survey_id}", style=discord.ButtonStyle.primary)),
        accent=ACCENT,
    )


def sheet_card(survey: Survey, ticket: str, t: Speaker) -> Layout:
    """What anybody should know before the first answer."""
    questionnaire = survey.questionnaire
    texts = any(question.kind is Kind.OPEN for question in questionnaire.questions)
    return Layout(
        f"## {neutral(questionnaire.title.in_language(t.language), _TITLE)}",
        t("surveys-sheet", minimum=survey.minimum_answers, size=survey.electorate),
        *([t("surveys-sheet-texts")] if texts else []),
        *([t("surveys-sheet-crossed")] if questionnaire.crossable and survey.electorate >= MINIMUM_CROSSED else []),
        divider(),
        f"-# {t('surveys-fingerprint', mark=short_fingerprint(questionnaire))}",
        row(
            button(
                t("surveys-begin"), f"surveys:page:{survey.survey_id}:{ticket}:0", style=discord.ButtonStyle.primary
            ),
            button(t("surveys-how-anonymous"), "privacy:anonymity:"),
        ),
        accent=ACCENT,
    )


def pages_card(  # noqa: PLR0913 - where somebody stands
    questionnaire: Questionnaire, about: str, answers: Answers, ticket: str, t: Speaker, *, done: int, problem: str = ""
) -> Layout:
    """`about`: the survey's number, or the questionnaire's in a rehearsal. `done`: how many pages have been sent."""
    shown = numbered_pages(questionnaire, answers)
    is_whole = done >= len(shown) and not missing(questionnaire, answers)
    # The last pages behind, and the next one.
    window = list(enumerate(shown))[max(0, done - _MOST_BUTTONS) : done + 1]
    buttons = [
        button(
            t("surveys-page-back" if number < done else "surveys-page-next", number=number + 1),
            f"surveys:page:{about}:{ticket}:{place}",
            style=discord.ButtonStyle.primary if number == done else discord.ButtonStyle.secondary,
        )
        for number, (place, _) in window
    ]
    confirm = button(t("surveys-confirm"), f"surveys:confirm:{about}:{ticket}", style=discord.ButtonStyle.success)
    return Layout(
        f"## {neutral(questionnaire.title.in_language(t.language), _TITLE)}",
        *([f"**{problem}**"] if problem else []),
        t("surveys-progress", done=min(done, len(shown)), pages=len(shown)),
        *([t("surveys-ready")] if is_whole else []),
        *rows([*buttons, *([confirm] if is_whole else [])]),
        f"-# {t('surveys-in-memory')}",
        accent=ACCENT,
    )


def done_card(survey: Survey, t: Speaker) -> Layout:
    return Layout(t("surveys-recorded", closing=stamp(survey.closes_at)), accent=ACCENT)


def begin_again_card(about: str, text: str, t: Speaker) -> Layout:
    return Layout(text, row(button(t("surveys-start"), f"surveys:start:{about}")), accent=ACCENT)


# The forms.


def survey_form(page: Page, answers: Answers, custom_id: str, t: Speaker, *, number: int, count: int) -> ui.Modal:
    fields: list[AnyField] = []
    for question in page.questions:
        if question.kind is Kind.RANKING:
            # Discord's forms have five places: five options leave none for the question, which then stands below each.
            fields += [Words(_wording(question, t))] if len(question.options) <= _MOST_RANKS else []
        elif page.shows_texts:
            fields.append(Words(_wording(question, t)))
        fields += _fields(question, answers.get(question.id), t, named=not page.shows_texts)
    return form(t("surveys-form-title", number=number, pages=count), custom_id, fields)


def _wording(question: Question, t: Speaker) -> str:
    text = f"**{neutral(question.text.in_language(t.language), 400)}**"
    return f"{text}\n{neutral(question.help.in_language(t.language), 400)}" if question.help else text


def _fields(question: Question, answer: Answer | None, t: Speaker, *, named: bool) -> list[AnyField]:
    """`named`: the question's own words are the label; otherwise they stand above."""
    label = question.text.in_language(t.language) if named else t("surveys-your-answer")
    description = question.help.in_language(t.language) if named and question.help else ""
    chosen = tuple(str(place) for place in answer) if isinstance(answer, tuple) else ()
    kind = control(question)
    if kind is Control.TEXT:
        typed = answer if isinstance(answer, str) else ""
        return [
            Field(
                question.id, label, description, typed, long=True, required=question.required, most=question.characters
            )
        ]
    if kind is Control.RANKS:
        return [_rank(question, place, chosen, t) for place in range(len(question.options))]
    options = tuple((str(place), text) for place, text in enumerate(answer_names(question, t)))
    several = kind in {Control.CHECKBOXES, Control.SEVERAL_SELECT}
    return [
        Choices(
            question.id,
            label,
            options,
            description,
            chosen,
            most=question.maximum if several else 1,
            as_select=kind in {Control.SELECT, Control.SEVERAL_SELECT},
            required=question.required,
        )
    ]


def _rank(question: Question, place: int, chosen: Sequence[str], t: Speaker) -> Choices:
    ranks = tuple((str(rank), t("surveys-rank", rank=rank + 1)) for rank in range(len(question.options)))
    current = (chosen[place],) if chosen else ()
    name = question.options[place].text.in_language(t.language)
    is_cut = len(name) > _LABEL or len(question.options) > _MOST_RANKS
    below = f"{name} — {question.text.in_language(t.language)}" if is_cut else ""
    return Choices(
        f"{question.id}.{place}", name, (*ranks, (str(UNRANKED), t("surveys-unranked"))), below, current,
        as_select=True, required=False,
    )  # fmt: skip


def answer_names(question: Question, t: Speaker) -> list[str]:
    """Of its counters, in their order."""
    if question.kind is Kind.AGREEMENT:
        return [t(f"surveys-agreement-{level}") for level in range(NO_OPINION)] + [t("surveys-no-opinion")]
    if question.kind is Kind.SCORE:
        return [str(score) for score in range(question.answers)]
    return [option.text.in_language(t.language) for option in question.options]


def read_page(page: Page, values: Mapping[str, Sequence[str]]) -> dict[str, Answer]:
    """What a form brought, by question. Raises ValueError for what no form of ours sends."""
    return {question.id: _read(question, values) for question in page.questions}


def _read(question: Question, values: Mapping[str, Sequence[str]]) -> Answer:
    if question.kind is Kind.OPEN:
        return "".join(values.get(question.id, ()))
    if question.kind is Kind.RANKING:
        ranks = [values.get(f"{question.id}.{place}", ()) for place in range(len(question.options))]
        return tuple(int(rank[0]) if rank else UNRANKED for rank in ranks)
    return tuple(int(value) for value in values.get(question.id, ()))
