"""The public card of a survey, what moderators see before it is launched, and their questions."""

from __future__ import annotations

from collections.abc import Sequence

import discord
from discord import ui

from bot.screen.i18n import Speaker
from bot.screen.neutral import clip, neutral, plain
from bot.screen.ui import ACCENT, QUIET, WARM, Layout, button, choice, row, rows, stamp
from cogs.surveys.models import (
    BadQuestionnaire,
    Closing,
    Launch,
    Problem,
    Questionnaire,
    Status,
    Survey,
    pages,
    short_fingerprint,
)

_TITLE, _INTRODUCTION, _PROBLEMS = 200, 1500, 3000
_MINUTE_QUESTIONS = 5


def survey_card(survey: Survey, t: Speaker) -> Layout:
    """The public message: while it is open, and once it is over."""
    questionnaire = survey.questionnaire
    who = (
        t("surveys-who-role", size=survey.electorate, role=f"<@&{survey.role_id}>")
        if survey.role_id
        else t("surveys-who-everyone", size=survey.electorate)
    )
    blocks = [
        f"-# {t('surveys-card-kind')}",
        f"## {neutral(questionnaire.title.in_language(t.language), _TITLE)}",
        neutral(questionnaire.introduction.in_language(t.language), _INTRODUCTION),
        "\n".join(
            [
                t("surveys-card-length", count=len(questionnaire.questions), minutes=_minutes(questionnaire)),
                f"**{t('surveys-label-who')}** {who}",
                f"**{t('surveys-label-closing')}** {stamp(survey.closes_at)} ({stamp(survey.closes_at, 'R')})",
                f"-# {t('surveys-anonymity-line', minimum=survey.minimum_answers)}",
            ]
        ),
    ]
    if survey.alike_id is not None:
        blocks.append(f"-# {t('surveys-alike-announced')}")
    how = button(t("surveys-how-anonymous"), "privacy:anonymity:")
    if survey.status.is_over or survey.status is Status.SUSPENDED:
        result = [button(t("surveys-see-results"), f"surveys:results:{survey.survey_id}")]
        over = result if survey.status is Status.CLOSED and not survey.withheld else []
        return Layout(*blocks, f"**{t(f'surveys-over-{survey.status}')}**", row(*over, how), accent=QUIET)
    return Layout(
        *blocks,
        row(
            button(t("surveys-answer"), f"surveys:dm:{survey.survey_id}", style=discord.ButtonStyle.primary),
            button(t("surveys-subscribe"), "surveys:subscribe:"),
            how,
        ),
        accent=ACCENT,
    )


def _minutes(questionnaire: Questionnaire) -> int:
    return max(1, -(-len(questionnaire.questions) // _MINUTE_QUESTIONS))


def reminder_card(survey: Survey, t: Speaker) -> Layout:
    """By direct message, to subscribers; the same for those who have answered."""
    title = neutral(survey.questionnaire.title.in_language(t.language), _TITLE)
    return Layout(
        t("surveys-reminder", title=title, closing=stamp(survey.closes_at, "R")),
        row(
            button(t("surveys-start"), f"surveys:start:{survey.survey_id}", style=discord.ButtonStyle.primary),
            button(t("surveys-unsubscribe"), "surveys:subscribe:"),
        ),
        accent=ACCENT,
    )


def suspended_card(survey: Survey, t: Speaker) -> Layout:
    title = neutral(survey.questionnaire.title.in_language(t.language), _TITLE)
    return Layout(t("surveys-suspended-told", title=title), accent=WARM)


def questionnaires_card(listed: Sequence[tuple[int, Questionnaire]], t: Speaker) -> Layout:
    """For moderators: what can be put, and how each is read."""
    lines = [
        f"**{neutral(questionnaire.title.in_language(t.language), 120)}**\n-# {_described(questionnaire, t)}"
        for _, questionnaire in listed
    ]
    options = [
        discord.SelectOption(label=plain(questionnaire.title.in_language(t.language), 100), value=str(number))
        for number, questionnaire in listed
    ]
    return Layout(
        f"## {t('surveys-questionnaires')}",
        *lines[:12],
        choice("surveys:look:", options, placeholder=t("surveys-look")),
        f"-# {t('surveys-questionnaires-foot')}",
        row(button(t("surveys-example"), "surveys:example:")),
        accent=ACCENT,
    )


def _described(questionnaire: Questionnaire, t: Speaker) -> str:
    mark, count = short_fingerprint(questionnaire), len(questionnaire.questions)
    return t("surveys-questionnaire-line", count=count, pages=len(pages(questionnaire)), mark=mark)


def preview_card(number: int, questionnaire: Questionnaire, t: Speaker) -> Layout:
    """What a member would see, recording nothing."""
    crossed = [
        questionnaire.question(question_id).text.in_language(t.language) for question_id in questionnaire.crossed
    ]
    lines = [
        f"{place}. {neutral(question.text.in_language(t.language), 160)}"
        for place, question in enumerate(questionnaire.questions, start=1)
    ]
    return Layout(
        f"## {neutral(questionnaire.title.in_language(t.language), _TITLE)}",
        f"-# {t('surveys-fingerprint', mark=short_fingerprint(questionnaire))}",
        clip("\n".join(lines), 2600),
        *([f"-# {t('surveys-crossed', count=len(crossed), bands=len(questionnaire.bands))}"] if crossed else []),
        row(
            button(t("surveys-try"), f"surveys:try:{number}", style=discord.ButtonStyle.primary),
            button(t("surveys-file"), f"surveys:file:{number}"),
        ),
        f"-# {t('surveys-launch-hint')}",
        accent=ACCENT,
    )


def asked_card(launch: Launch, questionnaire: Questionnaire, t: Speaker) -> Layout:
    """To the moderators: one asks, another confirms."""
    return Layout(
        t(
            "surveys-asked",
            who=f"<@{launch.asked_by}>",
            title=neutral(questionnaire.title.in_language(t.language), _TITLE),
            closing=stamp(launch.closes_at),
            channel=f"<#{launch.channel_id}>",
        ),
        *rows(
            [
                button(
                    t("surveys-confirm-launch"),
                    f"surveys:confirm-launch:{launch.request_id}",
                    style=discord.ButtonStyle.success,
                ),
                button(t("surveys-refuse-launch"), f"surveys:refuse-launch:{launch.request_id}"),
                button(t("surveys-look-at"), f"surveys:look-at:{launch.questionnaire_id}"),
            ]
        ),
        accent=WARM,
    )


def asked_to_close_card(closing: Closing, survey: Survey, t: Speaker) -> Layout:
    title = neutral(survey.questionnaire.title.in_language(t.language), _TITLE)
    confirm = button(
        t("surveys-close-yes"), f"surveys:confirm-close:{closing.request_id}", style=discord.ButtonStyle.danger
    )
    return Layout(
        t("surveys-asked-to-close", who=f"<@{closing.asked_by}>", title=title, closing=stamp(survey.closes_at)),
        row(confirm, button(t("surveys-leave"), f"surveys:refuse-close:{closing.request_id}")),
        accent=WARM,
    )


def problems_text(bad: BadQuestionnaire, t: Speaker) -> str:
    """Every problem on a line of its own, with where it is."""
    return clip("\n".join(f"- {_problem(problem, t)}" for problem in bad.problems), _PROBLEMS)


def _problem(problem: Problem, t: Speaker) -> str:
    what = t(problem.key, **dict(problem.params))
    if problem.field:
        return t("surveys-problem-line-field", line=problem.line, field=problem.field, problem=what)
    return t("surveys-problem-line", line=problem.line, problem=what)


def sure_card(question: str, yes: str, custom_id: str, t: Speaker) -> Layout:
    """A step that cannot be undone asks first."""
    return Layout(
        question,
        row(
            button(yes, custom_id, style=discord.ButtonStyle.danger),
            button(t("surveys-leave"), "surveys:leave:"),
        ),
        accent=WARM,
    )


def told_file_card(text: str, name: str) -> Layout:
    """Sent with the file."""
    file: ui.File[discord.ui.LayoutView] = ui.File(f"attachment://{name}")
    return Layout(text, file, accent=ACCENT)
