"""The results: an overview for everybody, a question at a time with its bands, and its change over the waves."""

from __future__ import annotations

import asyncio
import io
from collections.abc import Sequence
from typing import Any

import discord
from discord import ui

from bot.screen.charts import MOST_ALT, Bars, Chart, Scales, Waves, paint
from bot.screen.i18n import Speaker
from bot.screen.neutral import clip, neutral, plain
from bot.screen.ui import ACCENT, QUIET, Layout, button, choice, row, rows, stamp
from cogs.surveys.cards.answering import answer_names
from cogs.surveys.cards.files import file_names, result_files
from cogs.surveys.models import (
    AGREEMENT_LEVELS,
    Kind,
    Published,
    Question,
    Survey,
    Table,
    change,
    series_key,
    share_of,
    shares,
)

CHART = "survey.png"
_TITLE, _QUESTION, _OVERVIEW = 200, 140, 2600
_MOST_WAVES = 8


def result_card(survey: Survey, published: Published | None, t: Speaker, *, chart_text: str = "") -> Layout:
    """The public message; with a chart where there are scales, and the files."""
    title = f"## {t('surveys-result-title', title=neutral(survey.questionnaire.title.in_language(t.language), _TITLE))}"
    if published is None:
        return Layout(title, t("surveys-withheld", minimum=survey.minimum_answers), accent=QUIET)
    gallery: list[ui.Item[Any]] = []
    if chart_text:
        gallery = [ui.MediaGallery(discord.MediaGalleryItem(f"attachment://{CHART}", description=chart_text))]
    files: list[ui.Item[Any]] = [ui.File(f"attachment://{name}") for name in file_names(survey)]
    return Layout(
        title,
        t("surveys-turnout", turnout=published.turnout, size=survey.electorate),
        *([f"-# {t('surveys-early')}"] if survey.is_early else []),
        clip("\n".join(_line(published, question, t) for question in survey.questionnaire.questions), _OVERVIEW),
        *gallery,
        *files,
        _question_choice(survey, t),
        row(
            button(t("surveys-trend"), f"surveys:trend:{survey.survey_id}"),
            button(t("surveys-texts"), f"surveys:texts:{survey.survey_id}:0"),
        ),
        f"-# {t('surveys-result-foot')}",
        accent=ACCENT,
    )


def _line(published: Published, question: Question, t: Speaker) -> str:
    """The most frequent answer of a question, in a line."""
    text, table = neutral(question.text.in_language(t.language), _QUESTION), published.table(question)
    if table is None or question.kind is Kind.OPEN or question.id == published.survey.questionnaire.profile:
        return f"- {text}"
    scores = wins(table) if question.kind is Kind.RANKING else list(table.counts)
    first = max(range(len(scores)), key=lambda place: scores[place])
    name = neutral(answer_names(question, t)[first], 80)
    if question.kind is Kind.RANKING or not table.answered:
        return f"- {text} **{name}**"
    return f"- {text} **{name}** ({t.percent(table.counts[first], table.answered)})"


def _question_choice(survey: Survey, t: Speaker) -> ui.ActionRow[Any]:
    options = [
        discord.SelectOption(label=plain(question.text.in_language(t.language), 100), value=question.id)
        for question in survey.questionnaire.questions
    ]
    return choice(f"surveys:question:{survey.survey_id}", options, placeholder=t("surveys-choose-question"))


def overview_chart(published: Published, t: Speaker) -> tuple[Chart, str] | None:
    """All agreement scales in one picture, and what it says in words; None without any."""
    tables = [
        table
        for question in published.survey.questionnaire.questions
        if question.kind is Kind.AGREEMENT and (table := published.table(question)) is not None
    ]
    if not tables:
        return None
    labels = tuple(table.question.text.in_language(t.language) for table in tables)
    captions = tuple(t.percent(sum(table.counts[3:5]), max(1, sum(table.counts[:5]))) for table in tables)
    chart = Scales(
        title=published.survey.questionnaire.title.in_language(t.language),
        labels=labels,
        levels=tuple(t(f"surveys-agreement-{level}") for level in range(AGREEMENT_LEVELS)),
        counts=tuple(table.counts[:AGREEMENT_LEVELS] for table in tables),
        captions=captions,
        foot=t("surveys-chart-foot", turnout=published.turnout),
    )
    words = "; ".join(
        t("surveys-chart-line", question=label, share=caption) for label, caption in zip(labels, captions, strict=True)
    )
    return chart, clip(words, MOST_ALT)


async def draw_result(survey: Survey, published: Published | None, t: Speaker) -> tuple[Layout, list[discord.File]]:
    """The public message and its files; none when nothing is published."""
    if published is None:
        return result_card(survey, None, t), []
    drawn = overview_chart(published, t)
    files: list[discord.File] = []
    if drawn is not None:
        chart, words = drawn
        files.append(discord.File(io.BytesIO(await paint(chart)), CHART, description=words))
    held = await asyncio.to_thread(result_files, published, t)
    files += [discord.File(io.BytesIO(content), name) for name, content in held]
    return result_card(survey, published, t, chart_text=drawn[1] if drawn else ""), files


# One question.


async def draw_question(published: Published, question: Question, t: Speaker) -> tuple[Layout, list[discord.File]]:
    text = f"### {neutral(question.text.in_language(t.language), 300)}"
    table = published.table(question)
    back = _question_choice(published.survey, t)
    if question.id == published.survey.questionnaire.profile and table is None:
        return Layout(text, _profile(published, question, t), back, accent=ACCENT), []
    if table is None:
        return Layout(text, t("surveys-branch-withheld"), back, accent=QUIET), []
    if question.kind is Kind.OPEN:
        return Layout(text, t("surveys-open-count", count=table.counts[0]), back, accent=ACCENT), []
    lines = _answers(table, t)
    picture = await paint(_chart(table, t))
    words = clip("; ".join(line.removeprefix("- ").replace("**", "") for line in lines), MOST_ALT)
    gallery: ui.MediaGallery[Any] = ui.MediaGallery(
        discord.MediaGalleryItem(f"attachment://{CHART}", description=words)
    )
    layout = Layout(
        text,
        t("surveys-question-people", answered=table.answered, asked=table.asked),
        clip("\n".join(lines), 1500),
        gallery,
        *_bands(published, question, t),
        back,
        accent=ACCENT,
    )
    return layout, [discord.File(io.BytesIO(picture), CHART, description=words)]


def wins(table: Table) -> list[int]:
    """Of a ranking: how many of the others each option is preferred to, by more people than prefer the other."""
    duels = table.duels
    return [
        sum(duels[one][other] > duels[other][one] for other in range(len(duels)) if other != one)
        for one in range(len(duels))
    ]


def _answers(table: Table, t: Speaker) -> list[str]:
    names = answer_names(table.question, t)
    if table.question.kind is Kind.RANKING:
        scores = wins(table)
        order = sorted(range(len(names)), key=lambda place: -scores[place])
        return [f"- {neutral(names[place], 100)} — {t('surveys-duels-won', count=scores[place])}" for place in order]
    lines = [
        f"- {neutral(name, 100)} — **{t('surveys-people', count=count)}** ({t.percent(count, max(1, table.answered))})"
        for name, count in zip(names, table.counts, strict=True)
    ]
    return [*lines, *([f"- {t('surveys-no-answer')} — {table.none}"] if table.none else [])]


def _chart(table: Table, t: Speaker) -> Chart:
    names = tuple(answer_names(table.question, t))
    title = table.question.text.in_language(t.language)
    foot = t("surveys-chart-foot", turnout=table.answered)
    if table.question.kind is Kind.RANKING:
        scores = wins(table)
        return Bars(title, names, tuple(map(float, scores)), tuple(map(str, scores)), t("surveys-duels-foot"))
    captions = tuple(f"{count} ({t.percent(count, max(1, table.answered))})" for count in table.counts)
    return Bars(title, names, tuple(map(float, table.counts)), captions, foot)


def _profile(published: Published, question: Question, t: Speaker) -> str:
    """Rounded, since bands are shown elsewhere; the small ones not at all."""
    counts = [published.counts[place] for place in _places(published, question)]
    return "\n".join(
        f"- {neutral(name, 100)} — "
        + (t("surveys-about-people", count=count) if count is not None else t("surveys-band-withheld"))
        for name, count in zip(answer_names(question, t), counts, strict=True)
    )


def _places(published: Published, question: Question) -> range:
    from cogs.surveys.models import Layout as Counters  # noqa: PLC0415 - beside the screen's Layout

    return Counters.of(published.survey.questionnaire).block(question.id).answers


def _bands(published: Published, question: Question, t: Speaker) -> list[str]:
    """The same question per band: shares of rounded counts."""
    shown = published.shown_bands(question)
    questionnaire = published.survey.questionnaire
    if question.id not in questionnaire.crossed:
        return []
    if not shown:
        return [f"-# {t('surveys-crossing-withheld')}"]
    names = answer_names(question, t)
    lines: list[str] = []
    for band, option in enumerate(questionnaire.bands):
        label = neutral(option.text.in_language(t.language), 60)
        table = published.table(question, band) if band in shown else None
        if table is None:
            lines.append(f"**{label}** — {t('surveys-band-withheld')}")
            continue
        held = [
            f"{neutral(name, 40)} {t.percent(count, table.answered)}"
            for name, count in zip(names, table.counts, strict=True)
            if count and table.answered
        ]
        lines.append(f"**{label}** — {', '.join(held)}")
    return [clip("\n".join([t("surveys-by-band"), *lines]), 1500)]


# The waves.


async def trend_card(
    waves: Sequence[Published], question: Question, t: Speaker, survey: Survey
) -> tuple[Layout, list[discord.File]]:
    """Of one question over the waves that asked it in the same words; `survey` is the latest."""
    key = series_key(question)
    held = [
        (wave, table)
        for wave in waves[-_MOST_WAVES:]
        for other in wave.survey.questionnaire.questions
        if series_key(other) == key and (table := wave.table(other)) is not None
    ]
    text = f"### {neutral(question.text.in_language(t.language), 300)}"
    options = [
        discord.SelectOption(label=plain(other.text.in_language(t.language), 100), value=other.id)
        for other in survey.questionnaire.questions
        if other.kind not in {Kind.OPEN, Kind.RANKING} and other.id != survey.questionnaire.profile
    ]
    back = choice(f"surveys:trend-question:{survey.survey_id}", options, placeholder=t("surveys-choose-question"))
    if len(held) < 2:  # noqa: PLR2004 - a change needs two
        return Layout(text, t("surveys-one-wave"), back, accent=QUIET), []
    names = answer_names(question, t)
    picture = await paint(_waves(held, question, t))
    lines = _changes(held, names, t)
    words = clip("; ".join(line.removeprefix("- ").replace("**", "") for line in lines), MOST_ALT)
    gallery: ui.MediaGallery[Any] = ui.MediaGallery(
        discord.MediaGalleryItem(f"attachment://{CHART}", description=words)
    )
    return (
        Layout(text, gallery, clip("\n".join(lines), 2400), f"-# {t('surveys-trend-foot')}", back, accent=ACCENT),
        [discord.File(io.BytesIO(picture), CHART, description=words)],
    )


def _waves(held: Sequence[tuple[Published, Table]], question: Question, t: Speaker) -> Waves:
    by_wave = [shares(table) for _, table in held]
    return Waves(
        question.text.in_language(t.language),
        tuple(t.day(wave.survey.closed_at or wave.survey.closes_at) for wave, _ in held),
        tuple(answer_names(question, t)),
        tuple(tuple(column) for column in zip(*by_wave, strict=True)),
        t("surveys-waves-foot", count=len(held)),
    )


def _changes(held: Sequence[tuple[Published, Table]], names: Sequence[str], t: Speaker) -> list[str]:
    """Between the last two waves, with its interval."""
    (first, before), (second, after) = held[-2:]
    lines: list[str] = []
    for place, name in enumerate(names):
        gap = change(
            share_of(before, [place], electorate=first.survey.electorate),
            share_of(after, [place], electorate=second.survey.electorate),
        )
        lines.append(
            "- "
            + t(
                "surveys-change-clear" if gap.is_clear else "surveys-change-unclear",
                answer=neutral(name, 80),
                points=_points(gap.difference, t),
                low=_points(gap.low, t),
                high=_points(gap.high, t),
            )
        )
    return lines


def _points(difference: float, t: Speaker) -> str:
    points = round(100 * difference)
    return f"{'+' if points > 0 else '−' if points < 0 else ''}{t.number(abs(points))}"


def list_card(surveys: Sequence[Survey], t: Speaker, *, shown: str) -> Layout:
    """`shown`: open or past."""
    lines = [
        f"**{neutral(survey.questionnaire.title.in_language(t.language), 120)}**\n"
        f"-# {t(f'surveys-line-{survey.status}', moment=stamp(survey.closed_at or survey.closes_at, 'R'))}"
        for survey in surveys[:10]
    ]
    acts = [
        button(
            t("surveys-answer" if shown == "open" else "surveys-see-results"),
            f"surveys:{'here' if shown == 'open' else 'results'}:{survey.survey_id}",
        )
        for survey in surveys[:10]
        if not survey.withheld
    ]
    options = [
        discord.SelectOption(label=t(f"surveys-list-{name}"), value=name, default=name == shown)
        for name in ("open", "past")
    ]
    return Layout(
        f"## {t('surveys-list-title')}",
        choice("surveys:filter:", options),
        *(lines or [t(f"surveys-list-empty-{shown}")]),
        *rows(acts),
        accent=ACCENT,
    )
