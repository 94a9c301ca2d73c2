"""The published figures as files: CSV and JSON with every number, XLSX with a sheet for each question."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator

from bot.screen.i18n import Speaker
from cogs.surveys.cards.answering import answer_names
from cogs.surveys.models import Kind, Published, Question, Survey, Table, short_fingerprint

Row = tuple[str, str, str, int]


def file_names(survey: Survey) -> tuple[str, str, str]:
    return tuple(f"survey-{survey.survey_id}.{suffix}" for suffix in ("csv", "json", "xlsx"))  # pyright: ignore[reportReturnType]


def result_files(published: Published, t: Speaker) -> list[tuple[str, bytes]]:
    """Slow: off the event loop."""
    names = file_names(published.survey)
    rows = list(_rows(published, t))
    return list(zip(names, (_csv(rows, t), _json(published, rows, t), _xlsx(published, t)), strict=True))


def _rows(published: Published, t: Speaker) -> Iterator[Row]:
    """Question, band (empty for everybody), answer, people."""
    questionnaire = published.survey.questionnaire
    for question in questionnaire.questions:
        for band, name in [
            (None, ""),
            *enumerate(option.text.in_language(t.language) for option in questionnaire.bands),
        ]:
            table = published.table(question, band)
            if table is not None:
                text = question.text.in_language(t.language)
                yield from ((text, name, answer, people) for answer, people in _answers(table, t))


def _answers(table: Table, t: Speaker) -> Iterator[tuple[str, int]]:
    question, names = table.question, answer_names(table.question, t)
    if question.kind is Kind.RANKING:
        for one, row in enumerate(table.duels):
            for other, people in enumerate(row):
                if one != other:
                    yield f"{names[one]} > {names[other]}", people
        return
    if question.kind is Kind.OPEN:
        yield t("surveys-file-texts"), table.counts[0]
    else:
        yield from zip(names, table.counts, strict=True)
    if not question.required:
        yield t("surveys-no-answer"), table.none
    if question.show_if is not None:
        yield t("surveys-not-asked"), table.hidden


def _heads(t: Speaker) -> list[str]:
    return [t(f"surveys-file-{name}") for name in ("question", "band", "answer", "people")]


def _csv(rows: list[Row], t: Speaker) -> bytes:
    buffer = io.StringIO()
    writer = csv.writer(buffer)
    writer.writerow(_heads(t))
    writer.writerows([tuple(_inert(cell) for cell in row) for row in rows])
    return buffer.getvalue().encode("utf-8-sig")


def _inert(cell: object) -> object:
    """A spreadsheet must not take somebody's words for a formula."""
    return f"'{cell}" if isinstance(cell, str) and cell[:1] in {"=", "+", "-", "@", "\t"} else cell


def _json(published: Published, rows: list[Row], t: Speaker) -> bytes:
    survey = published.survey
    held = {
        "title": survey.questionnaire.title.in_language(t.language),
        "fingerprint": short_fingerprint(survey.questionnaire),
        "electorate": survey.electorate,
        "turnout": published.turnout,
        "closed_at": survey.closed_at.isoformat() if survey.closed_at else None,
        "results": [
            {"question": question, "band": band, "answer": answer, "people": people}
            for question, band, answer, people in rows
        ],
    }
    return json.dumps(held, ensure_ascii=False, indent=1).encode()


def _xlsx(published: Published, t: Speaker) -> bytes:
    from openpyxl import Workbook  # noqa: PLC0415 - heavy

    book = Workbook()
    first = book.active
    for number, question in enumerate(published.survey.questionnaire.questions, start=1):
        sheet = book.create_sheet(f"{number} {question.id}"[:31])
        _fill(sheet.append, published, question, t)
    if first is not None:
        book.remove(first)
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def _fill(append: object, published: Published, question: Question, t: Speaker) -> None:
    assert callable(append)
    append([question.text.in_language(t.language)])
    bands = [(None, t("surveys-file-everybody"))]
    bands += [
        (band, option.text.in_language(t.language)) for band, option in enumerate(published.survey.questionnaire.bands)
    ]
    for band, name in bands:
        table = published.table(question, band)
        if table is None:
            continue
        append([])
        append([name])
        for answer, people in _answers(table, t):
            append([_inert(answer), people])
